import OffprintHypertext
import OffprintModel

/// The names that the site of a page goes by, and how they are cut from titles.
struct SiteNames {
    private let keys: [[UInt8]]
    private let host: [UInt8]

    init(_ names: [String], host: String) {
        self.host = Self.key(host)
        keys = names.map(Self.key).filter { $0.count >= 2 }
    }

    /// Whether a text names the site: equal but for case, spaces and marks, or the host with or without its ending.
    func contains(_ text: String) -> Bool {
        let key = Self.key(text)
        guard !key.isEmpty else { return false }
        if keys.contains(key) || key == host { return true }
        if key.count >= 4, host.starts(with: key) || (key.count >= 6 && Self.occurs(key, in: host)) { return true }
        // `Name` and `Name Online`, `Name – the paper of the town`.
        return keys.contains { site in
            min(site.count, key.count) >= 4 && (site.starts(with: key) || key.starts(with: site))
        }
    }

    /// Whether a text is a name of the site and nothing more.
    func isExactly(_ text: String) -> Bool {
        let key = Self.key(text)
        return keys.contains(key) || key == host
            || (key.count >= 3 && host.starts(with: key) && host.count - key.count <= 5)
    }

    private static func occurs(_ key: [UInt8], in host: [UInt8]) -> Bool {
        host.indices.contains { host[$0...].starts(with: key) }
    }

    /// The letters and digits of a text: those of ASCII in small letters, others as they are but for marks.
    private static func key(_ text: String) -> [UInt8] {
        var key: [UInt8] = []
        var index = 0
        let bytes = text.utf8.span
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case 0x41...0x5A: key.append(byte | 0x20)
            case 0x30...0x39, 0x61...0x7A: key.append(byte)
            case ..<0x80: break
            // Spaces, dashes and quotation marks past ASCII.
            case 0xC2: index += 1
            case 0xE2: index += 2
            // Capitals of Latin-1, Greek and Cyrillic.
            case 0xC3 where index + 1 < bytes.count:
                key += [byte, (0x80...0x9E).contains(bytes[index + 1]) ? bytes[index + 1] + 0x20 : bytes[index + 1]]
                index += 1
            default: key.append(byte)
            }
            index += 1
        }
        return key
    }

    /// What sets the parts of a title off; a bare hyphen within words does not.
    static let separators = [
        " | ", " - ", " – ", " — ", " :: ", " · ", " • ", " » ", " « ", " › ", " >> ", " // ", " ~ ", "|", ": ",
    ]

    /// Whether a byte is of a separator: `|`, `-`, `/`, `:`, `>`, `~`, or the first of one past ASCII.
    private static func maySeparate(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x2D, 0x2F, 0x3A, 0x3E, 0x7C, 0x7E, 0xC2, 0xE2: true
        default: false
        }
    }

    /// A title without the site's names at its ends.
    func removed(from title: String) -> String {
        guard title.utf8.contains(where: Self.maySeparate) else { return title }
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
            if contains(tail), tail.utf8.count <= 80, let rest = String(title[..<range.lowerBound]).trimmed {
                return rest
            }
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
