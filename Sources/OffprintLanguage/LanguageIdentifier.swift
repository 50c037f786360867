/// Tells in which language a text is written, without a network.
///
/// What it looks at is its own affair; the answer is a BCP 47 tag and how sure it is. A short or mixed text is
/// ``LanguageIdentification/undetermined``: no answer is better than a wrong one.
public enum LanguageIdentifier {
    /// How much of a text is looked at, in bytes: more changes no answer.
    static let sampleBytes = 8_192

    /// The language of a text in UTF-8.
    public static func identify(_ utf8: Span<UInt8>) -> LanguageIdentification {
        let sample = utf8.extracting(first: sampleBytes)
        return identify(sample, ScriptCounts(of: sample))
    }

    /// The language of a sample, whose letters have been counted.
    static func identify(_ sample: Span<UInt8>, _ counts: ScriptCounts) -> LanguageIdentification {
        guard let script = counts.dominant else { return .undetermined }
        let profiles = LanguageProfile.profiles(for: script)
        if profiles.count > 1 { return FunctionWords(of: script, among: profiles).identify(sample) }
        guard let tag = script.onlyLanguage, counts[script] >= script.lettersNeeded else { return .undetermined }
        return LanguageIdentification(tag: tag, confidence: 1)
    }

    /// The language of a text in UTF-8.
    public static func identify(_ utf8: [UInt8]) -> LanguageIdentification { identify(utf8.span) }
}

/// A language, and how sure it is.
public struct LanguageIdentification: Sendable, Hashable {
    /// The language, as a BCP 47 tag; `und` where it cannot be told.
    public let tag: String
    /// How sure that is, from 0 to 1.
    public let confidence: Double

    /// Creates an identification.
    public init(tag: String, confidence: Double) {
        self.tag = tag
        self.confidence = confidence
    }

    /// The answer for a text that is too short or undecided.
    public static let undetermined = LanguageIdentification(tag: "und", confidence: 0)
}

extension Script {
    /// The language that a script stands for, where newspapers use it for one only.
    fileprivate var onlyLanguage: String? {
        switch self {
        case .greek: "el"
        case .armenian: "hy"
        case .georgian: "ka"
        case .thaana: "dv"
        case .nko: "nqo"
        case .gurmukhi: "pa"
        case .gujarati: "gu"
        case .odia: "or"
        case .tamil: "ta"
        case .telugu: "te"
        case .kannada: "kn"
        case .malayalam: "ml"
        case .sinhala: "si"
        case .thai: "th"
        case .lao: "lo"
        case .tibetan: "bo"
        case .myanmar: "my"
        case .khmer: "km"
        case .han: "zh"
        case .kana: "ja"
        case .hangul: "ko"
        case .latin, .cyrillic, .hebrew, .arabic, .syriac, .devanagari, .bengali, .ethiopic, .mongolian: nil
        }
    }

    /// How many letters make a text long enough for its script to name its language.
    ///
    /// A few ideographs may as well be the name of a Japanese firm.
    fileprivate var lettersNeeded: Int {
        switch self {
        case .han: 12
        case .kana: 4
        default: 8
        }
    }
}
