import Offprint
import OffprintHypertext
import OffprintMarkup

/// NITF 3.x, the News Industry Text Format (https://www.iptc.org/std/NITF/): one article a document.
struct NITFDocument {
    private let tree: MarkupTree
    private let root: MarkupTree.NodeID

    init(_ tree: MarkupTree) {
        self.tree = tree
        root = tree.descendant("nitf", in: tree.document) ?? tree.document
    }

    /// The article.
    var articles: [Article] {
        var article = Article()
        addHeadlines(to: &article.metadata)
        addByline(to: &article.metadata)
        addDocumentData(to: &article.metadata)
        addSubjects(to: &article.metadata)
        article.body = body
        addAbstract(to: &article)
        return [article]
    }

    private func origin(_ node: MarkupTree.NodeID, attribute: String? = nil) -> Origin {
        let name = tree.qualifiedName(of: node).local + (attribute.map { "@\($0)" } ?? "")
        return Origin(.formatField, at: name, line: tree.line(of: node))
    }

    private func text(_ node: MarkupTree.NodeID?) -> String? { node.flatMap { tree.text(of: $0).tidied.trimmed } }

    // MARK: Head

    private func addHeadlines(to metadata: inout Metadata) {
        let hedline = tree.descendant("hedline", in: root) ?? tree.descendant("headline", in: root)
        if let hedline {
            if let node = tree.descendant("hl1", in: hedline), let title = text(node) {
                metadata.title.add(title, from: origin(node))
            }
            if let node = tree.descendant("hl2", in: hedline), let subtitle = text(node) {
                metadata.subtitle.add(subtitle, from: origin(node))
            }
        }
        if let head = tree.descendant("head", in: root), let node = tree.descendant("title", in: head),
            let title = text(node)
        {
            metadata.title.add(title, from: Origin(.titleElement, at: "head/title", line: tree.line(of: node)))
        }
        if let tag = tree.inherited("lang", at: tree.descendant("body", in: root) ?? root).flatMap(
            LanguageTag.normalized
        ) {
            metadata.language.add(tag, from: Origin(.formatField, at: "@xml:lang", line: tree.line(of: root)))
        }
    }

    /// The byline without its title line, which is the author's role.
    private func addByline(to metadata: inout Metadata) {
        let head = tree.descendant("body.head", in: root) ?? root
        for byline in tree.descendants(named: "byline", in: head) {
            let title = tree.descendant("byttl", in: byline)
            let whole = tree.textRange(of: byline)
            var names = Array(tree.textBytes[whole])
            if let title {
                let role = tree.textRange(of: title)
                names.removeSubrange(role.lowerBound - whole.lowerBound..<role.upperBound - whole.lowerBound)
            }
            guard let printed = String(decoding: names, as: UTF8.self).tidied.trimmed else { continue }
            metadata.byline.add(printed, from: origin(byline))
            let people = tree.descendants(named: "person", in: byline).compactMap { text($0) }
            let authors = people.isEmpty ? [Self.name(inByline: printed)] : people
            metadata.authors.add(
                authors.map { Contributor($0, kind: people.isEmpty ? .unknown : .person, role: text(title)) },
                from: origin(byline)
            )
        }
        if let dateline = tree.descendant("dateline", in: head),
            let place = text(tree.descendant("location", in: dateline)) ?? text(dateline)
        {
            metadata.places.add([place], from: origin(dateline))
        }
        if let distributor = tree.descendant("distributor", in: head), let name = text(distributor) {
            metadata.agencies.add([Organization(name)], from: origin(distributor))
        }
    }

    /// The name in a printed byline, without the word that opens it.
    private static func name(inByline byline: String) -> String {
        let word = byline.prefix { !$0.isWhitespace }.lowercased()
        guard ["by", "von", "par", "por", "di", "door", "av", "af"].contains(word) else { return byline }
        return String(byline.dropFirst(word.count)).trimmed ?? byline
    }

