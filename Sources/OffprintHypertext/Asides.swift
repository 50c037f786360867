import OffprintMarkup
import OffprintModel

extension BlockBuilder {
    /// Whether an element is a box beside the text: what its role or its classes say, not its name, which pages give
    /// to whatever stands in a margin.
    func isBox(_ node: MarkupTree.NodeID, _ traits: ClassTraits) -> Bool {
        if !traits.isDisjoint(with: [.factBox, .pullQuote, .correction]) { return true }
        return tree.attributeBytes(.role, of: node)?.elementsEqual("note".utf8) == true
    }

    /// A box beside the text, its first heading as title; pictures alone need no box.
    mutating func aside(_ node: MarkupTree.NodeID, _ traits: ClassTraits, depth: Int) -> [Block] {
        if traits.contains(.pullQuote) { return pullQuote(node, under: [], depth: depth) }
        var content = blocks(in: node, under: [], depth: depth + 1)
        guard !content.isEmpty else { return [] }
        let isTextless = content.allSatisfy { block in
            switch block {
            case .figure, .embed, .pullQuote, .footnote, .aside: true
            case .paragraph, .heading, .list, .quote, .code, .table, .liveEntry, .definitionList, .thematicBreak, .math,
                .custom:
                false
            }
        }
        if isTextless { return content }
        // A box that holds only a box.
        if content.count == 1, case .aside = content[0] { return content }
        var title: [Inline] = []
        if case .heading(_, let words)? = content.first {
            title = words
            content.removeFirst()
        } else if content.count > 1, case .paragraph(let words, _)? = content.first, words.count == 1,
            case .strong(let inner) = words[0], inner.plainText.utf8.count <= 80
        {
            // Words in bold on a line of their own, where there is no heading.
            title = inner
            content.removeFirst()
        }
        let kind: Aside.Kind =
            traits.contains(.correction)
            ? .correction
            : traits.contains(.related)
                ? .related
                : traits.contains(.factBox) || !title.isEmpty ? .factBox : .note
        return [.aside(Aside(kind, title: title, content: content))]
    }
}
