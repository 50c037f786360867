import OffprintModel

/// What the header of a wire message says of it.
struct WireHeader {
    /// The code of the service and the number of the message.
    var serviceNumber: String?
    /// How urgent it is, as the agency counts.
    var priority: String?
    /// The words under which it is filed.
    var keyword: String?

    init(_ message: WireMessage) {
        let lines = message.header.map(\.trimmed).filter { !$0.isEmpty }
        guard let first = lines.first else { return }
        if message.isANPA { readANPA(first, lines.dropFirst()) } else { readIPTC(first, lines.dropFirst()) }
    }

    /// `eca100 3 s 586 dpa 099`, then the keywords.
    private mutating func readIPTC(_ first: String, _ rest: ArraySlice<String>) {
        let words = first.split(separator: " ").map(String.init)
        if let word = words.first, Self.isServiceNumber(word) {
            serviceNumber = word
            if words.count > 1, words[1].utf8.count == 1 { priority = words[1] }
        }
        keyword = rest.isEmpty ? nil : rest.joined(separator: " ")
    }

    /// `W2870`, then `f l BC-LT--Bridge   11-13 1049`.
    private mutating func readANPA(_ first: String, _ rest: ArraySlice<String>) {
        let letters = first.prefix { $0.isASCII && $0.isLetter }
        let number = first.dropFirst(letters.count).prefix { $0.isASCII && $0.isNumber }
        if (1...3).contains(letters.count), !number.isEmpty { serviceNumber = String(letters + number) }
        guard let line = rest.first else { return }
        let words = line.split(separator: " ").map(String.init)
        guard words.count > 2, words[0].utf8.count == 1 else { return }
        priority = words[0]
        let end = words.firstIndex(where: Self.isDay) ?? words.count
        if end > 2 { keyword = words[2..<end].joined(separator: " ") }
    }

    /// `11-13`.
    private static func isDay(_ word: String) -> Bool {
        let parts = word.split(separator: "-", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { $0.utf8.count == 2 && Int($0) != nil }
    }

    private static func isServiceNumber(_ word: String) -> Bool {
        let letters = word.prefix { $0.isLetter }
        let digits = word.dropFirst(letters.count)
        return (1...5).contains(letters.count) && !digits.isEmpty && digits.allSatisfy(\.isNumber)
    }

    /// Adds what it says.
    func add(to metadata: inout Metadata, slug line: CopyLine?) {
        let origin = Origin(.formatField, at: "header", line: 1)
        var identifiers: [Identifier] = []
        if let serviceNumber { identifiers.append(Identifier(serviceNumber, scheme: "wire-number")) }
        if let line {
            metadata.slug.add(line.trimmed, from: Origin(.formatField, at: "keyword line", line: line.number))
        }
        if let keyword { metadata.slug.add(keyword, from: origin) }
        if let slug = metadata.slug.best { identifiers.append(Identifier(slug, scheme: "slug")) }
        if !identifiers.isEmpty { metadata.identifiers.add(identifiers, from: origin) }
        if let priority { metadata.priority.add(priority, from: origin) }
        // Keywords with strokes between them are subjects, from the wide to the narrow.
        if let keyword, keyword.contains("/") {
            let tags = keyword.split(separator: "/").map { Tag($0.trimmed) }.filter { !$0.name.isEmpty }
            metadata.tags.add(tags, from: origin)
        }
    }
}
