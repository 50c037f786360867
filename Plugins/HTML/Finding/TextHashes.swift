/// Hashes of texts that most passages do not have: a bit for each tells so without the look-up.
struct TextHashes {
    private let all: Set<UInt64>
    private let bits: UInt64

    init(_ hashes: some Sequence<UInt64>) {
        all = Set(hashes)
        bits = all.reduce(0) { $0 | 1 << ($1 & 63) }
    }

    func contains(_ hash: UInt64) -> Bool { bits >> (hash & 63) & 1 == 1 && all.contains(hash) }
}
