/// An encoding of a byte a character, and the languages that are written in it.
struct SingleByteCandidate {
    let name: String
    let languages: [PairCosts]
    /// What it takes beyond the text's own cost: rare encodings must be clearly better.
    let handicap: Float
    let isLatin: Bool
    /// What each byte stands for.
    let meanings: [ByteMeaning]

    private init?(_ name: String, _ languages: [PairCosts], handicap: Float, isLatin: Bool = false) {
        guard let scalars = Self.scalars(of: name) else { return nil }
        self.name = name
        self.languages = languages
        self.handicap = handicap
        self.isLatin = isLatin
        meanings = scalars.map(ByteMeaning.init)
    }

    /// The cost of a text in the language of this encoding that suits it best; `nil` where it has none of its letters.
    func cost(of pairs: [BytePair]) -> Float? {
        var (base, high, letters) = (Float(0), Float(0), Float(0))
        var rest: [(first: UInt16, second: UInt16, count: Float)] = []
        rest.reserveCapacity(pairs.count)
        for pair in pairs {
            let (first, second) = (meanings[Int(pair.first)], meanings[Int(pair.second)])
            if first.standsApart && second.isLetter || second.standsApart && first.isLetter { base += 4 * pair.count }
            if pair.second >= 0x80 {
                high += pair.count
                if second.letter == ByteMeaning.boundary {
                    base += pair.count * second.cost
                    continue
                }
                letters += pair.count
            }
            if first.letter < 0x80, second.letter < 0x80 { continue }
            if first.letter != ByteMeaning.boundary, second.letter != ByteMeaning.boundary {
                // A capital within a word, or two scripts in one.
                if second.isUppercase, !first.isUppercase { base += 5 * pair.count }
                if !isLatin, (first.letter < 0x80) != (second.letter < 0x80) { base += 3 * pair.count }
            }
            rest.append((first.letter, second.letter, pair.count))
        }
        guard isLatin || letters * 10 >= high * 4 else { return nil }
        let own = languages.map { language in
            rest.reduce(Float(0)) { $0 + language.cost(of: $1.first, $1.second) * $1.count }
        }
        return own.min().map { $0 + base + handicap }
    }

    /// The characters of all bytes; `nil` where the C library does not know the encoding.
    private static func scalars(of name: String) -> [Unicode.Scalar]? {
        let bytes = (0...255).map { UInt8($0) }
        if name == "windows-1252" {
            return Array(String(decoding: Windows1252.decode(bytes), as: UTF8.self).unicodeScalars)
        }
        guard let decoded = SystemConverter.decode(bytes, from: EncodingLabels.systemName(of: name)) else { return nil }
        let scalars = Array(String(decoding: decoded.utf8, as: UTF8.self).unicodeScalars)
        return scalars.count == 256 ? scalars : nil
    }

    /// All of them, the commoner first; made when the first text asks that is neither ASCII nor UTF-8.
    static let all: [SingleByteCandidate] = {
        func costs(_ table: [LetterPairs], _ tags: String) -> [PairCosts] {
            tags.split(separator: " ").compactMap { tag in table.first { $0.tag == tag }.map(PairCosts.init) }
        }
        let western = costs(LetterPairs.latin, "fr de es pt it nl sv da nb fi is ca ga sq cy")
        let central = costs(LetterPairs.latin, "pl cs sk hu ro hr sl sq")
        let baltic = costs(LetterPairs.latin, "et lv lt")
        let cyrillic = costs(LetterPairs.cyrillic, "ru uk be bg sr mk")
        let hebrew = costs(LetterPairs.others, "he")
        let greek = costs(LetterPairs.others, "el")
        return [
            Self("windows-1252", western, handicap: 0, isLatin: true),
            Self("windows-1251", cyrillic, handicap: 1),
            Self("windows-1250", central, handicap: 1, isLatin: true),
            Self("windows-1254", costs(LetterPairs.latin, "tr"), handicap: 1, isLatin: true),
            Self("windows-1253", greek, handicap: 1),
            Self("windows-1255", hebrew, handicap: 1),
            Self("windows-1256", costs(LetterPairs.others, "ar fa"), handicap: 1),
            Self("windows-1257", baltic, handicap: 1, isLatin: true),
            Self("windows-874", costs(LetterPairs.others, "th"), handicap: 1),
            Self("koi8-r", costs(LetterPairs.cyrillic, "ru bg"), handicap: 1),
            Self("koi8-u", costs(LetterPairs.cyrillic, "ru uk be"), handicap: 1.5),
            Self("iso-8859-2", central, handicap: 1.5, isLatin: true),
            Self("iso-8859-7", greek, handicap: 1.5),
            Self("iso-8859-6", costs(LetterPairs.others, "ar"), handicap: 1.5),
            Self("iso-8859-5", cyrillic, handicap: 2),
            Self("iso-8859-8", hebrew, handicap: 2),
            Self("ibm866", cyrillic, handicap: 2),
            Self("x-mac-cyrillic", cyrillic, handicap: 2),
            Self("ibm855", cyrillic, handicap: 2.5),
            Self("iso-8859-13", baltic, handicap: 2, isLatin: true),
            Self("iso-8859-4", baltic, handicap: 3, isLatin: true),
            Self("iso-8859-3", costs(LetterPairs.latin, "eo"), handicap: 3, isLatin: true),
            Self("iso-8859-16", costs(LetterPairs.latin, "ro"), handicap: 3, isLatin: true),
            Self("macintosh", western, handicap: 3, isLatin: true),
            Self("ibm850", western, handicap: 4, isLatin: true),
            Self("ibm852", central, handicap: 4, isLatin: true),
            Self("ibm862", hebrew, handicap: 4),
        ].compactMap { $0 }
    }()
}
