import Offprint
import OffprintXHTML

/// The page of one article: its head matter, its body, and who may use it.
struct ArticlePage {
    let title: String
    let language: String
    let direction: Direction
    let bytes: [UInt8]
    let containsMathML: Bool
    let lacksAlternativeText: Bool
    /// The images that it shows.
    let images: [EmbeddedImage]

    init(_ article: Article, images: ArticleImages, reporting diagnostics: inout Diagnostics) {
        let metadata = article.metadata
        language = metadata.language.best.flatMap(LanguageTag.wellFormed) ?? "und"
        direction = metadata.direction.best ?? Script.direction(of: language)
        let frame = ArticleFrame(article)
        title = frame.pageTitle
        let resources = article.resources
        frame.reportMarks(to: &diagnostics)
        let configuration = XHTMLConfiguration(
            headings: .nested(below: 1),
            footnotes: .epub,
            imageAddress: { images[$0]?.file },
            imageObstacle: { images.refusal(of: $0) ?? $0.absence(in: resources) }
        )
        let renderer = XHTMLRenderer(configuration)
        let content = renderer.render(frame.body, offset: frame.leadingBlocks, reporting: &diagnostics)
        containsMathML = content.containsMathML
        lacksAlternativeText = content.lacksAlternativeText
        self.images = content.images.compactMap { images.byFile[$0] }
        var out = PageShell.start(title: title, language: language, direction: direction)
        out.markup("<main>\n<article>\n")
        frame.header(to: &out, standIn: title)
        out.markup(content.bytes)
        frame.footer(to: &out)
        out.markup("</article>\n</main>\n")
        PageShell.end(&out)
        bytes = out.bytes
    }
}
