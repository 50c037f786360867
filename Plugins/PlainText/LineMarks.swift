import OffprintLanguage

/// The mark that a line starts with.
enum LineMark: Equatable {
    /// A bullet, by its code point.
    case bullet(UInt32)
    /// A number with the sign after it.
    case number(Int, UInt8)

    /// The mark of a line, and where the text after it starts; `nil` for a line without one.
    static func mark(of text: Span<UInt8>, in range: Range<Int>) -> (mark: LineMark, content: Int)? {
        var index = range.lowerBound
        guard index < range.upperBound else { return nil }
        let first = text.nextCodePoint(&index)
        switch first {
        case 0x2A, 0x2D, 0x2022, 0x2023, 0x25E6, 0x2043, 0x25AA, 0x25CF, 0x25A0, 0x25CB, 0x25B6, 0x25BA:
            return content(of: text, after: index, in: range).map { (.bullet(first), $0) }
        case 0x30...0x39:
            var number = Int(first - 0x30)
            while index < range.upperBound, 0x30...0x39 ~= text[index], number < 100 {
                number = number * 10 + Int(text[index] - 0x30)
                index += 1
            }
            guard index < range.upperBound, text[index] == 0x2E || text[index] == 0x29 else { return nil }
            let sign = text[index]
            return content(of: text, after: index + 1, in: range).map { (.number(number, sign), $0) }
        default: return nil
        }
    }

    /// Where the text after a mark starts: white space must part them.
    private static func content(of text: Span<UInt8>, after index: Int, in range: Range<Int>) -> Int? {
        var (next, start) = (index, index)
        while next < range.upperBound, text.nextCodePoint(&next).isTrimmed { start = next }
        return start > index && start < range.upperBound ? start : nil
    }

    /// Whether the mark may be that of the item after `other`.
    func follows(_ other: LineMark) -> Bool {
        switch (other, self) {
        case (.bullet(let one), .bullet(let two)): one == two
        case (.number(let one, let sign), .number(let two, let otherSign)): two == one + 1 && sign == otherSign
        case (.bullet, .number), (.number, .bullet): false
        }
    }
}

/// Whether a line is a rule: three or more of one mark and nothing else.
func isRule(_ text: Span<UInt8>, in range: Range<Int>) -> Bool {
    guard range.count < 400 else { return false }
    var index = range.lowerBound
    var (mark, count) = (UInt32(0), 0)
    while index < range.upperBound {
        let point = text.nextCodePoint(&index)
        if point.isTrimmed { continue }
        switch point {
        case 0x2A, 0x2D, 0x5F, 0x3D, 0x7E, 0x23, 0x2022, 0x00B7, 0x2013, 0x2014, 0x2015, 0x2500, 0x2501, 0x2550, 0x2605,
            0x2042, 0xFF0A:
            guard count == 0 || point == mark else { return false }
            (mark, count) = (point, count + (point == 0x2042 ? 3 : 1))
        default: return false
        }
    }
    return count >= 3
}
