import OffprintMarkup
import OffprintModel

// Elements that HTML does not know: those of AMP, and custom elements.
extension BlockBuilder {
    enum Reading {
        /// The element was read whole.
        case read
        /// What it holds stands on lines of its own.
        case box
        /// What it holds stands where it stands.
        case inline
    }

    mutating func readUnknown(_ node: MarkupTree.NodeID, into walk: inout Walk, depth: Int) -> Reading {
        let name = tree.qualifiedName(of: node).local
        if name == "mjx-container" {
            guard let math = renderedMath(node, traits(of: node)) else { return .inline }
            add(math, into: &walk)
            return .read
        }
        guard name.utf8.contains(0x2D) else { return .inline }
        if !context.isLiteral, name.hasPrefix("amp-"), Self.furniture.contains(name) { return .read }
        if let embed = customEmbed(name, node) {
            walk.add([.embed(embed)])
            return .read
        }
        return holdsBoxes(node) ? .box : .inline
    }

    /// Elements of AMP that show nothing of the article.
    private static let furniture: Set = [
        "amp-ad", "amp-analytics", "amp-auto-ads", "amp-consent", "amp-embed", "amp-geo", "amp-install-serviceworker",
        "amp-next-page", "amp-pixel", "amp-sidebar", "amp-skimlinks", "amp-social-share", "amp-state", "amp-sticky-ad",
        "amp-user-notification", "amp-web-push", "amp-subscriptions", "amp-call-tracking", "amp-font", "amp-lightbox",
    ]

    /// What an element of a player or a post shows, by the attributes that such elements have.
    private func customEmbed(_ name: String, _ node: MarkupTree.NodeID) -> Embed? {
        let title = embedTitle(of: node)
        func value(_ names: String...) -> String? {
            for name in names {
                if let value = tree.attribute(named: name, of: node)?.trimmed { return value }
            }
            return nil
        }
        let isPlayer = name.contains("youtube")
        if isPlayer, let id = value("videoid", "video-id", "data-videoid") {
            return Embed(.video, url: "https://www.youtube.com/watch?v=\(id)", title: title ?? value("playlabel"))
        }
        if name.contains("vimeo"), let id = value("videoid", "video-id", "data-videoid") {
            return Embed(.video, url: "https://vimeo.com/\(id)", title: title)
        }
        if name.contains("dailymotion"), let id = value("data-videoid", "videoid") {
            return Embed(.video, url: "https://www.dailymotion.com/video/\(id)", title: title)
        }
        if name.contains("twitter"), let id = value("data-tweetid") {
            return Embed(.post, url: "https://twitter.com/i/status/\(id)", title: title)
        }
        if name.contains("instagram"), let code = value("data-shortcode") {
            return Embed(.post, url: "https://www.instagram.com/p/\(code)/", title: title)
        }
        if name.contains("soundcloud"), let id = value("data-trackid") {
            return Embed(.audio, url: "https://api.soundcloud.com/tracks/\(id)", title: title)
        }
        guard name.hasPrefix("amp-") else { return nil }
        let url = address(named: "data-href", of: node) ?? address(.src, of: node)
        if let url, name == "amp-iframe" || name == "amp-facebook" || name == "amp-audio" || name.contains("player") {
            let kind: Embed.Kind =
                name == "amp-audio" ? .audio : name == "amp-facebook" ? .post : EmbedProvider.kind(of: url)
            return Embed(kind, url: url, title: title)
        }
        if name.contains("brightcove") || name.contains("jwplayer") || name.contains("player") {
            return title.map { Embed(.video, title: $0) }
        }
        return nil
    }

    /// Whether an element holds what stands on lines of its own.
    private func holdsBoxes(_ node: MarkupTree.NodeID) -> Bool {
        for child in tree.descendants(of: node).prefix(12) where !tree.isText(child) {
            switch ElementRole(tree.name(of: child)) {
            case .transparent: return true
            case .structure:
                switch tree.name(of: child) {
                case .img, .br, .code, .kbd, .samp, .svg, .math, .ruby, .script, .noscript, .button, .picture: continue
                default: return true
                }
            case .mark, .plain, .unknown, .skipped: continue
            }
        }
        return false
    }
}
