/// The words of a text that have bytes past ASCII: what its encoding can be told by.
///
/// Markup, digits and English between them say nothing. No encoding has a byte of these cuts within a character.
struct ByteSample {
    /// How much is looked at.
    private static let limit = 65_536
    /// Longer runs without a cut are no words.
    private static let longestWord = 4_096

    /// The words, each with a space before and after it.
    private(set) var bytes: [UInt8] = [0x20]
    /// How many bytes past ASCII there are.
    private(set) var highBytes = 0

    init(of text: Span<UInt8>) {
        var (start, high, index) = (0, 0, 0)
        while index < text.count, bytes.count < Self.limit {
            let byte = text[index]
            if Self.cuts(byte) {
                take(text, start..<index, high)
                (start, high) = (index + 1, 0)
            } else {
                if byte >= 0x80 { high += 1 }
                if index - start >= Self.longestWord, byte < 0x80 {
                    take(text, start..<index, high)
                    (start, high) = (index, 0)
                }
            }
            index += 1
        }
        take(text, start..<min(index, start + Self.limit), high)
    }

    private mutating func take(_ text: Span<UInt8>, _ word: Range<Int>, _ high: Int) {
        guard high > 0 else { return }
        highBytes += high
        for index in word { bytes.append(text[index]) }
        bytes.append(0x20)
    }

    /// Controls, spaces, punctuation before the digits, and the brackets of markup.
    private static func cuts(_ byte: UInt8) -> Bool {
        (byte < 0x30 && byte != 0x1B) || byte == 0x3C || byte == 0x3D || byte == 0x3E
    }

    /// How often each byte past ASCII stands before or after which other byte.
    func pairs() -> [BytePair] {
        var counts = [Int32](repeating: 0, count: 65_536)
        for index in bytes.indices.dropLast() where bytes[index] | bytes[index + 1] >= 0x80 {
            counts[Int(bytes[index]) << 8 | Int(bytes[index + 1])] += 1
        }
        return counts.indices.compactMap { key in
            counts[key] == 0
                ? nil
                : BytePair(
                    first: UInt8(truncatingIfNeeded: key >> 8),
                    second: UInt8(truncatingIfNeeded: key),
                    count: Float(counts[key])
                )
        }
    }
}

/// Two neighbouring bytes, and how often they stand so.
struct BytePair {
    let first: UInt8
    let second: UInt8
    let count: Float
}
