import Offprint
import OffprintHypertext
import OffprintMarkup

/// The renditions of one picture, video or recording that lie elsewhere: one of them is shown.
struct RemoteRenditions {
    private let source: XMLSource
    private let nodes: [MarkupTree.NodeID]

    init(_ source: XMLSource, _ nodes: [MarkupTree.NodeID]) {
        self.source = source
        self.nodes = nodes
    }

    /// Wider than any screen shows; such a file is the original, for print.
    private static let widestForScreens = 2_400
    /// Narrower than any text; such a file is a thumbnail.
    private static let narrowestForText = 400

    /// A figure or an embed; `nil` where nothing tells an address.
    func block(caption: String?, credit: String?) -> Block? {
        let renditions = nodes.compactMap { node -> (node: MarkupTree.NodeID, url: String, type: String)? in
            guard let url = source.attribute("href", of: node), WebAddress.isSafe(url) else { return nil }
            return (node, url, type(of: node, url))
        }
        let images = renditions.filter { $0.type == "image" }
        if let moving = renditions.first(where: { $0.type == "video" || $0.type == "audio" }) {
            return .embed(Embed(moving.type == "video" ? .video : .audio, url: moving.url, title: caption))
        }
        guard !images.isEmpty else { return nil }
        let sized = images.map { (image: $0, width: source.attribute("width", of: $0.node).flatMap { Int($0) } ?? 0) }
        let fitting = sized.filter { $0.width <= Self.widestForScreens }
        let widest = fitting.max { $0.width < $1.width }
        let isThumbnail = widest.map { (1..<Self.narrowestForText).contains($0.width) } ?? true
        let original = sized.filter { $0.width > Self.widestForScreens }.min { $0.width < $1.width }
        guard let best = isThumbnail ? original ?? widest : widest else { return nil }
        let image = ImageReference(
            url: best.image.url,
            width: best.width > 0 ? best.width : nil,
            height: source.attribute("height", of: best.image.node).flatMap { Int($0) }
        )
        return .figure(Figure(images: [image], caption: caption.map { [.text($0)] } ?? [], credit: credit))
    }

    private func type(of node: MarkupTree.NodeID, _ url: String) -> String {
        let stated = source.attribute("contenttype", of: node) ?? source.attribute("format", of: node)
        if let stated = stated?.lowercased() {
            for type in ["image", "video", "audio"] where stated.hasPrefix(type) || stated.codeTail.hasPrefix(type) {
                return type
            }
        }
        let path = url.prefix { $0 != "?" }.lowercased()
        if [".jpg", ".jpeg", ".png", ".gif", ".webp"].contains(where: path.hasSuffix) { return "image" }
        if [".mp4", ".mpg", ".mov", ".avi", ".m4v"].contains(where: path.hasSuffix) { return "video" }
        if [".mp3", ".wav", ".m4a", ".ogg"].contains(where: path.hasSuffix) { return "audio" }
        return stated ?? ""
    }
}

/// Content that stands in the item as text, or in base64.
struct InlineData {
    let source: XMLSource
    let node: MarkupTree.NodeID

    func read(into article: inout Article, isOnly: Bool) {
        source.carry(node)
        let type = source.attribute("contenttype", of: node)?.lowercased() ?? "text/plain"
        let isCoded = source.attribute("encoding", of: node)?.codeTail.lowercased().contains("base64") ?? false
        let text = source.tree.text(of: node)
        if type.hasPrefix("image/"), isCoded {
            guard let bytes = Base64.decode(text) else { return }
            let id = Resource.ID(rawValue: "inline-\(article.resources.count + 1)")
            article.resources[id] = Resource(id: id, mediaType: type, location: .bytes(bytes))
            return article.body.append(.figure(Figure(images: [ImageReference(resource: id)])))
        }
        // The same words in a second form are not said twice.
        guard isOnly, isCoded || type.hasPrefix("text/") || !type.contains("/") else { return }
        let words = isCoded ? Base64.decode(text).map { String(decoding: $0, as: UTF8.self) } ?? "" : text
        article.body += EscapedMarkup(words, base: source.tree.base(at: node)).blocks
    }
}
