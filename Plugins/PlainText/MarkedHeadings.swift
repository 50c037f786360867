extension TextLayout {
    /// Finds the headings that signs mark: `## More`, or a line with a rule of `=` or `-` right under it.
    ///
    /// The first, with no text before it, is the headline.
    mutating func findMarkedHeadings(namesHeadline: Bool) {
        var hasText = namesHeadline
        for index in lines.indices where roles[index] == .paragraph {
            if let level = numberSigns(at: index) {
                roles[index] = hasText || level > 1 ? .markedHeading(level: Int8(clamping: max(2, level))) : .title
                hasText = true
            } else if index + 1 < lines.count, roles[index + 1] == .rule, !lines[index + 1].followsBlank,
                lines[index].width <= HeadlineLimits.widestCrosshead, mark(of: index) == nil,
                let sign = underline(at: index + 1), hasText || sign == UInt8(ascii: "=")
            {
                roles[index] = hasText ? .crosshead : .title
                roles[index + 1] = .furniture(.mark)
            }
            hasText = true
        }
    }

    /// How many `#` with a space after them a line starts with; `nil` for another line.
    private func numberSigns(at index: Int) -> Int? {
        let text = bytes[lines[index].range]
        // Set in by four columns it is a comment of code.
        guard text.first == UInt8(ascii: "#"), lines[index].width <= 150, lines[index].indent < 4 else { return nil }
        let signs = text.prefix { $0 == UInt8(ascii: "#") }.count
        return signs <= 6 && text.dropFirst(signs).first == 0x20 && text.count > signs + 1 ? signs : nil
    }

    /// The sign of a rule that underlines.
    private func underline(at index: Int) -> UInt8? {
        let text = bytes[lines[index].range]
        guard let sign = text.first, sign == UInt8(ascii: "=") || sign == UInt8(ascii: "-") else { return nil }
        return text.allSatisfy { $0 == sign } ? sign : nil
    }

    /// The text of a heading without its signs.
    func headingText(of index: Int) -> String {
        var text = text(of: index)[...]
        guard text.first == "#" else { return String(text) }
        text = text.drop { $0 == "#" }
        while let last = text.last, last == "#" || last == " " { text = text.dropLast() }
        return text.trimmed
    }
}
