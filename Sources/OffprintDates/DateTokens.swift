internal import OffprintLanguage

/// The parts of a line that dates are made of: numbers, words and marks.
struct DateToken {
    enum Kind: Equatable {
        /// Digits of any script.
        case number
        /// Letters, in lower case in `DateTokens.letters`.
        case word
        /// One other character; white space is none.
        case mark
    }

    var kind: Kind
    /// The number's value, or the mark's code point.
    var value = 0
    /// How many digits the number has.
    var digits = 0
    /// Where it stands in the line.
    var range: Range<Int>
    /// Where the word stands in `DateTokens.letters`.
    var letters: Range<Int> = 0..<0
}

/// A line cut into tokens.
struct DateTokens {
    private(set) var all: [DateToken] = []
    private var letters: [UInt8] = []

    init(_ line: Span<UInt8>, limit: Int = 120) {
        var index = 0
        while index < line.count, all.count < limit {
            let start = index
            let point = line.nextCodePoint(&index)
            if let digit = Self.digit(point) {
                addNumber(digit, line, start, &index)
            } else if Self.isMark(point) {
                if !Self.isSpace(point) {
                    all.append(DateToken(kind: .mark, value: Int(point), range: start..<index))
                }
            } else {
                addWord(point, line, start, &index)
            }
        }
    }

    func word(_ token: DateToken) -> ArraySlice<UInt8> { letters[token.letters] }

    private mutating func addNumber(_ first: Int, _ line: Span<UInt8>, _ start: Int, _ index: inout Int) {
        var (value, digits) = (first, 1)
        var behind = index
        while behind < line.count, let digit = Self.digit(line.nextCodePoint(&behind)) {
            if digits < 15 { value = value * 10 + digit }
            digits += 1
            index = behind
        }
        all.append(DateToken(kind: .number, value: value, digits: digits, range: start..<index))
    }

    private mutating func addWord(_ first: UInt32, _ line: Span<UInt8>, _ start: Int, _ index: inout Int) {
        let from = letters.count
        append(first)
        while index < line.count {
            var behind = index
            let point = line.nextCodePoint(&behind)
            // The stops of a Thai abbreviation stand within it.
            if point == 0x2E, Self.isThai(first), behind < line.count {
                var next = behind
                if Self.isThai(line.nextCodePoint(&next)) {
                    index = behind
                    continue
                }
            }
            if Self.digit(point) != nil || Self.isMark(point) { break }
            append(point)
            index = behind
        }
        all.append(DateToken(kind: .word, range: start..<index, letters: from..<letters.count))
    }

    private mutating func append(_ point: UInt32) {
        if let scalar = Unicode.Scalar(point.lowercased) {
            letters.append(contentsOf: UTF8.encode(scalar) ?? .init())
        }
    }

    // MARK: Characters

    private static func isThai(_ point: UInt32) -> Bool { (0x0E01...0x0E3A).contains(point) }

    /// The zeros of the decimal digits that dates are written in.
    private static let zeros: [UInt32] = [
        0x0660, 0x06F0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0BE6, 0x0C66, 0x0E50, 0xFF10,
    ]

    private static func digit(_ point: UInt32) -> Int? {
        if point < 0x80 { return point &- 0x30 < 10 ? Int(point - 0x30) : nil }
        guard point >= 0x0660 else { return nil }
        return zeros.first { point &- $0 < 10 }.map { Int(point - $0) }
    }

    static func isSpace(_ point: UInt32) -> Bool {
        point <= 0x20 || point == 0xA0 || (0x2000...0x200F).contains(point) || point == 0x202F || point == 0x3000
            || point == 0xFEFF
    }

    /// Whether a character is no letter; the units of East Asian dates count as marks, since no space sets them off.
    private static func isMark(_ point: UInt32) -> Bool {
        switch point {
        case 0...0x40, 0x5B...0x60, 0x7B...0xA9, 0xAB...0xB9, 0xBB...0xBF, 0x060C, 0x061B, 0x0964: true
        case 0x2000...0x206F, 0x20A0...0x2BFF, 0x3000...0x303F, 0xFF00...0xFF0F, 0xFF1A...0xFF20, 0xFEFF: true
        case 0x4E00...0x9FFF, 0xAC00...0xD7A3: true
        default: false
        }
    }
}
