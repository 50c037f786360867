import Offprint
import OffprintInterchange
import OffprintXHTML

/// Writes one article as plain text that is good to read: title, byline and date, the body, and its footnotes.
struct PlainTextWriter: Writer {
    let format = Format.text

    func write(_ request: WriteRequest, reporting diagnostics: inout Diagnostics) -> Rendition {
        var rendering = TextRendering(request.options, diagnostics)
        for entry in request.entries {
            let frame = ArticleFrame(entry.article)
            let hasHeader = request.options.isOn("header", default: true)
            if hasHeader {
                header(entry.article.metadata, frame, to: &rendering)
                frame.reportMarks(to: &rendering.diagnostics)
            }
            rendering.body(
                hasHeader ? frame.body : entry.article.body,
                offset: hasHeader ? frame.leadingBlocks : 0
            )
            if hasHeader { footer(entry.article.metadata, frame, to: &rendering) }
            rendering.diagnostics.loseFields(
                [
                    .description, .tags, .sections, .identifiers, .images, .modified, .expires, .kind, .access, .notes,
                    .slug, .priority,
                ],
                of: entry.article.metadata,
                in: "Plain text"
            )
        }
        diagnostics = rendering.diagnostics
        return Rendition(rendering.text)
    }

    private func header(_ metadata: Metadata, _ frame: ArticleFrame, to rendering: inout TextRendering) {
        rendering.piece(frame.headline ?? "")
        rendering.piece(metadata.subtitle.best?.onOneLine ?? "")
        rendering.piece(frame.byline ?? "")
        let dateline =
            [metadata.published.best?.visibleText] + (metadata.places.best ?? []).map(\.onOneLine)
            + [metadata.publisher.best?.name.onOneLine, metadata.kicker.best?.onOneLine]
        rendering.piece(dateline.compactMap(\.self).joined(separator: " · "))
        rendering.piece(frame.notice ?? "")
    }

    private func footer(_ metadata: Metadata, _ frame: ArticleFrame, to rendering: inout TextRendering) {
        rendering.piece(frame.credits.joined(separator: ", "))
        rendering.piece(metadata.rights.best?.onOneLine ?? "")
        rendering.line(metadata.url.best.flatMap { LinkTarget($0).address } ?? "")
    }
}

extension Format {
    /// Plain text, as it is read and written.
    static let text = Format(
        id: "text",
        name: "Plain text",
        fileExtensions: ["txt", "text"],
        mediaTypes: ["text/plain"],
        content: .words
    )
}
