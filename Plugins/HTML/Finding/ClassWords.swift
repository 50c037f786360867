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

    /// Reads the words of an attribute.
    mutating func read(_ bytes: ArraySlice<UInt8>) {
        Self.forEachWord(in: bytes) { hash in
            kind = (kind ^ hash) &* 0x0100_0193
            if let trait = Self.outright[hash] { traits.formUnion(trait) }
            weight = max(-999, min(999, weight + ClassWordTable.weight(of: hash)))
        }
    }

    /// Calls `body` with a hash of each word: letters in lower case, divided where no letter stands and before a capital.
    @inline(__always)
    static func forEachWord(in bytes: ArraySlice<UInt8>, _ body: (UInt32) -> Void) {
        var hash = seed
        var count = 0
        var wasLower = false
        for byte in bytes {
            let lower = byte | 0x20
            let isLetter = lower >= 0x61 && lower <= 0x7A
            let isUpper = isLetter && byte & 0x20 == 0
            if !isLetter || (isUpper && wasLower) {
                if count > 1 { body(hash) }
                hash = seed
                count = 0
            }
            if isLetter {
                hash = (hash ^ UInt32(lower)) &* 0x0100_0193
                count += 1
            }
            wasLower = isLetter && !isUpper
        }
        if count > 1 { body(hash) }
    }

    static let seed: UInt32 = 0x811C_9DC5

    private static let outright: [UInt32: ElementTraits] = {
        let words: [(ElementTraits, [String])] = [
            (.comments, ["comment", "comments", "commentlist", "disqus", "replies", "reply", "respond", "responses"]),
            (
                .elsewhere,
                [
                    "related", "recommended", "recommendations", "recirc", "recirculation", "trending", "popular",
                    "promo",
                ]
            ),
        ]
        let pairs = words.flatMap { trait, words in words.map { (hash($0.utf8), trait) } }
        return Dictionary(uniqueKeysWithValues: pairs)
    }()

    /// The hash of a word in lower case (FNV-1a).
    static func hash(_ word: some Sequence<UInt8>) -> UInt32 {
        word.reduce(seed) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
    }
}
