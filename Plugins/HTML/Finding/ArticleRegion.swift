import OffprintMarkup

/// The nodes of a page that the article is made of, and the element around them all.
struct ArticleRegion {
    private let tree: MarkupTree
    private let body: MarkupTree.NodeID
    private(set) var isOutside: [Bool]
    private var first: MarkupTree.NodeID?
    private var last: MarkupTree.NodeID = 0

    init(_ tree: MarkupTree) {
        self.tree = tree
        body = tree.first(.body, in: tree.document) ?? tree.document
        isOutside = [Bool](repeating: true, count: tree.count)
    }

    /// Includes a passage, and the line breaks that set it off from the next.
    mutating func include(_ passage: Passage) {
        include(passage.nodes)
        var node = passage.nodes.upperBound
        while node < tree.end(of: passage.box) {
            if tree.name(of: node) == .br {
                isOutside[node] = false
            } else if !tree.isText(node) || !TextStatistics.isBlank(tree.textBytes, tree.textRange(of: node)) {
                break
            }
            node += 1
        }
    }

    /// Includes an element with all that it holds.
    mutating func include(_ node: MarkupTree.NodeID) { include(node..<max(node + 1, tree.end(of: node))) }

    private mutating func include(_ nodes: Range<MarkupTree.NodeID>) {
        for node in nodes { isOutside[node] = false }
        first = min(first ?? nodes.lowerBound, nodes.lowerBound)
        last = max(last, nodes.upperBound - 1)
        for edge in [nodes.lowerBound, nodes.upperBound - 1] {
            var node = tree.parent(of: edge)
            while node >= 0, isOutside[node] {
                isOutside[node] = false
                node = tree.parent(of: node)
            }
        }
    }

    /// The deepest box around all of the article.
    ///
    /// A list, a table, a quotation is read as what it is, so the box around it is taken.
    var root: MarkupTree.NodeID {
        guard let first else { return body }
        var node = tree.parent(of: first)
        while node > body, tree.end(of: node) <= last || !Self.isBox(tree.name(of: node)) {
            node = tree.parent(of: node)
        }
        return max(node, body)
    }

    private static func isBox(_ name: MarkupName) -> Bool {
        switch name {
        case .div, .section, .article, .main, .td, .center, .form, .body, .fieldset: true
        default: false
        }
    }
}
