/// A regular expression of a mapping file.
struct Pattern: Sendable {
    /// As the file has it.
    let source: String

    /// Creates a pattern; `nil` where it is none.
    init?(_ source: String) {
        guard !source.isEmpty, (try? Regex(source)) != nil else { return nil }
        self.source = source
    }

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
