import OffprintMarkup
import OffprintModel

// Pictures with what is said about them.
extension BlockBuilder {
    mutating func figure(_ node: MarkupTree.NodeID, _ traits: ClassTraits, depth: Int) -> [Block] {
        if context.isLiteral { return literalFigure(node, depth: depth) }
        if traits.contains(.pullQuote) { return pullQuote(node, under: [], depth: depth) }
        let parts = FigureParts(of: node, in: self)
        // What is said about the picture is read apart from it.
        setAside.formUnion(parts.credits)
        if let caption = parts.caption { setAside.insert(caption) }
        var words =
            parts.caption.map { caption in
                readingAll { $0.blocks(in: caption, under: [], depth: depth + 1) }
            } ?? []
        var credits = parts.credits.compactMap { tree.text(of: $0).tidied.trimmed }
        var content = blocks(in: node, under: [], depth: depth + 1)
        if let embed = Self.linkAlone(content) { content = [.embed(embed)] }
        if content.isEmpty, let image = lateImage(in: node) { content = [.figure(Figure(images: [image]))] }
        if credits.isEmpty, words.count > 1, case .paragraph(let last, _)? = words.last,
            CreditLine.isCredit(last.plainText)
        {
            credits = [last.plainText]
            words.removeLast()
        }
        var caption = Self.joined(words)
        if !credits.isEmpty { caption = CreditLine.trimmed(caption) }
        if credits.isEmpty, let split = CreditLine.split(caption) {
            caption = split.caption
            credits = [split.credit]
        }
        // A list or a table within a caption stands behind the figure.
        let rest = words.filter { if case .paragraph = $0 { false } else { true } }
        let credit = credits.isEmpty ? nil : credits.joined(separator: " ")
        return Self.captioned(content, caption: caption, credit: credit) + rest
    }

    /// A figure as the markup has it: pictures and one paragraph of caption are a figure, whatever else it holds stands
    /// in its order.
    private mutating func literalFigure(_ node: MarkupTree.NodeID, depth: Int) -> [Block] {
        let content = blocks(in: node, under: [], depth: depth + 1)
        guard let caption = tree.descendants(of: node).prefix(200).first(where: { name(of: $0) == .figcaption }) else {
            return content
        }
        let words = blocks(in: caption, under: [], depth: depth + 1)
        guard case .paragraph(let first, _)? = words.first, content.count > words.count else { return content }
        var images: [ImageReference] = []
        for block in content.dropLast(words.count) {
            guard case .figure(let figure) = block, figure.caption.isEmpty, figure.credit == nil else { return content }
            images += figure.images
        }
        guard Array(content.suffix(words.count)) == words else { return content }
        return [.figure(Figure(images: images, caption: first))] + words.dropFirst()
    }

    /// A figure of pictures takes the caption; so does a table without one; behind anything else it is a paragraph.
    private static func captioned(_ blocks: [Block], caption: [Inline], credit: String?) -> [Block] {
        var images: [ImageReference] = []
        var others: [Block] = []
        for block in blocks {
            if case .figure(let figure) = block, figure.caption.isEmpty, figure.credit == nil {
                images += figure.images
            } else {
                others.append(block)
            }
        }
        if !images.isEmpty || others.isEmpty {
            guard !images.isEmpty || !caption.isEmpty || credit != nil else { return [] }
            return [.figure(Figure(images: images, caption: caption, credit: credit))] + others
        }
        let words = caption + (credit.map { [.text(caption.isEmpty ? $0 : " \($0)")] } ?? [])
        guard !words.isEmpty else { return others }
        switch (others.count, others[0]) {
        case (1, .table(var table)) where table.caption.isEmpty:
            table.caption = words
            return [.table(table)]
        case (1, .quote(let content, let attribution)) where attribution.isEmpty:
            return [.quote(content, attribution: words)]
        case (1, .embed(var embed)) where embed.title == nil && credit == nil:
            embed.title = words.plainText
            return [.embed(embed)]
        default: return others + [.paragraph(words)]
        }
    }

    /// What a figure embeds that holds nothing but an address, which nobody has turned into a frame.
    private static func linkAlone(_ content: [Block]) -> Embed? {
        guard content.count == 1, case .paragraph(let inlines, _) = content[0] else { return nil }
        let text = inlines.plainText
        guard text.hasPrefix("https://") || text.hasPrefix("http://"), !text.utf8.contains(where: { $0 <= 0x20 }),
            text.utf8.count > 12
        else { return nil }
        return Embed(EmbedProvider.kind(of: text), url: text)
    }

