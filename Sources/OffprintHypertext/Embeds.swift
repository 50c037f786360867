import OffprintMarkup
import OffprintModel

// What a page shows in a frame or a player.
extension BlockBuilder {
    mutating func embed(_ node: MarkupTree.NodeID, _ name: MarkupName, depth: Int) -> [Block] {
        let title = embedTitle(of: node)
        switch name {
        case .video, .amp_video: return player(node, .video, title: title, depth: depth)
        case .audio: return player(node, .audio, title: title, depth: depth)
        case .amp_youtube:
            let id = tree.attribute(named: "data-videoid", of: node)
            return [.embed(Embed(.video, url: id.map { "https://www.youtube.com/watch?v=\($0)" }, title: title))]
        default: return frame(node, title: title, depth: depth)
        }
    }

    func embedTitle(of node: MarkupTree.NodeID) -> String? {
        tree.attribute(.title, of: node)?.tidied.trimmed ?? tree.attribute(.ariaLabel, of: node)?.tidied.trimmed
    }

    /// A film or a recording: its first source, its poster, what it holds for who cannot play it.
    private mutating func player(
        _ node: MarkupTree.NodeID,
        _ kind: Embed.Kind,
        title: String?,
        depth: Int
    ) -> [Block] {
        var url = address(.src, of: node) ?? address(.dataSrc, of: node)
        if url == nil {
            for source in tree.descendants(of: node).prefix(60) where tree.name(of: source) == .source {
                url = address(.src, of: source) ?? address(.dataSrc, of: source)
                if url != nil { break }
            }
        }
        let poster = address(named: "poster", of: node)
        guard url != nil || poster != nil || title != nil else {
            lose("embed-left-out", "A player of the page says no address and was left out.", at: node)
            return []
        }
        let fallback = poster.map { [Block.figure(Figure(images: [ImageReference(url: $0, alternativeText: title)]))] }
        return [.embed(Embed(kind, url: url, title: title, fallback: fallback ?? []))]
    }

    /// A frame; one that shows nothing is no part of the text.
    private mutating func frame(_ node: MarkupTree.NodeID, title: String?, depth: Int) -> [Block] {
        let url =
            address(.src, of: node) ?? address(.dataSrc, of: node) ?? address(.data, of: node)
            ?? address(named: "data-lazy-src", of: node)
        guard let url else { return name(of: node) == .object ? blocks(in: node, under: [], depth: depth + 1) : [] }
        guard !isTracker(node), !EmbedProvider.isFurniture(url) else { return [] }
        if name(of: node) == .object || name(of: node) == .embed {
            let type = tree.attribute(.type, of: node)?.lowercased() ?? ""
            if type.hasPrefix("image/") {
                return [.figure(Figure(images: [ImageReference(url: url, alternativeText: title)]))]
            }
            if type.hasPrefix("audio/") { return [.embed(Embed(.audio, url: url, title: title))] }
            if type.hasPrefix("video/") { return [.embed(Embed(.video, url: url, title: title))] }
        }
        return [.embed(Embed(EmbedProvider.kind(of: url), url: url, title: title))]
    }

    /// Whether a frame is too small to show anything.
    private func isTracker(_ node: MarkupTree.NodeID) -> Bool {
        func isNothing(_ name: MarkupName) -> Bool {
            guard let value = tree.attributeBytes(name, of: node)?.trimmedOfSpace else { return false }
            return value.elementsEqual("0".utf8) || value.elementsEqual("1".utf8) || value.elementsEqual("0px".utf8)
                || value.elementsEqual("1px".utf8)
        }
        return isNothing(.width) && isNothing(.height)
            || isNothing(.height) && tree.attributeBytes(.title, of: node) == nil
    }
}

/// What the addresses of frames tell about what they show.
enum EmbedProvider {
    /// Hosts of frames by what they serve: the ends of names, so that any of their subdomains counts.
    private static let hosts: [(host: String, kind: Embed.Kind)] = [
        ("youtube.com", .video), ("youtube-nocookie.com", .video), ("youtu.be", .video), ("vimeo.com", .video),
        ("dailymotion.com", .video), ("brightcove.net", .video), ("jwplayer.com", .video), ("jwplatform.com", .video),
        ("wistia.com", .video), ("wistia.net", .video), ("rumble.com", .video), ("twitch.tv", .video),
        ("ted.com", .video),
        ("bilibili.com", .video), ("vk.com", .video), ("rutube.ru", .video), ("streamable.com", .video),
        ("soundcloud.com", .audio), ("spotify.com", .audio), ("podcasts.apple.com", .audio), ("acast.com", .audio),
        ("megaphone.fm", .audio), ("podigee.com", .audio), ("simplecast.com", .audio), ("libsyn.com", .audio),
        ("twitter.com", .post), ("x.com", .post), ("instagram.com", .post), ("tiktok.com", .post), ("bsky.app", .post),
        ("reddit.com", .post), ("redditmedia.com", .post), ("threads.net", .post), ("t.me", .post),
        ("linkedin.com", .post),
        ("openstreetmap.org", .map), ("mapbox.com", .map), ("umap.openstreetmap.fr", .map),
        ("datawrapper.de", .interactive), ("dwcdn.net", .interactive), ("infogram.com", .interactive),
        ("flourish.studio", .interactive), ("public.tableau.com", .interactive), ("everviz.com", .interactive),
        ("documentcloud.org", .interactive), ("scribd.com", .interactive), ("typeform.com", .interactive),
        ("giphy.com", .video), ("imgur.com", .gallery), ("flickr.com", .gallery),
    ]

    /// Whether a frame at an address holds an advertisement, or buttons to like and share a page.
    static func isFurniture(_ address: String) -> Bool {
        let start = String(decoding: Array(address.utf8.prefix(200)), as: UTF8.self).lowercased()
        return [
            "/plugins/like", "/plugins/share", "/plugins/page", "/plugins/follow", "/plugins/comments", "doubleclick.",
            "googlesyndication.", "googletagmanager.", "ads-iframe", "/ads/", "adserver", "adnxs.", "recaptcha",
            "/widgets/follow",
        ].contains(where: start.contains)
    }

    /// What a frame at an address shows.
    static func kind(of address: String) -> Embed.Kind {
        guard let start = address.utf8.firstIndex(of: 0x2F) else { return .other }
        let rest = address.utf8[start...].drop { $0 == 0x2F }
        let host = String(
            decoding: Array(rest.prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 && $0 != 0x3A }),
            as: UTF8.self
        )
        .lowercased()
        let path = String(decoding: Array(rest.drop { $0 != 0x2F }.prefix(64)), as: UTF8.self).lowercased()
        if host.hasSuffix("facebook.com") {
            return path.contains("video") ? .video : path.contains("plugins/p") ? .post : .other
        }
        if path.hasPrefix("/maps") || host.hasPrefix("maps.") { return .map }
        for entry in hosts where host == entry.host || host.hasSuffix("." + entry.host) { return entry.kind }
        if path.contains("/embed/@") || path.hasPrefix("/@") { return .post }
        return path.contains("/video") || path.contains("player") ? .video : .other
    }
}
