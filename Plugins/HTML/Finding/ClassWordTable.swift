/// What words of classes and ids say about the text within.
enum ClassWordTable {
    /// A word by its hash.
    struct Slot {
        var hash: UInt32 = 0
        /// What it says of the text within; zero where it says nothing.
        var weight: Int16 = 0
        /// What it says outright.
        var traits: ElementTraits = []
    }

    static let mask: UInt32 = 2_047

    /// The words by their hashes, open addressed.
    static let slots: [Slot] = {
        var slots = [Slot](repeating: Slot(), count: Int(mask) + 1)
        func slot(_ word: String) -> Int {
            let hash = ClassWords.hash(word.utf8)
            var slot = Int(hash & mask)
            while slots[slot].hash != 0, slots[slot].hash != hash { slot = (slot + 1) & Int(mask) }
            slots[slot].hash = hash
            return slot
        }
        for (word, weight) in weights { slots[slot(word)].weight = weight }
        for (traits, words) in outright {
            for word in words { slots[slot(word)].traits = traits }
        }
        return slots
    }()

    private static let outright: [(ElementTraits, [String])] = [
        (.comments, ["comment", "comments", "commentlist", "disqus", "replies", "reply", "respond", "responses"]),
        (
            .elsewhere,
            ["related", "recommended", "recommendations", "recirc", "recirculation", "trending", "popular", "promo"]
        ),
    ]
}
