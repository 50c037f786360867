import Offprint
import OffprintInterchange
import OffprintXHTML

/// Where a page shows its images from.
struct PageImages: Sendable {
    /// What the user chose.
    enum Source: String {
        /// Their own addresses; what has none and whose bytes the article holds is put into the page.
        case link
        /// The page itself, where the article holds their bytes.
        case embed
        /// Nowhere.
        case no
    }

    private let resources: [Resource.ID: Resource]
    private let source: Source

    init(_ article: Article, _ source: Source) {
        resources = article.resources
        self.source = source
    }

    /// The address to show an image from; `nil` where it is not shown.
    func address(of image: ImageReference) -> String? {
        switch source {
        case .no: nil
        case .link: linked(image) ?? embedded(image)
        case .embed: embedded(image) ?? linked(image)
        }
    }

    private func linked(_ image: ImageReference) -> String? {
        if let address = image.url.flatMap({ LinkTarget($0).address }) { return address }
        guard case .remote(let url)? = image.resource.flatMap({ resources[$0] })?.location else { return nil }
        return LinkTarget(url).address
    }

    /// The image as a `data:` address; drawings stay out, for they may hold scripts.
    private func embedded(_ image: ImageReference) -> String? {
        let ids = [image.resource, image.url.map(Resource.ID.init(rawValue:))].compactMap(\.self)
        for id in ids {
            guard case .bytes(let bytes)? = resources[id]?.location, let type = ImageSignature.mediaType(of: bytes),
                type != "image/svg+xml"
            else { continue }
            return "data:\(type);base64," + Base64.text(of: bytes)
        }
        return nil
    }
}
