import Offprint
import OffprintMarkup

// How pages write the values of metadata.

extension String {
    /// The text without white space at its edges; `nil` where nothing is left.
    var trimmed: String? {
        let from = firstIndex { !$0.isWhitespace } ?? endIndex
        let to = lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? startIndex
        return from < to ? String(self[from..<to]) : nil
    }

    /// The text on one line: single spaces, no control characters, no soft hyphens.
    var tidied: String {
        let visible = unicodeScalars.filter { scalar in
            !(scalar.value < 0x20 && !scalar.properties.isWhitespace) && scalar.value != 0x7F && scalar.value != 0xAD
                && scalar.value != 0x200B && scalar.value != 0xFEFF
        }
        return String(String.UnicodeScalarView(visible)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

/// Tags of languages (BCP 47).
enum LanguageTag {
    /// A tag in its usual form, from what pages write (`en_US`, `EN-us`); `nil` for what is no tag.
    static func normalized(_ text: String) -> String? {
        let parts = text.split { $0 == "-" || $0 == "_" || $0 == "." || $0 == " " }.map(String.init)
        guard let language = parts.first?.lowercased(), (2...3).contains(language.utf8.count),
            language.utf8.allSatisfy({ (0x61...0x7A).contains($0) })
        else { return nil }
        var tag = language
        for part in parts.dropFirst() {
            guard part.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) }) else {
                break
            }
            switch part.utf8.count {
            case 2: tag += "-" + part.uppercased()
            case 3 where part.utf8.allSatisfy { (0x30...0x39).contains($0) }: tag += "-" + part
            case 4: tag += "-" + part.prefix(1).uppercased() + part.dropFirst().lowercased()
            default: return tag
            }
        }
        return tag
    }
}

/// Names of authors.
enum AuthorNames {
    /// The names in a string, split where a list of names is: at semicolons and bars, and at commas where every part
    /// looks like a name of two words or more.
    ///
    /// An address is no name.
    static func split(_ text: String) -> [Contributor] {
        let parts = text.split { $0 == ";" || $0 == "|" }.map(String.init)
        return parts.flatMap { part -> [String] in
            let byComma = part.split(separator: ",").compactMap { String($0).trimmed }
            let areNames = byComma.allSatisfy { $0.contains(" ") && $0.split(separator: " ").count <= 4 }
            return areNames ? byComma : [part]
        }.compactMap(\.trimmed).filter { !$0.contains("://") && !$0.hasPrefix("@") }.map { Contributor($0) }
    }
}

extension Timestamp {
    /// Reads a date as pages write it for machines.
    init?(published text: String) {
        guard let date = Timestamp(iso8601: text) ?? Timestamp(rfc5322: text) else { return nil }
        self = date
    }
}

extension MarkupTree {
    /// The language of the root.
    var language: String? {
        first(.html, in: document).flatMap { attribute(.lang, of: $0) }
    }

    /// The words of a link's `rel`.
    func relations(of node: NodeID) -> [String] {
        attribute(.rel, of: node)?.lowercased().split(whereSeparator: \.isWhitespace).map(String.init) ?? []
    }
}
