/// Where the bytes that the parser was given stand in the source.
struct SourceMap: Sendable {
    /// The source, decoded to UTF-8.
    let source: [UInt8]
    /// Where bytes were left out or replaced: from `parsed` on, the source is at `original`.
    let shifts: [(parsed: Int, original: Int)]
    /// How many lines have ended before each block of the source.
    private let endedLines: [UInt32]

    private static let blockLength = 4_096

    init(source: [UInt8], shifts: [(parsed: Int, original: Int)]) {
        self.source = source
        self.shifts = shifts
        var ended: [UInt32] = []
        ended.reserveCapacity(source.count / Self.blockLength + 1)
        var count: UInt32 = 0
        for start in stride(from: 0, to: source.count, by: Self.blockLength) {
            ended.append(count)
            let end = min(start + Self.blockLength, source.count)
            count &+= UInt32(truncatingIfNeeded: Self.lineFeeds(in: source, start..<end))
        }
        endedLines = ended
    }

    /// The line, counted from 1, of a place in the bytes that the parser was given.
    func line(at parsed: Int) -> Int {
        var low = 0
        var high = shifts.count
        while low < high {
            let middle = (low + high) / 2
            if shifts[middle].parsed <= parsed { low = middle + 1 } else { high = middle }
        }
        let shift = low > 0 ? shifts[low - 1] : (0, 0)
        let original = min(source.count, shift.1 + parsed - shift.0)
        let block = original / Self.blockLength
        guard block < endedLines.count else { return Self.line(at: original, in: source) }
        return Int(endedLines[block]) + Self.lineFeeds(in: source, block * Self.blockLength..<original) + 1
    }

    /// The line, counted from 1, of a place in a source.
    static func line(at index: Int, in source: [UInt8]) -> Int { lineFeeds(in: source, 0..<index) + 1 }

    private static func lineFeeds(in source: [UInt8], _ range: Range<Int>) -> Int {
        ByteSearch.search(source) { $0.count(of: 0x0A, in: range) }
    }
}
