import Offprint
import OffprintXHTML

// What is embedded: as the frame or player that it was where HTML may stand, else as a link.
extension Composer {
    /// A post as the quotation that it is, a frame or a player without words as itself, all else as a link.
    ///
    /// A title is words to show; without one a link would have to invent them.
    mutating func embed(_ embed: Embed, depth: Int) -> Bool {
        if dialect.allowsHTML, embed.title?.utf8.allSatisfy(\.isSpace) ?? true, let tag = tag(of: embed) {
            if let url = embed.url { noteCredentials(in: url) }
            write(tag)
            return true
        }
        if embed.kind == .post, !embed.fallback.isEmpty { return post(embed, depth: depth) }
        losses.approximate("embed", "What was embedded became a link: Markdown has no frames.")
        let mark = out.count
        let wrote = embedLink(embed)
        if !wrote { out.removeLast(out.count - mark) }
        let fallback = out.count
        if wrote { blankLine() }
        if blocks(embed.fallback, depth: depth + 1) { return true }
        out.removeLast(out.count - fallback)
        return wrote
    }

    private mutating func embedLink(_ embed: Embed) -> Bool {
        var label = embed.title ?? ""
        if label.utf8.allSatisfy(\.isSpace) { label = Self.label(of: embed) }
        if let url = embed.url, !url.isEmpty { return inlines([.link([.text(label)], target: url)], .paragraph) }
        return embed.title.map { inlines([.text($0)], .paragraph) } ?? false
    }

    /// The words of a post in a quotation; a link to it goes before them where they hold none.
    private mutating func post(_ embed: Embed, depth: Int) -> Bool {
        losses.approximate("embed", "What was embedded became a link: Markdown has no frames.")
        return quoted { composer in
            var wrote = false
            if embed.title != nil || !Self.holds(embed.url, embed.fallback) {
                let mark = composer.out.count
                wrote = composer.embedLink(embed)
                if !wrote { composer.out.removeLast(composer.out.count - mark) }
            }
            let mark = composer.out.count
            if wrote { composer.blankLine() }
            if composer.blocks(embed.fallback, depth: depth + 1) { return true }
            composer.out.removeLast(composer.out.count - mark)
            return wrote
        }
    }

    /// Whether a link among blocks leads to an address.
    private static func holds(_ url: String?, _ blocks: [Block]) -> Bool {
        var isFound = url == nil
        blocks.walk { block, _ in
            for run in block.inlines {
                run.walk { inline in
                    if case .link(_, let target, _) = inline, target == url { isFound = true }
                }
            }
        }
        return isFound
    }

    // MARK: Frames and players

    /// The element that shows what is embedded; `nil` where only words could.
    private func tag(of embed: Embed) -> String? {
        var poster: [UInt8]?
        if !embed.fallback.isEmpty {
            // A still of a film is all that may stand in its place.
            guard embed.kind == .video, embed.fallback.count == 1, case .figure(let figure)? = embed.fallback.first,
                figure.images.count == 1, figure.caption.isEmpty, figure.credit == nil,
                let address = figure.images[0].url.flatMap(Destination.frame)
            else { return nil }
            poster = address
        }
        let source = embed.url.flatMap(Destination.frame)
        guard source != nil || embed.url == nil && poster != nil else { return nil }
        func attribute(_ name: String, _ value: [UInt8]?) -> String {
            value.map { " \(name)=\"\(Self.attribute(String(decoding: $0, as: UTF8.self)))\"" } ?? ""
        }
        let media = source.flatMap(Self.mediaTag) ?? (poster == nil ? nil : "video")
        guard let media else { return "<iframe\(attribute("src", source))></iframe>" }
        return "<\(media)\(attribute("src", source))\(attribute("poster", poster)) controls></\(media)>"
    }

    /// The element that plays a file, by the end of its name; `nil` for a page.
    private static func mediaTag(_ address: [UInt8]) -> String? {
        let path = address.prefix { $0 != 0x3F && $0 != .hash }
        guard let dot = path.lastIndex(of: .dot), path.endIndex - dot <= 6 else { return nil }
        switch String(decoding: path[dot...], as: UTF8.self).lowercased() {
        case ".mp4", ".m4v", ".webm", ".ogv", ".mov", ".m3u8": return "video"
        case ".mp3", ".m4a", ".ogg", ".oga", ".wav", ".aac", ".opus": return "audio"
        default: return nil
        }
    }

    /// The host of an embed without a title, or its kind.
    private static func label(of embed: Embed) -> String {
        let url = embed.url.map { LinkTarget.withoutCredentials($0) ?? $0 } ?? ""
        guard let start = url.range(of: "//")?.upperBound else { return embed.kind.rawValue }
        let host = url[start...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        return host.isEmpty ? embed.kind.rawValue : String(host.hasPrefix("www.") ? host.dropFirst(4) : host)
    }
}

extension String {
    /// Where a short text first stands within this one.
    fileprivate func range(of part: String) -> Range<String.Index>? {
        let own = utf8
        var index = own.startIndex
        while index < own.endIndex {
            if own[index...].starts(with: part.utf8) { return index..<own.index(index, offsetBy: part.utf8.count) }
            own.formIndex(after: &index)
        }
        return nil
    }
}
