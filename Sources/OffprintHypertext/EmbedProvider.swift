import OffprintModel

/// What the addresses of frames tell about what they show.
enum EmbedProvider {
    /// Hosts of frames by what they serve; any of their subdomains counts.
    private static let hosts: [String: Embed.Kind] = [
        "youtube.com": .video, "youtube-nocookie.com": .video, "youtu.be": .video, "vimeo.com": .video,
        "dailymotion.com": .video, "brightcove.net": .video, "jwplayer.com": .video, "jwplatform.com": .video,
        "wistia.com": .video, "wistia.net": .video, "rumble.com": .video, "twitch.tv": .video, "ted.com": .video,
        "bilibili.com": .video, "vk.com": .video, "rutube.ru": .video, "streamable.com": .video, "giphy.com": .video,
        "soundcloud.com": .audio, "spotify.com": .audio, "podcasts.apple.com": .audio, "acast.com": .audio,
        "megaphone.fm": .audio, "podigee.com": .audio, "simplecast.com": .audio, "libsyn.com": .audio,
        "twitter.com": .post, "x.com": .post, "instagram.com": .post, "tiktok.com": .post, "bsky.app": .post,
        "reddit.com": .post, "redditmedia.com": .post, "threads.net": .post, "t.me": .post, "linkedin.com": .post,
        "openstreetmap.org": .map, "mapbox.com": .map, "umap.openstreetmap.fr": .map,
        "datawrapper.de": .interactive, "dwcdn.net": .interactive, "infogram.com": .interactive,
        "flourish.studio": .interactive, "public.tableau.com": .interactive, "everviz.com": .interactive,
        "documentcloud.org": .interactive, "scribd.com": .interactive, "typeform.com": .interactive,
        "imgur.com": .gallery, "flickr.com": .gallery,
    ]

    /// Whether a frame at an address holds an advertisement, or buttons to like and share a page.
    static func isFurniture(_ address: String) -> Bool {
        let start = address.utf8.prefix(200).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        return start.indices.contains { index in
            // The first letters of the words below.
            switch start[index] {
            case 0x2F, 0x61, 0x64, 0x67, 0x72: furniture.contains { start[index...].starts(with: $0) }
            default: false
            }
        }
    }

    private static let furniture: [[UInt8]] = [
        "/plugins/like", "/plugins/share", "/plugins/page", "/plugins/follow", "/plugins/comments", "doubleclick.",
        "googlesyndication.", "googletagmanager.", "ads-iframe", "/ads/", "adserver", "adnxs.", "recaptcha",
        "/widgets/follow",
    ].map { Array($0.utf8) }

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
        var domain = host[...]
        while !domain.isEmpty {
            if let kind = hosts[String(domain)] { return kind }
            guard let dot = domain.firstIndex(of: ".") else { break }
            domain = domain[domain.index(after: dot)...]
        }
        if path.contains("/embed/@") || path.hasPrefix("/@") { return .post }
        return path.contains("/video") || path.contains("player") ? .video : .other
    }
}
