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

    /// The most bytes of images in a page: an image is in it as often as it is shown.
    private static let sizeLimit = 256 << 20

    private let resources: [Resource.ID: Resource]
    private let source: Source
    /// The images for which there is no room.
    private let crowdedOut: Set<ImageReference>

    init(_ article: Article, _ source: Source) {
        resources = article.resources
        self.source = source
        crowdedOut = source == .no ? [] : Self.crowdedOut(of: article)
    }

    /// The images that come after those which fill a page.
    private static func crowdedOut(of article: Article) -> Set<ImageReference> {
        guard !article.resources.isEmpty else { return [] }
        var left = sizeLimit
        var crowdedOut: Set<ImageReference> = []
        func show(_ image: ImageReference) {
            guard let bytes = bytes(of: image, in: article.resources).first, !crowdedOut.contains(image) else { return }
            if bytes.count > left { crowdedOut.insert(image) } else { left -= bytes.count }
        }
        article.body.walk { block, _ in
            if case .figure(let figure) = block { figure.images.forEach(show) }
            for inlines in block.inlines {
                inlines.walk { if case .image(let image) = $0 { show(image) } }
            }
        }
        return crowdedOut
    }

    /// The address to show an image from; `nil` where it is not shown.
    func address(of image: ImageReference) -> String? {
        switch source {
        case .no: nil
        case .link: linked(image) ?? embedded(image)
        case .embed: embedded(image) ?? linked(image)
        }
    }

    /// Why an image is not shown.
    func obstacle(of image: ImageReference) -> String {
        if source == .no { return "html.images is \"no\"" }
        if crowdedOut.contains(image) { return "those before it fill the \(Self.sizeLimit >> 20) MiB of a page" }
        guard Self.bytes(of: image, in: resources).isEmpty else {
            return "its bytes are no JPEG, PNG, GIF, WebP or AVIF, and an SVG may hold scripts"
        }
        return image.absence(in: resources)
    }

    private func linked(_ image: ImageReference) -> String? {
        if let address = image.url.flatMap({ LinkTarget($0).address }) { return address }
        guard case .remote(let url)? = image.resource.flatMap({ resources[$0] })?.location else { return nil }
        return LinkTarget(url).address
    }

    /// The image as a `data:` address; drawings stay out, for they may hold scripts.
    private func embedded(_ image: ImageReference) -> String? {
        guard !crowdedOut.contains(image) else { return nil }
        for bytes in Self.bytes(of: image, in: resources) {
            guard let type = ImageSignature.mediaType(of: bytes), type != "image/svg+xml" else { continue }
            return "data:\(type);base64," + Base64.text(of: bytes)
        }
        return nil
    }

    /// What the article holds under the image's name and under its address.
    private static func bytes(of image: ImageReference, in resources: [Resource.ID: Resource]) -> [[UInt8]] {
        [image.resource, image.url.map(Resource.ID.init(rawValue:))].compactMap { id in
            guard case .bytes(let bytes)? = id.flatMap({ resources[$0] })?.location else { return nil }
            return bytes
        }
    }
}
