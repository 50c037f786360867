public import Offprint
import OffprintInterchange

/// Writes JSON-LD in the words of schema.org, for pages and archives.
public struct JSONLDWriter: Writer {
    /// `jsonld`.
    public let format = Format.jsonLD

    /// Creates the writer.
    public init() {}

    /// Writes the article as one object.
    ///
    /// The body is carried as text; what that lacks is reported.
    public func write(_ request: WriteRequest, reporting diagnostics: inout Diagnostics) -> Rendition {
        var json = JSONWriter(indented: true, escapesMarkup: true)
        for entry in request.entries {
            ArticleJSONLD.write(entry.article, to: &json)
            json.endLine()
            ArticleJSONLD.reportLosses(of: entry.article, to: &diagnostics)
        }
        return Rendition(json.bytes)
    }
}
