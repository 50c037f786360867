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
            ["JATS", "NLM", "journalpublishing", "archivearticle"].contains(where: root.doctype.contains)
                || ["article-type=", "dtd-version="].contains(where: root.tag.contains)
                || root.content.contains("<front>") || root.content.contains("<article-meta")
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
            \.publisher,
            "front/journal-meta/journal-title-group/journal-title",
            "front/journal-meta/journal-title",
            "front/journal-meta/publisher/publisher-name"
        ),
        .identifier("doi", "front/article-meta/article-id[@pub-id-type=doi]"),
        .identifier("article-id", "front/article-meta/article-id[!@pub-id-type=doi]"),
        .tags(.subject, "front/article-meta/kwd-group/kwd", "front/article-meta/article-categories//subject"),
        .text(
            \.rights,
            "front/article-meta/permissions/copyright-statement",
            "front/article-meta/permissions/license",
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
            let named =
                source.first("name", from: node) ?? source.first("string-name", from: node)
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
}
