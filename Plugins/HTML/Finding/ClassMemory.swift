import OffprintMarkup

/// What the classes of a page's elements were found to say: most stand there many times.
struct ClassMemory {
    private struct Slot {
        /// The element that was read; -1 for none.
        var node: Int32 = -1
        var words = ClassWords(0)
    }

    private static let size = 512
    private var slots = [Slot](repeating: Slot(), count: size)

    /// The words of an element's class.
    mutating func words(of node: MarkupTree.NodeID, in tree: borrowing MarkupTree) -> ClassWords {
        let name = tree.nameNumber(of: node)
        let classes = tree.attributeSpan(.class, of: node)
        guard !classes.isEmpty else { return ClassWords(name) }
        let slot = Self.slot(for: name, classes)
        let known = Int(slots[slot].node)
        if known >= 0, tree.nameNumber(of: known) == name,
            Self.areEqual(classes, tree.attributeSpan(.class, of: known))
        {
            return slots[slot].words
        }
        var words = ClassWords(name)
        words.read(classes)
        slots[slot] = Slot(node: Int32(node), words: words)
        return words
    }

    /// A few bytes tell most classes apart; those that share a slot replace one another.
    private static func slot(for name: UInt32, _ classes: Span<UInt8>) -> Int {
        let last = classes.count - 1
        var mixed = UInt32(truncatingIfNeeded: classes.count) ^ name &* 0x9E37_79B1
        func mix(_ place: Int) { mixed = (mixed ^ UInt32(classes[place])) &* 0x0100_0193 }
        mix(0)
        mix(last / 2)
        mix(last - last / 4)
        mix(last)
        return Int(mixed >> 8) & (size - 1)
    }

    /// Compares without a branch a byte.
    private static func areEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        var difference: UInt8 = 0
        for index in left.indices { difference |= left[index] ^ right[index] }
        return difference == 0
    }
}
