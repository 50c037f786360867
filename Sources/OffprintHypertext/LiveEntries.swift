import OffprintMarkup
import OffprintModel

// Entries of live blogs, by microdata or by classes of the boxes around them.
extension BlockBuilder {
    /// Whether an article within the page is an entry of a live blog.
    mutating func isLiveEntry(_ node: MarkupTree.NodeID, _ traits: ClassTraits) -> Bool {
        if let type = tree.attributeBytes(.itemprop, of: node), type.elementsEqual("liveBlogUpdate".utf8) {
            return true
        }
        guard tree.name(of: node) == .article else { return false }
        let parent = tree.parent(of: node)
        if parent != lastLiveParent.node { lastLiveParent = (parent, isWithinLiveBlog(node)) }
        return lastLiveParent.isLive
    }

    private func isWithinLiveBlog(_ node: MarkupTree.NodeID) -> Bool {
        var ancestor = tree.parent(of: node)
        for _ in 0..<12 where ancestor > 0 {
            if let type = tree.attributeBytes(.itemtype, of: ancestor),
                type.trimmedOfSpace.suffix(15).elementsEqual("LiveBlogPosting".utf8)
            {
                return true
            }
            if traits(of: ancestor).contains(.live) { return true }
            ancestor = tree.parent(of: ancestor)
        }
        return false
    }

    /// An entry: when, what, by whom, and its blocks; `nil` where it says neither time nor title.
    mutating func liveEntry(_ node: MarkupTree.NodeID, depth: Int) -> Block? {
        guard depth < Article.maximumDepth - 2 else { return nil }
        var time: (node: MarkupTree.NodeID, value: Timestamp)?
        var title: MarkupTree.NodeID?
        var author: MarkupTree.NodeID?
        for part in tree.descendants(of: node).prefix(200) {
            switch tree.name(of: part) {
            case .time where time == nil:
                if let value = tree.attribute(.datetime, of: part).flatMap({ Timestamp(iso8601: $0) }) {
                    time = (part, value)
                }
            case .h1, .h2, .h3, .h4, .h5, .h6: if title == nil { title = part }
            case .meta where time == nil:
                if tree.attributeBytes(.itemprop, of: part)?.elementsEqual("datePublished".utf8) == true,
                    let value = tree.attribute(.content, of: part).flatMap({ Timestamp(iso8601: $0) })
                {
                    time = (part, value)
                }
            case .span, .p, .div, .a, .address:
                if author == nil, isAuthor(part) { author = part }
            default: continue
            }
        }
        let isUpdate = tree.attributeBytes(.itemprop, of: node)?.elementsEqual("liveBlogUpdate".utf8) == true
        guard time != nil || isUpdate && title != nil else { return nil }
        let heading = title.map { inlines(in: $0, depth: depth + 1) } ?? []
        let name = author.flatMap { tree.text(of: $0).tidied.trimmed }
        setAside.formUnion([time?.node, title, author].compactMap(\.self))
        let content = blocks(in: node, under: [], depth: depth + 1)
        guard !content.isEmpty || !heading.isEmpty else { return nil }
        return .liveEntry(LiveEntry(time: time?.value, title: heading, author: name, content: content))
    }

    private func isAuthor(_ node: MarkupTree.NodeID) -> Bool {
        let length = tree.textRange(of: node).count
        guard length > 0, length <= 80 else { return false }
        if let property = tree.attributeBytes(.itemprop, of: node), property.elementsEqual("author".utf8) {
            return true
        }
        return traits(of: node).contains(.byline)
    }
}
