import OffprintMarkup
import OffprintModel

// Pictures on their own, and the stand-ins and signs that are none.
extension BlockBuilder {
    /// The image of an element; `nil` where nothing tells its address, or it only counts readers.
    func image(_ node: MarkupTree.NodeID) -> ImageReference? {
        guard let address = ImageAddress(in: tree, isLiteral: context.isLiteral).of(node) else { return nil }
        return image(node, at: address)
    }

    private func image(_ node: MarkupTree.NodeID, at address: ArraySlice<UInt8>) -> ImageReference? {
        let width = pixels(.width, of: node)
        let height = pixels(.height, of: node)
        if let width, let height, width <= 3, height <= 3 { return nil }
        if width == 1 || height == 1 { return nil }
        return ImageReference(
            url: resolve(address),
            alternativeText: tree.attribute(.alt, of: node)?.tidied,
            title: tree.attribute(.title, of: node)?.tidied.trimmed,
            width: width,
            height: height
        )
    }

    private func pixels(_ name: MarkupName, of node: MarkupTree.NodeID) -> Int? {
        guard let value = tree.attributeBytes(name, of: node)?.trimmedOfSpace, value.count <= 8 else { return nil }
        let digits = value.prefix { (0x30...0x39).contains($0) }
        let unit = value[digits.endIndex...]
        guard unit.isEmpty || unit.elementsEqual("px".utf8) || unit.first == 0x2E else { return nil }
        return Int(String(decoding: digits, as: UTF8.self)).flatMap { $0 > 0 ? $0 : nil }
    }

    mutating func readImage(_ node: MarkupTree.NodeID, _ traits: ClassTraits, into walk: inout Walk) {
        if !context.isLiteral, !traits.isDisjoint(with: [.emoji, .tex, .math]), readSign(node, traits, into: &walk) {
            return
        }
        if let last = walk.lastImage, tree.name(of: last) == .noscript, isCopy(last, node) {
            // The fallback of this one has been read.
            return walk.lastImage = node
        }
        guard let image = image(node) else {
            if tree.attributeBytes(.src, of: node)?.starts(with: "data:".utf8) == true, !hasFallback(node) {
                readHeldImage(node, traits, into: &walk)
            }
            return
        }
        if hasFallback(node), let source = tree.attributeBytes(.src, of: node), ImageAddress.isStandIn(source),
            image.url == resolve(source)
        {
            return
        }
        guard !isIcon(node, image, traits) else { return }
        walk.flow.append(.image(image))
        walk.lastImage = node
    }

    /// An image that the page holds within itself, unless it is so small that it only keeps a place.
    private mutating func readHeldImage(_ node: MarkupTree.NodeID, _ traits: ClassTraits, into walk: inout Walk) {
        guard let source = tree.attributeBytes(.src, of: node), source.count > 600 || context.isLiteral else { return }
        guard context.keepsHeldImages, let held = DataAddress(source.trimmedOfSpace), held.isImage else {
            return lose("image-left-out", "An image that the page holds within itself (data:) was left out.", at: node)
        }
        let id = Resource.ID(rawValue: "image-\(resources.count + 1)")
        let image = ImageReference(
            resource: id,
            alternativeText: tree.attribute(.alt, of: node)?.tidied,
            title: tree.attribute(.title, of: node)?.tidied.trimmed,
            width: pixels(.width, of: node),
            height: pixels(.height, of: node)
        )
        guard !isIcon(node, image, traits) else { return }
        resources[id] = Resource(id: id, mediaType: held.mediaType, location: .bytes(held.bytes))
        walk.flow.append(.image(image))
        walk.lastImage = node
    }

    /// Whether a `noscript` behind an image has it.
    private func hasFallback(_ node: MarkupTree.NodeID) -> Bool {
        let next = tree.end(of: node)
        return (next..<min(next + 2, tree.count)).contains { tree.name(of: $0) == .noscript }
    }

