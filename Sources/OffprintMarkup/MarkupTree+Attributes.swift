extension MarkupTree {
    /// Calls `body` with the name and the bytes of each attribute of an element, in the order of the source.
    @inlinable
    public func forEachAttribute(of node: NodeID, _ body: (MarkupName, ArraySlice<UInt8>) -> Void) {
        for index in attributeRange(of: node) { body(attributes[index].name, bytes(of: index)) }
    }

    /// Calls `body` with the name of each attribute of an element, in the order of the source.
    @inlinable
    public func forEachAttributeName(of node: NodeID, _ body: (MarkupName) -> Void) {
        for index in attributeRange(of: node) { body(attributes[index].name) }
    }

    /// A number that elements of one name share within this document.
    @inlinable
    public func nameNumber(of node: NodeID) -> UInt32 { UInt32(nodes[node].qualified) }
}