    private func addDocumentData(to metadata: inout Metadata) {
        func date(_ name: String, _ use: (Timestamp, Origin) -> Void) {
            guard let node = tree.descendant(name, in: root),
                let date = tree.attribute(named: "norm", of: node).flatMap({ Timestamp(iso8601: $0) })
            else { return }
            use(date, origin(node, attribute: "norm"))
        }
        date("date.issue") { metadata.published.add($0, from: $1) }
        date("story.date") { metadata.published.add($0, from: $1) }
        date("date.release") { metadata.embargo.add($0, from: $1) }
        date("date.expire") { metadata.expires.add($0, from: $1) }
        guard let data = tree.descendant("docdata", in: root) else { return }
        if let word = tree.attribute(named: "management-status", of: data)?.lowercased(),
            let status = Self.statuses[word]
        {
            metadata.status.add(status, from: origin(data, attribute: "management-status"))
        }
        if let node = tree.descendant("doc-id", in: data),
            let id = tree.attribute(named: "id-string", of: node)?.trimmed
        {
            metadata.identifiers.add([Identifier(id, scheme: "doc-id")], from: origin(node, attribute: "id-string"))
        }
        if let node = tree.descendant("doc.copyright", in: data),
            let holder = tree.attribute(named: "holder", of: node)?.trimmed
        {
            let year = tree.attribute(named: "year", of: node)?.trimmed
            metadata.rights.add([year, holder].compactMap(\.self).joined(separator: " "), from: origin(node))
        }
        if let node = tree.descendant("urgency", in: data),
            let urgency = tree.attribute(named: "ed-urg", of: node)?.trimmed
        {
            metadata.priority.add(urgency, from: origin(node, attribute: "ed-urg"))
        }
        let notes = tree.descendants(named: "ed-msg", in: data).compactMap { node in
            tree.attribute(named: "info", of: node)?.trimmed ?? text(node)
        }
        if let node = tree.descendant("ed-msg", in: data), !notes.isEmpty {
            metadata.notes.add(notes, from: origin(node))
        }
        if let node = tree.descendant("pubdata", in: root), let name = tree.attribute(named: "name", of: node)?.trimmed
        {
            metadata.publisher.add(Organization(name), from: origin(node, attribute: "name"))
        }
    }

    private static let statuses: [String: PublicationStatus] = [
        "usable": .usable, "embargoed": .embargoed, "withheld": .withheld, "canceled": .canceled,
        "cancelled": .canceled,
        "killed": .canceled,
    ]

    private func addSubjects(to metadata: inout Metadata) {
        let keywords = tree.descendants(named: "keyword", in: root)
        let tags = keywords.compactMap { tree.attribute(named: "key", of: $0)?.tidied.trimmed.map { Tag($0) } }
        if let first = keywords.first, !tags.isEmpty { metadata.tags.add(tags, from: origin(first, attribute: "key")) }
    }

    // MARK: Body

    /// The elements of NITF that are elements of HTML by another name.
    private static let synonyms: [String: MarkupName] = [
        "hl1": .h1, "hl2": .h2, "bq": .blockquote, "block": .div, "body.content": .div, "nitf-table": .div,
        "note": .aside,
        "fn": .div, "datasource": .div, "frac": .span,
    ]

    private var body: [Block] {
        guard let content = tree.descendant("body.content", in: root) ?? tree.descendant("body", in: root) else {
            return []
        }
        let context = BlockBuilder.Context(
            base: tree.inherited("base", at: content),
            language: tree.inherited("lang", at: content),
            synonyms: Self.synonyms
        )
        let skipped: Set = ["abstract", "body.head", "byline", "dateline", "nitf-table-metadata", "custom-table"]
        var builder = BlockBuilder(tree, context: context) {
            !tree.isText($0) && skipped.contains(tree.qualifiedName(of: $0).local)
        } reading: { builder, node in
            guard tree.qualifiedName(of: node).local == "media" else { return nil }
            return media(node, builder: &builder)
        }
        var blocks = builder.blocks(in: content)
        if let end = tree.descendant("body.end", in: root), let tagline = tree.descendant("tagline", in: end) {
            let note = builder.blocks(in: tagline)
            if !note.isEmpty { blocks.append(.aside(Aside(.note, content: note))) }
        }
        return blocks
    }

    private func media(_ node: MarkupTree.NodeID, builder: inout BlockBuilder) -> [Block] {
        let references = tree.descendants(named: "media-reference", in: node)
        let caption = tree.descendant("media-caption", in: node).map { builder.inlines(in: $0) } ?? []
        let credit = text(tree.descendant("media-producer", in: node))
        let type = tree.attribute(named: "media-type", of: node)?.lowercased() ?? "image"
        guard type != "video", type != "audio" else {
            let address = references.lazy.compactMap { tree.attribute(named: "source", of: $0)?.trimmed }.first
            return [.embed(Embed(type == "video" ? .video : .audio, url: address, title: caption.plainText.trimmed))]
        }
        let images = references.compactMap { reference -> ImageReference? in
            guard let source = tree.attribute(named: "source", of: reference)?.trimmed, WebAddress.isSafe(source) else {
                return nil
            }
            return ImageReference(
                url: source,
                alternativeText: tree.attribute(named: "alternate-text", of: reference),
                width: tree.attribute(named: "width", of: reference).flatMap { Int($0) },
                height: tree.attribute(named: "height", of: reference).flatMap { Int($0) }
            )
        }
        guard !images.isEmpty || !caption.isEmpty || credit != nil else { return [] }
        // Several references are renditions of one picture; the widest is shown.
        let widest = images.max { ($0.width ?? 0) < ($1.width ?? 0) }
        return [.figure(Figure(images: widest.map { [$0] } ?? [], caption: caption, credit: credit))]
    }

    /// The abstract is a description, unless it repeats the first paragraph.
    private func addAbstract(to article: inout Article) {
        guard let node = tree.descendant("abstract", in: root), let abstract = text(node) else { return }
        if case .paragraph(let first, _)? = article.body.first, first.plainText.agrees(with: abstract) { return }
        article.metadata.description.add(abstract, from: origin(node))
    }
}
