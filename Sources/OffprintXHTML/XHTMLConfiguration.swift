public import OffprintModel

/// What an output wants of its markup.
public struct XHTMLConfiguration: Sendable {
    /// How headings get their level.
    public enum Headings: Sendable, Hashable {
        /// The article's own level plus a number.
        case shifted(by: Int)
        /// Levels follow the nesting, the first one below the given level, and none is skipped: for a page that
        /// assistive technology walks by its headings.
        case nested(below: Int)
    }

    /// How footnotes are marked.
    public enum Footnotes: Sendable, Hashable {
        /// With `epub:type` besides the roles, so that an EPUB reader shows them as popups.
        case epub
        /// With roles alone.
        case plain
    }

    /// What the markup is to be read as.
    public var syntax: XMLBuffer.Syntax
    /// How headings get their level.
    public var headings: Headings
    /// How footnotes are marked.
    public var footnotes: Footnotes
    /// What every `id` begins with, for pages that hold several articles; letters, digits and hyphens.
    public var idPrefix: String
    /// The address to show an image from.
    ///
    /// `nil` where it cannot be shown: its alternative text and a link stand in for it.
    public var imageAddress: @Sendable (ImageReference) -> String?
    /// Why an image cannot be shown, in words that follow "because"; `nil` where there is no more to say.
    public var imageObstacle: @Sendable (ImageReference) -> String?

    /// Creates a configuration.
    ///
    /// Without more, headings stay as they are and images are shown from their own addresses.
    public init(
        syntax: XMLBuffer.Syntax = .xml,
        headings: Headings = .shifted(by: 0),
        footnotes: Footnotes = .plain,
        idPrefix: String = "",
        imageAddress: @escaping @Sendable (ImageReference) -> String? = { $0.url.flatMap { LinkTarget($0).address } },
        imageObstacle: @escaping @Sendable (ImageReference) -> String? = { _ in nil }
    ) {
        self.syntax = syntax
        self.headings = headings
        self.footnotes = footnotes
        self.idPrefix = idPrefix
        self.imageAddress = imageAddress
        self.imageObstacle = imageObstacle
    }
}

/// A piece of a page.
public struct XHTMLFragment: Sendable, Hashable {
    /// The markup: well-formed XHTML (HTML where that was asked for), without a root of its own.
    public var bytes: [UInt8]
    /// Whether it holds MathML.
    public var containsMathML: Bool
    /// The addresses of the images it shows, each once, in order.
    public var images: [String]
    /// Whether it shows an image of which the source does not say what it shows.
    public var lacksAlternativeText: Bool
}
