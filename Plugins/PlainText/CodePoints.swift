/// What the layout of a text needs to know of a code point.
extension UInt32 {
    /// How many columns it takes: 2 for East Asian wide characters, 0 for marks on other characters.
    var columns: Int32 {
        if self < 0x300 { return 1 }
        switch self {
        case 0x0300...0x036F, 0x0483...0x0489, 0x0591...0x05BD, 0x05BF, 0x05C1...0x05C2, 0x05C4...0x05C5: return 0
        case 0x0610...0x061A, 0x064B...0x065F, 0x0670, 0x06D6...0x06DC, 0x06DF...0x06E4, 0x06E7...0x06ED: return 0
        case 0x0900...0x0902, 0x093C, 0x0941...0x0948, 0x094D, 0x0981, 0x09BC, 0x09C1...0x09C4, 0x09CD: return 0
        case 0x0E31, 0x0E34...0x0E3A, 0x0E47...0x0E4E, 0x0EB1, 0x0EB4...0x0EBC, 0x0EC8...0x0ECE: return 0
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F, 0xFEFF: return 0
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF: return 2
        case 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF: return 2
        case 0x20000...0x3FFFD: return 2
        default: return 1
        }
    }

    /// White space and signs that show nothing, which a line does not start or end with.
    var isTrimmed: Bool {
        switch self {
        case 0x20, 0x09, 0xA0, 0x061C, 0x1680, 0x2000...0x200B, 0x200E, 0x200F, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF:
            true
        default: false
        }
    }

    /// Han, kana and their punctuation, between which a line end stands for nothing.
    var isWrittenWithoutSpaces: Bool {
        switch self {
        case 0x2E80...0x30FF, 0x3105...0x312F, 0x31A0...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F,
            0xFF01...0xFF9F, 0x20000...0x3FFFD:
            true
        default: false
        }
    }

    /// Thai, Lao, Burmese and Khmer, whose words stand together while spaces part phrases.
    var isWrittenInPhrases: Bool {
        switch self {
        case 0x0E01...0x0EDF, 0x1000...0x109F, 0x1780...0x17FF: true
        default: false
        }
    }

    /// The end of a sentence.
    var closesSentence: Bool {
        switch self {
        case 0x2E, 0x21, 0x3F, 0x2026, 0x3002, 0xFF0E, 0xFF61, 0xFF01, 0xFF1F, 0x0964, 0x06D4, 0x061F, 0x0589, 0x1362,
            0x203C, 0x2047...0x2049:
            true
        default: false
        }
    }

    /// A sign that no headline ends with: a full stop, a comma, a colon, a dash.
    var barsHeadline: Bool {
        switch self {
        case 0x2E, 0x2026, 0x3002, 0xFF0E, 0xFF61, 0x0964, 0x06D4, 0x0589, 0x1362: true
        case 0x2C, 0x060C, 0x3001, 0xFF0C, 0x3B, 0x061B, 0xFF1B, 0x3A, 0xFF1A, 0x2014: true
        default: false
        }
    }

    /// A quotation mark or bracket that may stand after the end of a sentence.
    var closesQuotation: Bool {
        switch self {
        case 0x22, 0x27, 0x29, 0x5D, 0xBB, 0xAB, 0x2018...0x201F, 0x2039, 0x203A, 0x300B, 0x300D, 0x300F, 0x3011,
            0xFF09, 0x2A:
            true
        default: false
        }
    }

    /// A dash that opens a turn of dialogue.
    var isDash: Bool { 0x2012...0x2015 ~= self || self == 0x2D || self == 0x2212 }

    /// A letter in lower case, of the scripts that have cases.
    var isLowercase: Bool {
        if self < 0x80 { return 0x61...0x7A ~= self }
        return Unicode.Scalar(self).map(\.properties.isLowercase) ?? false
    }

    /// A letter in upper case.
    var isUppercase: Bool {
        if self < 0x80 { return 0x41...0x5A ~= self }
        return Unicode.Scalar(self).map(\.properties.isUppercase) ?? false
    }
}
