// How CommonMark sees the characters beside a mark of emphasis.

/// What a character may be to a Markdown reader.
///
/// Readers differ: CommonMark 0.31 counts symbols such as `€` as punctuation, cmark-gfm does not, and it looks
/// through tildes. So a character may be several things, and what is written must hold for each.
struct Neighbour: OptionSet {
    let rawValue: UInt8

    static let space = Neighbour(rawValue: 1)
    static let punctuation = Neighbour(rawValue: 2)
    static let letter = Neighbour(rawValue: 4)

    private static let each: [Neighbour] = [.space, .punctuation, .letter]

    /// How a run of marks between two characters may be read.
    static func flanking(_ before: Neighbour, _ after: Neighbour, isUnderscore: Bool) -> Flanking {
        var result = Flanking(mayOpen: false, mayClose: false, opens: true, closes: true)
        for b in each where before.contains(b) {
            for a in each where after.contains(a) {
                let left = a != .space && (a != .punctuation || b != .letter)
                let right = b != .space && (b != .punctuation || a != .letter)
                let canOpen = left && (!isUnderscore || !right || b == .punctuation)
                let canClose = right && (!isUnderscore || !left || a == .punctuation)
                result.mayOpen = result.mayOpen || canOpen
                result.mayClose = result.mayClose || canClose
                result.opens = result.opens && canOpen
                result.closes = result.closes && canClose
            }
        }
        return result
    }

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(ascii byte: UInt8) {
        if byte <= 0x20 { self = .space } else { self = byte.isPunctuation ? .punctuation : .letter }
    }

    init(_ scalar: Unicode.Scalar) {
        if scalar.isASCII {
            self.init(ascii: UInt8(truncatingIfNeeded: scalar.value))
            return
        }
        switch scalar.properties.generalCategory {
        case .spaceSeparator: self = .space
        case .lineSeparator, .paragraphSeparator: self = [.space, .letter]
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            self = .punctuation
        case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: self = [.punctuation, .letter]
        default: self = .letter
        }
    }
}

/// Whether a run of marks can begin or end emphasis.
struct Flanking {
    /// Some reader takes it as a beginning.
    var mayOpen: Bool
    /// Some reader takes it as an end.
    var mayClose: Bool
    /// Every reader takes it as a beginning.
    var opens: Bool
    /// Every reader takes it as an end.
    var closes: Bool
}

extension UInt8 {
    /// Whether it is ASCII punctuation: what a backslash can escape.
    var isPunctuation: Bool {
        switch self {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }

    var isDigit: Bool { self >= 0x30 && self <= 0x39 }
    var isASCIILetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
    var isAlphanumeric: Bool { isDigit || isASCIILetter }
    var isSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
}

// The characters that Markdown gives a meaning, by name.
extension UInt8 {
    static let newline = UInt8(ascii: "\n")
    static let blank = UInt8(ascii: " ")
    static let backslash = UInt8(ascii: "\\")
    static let star = UInt8(ascii: "*")
    static let underscore = UInt8(ascii: "_")
    static let tilde = UInt8(ascii: "~")
    static let backtick = UInt8(ascii: "`")
    static let less = UInt8(ascii: "<")
    static let greater = UInt8(ascii: ">")
    static let leftBracket = UInt8(ascii: "[")
    static let rightBracket = UInt8(ascii: "]")
    static let leftParenthesis = UInt8(ascii: "(")
    static let rightParenthesis = UInt8(ascii: ")")
    static let bang = UInt8(ascii: "!")
    static let ampersand = UInt8(ascii: "&")
    static let hash = UInt8(ascii: "#")
    static let dash = UInt8(ascii: "-")
    static let plus = UInt8(ascii: "+")
    static let equals = UInt8(ascii: "=")
    static let pipe = UInt8(ascii: "|")
    static let colon = UInt8(ascii: ":")
    static let dot = UInt8(ascii: ".")
    static let semicolon = UInt8(ascii: ";")
    static let dollar = UInt8(ascii: "$")
    static let slash = UInt8(ascii: "/")
    static let quote = UInt8(ascii: "\"")
    static let caret = UInt8(ascii: "^")
    static let at = UInt8(ascii: "@")
    static let brace = UInt8(ascii: "{")
    static let percent = UInt8(ascii: "%")
}
