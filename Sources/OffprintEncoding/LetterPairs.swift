/// Which letters follow which in a language, as far as a letter past ASCII is one of the two.
///
/// Counted in lower case; `_` stands for whatever is no letter. The tables are made by `Training/Encodings`.
struct LetterPairs {
    /// The language.
    let tag: String
    /// Its letters past ASCII.
    let letters: String
    /// The pairs that are likely, by how likely the second letter is after the first: 1/8 or more, 1/32, 1/128.
    let pairs: [String]

    init(_ tag: String, letters: String, pairs: [String]) {
        self.tag = tag
        self.letters = letters
        self.pairs = pairs
    }
}

/// What each pair of letters of a language costs: the negative logarithm of its likelihood.
struct PairCosts {
    private static let costs: [Float] = [1.6, 2.8, 4.2]
    private static let unseen: Float = 6.5
    private static let foreign: Float = 9.5

    private var levels: [UInt32: UInt8] = [:]
    private var letters: Set<UInt16> = []

    init(_ pairs: LetterPairs) {
        letters = Set(pairs.letters.unicodeScalars.map { UInt16(truncatingIfNeeded: $0.value) })
        for (level, list) in pairs.pairs.enumerated() {
            var first: UInt16?
            for scalar in list.unicodeScalars {
                let letter = scalar == "_" ? ByteMeaning.boundary : UInt16(truncatingIfNeeded: scalar.value)
                if let before = first {
                    levels[Self.key(before, letter)] = UInt8(level)
                    first = nil
                } else {
                    first = letter
                }
            }
        }
    }

    func cost(of first: UInt16, _ second: UInt16) -> Float {
        if let level = levels[Self.key(first, second)] { return Self.costs[Int(level)] }
        return isForeign(first) || isForeign(second) ? Self.foreign : Self.unseen
    }

    private func isForeign(_ letter: UInt16) -> Bool { letter >= 0x80 && !letters.contains(letter) }

    private static func key(_ first: UInt16, _ second: UInt16) -> UInt32 { UInt32(first) << 16 | UInt32(second) }
}
