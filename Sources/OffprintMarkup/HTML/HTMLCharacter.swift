import OffprintEncoding

/// What a number in a character reference of HTML means
/// (https://html.spec.whatwg.org/#numeric-character-reference-end-state).
enum HTMLCharacter {
    /// The character: that of windows-1252 for 0x80 to 0x9F, U+FFFD for what is none.
    static func meant(by number: UInt32) -> Unicode.Scalar {
        if number == 0 { return "\u{FFFD}" }
        if (0x80...0x9F).contains(number) { return Unicode.Scalar(Windows1252.upper[Int(number) - 0x80]) ?? "\u{FFFD}" }
        return Unicode.Scalar(number) ?? "\u{FFFD}"
    }
}
