import OffprintModel

/// The lines over the text of a wire message: versions, headline, byline, notes to editors.
struct WireHeading {
    /// What a line of it is.
    enum Part {
        case slug, version, kicker, title, description, byline, affiliation, note, crosshead
    }

    private(set) var parts: [(part: Part, line: CopyLine, text: String)] = []
    /// How many lines of the text it takes.
    private(set) var length = 0

    /// The sign that ends a line of a heading, and opens one in ANPA 1312.
    private static let endings: Set<Character> = ["=", "+", "<"]
    /// How far the end of a heading is looked for.
    private static let longest = 40

    init(of message: WireMessage, keyword: String?) {
        let lines = message.text
        length =
            message.isANPA && lines.contains { $0.text.hasPrefix("^") }
            ? Self.markedLength(lines) : Self.closedLength(lines)
        let shown = lines.prefix(length).filter { !$0.isBlank }
        for line in Self.joined(shown, isANPA: message.isANPA) { take(line, keyword: keyword, isANPA: message.isANPA) }
    }

    /// In ANPA 1312 each line of a heading opens with `^` and ends with `<`, `=` or `+`.
    private static func markedLength(_ lines: [CopyLine]) -> Int {
        lines.prefix(longest).firstIndex { line in
            !line.isBlank && !(line.text.hasPrefix("^") && line.trimmed.last.map(endings.contains) == true)
        } ?? min(longest, lines.count)
    }

    /// In IPTC 7901 the last line of a heading ends with `=`.
    private static func closedLength(_ lines: [CopyLine]) -> Int {
        for (index, line) in lines.prefix(longest).enumerated() {
            if index > 0, line.isIndented, !line.isBlank { break }
            if let last = line.trimmed.last, endings.contains(last) { return index + 1 }
            if line.trimmed.utf8.count > 120 { break }
        }
        // Without the sign, the lines up to the first blank one, where the text goes on after it.
        let open = lines.prefix(8)
        guard let blank = open.firstIndex(where: \.isBlank), blank > 0, lines.count > blank + 1,
            open[..<blank].allSatisfy({ $0.trimmed.utf8.count < 80 && $0.trimmed.last != "." })
        else { return 0 }
        return blank
    }

    /// The lines without their marks; those that are only wrapped are one.
    private static func joined(_ lines: [CopyLine], isANPA: Bool) -> [CopyLine] {
        var result: [CopyLine] = []
        var mayGoOn = false
        for var line in lines {
            let closes = line.trimmed.last.map(endings.contains) ?? false
            line.text = unmarked(line.text)
            if mayGoOn, let last = result.last, last.text.utf8.count >= 40, goesOn(last.text, with: line.text) {
                result[result.count - 1].text += " " + line.text
            } else {
                result.append(line)
            }
            mayGoOn = !isANPA && !closes
        }
        return result
    }

    /// Whether a headline goes on in the next line: that is no byline, version or note.
    private static func goesOn(_ first: String, with next: String) -> Bool {
        !next.isEmpty && Byline.prefixLength(of: next) == nil && !next.hasPrefix("(") && !isVersion(next)
            && !isVersion(first) && Byline.prefixLength(of: first) == nil
            && (first.utf8.count + (next.split(separator: " ").first?.utf8.count ?? 0) > 60
                || next.unicodeScalars.first?.value.isLowercase == true)
    }

    static func unmarked(_ line: String) -> String {
        var text = line.trimmed[...]
        // A code for the layout may stand before the line: `*9006< ^`.
        if let mark = text.dropFirst().firstIndex(of: "^"), text[..<mark].hasSuffix("< ") { text = text[mark...] }
        text = text.drop { $0 == "^" }
        while let last = text.last, endings.contains(last) { text = text.dropLast().trimmed[...] }
        return String(text)
    }

    private mutating func take(_ line: CopyLine, keyword: String?, isANPA: Bool) {
        let text = line.text
        guard !text.isEmpty else { return }
        parts.append((part(of: text, keyword: keyword, isANPA: isANPA), line, text))
    }

