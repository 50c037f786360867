import Offprint
import OffprintHypertext
import OffprintMarkup

/// Atom 1.0 (RFC 4287) and 0.3: an article an entry.
struct AtomFeed: XMLFamily {
    let format = Format(
        id: "atom",
        name: "Atom",
        fileExtensions: ["atom"],
        mediaTypes: ["application/atom+xml"],
        capacity: .many
    )

    func recognizes(_ root: RootElement) -> Bool { root.name == "feed" || root.name == "entry" && root.says("atom") }

    func articles(of source: XMLSource, reporting diagnostics: inout Diagnostics) -> [Article] {
        let feed = AtomFeedReading(source)
        let articles = source.name(of: source.root) == "entry" ? [feed.article(source.root)] : feed.articles
        feed.carry()
        return articles
    }
}

/// A feed, and what its entries inherit.
private struct AtomFeedReading {
    private let source: XMLSource
    private let feed: MarkupTree.NodeID
    private let elements: FeedElements

    init(_ source: XMLSource) {
        self.source = source
        feed = source.tree.descendant("feed", in: source.tree.document) ?? source.root
        elements = FeedElements(of: feed, in: source)
    }

    /// The entries, in the order of the feed.
    var articles: [Article] { elements.atom("entry").map(article) }

    /// What a feed says of itself and no article needs.
    func carry() {
        for name in [
            "id", "title", "updated", "modified", "link", "author", "generator", "subtitle", "tagline", "icon",
            "logo", "rights", "info", "copyright",
        ] {
            for node in elements.atom(name) { source.carry(node) }
        }
    }

    func article(_ node: MarkupTree.NodeID) -> Article {
        let parts = FeedElements(of: node, in: source)
        let address = link("alternate", in: parts)
        let page = address.flatMap { source.attribute("href", of: $0) }
        let base = source.tree.base(at: node) ?? page ?? elements.atom("id").first.flatMap(source.text)
        var entry = FeedEntry(source, node, parts, base: base)
        var metadata = Metadata()
        if let address, let url = entry.absolute(page) { metadata.url.add(url, from: entry.origin(address)) }
        for node in parts.atom("link") { source.carry(node) }
        claim(parts.atom("title").first, in: entry) { metadata.title.add($0, from: $1) }
        claim(parts.first("title", .media), in: entry) { metadata.title.add($0, from: $1) }
        addPeople(to: &metadata, of: entry)
        entry.claim(parts.atom("id").first) { metadata.identifiers.add([Identifier($0, scheme: "atom:id")], from: $1) }
        for rights in [
            parts.atom("rights").first, parts.atom("copyright").first, elements.atom("rights").first,
            elements.atom("copyright").first,
        ] {
            claim(rights, in: entry) { metadata.rights.add($0, from: $1) }
        }
        addFeed(to: &metadata, of: entry)
        entry.article.metadata = metadata
        for name in ["published", "issued", "created"] { entry.claim(parts.atom(name).first, as: \.published) }
        entry.claim(parts.first("date", .dublinCore), as: \.published)
        for name in ["updated", "modified"] { entry.claim(parts.atom(name).first, as: \.modified) }
        addBody(to: &entry)
        addLanguage(to: &entry)
        entry.addTags(
            parts.atom("category").compactMap { node in
                let name = source.attribute("label", of: node) ?? source.attribute("term", of: node)
                return name?.tidied.trimmed.map { (Tag($0, uri: source.attribute("scheme", of: node)), node) }
            }
        )
        entry.addPictures()
        return entry.article
    }

    /// The link of a relation; one without a relation is an alternate.
    private func link(_ relation: String, in parts: FeedElements) -> MarkupTree.NodeID? {
        parts.atom("link").first { (source.attribute("rel", of: $0) ?? "alternate") == relation }
    }

    // MARK: Text constructs

    /// Calls `use` with a text construct on one line: its `type` says whether it is text, escaped HTML or XHTML.
    private func claim(_ node: MarkupTree.NodeID?, in entry: FeedEntry, _ use: (String, Origin) -> Void) {
        guard let node, let text = AtomText(source, node).line(in: entry) else { return }
        use(text, entry.origin(node))
    }

    private func addBody(to entry: inout FeedEntry) {
        let parts = entry.elements
        let groups = parts.all("group", .media).flatMap { FeedElements(of: $0, in: source).all("description") }
        entry.addBody(
            full: parts.atom("content"),
            short: parts.atom("summary") + parts.all("description", .dublinCore) + parts.all("description", .media)
                + groups
        ) { AtomText(source, $1).blocks(in: $0) }
    }

