import Offprint
import OffprintHypertext
import OffprintMarkup

/// TEI P5 (https://tei-c.org/guidelines/): an article a `TEI` element.
struct TEI: XMLFamily {
    let format = Format(
        id: "tei",
        name: "TEI",
        fileExtensions: ["tei"],
        mediaTypes: ["application/tei+xml"],
        capacity: .many
    )

    func recognizes(_ root: RootElement) -> Bool { ["TEI", "TEI.2", "teiCorpus"].contains(root.name) }

    func articles(of source: XMLSource, reporting diagnostics: inout Diagnostics) -> [Article] {
        let texts = ["TEI", "TEI.2"].contains(source.name(of: source.root))
            ? [source.root] : source.find("//TEI", from: source.root)
        return texts.map { text in
            var article = Article()
            article.metadata.add(Self.fields, from: text, in: source)
            Self.addAuthors(to: &article.metadata, text, source)
            for part in source.find("text", from: text) {
                article.append(
                    Self.body.blocks(in: part, of: source, context: .init(at: part, in: source)),
                    reporting: &diagnostics
                )
            }
            for path: XMLPath in [
                "facsimile", "teiHeader/encodingDesc", "teiHeader/revisionDesc", "teiHeader/fileDesc/extent",
            ] {
                for node in source.find(path, from: text) { source.carry(node) }
            }
            return article
        }
    }

    // MARK: Metadata

    static let fields: [FieldRule] = [
        .text(\.title, "teiHeader/fileDesc/titleStmt/title[@type=main]", "teiHeader/fileDesc/titleStmt/title[!@type]"),
        .text(\.subtitle, "teiHeader/fileDesc/titleStmt/title[@type=sub]"),
        .date(
            \.published, "teiHeader/fileDesc/sourceDesc//date@when", "teiHeader/fileDesc/sourceDesc//date",
            "teiHeader/fileDesc/publicationStmt/date@when", "teiHeader/fileDesc/publicationStmt/date"
        ),
        .date(\.modified, "teiHeader/revisionDesc/change@when"),
        .organization(\.publisher, "teiHeader/fileDesc/sourceDesc//publisher", "teiHeader/fileDesc/publicationStmt/publisher"),
        .text(\.description, "teiHeader/profileDesc/abstract"),
        .text(
            \.rights, "teiHeader/fileDesc/publicationStmt/availability/licence",
            "teiHeader/fileDesc/publicationStmt/availability/p"
        ),
        .identifier("idno", "teiHeader/fileDesc/sourceDesc//idno", "teiHeader/fileDesc/publicationStmt/idno"),
        .text(\.url, "teiHeader/fileDesc/sourceDesc//ptr@target", "teiHeader/fileDesc/sourceDesc//ref@target"),
        .tags(.subject, "teiHeader/profileDesc/textClass/keywords//term", "teiHeader/profileDesc/textClass/keywords//item"),
        .language("text@lang", "@lang", "teiHeader/profileDesc/langUsage/language@ident"),
        .list(\.notes, "teiHeader/fileDesc/notesStmt/note[!@type]"),
        .list(\.places, "text/body//dateline/placeName", "teiHeader/profileDesc/creation/placeName"),
    ]

    private static func addAuthors(to metadata: inout Metadata, _ text: MarkupTree.NodeID, _ source: XMLSource) {
        let paths: [XMLPath] = [
            "teiHeader/fileDesc/titleStmt/author", "teiHeader/fileDesc/sourceDesc//author", "text/body//byline/docAuthor",
        ]
        for path in paths {
            let nodes = source.find(path, from: text)
            let names = nodes.compactMap(source.personName).flatMap { name in
                name.split(separator: ";").compactMap { String($0).trimmed }
            }
            guard let first = nodes.first, !names.isEmpty else { continue }
            metadata.authors.add(
                names.withoutRepeats.map { Contributor($0) },
                from: Origin(.formatField, at: path.text, line: source.tree.line(of: first))
            )
        }
    }

    // MARK: Body

    private static let sections: Set = ["div", "div1", "div2", "div3", "div4", "div5", "div6", "body"]

