/// What can be counted in a run of text, in one loop over its bytes.
struct TextStatistics {
    private(set) var characters = 0
    private(set) var words = 0
    private(set) var shortWords = 0
    private(set) var capitalised = 0
    private(set) var digits = 0
    private(set) var capitals = 0
    private(set) var commas = 0
    private(set) var sentences = 0
    private(set) var quotes = 0
    private(set) var bars = 0
    private(set) var years = 0
    private(set) var clocks = 0
    private(set) var signs = 0
    /// The first and the last byte that show.
    private(set) var first: UInt8 = 0
    private(set) var last: UInt8 = 0
    /// A hash of the letters and digits, without case.
    private(set) var hash: UInt64 = 0xCBF2_9CE4_8422_2325

    private var wordLength = 0
    /// How many more bytes belong to a sign that is no letter.
    private var skipped = 0
    private var digitRun = 0
    private var runStart: UInt8 = 0
    private var beforeColon = 0

    init() {}

    init(_ text: borrowing [UInt8], _ range: Range<Int>) {
        add(text, range)
        endWord()
    }

    static func isBlank(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = text[index]
            if byte == 0xC2, index + 1 < range.upperBound, text[index + 1] == 0xA0 || text[index + 1] == 0xAD {
                index += 2
                continue
            }
            if byte == 0xE2, index + 2 < range.upperBound, text[index + 1] == 0x80, text[index + 2] & 0xF0 == 0x80 {
                index += 3
                continue
            }
            if byte > 0x20 { return false }
            index += 1
        }
        return true
    }

    private mutating func add(_ text: [UInt8], _ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = text[index]
            if Self.isSmallLetter(byte) {
                index = addSmallLetters(text, index, range.upperBound)
                continue
            }
            index += 1
            if byte <= 0x20 {
                endWord()
                continue
            }
            if byte < 0x80 || byte >= 0xC0 { characters += 1 }
            if first == 0 { first = byte }
            last = byte
            if byte >= 0x80 {
                wordLength += byte >= 0xC0 ? 1 : 0
                endDigits()
                if byte >= 0xC0 { skipped = count(wide: text, index - 1, range.upperBound) ? Self.length(byte) : 0 }
                if skipped > 0 { skipped -= 1 } else { mix(byte) }
                continue
            }
            count(ascii: byte)
        }
    }

    @inline(__always)
    private static func isSmallLetter(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }

    /// Counts a run of small letters, which most text is made of, and returns where it ends.
    private mutating func addSmallLetters(_ text: [UInt8], _ start: Int, _ end: Int) -> Int {
        var mixed = hash
        var index = start
        while index < end, Self.isSmallLetter(text[index]) {
            mixed = (mixed ^ UInt64(text[index])) &* Self.prime
            index += 1
        }
        hash = mixed
        characters += index - start
        wordLength += index - start
        if first == 0 { first = text[start] }
        last = text[index - 1]
        endDigits()
        return index
    }

    private mutating func count(ascii byte: UInt8) {
        switch byte {
        case 0x30...0x39:
            digits += 1
            if digitRun == 0 { runStart = byte }
            digitRun += 1
            wordLength += 1
            mix(byte)
            return
        case 0x41...0x5A:
            capitals += 1
            if wordLength == 0 { capitalised += 1 }
            wordLength += 1
            mix(byte | 0x20)
        case 0x2C, 0x3B: commas += 1
        case 0x2E, 0x21, 0x3F: sentences += 1
        case 0x22, 0x27: quotes += 1
        case 0x7C, 0x2F, 0x3E: bars += 1
        case 0x40, 0x23, 0x24, 0x25: signs += 1
        case 0x3A:
            beforeColon = digitRun
            digitRun = 0
            return
        default: break
        }
        endDigits()
    }

    private static func length(_ lead: UInt8) -> Int { lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

    /// Signs past ASCII: the sentence marks and commas of other scripts, quotation marks, © and arrows.
    ///
    /// Returns whether it is such a sign, and no letter.
    private mutating func count(wide text: [UInt8], _ index: Int, _ end: Int) -> Bool {
        guard index + 1 < end else { return false }
        let second = text[index + 1]
        let third = index + 2 < end ? text[index + 2] : 0
        switch (text[index], second) {
        case (0xC2, _):
            if second == 0xA9 { signs += 1 }
            if second == 0xAB || second == 0xBB { quotes += 1 }
            if second == 0xA0 { endWord() }
            if second == 0xB7 { bars += 1 }
            return true
        case (0xD8, 0x8C): commas += 1
        case (0xD8, 0x9F): sentences += 1
        case (0xE2, 0x80):
            if third >= 0x98, third <= 0x9F { quotes += 1 }
            if third == 0xA2 || third == 0xBA { bars += 1 }
            if third == 0xA6 { sentences += 1 }
        case (0xE2, 0x86), (0xE2, 0x96): bars += 1
        case (0xE3, 0x80):
            if third == 0x81 { commas += 1 }
            if third == 0x82 { sentences += 1 }
            return third < 0x86
        case (0xE0, 0xA5) where third == 0xA4: sentences += 1
        case (0xEF, 0xBC):
            if third == 0x8C { commas += 1 }
            if third == 0x81 || third == 0x9F { sentences += 1 }
            return third < 0x90
        default: return false
        }
        return true
    }

    @inline(__always)
    private mutating func mix(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* Self.prime }

    private static let prime: UInt64 = 0x0000_0100_0000_01B3

    private mutating func endDigits() {
        if digitRun == 4, runStart == 0x31 || runStart == 0x32 { years += 1 }
        if digitRun == 2, beforeColon == 1 || beforeColon == 2 { clocks += 1 }
        digitRun = 0
        beforeColon = 0
    }

    private mutating func endWord() {
        endDigits()
        guard wordLength > 0 else { return }
        words += 1
        if wordLength <= 3 { shortWords += 1 }
        wordLength = 0
    }
}
