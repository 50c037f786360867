import Offprint
import OffprintHypertext
import OffprintMarkup

/// RSS 0.9x, 1.0 and 2.0 with the modules that news feeds use (https://www.rssboard.org/rss-specification): an
/// article an item.
struct RSSFeed: XMLFamily {
    let format = Format(
        id: "rss",
        name: "RSS",
        fileExtensions: ["rss", "rdf"],
        mediaTypes: ["application/rss+xml", "application/rdf+xml"],
        capacity: .many
    )

    func recognizes(_ root: RootElement) -> Bool { ["rss", "RDF", "channel"].contains(root.name) }

    func articles(of source: XMLSource, reporting diagnostics: inout Diagnostics) -> [Article] {
        let channel = RSSChannel(source)
        // In RSS 1.0 the items stand beside the channel.
        let articles = source.tree.descendants(named: "item", in: source.tree.document).map { channel.article($0) }
        channel.carry()
        return articles
    }
}

/// The channel of a feed, and what its items inherit.
struct RSSChannel {
    private let source: XMLSource
    private let node: MarkupTree.NodeID
    private let elements: FeedElements
    private let home: String?

    init(_ source: XMLSource) {
        self.source = source
        node = source.tree.descendant("channel", in: source.tree.document) ?? source.root
        elements = FeedElements(of: node, in: source)
        home = elements.first("link").map { source.tree.text(of: $0) }?.trimmed
    }

    /// What a channel says of itself and no article needs.
    func carry() {
        for (name, module) in [
            ("title", FeedModule.own), ("link", .own), ("description", .own), ("language", .own), ("copyright", .own),
            ("pubDate", .own), ("lastBuildDate", .own), ("generator", .own), ("docs", .own), ("ttl", .own),
            ("image", .own), ("items", .own), ("link", .atom), ("managingEditor", .own), ("webMaster", .own),
        ] {
            for node in elements.all(name, module) { source.carry(node) }
        }
    }

    /// The article of an item.
    func article(_ item: MarkupTree.NodeID) -> Article {
        let elements = FeedElements(of: item, in: source)
        let link = address(elements)
        let page = link.map { link in home.map { WebAddress.resolve(link.text, against: $0) } ?? link.text }
        let base = source.tree.base(at: item) ?? page ?? home
        var entry = FeedEntry(source, item, elements, base: base)
        addHead(to: &entry)
        addPeople(to: &entry)
        addDates(to: &entry)
        addAddress(link, to: &entry)
        addSubjects(to: &entry)
        addChannel(to: &entry)
        entry.addBody(
            full: elements.all("encoded", .content) + elements.all("content", .atom) + elements.all("fullitem")
                + elements.all("body", .xhtml) + elements.all("body") + elements.all("content"),
            short: elements.all("description") + elements.all("summary") + elements.all("summary", .atom)
                + elements.all("description", .dublinCore) + elements.all("abstract")
                + elements.all("description", .media) + groupDescriptions(elements)
        ) { $0.blocks($1) }
        addLanguage(to: &entry)
        entry.addPictures()
        return entry.article
    }

    private func groupDescriptions(_ elements: FeedElements) -> [MarkupTree.NodeID] {
        elements.all("group", .media).flatMap { FeedElements(of: $0, in: source).all("description") }
    }

    /// The page of an item: the first link that says one.
    private func address(_ elements: FeedElements) -> (text: String, node: MarkupTree.NodeID)? {
        for node in elements.all("link") + elements.all("link", .atom) {
            let relation = source.attribute("rel", of: node) ?? "alternate"
            guard relation == "alternate" else { continue }
            if let text = source.text(node) ?? source.attribute("href", of: node) { return (text, node) }
        }
        return nil
    }

    private func addHead(to entry: inout FeedEntry) {
        var metadata = entry.article.metadata
        for title in [
            entry.elements.first("title"), entry.elements.first("title", .dublinCore),
            entry.elements.first("title", .media),
        ] {
            entry.claim(title) { metadata.title.add($0, from: $1) }
        }
        entry.article.metadata = metadata
    }

