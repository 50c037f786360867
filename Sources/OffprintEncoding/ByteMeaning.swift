/// What a byte stands for in a single-byte encoding, as far as it tells encodings apart.
struct ByteMeaning: Equatable {
    /// What stands beside words.
    static let boundary: UInt16 = 0x20

    /// The letter in lower case; ``boundary`` for a sign.
    let letter: UInt16
    let isUppercase: Bool
    /// What a sign costs; 0 for letters and for ASCII.
    let cost: Float
    /// Whether it is a sign that hardly ever stands at a letter.
    let standsApart: Bool

    /// Whether it is a letter.
    var isLetter: Bool { letter != Self.boundary }

    init(of scalar: Unicode.Scalar) {
        let value = scalar.value
        guard value >= 0x80 else {
            let isLetter = (value | 0x20) &- 0x61 < 26
            letter = isLetter ? UInt16(value | 0x20) : Self.boundary
            isUppercase = isLetter && value < 0x60
            (cost, standsApart) = (0, false)
            return
        }
        let properties = scalar.properties
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .otherLetter, .modifierLetter, .nonspacingMark, .titlecaseLetter,
            .spacingMark, .enclosingMark:
            guard value != 0xAA, value != 0xBA else { break }
            let lower = properties.lowercaseMapping.unicodeScalars.first?.value ?? value
            letter = Self.withoutComma(UInt16(truncatingIfNeeded: lower))
            isUppercase = properties.generalCategory == .uppercaseLetter
            (cost, standsApart) = (0, false)
            return
        default: break
        }
        (letter, isUppercase) = (Self.boundary, false)
        (cost, standsApart) = (Self.cost(ofSign: value), Self.standsApart(value))
    }

    /// Romanian is written with a comma under these letters or, where an encoding has none, with a cedilla.
    private static func withoutComma(_ letter: UInt16) -> UInt16 {
        letter == 0x219 ? 0x15F : letter == 0x21B ? 0x163 : letter
    }

    /// Signs that stand beside figures and between words, hardly ever at a letter.
    private static func standsApart(_ value: UInt32) -> Bool {
        switch value {
        case 0xA3, 0xA7, 0xA9, 0xAE, 0xB0, 0xB2...0xB4, 0xB7, 0xBD, 0xD7, 0x66A, 0x20AC, 0x2116, 0x2122: true
        default: false
        }
    }

    private static func cost(ofSign value: UInt32) -> Float {
        switch value {
        // What is no character, and controls that text does not have.
        case 0x80..<0xA0, 0xFFFD, 0xE000..<0xF900: 14
        // The signs of ordinary text: those that stand at words first.
        case 0xA0, 0xA1, 0xAB, 0xAD, 0xBB, 0xBF, 0x60C, 0x61B, 0x61F, 0x200E, 0x200F, 0x2013...0x2015, 0x2018...0x201A,
            0x201C...0x201E, 0x2022, 0x2026, 0x2039, 0x203A:
            6
        case _ where standsApart(value): 5
        case 0xAA, 0xBA: 9
        default: 14
        }
    }
}
