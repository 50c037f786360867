public import OffprintModel

/// A date found in a line.
public struct FoundDate: Sendable, Hashable {
    /// The date, as precise as the line has it.
    public let timestamp: Timestamp
    /// Where it stands in the line, its time of day included: offsets of bytes.
    public let range: Range<Int>
}

/// Finds dates in prose, in more than forty languages and in the digits of their scripts.
///
/// `6. Mai 2024, 10:45 Uhr`, `May 6th, 2024 at 9:30 PM EDT`, `06/05/2024`, `2024年5月6日`, `٦ مايو ٢٠٢٤`. A year must be
/// given: nothing is filled in. A text that could be either of two dates is read by the habit of the language.
public struct DateReader: Sendable {
    /// Whether the month comes first where a date is all numbers, as in the United States.
    private let isMonthFirst: Bool
    /// Whether `listopad` is October, as in Croatian.
    private let isCroatian: Bool

    /// Creates a reader for lines in a language.
    ///
    /// - Parameter language: its BCP 47 tag; `nil` where it is unknown.
    public init(language: String? = nil) {
        let tag = language?.lowercased() ?? ""
        let region = tag.split(whereSeparator: { $0 == "-" || $0 == "_" }).dropFirst().last.map(String.init)
        isMonthFirst = (tag.hasPrefix("en") && [nil, "us", "ph"].contains(region)) || region == "us"
        isCroatian = tag.hasPrefix("hr")
    }

    /// The first date in a line.
    ///
    /// Only the first hundred words or so are looked at.
    public func firstDate(in line: Span<UInt8>) -> FoundDate? {
        guard Self.hasDigit(line) else { return nil }
        let tokens = DateTokens(line)
        let grammar = DateGrammar(tokens, isMonthFirst: isMonthFirst, isCroatian: isCroatian)
        for start in tokens.all.indices {
            if let found = grammar.date(at: start) { return found }
        }
        return nil
    }

    /// The first date in a text.
    public func firstDate(in text: String) -> FoundDate? { firstDate(in: Array(text.utf8).span) }

    /// Reads a value that is a date for machines, as attributes hold it: ISO 8601, a date of mail, seconds or
    /// milliseconds since 1970, or what else starts with a date.
    public func machineDate(_ text: String) -> Timestamp? {
        if let date = Timestamp(iso8601: text) ?? Timestamp(rfc5322: text) { return date.day == nil ? nil : date }
        let digits = text.utf8.filter { $0 > 0x20 }
        if digits.count == 10 || digits.count == 13, digits.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int(String(decoding: digits, as: UTF8.self))
        {
            return Timestamp(secondsSinceEpoch: digits.count == 13 ? number / 1_000 : number)
        }
        guard text.utf8.count <= 100 else { return nil }
        return firstDate(in: text)?.timestamp
    }

    /// Whether a line has a digit of any script; letters beyond Latin and Cyrillic are not told from digits here.
    private static func hasDigit(_ line: Span<UInt8>) -> Bool {
        for index in line.indices where line[index] &- 0x30 < 10 || line[index] >= 0xD9 { return true }
        return false
    }
}
