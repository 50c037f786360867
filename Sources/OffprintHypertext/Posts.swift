import OffprintMarkup
import OffprintModel

// Posts of social networks: a quotation that a script of the network would turn into a frame.
extension BlockBuilder {
    /// The post that a quotation is; `nil` where it is none.
    mutating func post(_ node: MarkupTree.NodeID, depth: Int) -> Block? {
        guard isPost(node) else { return nil }
        let fallback = blocks(in: node, under: [], depth: depth + 1)
        guard let url = postAddress(of: node) else { return nil }
        let kind: Embed.Kind = hasClass("twitter-video", node) ? .video : .post
        return .embed(Embed(kind, url: url, title: embedTitle(of: node), fallback: fallback))
    }

    private static let classes: [StaticString] = [
        "twitter-tweet", "twitter-video", "instagram-media", "tiktok-embed", "bluesky-embed", "mastodon-embed",
        "reddit-embed-bq", "reddit-card", "text-post-media", "fb-post", "fb-video", "imgur-embed-pub",
    ]

    private static let addresses = [
        "data-instgrm-permalink", "data-text-post-permalink", "data-permalink", "data-href", "data-embed-url", "cite",
    ]

    private func isPost(_ node: MarkupTree.NodeID) -> Bool { Self.isPost(node, in: tree) }

    static func isPost(_ node: MarkupTree.NodeID, in tree: MarkupTree) -> Bool {
        guard let words = tree.attributeBytes(.class, of: node) else { return false }
        return classes.contains { Self.holds($0, words) }
    }

    private func hasClass(_ name: StaticString, _ node: MarkupTree.NodeID) -> Bool {
        tree.attributeBytes(.class, of: node).map { Self.holds(name, $0) } ?? false
    }

    private static func holds(_ name: StaticString, _ classes: ArraySlice<UInt8>) -> Bool {
        classes.split(whereSeparator: { $0 <= 0x20 }).contains { $0.elementsEqual(name.description.utf8) }
    }

    /// Where the post is: in an attribute, or the last link to it, which its date is.
    private func postAddress(of node: MarkupTree.NodeID) -> String? {
        for name in Self.addresses {
            if let address = address(named: name, of: node), address.hasPrefix("http") { return address }
        }
        var last: String?
        for link in tree.descendants(of: node) where tree.name(of: link) == .a {
            guard let target = linkTarget(of: link), target.hasPrefix("http") else { continue }
            last = target
        }
        return last
    }
}
