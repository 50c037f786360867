import Offprint
import OffprintHypertext
import OffprintMarkup

/// JATS (https://jats.nlm.nih.gov) and the NLM's earlier DTDs: an article a document, or a part of one.
struct JATS: XMLFamily {
    let format = Format(
        id: "jats",
        name: "JATS",
        fileExtensions: ["jats"],
        mediaTypes: ["application/jats+xml"]
    )

    func recognizes(_ root: RootElement) -> Bool {
        switch root.name {
        case "article", "sub-article":
            root.says("jats") || root.says("nlm") || root.says("article-type") || root.says("dtd-version")
                || root.content.contains("<front") || root.content.contains("<article-meta")
        case "table-wrap", "sec", "disp-quote", "table-wrap-group", "fig-group": true
        // A fragment without a root: its first element is a paragraph.
        case "p": root.content.contains("<table-wrap") || root.content.contains("<disp-quote")
        default: false
        }
    }

    func articles(of source: XMLSource, reporting diagnostics: inout Diagnostics) -> [Article] {
        var article = Article()
        let root = source.root
        article.metadata.add(Self.fields, from: root, in: source)
        Self.addPeople(to: &article.metadata, root, source)
        Self.addDates(to: &article.metadata, root, source)
        if source.find("front", from: root).isEmpty, source.find("body", from: root).isEmpty {
            article.append(
                Self.body.blocks(in: source.tree.document, of: source, context: .init(at: root, in: source)),
                reporting: &diagnostics
            )
            return [article]
        }
        for path: XMLPath in ["body", "back", "floats-group"] {
            for part in source.find(path, from: root) {
                article.append(
                    Self.body.blocks(in: part, of: source, context: .init(at: part, in: source)),
                    reporting: &diagnostics
                )
            }
        }
        return [article]
    }

    // MARK: Metadata

    static let fields: [FieldRule] = [
        .text(\.title, "front/article-meta/title-group/article-title", "front-stub/title-group/article-title"),
        .text(\.subtitle, "front/article-meta/title-group/subtitle"),
        .text(\.kicker, "front/article-meta/article-categories/subj-group[@subj-group-type=heading]/subject"),
        .text(\.description, "front/article-meta/abstract[!@abstract-type]", "front/article-meta/abstract"),
        .organization(
            \.publisher, "front/journal-meta/journal-title-group/journal-title", "front/journal-meta/journal-title",
            "front/journal-meta/publisher/publisher-name"
        ),
        .identifier("doi", "front/article-meta/article-id[@pub-id-type=doi]"),
        .identifier("article-id", "front/article-meta/article-id[!@pub-id-type=doi]"),
        .tags(.subject, "front/article-meta/kwd-group/kwd", "front/article-meta/article-categories//subject"),
        .text(
            \.rights, "front/article-meta/permissions/copyright-statement", "front/article-meta/permissions/license",
            "front/article-meta/permissions/copyright-holder"
        ),
        .text(\.url, "front/article-meta/self-uri@href"),
        .language("@lang"),
    ]

    private static func addPeople(to metadata: inout Metadata, _ root: MarkupTree.NodeID, _ source: XMLSource) {
        var authors: [Contributor] = []
        var others: [Contributor] = []
        let nodes = source.find("front/article-meta/contrib-group/contrib", from: root)
        for node in nodes {
            let type = source.attribute("contrib-type", of: node) ?? "author"
            let named = source.first("name", from: node) ?? source.first("string-name", from: node)
                ?? source.first("collab", from: node) ?? source.first("name-alternatives", from: node)
            source.carry(node)
            guard let name = named.flatMap(source.personName) else { continue }
            let isGroup = source.name(of: named ?? node) == "collab"
            let role = source.value("role", from: node)
            let person = Contributor(name, kind: isGroup ? .organization : .person, role: role)
            if type == "author" { authors.append(person) } else { others.append(person) }
        }
        guard let first = nodes.first else { return }
        let origin = Origin(.formatField, at: "contrib-group/contrib", line: source.tree.line(of: first))
        if !authors.isEmpty { metadata.authors.add(authors, from: origin) }
        if !others.isEmpty { metadata.contributors.add(others, from: origin) }
    }

    /// Dates whose parts stand apart; of several, that of the electronic edition comes first.
    private static func addDates(to metadata: inout Metadata, _ root: MarkupTree.NodeID, _ source: XMLSource) {
        let nodes = source.find("front/article-meta/pub-date", from: root)
        let isElectronic = { (node: MarkupTree.NodeID) in
            source.attribute("publication-format", of: node) == "electronic"
                || source.attribute("pub-type", of: node)?.hasPrefix("e") == true
        }
        for node in nodes.filter(isElectronic) + nodes.filter({ !isElectronic($0) }) {
            source.carry(node)
            func number(_ name: String) -> Int? { source.value(XMLPath(name), from: node).flatMap { Int($0) } }
            let stated = source.attribute("iso-8601-date", of: node).flatMap { Timestamp(iso8601: $0) }
            let parts = number("year").flatMap { Timestamp(year: $0, month: number("month"), day: number("day")) }
            guard let date = stated ?? parts ?? number("year").flatMap({ Timestamp(year: $0) }) else { continue }
            metadata.published.add(date, from: Origin(.formatField, at: "pub-date", line: source.tree.line(of: node)))
        }
    }

    // MARK: Body

    private static let sections: Set = ["sec", "app", "ack", "glossary", "ref-list"]

