/// A regular expression of a mapping file.
///
/// The engine tries every way to match, so what it is given is bounded: no repeated group that holds another
/// repetition (see ``RepeatedGroups``), and no text of any length.
struct Pattern: Sendable {
    /// The longest value of a field, in characters.
    static let longestValue = 4_000
    /// The longest text of a body.
    static let longestText = 200_000

    /// As the file has it.
    let source: String

    /// Creates a pattern; `nil` where it is none.
    init?(_ source: String) {
        guard !source.isEmpty, (try? Regex(source)) != nil else { return nil }
        self.source = source
    }

    /// Whether a text has more characters than a pattern is tried on.
    static func isTooLong(_ text: String, for limit: Int) -> Bool { text.utf8.count > limit && text.count > limit }

    // A `Regex` may not be shared between threads; making it again takes microseconds.
    private var regex: Regex<AnyRegexOutput>? { try? Regex(source) }

    /// The parts of a text between what matches.
    func parts(of text: String) -> [String] {
        guard let regex else { return [text] }
        return text.split(separator: regex).map(String.init)
    }

    /// A text without what matches.
    func removed(from text: String) -> String {
        guard let regex else { return text }
        return text.replacing(regex, with: "")
    }
}
