public import OffprintMarkup

// Which elements show something of elsewhere. Whether they say an address is seen when they are read.
extension BlockBuilder {
    /// Whether an element is a player, a frame or a post of a social network, with all that it holds.
    public static func isEmbed(_ node: MarkupTree.NodeID, in tree: MarkupTree) -> Bool {
        switch tree.name(of: node) {
        case .video, .audio, .iframe, .embed, .object, .amp_video, .amp_youtube: true
        case .blockquote: isPost(node, in: tree)
        case .other: isCustomEmbed(node, in: tree)
        default: false
        }
    }

    /// Whether a custom element is a player, a frame or a post: its name says of what service, an attribute which one.
    private static func isCustomEmbed(_ node: MarkupTree.NodeID, in tree: MarkupTree) -> Bool {
        let name = tree.qualifiedName(of: node).local
        guard name.utf8.contains(0x2D) else { return false }
        if name.hasPrefix("amp-"), frames.contains(name) || name.contains("player") { return true }
        return services.contains { name.contains($0) }
            && identities.contains { tree.attribute(named: $0, of: node) != nil }
    }

    private static let frames = ["amp-iframe", "amp-facebook", "amp-audio", "amp-brightcove"]
    private static let services = ["youtube", "vimeo", "dailymotion", "twitter", "instagram", "soundcloud"]
    private static let identities = [
        "videoid", "video-id", "data-videoid", "data-tweetid", "data-shortcode", "data-trackid",
    ]
}
