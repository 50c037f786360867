import OffprintMarkup

/// A piece of a page's text that no edge of a box divides: what will be a paragraph, a heading, a line of a list.
struct Passage {
    /// The deepest box that holds it.
    let box: MarkupTree.NodeID
    /// The deepest element that holds all of it.
    var holder: MarkupTree.NodeID
    /// Its first text node, and the number behind its last.
    var nodes: Range<MarkupTree.NodeID>
    /// Its bytes in the tree's text.
    var bytes: Range<Int>
}

/// All passages of a page's body in document order, with what there is to know of the elements around them.
struct Passages {
    let tree: MarkupTree
    let body: MarkupTree.NodeID
    private let headline: MarkupTree.NodeID
    private(set) var all: [Passage] = []
    /// For each node of the tree, what it stands in.
    private(set) var contexts: [ElementContext]

    /// - Parameters:
    ///   - tree: the page.
    ///   - headline: the article's heading; what stands around it is no part of the page that is apart from the article.
    init(of tree: MarkupTree, headline: MarkupTree.NodeID?) {
        self.tree = tree
        self.headline = headline ?? -1
        body = tree.first(.body, in: tree.document) ?? tree.document
        contexts = [ElementContext](repeating: ElementContext(), count: tree.count)
        all.reserveCapacity(512)
        divide()
    }

    /// One loop over the nodes: text gathers into a passage until a box starts or ends.
    private mutating func divide() {
        // Of its own: a use through `self`, which changes meanwhile, would be a copy each.
        let tree = tree
        var contexts: [ElementContext] = []
        swap(&contexts, &self.contexts)
        defer { swap(&contexts, &self.contexts) }
        var memory = ClassMemory()
        var current: Passage?
        var breaks = 0
        var node = body
        while node < tree.end(of: body) {
            if tree.isText(node) {
                let bytes = tree.textRange(of: node)
                let isBlank = TextStatistics.isBlank(tree.textBytes, bytes)
                let box = Int(contexts[tree.parent(of: node)].box)
                if let open = current, open.box != box || (breaks > 1 && !isBlank) {
                    all.append(open)
                    current = nil
                }
                if !isBlank {
                    breaks = 0
                    if current == nil {
                        current = Passage(box: box, holder: tree.parent(of: node), nodes: node..<node + 1, bytes: bytes)
                    } else {
                        Self.extend(&current, to: node, bytes, in: tree)
                    }
                }
                node += 1
                continue
            }
            var context = ElementContext(
                of: node,
                in: tree,
                under: node == body ? nil : contexts[tree.parent(of: node)],
                recalling: &memory
            )
            if node <= headline, headline < tree.end(of: node) { context.traits.subtract([.comments, .elsewhere]) }
            contexts[node] = context
            if context.traits.contains(.skipped) {
                node = tree.end(of: node)
                continue
            }
            if tree.name(of: node) == .br {
                breaks += 1
            } else if context.box == node {
                if let open = current { all.append(open) }
                current = nil
                breaks = 0
            }
            node += 1
        }
        if let open = current { all.append(open) }
    }

    /// How many levels up elements are looked for, once for each passage: pages nest 51 levels at most, hostile ones 20,000.
    static let farthest = 512

    /// The outermost list or quotation around a node, or the table with headings that it is a cell of.
    ///
    /// - Parameter plain: tables known to have no headings, so that each is looked through once.
    func whole(around node: MarkupTree.NodeID, plain: inout Set<MarkupTree.NodeID>) -> MarkupTree.NodeID? {
        guard !contexts[node].traits.isDisjoint(with: [.list, .quote, .table]) else { return nil }
        var found: MarkupTree.NodeID?
        var node = node
        var levels = 0
        while node > body, levels < Self.farthest {
            levels += 1
            switch tree.name(of: node) {
            case .ul, .ol, .blockquote: found = node
            case .table:
                // One without headings may well lay out the page.
                if found == nil, !plain.contains(node) {
                    if tree.first(.th, in: node) != nil { return node }
                    plain.insert(node)
                }
            default: break
            }
            node = tree.parent(of: node)
        }
        return found
    }

    private static func extend(
        _ passage: inout Passage?,
        to node: MarkupTree.NodeID,
        _ bytes: Range<Int>,
        in tree: MarkupTree
    ) {
        guard var open = passage else { return }
        open.nodes = open.nodes.lowerBound..<node + 1
        open.bytes = open.bytes.lowerBound..<bytes.upperBound
        while tree.end(of: open.holder) <= node { open.holder = tree.parent(of: open.holder) }
        passage = open
    }
}