    /// The picture that a script puts into a figure, by the address that a box in it keeps for that.
    private func lateImage(in figure: MarkupTree.NodeID) -> ImageReference? {
        for node in tree.descendants(of: figure).prefix(60) where [.div, .span, .a].contains(tree.name(of: node)) {
            for name in [MarkupName.dataSrc, .dataOriginal, .dataLazySrc] {
                guard let url = address(name, of: node), ImageAddress.isImage(url) else { continue }
                return ImageReference(url: url, alternativeText: tree.attribute(named: "data-alt", of: node)?.tidied)
            }
        }
        return nil
    }

    /// Takes an element behind a picture for its caption or credit; `false` where it is not.
    mutating func addToFigure(_ node: MarkupTree.NodeID, isCredit: Bool, in walk: inout Walk, depth: Int) -> Bool {
        guard let last = walk.lastImage, last < node, tree.end(of: last) <= node, isBeside(last, node) else {
            return false
        }
        let length = tree.textRange(of: node).count
        guard length > 0, length <= (isCredit ? 200 : 1_200), depth < Article.maximumDepth - 2 else { return false }
        guard
            !tree.descendants(of: node).prefix(80).contains(where: {
                [.img, .picture, .figure].contains(tree.name(of: $0))
            })
        else { return false }
        let paragraphs = readingAll { $0.blocks(in: node, under: [], depth: depth + 1) }
        var words = Self.joined(paragraphs)
        guard !words.isEmpty, paragraphs.count == 1 || !context.isLiteral else { return false }
        var credit = isCredit ? words.plainText : nil
        if !isCredit, !context.isLiteral, let split = CreditLine.split(words) {
            (words, credit) = (split.caption, split.credit)
        }
        let isAdded = walk.changeLastFigure { figure in
            guard isCredit ? figure.credit == nil : figure.caption.isEmpty else { return false }
            if !isCredit { figure.caption = words }
            if let credit, figure.credit == nil { figure.credit = credit }
            return true
        }
        // A credit may follow upon the caption.
        if isAdded { walk.lastImage = node }
        return isAdded
    }
}

/// The elements of a figure that say something about its picture.
private struct FigureParts {
    /// The caption: the element of that name, or the first that a class calls so.
    var caption: MarkupTree.NodeID?
    var credits: [MarkupTree.NodeID] = []

    init(of figure: MarkupTree.NodeID, in builder: BlockBuilder) {
        let tree = builder.tree
        var called: MarkupTree.NodeID?
        var index = figure + 1
        var isInCredit = -1
        while index < tree.end(of: figure) {
            let name = tree.name(of: index)
            if name == .text {
                index += 1
                continue
            }
            if name == .figure {
                index = tree.end(of: index)
                continue
            }
            if name == .figcaption, caption == nil { caption = index }
            let traits = builder.traits(of: index)
            if called == nil, traits.contains(.caption), Self.isWords(index, tree, atMost: 1_200) { called = index }
            if index >= isInCredit, index != caption, Self.isCredit(index, traits, tree) {
                credits.append(index)
                isInCredit = tree.end(of: index)
            }
            index += 1
        }
        // An element that holds the credit too is the caption, with the credit in it.
        if caption == nil { caption = called }
        if let caption { credits.removeAll { $0 < caption && caption < tree.end(of: $0) || $0 == caption } }
    }

    /// Whether an element names who made the picture: a word of its class or its property says so.
    private static func isCredit(_ node: MarkupTree.NodeID, _ traits: ClassTraits, _ tree: MarkupTree) -> Bool {
        let property = tree.attributeBytes(.itemprop, of: node)
        let isCalled =
            traits.contains(.credit) && !traits.contains(.caption)
            || traits.contains(.source) && tree.name(of: node) != .source
            || property.map {
                $0.elementsEqual("copyrightHolder".utf8) || $0.elementsEqual("creditText".utf8)
                    || $0.elementsEqual("author".utf8) || $0.elementsEqual("copyrightNotice".utf8)
            } ?? false
        return isCalled && isWords(node, tree, atMost: 200)
    }

    /// Whether an element holds text up to a length and no picture.
    private static func isWords(_ node: MarkupTree.NodeID, _ tree: MarkupTree, atMost limit: Int) -> Bool {
        let text = tree.textBytes[tree.textRange(of: node)]
        guard !text.isEmpty, text.count <= limit, text.contains(where: { $0 > 0x20 }) else { return false }
        return !tree.descendants(of: node).prefix(80).contains {
            [.img, .picture, .amp_img, .video, .iframe].contains(tree.name(of: $0))
        }
    }
}
