import OffprintMarkup
import OffprintModel

// Pictures, and what a page shows in a frame.
extension BlockBuilder {
    /// The image of an element; `nil` where nothing tells its address.
    func image(_ node: MarkupTree.NodeID) -> ImageReference? {
        guard let address = imageAddress(of: node) else { return nil }
        return ImageReference(
            url: resolve(address),
            alternativeText: tree.attribute(.alt, of: node),
            title: tree.attribute(.title, of: node).flatMap(\.trimmed),
            width: tree.attribute(.width, of: node).flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil },
            height: tree.attribute(.height, of: node).flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
        )
    }

    /// Where an image is: pages that load late keep its address in another attribute and a blank in `src`.
    private func imageAddress(of node: MarkupTree.NodeID) -> String? {
        for name in [MarkupName.src, .dataSrc, .dataOriginal, .dataLazySrc] {
            if let address = tree.attribute(name, of: node)?.trimmed, !address.hasPrefix("data:"), isSafe(address) {
                return address
            }
        }
        for name in [MarkupName.srcset, .dataSrcset] {
            if let largest = tree.attribute(name, of: node).flatMap(Self.largest), isSafe(largest) { return largest }
        }
        return nil
    }

    /// The largest candidate of a `srcset` (https://html.spec.whatwg.org/#srcset-attribute).
    static func largest(ofSrcset set: String) -> String? {
        var best: (address: String, size: Double)?
        for candidate in set.split(separator: ",", omittingEmptySubsequences: true) {
            let parts = candidate.split(whereSeparator: \.isWhitespace)
            guard let address = parts.first else { continue }
            let size = parts.count > 1 ? Double(parts[1].dropLast()) ?? 1 : 1
            if size > best?.size ?? 0 { best = (String(address), size) }
        }
        return best?.address
    }

    mutating func figure(_ node: MarkupTree.NodeID, depth: Int) -> [Block] {
        let captionNode = tree.first(.figcaption, in: node)
        var caption: [Inline] = []
        var credit: String?
        if let captionNode {
            let creditNode = tree.descendants(of: captionNode).first(where: isCredit)
            var inner = BlockBuilder(tree, context: context) { [isLeftOut] in $0 == creditNode || isLeftOut($0) }
            caption = Self.joined(inner.blocks(in: captionNode, under: [], depth: depth + 1))
            credit = creditNode.map { tree.text(of: $0).tidied }.flatMap(\.trimmed)
        }
        var content = BlockBuilder(tree, context: context) { [isLeftOut] in $0 == captionNode || isLeftOut($0) }
        let blocks = content.blocks(in: node, under: [], depth: depth + 1)
        for loss in content.losses { lose(loss.code, loss.message, at: node) }
        return Self.captioned(blocks, caption: caption, credit: credit)
    }

    /// A figure of pictures takes the caption; so does a table without one; behind anything else it is a paragraph.
    private static func captioned(_ blocks: [Block], caption: [Inline], credit: String?) -> [Block] {
        var images: [ImageReference] = []
        var others: [Block] = []
        for block in blocks {
            if case .figure(let figure) = block, figure.caption.isEmpty {
                images += figure.images
            } else {
                others.append(block)
            }
        }
        if !images.isEmpty || others.isEmpty {
            guard !images.isEmpty || !caption.isEmpty || credit != nil else { return [] }
            return [.figure(Figure(images: images, caption: caption, credit: credit))] + others
        }
        if case .table(var table)? = others.first, others.count == 1, table.caption.isEmpty {
            table.caption = caption
            return [.table(table)]
        }
        return caption.isEmpty ? others : others + [.paragraph(caption)]
    }

    /// Whether an element within a caption names who made the picture: a word of its class or its property says so.
    private func isCredit(_ node: MarkupTree.NodeID) -> Bool {
        guard !tree.isText(node) else { return false }
        if tree.attribute(.itemprop, of: node) == "copyrightHolder"
            || tree.attribute(.itemprop, of: node) == "creditText"
        {
            return true
        }
        guard let names = tree.attribute(.class, of: node)?.lowercased() else { return false }
        let words = names.split { !$0.isLetter }
        return words.contains { ["credit", "credits", "copyright", "photographer"].contains($0) }
    }

    func embed(_ node: MarkupTree.NodeID) -> [Block] {
        let kind: Embed.Kind =
            switch name(of: node) {
            case .video, .amp_video, .amp_youtube: .video
            case .audio: .audio
            default: .other
            }
        let source =
            tree.attribute(.src, of: node) ?? tree.attribute(.dataSrc, of: node) ?? tree.attribute(.data, of: node)
        let inner = tree.descendants(of: node).first {
            name(of: $0) == .source && tree.attribute(.src, of: $0) != nil
        }
        let address = (source ?? inner.flatMap { tree.attribute(.src, of: $0) })?.trimmed
        guard let address, isSafe(address), !address.hasPrefix("about:") else { return [] }
        let title = tree.attribute(.title, of: node) ?? tree.attribute(.ariaLabel, of: node)
        return [.embed(Embed(kind, url: resolve(address), title: title.flatMap(\.trimmed)))]
    }
}
