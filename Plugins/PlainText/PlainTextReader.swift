public import Offprint
import OffprintEncoding
import OffprintLanguage

/// Reads one article from plain text.
///
/// The layout tells what a line is: a short line over long ones is a headline, a short line between long ones a
/// crosshead. What no rule is sure of stays a paragraph, and nothing is made up: a text that names no author, date or
/// agency has none.
public struct PlainTextReader: Reader {
    /// Plain text.
    public let formats = [Format.text]

    /// Creates a reader.
    public init() {}

    /// Takes whatever looks like text and is no markup; a name that says text makes it likely.
    public func recognize(_ prefix: Span<UInt8>, hint: SourceHint) -> Recognition {
        guard TextRecognition.looksLikeText(prefix) else { return .none }
        let byName = recognize(by: hint)
        return byName.certainty > .possible ? byName : Recognition("text", .possible)
    }

    /// Reads the article.
    ///
    /// - Throws: ``ConversionError`` with the code `emptySource` where there is nothing but white space.
    public func read(
        _ request: ReadRequest,
        reporting diagnostics: inout Diagnostics
    ) throws(ConversionError) -> [Article] {
        let decoded = TextDecoding.decode(request.source.bytes, declaredBy: request.source.hint.charset)
        report(decoded, to: &diagnostics)
        var layout = TextLayout(of: decoded.utf8.span)
        guard !layout.lines.isEmpty else {
            throw ConversionError(
                .emptySource,
                "\"\(request.source.name)\" holds nothing but white space: there is nothing to convert."
            )
        }
        if layout.droppedControls > 0 {
            diagnostics.warn("controls-dropped", "Dropped \(layout.droppedControls) control characters from the text.")
        }
        let scripts = ScriptCounts(of: decoded.utf8.span)
        layout.classify(in: scripts.dominant)
        var article = layout.article(reporting: &diagnostics)
        let statistics = Origin(.textStatistics, at: "text")
        article.metadata.language.add(LanguageIdentifier.identify(decoded.utf8.span).tag, from: statistics)
        if let direction = TextDirection.majority(of: scripts) {
            article.metadata.direction.add(direction, from: statistics)
        }
        return [article]
    }

    private func report(_ decoded: DecodedText, to diagnostics: inout Diagnostics) {
        if decoded.evidence == .fallback {
            diagnostics.note(
                "encoding-assumed",
                "The text is not UTF-8 and does not say what it is; read as \(decoded.encoding)."
            )
        }
        if decoded.repairs > 0 {
            diagnostics.warn(
                "invalid-bytes",
                "\(decoded.repairs) byte sequences are no \(decoded.encoding); U+FFFD stands for each."
            )
        }
    }
}
