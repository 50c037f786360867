import OffprintMarkup
import OffprintModel

extension BlockBuilder {
    mutating func quote(
        _ node: MarkupTree.NodeID,
        _ traits: ClassTraits,
        under marks: [InlineMark],
        depth: Int
    ) -> [Block] {
        if let post = post(node, depth: depth) { return [post] }
        if traits.contains(.pullQuote), !context.isLiteral { return pullQuote(node, under: marks, depth: depth) }
        let (content, attribution) = quoted(node, under: marks, depth: depth)
        return content.isEmpty && attribution.isEmpty ? [] : [.quote(content, attribution: attribution)]
    }

    /// Words of the article in large type, whatever element holds them.
    mutating func pullQuote(_ node: MarkupTree.NodeID, under marks: [InlineMark], depth: Int) -> [Block] {
        var (content, attribution) = quoted(node, under: marks, depth: depth)
        // The element around often holds a quotation of its own.
        if content.count == 1, case .quote(let inner, let source) = content[0] {
            content = inner
            if attribution.isEmpty { attribution = source }
        }
        let pictures = content.filter { if case .figure = $0 { true } else { false } }
        content.removeAll { if case .figure = $0 { true } else { false } }
        guard !content.isEmpty || !attribution.isEmpty else { return pictures }
        return [.pullQuote(content, attribution: attribution)] + pictures
    }

    /// What is quoted, and who: the latter stands at the end, in an element of its own.
    private mutating func quoted(
        _ node: MarkupTree.NodeID,
        under marks: [InlineMark],
        depth: Int
    ) -> (content: [Block], attribution: [Inline]) {
        let source = context.isLiteral ? nil : source(of: node)
        var attribution: [Inline] = []
        if let source {
            attribution = Self.joined(blocks(from: source, to: tree.end(of: source), under: [], depth: depth + 1))
            if case .cite(let inner)? = attribution.first, attribution.count == 1 { attribution = inner }
            setAside.insert(source)
        }
        let content = blocks(in: node, under: marks, depth: depth + 1)
        if let source { setAside.remove(source) }
        return (content, attribution)
    }

    /// The element at the end of a quotation that says who is quoted; `nil` where none does.
    private func source(of quote: MarkupTree.NodeID) -> MarkupTree.NodeID? {
        var last = quote
        // Down along the last elements, past boxes that hold nothing else behind.
        for _ in 0..<4 {
            guard let child = lastElement(of: last) else { return nil }
            switch name(of: child) {
            case .footer, .figcaption: return child
            case .cite:
                // A cite alone on its line, or behind the paragraphs; not a title at the end of a sentence.
                let parent = tree.parent(of: child)
                let isAlone = startsAlone(child, in: parent)
                return isAlone || tree.children(of: parent).contains(where: { name(of: $0) == .p }) ? child : nil
            case .p, .div, .section: last = child
            default: return nil
            }
        }
        return nil
    }

    private func lastElement(of node: MarkupTree.NodeID) -> MarkupTree.NodeID? {
        var last: MarkupTree.NodeID?
        for child in tree.children(of: node) {
            if !tree.isText(child) {
                last = child
            } else if tree.textBytes[tree.textRange(of: child)].contains(where: { $0 > 0x20 }) {
                last = nil
            }
        }
        return last
    }

    /// Whether nothing but a dash stands before an element in the one around it, which is a paragraph within a quote.
    private func startsAlone(_ node: MarkupTree.NodeID, in parent: MarkupTree.NodeID) -> Bool {
        guard name(of: parent) != .blockquote || tree.children(of: parent).contains(where: { name(of: $0) == .br })
        else {
            return false
        }
        guard name(of: parent) == .p || name(of: parent) == .div else { return true }
        let before = tree.textBytes[tree.textRange(of: parent).lowerBound..<tree.textRange(of: node).lowerBound]
        return before.count <= 8 && !before.contains { (0x41...0x5A).contains($0 & 0xDF) && $0 < 0x80 }
    }
}
