/// Writes a tree node by node, for readers that turn one vocabulary into another.
///
/// Each node stands for one of the tree it is made from and keeps its line.
public struct MarkupTreeWriter {
    private var nodes: [MarkupTree.Node] = []
    private var attributes: [MarkupTree.Attribute] = []
    private var text: [UInt8] = []
    private var values: [UInt8] = []
    private var open: [Int32] = [0]
    private var names = [
        QualifiedName(local: MarkupName.document.rawValue, namespace: nil),
        QualifiedName(local: MarkupName.text.rawValue, namespace: nil),
    ]
    private var places: [String: UInt16] = [:]
    private let source: MarkupTree

    /// Creates a writer of a tree whose nodes come from `source`.
    public init(from source: MarkupTree) {
        self.source = source
        nodes.append(node(.document, 0, from: 0))
    }

    /// How deep the place that is written to lies.
    public var depth: Int { open.count - 1 }

    private func node(_ name: MarkupName, _ qualified: UInt16, from original: MarkupTree.NodeID) -> MarkupTree.Node {
        MarkupTree.Node(
            name: name,
            qualified: qualified,
            parent: nodes.isEmpty ? -1 : open[open.count - 1],
            end: Int32(truncatingIfNeeded: nodes.count + 1),
            textStart: UInt32(truncatingIfNeeded: text.count),
            attributesStart: UInt32(truncatingIfNeeded: attributes.count),
            offset: original < source.nodes.count ? source.nodes[original].offset : 0
        )
    }

    private mutating func place(of name: String) -> UInt16 {
        if let place = places[name] { return place }
        guard names.count < 60_000 else { return 1 }
        let place = UInt16(names.count)
        names.append(QualifiedName(local: name, namespace: nil))
        places[name] = place
        return place
    }

    /// Starts an element that stands for `original`; its attributes follow.
    public mutating func start(_ name: MarkupName, from original: MarkupTree.NodeID) {
        let index = Int32(truncatingIfNeeded: nodes.count)
        nodes.append(node(name, place(of: name.rawValue), from: original))
        open.append(index)
    }

    /// Gives the element that was started last an attribute.
    public mutating func attribute(_ name: MarkupName, _ value: some StringProtocol) {
        let start = values.count
        values.append(contentsOf: value.utf8)
        attributes.append(
            MarkupTree.Attribute(
                name: name,
                isInSource: false,
                qualified: place(of: name.rawValue),
                start: UInt32(truncatingIfNeeded: start),
                count: UInt32(truncatingIfNeeded: values.count - start)
            )
        )
    }

    /// Adds text; what follows other text joins it.
    public mutating func append(_ bytes: some Collection<UInt8>, from original: MarkupTree.NodeID) {
        guard !bytes.isEmpty else { return }
        let last = nodes.count - 1
        if nodes[last].name != .text || nodes[last].parent != open[open.count - 1] {
            nodes.append(node(.text, 1, from: original))
        }
        text.append(contentsOf: bytes)
    }

    /// Ends the innermost element.
    public mutating func end() {
        guard open.count > 1, let index = open.popLast() else { return }
        nodes[Int(index)].end = Int32(truncatingIfNeeded: nodes.count)
    }

    /// The tree, with whatever is still open closed.
    public consuming func finish() -> MarkupTree {
        for index in open { nodes[Int(index)].end = Int32(truncatingIfNeeded: nodes.count) }
        nodes.append(node(.document, 0, from: 0))
        return MarkupTree(
            nodes: nodes,
            attributes: attributes,
            text: text,
            values: values,
            source: [],
            names: names,
            runs: [],
            origin: source.origin
        )
    }
}
