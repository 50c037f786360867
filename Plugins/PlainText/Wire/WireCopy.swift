import OffprintModel

extension Copy {
    /// What a wire message holds.
    init(_ message: WireMessage, reporting diagnostics: inout Diagnostics) {
        let header = WireHeader(message)
        let heading = WireHeading(of: message, keyword: header.keyword)
        layout = .wrapped
        namesHeadline = true
        header.add(to: &metadata, slug: heading.parts.first { $0.part == .slug }?.line)
        heading.add(to: &self)
        if let moment = WireTrailer.moment(in: message.trailer) {
            metadata.published.add(moment, from: Origin(.formatField, at: "trailer"))
        }
        lines = message.text
        for index in lines.indices.prefix(heading.length) { lines[index].text = "" }
        for part in heading.parts where part.part == .crosshead {
            let index = lines.firstIndex { $0.number == part.line.number } ?? 0
            lines[index].text = "   " + part.text
            roles[part.line.number] = .crosshead
        }
        takeServiceBlocks(reporting: &diagnostics)
        if message.isANPA { readANPAText(after: heading.length) }
        if let first = notes.first {
            metadata.notes.add(notes.map(\.text), from: Origin(.formatField, at: "notes", line: first.line))
        }
    }

    /// Reads the marks of ANPA 1312 in the text: `^` opens a line that is no paragraph, `<` and `=` end one.
    private mutating func readANPAText(after start: Int) {
        for index in lines.indices.dropFirst(start) where !lines[index].isBlank {
            let isMarked = lines[index].text.hasPrefix("^")
            let trimmed = lines[index].trimmed
            let closes = trimmed.hasSuffix("=") || trimmed.hasSuffix("<")
            let isIndented = lines[index].isIndented
            let text = ANPAText.typeset(WireHeading.unmarked(trimmed))
            if isMarked, closes, text == "END" {
                lines[index].text = ""
                continue
            }
            // Each marked line stands for itself, and an indent opens a paragraph.
            if isMarked, closes { roles[lines[index].number] = .crosshead }
            let opens = isIndented || isMarked || text.utf8.count { $0 == UInt8(ascii: ";") } >= 3
            lines[index].text = opens ? "   " + text : text
        }
    }
}

/// The text of ANPA 1312, which has no more than ASCII.
enum ANPAText {
    /// Sets its two accents as a quotation mark and its low line as a dash.
    static func typeset(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x60 || $0 == 0x27 || $0 == 0x5F }) else { return text }
        var result = ""
        var rest = text[...]
        while let first = rest.first {
            if rest.hasPrefix("``") {
                result += "\u{201C}"
                rest = rest.dropFirst(2)
            } else if rest.hasPrefix("''") {
                result += "\u{201D}"
                rest = rest.dropFirst(2)
            } else if rest.hasPrefix(" _ ") {
                result += " \u{2014} "
                rest = rest.dropFirst(3)
            } else {
                result.append(first == "`" ? "\u{2018}" : first)
                rest = rest.dropFirst()
            }
        }
        return result
    }
}
