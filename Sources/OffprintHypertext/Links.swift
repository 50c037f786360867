import OffprintMarkup

extension BlockBuilder {
    /// Where a link leads; `nil` where it leads nowhere that a text may lead to.
    func linkTarget(of node: MarkupTree.NodeID) -> String? {
        guard let address = tree.attributeBytes(.href, of: node)?.trimmedOfSpace, WebAddress.isSafe(address) else {
            return nil
        }
        return resolve(address)
    }

    /// The absolute form of an address of the page.
    func resolve(_ address: ArraySlice<UInt8>) -> String {
        base?.resolve(address) ?? BaseAddress.unresolved(address)
    }

    func resolve(_ address: String) -> String { resolve(Array(address.utf8)[...]) }

    /// The value of an attribute that holds an address, made absolute; `nil` where it holds none to follow.
    func address(_ name: MarkupName, of node: MarkupTree.NodeID) -> String? {
        guard let address = tree.attributeBytes(name, of: node)?.trimmedOfSpace, !address.isEmpty,
            WebAddress.isSafe(address), !address.starts(with: "data:".utf8), !address.starts(with: "about:".utf8),
            !address.starts(with: "blob:".utf8)
        else { return nil }
        return resolve(address)
    }

    /// The same for an attribute by its local name.
    func address(named name: String, of node: MarkupTree.NodeID) -> String? {
        guard let value = tree.attribute(named: name, of: node)?.trimmed, !value.hasPrefix("data:"),
            !value.hasPrefix("about:"), !value.hasPrefix("blob:"), WebAddress.isSafe(value)
        else { return nil }
        return resolve(value)
    }
}

extension ArraySlice<UInt8> {
    /// The bytes without white space and controls at their edges.
    var trimmedOfSpace: ArraySlice<UInt8> {
        var result = self
        while let first = result.first, first <= 0x20 { result.removeFirst() }
        while let last = result.last, last <= 0x20 { result.removeLast() }
        return result
    }
}