    // MARK: What an entry inherits

    private func addPeople(to metadata: inout Metadata, of entry: FeedEntry) {
        let origin = entry.elements.atom("source").first.map { FeedElements(of: $0, in: source) }
        for holder in [entry.elements, origin, elements].compactMap(\.self) {
            let authors = holder.atom("author") + holder.all("creator", .dublinCore)
            let people = authors.compactMap { author -> Contributor? in
                source.carry(author)
                let parts = FeedElements(of: author, in: source)
                let name = parts.atom("name").first ?? (source.tree.holdsElements(author) ? nil : author)
                guard let text = name.flatMap(source.text) else { return nil }
                let page = (parts.atom("uri").first ?? parts.atom("url").first).flatMap(source.text)
                return Contributor(text, url: entry.absolute(page))
            }
            guard let first = authors.first, !people.isEmpty else { continue }
            metadata.authors.add(people, from: entry.origin(first))
            break
        }
        let others = entry.elements.atom("contributor").compactMap { node -> Contributor? in
            source.carry(node)
            return FeedElements(of: node, in: source).atom("name").first.flatMap(source.text).map {
                Contributor($0)
            }
        }
        if let first = entry.elements.atom("contributor").first, !others.isEmpty {
            metadata.contributors.add(others, from: entry.origin(first))
        }
    }

    private func addFeed(to metadata: inout Metadata, of entry: FeedEntry) {
        let origin = entry.elements.atom("source").first
        let holder = origin.map { FeedElements(of: $0, in: source) } ?? elements
        if let origin { source.carry(origin) }
        let home = link("alternate", in: holder).flatMap { entry.absolute(source.attribute("href", of: $0)) }
        claim(holder.atom("title").first, in: entry) { metadata.publisher.add(Organization($0, url: home), from: $1) }
    }

    /// The language of the entry, behind that of its text.
    private func addLanguage(to entry: inout FeedEntry) {
        guard let tag = source.tree.inherited("lang", at: entry.node).flatMap(LanguageTag.normalized) else { return }
        entry.article.metadata.language.add(
            tag,
            from: Origin(.feed, at: "@xml:lang", line: source.tree.line(of: entry.node))
        )
    }
}

extension FeedElements {
    /// Atom's own elements, whose namespace differs between its versions.
    func atom(_ name: String) -> [MarkupTree.NodeID] { all(name) + all(name, .atom) }
}

/// A text construct of Atom: text, escaped HTML, XHTML, or any of them in base64.
private struct AtomText {
    private let source: XMLSource
    private let node: MarkupTree.NodeID
    private let type: String
    private let mode: String

    init(_ source: XMLSource, _ node: MarkupTree.NodeID) {
        self.source = source
        self.node = node
        type = source.attribute("type", of: node)?.lowercased() ?? "text"
        mode = source.attribute("mode", of: node)?.lowercased() ?? ""
        source.carry(node)
    }

    private var isText: Bool { ["text", "text/plain"].contains(type) }

    /// What base64 stands for: Atom 0.3 says so, in Atom 1.0 every type that is no text is in it.
    private var decoded: String? {
        let isCoded =
            mode == "base64"
            || mode.isEmpty && type.contains("/") && !type.hasPrefix("text/") && !type.hasSuffix("xml")
                && !type.contains("html")
        guard isCoded, !source.tree.holdsElements(node) else { return nil }
        return Base64.decode(source.tree.text(of: node)).flatMap { String(validating: $0, as: UTF8.self) }
    }

    func line(in entry: FeedEntry) -> String? {
        if let decoded { return EscapedMarkup(decoded, base: entry.base).line }
        if isText, !source.tree.holdsElements(node) { return source.text(node) }
        return entry.line(node)
    }

    func blocks(in entry: FeedEntry) -> [Block] {
        if let decoded { return EscapedMarkup(decoded, base: entry.base).blocks }
        if isText, source.attribute("type", of: node) != nil, !source.tree.holdsElements(node) {
            let text = source.tree.text(of: node)
            // What is markup from end to end is HTML that is called text.
            let words = text.trimmed ?? ""
            if !(words.first == "<" && words.last == ">") {
                return PlainParagraphs.split(text).map { .paragraph([.text($0)]) }
            }
        }
        return entry.blocks(node)
    }
}
