public import Offprint
import OffprintInterchange

/// Writes native JSON: indented as a document, or compact as one article a line.
public struct JSONArticleWriter: Writer {
    /// The format.
    public let format: Format

    /// Creates a writer of one of the two shapes.
    init(_ format: Format) { self.format = format }

    /// Writes the articles.
    ///
    /// One article gives an object, several an array; JSON lines have a line for each. Everything is carried but what
    /// nests past ``OffprintModel/Article/maximumDepth``, and the claims that the option `claims` leaves out.
    public func write(_ request: WriteRequest, reporting diagnostics: inout Diagnostics) -> Rendition {
        let claims = ArticleJSON.ClaimSelection(rawValue: request.options["claims"] ?? "") ?? .best
        let articles = request.entries.map(\.article)
        guard format.id == Format.jsonLines.id else {
            return Rendition(ArticleJSON.encode(articles, claims: claims, reporting: &diagnostics))
        }
        var json = JSONWriter()
        for article in articles {
            ArticleJSON.write(article, to: &json, claims: claims, reporting: &diagnostics)
            json.endLine()
        }
        return Rendition(json.bytes)
    }
}
