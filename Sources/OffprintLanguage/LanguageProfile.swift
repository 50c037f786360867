/// What a language of a shared script is known by.
struct LanguageProfile: Sendable {
    /// Its BCP 47 tag.
    let tag: String
    /// The letters of its alphabet beyond those that all languages of the script share.
    let letters: String
    /// Its commonest function words, in lower case, without apostrophes and vowel signs.
    let words: String

    /// The share of a text's words that its function words make at least; `nil` for the usual one of its script.
    ///
    /// Where verbs and nouns carry what others say by words of their own, it is small.
    let leastShare: Double?

    init(_ tag: String, letters: String = "", leastShare: Double? = nil, _ words: String) {
        self.tag = tag
        self.leastShare = leastShare
        self.letters = letters
        self.words = words
    }

    /// The languages of a script; empty where the script alone names the language.
    static func profiles(for script: Script) -> [LanguageProfile] {
        switch script {
        case .latin: latin
        case .cyrillic: cyrillic
        case .arabic: arabic
        case .hebrew: hebrew
        case .devanagari: devanagari
        case .bengali: bengali
        case .ethiopic: ethiopic
        case .greek, .armenian, .georgian, .syriac, .thaana, .nko, .gurmukhi, .gujarati, .odia, .tamil, .telugu,
            .kannada, .malayalam, .sinhala, .thai, .lao, .tibetan, .myanmar, .khmer, .mongolian, .han, .kana, .hangul:
            []
        }
    }
}
