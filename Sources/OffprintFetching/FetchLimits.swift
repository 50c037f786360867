/// The bounds of fetching, so that no page can make a run fetch without end.
public struct FetchLimits: Sendable, Hashable {
    /// How large one image may be, in bytes.
    public var imageBytes = 16 << 20
    /// How large the images of one article may be together, in bytes.
    public var articleBytes = 64 << 20
    /// How many images of one article are fetched.
    public var images = 200
    /// How many redirects are followed for one image.
    public var redirects = 5
    /// How many seconds one image may take, redirects included.
    public var seconds = 20.0
    /// How many seconds the images of one article may take before no more are asked for.
    public var articleSeconds = 120.0
    /// How many seconds a connection may take to come about.
    public var connectSeconds = 5.0
    /// How many images are fetched at once.
    public var parallel = 4

    /// Creates the usual bounds.
    public init() {}
}
