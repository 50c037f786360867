import Offprint
import OffprintHypertext
import OffprintMarkup

/// Atom 1.0 (RFC 4287) and 0.3: an article an entry.
struct AtomFeed {
    private let tree: MarkupTree
    private let feed: MarkupTree.NodeID

    init(_ tree: MarkupTree) {
        self.tree = tree
        feed = tree.descendant("feed", in: tree.document) ?? tree.document
    }

    /// The entries, in the order of the feed.
    var articles: [Article] { elements("entry", in: feed).map(article) }

    /// Atom's own elements, whose namespace differs between its versions.
    private func elements(_ name: String, in node: MarkupTree.NodeID) -> [MarkupTree.NodeID] {
        tree.elements(name, .atom, in: node) + tree.elements(name, .own, in: node)
    }

    private func element(_ name: String, in node: MarkupTree.NodeID) -> MarkupTree.NodeID? {
        elements(name, in: node).first
    }

    private func article(_ node: MarkupTree.NodeID) -> Article {
        let address = link("alternate", in: node)
        let base = tree.inherited("base", at: node) ?? address.flatMap { tree.attribute(named: "href", of: $0) }
        var entry = FeedEntry(tree, node, base: base ?? element("id", in: feed).map { tree.text(of: $0) })
        var metadata = Metadata()
        if let address, let url = entry.absolute(tree.attribute(named: "href", of: address)) {
            metadata.url.add(url, from: entry.origin(address))
        }
        claim(element("title", in: node), in: entry) { metadata.title.add($0, from: $1) }
        claim(element("summary", in: node), in: entry) { metadata.description.add($0, from: $1) }
        addPeople(to: &metadata, of: entry)
        for name in ["published", "issued"] {
            entry.claim(element(name, in: node)) {
                if let date = FeedEntry.date($0) { metadata.published.add(date, from: $1) }
            }
        }
        for name in ["updated", "modified"] {
            entry.claim(element(name, in: node)) {
                if let date = FeedEntry.date($0) { metadata.modified.add(date, from: $1) }
            }
        }
        entry.claim(element("id", in: node)) { metadata.identifiers.add([Identifier($0, scheme: "atom:id")], from: $1) }
        entry.claim(element("rights", in: node) ?? element("rights", in: feed)) { metadata.rights.add($0, from: $1) }
        addSubjects(to: &metadata, of: entry)
        addFeed(to: &metadata, of: entry)
        entry.article.metadata = metadata
        addBody(to: &entry)
        entry.addPictures()
        return entry.article
    }

    /// The link of a relation; one without a relation is an alternate.
    private func link(_ relation: String, in node: MarkupTree.NodeID) -> MarkupTree.NodeID? {
        elements("link", in: node).first { (tree.attribute(named: "rel", of: $0) ?? "alternate") == relation }
    }

    // MARK: Text constructs

    /// Calls `use` with a text construct on one line: its `type` says whether it is text, escaped HTML or XHTML.
    private func claim(_ node: MarkupTree.NodeID?, in entry: FeedEntry, _ use: (String, Origin) -> Void) {
        guard let node else { return }
        let isText = ["text", "text/plain"].contains(tree.attribute(named: "type", of: node) ?? "text")
        let whole = tree.text(of: node)
        guard let text = isText ? whole.tidied.trimmed : EscapedMarkup(whole, base: entry.base).line else { return }
        use(text, entry.origin(node))
    }

    private func blocks(of node: MarkupTree.NodeID, base: String?) -> [Block] {
        let type = tree.attribute(named: "type", of: node) ?? "text"
        if type == "xhtml" || tree.children(of: node).contains(where: { !tree.isText($0) }) {
            var builder = BlockBuilder(
                tree,
                context: BlockBuilder.Context(base: tree.inherited("base", at: node) ?? base)
            )
            return builder.blocks(in: node)
        }
        return EscapedMarkup(tree.text(of: node), base: base).blocks
    }

    private func addBody(to entry: inout FeedEntry) {
        let content = element("content", in: entry.node)
        if let content { entry.article.body = blocks(of: content, base: entry.base) }
        guard entry.article.body.isEmpty, let summary = element("summary", in: entry.node) else { return }
        entry.article.body = blocks(of: summary, base: entry.base)
        // What is the body is not repeated as its description.
        entry.article.metadata.description = Claims(.description)
    }

    // MARK: What an entry inherits

    private func addPeople(to metadata: inout Metadata, of entry: FeedEntry) {
        let source = element("source", in: entry.node)
        for holder in [entry.node, source, feed].compactMap(\.self) {
            let authors = elements("author", in: holder)
            let people = authors.compactMap { author -> Contributor? in
                guard let name = element("name", in: author).flatMap({ tree.text(of: $0).tidied.trimmed }) else {
                    return nil
                }
                let page = (element("uri", in: author) ?? element("url", in: author)).map { tree.text(of: $0) }
                return Contributor(name, url: entry.absolute(page))
            }
            guard let first = authors.first, !people.isEmpty else { continue }
            return metadata.authors.add(people, from: entry.origin(first))
        }
    }

    private func addSubjects(to metadata: inout Metadata, of entry: FeedEntry) {
        let categories = elements("category", in: entry.node)
        let tags = categories.compactMap { node in
            (tree.attribute(named: "label", of: node) ?? tree.attribute(named: "term", of: node))?.tidied.trimmed
                .map { Tag($0, uri: tree.attribute(named: "scheme", of: node)) }
        }
        if let first = categories.first, !tags.isEmpty { metadata.tags.add(tags, from: entry.origin(first)) }
    }

    private func addFeed(to metadata: inout Metadata, of entry: FeedEntry) {
        let holder = element("source", in: entry.node) ?? feed
        let home = link("alternate", in: holder).flatMap { entry.absolute(tree.attribute(named: "href", of: $0)) }
        claim(element("title", in: holder), in: entry) { metadata.publisher.add(Organization($0, url: home), from: $1) }
        if let tag = tree.inherited("lang", at: entry.node).flatMap(LanguageTag.normalized) {
            metadata.language.add(tag, from: Origin(.feed, at: "@xml:lang", line: tree.line(of: entry.node)))
        }
    }
}
