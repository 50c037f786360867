/// The encoding of a text that does not say it, by the letters that its bytes would be.
struct EncodingGuess {
    /// Its name: that of the WHATWG in lower case, where it has one.
    let name: String
    /// How sure that is, from 0 to 1.
    let confidence: Double

    /// What a byte past ASCII costs at most in an encoding that makes sense of the text.
    ///
    /// In Latin text it stands between two letters that are not, and both pairs count.
    private static let mostPerByte: (latin: Float, others: Float) = (11, 7.5)

    /// What a text costs in an encoding.
    private struct Cost {
        let name: String
        let total: Float
        let singleByte: SingleByteCandidate?

        var isLatin: Bool { singleByte?.isLatin ?? false }

        /// Whether both make the same text of these pairs.
        func agrees(with other: Cost, on pairs: [BytePair]) -> Bool {
            guard let one = singleByte?.meanings, let two = other.singleByte?.meanings else {
                return name == other.name
            }
            return pairs.allSatisfy { one[Int($0.second)] == two[Int($0.second)] }
        }
    }

    /// Looks at a text that is not in a Unicode encoding; `nil` where nothing makes sense of it.
    ///
    /// What each candidate would make of the text is compared by its cost: the negative logarithm of how likely its
    /// letters follow each other, or its ideographs are, in the languages that use the encoding.
    init?(of text: Span<UInt8>) {
        let sample = ByteSample(of: text)
        guard sample.highBytes > 0 else { return nil }
        let pairs = sample.pairs()
        var costs = SingleByteCandidate.all.compactMap { candidate in
            candidate.cost(of: pairs).map { cost in
                // A sign or two in Latin text are no word of another script.
                let doubt: Float = sample.highBytes < 3 && !candidate.isLatin ? 8 : 0
                return Cost(name: candidate.name, total: cost + doubt, singleByte: candidate)
            }
        }
        let start = Array(sample.bytes.prefix(MultiByteCandidate.sampleBytes))
        let highInStart = start.count { $0 >= 0x80 }
        let share = Float(sample.highBytes) / Float(max(1, highInStart))
        // A few bytes may be anything; two and more characters in a row are needed for these.
        if sample.highBytes >= 4 {
            costs += MultiByteCandidate.all.compactMap { candidate in
                candidate.cost(of: start).map { Cost(name: candidate.name, total: $0 * share, singleByte: nil) }
            }
        }
        guard let best = costs.min(by: { $0.total < $1.total }) else { return nil }
        let perByte = best.total / Float(sample.highBytes)
        guard perByte <= (best.isLatin ? Self.mostPerByte.latin : Self.mostPerByte.others) else { return nil }
        name = best.name
        // What reads the text in the same way is no rival.
        let rival = costs.filter { !$0.agrees(with: best, on: pairs) }.map(\.total).min() ?? best.total + 20
        confidence = Self.confidence(lead: Double(rival - best.total), highBytes: sample.highBytes)
    }

    /// The lead over the next best is in natural logarithms; a text of few bytes past ASCII proves little.
    private static func confidence(lead: Double, highBytes: Int) -> Double {
        min(lead / (lead + 2), Double(highBytes) / Double(highBytes + 2))
    }
}
