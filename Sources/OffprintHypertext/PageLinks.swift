import OffprintMarkup

/// The links of a page to places within it.
struct PageLinks {
    struct Link {
        let node: MarkupTree.NodeID
        let target: MarkupTree.NodeID
    }

    /// The links whose places exist, in the order of the page.
    private(set) var all: [Link] = []
    private let builder: BlockBuilder
    private var tree: MarkupTree {
        @inline(__always) _read { yield builder.tree }
    }

    init(in builder: BlockBuilder) { self.builder = builder }

    /// The links within an element.
    func within(_ node: MarkupTree.NodeID) -> ArraySlice<Link> {
        all[index(of: node + 1)..<index(of: tree.end(of: node))]
    }

    /// What is known of a link; `nil` for one that leads to no place in the page.
    func of(_ node: MarkupTree.NodeID) -> Link? {
        let index = index(of: node)
        return index < all.count && all[index].node == node ? all[index] : nil
    }

    /// The index of the first link from a node on.
    private func index(of node: MarkupTree.NodeID) -> Int {
        var low = 0
        var high = all.count
        while low < high {
            let middle = (low + high) / 2
            if all[middle].node < node { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The links to places in the page, with the names of the places.
    func fragments(in nodes: Range<Int>) -> [(node: MarkupTree.NodeID, name: ArraySlice<UInt8>)] {
        var fragments: [(node: MarkupTree.NodeID, name: ArraySlice<UInt8>)] = []
        for node in nodes where tree.name(of: node) == .a && hasFragment(node) {
            guard let address = tree.attributeBytes(.href, of: node) else { continue }
            if address.first == 0x23 {
                if address.count > 1 { fragments.append((node, address.dropFirst())) }
            } else if let hash = address.firstIndex(of: 0x23), hash + 1 < address.endIndex, isThisPage(address[..<hash])
            {
                fragments.append((node, address[(hash + 1)...]))
            }
            if fragments.count > 20_000 { break }
        }
        return fragments
    }

    /// Whether the address of a link names a place, on whatever page.
    private func hasFragment(_ link: MarkupTree.NodeID) -> Bool {
        let address = tree.attributeSpan(.href, of: link)
        for index in address.indices where address[index] == 0x23 { return true }
        return false
    }

    private func isThisPage(_ address: ArraySlice<UInt8>) -> Bool {
        builder.context.base.map { address.elementsEqual($0.utf8) } ?? false
    }

    /// Looks up where the links of the whole page lead.
    mutating func resolve() {
        let fragments = fragments(in: tree.all)
        let names = fragments.map { String(decoding: $0.name, as: UTF8.self) }
        var wanted = Set(names)
        for name in names where name.utf8.contains(0x25) { wanted.insert(Self.decoded(name)) }
        var places: [String: MarkupTree.NodeID] = [:]
        for node in tree.all where !tree.isText(node) {
            guard
                let name = tree.attributeBytes(.id, of: node)
                    ?? (tree.name(of: node) == .a ? tree.attributeBytes(.name, of: node) : nil)
            else { continue }
            let text = String(decoding: name, as: UTF8.self)
            if wanted.contains(text), places[text] == nil { places[text] = node }
        }
        for (fragment, name) in zip(fragments, names) {
            if let target = places[name] ?? places[Self.decoded(name)] {
                all.append(Link(node: fragment.node, target: target))
            }
        }
    }

    private static func decoded(_ name: String) -> String {
        guard name.utf8.contains(0x25) else { return name }
        let bytes = Array(name.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x25, index + 2 < bytes.count,
                let byte = UInt8(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
            {
                result.append(byte)
                index += 3
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
