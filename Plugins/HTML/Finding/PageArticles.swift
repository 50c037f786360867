import OffprintMarkup

/// The `article` elements of a page that no other holds, and the one of them that holds its title.
struct PageArticles {
    private let tree: MarkupTree
    private var outermost: [Range<MarkupTree.NodeID>] = []
    private var titles: Range<MarkupTree.NodeID>?
    /// The elements around the title, the innermost first.
    private var aroundTitle: [MarkupTree.NodeID] = []

    init(_ passages: Passages, title: Int?) {
        tree = passages.tree
        var node = passages.body
        while node < tree.end(of: passages.body) {
            if tree.name(of: node) == .article {
                outermost.append(node..<tree.end(of: node))
                node = tree.end(of: node)
            } else {
                node += 1
            }
        }
        guard let title else { return }
        let place = passages.all[title].box
        titles = outermost.first { $0.contains(place) }
        node = place
        while node > passages.body, aroundTitle.count < 30 {
            aroundTitle.append(node)
            node = tree.parent(of: node)
        }
    }

    var count: Int { outermost.count }

    /// The number of the article that holds a node, counted from 1; 0 where none does.
    func number(of node: MarkupTree.NodeID) -> Int {
        (outermost.firstIndex { $0.upperBound > node }).map { outermost[$0].contains(node) ? $0 + 1 : 0 } ?? 0
    }

    /// 1 for a node in the title's article, 0 for one outside, -1 where the title is in none.
    func isTitles(_ node: MarkupTree.NodeID) -> Int { titles.map { $0.contains(node) ? 1 : 0 } ?? -1 }

    /// How many levels above the title the element is that holds a node too; -1 without a title.
    func levelsToTitle(from node: MarkupTree.NodeID) -> Int {
        guard !aroundTitle.isEmpty else { return -1 }
        return aroundTitle.firstIndex { $0 <= node && node < max($0 + 1, tree.end(of: $0)) } ?? aroundTitle.count
    }
}
