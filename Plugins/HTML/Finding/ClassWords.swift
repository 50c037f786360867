import OffprintMarkup

/// The words of an element's class and id: `article-body`, `articleBody` and `article_body` all say "article", "body".
struct ClassWords {
    /// What the words say together: above zero for text of an article, below for what surrounds it.
    private(set) var weight: Int16 = 0
    /// A number for the element's name and class.
    private(set) var kind: UInt32
    /// What the words say outright of all that stands within.
    private(set) var traits: ElementTraits = []

    /// Starts with the number of the element's name.
    init(_ name: UInt32) { kind = (Self.seed ^ name) &* 0x0100_0193 }

    /// Reads the words of an attribute: letters in lower case, divided where no letter stands and before a capital.
    mutating func read(_ bytes: Span<UInt8>) {
        guard !bytes.isEmpty else { return }
        let table = ClassWordTable.slots
        let slots = table.span
        var hash = Self.seed
        var count = 0
        var wasLower = false
        for index in bytes.indices {
            let byte = bytes[index]
            let isLetter = (byte | 0x20) &- 0x61 < 26
            let isUpper = isLetter && byte & 0x20 == 0
            if !isLetter || (isUpper && wasLower) {
                if count > 1 { add(hash, slots) }
                hash = Self.seed
                count = 0
            }
            if isLetter {
                hash = (hash ^ UInt32(byte | 0x20)) &* 0x0100_0193
                count += 1
            }
            wasLower = isLetter && !isUpper
        }
        if count > 1 { add(hash, slots) }
    }

    private mutating func add(_ hash: UInt32, _ slots: Span<ClassWordTable.Slot>) {
        kind = (kind ^ hash) &* 0x0100_0193
        var slot = Int(hash & ClassWordTable.mask)
        while slots[slot].hash != 0 {
            if slots[slot].hash == hash {
                traits.formUnion(slots[slot].traits)
                weight = max(-999, min(999, weight + slots[slot].weight))
                return
            }
            slot = (slot + 1) & Int(ClassWordTable.mask)
        }
    }

    static let seed: UInt32 = 0x811C_9DC5

    /// The hash of a word in lower case (FNV-1a).
    static func hash(_ word: some Sequence<UInt8>) -> UInt32 {
        word.reduce(seed) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
    }
}
