import Offprint
import OffprintIdentity

/// An image of the book.
struct EmbeddedImage: Hashable {
    /// Its file, beside the package document.
    let file: String
    let id: String
    let format: ImageFormat
    let bytes: [UInt8]

    static func == (left: Self, right: Self) -> Bool { left.file == right.file }
    func hash(into hasher: inout Hasher) { hasher.combine(file) }
}

/// The images of all articles; what several hold is kept once.
struct ImageStore {
    private var known: [String: EmbeddedImage] = [:]

    /// The images among an article's resources that may be embedded.
    mutating func embed(_ article: Article) -> ArticleImages {
        var images: [Resource.ID: EmbeddedImage] = [:]
        for (id, resource) in article.resources {
            guard case .bytes(let bytes) = resource.location, let format = ImageFormat(of: bytes) else { continue }
            // Named by its content, so that neither the order of a dictionary nor a hostile name reaches the archive.
            let name = SHA1.hexadecimal(of: bytes)
            let image =
                known[name]
                ?? EmbeddedImage(
                    file: "images/\(name.prefix(20)).\(format.fileExtension)",
                    id: "image-\(name.prefix(20))",
                    format: format,
                    bytes: bytes
                )
            known[name] = image
            images[id] = image
        }
        return ArticleImages(byID: images)
    }
}

/// The images of one article that are in the book.
struct ArticleImages: Sendable {
    private let byID: [Resource.ID: EmbeddedImage]
    let byFile: [String: EmbeddedImage]

    init(byID: [Resource.ID: EmbeddedImage]) {
        self.byID = byID
        byFile = Dictionary(byID.values.map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The image that a reference means; a resource may go by the image's address.
    subscript(reference: ImageReference) -> EmbeddedImage? {
        if let id = reference.resource, let image = byID[id] { return image }
        return reference.url.flatMap { byID[Resource.ID(rawValue: $0)] }
    }

    /// The image to put on the cover: the lead picture, else the first of the body, if every shop shows its format.
    func lead(of article: Article) -> EmbeddedImage? {
        guard !byFile.isEmpty else { return nil }
        var references = (article.metadata.images.best ?? []).map(\.image)
        article.body.walk { block, _ in
            if case .figure(let figure) = block { references += figure.images }
        }
        return references.lazy.compactMap { self[$0] }.first { $0.format == .jpeg || $0.format == .png }
    }
}
