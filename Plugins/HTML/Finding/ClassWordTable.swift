/// What words of classes and ids say about the text within.
enum ClassWordTable {
    /// The weight of a word by its hash; zero for a word that says nothing.
    @inline(__always)
    static func weight(of hash: UInt32) -> Int16 {
        var slot = Int(hash & mask)
        while slots[slot].hash != 0 {
            if slots[slot].hash == hash { return slots[slot].weight }
            slot = (slot + 1) & Int(mask)
        }
        return 0
    }

    private static let mask: UInt32 = 2_047

    /// The table by hash, open addressed.
    private static let slots: [(hash: UInt32, weight: Int16)] = {
        var slots = [(hash: UInt32, weight: Int16)](repeating: (0, 0), count: Int(mask) + 1)
        for (word, weight) in weights {
            let hash = ClassWords.hash(word.utf8)
            var slot = Int(hash & mask)
            while slots[slot].hash != 0 { slot = (slot + 1) & Int(mask) }
            slots[slot] = (hash, weight)
        }
        return slots
    }()
}