    static let body = Translation(
        elements: [
            "ab": .p, "item": .li, "row": .tr, "emph": .em, "term": .em, "title": .cite, "lb": .br, "foreign": .span,
            "del": .s, "eg": .pre, "code": .code, "salute": .p, "signed": .p, "trailer": .p, "speaker": .p, "stage": .p,
            "epigraph": .blockquote, "floatingText": .blockquote, "opener": .div, "closer": .div, "dateline": .p, "byline": .p,
            "docTitle": .p, "titlePart": .p, "milestone": .hr, "ref": .a, "ptr": .a, "table": .table, "said": .q,
        ],
        attributes: ["target": .href, "cols": .colspan, "rows": .rowspan, "url": .src],
        skipped: [
            "fw", "pb", "cb", "facsimile", "teiHeader", "gb", "anchor", "index", "interp", "interpGrp", "standOff", "sic",
            "orig", "figDesc", "teiCorpus", "certainty", "space",
        ],
        readings: [
            "head": { run, node in
                switch run.source.parentName(of: node) {
                case "table": run.start(.caption, for: node)
                case "list": run.start(.p, for: node)
                case let parent where parent.hasPrefix("div") || parent == "body":
                    return run.startHeading(for: node, in: sections)
                default: run.start(.h3, for: node)
                }
                return .opened(1)
            },
            "ab": { run, node in
                let level = run.source.attribute("rend", of: node).flatMap { $0.last?.wholeNumberValue }
                guard run.source.attribute("type", of: node) == "header" else { return .left }
                let names: [MarkupName] = [.h1, .h1, .h2, .h3, .h4, .h5, .h6]
                run.start(names[min(max(level ?? 2, 1), 6)], for: node)
                return .opened(1)
            },
            "list": readList,
            "label": { run, node in
                guard run.source.parentName(of: node) == "list" else { return .left }
                run.start(.dt, for: node)
                return .opened(1)
            },
            "item": { run, node in
                guard run.source.holds(["label"], in: run.tree.parent(of: node)) else { return .left }
                run.start(.dd, for: node)
                return .opened(1)
            },
            "cell": { run, node in
                run.start(run.source.attribute("role", of: node) == "label" ? .th : .td, for: node)
                return .opened(1)
            },
            "hi": readHighlight,
            "quote": readQuote,
            "q": readQuote,
            "cit": readQuote,
            "note": readNote,
            "figure": readFigure,
            "graphic": { run, node in
                guard let image = run.image(node, at: "url") else { return .done }
                return run.addFigure(node, images: [image], caption: [])
            },
            "gap": { run, node in
                run.text("[…]", for: node)
                return .done
            },
            "lg": { run, node in
                run.start(.p, for: node)
                return .opened(1)
            },
            "l": { run, node in
                run.translate(in: node)
                run.start(.br, for: node, keepsAttributes: false)
                run.end()
                return .done
            },
        ]
    )

    @Sendable
    private static func readList(_ run: inout TranslationRun, _ node: MarkupTree.NodeID) -> Translation.Outcome {
        let word = [run.source.attribute("type", of: node), run.source.attribute("rend", of: node)].compactMap(\.self)
            .joined(separator: " ").lowercased()
        if run.source.holds(["label"], in: node) {
            run.start(.dl, for: node, keepsAttributes: false)
        } else {
            let isNumbered = ["order", "number", "ol"].contains(where: word.contains)
            run.start(isNumbered ? .ol : .ul, for: node, keepsAttributes: false)
        }
        return .opened(1)
    }

    @Sendable
    private static func readHighlight(_ run: inout TranslationRun, _ node: MarkupTree.NodeID) -> Translation.Outcome {
        let look = run.source.attribute("rend", of: node)?.lowercased() ?? ""
        let name: MarkupName =
            if look.contains("bold") || look == "#b" || look == "b" {
                .strong
            } else if look.contains("sup") {
                .sup
            } else if look.contains("sub") {
                .sub
            } else if look.contains("strike") || look == "#s" {
                .s
            } else if look.contains("under") || look == "#u" || look == "sc" || look.contains("small") {
                .span
            } else if look == "#t" || look.contains("mono") || look.contains("tt") {
                .code
            } else {
                .em
            }
        run.start(name, for: node, keepsAttributes: false)
        return .opened(1)
    }

    /// A quotation that stands on its own lines, or within a line.
    @Sendable
    private static func readQuote(_ run: inout TranslationRun, _ node: MarkupTree.NodeID) -> Translation.Outcome {
        let parent = run.source.parentName(of: node)
        let isBlock =
            run.source.holds(["p", "ab", "lg", "list", "quote"], in: node) || sections.contains(parent) || parent == "item"
            || parent == "cit" && sections.contains(run.source.parentName(of: run.tree.parent(of: node)))
        guard isBlock else {
            // Its marks stand in the text, most often.
            return .opened(0)
        }
        if parent == "cit" { return .opened(0) }
        run.start(.blockquote, for: node)
        return .opened(1)
    }

    @Sendable
    private static func readNote(_ run: inout TranslationRun, _ node: MarkupTree.NodeID) -> Translation.Outcome {
        let place = run.source.attribute("place", of: node)?.lowercased() ?? ""
        let parent = run.source.parentName(of: node)
        guard ["foot", "bottom", "end"].contains(where: place.contains) || !sections.contains(parent) else {
            run.start(.aside, for: node)
            return .opened(1)
        }
        run.note(node)
        return .done
    }

    @Sendable
    private static func readFigure(_ run: inout TranslationRun, _ node: MarkupTree.NodeID) -> Translation.Outcome {
        let alternative = run.source.value("figDesc", from: node)
        let images = run.source.find("graphic", from: node).compactMap {
            run.image($0, at: "url", alternative: alternative)
        }
        let captions = run.source.find("head", from: node) + run.source.find("p", from: node)
        return run.addFigure(node, images: images, caption: captions)
    }
}
