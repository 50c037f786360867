import OffprintHypertext
import OffprintModel

/// The names that the site of a page goes by, and how they are cut from titles.
struct SiteNames {
    private let keys: [String]
    private let host: String

    init(_ names: [String], host: String) {
        self.host = Self.key(host)
        keys = names.map(Self.key).filter { $0.utf8.count >= 2 }
    }

    /// Whether a text names the site: equal but for case, spaces and marks, or the host with or without its ending.
    func contains(_ text: String) -> Bool {
        let key = Self.key(text)
        guard !key.isEmpty else { return false }
        if keys.contains(key) || key == host { return true }
        if key.utf8.count >= 4, host.hasPrefix(key) || (key.utf8.count >= 6 && host.contains(key)) { return true }
        // `Name` and `Name Online`, `Name – the paper of the town`.
        return keys.contains { site in
            let shorter = min(site.utf8.count, key.utf8.count)
            return shorter >= 4 && (site.hasPrefix(key) || key.hasPrefix(site))
        }
    }

    /// Whether a text is a name of the site and nothing more.
    func isExactly(_ text: String) -> Bool {
        let key = Self.key(text)
        return keys.contains(key) || key == host || (key.utf8.count >= 3 && host.hasPrefix(key) && host.utf8.count - key.utf8.count <= 5)
    }

    private static func key(_ text: String) -> String {
        String(String.UnicodeScalarView(text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }))
    }

    /// What sets the parts of a title off; a bare hyphen within words does not.
    static let separators = [" | ", " - ", " – ", " — ", " :: ", " · ", " • ", " » ", " « ", " › ", " >> ", " // ", " ~ ", "|", ": "]

    /// A title without the site's names at its ends.
    func removed(from title: String) -> String {
        var title = title
        for _ in 0..<3 {
            guard let shorter = removedOnce(from: title) else { return title }
            title = shorter
        }
        return title
    }

    private func removedOnce(from title: String) -> String? {
        for separator in Self.separators {
            guard let range = title.lastPlace(of: separator) else { continue }
            let tail = String(title[range.upperBound...])
            if contains(tail), tail.utf8.count <= 80, let rest = String(title[..<range.lowerBound]).trimmed { return rest }
        }
        for separator in Self.separators {
            guard let range = title.place(of: separator) else { continue }
            let head = String(title[..<range.lowerBound])
            if isExactly(head), let rest = String(title[range.upperBound...]).trimmed { return rest }
        }
        return nil
    }
}

/// Parts of titles.
enum TitleParts {
    /// Whether a heading is a part of a title that the title sets off at both of its ends.
    static func sets(_ heading: String, offIn title: String) -> Bool {
        guard heading.utf8.count >= 12, title.utf8.count > heading.utf8.count else { return false }
        let (small, wanted) = (title.lowercased(), heading.lowercased())
        guard let range = small.place(of: wanted) else { return false }
        return (range.lowerBound == small.startIndex || ends(small[..<range.lowerBound]))
            && (range.upperBound == small.endIndex || starts(small[range.upperBound...]))
    }

    private static func ends(_ text: Substring) -> Bool {
        SiteNames.separators.contains { text.hasSuffix($0) } || text.hasSuffix(" + ") || text.hasSuffix("+++ ")
    }

    private static func starts(_ text: Substring) -> Bool { SiteNames.separators.contains { text.hasPrefix($0) } }
}
