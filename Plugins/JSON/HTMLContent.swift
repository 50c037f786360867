import Offprint
import OffprintInterchange
import OffprintXHTML

/// The body of an article as HTML within a value of JSON.
enum HTMLContent {
    /// The markup; what it cannot carry is reported.
    static func text(of article: Article, reporting diagnostics: inout Diagnostics) -> String {
        let resources = article.resources
        let configuration = XHTMLConfiguration(imageAddress: { image in
            WebImage.address(of: image, resources: resources)
        })
        let body = XHTMLRenderer(configuration).render(article.body, reporting: &diagnostics)
        var text = String(decoding: body.bytes, as: UTF8.self)
        while text.utf8.last == 0x0A { text.removeLast() }
        // The value stands alone: no page around it says which way its text runs.
        guard article.metadata.direction.best == .rightToLeft, !text.isEmpty else { return text }
        return "<div dir=\"rtl\">\n\(text)\n</div>"
    }
}

/// An image that others can fetch.
enum WebImage {
    /// Its address on the web; `nil` where it has none.
    static func address(of image: ImageReference, resources: [Resource.ID: Resource]) -> String? {
        if let address = image.url.flatMap(webAddress) { return address }
        guard case .remote(let url)? = image.resource.flatMap({ resources[$0] })?.location else { return nil }
        return webAddress(url)
    }
}

/// The address, made valid, where it is one of the web; `nil` for any other.
func webAddress(_ text: String) -> String? {
    guard let address = LinkTarget(text).address, address.hasPrefix("http") else { return nil }
    return address
}
