extension TextLayout {
    /// Finds bylines near the top, where the line says what it is: `By Ann Lee`, `Von …`, `Par …`, `Por …`, `بقلم …`.
    ///
    /// Whatever else such a line holds, it must be names and nothing but names; otherwise it stays as it is.
    mutating func findBylines() {
        guard let body = firstBodyLine() else { return }
        for index in lines.indices.prefix(min(body, Self.linesAtTop))
        where roles[index] == .paragraph && lines[index].width <= 80 {
            if index > 0, Byline(text(of: index)) != nil { roles[index] = .byline }
        }
    }
}

/// A line that names who wrote the article.
struct Byline {
    /// The names, in order.
    let names: [String]

    /// Reads a line; `nil` for one that is no byline beyond doubt.
    init?(_ line: String) {
        guard let prefix = Self.prefixLength(of: line) else { return nil }
        let rest = String(line.dropFirst(prefix))
        // In Arabic "and" is written onto the next name, and names start with the same letter.
        let parts = prefix > 0 && line.utf8.first ?? 0 < 0x80 ? Self.split(rest) : [rest]
        guard !parts.isEmpty, parts.allSatisfy(Self.isName) else { return nil }
        names = parts
    }

    /// How many characters a byline's opening word takes with the space after it; `nil` where there is none.
    static func prefixLength(of line: String) -> Int? {
        for opening in openings where line.hasPrefix(opening) && line.count > opening.count { return opening.count }
        return nil
    }

    private static let openings = [
        "By ", "BY ", "Von ", "VON ", "Par ", "PAR ", "Por ", "POR ", "بقلم: ", "بقلم : ", "بقلم ", "كتب: ", "كتبت: ",
    ]
    private static let conjunctions = [" and ", " AND ", " und ", " UND ", " et ", " ET ", " y ", " e ", " & "]
    private static let particles: Set<String> = [
        "de", "da", "do", "dos", "das", "del", "della", "di", "du", "van", "von", "der", "den", "ten", "ter", "la",
        "le",
        "bin", "bint", "ibn", "al", "el", "zu", "af", "av",
    ]
    /// What makes a name an organisation's or a role, for which others must vouch.
    private static let notPersons: Set<String> = [
        "press", "agency", "news", "staff", "reporter", "reporters", "correspondent", "editor", "editorial", "desk",
        "team",
        "redaktion", "agence", "agences", "agencia", "agencias", "agentur", "agenturen", "redacción", "rédaction",
        "writer", "writers", "service", "bureau", "board", "wire", "online", "media", "times", "post", "popular",
        "request",
        "وكالة", "وكالات", "مراسل", "مراسلنا", "قسم", "فريق", "هيئة",
    ]

    private static func split(_ text: String) -> [String] {
        var text = text
        for conjunction in conjunctions {
            text = text.split(separator: conjunction, omittingEmptySubsequences: false).joined(separator: ", ")
        }
        return text.split(separator: ",", omittingEmptySubsequences: false).map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
    }

    /// Whether a text is the name of a person: two to four words, in capitals where the script has them.
    private static func isName(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        guard words.count <= 5, let last = words.last, !particles.contains(String(last)),
            words.count(where: { !particles.contains(String($0)) }) >= 2
        else { return false }
        return words.allSatisfy { word in
            guard word.allSatisfy({ $0.isLetter || "-'’.".contains($0) }), let first = word.first, first.isLetter,
                word.count > 1 || word == last || first.isUppercase
            else { return false }
            if notPersons.contains(word.lowercased()) { return false }
            if word.last == ".", word.count > 3 { return false }
            return !first.isLowercase || particles.contains(String(word))
        }
    }
}
