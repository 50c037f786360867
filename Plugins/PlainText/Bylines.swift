import OffprintModel

extension TextLayout {
    /// Finds bylines near the top, where the line says what it is: `By Ann Lee`, `Von …`, `Par …`, `Por …`, `بقلم …`.
    ///
    /// Whatever else such a line holds, it must be names and nothing but names; otherwise it stays as it is.
    mutating func findBylines() {
        guard let body = firstBodyLine() else { return }
        for index in lines.indices.prefix(min(body, Self.linesAtTop))
        where roles[index] == .paragraph && lines[index].width <= 80 {
            guard index > 0, Byline(text(of: index), language) != nil else { continue }
            roles[index] = .byline
            findAffiliation(after: index)
        }
    }

    /// The agency or the desk that the line right under a byline gives.
    private mutating func findAffiliation(after index: Int) {
        let next = index + 1
        guard next < lines.count, roles[next] == .paragraph, !lines[next].followsBlank, lines[next].width <= 40,
            !closesSentence(next), WireHeading.isAffiliation(text(of: next))
        else { return }
        roles[next] = .affiliation
    }
}

/// A line that names who wrote the article.
struct Byline {
    /// The names, in order.
    let names: [String]

    /// Reads a line of an article in a language; `nil` for one that is no byline beyond doubt.
    ///
    /// Words that another language has for other things open a byline in their own alone.
    init?(_ line: String, _ language: String?) {
        if let names = EastAsianByline.names(in: line) {
            self.names = names
            return
        }
        guard let prefix = Self.prefixLength(of: line) else { return nil }
        if let language, let own = Self.languages[line.prefix(prefix).lowercased().trimmed], !own.contains(language) {
            return nil
        }
        let rest = String(line.dropFirst(prefix)).trimmed
        // In Arabic "and" is written onto the next name, and names start with the same letter.
        let parts = prefix > 0 && !Self.isArabic(line) ? Self.split(rest) : [rest]
        guard !parts.isEmpty, parts.allSatisfy(Self.isName) else { return nil }
        names = parts
    }

    /// Adds the authors of a line that its place makes a byline, persons alone: `By Ann Lee, dpa` names one.
    static func addAuthors(of line: String, from origin: Origin, to metadata: inout Metadata) {
        guard let prefix = prefixLength(of: line) else { return }
        let parts = split(String(line.dropFirst(prefix)))
        let persons = parts.filter(isName)
        if !persons.isEmpty { metadata.authors.add(persons.map { Contributor($0, kind: .person) }, from: origin) }
        let layout = Origin(.textLayout, at: "byline", line: origin.line)
        for part in parts where !persons.contains(part) { Agencies.add(part, from: layout, to: &metadata) }
    }

    /// How many characters a byline's opening word takes with the space after it; `nil` where there is none.
    static func prefixLength(of line: String) -> Int? {
        for opening in openings where line.utf8.starts(with: opening.utf8) && line.utf8.count > opening.utf8.count {
            return opening.count
        }
        return nil
    }

    private static func isArabic(_ line: String) -> Bool {
        line.unicodeScalars.first.map { 0x600...0x6FF ~= $0.value } ?? false
    }

    private static let openings = [
        "By ", "BY ", "by ", "Von ", "VON ", "Par ", "PAR ", "Por ", "POR ", "De ", "DE ", "Di ", "DI ", "Door ",
        "DOOR ",
        "Av ", "AV ", "Af ", "AF ", "Od ", "Autor: ", "Autora: ", "Autorka: ", "Autorzy: ", "Autore: ", "Auteur : ",
        "Auteur: ", "Tekst: ", "Text: ", "Texte : ", "Texte: ", "Testo: ", "Texto: ", "Teksti: ", "Napsal: ",
        "Napsala: ",
        "Írta: ", "Yazan: ", "Oleh ", "Oleh: ", "Автор: ", "Авторы: ", "Текст: ", "Автори: ", "Γράφει ο ", "Γράφει η ",
        "Του ", "Της ", "מאת ", "מאת: ", "بقلم: ", "بقلم : ", "بقلم ", "كتب: ", "كتبت: ", "نویسنده: ", "โดย ", "โดย: ",
        "लेखक: ", "द्वारा: ",
    ]
    /// The languages of openings that are common words elsewhere: `De Bello Gallico` is no byline.
    private static let languages: [String: Set<String>] = [
        "de": ["es", "pt", "gl", "ca", "ro", "fr"], "di": ["it"], "av": ["sv", "no", "nb", "nn"], "af": ["da"],
        "od": ["cs", "sk", "pl", "sl", "hr", "sr", "bs"], "por": ["es", "pt", "gl"], "par": ["fr"], "door": ["nl"],
    ]

