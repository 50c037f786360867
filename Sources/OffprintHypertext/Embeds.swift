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
        guard !isTracker(node), context.isLiteral || !EmbedProvider.isFurniture(url) else { return [] }
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
