/// Characters that show nothing: hints for line breaking, marks of byte order, joiners where nothing joins.
enum Invisible {
    /// How many bytes the character takes that starts at `index`, if it shows nothing there; 0 otherwise.
    ///
    /// The joiners (U+200C, U+200D) stay beside scripts that need them, and beside pictographs; `previous` is the
    /// text before the character.
    static func length(at index: Int, in text: ArraySlice<UInt8>, after previous: [UInt8]) -> Int {
        switch text[index] {
        case 0xC2: return index + 1 < text.endIndex && text[index + 1] == 0xAD ? 2 : 0
        case 0xEF: return isNext(0xBB, 0xBF, at: index, in: text) ? 3 : 0
        case 0xE2:
            if isNext(0x80, 0x8B, at: index, in: text) || isNext(0x81, 0xA0, at: index, in: text) { return 3 }
            guard isNext(0x80, 0x8C, at: index, in: text) || isNext(0x80, 0x8D, at: index, in: text) else { return 0 }
            return joins(text[(index + 3)...]) || joinsAtEnd(previous) ? 0 : 3
        default: return 0
        }
    }

    private static func isNext(_ second: UInt8, _ third: UInt8, at index: Int, in text: ArraySlice<UInt8>) -> Bool {
        index + 2 < text.endIndex && text[index + 1] == second && text[index + 2] == third
    }

    /// Whether text starts with a character of a script whose letters joiners shape, or with a pictograph.
    private static func joins(_ text: ArraySlice<UInt8>) -> Bool {
        guard let lead = text.first else { return false }
        // From U+0590 on, but for general punctuation.
        if lead == 0xE2 { return text.count > 1 && text[text.startIndex + 1] >= 0x86 }
        return lead >= 0xD6
    }

    private static func joinsAtEnd(_ text: [UInt8]) -> Bool {
        guard let lead = text.lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return false }
        return joins(text[lead...])
    }
}
