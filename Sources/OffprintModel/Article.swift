/// A news article: what it says, what is claimed about it, and the files it refers to.
///
/// Every reader produces an `Article` and every writer consumes one. It is a value: comparing it is exact, passing it
/// across tasks is safe, and nothing in it does I/O.
public struct Article: Sendable, Hashable {
    /// What is claimed about the article, each claim with its origin.
    public var metadata: Metadata
    /// The body in reading order, without the title, byline and date lines, which are metadata.
    public var body: [Block]
    /// The images and other files that the body or the metadata refer to, by identifier.
    public var resources: [Resource.ID: Resource]

    /// Creates an article; each part is empty unless given.
    public init(metadata: Metadata = Metadata(), body: [Block] = [], resources: [Resource.ID: Resource] = [:]) {
        self.metadata = metadata
        self.body = body
        self.resources = resources
    }
}
