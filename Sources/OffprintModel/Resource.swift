/// A file that an article refers to: an image, most often.
public struct Resource: Sendable, Hashable, Identifiable {
    /// The name by which an article refers to a resource.
    public struct ID: Sendable, Hashable, RawRepresentable, ExpressibleByStringLiteral {
        /// The name itself.
        public var rawValue: String

        /// Creates an identifier from its name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Creates an identifier from a literal.
        public init(stringLiteral value: String) { rawValue = value }
    }

    /// Where the bytes of a resource are.
    public enum Location: Sendable, Hashable {
        /// The bytes themselves.
        case bytes([UInt8])
        /// A file, by a path relative to the source.
        case file(path: String)
        /// An address on a network.
        ///
        /// Nothing in the library opens it.
        case remote(url: String)
    }

    /// The name by which the article refers to it.
    public var id: ID
    /// Its media type, such as `image/jpeg`; `nil` where nobody says.
    public var mediaType: String?
    /// Where its bytes are.
    public var location: Location

    /// Creates a resource.
    public init(id: ID, mediaType: String? = nil, location: Location) {
        self.id = id
        self.mediaType = mediaType
        self.location = location
    }
}
