import OffprintHypertext
import OffprintMarkup

/// Which pictures, videos and frames are the article's: those that stand among its passages.
struct MediaSelection: Sequence {
    private var chosen: [MarkupTree.NodeID] = []

    init(_ features: PassageFeatures, _ selection: PassageSelection) {
        guard let first = selection.kept.first, let last = selection.kept.last else { return }
        let tree = features.passages.tree
        let passages = features.passages.all
        let start = Swift.min(selection.titles.last { $0 < first } ?? first, first)
        // Running sums of the text that is the article's, and of all but captions.
        var own = [0]
        var whole = [0]
        var isOwn = [Bool](repeating: false, count: passages.count)
        for index in selection.kept + selection.titles { isOwn[index] = true }
        for index in passages.indices {
            let count = features.isCaption(index) ? 0 : features.measures[index].length
            own.append(own[index] + (isOwn[index] ? count : 0))
            whole.append(whole[index] + count)
        }
        var node = Swift.max(features.passages.body, tree.parent(of: passages[start].nodes.lowerBound))
        let end = passages[last].nodes.upperBound
        // What stands right behind the last passage, in the same box, still belongs to it.
        let limit = Swift.max(end, tree.end(of: Swift.max(0, tree.parent(of: passages[last].box))))
        while node < limit {
            guard Self.isMedium(node, in: tree) else {
                let isSkipped = features.passages.contexts[node].traits.contains(.skipped)
                node = isSkipped ? tree.end(of: node) : node + 1
                continue
            }
            // What a post says is no sign of where it stands; what stands by a picture in its figure is.
            let isEmbed = BlockBuilder.isEmbed(node, in: tree)
            let inside = isEmbed ? features.page.passages(in: node) : 0..<0
            func around(_ sums: [Int], _ range: Range<Int>) -> Int {
                sums[range.upperBound] - sums[range.lowerBound] - (sums[inside.upperBound] - sums[inside.lowerBound])
            }
            var home = tree.parent(of: node)
            var range = features.page.passages(in: Swift.max(0, home))
            var levels = 0
            while home > features.passages.body, levels < Passages.farthest, around(whole, range) == 0 {
                levels += 1
                home = tree.parent(of: home)
                range = features.page.passages(in: home)
            }
            if around(own, range) * 2 >= around(whole, range) { chosen.append(node) }
            node = Swift.max(node + 1, tree.end(of: node))
        }
    }

    private static func isMedium(_ node: MarkupTree.NodeID, in tree: MarkupTree) -> Bool {
        switch tree.name(of: node) {
        case .img, .picture, .figure, .amp_img, .hr, .math: true
        case .noscript: tree.first(.img, in: node) != nil
        default: BlockBuilder.isEmbed(node, in: tree)
        }
    }

    func makeIterator() -> IndexingIterator<[MarkupTree.NodeID]> { chosen.makeIterator() }
}
