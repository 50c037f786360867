import OffprintModel

extension Copy {
    /// Takes what stands under the text for the newsrooms alone out of it: notebooks, contacts, signatures.
    ///
    /// Notes go into the metadata. What is said not to be for publication is left out, names and telephone numbers
    /// with it.
    mutating func takeServiceBlocks(reporting diagnostics: inout Diagnostics) {
        if let start = lines.firstIndex(where: {
            Self.opensNotebook($0.trimmed) || Self.isNotForPublication($0.trimmed)
        }) {
            notes += takeNotebook(from: start, reporting: &diagnostics)
        }
        takeSignature(reporting: &diagnostics)
    }

    private mutating func takeNotebook(
        from start: Int,
        reporting diagnostics: inout Diagnostics
    ) -> [(line: Int, text: String)] {
        var notes: [(line: Int, text: String)] = []
        var (heading, isPrivate, left) = ("", false, 0)
        var firstLeft = 0
        for index in start..<lines.count {
            let text = lines[index].trimmed
            let number = lines[index].number
            lines[index].text = ""
            if text.isEmpty || isRuleText(text) { continue }
            if Self.isNotForPublication(text) { isPrivate = true }
            if isPrivate {
                left += 1
                if firstLeft == 0 { firstLeft = number }
                continue
            }
            if text.hasPrefix("## ") {
                heading = String(text.dropFirst(3))
            } else if !text.hasPrefix("# ") {
                if text.hasPrefix("- ") || notes.isEmpty {
                    let item = text.hasPrefix("- ") ? String(text.dropFirst(2)) : text
                    notes.append((number, heading.isEmpty ? item : "\(heading): \(item)"))
                } else {
                    notes[notes.count - 1].text += " " + text
                }
            }
        }
        if left > 0 {
            diagnostics.note(
                "not-for-publication",
                "Left out \(left) lines that the agency says are not for publication.",
                line: firstLeft
            )
        }
        // The last line is the desk's signature.
        if let last = notes.last, Self.isSignature(last.text) { notes.removeLast() }
        return notes
    }

    /// The last line of the text where it signs for the desk: `dpa kl mn`, `==Kyodo`, `(SDA/sj)`.
    private mutating func takeSignature(reporting diagnostics: inout Diagnostics) {
        guard let last = lines.lastIndex(where: { !$0.isBlank }), Self.isSignature(lines[last].trimmed) else { return }
        diagnostics.note("sign-off-dropped", "Dropped the desk's \"\(lines[last].trimmed)\".", line: lines[last].number)
        lines[last].text = ""
    }

    private static func isSignature(_ text: String) -> Bool {
        guard text.utf8.count <= 40 else { return false }
        if text.hasPrefix("==") { return true }
        if text.hasPrefix("("), text.hasSuffix(")") { return text.contains("/") && !text.contains(" ") }
        let words = text.split(separator: " ")
        // Initials: words of no more than four letters, all in lower case.
        return (2...8).contains(words.count)
            && words.allSatisfy { word in
                word.count <= 5 && word.allSatisfy { $0.isLetter || $0.isNumber || $0 == "/" || $0 == "-" }
                    && word.contains(where: \.isLetter) && !word.contains(where: \.isUppercase)
            }
    }

    private func isRuleText(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return isRule(bytes.span, in: bytes.startIndex..<bytes.endIndex)
    }

    /// A heading of one `#`: no paragraph of the text has one.
    private static func opensNotebook(_ text: String) -> Bool {
        guard text.hasPrefix("# ") else { return false }
        let heading = text.dropFirst(2).trimmed.lowercased()
        if notebooks.contains(heading) { return true }
        // An agency may put its name before it: `dpa-Notizblock`.
        let parts = heading.split(maxSplits: 1) { $0 == " " || $0 == "-" }
        return parts.count == 2 && Agencies.isKnown(parts[0]) && notebooks.contains(String(parts[1]))
    }

    private static let notebooks: Set<String> = [
        "notebook", "notizblock", "bloc-notes", "cuaderno", "bloc de notas", "taccuino", "notities", "service",
        "redaktioneller hinweis", "redaktionelle hinweise", "note to editors", "editorial notes",
    ]

    private static func isNotForPublication(_ text: String) -> Bool {
        8...160 ~= text.utf8.count && unpublished.areIn(text)
    }

    private static let unpublished = Needles([
        "not intended for publication", "not for publication", "nicht zur veröffentlichung",
        "nicht zur veroeffentlichung",
        "ne pas publier", "pas destinées à la publication", "no destinad", "no para publicación",
        "non per la pubblicazione", "niet voor publicatie", "inte för publicering", "не для публикации",
        "nie do publikacji",
        "ليس للنشر", "لا للنشر", "不得发布", "発表用ではありません",
    ])
}
