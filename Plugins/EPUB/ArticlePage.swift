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
        var body = article.body
        title = Self.title(of: article, takenFrom: &body)
        let configuration = XHTMLConfiguration(
            headings: .nested(below: 1),
            footnotes: .epub,
            imageAddress: { images[$0]?.file }
        )
        Self.reportRefused(article, images, &diagnostics)
        let content = XHTMLRenderer(configuration).render(body, reporting: &diagnostics)
        containsMathML = content.containsMathML
        lacksAlternativeText = content.lacksAlternativeText
        self.images = content.images.compactMap { images.byFile[$0] }
        var out = PageShell.start(title: title, language: language, direction: direction)
        out.markup("<main>\n<article>\n")
        Self.header(metadata, title, &out)
        out.markup(content.bytes)
        Self.footer(metadata, &out)
        out.markup("</article>\n</main>\n")
        PageShell.end(&out)
        bytes = out.bytes
    }

    /// Says why images whose bytes are there are not in the book.
    private static func reportRefused(_ article: Article, _ images: ArticleImages, _ diagnostics: inout Diagnostics) {
        guard images.hasRefused else { return }
        for (index, block) in article.body.enumerated() {
            [block].walk { block, _ in
                var references: [ImageReference] = []
                if case .figure(let figure) = block { references = figure.images }
                for inlines in block.inlines {
                    inlines.walk { if case .image(let image) = $0 { references.append(image) } }
                }
                for image in references {
                    guard images[image] == nil, let reason = images.refusal(of: image) else { continue }
                    let name = (image.url ?? image.resource?.rawValue)?.singleLine?.prefix(100) ?? ""
                    diagnostics.lose(
                        "image-refused",
                        "The image \"\(name)\" is not in the book: \(reason).",
                        block: index
                    )
                }
            }
        }
    }

    /// The article's title; without one, its first heading (which then is not repeated), its address or its kind.
    private static func title(of article: Article, takenFrom body: inout [Block]) -> String {
        if let title = article.metadata.title.best?.singleLine { return title }
        if case .heading(_, let inlines)? = body.first, let heading = inlines.plainText.singleLine {
            let isPlain = inlines.allSatisfy { if case .text = $0 { true } else { false } }
            if isPlain { body.removeFirst() }
            return heading
        }
        return article.metadata.url.best?.singleLine ?? article.metadata.publisher.best?.name.singleLine ?? "Untitled"
    }

    private static func header(_ metadata: Metadata, _ title: String, _ out: inout XMLBuffer) {
        out.markup("<header>\n")
        line("kicker", metadata.kicker.best, &out)
        out.element("h1", text: title)
        out.newline()
        line("subtitle", metadata.subtitle.best, &out)
        line("byline", byline(metadata), &out)
        dateline(metadata, &out)
        out.markup("</header>\n")
    }

    /// The byline as printed where it names every author, else their names.
    private static func byline(_ metadata: Metadata) -> String? {
        let names = (metadata.authors.best ?? []).compactMap(\.name.singleLine)
        guard let printed = metadata.byline.best?.singleLine else {
            return names.isEmpty ? nil : names.joined(separator: ", ")
        }
        return names.allSatisfy(printed.contains) ? printed : names.joined(separator: ", ")
    }

    /// Date, place and source, on one line.
    private static func dateline(_ metadata: Metadata, _ out: inout XMLBuffer) {
        var parts: [XMLBuffer] = []
        if let date = metadata.published.best {
            parts.append(XMLBuffer())
            parts[parts.count - 1].element("time", ["datetime": date.htmlDateTime], text: date.visibleText)
        }
        if let places = metadata.places.best?.compactMap(\.singleLine), !places.isEmpty {
            parts.append(XMLBuffer())
            parts[parts.count - 1].element("span", ["class": "place"], text: places.joined(separator: ", "))
        }
        if let source = source(metadata) { parts.append(source) }
        guard let first = parts.first else { return }
        out.open("p", ["class": "dateline"])
        out.markup(first.bytes)
        for part in parts.dropFirst() {
            out.text(" · ")
            out.markup(part.bytes)
        }
        out.close("p")
        out.newline()
    }

    private static func source(_ metadata: Metadata) -> XMLBuffer? {
        let address = metadata.url.best.flatMap { LinkTarget($0).address }
        guard let name = metadata.publisher.best?.name.singleLine ?? address else { return nil }
        var source = XMLBuffer()
        source.element(address == nil ? "span" : "a", ["class": "source", "href": address], text: name)
        return source
    }

    private static func footer(_ metadata: Metadata, _ out: inout XMLBuffer) {
        let credits = (metadata.contributors.best ?? []).compactMap { contributor -> String? in
            guard let name = contributor.name.singleLine else { return nil }
            return contributor.role?.singleLine.map { "\($0): \(name)" } ?? name
        }
        let agencies = (metadata.agencies.best ?? []).compactMap(\.name.singleLine)
        let rights = metadata.rights.best?.singleLine
        guard !credits.isEmpty || !agencies.isEmpty || rights != nil else { return }
        out.markup("<footer>\n")
        line("credits", (credits + agencies).unique.joined(separator: ", "), &out)
        line("rights", rights, &out)
        out.markup("</footer>\n")
    }

    private static func line(_ name: String, _ text: String?, _ out: inout XMLBuffer) {
        guard let text = text?.singleLine else { return }
        out.element("p", ["class": name], text: text)
        out.newline()
    }
}
