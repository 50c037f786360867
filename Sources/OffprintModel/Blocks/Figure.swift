/// One or more images with a caption and a credit.
public struct Figure: Sendable, Hashable {
    /// The images; empty where the source has only their caption.
    public var images: [ImageReference]
    /// What the images show.
    public var caption: [Inline]
    /// Who made or supplied them, as printed.
    public var credit: String?

    /// Creates a figure.
    public init(images: [ImageReference] = [], caption: [Inline] = [], credit: String? = nil) {
        self.images = images
        self.caption = caption
        self.credit = credit
    }
}

/// An image, by its address or as a resource of the article.
public struct ImageReference: Sendable, Hashable {
    /// Its address: absolute where the source allowed to resolve it.
    public var url: String?
    /// The resource of the article that holds it, where there is one.
    public var resource: Resource.ID?
    /// What it shows, for who cannot see it; empty for decoration, `nil` where the source does not say.
    public var alternativeText: String?
    /// Its title, as shown by a pointer at rest.
    public var title: String?
    /// Its width in pixels.
    public var width: Int?
    /// Its height in pixels.
    public var height: Int?

    /// Creates a reference.
    public init(
        url: String? = nil,
        resource: Resource.ID? = nil,
        alternativeText: String? = nil,
        title: String? = nil,
        width: Int? = nil,
        height: Int? = nil
    ) {
        self.url = url
        self.resource = resource
        self.alternativeText = alternativeText
        self.title = title
        self.width = width
        self.height = height
    }
}
