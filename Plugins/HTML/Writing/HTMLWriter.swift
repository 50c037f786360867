import Offprint
import OffprintInterchange
import OffprintLanguage
import OffprintXHTML

/// Writes one article as a page that stands alone: its metadata in the head, readable without a script.
struct HTMLWriter: Writer {
    let format = Format.html

    func write(_ request: WriteRequest, reporting diagnostics: inout Diagnostics) -> Rendition {
        var out = XMLBuffer(.html)
        // The pipeline gives one; a program that gives more gets their pages one behind the other.
        for entry in request.entries {
            page(entry.article, request.options, to: &out, reporting: &diagnostics)
        }
        return Rendition(out.bytes)
    }

    private func page(
        _ article: Article,
        _ options: OptionValues,
        to out: inout XMLBuffer,
        reporting diagnostics: inout Diagnostics
    ) {
        let frame = ArticleFrame(article)
        frame.reportMarks(to: &diagnostics)
        let images = PageImages(article, PageImages.Source(rawValue: options["images"] ?? "") ?? .link)
        let language = article.metadata.language.best.flatMap(LanguageTag.wellFormed)
        let direction =
            article.metadata.direction.best
            ?? TextDirection.majority(of: Array((frame.headline ?? article.body.plainText).utf8).span)
        out.markup("<!DOCTYPE html>\n")
        out.open("html", ["lang": language == "und" ? nil : language, "dir": direction?.rawValue])
        out.newline()
        PageHead(article, title: frame.pageTitle).write(to: &out)
        out.markup("<body>\n<main>\n<article>\n")
        frame.header(to: &out)
        let configuration = XHTMLConfiguration(
            syntax: .html,
            headings: .nested(below: 1),
            imageAddress: { images.address(of: $0) },
            imageObstacle: { images.obstacle(of: $0) }
        )
        let renderer = XHTMLRenderer(configuration)
        out.markup(renderer.render(frame.body, offset: frame.leadingBlocks, reporting: &diagnostics).bytes)
        frame.footer(to: &out)
        out.markup("</article>\n</main>\n</body>\n</html>\n")
        diagnostics.loseFields([.notes, .slug, .priority], of: article.metadata, in: "A page")
    }
}

extension Format {
    /// HTML, as it is read and written.
    static let html = Format(
        id: "html",
        name: "HTML",
        fileExtensions: ["html", "htm", "xhtml", "shtml"],
        mediaTypes: ["text/html", "application/xhtml+xml"],
        holdsImages: true
    )
}
