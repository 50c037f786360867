public import OffprintModel

/// The direction of a text, by its strong characters: its letters.
public enum TextDirection {
    /// The direction of most letters of a text in UTF-8; `nil` where it has none.
    ///
    /// For a whole document: an Arabic article that opens with a Latin name still runs from right to left.
    public static func majority(of utf8: Span<UInt8>) -> Direction? {
        majority(of: ScriptCounts(of: utf8))
    }

    /// The direction of most letters that were counted; `nil` where there are none.
    public static func majority(of counts: ScriptCounts) -> Direction? {
        let letters = counts.letters
        guard letters > 0 else { return nil }
        let rightToLeft = Script.allCases.lazy.filter(\.isRightToLeft).map { counts[$0] }.reduce(0, +)
        return rightToLeft * 2 > letters ? .rightToLeft : .leftToRight
    }

    /// The direction of the first letter of a text in UTF-8; `nil` where it has none.
    ///
    /// For a block by itself, as `dir="auto"` in HTML and rule P2 of the bidirectional algorithm.
    public static func firstStrong(in utf8: Span<UInt8>) -> Direction? {
        var index = 0
        while index < utf8.count {
            if let script = Script(of: utf8.nextCodePoint(&index)) {
                return script.isRightToLeft ? .rightToLeft : .leftToRight
            }
        }
        return nil
    }
}
