import Offprint
import OffprintHypertext
import OffprintMarkup

// How pages write the values of metadata.

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
