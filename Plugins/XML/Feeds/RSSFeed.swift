import Offprint
import OffprintHypertext
import OffprintMarkup

/// RSS 0.9x, 1.0 and 2.0 with the modules that news feeds use (https://www.rssboard.org/rss-specification): an
/// article an item.
struct RSSFeed {
    private let tree: MarkupTree
    private let channel: MarkupTree.NodeID

    init(_ tree: MarkupTree) {
        self.tree = tree
        channel = tree.descendant("channel", in: tree.document) ?? tree.document
    }

    /// The items, in the order of the feed.
    ///
    /// In RSS 1.0 they stand beside the channel.
    var articles: [Article] {
        tree.descendants(named: "item", in: tree.document).map(article)
    }

    private func article(_ item: MarkupTree.NodeID) -> Article {
        let link = tree.element("link", in: item).map { tree.text(of: $0) }?.trimmed
        let home = tree.element("link", in: channel).map { tree.text(of: $0) }?.trimmed
        let page = link.map { link in home.map { WebAddress.resolve(link, against: $0) } ?? link }
        let base = tree.inherited("base", at: item) ?? page ?? home
        var entry = FeedEntry(tree, item, base: base)
        addHead(to: &entry)
        addPeopleAndDates(to: &entry)
        addAddress(to: &entry)
        addSubjects(to: &entry)
        addChannel(to: &entry)
        addBody(to: &entry)
        entry.addPictures()
        return entry.article
    }

    private func addHead(to entry: inout FeedEntry) {
        var metadata = entry.article.metadata
        let title = tree.element("title", in: entry.node) ?? tree.element("title", .dublinCore, in: entry.node)
        entry.claim(title) { metadata.title.add($0, from: $1) }
        let language = tree.element("language", .dublinCore, in: entry.node) ?? tree.element("language", in: channel)
        entry.claim(language) { if let tag = LanguageTag.normalized($0) { metadata.language.add(tag, from: $1) } }
        if let tag = tree.inherited("lang", at: entry.node).flatMap(LanguageTag.normalized) {
            metadata.language.add(tag, from: Origin(.feed, at: "@xml:lang", line: tree.line(of: entry.node)))
        }
        entry.article.metadata = metadata
    }

    private func addPeopleAndDates(to entry: inout FeedEntry) {
        var metadata = entry.article.metadata
        let creators = tree.elements("creator", .dublinCore, in: entry.node)
        let authors = creators.isEmpty ? tree.elements("author", in: entry.node) : creators
        let people = authors.flatMap { author -> [Contributor] in
            guard let text = EscapedMarkup(tree.text(of: author), base: nil).line else { return [] }
            return text.split(separator: ";").compactMap { FeedEntry.person(String($0)) }
        }
        if let first = authors.first, !people.isEmpty { metadata.authors.add(people, from: entry.origin(first)) }
        for name in [tree.element("pubDate", in: entry.node), tree.element("date", .dublinCore, in: entry.node)] {
            entry.claim(name) { if let date = FeedEntry.date($0) { metadata.published.add(date, from: $1) } }
        }
        let updated =
            tree.element("updated", .atom, in: entry.node) ?? tree.element("modified", .dublinCore, in: entry.node)
        entry.claim(updated) { if let date = FeedEntry.date($0) { metadata.modified.add(date, from: $1) } }
        entry.article.metadata = metadata
    }

    private func addAddress(to entry: inout FeedEntry) {
        if let link = tree.element("link", in: entry.node), let address = entry.absolute(tree.text(of: link)) {
            entry.article.metadata.url.add(address, from: entry.origin(link))
        }
        guard let guid = tree.element("guid", in: entry.node), let value = tree.text(of: guid).trimmed else { return }
        let isAddress = tree.attribute(named: "isPermaLink", of: guid)?.lowercased() != "false"
        if isAddress, value.hasPrefix("http://") || value.hasPrefix("https://") {
            entry.article.metadata.url.add(value, from: entry.origin(guid))
        }
        entry.article.metadata.identifiers.add([Identifier(value, scheme: "guid")], from: entry.origin(guid))
    }

    private func addSubjects(to entry: inout FeedEntry) {
        let named = tree.elements("category", in: entry.node) + tree.elements("subject", .dublinCore, in: entry.node)
        let tags = named.compactMap { node in
            EscapedMarkup(tree.text(of: node), base: nil).line.map { Tag($0, uri: tree.attribute(named: "domain", of: node)) }
        }
        if let first = named.first, !tags.isEmpty { entry.article.metadata.tags.add(tags, from: entry.origin(first)) }
    }

    private func addChannel(to entry: inout FeedEntry) {
        var metadata = entry.article.metadata
        let own = tree.element("rights", .dublinCore, in: entry.node)
        let rights = own ?? tree.element("copyright", in: channel) ?? tree.element("rights", .dublinCore, in: channel)
        entry.claim(rights) { metadata.rights.add($0, from: $1) }
        let source = tree.element("source", in: entry.node)
        let home = (source == nil ? tree.element("link", in: channel).map { tree.text(of: $0) } : nil)?.trimmed
        entry.claim(source ?? tree.element("title", in: channel)) {
            metadata.publisher.add(Organization($0, url: home), from: $1)
        }
        entry.article.metadata = metadata
    }

    private func addBody(to entry: inout FeedEntry) {
        let full = tree.element("encoded", .content, in: entry.node) ?? tree.element("content", .atom, in: entry.node)
        let description = tree.element("description", in: entry.node) ?? tree.element("summary", .atom, in: entry.node)
        let fuller = full.flatMap { tree.text(of: $0).trimmed == nil ? nil : $0 }
        if let body = fuller ?? description {
            entry.article.body = EscapedMarkup(tree.text(of: body), base: entry.base).blocks
        }
        guard fuller != nil else { return }
        var metadata = entry.article.metadata
        entry.claim(description) { metadata.description.add($0, from: $1) }
        entry.article.metadata = metadata
    }
}