    private func part(of text: String, keyword: String?, isANPA: Bool) -> Part {
        if isANPA, parts.isEmpty, Self.isSlug(text, keyword) { return .slug }
        if EditorNotes.isNote(text) || Self.isPhotoList(text) || Self.isAside(text) { return .note }
        if Self.isVersion(text) { return .version }
        if Byline.prefixLength(of: text) != nil { return .byline }
        if parts.last?.part == .byline, Self.isAffiliation(text) { return .affiliation }
        if parts.contains(where: { $0.part == .byline }) { return .crosshead }
        let hasTitle = parts.contains { $0.part == .title }
        if hasTitle { return isANPA ? (text.utf8.count > 60 ? .description : .note) : .title }
        return .title
    }

    /// `BC-US--Bridge,127`, or what the header gives as keyword.
    private static func isSlug(_ text: String, _ keyword: String?) -> Bool {
        if let keyword {
            let (one, two) = (letters(of: text), letters(of: keyword))
            let common = zip(one, two).prefix { $0 == $1 }.count
            if common >= 6 { return true }
        }
        return Slug.opensWithCycle(text) || Slug.isSlug(text)
    }

    private static func letters(of text: String) -> [Character] { text.lowercased().filter { $0.isLetter } }

    /// `AP Photo XNP101, XNP102`.
    private static func isPhotoList(_ text: String) -> Bool {
        text.hasPrefix("AP Photo") || text.hasPrefix("With AP Photo")
            || (text.contains("Photo") && text.split(separator: " ").contains { $0.filter(\.isNumber).count >= 3 })
    }

    private static func isAside(_ text: String) -> Bool { text.hasPrefix("(") && text.hasSuffix(")") }

    /// `1ST LEAD`, `REFILE`, `EXTRA`: capitals and few words.
    private static func isVersion(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        guard words.count <= 3, text.utf8.count <= 24 else { return false }
        return versions.contains(words.last.map { String($0).uppercased() } ?? "")
            && text.filter(\.isLetter).allSatisfy { !$0.isLowercase }
    }

    private static let versions: Set<String> = [
        "LEAD", "LD", "REFILE", "EXTRA", "UPDATE", "URGENT", "CORRECTION", "ROUNDUP", "WRITETHRU", "REPEAT", "RPT",
        "EMBARGO", "ADVISORY", "KORR", "KORREKTUR", "ZUSAMMENFASSUNG", "BERICHTIGUNG", "ERGÄNZUNG", "EIL", "VORSCHAU",
        "WIEDERHOLUNG", "RÉACTION", "CORRIGÉ", "AVANCE", "URGENTE", "FLASH", "ALERT", "EILMELDUNG", "2-", "3-",
    ]

    /// Whether a line under a byline names an agency or a desk.
    static func isAffiliation(_ text: String) -> Bool {
        Agencies.isKnown(text) || text.split(separator: " ").contains { affiliations.contains($0.lowercased()) }
    }

    private static let affiliations: Set<String> = [
        "writer", "writers", "correspondent", "press", "editor", "service", "reporter", "newspapers", "news",
        "contributor", "columnist", "staff",
    ]
}

extension WireHeading {
    /// Adds what it says; headings of the text under it go into the roles.
    func add(to copy: inout Copy) {
        let titles = parts.filter { $0.part == .title }
        for (index, title) in titles.enumerated() {
            let origin = Origin(.formatField, at: "heading", line: title.line.number)
            if index + 1 == titles.count {
                copy.metadata.title.add(title.text, from: origin)
            } else {
                copy.metadata.kicker.add(title.text, from: origin)
            }
        }
        for (part, line, text) in parts {
            let origin = Origin(.formatField, at: "heading", line: line.number)
            switch part {
            case .description: copy.metadata.description.add(text, from: origin)
            case .byline:
                copy.metadata.byline.add(text, from: origin)
                Byline.addAuthors(of: text, from: origin, to: &copy.metadata)
            // The dateline names the agency more plainly, where there is one.
            case .affiliation:
                Agencies.add(text, from: Origin(.textLayout, at: "byline", line: line.number), to: &copy.metadata)
            case .note, .version: copy.notes.append((line.number, text))
            case .slug, .kicker, .title, .crosshead: break
            }
        }
    }
}
