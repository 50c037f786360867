import OffprintMarkup
import OffprintModel

extension BlockBuilder {
    /// East Asian text with its reading, a pair for each base and its annotation.
    mutating func ruby(_ node: MarkupTree.NodeID, depth: Int) -> [Inline] {
        var result: [Inline] = []
        var bases: [[Inline]] = []
        var annotations: [[Inline]] = []
        func pair() -> [Inline] {
            guard bases.count > 1, bases.count == annotations.count else {
                let base = bases.flatMap(\.self)
                let annotation = annotations.flatMap(\.self)
                if annotation.isEmpty { return base }
                return [.ruby(base: base, annotation: annotation)]
            }
            return zip(bases, annotations).map { .ruby(base: $0, annotation: $1) }
        }
        var index = node + 1
        while index < tree.end(of: node) {
            let end = max(index + 1, tree.isText(index) ? index + 1 : tree.end(of: index))
            switch name(of: index) {
            case .rp: break
            case .rt, .rtc:
                annotations.append(inlines(in: index, depth: depth + 1))
                bases = bases.isEmpty ? [[]] : bases
            default:
                let isBlank = tree.isText(index) && tree.textBytes[tree.textRange(of: index)].allSatisfy { $0 <= 0x20 }
                if isBlank { break }
                if !annotations.isEmpty {
                    result += pair()
                    (bases, annotations) = ([], [])
                }
                bases.append(Self.joined(blocks(from: index, to: end, under: [], depth: depth + 1)))
            }
            index = end
        }
        return result + pair()
    }
}