    /// The language of the item and, behind that of its text, of the feed.
    private func addLanguage(to entry: inout FeedEntry) {
        var metadata = entry.article.metadata
        for language in [
            entry.elements.first("language", .dublinCore), elements.first("language"),
            elements.first("language", .dublinCore),
        ] {
            entry.claim(language) { if let tag = LanguageTag.normalized($0) { metadata.language.add(tag, from: $1) } }
        }
        if let tag = source.tree.inherited("lang", at: entry.node).flatMap(LanguageTag.normalized) {
            metadata.language.add(tag, from: Origin(.feed, at: "@xml:lang", line: source.tree.line(of: entry.node)))
        }
        entry.article.metadata = metadata
    }

    private func addPeople(to entry: inout FeedEntry) {
        let creators = entry.elements.all("creator", .dublinCore)
        let authors = creators.isEmpty ? entry.elements.all("author") + entry.elements.all("author", .atom) : creators
        let people = authors.flatMap { author -> [Contributor] in
            let name = FeedElements(of: author, in: source).first("name") ?? author
            source.carry(author)
            guard let text = entry.line(name) else { return [] }
            return text.split(separator: ";").compactMap { FeedEntry.person(String($0)) }
        }
        if let first = authors.first, !people.isEmpty {
            entry.article.metadata.authors.add(people, from: entry.origin(first))
        }
        let others = entry.elements.all("contributor", .dublinCore)
        let names = others.compactMap(entry.line).compactMap(FeedEntry.person)
        if let first = others.first, !names.isEmpty {
            entry.article.metadata.contributors.add(names, from: entry.origin(first))
        }
    }

    private func addDates(to entry: inout FeedEntry) {
        for (name, module) in [
            ("pubDate", FeedModule.own), ("date", .dublinCore), ("issued", .dublinCore), ("created", .dublinCore),
            ("published", .atom), ("published", .own), ("created", .own),
        ] {
            entry.claim(entry.elements.first(name, module), as: \.published)
        }
        for (name, module) in [("updated", FeedModule.atom), ("modified", .dublinCore), ("updated", .own)] {
            entry.claim(entry.elements.first(name, module), as: \.modified)
        }
    }

    private func addAddress(_ link: (text: String, node: MarkupTree.NodeID)?, to entry: inout FeedEntry) {
        if let link, let address = entry.absolute(link.text) {
            entry.article.metadata.url.add(address, from: entry.origin(link.node))
        }
        if let guid = entry.elements.first("guid"), let value = source.text(guid) {
            let isAddress = source.attribute("isPermaLink", of: guid)?.lowercased() != "false"
            if isAddress, value.hasPrefix("http://") || value.hasPrefix("https://") {
                entry.article.metadata.url.add(value, from: entry.origin(guid))
            }
            entry.article.metadata.identifiers.add([Identifier(value, scheme: "guid")], from: entry.origin(guid))
        }
        if let about = source.attribute("about", of: entry.node) {
            let origin = Origin(.feed, at: "item/@rdf:about", line: source.tree.line(of: entry.node))
            entry.article.metadata.identifiers.add([Identifier(about, scheme: "rdf:about")], from: origin)
        }
        entry.claim(entry.elements.first("identifier", .dublinCore)) {
            entry.article.metadata.identifiers.add([Identifier($0, scheme: "dc:identifier")], from: $1)
        }
    }

    private func addSubjects(to entry: inout FeedEntry) {
        entry.addTags(
            entry.elements.all("category").compactMap { node in
                entry.line(node).map { (Tag($0, uri: source.attribute("domain", of: node)), node) }
            }
        )
    }

    private func addChannel(to entry: inout FeedEntry) {
        var metadata = entry.article.metadata
        let rights = [
            entry.elements.first("rights", .dublinCore), entry.elements.first("rights"),
            entry.elements.first("copyright", .media), elements.first("copyright"),
            elements.first("rights", .dublinCore),
        ]
        for node in rights { entry.claim(node) { metadata.rights.add($0, from: $1) } }
        entry.claim(entry.elements.first("publisher", .dublinCore)) {
            metadata.publisher.add(Organization($0), from: $1)
        }
        let origin = entry.elements.first("source")
        entry.claim(origin) { metadata.publisher.add(Organization($0), from: $1) }
        if origin == nil {
            entry.claim(elements.first("title")) { metadata.publisher.add(Organization($0, url: home), from: $1) }
        }
        entry.article.metadata = metadata
    }
}
