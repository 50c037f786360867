import OffprintMarkup

// What a page holds and does not show.
extension BlockBuilder {
    /// Whether an element is hidden, or a decoration or a repetition for screen readers.
    func isInvisible(_ node: MarkupTree.NodeID, _ traits: ClassTraits) -> Bool {
        if !context.isLiteral, traits.contains(.forScreenReaders), tree.textRange(of: node).count <= 300 { return true }
        if tree.hasAttribute(.hidden, on: node), let hidden = tree.attributeBytes(.hidden, of: node),
            !hidden.elementsEqual("until-found".utf8)
        {
            return true
        }
        if tree.hasAttribute(.style, on: node), let style = tree.attributeBytes(.style, of: node), Self.hides(style) {
            return !isText(node)
        }
        guard !context.isLiteral, tree.hasAttribute(.ariaHidden, on: node),
            let hidden = tree.attributeBytes(.ariaHidden, of: node),
            hidden.elementsEqual("true".utf8)
        else {
            return false
        }
        return isDecoration(node)
    }

    /// Whether a hidden element holds running text at length.
    ///
    /// Pages hide an article until a script has looked at who reads it. Which of such texts are of the article is not
    /// decided here.
    private func isText(_ node: MarkupTree.NodeID) -> Bool {
        guard tree.textRange(of: node).count >= 1_000 else { return false }
        var paragraphs = 0
        for inner in tree.descendants(of: node).prefix(2_000)
        where tree.name(of: inner) == .p && tree.textRange(of: inner).count >= 80 {
            paragraphs += 1
            if paragraphs == 3 { return true }
        }
        return false
    }

    /// Whether what a screen reader should not read is a sign or two; pages hide pictures and repeated links too.
    private func isDecoration(_ node: MarkupTree.NodeID) -> Bool {
        let end = tree.end(of: node)
        guard tree.textRange(of: node).count <= 80, end - node <= 40 else { return false }
        return !tree.descendants(of: node).contains {
            [.img, .picture, .figure, .video, .noscript].contains(tree.name(of: $0))
        }
    }

    /// Whether a style says `display: none`.
    static func hides(_ style: ArraySlice<UInt8>) -> Bool {
        guard style.count >= 12 else { return false }
        var index = style.startIndex
        while let found = style[index...].firstIndex(where: { $0 | 0x20 == 0x64 }) {
            if let value = value(of: "display", at: found, in: style),
                value.lazy.map({ $0 | 0x20 }).starts(with: "none".utf8)
            {
                return true
            }
            index = found + 1
        }
        return false
    }

    /// The value of a property of CSS whose name starts at `index`.
    static func value(of property: StaticString, at index: Int, in style: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let name = property.description.utf8
        guard style[index...].lazy.map({ $0 | 0x20 }).starts(with: name) else { return nil }
        if index > style.startIndex, style[index - 1] == 0x2D { return nil }
        let rest = style[(index + name.count)...].drop { $0 <= 0x20 }
        guard rest.first == 0x3A else { return nil }
        return rest.dropFirst().drop { $0 <= 0x20 }
    }
}
