import Offprint
import OffprintHypertext

// How newsrooms write values that the model has types for.

extension Timestamp {
    /// A date in a notation for machines: ISO 8601 in its forms, or that of mail.
    init?(machine text: String) {
        guard let date = Timestamp(iso8601: text) ?? Timestamp(rfc5322: text) else { return nil }
        self = date
    }
}

extension PublicationStatus {
    /// A status by the words of NITF, NewsML and the NewsCodes; what stands before a colon does not count.
    init?(newsroom word: String) {
        switch word.codeTail.lowercased() {
        case "usable", "released", "publish", "published", "live": self = .usable
        case "embargoed", "embargo", "future": self = .embargoed
        case "withheld", "hold", "held", "private", "draft", "pending": self = .withheld
        case "canceled", "cancelled", "killed", "kill", "withdrawn", "trash": self = .canceled
        default: return nil
        }
    }
}

extension LanguageTag {
    /// A language by its tag, or by the three letters that newsrooms write where tags have two.
    static func newsroom(_ text: String) -> String? {
        guard let tag = normalized(text) else { return nil }
        let parts = tag.split(separator: "-", maxSplits: 1).map(String.init)
        guard let short = twoLetters[parts[0]] else { return tag }
        return ([short] + parts.dropFirst()).joined(separator: "-")
    }

    /// Three letters of ISO 639-2 for languages that have two (https://www.loc.gov/standards/iso639-2/).
    private static let twoLetters = [
        "ara": "ar", "bul": "bg", "cat": "ca", "ces": "cs", "cze": "cs", "chi": "zh", "dan": "da", "deu": "de",
        "dut": "nl", "ell": "el", "eng": "en", "est": "et", "fas": "fa", "fin": "fi", "fra": "fr", "fre": "fr",
        "ger": "de", "gre": "el", "heb": "he", "hin": "hi", "hrv": "hr", "hun": "hu", "ice": "is", "ind": "id",
        "isl": "is", "ita": "it", "jpn": "ja", "kor": "ko", "lav": "lv", "lit": "lt", "nld": "nl", "nno": "nn",
        "nob": "nb", "nor": "no", "per": "fa", "pol": "pl", "por": "pt", "ron": "ro", "rum": "ro", "rus": "ru",
        "slk": "sk", "slo": "sk", "slv": "sl", "spa": "es", "sqi": "sq", "srp": "sr", "swe": "sv", "tha": "th",
        "tur": "tr", "ukr": "uk", "urd": "ur", "vie": "vi", "zho": "zh",
    ]
}

/// A line that names who wrote an article.
struct PrintedByline {
    /// The people, without the word that opens the line and without what they are.
    let names: [String]

    private static let openers: Set = [
        "by", "von", "par", "por", "di", "door", "av", "af", "od", "kirjoittaja", "text:", "from", "story",
    ]
    private static let joiners: Set = ["and", "und", "et", "y", "e", "i", "og", "och", "ja", "en", "&", "with", "mit"]
    private static let particles: Set = [
        "de", "la", "le", "du", "des", "van", "von", "der", "den", "ten", "ter", "da", "das", "dos", "di", "del",
        "della", "bin", "ibn", "al", "el", "af", "av", "zu", "zum", "vom", "y", "of", "st.",
    ]

    init(_ line: String) {
        var words = line.split(whereSeparator: \.isWhitespace).map(String.init)
        while let first = words.first, Self.openers.contains(first.lowercased()) { words.removeFirst() }
        var names: [[String]] = [[]]
        for word in words {
            guard !Self.joiners.contains(word) else {
                names.append([])
                continue
            }
            var word = Substring(word)
            let ends = word.last.map { ",;/|".contains($0) } ?? false
            while let last = word.last, ",;/|".contains(last) { word.removeLast() }
            let parts = word.split(separator: "/").map(String.init)
            names[names.count - 1].append(contentsOf: parts.prefix(1))
            for part in parts.dropFirst() { names.append([part]) }
            if ends { names.append([]) }
        }
        self.names = names.filter(Self.isName).map { $0.joined(separator: " ") }.withoutRepeats
    }

    /// Whether words are the name of a person: two to five that start as names do.
    private static func isName(_ words: [String]) -> Bool {
        guard (2...5).contains(words.count), let first = words.first, let last = words.last else { return false }
        guard !particles.contains(last), !isOrganization(words) else { return false }
        return first.first.map { !$0.isLowercase || particles.contains(first) } ?? false
            && words.allSatisfy { word in
                guard let letter = word.unicodeScalars.first, letter.properties.isAlphabetic else { return false }
                if word.contains(where: { $0.isNumber || $0 == "@" || $0 == ":" }) { return false }
                return !letter.properties.isLowercase || particles.contains(word) || word.contains("-")
            }
    }

    /// Whether words name an agency or a desk; people are called Press too, but not behind these words.
    private static func isOrganization(_ words: [String]) -> Bool {
        let words = words.map { $0.lowercased() }
        if words.last == "press", words.count > 1, !pressWords.contains(words[words.count - 2]) {
            return isOrganization(words.dropLast())
        }
        return words.contains { organizationWords.contains($0) }
    }

    private static func isOrganization(_ words: ArraySlice<String>) -> Bool {
        words.contains { organizationWords.contains($0) }
    }

    private static let pressWords: Set = [
        "associated", "canadian", "free", "united", "european", "evening", "daily", "sunday", "national", "the",
    ]
    private static let organizationWords: Set = [
        "press", "news", "agency", "association", "desk", "staff", "reporter", "editor", "correspondent", "agentur",
        "newspaper", "media", "group", "inc", "inc.", "ltd", "ltd.", "asa", "ab", "oyj", "service",
    ]
}
