// White space as markup has it, which means nothing at the edges and a space within.

extension String {
    /// The text without white space at its edges; `nil` where nothing is left.
    package var trimmed: String? {
        let from = firstIndex { !$0.isWhitespace } ?? endIndex
        let to = lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? startIndex
        return from < to ? String(self[from..<to]) : nil
    }

    /// The text on one line: single spaces, no control characters, no soft hyphens or zero-width spaces.
    package var tidied: String {
        if isTidy { return self }
        let visible = unicodeScalars.filter { scalar in
            switch scalar.value {
            case 0x09, 0x0A, 0x0C, 0x0D: true
            case 0..<0x20, 0x7F, 0xAD, 0x200B, 0xFEFF: false
            default: true
            }
        }
        return String(String.UnicodeScalarView(visible)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Whether there is surely nothing to tidy.
    private var isTidy: Bool {
        var last: UInt8 = 0x20
        for byte in utf8 {
            // Past ASCII, the lead bytes of the signs that show nothing and of the other spaces.
            if byte < 0x20 || [0x7F, 0xC2, 0xE1, 0xE2, 0xE3, 0xEF].contains(byte) { return false }
            if byte == 0x20, last == 0x20 { return false }
            last = byte
        }
        return last != 0x20
    }
}
