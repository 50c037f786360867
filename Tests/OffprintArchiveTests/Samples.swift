import OffprintArchive

/// A generator with a seed, so that a failing property names the case that it failed on.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    // SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Bytes that are noise, text-like or runs, as the generator has it.
    mutating func bytes() -> [UInt8] {
        let count = Int.random(in: 0...3_000, using: &self) * (Int.random(in: 0...20, using: &self) == 0 ? 60 : 1)
        let alphabet: ClosedRange<UInt8> = [0...255, 97...104, 7...7][Int.random(in: 0...2, using: &self)]
        return (0..<count).map { _ in UInt8.random(in: alphabet, using: &self) }
    }
}

func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

/// The error that `body` throws; `nil` where it throws none.
func archiveError(_ body: () throws(ArchiveError) -> Void) -> ArchiveError? {
    do throws(ArchiveError) {
        try body()
        return nil
    } catch { return error }
}
