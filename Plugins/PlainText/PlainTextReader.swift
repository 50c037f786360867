public import Offprint
import OffprintEncoding
import OffprintLanguage

/// Reads plain text: the copy of an agency, a press release, a mail, a saved page.
///
/// The layout tells what a line is: a short line over long ones is a headline, a short line between long ones a
/// crosshead. Copy in the envelope of IPTC 7901 or ANPA 1312 and mail say more themselves. What no rule is sure of
/// stays a paragraph, and nothing is made up: a text that names no author, date or agency has none.
public struct PlainTextReader: Reader {
    /// Plain text.
    public let formats = [Format.text]

    /// Creates a reader.
    public init() {}

    /// Takes whatever looks like text and is no markup; a name that says text or an agency's envelope makes it likely.
    public func recognize(_ prefix: Span<UInt8>, hint: SourceHint) -> Recognition {
        if WireMessage.opens(prefix) { return Recognition("text", .likely) }
        guard TextRecognition.looksLikeText(prefix) else { return .none }
        let byName = recognize(by: hint)
        return byName.certainty > .possible ? byName : Recognition("text", .possible)
    }

    /// Reads the article; a file of several wire messages has as many.
    ///
    /// - Throws: ``ConversionError`` with the code `emptySource` where there is no text, and with
    ///   `invalidOption` where `text.encoding` names no encoding.
    public func read(
        _ request: ReadRequest,
        reporting diagnostics: inout Diagnostics
    ) throws(ConversionError) -> [Article] {
        let decoded = try decode(request)
        report(decoded, to: &diagnostics)
        let text = decoded.utf8.span
        var articles: [Article] = []
        let messages = WireMessage.messages(in: text)
        if messages.count == WireMessage.most {
            diagnostics.lose("messages-left-out", "Only the first \(messages.count) messages of the source were read.")
        }
        for message in messages {
            let copy = Copy(message, reporting: &diagnostics)
            if let article = article(of: copy, reporting: &diagnostics) { articles.append(article) }
        }
        if articles.isEmpty, let copy = Copy(mail: text, reporting: &diagnostics),
            let article = article(of: copy, reporting: &diagnostics)
        {
            articles.append(article)
        }
        if articles.isEmpty {
            var layout = TextLayout(of: text)
            if let article = article(of: &layout, Copy(), ScriptCounts(of: text), reporting: &diagnostics) {
                articles.append(article)
            }
        }
        guard !articles.isEmpty else {
            throw ConversionError(
                .emptySource,
                "\"\(request.source.name)\" holds no text, only white space or marks: there is nothing to convert."
            )
        }
        return articles
    }

    private func article(of copy: Copy, reporting diagnostics: inout Diagnostics) -> Article? {
        let text = copy.bytes
        var layout = TextLayout(of: text.span, first: copy.firstLine, wrapped: copy.layout)
        return article(of: &layout, copy, ScriptCounts(of: text.span), reporting: &diagnostics)
    }

    /// The article of a layout, with what its format said of it; `nil` where nothing is left.
    private func article(
        of layout: inout TextLayout,
        _ copy: Copy,
        _ scripts: ScriptCounts,
        reporting diagnostics: inout Diagnostics
    ) -> Article? {
        guard !layout.lines.isEmpty || copy.namesHeadline && !copy.metadata.title.isEmpty else { return nil }
        if layout.droppedControls > 0 {
            diagnostics.warn("controls-dropped", "Dropped \(layout.droppedControls) control characters from the text.")
        }
        layout.take(copy.roles)
        if let title = copy.metadata.title.best { layout.takeTitle(title) }
        layout.classify(in: scripts.dominant, namesHeadline: copy.namesHeadline)
        var article = layout.article(reporting: &diagnostics)
        layout.addDateline(to: &article.metadata)
        layout.addAffiliations(to: &article.metadata)
        article.metadata.add(copy.metadata)
        let statistics = Origin(.textStatistics, at: "text")
        article.metadata.language.add(layout.language ?? LanguageIdentification.undetermined.tag, from: statistics)
        if let direction = TextDirection.majority(of: scripts) {
            article.metadata.direction.add(direction, from: statistics)
        }
        return article
    }

    // MARK: Encoding

    private func decode(_ request: ReadRequest) throws(ConversionError) -> DecodedText {
        let label = request.options["encoding"] ?? ""
        guard !label.isEmpty, label != "auto" else {
            return TextDecoding.decode(request.source.bytes, declaredBy: request.source.hint.charset)
        }
        guard let decoded = TextDecoding.decode(request.source.bytes, as: label) else {
            throw ConversionError(
                .invalidOption,
                "text.encoding: \"\(label)\" names no encoding that is known here. Use a name such as windows-1251, or auto."
            )
        }
        return decoded
    }

    private func report(_ decoded: DecodedText, to diagnostics: inout Diagnostics) {
        switch decoded.evidence {
        case .statistics:
            let percent = Int((decoded.confidence * 100).rounded())
            diagnostics.note(
                "encoding-assumed",
                "The text does not say its encoding; read as \(decoded.encoding), \(percent) % sure, by its letters."
            )
        case .fallback:
            diagnostics.note(
                "encoding-assumed",
                "The text is not UTF-8 and does not say what it is; read as \(decoded.encoding)."
            )
        case .byteOrderMark, .pattern, .valid, .declared: break
        }
        if decoded.repairs > 0 {
            diagnostics.warn(
                "invalid-bytes",
                "\(decoded.repairs) byte sequences are no \(decoded.encoding); U+FFFD stands for each."
            )
        }
    }
}
