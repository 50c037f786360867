/// Counts words.
///
/// A word is a run of letters, digits and combining marks; white space and punctuation end it, but for an apostrophe
/// between two letters (`don't` is one word, `well-known` two). In the scripts written without spaces, each Han
/// ideograph and each kana counts as a word of its own; Thai, Lao, Khmer and Burmese, which would need a dictionary,
/// count by run.
enum WordCount {
    /// The number of words in a text.
    static func words(in text: String) -> Int {
        let bytes = text.utf8.span
        let ascii = ascii
        var counter = Counter()
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                counter.take(ascii[Int(byte)])
                index += 1
                // Letters behind a letter count nothing.
                if isLetter(byte) { while index < bytes.count, isLetter(bytes[index]) { index += 1 } }
                continue
            }
            let (value, length) = scalar(in: bytes, at: index)
            counter.take(Unicode.Scalar(value).map(kind) ?? .gap)
            index += length
        }
        return counter.count
    }

    @inline(__always)
    private static func isLetter(_ ascii: UInt8) -> Bool { (ascii | 0x20) &- 0x61 < 26 }

    /// The scalar at an index of valid UTF-8 past ASCII, and its length.
    private static func scalar(in bytes: Span<UInt8>, at index: Int) -> (UInt32, Int) {
        let lead = bytes[index]
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var value = UInt32(lead) & (0x7F >> UInt32(length))
        for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
        return (value, length)
    }

    private struct Counter {
        private(set) var count = 0
        private var isInWord = false
        /// Whether the last scalar may join two parts of one word.
        private var isJoining = false

        @inline(__always)
        mutating func take(_ kind: Kind) {
            switch kind {
            case .part:
                if !isInWord, !isJoining { count += 1 }
                (isInWord, isJoining) = (true, false)
            case .whole:
                count += 1
                (isInWord, isJoining) = (false, false)
            case .joiner: (isInWord, isJoining) = (false, isInWord)
            case .mark: break
            case .gap: (isInWord, isJoining) = (false, false)
            }
        }
    }

    private static let ascii: [Kind] = (0..<0x80).map { kind(of: Unicode.Scalar(UInt8($0))) }

    private enum Kind {
        /// A letter or digit of a script with spaces.
        case part
        /// An ideograph or kana.
        case whole
        /// An apostrophe.
        case joiner
        /// What belongs to the scalar before it.
        case mark
        /// Anything else.
        case gap
    }

    private static func kind(of scalar: Unicode.Scalar) -> Kind {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return .part
        case 0x27, 0x2019: return .joiner
        case 0..<0xAA: return .gap
        // Kana, Han and its extensions; U+30FB is a dot between words and U+30FC lengthens the kana before it.
        case 0x30FC: return .mark
        case 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FD...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF,
            0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9D, 0x2_0000...0x3_FFFD, 0x3005, 0x3007:
            return .whole
        default: break
        }
        // The letters of most news, which need no table.
        switch scalar.value {
        case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x391...0x3A1, 0x3A3...0x3F5, 0x400...0x481, 0x5D0...0x5EA,
            0x620...0x64A, 0xAC00...0xD7A3:
            return .part
        default: break
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            return .part
        case .nonspacingMark, .spacingMark, .enclosingMark, .format: return .mark
        default: return .gap
        }
    }
}
