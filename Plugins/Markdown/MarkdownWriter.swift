public import Offprint

/// Writes an article as Markdown: front matter, the title, the body, the footnotes.
public struct MarkdownWriter: Writer {
    /// Creates the writer.
    public init() {}

    /// Markdown; a file holds one article.
    public var format: Format {
        Format(
            id: "markdown",
            name: "Markdown",
            fileExtensions: ["md", "markdown"],
            mediaTypes: ["text/markdown"],
            capacity: .one
        )
    }

    /// Writes the article of a request.
    ///
    /// The file ends with one line end and never begins with a blank line.
    ///
    /// - Throws: ``ConversionError`` with the code `too-many-articles` unless there is one article.
    public func write(
        _ request: WriteRequest,
        reporting diagnostics: inout Diagnostics
    ) throws(ConversionError) -> Rendition {
        guard request.entries.count == 1, let article = request.entries.first?.article else {
            throw ConversionError(
                .tooManyArticles,
                "A Markdown file holds one article, and here are \(request.entries.count). "
                    + "Write each to a file of its own."
            )
        }
        let dialect = Dialect(request.options)
        var composer = Composer(dialect, article)
        composer.out.reserveCapacity(16_384)
        composer.frontMatter(article.metadata)
        composer.document(article)
        composer.losses.report(to: &diagnostics)
        return Rendition(composer.out)
    }
}
