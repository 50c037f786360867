import Offprint
import OffprintIdentity

/// An image of the book.
struct EmbeddedImage: Hashable {
    /// Its file, beside the package document.
    let file: String
    let id: String
    let format: ImageFormat
    let bytes: [UInt8]

    /// Named by its content, so that neither the order of a dictionary nor a hostile name reaches the archive.
    init(_ bytes: [UInt8], _ format: ImageFormat) {
        let name = SHA1.hexadecimal(of: bytes).prefix(20)
        file = "images/\(name).\(format.fileExtension)"
        id = "image-\(name)"
        self.format = format
        self.bytes = bytes
    }

    static func == (left: Self, right: Self) -> Bool { left.file == right.file }
    func hash(into hasher: inout Hasher) { hasher.combine(file) }
}

/// The images of all articles; what several hold is kept once.
struct ImageStore {
    /// Why an image that is there is not put into the book.
    enum Refusal: String {
        case format = "its bytes are no JPEG, PNG, GIF, WebP or harmless SVG"
        case profile = "Kindle does not show its format"
        case size = "it has more than 32 MiB"
    }

    private static let sizeLimit = 32 << 20

    private let profile: BookSettings.Profile
    private var known: [String: EmbeddedImage] = [:]
    /// A few of each size: many addresses may lead to one file, and comparing takes less time than naming.
    private var bySize: [Int: [EmbeddedImage]] = [:]

    init(for profile: BookSettings.Profile) { self.profile = profile }

    /// The images among an article's resources that may be embedded.
    mutating func embed(_ article: Article) -> ArticleImages {
        var images = ArticleImages()
        for (id, resource) in article.resources {
            guard case .bytes(let bytes) = resource.location else { continue }
            if let same = bySize[bytes.count]?.first(where: { $0.bytes == bytes }) {
                images.add(same, as: id)
                continue
            }
            switch check(bytes) {
            case .success(let format):
                let image = EmbeddedImage(bytes, format)
                let kept = known[image.file] ?? image
                known[image.file] = kept
                if bySize[bytes.count, default: []].count < 4 { bySize[bytes.count, default: []].append(kept) }
                images.add(kept, as: id)
            case .failure(let refusal): images.refuse(id, refusal)
            }
        }
        return images
    }

    private func check(_ bytes: [UInt8]) -> Result<ImageFormat, Refusal> {
        guard bytes.count <= Self.sizeLimit else { return .failure(.size) }
        guard let format = ImageFormat(of: bytes) else { return .failure(.format) }
        switch format {
        case .jpeg, .png, .gif: return .success(format)
        case .webP, .svg: return profile == .kindle ? .failure(.profile) : .success(format)
        }
    }
}

extension ImageStore.Refusal: Error {}

/// The images of one article that are in the book.
struct ArticleImages: Sendable {
    private var byID: [Resource.ID: EmbeddedImage] = [:]
    private var refused: [Resource.ID: ImageStore.Refusal] = [:]
    private(set) var byFile: [String: EmbeddedImage] = [:]

    mutating func add(_ image: EmbeddedImage, as id: Resource.ID) {
        byID[id] = image
        byFile[image.file] = image
    }

    mutating func refuse(_ id: Resource.ID, _ refusal: ImageStore.Refusal) { refused[id] = refusal }

    /// The image that a reference means; a resource may go by the image's address.
    subscript(reference: ImageReference) -> EmbeddedImage? {
        if let id = reference.resource, let image = byID[id] { return image }
        return reference.url.flatMap { byID[Resource.ID(rawValue: $0)] }
    }

    /// Why an image is not in the book though its bytes are there.
    func refusal(of reference: ImageReference) -> String? {
        let ids = [reference.resource, reference.url.map { Resource.ID(rawValue: $0) }].compactMap { $0 }
        return ids.lazy.compactMap { refused[$0]?.rawValue }.first
    }

    /// The image to put on the cover: the lead picture, else the first of the body, if every shop shows its format
    /// and it is no strip and no stamp.
    func lead(of article: Article) -> EmbeddedImage? {
        guard !byFile.isEmpty else { return nil }
        var references = (article.metadata.images.best ?? []).map(\.image)
        article.body.walk { block, _ in
            if case .figure(let figure) = block { references += figure.images }
        }
        return references.lazy.compactMap { self[$0] }.first { image in
            guard image.format.isForCovers, let size = ImageFormat.size(of: image.bytes) else { return false }
            let (short, long) = (min(size.width, size.height), max(size.width, size.height))
            return short >= 200 && long <= 3 * short
        }
    }
}
