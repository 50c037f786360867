import OffprintMarkup
import OffprintModel

extension BlockBuilder {
    mutating func definitionList(_ node: MarkupTree.NodeID, depth: Int) -> [Block] {
        var definitions: [Definition] = []
        var footnotes: [Block] = []
        var index = node + 1
        while index < tree.end(of: node) {
            let name = name(of: index)
            guard name == .dt || name == .dd else {
                index = name == .text || name == .div ? index + 1 : tree.end(of: index)
                continue
            }
            let end = tree.end(of: index)
            if isSkipped(index) {
                index = end
                continue
            }
            if let id = notes.definitions[index] {
                footnotes.append(footnote(index, id, depth: depth))
            } else if name == .dt {
                definitions.append(Definition(term: inlines(in: index, depth: depth + 1), meanings: []))
            } else {
                let meaning = blocks(in: index, under: [], depth: depth + 1)
                if definitions.isEmpty { definitions.append(Definition(term: [], meanings: [])) }
                if !meaning.isEmpty { definitions[definitions.count - 1].meanings.append(meaning) }
            }
            index = end
        }
        definitions.removeAll { $0.term.isEmpty && $0.meanings.isEmpty }
        return (definitions.isEmpty ? [] : [.definitionList(definitions)]) + footnotes
    }
}
