import OffprintHypertext

/// Text without markup as documents hold it.
enum PlainParagraphs {
    /// The paragraphs: parted by blank lines or, where there is none, begun by lines that stand in.
    static func split(_ text: String) -> [String] {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let indented = lines.map { line in line.prefix { $0 == " " || $0 == "\t" }.utf8.count >= 3 }
        let starts = indented.count { $0 }
        // Where nearly every line stands in, the whole does.
        let parts = starts > 0 && starts * 4 < lines.count * 3
        var paragraphs: [[String]] = [[]]
        for (line, isIndented) in zip(lines, indented) {
            let words = String(line).tidied
            if words.isEmpty || parts && isIndented { paragraphs.append([]) }
            if !words.isEmpty { paragraphs[paragraphs.count - 1].append(words) }
        }
        return paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
    }
}
