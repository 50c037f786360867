import Offprint
import OffprintInterchange
import OffprintXHTML

/// The head of a page: what people, search engines and social networks read of it.
struct PageHead {
    private let article: Article
    private let title: String
    private var metadata: Metadata { article.metadata }

    init(_ article: Article, title: String) {
        self.article = article
        self.title = title
    }

    func write(to out: inout XMLBuffer) {
        out.markup("<head>\n<meta charset=\"utf-8\">\n")
        out.element("title", text: title)
        out.newline()
        named("viewport", "width=device-width, initial-scale=1", &out)
        named("description", metadata.description.best, &out)
        for author in metadata.authors.best ?? [] { named("author", author.name, &out) }
        let tags = (metadata.tags.best ?? []).compactMap(\.name.onOneLine)
        named("keywords", tags.isEmpty ? nil : tags.joined(separator: ", "), &out)
        named("robots", metadata.status.best == .canceled ? "noindex" : nil, &out)
        let address = metadata.url.best.flatMap(Self.webAddress)
        if let address {
            out.empty("link", ["rel": "canonical", "href": address])
            out.newline()
        }
        openGraph(address, &out)
        articleProperties(tags, &out)
        // The object escapes every `<`, so that no text of the article can end the element.
        out.markup("<script type=\"application/ld+json\">")
        out.markup(ArticleJSONLD.script(for: article))
        out.markup("</script>\n<style>\n")
        out.markup(PageStyle.text)
        out.markup("</style>\n</head>\n")
    }

    private func openGraph(_ address: String?, _ out: inout XMLBuffer) {
        property("og:type", "article", &out)
        property("og:title", metadata.title.best, &out)
        property("og:url", address, &out)
        property("og:description", metadata.description.best, &out)
        property("og:site_name", metadata.publisher.best?.name, &out)
        for picture in metadata.images.best ?? [] {
            guard let address = picture.image.url.flatMap(Self.webAddress) else { continue }
            property("og:image", address, &out)
            property("og:image:width", picture.image.width.flatMap { $0 > 0 ? String($0) : nil }, &out)
            property("og:image:height", picture.image.height.flatMap { $0 > 0 ? String($0) : nil }, &out)
            property("og:image:alt", picture.image.alternativeText, &out)
        }
    }

    private func articleProperties(_ tags: [String], _ out: inout XMLBuffer) {
        property("article:published_time", metadata.published.best?.description, &out)
        property("article:modified_time", metadata.modified.best?.description, &out)
        property("article:expiration_time", metadata.expires.best?.description, &out)
        for section in metadata.sections.best ?? [] { property("article:section", section, &out) }
        for tag in tags { property("article:tag", tag, &out) }
    }

    private func named(_ name: String, _ content: String?, _ out: inout XMLBuffer) {
        meta("name", name, content, &out)
    }

    private func property(_ name: String, _ content: String?, _ out: inout XMLBuffer) {
        meta("property", name, content, &out)
    }

    private func meta(_ kind: String, _ name: String, _ content: String?, _ out: inout XMLBuffer) {
        guard let content = content?.onOneLine else { return }
        out.empty("meta", [kind: name, "content": content])
        out.newline()
    }

    /// An address of the web; a mailbox is none that a page has.
    private static func webAddress(_ text: String) -> String? {
        guard let address = LinkTarget(text).address, address.hasPrefix("http") else { return nil }
        return address
    }
}