    /// Whether an image is a sign beside the text: small and without words, or called an icon.
    ///
    /// In the cell of a table a sign is what the cell says.
    private func isIcon(_ node: MarkupTree.NodeID, _ image: ImageReference, _ traits: ClassTraits) -> Bool {
        let size = max(image.width ?? 0, image.height ?? 0)
        if context.isLiteral { return false }
        let isCalledSo = traits.contains(.icon) && size <= 150
        guard isCalledSo || size > 0 && size <= 32 && (image.alternativeText ?? "").isEmpty else { return false }
        var ancestor = tree.parent(of: node)
        for _ in 0..<3 where ancestor > 0 {
            if tree.name(of: ancestor) == .td || tree.name(of: ancestor) == .th { return false }
            ancestor = tree.parent(of: ancestor)
        }
        return true
    }

    /// An image that stands for a character or a formula, which its alternative text spells.
    private func readSign(_ node: MarkupTree.NodeID, _ traits: ClassTraits, into walk: inout Walk) -> Bool {
        guard let text = tree.attribute(.alt, of: node)?.trimmed else { return false }
        if traits.contains(.emoji) {
            guard text.utf8.count <= 32 else { return false }
            walk.flow.append(Array(text.utf8)[...])
            return true
        }
        // The picture of a formula that has just been read.
        if walk.flow.endsWithMath { return true }
        guard traits.contains(.tex) || text.hasPrefix("{\\displaystyle") else { return false }
        walk.flow.append(.math(Math(.tex, TeX.withoutDelimiters(text))))
        return true
    }

    // MARK: Pictures in several forms

    mutating func readPicture(_ node: MarkupTree.NodeID, into walk: inout Walk) {
        let images = ImageAddress(in: tree, isLiteral: context.isLiteral)
        let inner = tree.descendants(of: node).prefix(60).first { [.img, .amp_img].contains(tree.name(of: $0)) }
        if let inner {
            // An image with an address of its own is the one for everybody.
            if let address = images.of(inner), !ImageAddress.isStandIn(address) {
                return readImage(inner, traits(of: inner), into: &walk)
            }
        }
        // Without an image of its own it shows nothing; whether a script adds one is not known.
        if context.isLiteral, inner == nil { return }
        var best: ArraySlice<UInt8>?
        for source in tree.descendants(of: node).prefix(60) where tree.name(of: source) == .source {
            guard let address = images.largest(of: source) else { continue }
            // Not every reader of books shows the newer formats.
            let type = tree.attribute(.type, of: source) ?? ""
            let isCommon = !type.hasSuffix("webp") && !type.hasSuffix("avif")
            if best == nil || isCommon { best = address }
            if isCommon { break }
        }
        guard let best, let image = image(inner ?? node, at: best) else { return }
        walk.flow.append(.image(image))
        walk.lastImage = inner ?? node
    }

    /// The image within a `noscript`, where the one that it stands in for has not been read.
    mutating func readFallback(_ node: MarkupTree.NodeID, into walk: inout Walk) {
        guard let inner = tree.descendants(of: node).prefix(30).first(where: { tree.name(of: $0) == .img }),
            tree.textBytes[tree.textRange(of: node)].allSatisfy({ $0 <= 0x20 }), let image = image(inner)
        else { return }
        if let last = walk.lastImage, isCopy(last, node) {
            if context.isLiteral { return }
            // Without scripts this is what is shown, and the image before it often is a blurred one.
            walk.replaceLastImage(by: image)
            return walk.lastImage = node
        }
        guard !isIcon(inner, image, traits(of: inner)) else { return }
        walk.flow.append(.image(image))
        walk.lastImage = node
    }

    /// Whether of an image and a `noscript` behind it, or the other way round, one stands in for the other: they are
    /// beside each other in one box, or in one within it.
    private func isCopy(_ first: MarkupTree.NodeID, _ second: MarkupTree.NodeID) -> Bool {
        guard isBeside(first, second) else { return false }
        let (left, right) = (tree.parent(of: first), tree.parent(of: second))
        return left == right || left > 0 && tree.parent(of: left) == right
            || right > 0 && left == tree.parent(of: right)
    }

    /// Whether two elements, the first before the second, stand close and without words between them.
    func isBeside(_ first: MarkupTree.NodeID, _ second: MarkupTree.NodeID) -> Bool {
        let from = tree.textRange(of: first).upperBound
        let to = tree.textRange(of: second).lowerBound
        guard first < second, second - tree.end(of: first) <= 24 else {
            return second < first && isBeside(second, first)
        }
        return from <= to && !tree.textBytes[from..<to].contains { $0 > 0x20 }
    }
}