    private static let conjunctions = [
        " and ", " AND ", " und ", " UND ", " et ", " ET ", " y ", " e ", " & ", " og ", " och ", " en ", " i ", " a ",
        " и ", " і ", " ve ", " dan ", " και ", " ja ", " és ", " และ ",
    ]
    private static let particles: Set<String> = [
        "de", "da", "do", "dos", "das", "del", "della", "di", "du", "van", "von", "der", "den", "ten", "ter", "la",
        "le", "bin", "bint", "ibn", "al", "el", "zu", "af", "av",
    ]
    /// What makes a name an organisation's or a role, for which others must vouch.
    private static let notPersons: Set<String> = [
        "press", "agency", "news", "staff", "reporter", "reporters", "correspondent", "correspondents", "editor",
        "editorial", "desk", "team", "redaktion", "agence", "agences", "agencia", "agencias", "agentur", "agenturen",
        "redacción", "rédaction", "writer", "writers", "service", "bureau", "board", "wire", "online", "media", "times",
        "post", "popular", "request", "redazione", "redação", "redactie", "redaksjonen", "redaktionen", "redakcja",
        "redakce", "редакция", "редакції", "агентство", "union-tribune", "tribune", "herald", "journal", "daily",
        "station", "university", "council", "department", "ministry", "institute", "association", "committee",
        "commission", "government", "airport", "avenue", "museum", "hospital", "police", "foundation", "society",
        "federation", "corporation", "inc.", "ltd", "ltd.", "company", "group", "office", "centre", "center", "college",
        "school", "library", "authority", "railway", "railroad", "harbour", "harbor", "island", "valley", "mountains",
        "وكالة", "وكالات", "مراسل", "مراسلنا", "قسم", "فريق", "هيئة", "מערכת", "סוכנויות", "กองบรรณาธิการ",
    ]

    private static func split(_ text: String) -> [String] {
        var text = text
        for conjunction in conjunctions where text.contains(conjunction) {
            text = text.split(separator: conjunction, omittingEmptySubsequences: false).joined(separator: ", ")
        }
        return text.split(separator: ",", omittingEmptySubsequences: false).map(\.trimmed)
    }

    /// Whether a text is the name of a person: two to four words, in capitals where the script has them.
    private static func isName(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        guard words.count <= 5, let last = words.last, !particles.contains(String(last)), !Agencies.isKnown(text),
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

/// Bylines of East Asia, where the word for reporter stands before the names or after them.
enum EastAsianByline {
    /// The names of a line such as `记者 李明 王芳`, `文/李明`, `文＝山田太郎` or `김철수 기자`; `nil` for another line.
    static func names(in line: String) -> [String]? {
        guard line.utf8.count <= 150, line.unicodeScalars.contains(where: { isEastAsian($0.value) }) else { return nil }
        var text = line.trimmed
        for (open, close) in [("（", "）"), ("(", ")"), ("【", "】"), ("［", "］")]
        where text.hasPrefix(open) && text.hasSuffix(close) { text = String(text.dropFirst().dropLast()).trimmed }
        if let names = koreanNames(text) { return names }
        guard let rest = afterOpening(text) else { return nil }
        let names = rest.split { " 　、,，;；·・/／".contains($0) }.map(\.trimmed).filter { !$0.isEmpty }
        return !names.isEmpty && names.count <= 6 && names.allSatisfy(isName) ? names : nil
    }

    /// `김철수 기자`, `김철수·이영희 기자`, with a mail address after it or not.
    private static func koreanNames(_ text: String) -> [String]? {
        let words = text.split(separator: " ").filter { !$0.contains("@") }
        guard words.count >= 2, words.last == "기자" || words.last == "특파원" else { return nil }
        let names = words.dropLast().flatMap { $0.split { "·,・".contains($0) } }.map(String.init)
        let isPlausible = names.count <= 4 && names.allSatisfy { (2...4).contains($0.count) && $0.allSatisfy(isHangul) }
        return isPlausible ? names : nil
    }

    private static func afterOpening(_ text: String) -> String? {
        for opening in openings {
            guard let range = text.firstRange(of: opening) else { continue }
            // Before it stands a paper at most: `本报记者 李明`.
            let before = text[..<range.lowerBound]
            guard before.count <= 6, !before.contains(where: { "，。、！？ ".contains($0) }) else { continue }
            let after = text[range.upperBound...]
            let rest = after.drop { " 　:：=＝/／・".contains($0) }
            // Without a sign between them the word may go on: `记者会`.
            guard !rest.isEmpty,
                rest.startIndex > after.startIndex || rest.count <= 3 && !"会會团團节".contains(rest.first ?? " ")
                    || ":：=＝／/ ".contains(opening.last ?? "-")
            else { continue }
            return String(rest)
        }
        return nil
    }

    private static let openings = [
        "记者", "記者", "特派员", "特派員", "作者：", "作者:", "撰文：", "撰文", "文／", "文/", "文=", "文＝", "文：", "文 ", "编辑：",
    ]

    private static func isName(_ text: String) -> Bool {
        (2...6).contains(text.count) && text.unicodeScalars.allSatisfy { isEastAsian($0.value) }
            && !Agencies.isKnown(text)
    }

    private static func isHangul(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy { 0xAC00...0xD7A3 ~= $0.value }
    }

    private static func isEastAsian(_ point: UInt32) -> Bool {
        0x4E00...0x9FFF ~= point || 0x3041...0x30FF ~= point || 0xAC00...0xD7A3 ~= point || 0x3005...0x3007 ~= point
    }
}
