import OffprintHypertext
package import OffprintModel

/// Reads the names of authors off a byline or a value of metadata.
///
/// `By Jane Doe and John Roe`, `Von Max Muster, Redakteur | 05.04.2025`, `Text: A. B., Fotos: C. D.`: what introduces
/// the names goes, and what follows them, such as a job, an outlet, a date or a picture's credit.
package enum AuthorNames {
    /// How a text came to be taken for names.
    package enum Trust {
        /// The page states that it is an author: any short text may be a name, a login name too.
        case stated
        /// A line introduces it as one: a name of one word must have a capital.
        case introduced
        /// Its look suggests it: only what looks like a person's name or an agency's is taken.
        case guessed
    }

    package static func read(_ text: String, _ trust: Trust = .stated) -> [Contributor] {
        if let person = plainPerson(text) { return [person] }
        guard text.utf8.count <= 400, let tidy = text.claimText, !tidy.isEmpty else { return [] }
        var found: [Contributor] = []
        for segment in segments(of: introduced(tidy)) {
            for (index, part) in parts(of: introduced(segment)).enumerated() {
                guard let name = name(in: part, trust, isFirst: index == 0 && found.isEmpty),
                    // Behind a person, an organisation is the outlet that the person works for.
                    name.kind != .organization || !found.contains(where: { $0.kind == .person })
                else {
                    // A job or an outlet follows the name before it.
                    if !found.isEmpty { break }
                    continue
                }
                if !found.contains(where: { $0.agrees(with: name) }) { found.append(name) }
            }
            // What stands behind a bar is another matter, unless nothing stood before it.
            if !found.isEmpty { break }
        }
        return found
    }

    /// The name where the text is nothing but one: two or three words of letters, each with a capital, none of a byline.
    private static func plainPerson(_ text: String) -> Contributor? {
        guard (5...48).contains(text.utf8.count) else { return nil }
        var previous: UInt8 = 0x20
        var spaces = 0
        for byte in text.utf8 {
            switch byte {
            case 0x41...0x5A: if previous != 0x20 { return nil }
            case 0x61...0x7A: if previous == 0x20 { return nil }
            case 0x20:
                if previous == 0x20 { return nil }
                spaces += 1
            case 0xC3...0xC5, 0x80...0xBF: if previous == 0x20 { return nil }
            default: return nil
            }
            previous = byte
        }
        guard (1...2).contains(spaces), previous != 0x20 else { return nil }
        for word in text.lowercased().split(separator: " ") {
            let word = String(word)
            if BylineWords.isInByline(word) { return nil }
        }
        return Contributor(text, kind: .person)
    }

    // MARK: What introduces names

    /// Whether a line starts with what introduces its author's name.
    static func isIntroduced(_ line: String) -> Bool { introduction(of: line) != nil }

    private static func introduced(_ text: String) -> String {
        guard let rest = introduction(of: text) else { return text }
        return rest
    }

    /// What follows the introduction; `nil` where there is none.
    private static func introduction(of text: String) -> String? {
        let small = text.lowercased()
        guard let first = small.utf8.first else { return nil }
        for word in BylineWords.introductions[Int(first)] where small.hasPrefix(word) {
            let rest = text[text.index(text.startIndex, offsetBy: word.count)...]
            // `Bye` is not `By`, and `Di` may start a name.
            guard let next = rest.first, next == " " || next == ":" || word.last.map({ ":/：／".contains($0) }) == true
            else { continue }
            let tail = String(rest.drop { $0 == " " || $0 == ":" })
            // `Writer 07` is what somebody is called: a number is no name that a job could introduce.
            if next == " ", BylineWords.isJob(word), !tail.contains(" "), tail.contains(where: \.isNumber) {
                return nil
            }
            return introduction(of: tail) ?? tail
        }
        // `Ein Kommentar von …`, `Text und Fotos von …`
        guard let kind = small.utf8.firstIndex(of: 0x20), BylineWords.kindsOfText.contains(String(small[..<kind]))
        else { return nil }
        for link in [" von ", " by ", " par "] {
            guard let offset = small.utf8Offset(of: link, from: 0), offset <= 40, small.utf8.count == text.utf8.count
            else { continue }
            return String(text[text.utf8.index(text.startIndex, offsetBy: offset + link.utf8.count)...])
        }
        return nil
    }

    // MARK: Parts

    private static func segments(of text: String) -> [String] {
        guard text.utf8.contains(where: { $0 == 0x7C || $0 == 0x2D || $0 == 0x2F || $0 >= 0xC2 }) else { return [text] }
        var segments = [text]
        for separator in ["|", " • ", " · ", " – ", " — ", " - ", " / "] where text.holds(separator) {
            segments = segments.flatMap { $0.parts(at: separator) }
        }
        return segments.compactMap(\.trimmed)
    }

    private static func parts(of whole: String) -> [String] {
        let text = withoutCredits(whole)
        let parts = text.unicodeScalars.split { $0 == "," || $0 == ";" || "،、，；\n".unicodeScalars.contains($0) }
            .compactMap { String($0).trimmed }
        // `Muster, Max` is one name, the family's first.
        if parts.count == 2, text.utf8.contains(0x2C), parts.allSatisfy({ isSingleName($0) }) {
            return ["\(parts[1]) \(parts[0])"]
        }
        return parts.flatMap(list)
    }

    private static func isSingleName(_ part: String) -> Bool {
        !part.utf8.contains(0x20) && part.first?.isUppercase == true && part.utf8.count > 2
            && !BylineWords.isOrganization(part.lowercased())
    }

    private static func withoutCredits(_ text: String) -> String {
        let small = text.lowercased()
        guard small.utf8.count == text.utf8.count else { return text }
        let bytes = Array(small.utf8)
        for index in bytes.indices.dropFirst() where bytes[index] == 0x20 && index + 1 < bytes.count {
            for credit in BylineWords.credits[Int(bytes[index + 1])] where bytes[index...].starts(with: credit.utf8) {
                return String(text[..<text.utf8.index(text.startIndex, offsetBy: index)])
            }
        }
        return text
    }

    /// The names of a list without commas, such as `A and B`.
    ///
    /// Both sides of a short word must be longer than a word.
    private static func list(_ text: String) -> [String] {
        let words = text.split(separator: " ")
        var parts: [[Substring]] = [[]]
        for (place, word) in words.enumerated() {
            let small = word.lowercased()
            let joins = BylineWords.conjunctions.contains(small)
            let rest = words.count - place - 1
            if joins, let last = parts.last, !last.isEmpty, rest > 0,
                last.count > 1 && rest > 1 || BylineWords.strongConjunctions.contains(small)
            {
                parts.append([])
            } else {
                parts[parts.count - 1].append(word)
            }
        }
        let names = parts.map { $0.joined(separator: " ") }
        guard names.count == 1, text.utf8.contains(0x2F) else { return names }
        let sides = text.parts(at: "/").compactMap(\.trimmed)
        return sides.count > 1 && sides.allSatisfy { $0.utf8.contains(0x20) } ? sides : names
    }

    // MARK: A name

    private static func name(in part: String, _ trust: Trust, isFirst: Bool) -> Contributor? {
        var text = part
        if let open = text.firstIndex(where: { $0 == "(" || $0 == "[" }) {
            text = open == text.startIndex ? text.filter { !"()[]".contains($0) } : String(text[..<open])
        }
        var words = text.split(separator: " ").map(String.init)
        words.removeAll { $0.holds("@") || $0.holds("://") || $0.hasPrefix("www.") && trust == .guessed }
        while let last = words.last, last.allSatisfy({ "–—-:|•·*.".contains($0) }) { words.removeLast() }
        while let first = words.first, first.allSatisfy({ "–—-:|•·*.".contains($0) }) { words.removeFirst() }
        guard !words.isEmpty else { return nil }
        words = withoutJob(words)
        // A date or a time ends the name.
        if words.count > 1,
            let digit = words.firstIndex(where: { $0.unicodeScalars.contains { (0x30...0x39).contains($0.value) } }),
            digit > 0
        {
            let isMember = trust == .stated && words[digit].unicodeScalars.contains { $0.properties.isAlphabetic }
            if !isMember { words = Array(words[..<digit]) }
        }
        // A section or a month behind two words of a name.
        if words.count > 2, let end = words.dropFirst(2).firstIndex(where: { Self.endsName($0) }) {
            words = Array(words[..<end])
        }
        while let last = words.last, BylineWords.trailing.contains(last.lowercased()) { words.removeLast() }
        guard !words.isEmpty, words.count <= 7 else { return nil }
        if words.count > 1, let last = words.last, last.hasSuffix(":") || last.hasSuffix(",") {
            words[words.count - 1] = String(last.dropLast())
        }
        let name = words.joined(separator: " ")
        guard name.utf8.count >= 2, name.utf8.count <= 90, !isRefused(name, words) else { return nil }
        let small = name.lowercased()
        if BylineWords.isOrganization(small) {
            return isFirst || trust == .stated ? Contributor(name, kind: .organization) : nil
        }
        let isPerson = looksLikePerson(words)
        switch trust {
        case .stated:
            // Behind the first name, one that does not look like it is a job or an outlet.
            if !isFirst, !isPerson { return nil }
            return Contributor(name, kind: isPerson ? .person : .unknown)
        case .introduced:
            if isPerson { return Contributor(name, kind: .person) }
            let isName =
                isFirst && words.count == 1 && name.first?.isUppercase == true && name.utf8.count >= 3
                && !BylineWords.notNames.contains(small)
            return isName ? Contributor(name) : nil
        case .guessed:
            return isPerson ? Contributor(name, kind: .person) : nil
        }
    }

    /// The words without a job before or behind the name: `FOCUS-Online-Experte Robin …`, `… Redakteur`.
    private static func withoutJob(_ words: [String]) -> [String] {
        guard words.count >= 3 else { return words }
        if let job = words.dropLast(2).lastIndex(where: { BylineWords.isJob($0.lowercased()) }) {
            return Array(words[(job + 1)...])
        }
        if let job = words.dropFirst(2).firstIndex(where: { BylineWords.isJob($0.lowercased()) }),
            looksLikePerson(Array(words[..<job]))
        {
            return Array(words[..<job])
        }
        return words
    }

    private static func endsName(_ word: String) -> Bool {
        let small = word.lowercased()
        return BylineWords.notNames.contains(small) && !BylineWords.particles.contains(small)
    }

    private static func isRefused(_ name: String, _ words: [String]) -> Bool {
        if words[0].lowercased() == "quelle:" || words[0].lowercased() == "source:" { return true }
        if name.hasPrefix("@") || name.holds("://") || name.hasPrefix("/") || name.hasPrefix("©") { return true }
        // A date, or a number of them.
        if words.count > 1, let first = words[0].unicodeScalars.first, (0x30...0x39).contains(first.value) {
            return true
        }
        if !name.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) { return true }
        return BylineWords.refused.contains(name.lowercased())
    }

    /// Whether words look like a person's name: two to five, each with a capital or a particle.
    static func looksLikePerson(_ words: [String]) -> Bool {
        guard let first = words.first?.unicodeScalars.first else { return false }
        if !first.properties.isUppercase, !first.properties.isLowercase, first.properties.isAlphabetic {
            // Scripts without capitals: a name is short.
            return words.joined().unicodeScalars.count <= 24 && words.count <= 4
        }
        guard (2...5).contains(words.count) else { return false }
        var capitals = 0
        for word in words {
            guard let initial = word.unicodeScalars.first else { return false }
            if word.unicodeScalars.contains(where: { !isNameScalar($0) }) { return false }
            if initial.properties.isUppercase {
                capitals += 1
            } else if !BylineWords.particles.contains(word.lowercased()), !word.holds("'"), !word.holds("’") {
                return false
            }
            if BylineWords.notNames.contains(word.lowercased()) { return false }
        }
        return capitals >= 2
    }

    private static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || [".", "-", "'", "’", "‘", "´", "`", "‐", "\u{200C}"].contains(scalar)
            || scalar.properties.generalCategory == .nonspacingMark || scalar.properties.generalCategory == .spacingMark
    }
}