    static let body = Translation(
        elements: [
            "disp-quote": .blockquote, "verse-group": .p, "list-item": .li, "italic": .em, "bold": .strong, "monospace": .code,
            "strike": .s, "ext-link": .a, "uri": .a, "email": .span, "break": .br, "preformat": .pre, "code": .pre, "def-list": .dl,
            "term": .dt, "def": .dd, "boxed-text": .aside, "named-content": .span, "styled-content": .span,
            "speech": .div, "speaker": .p, "statement": .div, "attrib": .cite, "ref": .li, "caption": .caption,
            "mixed-citation": .span, "element-citation": .span, "row": .tr,
        ],
        skipped: [
            "front", "object-id", "index-term", "x", "sub-article", "response", "permissions", "fn-type", "alternatives-id",
        ],
        readings: [
            "title": { run, node in
                switch run.source.parentName(of: node) {
                case "caption": run.start(.strong, for: node)
                case let parent where sections.contains(parent): return run.startHeading(for: node, in: sections)
                default: run.start(.h3, for: node)
                }
                return .opened(1)
            },
            "label": { run, node in
                // Numbers of notes, lists and references are counted anew.
                ["fn", "list-item", "ref", "disp-formula"].contains(run.source.parentName(of: node)) ? .done : .left
            },
            "list": { run, node in
                let type = run.source.attribute("list-type", of: node) ?? ""
                run.start(["order", "alpha-lower", "alpha-upper", "roman-lower", "roman-upper"].contains(type) ? .ol : .ul, for: node)
                return .opened(1)
            },
            "ref-list": { run, node in
                for title in run.source.find("title", from: node) {
                    run.start(.h2, for: title)
                    run.translate(in: title)
                    run.end()
                }
                run.start(.ol, for: node)
                for reference in run.source.find("ref", from: node) {
                    run.start(.li, for: reference)
                    run.translate(in: reference)
                    run.end()
                }
                run.end()
                return .done
            },
            "table-wrap": readTable,
            "entry": { run, node in run.startCell(for: node) },
            "fig": readFigure,
            "graphic": { run, node in
                guard let image = run.image(node, at: "href") else { return .done }
                return run.addFigure(node, images: [image], caption: run.source.find("caption", from: node))
            },
            "inline-graphic": { run, node in
                run.start(.img, for: node, keepsAttributes: false)
                run.attribute(.src, run.source.attribute("href", of: node) ?? "")
                run.attribute(.alt, run.source.value("alt-text", from: node) ?? "")
                run.end()
                return .done
            },
            "xref": { run, node in
                guard run.source.attribute("ref-type", of: node) == "fn" else { return .left }
                guard let id = run.source.attribute("rid", of: node), let note = run.element(named: id) else { return .left }
                run.note(note)
                return .done
            },
            "fn": { run, node in
                // A note that the text refers to stands where it is referred to.
                if let id = run.source.attribute("id", of: node), run.isReferred(to: id) { return .done }
                guard ["fn-group", "table-wrap-foot"].contains(run.source.parentName(of: node)) else {
                    run.note(node)
                    return .done
                }
                return .left
            },
            "disp-formula": readFormula,
            "inline-formula": readFormula,
            "verse-line": { run, node in
                run.translate(in: node)
                run.start(.br, for: node, keepsAttributes: false)
                run.end()
                return .done
            },
        ]
    )

    /// A table with its caption, or the picture of one.
    @Sendable
    private static func readTable(_ run: inout TranslationRun, _ node: MarkupTree.NodeID) -> Translation.Outcome {
        guard run.mayNest, let table = run.source.first("//table", from: node) else { return .left }
        let captions = run.source.find("label", from: node) + run.source.find("caption", from: node)
        run.start(.table, for: table)
        run.start(.caption, for: node, keepsAttributes: false)
        for (index, caption) in captions.enumerated() {
            if index > 0 { run.text(" ", for: caption) }
            run.start(.span, for: caption, keepsAttributes: false)
            run.translate(in: caption)
            run.end()
        }
        run.end()
        run.translate(in: table)
        run.end()
        for foot in run.source.find("table-wrap-foot", from: node) {
            run.start(.div, for: foot)
            run.translate(in: foot)
            run.end()
        }
        return .done
    }

    @Sendable
    private static func readFigure(_ run: inout TranslationRun, _ node: MarkupTree.NodeID) -> Translation.Outcome {
        let alternative = run.source.value("alt-text", from: node) ?? run.source.value("graphic/alt-text", from: node)
        let graphics = run.source.find("graphic", from: node) + run.source.find("alternatives/graphic", from: node)
        let images = graphics.prefix(1).compactMap { run.image($0, at: "href", alternative: alternative) }
        let captions = run.source.find("label", from: node) + run.source.find("caption", from: node)
        return run.addFigure(node, images: images, caption: captions, credit: run.source.value("attrib", from: node))
    }

    @Sendable
    private static func readFormula(_ run: inout TranslationRun, _ node: MarkupTree.NodeID) -> Translation.Outcome {
        guard let tex = run.source.first("//tex-math", from: node), let text = run.source.text(tex) else { return .left }
        if run.source.name(of: node) == "disp-formula" {
            run.add(.math(Math(.tex, text)), for: node)
        } else {
            run.start(.code, for: node, keepsAttributes: false)
            run.text(text, for: node)
            run.end()
        }
        return .done
    }
}
