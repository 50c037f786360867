/// A parsed HTML or XML document as one flat tree: arrays of nodes and attributes in document order, and two byte
/// buffers.
///
/// A node is a number: 0 is the document, its descendants follow in document order, and those of node `n` are `n + 1
/// ..< end(of: n)`. So a pass over a tree is a loop over numbers, the text within a node is one run of bytes, and
/// nothing recurses however deep the document nests.
public struct MarkupTree: Sendable {
    /// A node's number.
    public typealias NodeID = Int

    // Readers look at nodes millions of times: what that takes is inlined into them.
    @usableFromInline
    struct Node: Sendable {
        @usableFromInline var name: MarkupName
        /// An index into `names`.
        @usableFromInline var qualified: UInt16
        @usableFromInline var parent: Int32
        /// The number behind the last descendant.
        @usableFromInline var end: Int32
        /// Where the text within the node starts in `text`.
        ///
        /// It ends where that of node `end` starts.
        @usableFromInline var textStart: UInt32
        /// Where the node's attributes start in `attributes`.
        ///
        /// They end where those of the next node start.
        @usableFromInline var attributesStart: UInt32
        /// Where the node starts, in the bytes that the parser was given.
        @usableFromInline var offset: UInt32
    }

    @usableFromInline
    struct Attribute: Sendable {
        @usableFromInline var name: MarkupName
        /// Whether the value stands in the source as it is meant, and not in `values`.
        @usableFromInline var isInSource: Bool
        @usableFromInline var qualified: UInt16
        @usableFromInline var start: UInt32
        @usableFromInline var count: UInt32
    }

    /// The nodes, and behind them one that only marks the ends of the buffers.
    @usableFromInline var nodes: [Node]
    @usableFromInline var attributes: [Attribute]
    @usableFromInline var text: [UInt8]
    @usableFromInline var values: [UInt8]
    /// The page, decoded.
    @usableFromInline var source: [UInt8]
    var names: [QualifiedName]
    var runs: [OpaqueRun]
    var origin: SourceMap

    /// How many nodes there are.
    @inlinable
    public var count: Int { nodes.count - 1 }

    /// The document itself.
    @inlinable
    public var document: NodeID { 0 }

    /// The numbers of all nodes, in document order.
    @inlinable
    public var all: Range<NodeID> { 0..<count }

    // MARK: Structure

    /// The name of an element, or what else the node is.
    @inlinable
    public func name(of node: NodeID) -> MarkupName { nodes[node].name }

    /// The name of an element in full.
    public func qualifiedName(of node: NodeID) -> QualifiedName { names[Int(nodes[node].qualified)] }

    /// Whether the node is text.
    @inlinable
    public func isText(_ node: NodeID) -> Bool { nodes[node].name == .text }

    /// The node that holds this one; the document's is -1.
    @inlinable
    public func parent(of node: NodeID) -> NodeID { Int(nodes[node].parent) }

    /// The number behind the node's last descendant.
    @inlinable
    public func end(of node: NodeID) -> NodeID { Int(nodes[node].end) }

    /// The numbers of all nodes within a node.
    @inlinable
    public func descendants(of node: NodeID) -> Range<NodeID> { node + 1..<end(of: node) }

    /// The nodes directly within a node.
    @inlinable
    public func children(of node: NodeID) -> Children { Children(nodes: nodes, position: node + 1, end: end(of: node)) }

    /// The nodes directly within a node, in document order.
    public struct Children: Sequence, IteratorProtocol {
        @usableFromInline let nodes: [Node]
        @usableFromInline var position: NodeID
        @usableFromInline let end: NodeID

        @inlinable
        init(nodes: [Node], position: NodeID, end: NodeID) {
            self.nodes = nodes
            self.position = position
            self.end = end
        }

        /// The next child.
        @inlinable
        public mutating func next() -> NodeID? {
            guard position < end else { return nil }
            defer { position = Int(nodes[position].end) }
            return position
        }
    }

    /// The first element of a name within a node.
    @inlinable
    public func first(_ name: MarkupName, in node: NodeID) -> NodeID? {
        descendants(of: node).first { nodes[$0].name == name }
    }

    // MARK: Text

    /// Where the text of a node and all within it stands in ``textBytes``.
    @inlinable
    public func textRange(of node: NodeID) -> Range<Int> {
        let end = nodes[node].name == .text ? node + 1 : Int(nodes[node].end)
        return Int(nodes[node].textStart)..<Int(nodes[end].textStart)
    }

    /// All text of the document, in document order: valid UTF-8.
    @inlinable
    public var textBytes: [UInt8] { text }

    /// The text of a node and all within it.
    public func text(of node: NodeID) -> String { String(decoding: text[textRange(of: node)], as: UTF8.self) }

    // MARK: Attributes

    /// The value of an attribute; `nil` where the element does not have it.
    public func attribute(_ name: MarkupName, of node: NodeID) -> String? {
        index(of: name, on: node).map { String(decoding: bytes(of: $0), as: UTF8.self) }
    }

    /// The bytes of an attribute's value; `nil` where the element does not have it.
    @inlinable
    public func attributeBytes(_ name: MarkupName, of node: NodeID) -> ArraySlice<UInt8>? {
        index(of: name, on: node).map(bytes)
    }

    /// The bytes of an attribute's value, lent without a count of references; empty where the element does not have it.
    @inlinable
    @_lifetime(borrow self)
    public func attributeSpan(_ name: MarkupName, of node: NodeID) -> Span<UInt8> {
        guard let index = index(of: name, on: node) else { return text.span.extracting(first: 0) }
        let start = Int(attributes[index].start)
        let range = start..<start + Int(attributes[index].count)
        return attributes[index].isInSource ? source.span.extracting(range) : values.span.extracting(range)
    }

    /// The bytes of the text of a node and all within it, lent without a count of references.
    @inlinable
    @_lifetime(borrow self)
    public func textSpan(of node: NodeID) -> Span<UInt8> { text.span.extracting(textRange(of: node)) }

    /// Whether an element has an attribute.
    @inlinable
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

    @inlinable
    func attributeRange(of node: NodeID) -> Range<Int> {
        Int(nodes[node].attributesStart)..<Int(nodes[node + 1].attributesStart)
    }

    @inlinable
    func index(of name: MarkupName, on node: NodeID) -> Int? {
        for index in attributeRange(of: node) where attributes[index].name == name { return index }
        return nil
    }

    @inlinable
    func bytes(of attribute: Int) -> ArraySlice<UInt8> {
        let start = Int(attributes[attribute].start)
        let range = start..<start + Int(attributes[attribute].count)
        return attributes[attribute].isInSource ? source[range] : values[range]
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
        return low < runs.count && Int(runs[low].node) == node ? source[runs[low].range] : nil
    }

    /// The line of the source, counted from 1, in which a node starts.
    public func line(of node: NodeID) -> Int { origin.line(at: Int(nodes[node].offset)) }
}

/// A run of the source that the parser did not see.
struct OpaqueRun: Sendable {
    var node: Int32
    let range: Range<Int>
}
