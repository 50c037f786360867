/// A parsed HTML or XML document as one flat tree: arrays of nodes and attributes in document order, and two byte
/// buffers.
///
/// A node is a number: 0 is the document, its descendants follow in document order, and those of node `n` are `n + 1
/// ..< end(of: n)`. So a pass over a tree is a loop over numbers, the text within a node is one run of bytes, and
/// nothing recurses however deep the document nests.
public struct MarkupTree: Sendable {
    /// A node's number.
    public typealias NodeID = Int

    struct Node {
        var name: MarkupName
        /// An index into `names`.
        var qualified: UInt16
        var parent: Int32
        /// The number behind the last descendant.
        var end: Int32
        /// Where the text within the node starts in `text`.
        ///
        /// It ends where that of node `end` starts.
        var textStart: UInt32
        /// Where the node's attributes start in `attributes`.
        ///
        /// They end where those of the next node start.
        var attributesStart: UInt32
        /// Where the parser stood when it met the node, in the bytes that it was given.
        var offset: UInt32
    }

    struct Attribute {
        var name: MarkupName
        /// Whether the value stands in the source as it is meant, and not in `values`.
        var isInSource: Bool
        var qualified: UInt16
        var start: UInt32
        var count: UInt32
    }

    /// The nodes, and behind them one that only marks the ends of the buffers.
    var nodes: [Node]
    var attributes: [Attribute]
    var text: [UInt8]
    var values: [UInt8]
    var names: [QualifiedName]
    var runs: [OpaqueRun]
    var origin: SourceMap

    /// How many nodes there are.
    public var count: Int { nodes.count - 1 }

    /// The document itself.
    public var document: NodeID { 0 }

    /// The numbers of all nodes, in document order.
    public var all: Range<NodeID> { 0..<count }

    // MARK: Structure

    /// The name of an element, or what else the node is.
    @inline(__always)
    public func name(of node: NodeID) -> MarkupName { nodes[node].name }

    /// The name of an element in full.
    public func qualifiedName(of node: NodeID) -> QualifiedName { names[Int(nodes[node].qualified)] }

    /// Whether the node is text.
    @inline(__always)
    public func isText(_ node: NodeID) -> Bool { nodes[node].name == .text }

    /// The node that holds this one; the document's is -1.
    @inline(__always)
    public func parent(of node: NodeID) -> NodeID { Int(nodes[node].parent) }

    /// The number behind the node's last descendant.
    @inline(__always)
    public func end(of node: NodeID) -> NodeID { Int(nodes[node].end) }

    /// The numbers of all nodes within a node.
    public func descendants(of node: NodeID) -> Range<NodeID> { node + 1..<end(of: node) }

    /// The nodes directly within a node.
    public func children(of node: NodeID) -> Children { Children(nodes: nodes, position: node + 1, end: end(of: node)) }

    /// The nodes directly within a node, in document order.
    public struct Children: Sequence, IteratorProtocol {
        let nodes: [Node]
        var position: NodeID
        let end: NodeID

        /// The next child.
        public mutating func next() -> NodeID? {
            guard position < end else { return nil }
            defer { position = Int(nodes[position].end) }
            return position
        }
    }

    /// The first element of a name within a node.
    public func first(_ name: MarkupName, in node: NodeID) -> NodeID? {
        descendants(of: node).first { nodes[$0].name == name }
    }

    // MARK: Text

    /// Where the text of a node and all within it stands in ``textBytes``.
    @inline(__always)
    public func textRange(of node: NodeID) -> Range<Int> {
        let end = nodes[node].name == .text ? node + 1 : Int(nodes[node].end)
        return Int(nodes[node].textStart)..<Int(nodes[end].textStart)
    }

    /// All text of the document, in document order: valid UTF-8.
    public var textBytes: [UInt8] { text }

    /// The text of a node and all within it.
    public func text(of node: NodeID) -> String { String(decoding: text[textRange(of: node)], as: UTF8.self) }

    // MARK: Attributes

    /// The value of an attribute; `nil` where the element does not have it.
    public func attribute(_ name: MarkupName, of node: NodeID) -> String? {
        index(of: name, on: node).map { String(decoding: bytes(of: $0), as: UTF8.self) }
    }

    /// The bytes of an attribute's value; `nil` where the element does not have it.
    public func attributeBytes(_ name: MarkupName, of node: NodeID) -> ArraySlice<UInt8>? {
        index(of: name, on: node).map(bytes)
    }

    /// Whether an element has an attribute.
    public func hasAttribute(_ name: MarkupName, on node: NodeID) -> Bool { index(of: name, on: node) != nil }

    /// The value of an attribute by its local name, whatever its namespace.
    public func attribute(named name: String, of node: NodeID) -> String? {
        attributeRange(of: node).first { names[Int(attributes[$0].qualified)].local == name }
            .map { String(decoding: bytes(of: $0), as: UTF8.self) }
    }

    /// All attributes of an element, in the order of the source.
    public func attributes(of node: NodeID) -> [(name: QualifiedName, value: String)] {
        attributeRange(of: node).map {
            (names[Int(attributes[$0].qualified)], String(decoding: bytes(of: $0), as: UTF8.self))
        }
    }

    @inline(__always)
    private func attributeRange(of node: NodeID) -> Range<Int> {
        Int(nodes[node].attributesStart)..<Int(nodes[node + 1].attributesStart)
    }

    @inline(__always)
    private func index(of name: MarkupName, on node: NodeID) -> Int? {
        for index in attributeRange(of: node) where attributes[index].name == name { return index }
        return nil
    }

    @inline(__always)
    private func bytes(of attribute: Int) -> ArraySlice<UInt8> {
        let start = Int(attributes[attribute].start)
        let range = start..<start + Int(attributes[attribute].count)
        return attributes[attribute].isInSource ? origin.source[range] : values[range]
    }

    // MARK: What the parser did not see

    /// The source of an element whose content was kept from the parser: the text of a JSON script, or an `svg` or
    /// `math` element whole.
    ///
    /// `nil` for any other element.
    public func opaqueContent(of node: NodeID) -> ArraySlice<UInt8>? {
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if Int(runs[middle].node) < node { low = middle + 1 } else { high = middle }
        }
        return low < runs.count && Int(runs[low].node) == node ? origin.source[runs[low].range] : nil
    }

    /// The line of the source, counted from 1, in which a node starts.
    public func line(of node: NodeID) -> Int { origin.line(at: Int(nodes[node].offset)) }
}

/// A run of the source that the parser did not see.
struct OpaqueRun: Sendable {
    var node: Int32
    let range: Range<Int>
}
