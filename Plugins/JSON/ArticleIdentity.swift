import Offprint
import OffprintIdentity
import OffprintInterchange
import OffprintXHTML

/// What to call an article where a format asks for a name that no other article has.
///
/// Its own name where it has one, then its address; else a name that follows from all that it says, so that the same
/// article keeps it.
enum ArticleIdentity {
    /// Any text that names it.
    static func name(of article: Article) -> String {
        let own = (article.metadata.identifiers.best ?? []).first { permanent.contains($0.scheme) }?.value.filled
        return own?.trimmed ?? article.metadata.url.best.flatMap(webAddress) ?? urn(of: article)
    }

    /// A name that is an address of some kind.
    static func uri(of article: Article) -> String {
        let own = (article.metadata.identifiers.best ?? []).first { identifier in
            permanent.contains(identifier.scheme) && isURI(identifier.value)
        }
        return own?.value ?? article.metadata.url.best.flatMap(webAddress) ?? urn(of: article)
    }

    /// The schemes whose identifiers stay with an article wherever it goes.
    private static let permanent: Set<String> = ["guid", "atom:id", "json-feed:id", "ninjs:uri"]

    private static func urn(of article: Article) -> String {
        var ignored = Diagnostics()
        let content = ArticleJSON.encode(article, claims: .best, reporting: &ignored)
        return UUIDv5.urn(for: "urn:sha1:" + SHA1.hexadecimal(of: content))
    }

    /// Whether it is an absolute address without a character that none may have.
    private static func isURI(_ text: String) -> Bool {
        if text.hasPrefix("http:") || text.hasPrefix("https:") { return webAddress(text) == text }
        guard text.hasPrefix("urn:") || text.hasPrefix("tag:") else { return false }
        let marks = Set("-._~!$&'()*+,;=:@/?%".utf8)
        return text.utf8.dropFirst(4).count > 2
            && text.utf8.allSatisfy {
                marks.contains($0) || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20)
            }
    }
}
