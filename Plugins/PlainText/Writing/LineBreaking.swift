/// Breaks running text into lines: at spaces, and between the characters of scripts that have none.
enum LineBreaking {
    /// The lines of a text of single spaces; a word that is wider than a line gets one of its own.
    static func lines(of text: String, within columns: Int) -> [String] {
        guard columns > 0 else { return [text] }
        var lines: [String] = []
        var line = String.UnicodeScalarView()
        var width = 0
        // What stands between two places where a line may end.
        var word = String.UnicodeScalarView()
        var wordWidth = 0
        var followsSpace = false
        func flush() {
            guard !word.isEmpty else { return }
            if !line.isEmpty, width + (followsSpace ? 1 : 0) + wordWidth > columns {
                lines.append(String(line))
                (line, width) = (String.UnicodeScalarView(), 0)
            } else if followsSpace, !line.isEmpty {
                line.append(" ")
                width += 1
            }
            line.append(contentsOf: word)
            width += wordWidth
            (word, wordWidth) = (String.UnicodeScalarView(), 0)
        }
        var last: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if scalar == " " {
                flush()
                (followsSpace, last) = (true, nil)
                continue
            }
            if let last, mayBreak(between: last, scalar) {
                flush()
                followsSpace = false
            }
            word.append(scalar)
            wordWidth += Int(scalar.value.columns)
            last = scalar
        }
        flush()
        if !line.isEmpty || lines.isEmpty { lines.append(String(line)) }
        return lines
    }

    private static func mayBreak(between one: Unicode.Scalar, _ two: Unicode.Scalar) -> Bool {
        guard one.value.isWrittenWithoutSpaces || two.value.isWrittenWithoutSpaces, two.value.columns > 0 else {
            return false
        }
        return !opening.contains(one) && !barred.contains(two)
    }

    /// Signs that no line ends with.
    private static let opening = Set("「『（【〈《〔［｛([{“‘".unicodeScalars)
    /// Signs that no line starts with.
    private static let barred = Set(
        "」』）】〉》〕］｝)]}”’、。，．・：；！？ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ…‥,.:;!?%".unicodeScalars
    )
}
