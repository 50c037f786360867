public import Offprint
import OffprintInterchange

/// Reads native JSON: one article, an array of articles, or one a line.
public struct JSONReader: Reader {
    /// Native JSON in any of its three shapes.
    public let formats = [
        Format(
            id: "json",
            name: "Offprint JSON",
            fileExtensions: ["json", "jsonl", "ndjson"],
            mediaTypes: ["application/json", "application/jsonl", "application/x-ndjson"],
            capacity: .many
        )
    ]

    /// Creates the reader.
    public init() {}

    /// Knows an article by the envelope that it begins with, or by its name where the envelope comes later.
    ///
    /// Other JSON is not ours, whatever its file is called.
    public func recognize(_ prefix: Span<UInt8>, hint: SourceHint) -> Recognition {
        let envelope = Array("\"offprint\"".utf8)
        var matched = 0
        for index in prefix.indices {
            let byte = prefix[index]
            matched = byte == envelope[matched] ? matched + 1 : byte == envelope[0] ? 1 : 0
            guard matched == envelope.count else { continue }
            if isLead(prefix.extracting(first: index + 1 - matched)) { return Recognition("json", .certain) }
            return recognize(by: hint)
        }
        return .none
    }

    /// Whether nothing stands here but white space and opening brackets, the last one of an object.
    private func isLead(_ prefix: Span<UInt8>) -> Bool {
        var last: UInt8 = 0
        for index in prefix.indices where prefix[index] > 0x20 {
            last = prefix[index]
            let isByteOrderMark = index < 3 && last >= 0xBB
            guard last == 0x7B || last == 0x5B || isByteOrderMark else { return false }
        }
        return last == 0x7B
    }

    /// Reads the articles.
    ///
    /// - Throws: ``Offprint/ConversionError`` with the place where the text is not JSON or not an article.
    public func read(
        _ request: ReadRequest,
        reporting diagnostics: inout Diagnostics
    ) throws(ConversionError) -> [Article] {
        let articles: [Article]
        do throws(JSONError) {
            articles = try ArticleJSON.decode(request.source.bytes, reporting: &diagnostics)
        } catch {
            throw ConversionError(.malformedSource, "\"\(request.source.name)\": \(error)", line: error.line)
        }
        guard !articles.isEmpty else {
            throw ConversionError(
                .emptySource,
                "\"\(request.source.name)\" holds no article: an object for each was expected."
            )
        }
        return articles
    }
}
