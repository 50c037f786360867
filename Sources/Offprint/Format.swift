/// A file format, and how to recognise it by name.
public struct Format: Sendable, Hashable, Identifiable {
    /// The short name by which people and scripts call a format, such as `newsml-g2`.
    public struct ID: Sendable, Hashable, RawRepresentable, ExpressibleByStringLiteral, CustomStringConvertible {
        /// The name itself.
        public let rawValue: String

        /// Creates an identifier from its name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Creates an identifier from a literal.
        public init(stringLiteral value: String) { rawValue = value }

        /// The name itself.
        public var description: String { rawValue }
    }

    /// How many articles a file of the format holds.
    public enum Capacity: String, Sendable, Hashable {
        /// One.
        case one
        /// Any number, put together by the writer.
        case many
        /// Any number, one record behind the other: renditions that follow each other are a rendition.
        ///
        /// Hosts append such files as they go, so that memory stays flat over a million articles.
        case lines
    }

    /// What of an article a file of the format is for.
    public enum Content: String, Sendable, Hashable {
        /// All of it: what does not fit is a loss.
        case article
        /// Its words and what is known about it: nobody looks for marks, links and layout there.
        case words
        /// What is known about it, as a reference list has it; nobody looks for the body there.
        case metadata
    }

    /// The short name.
    public let id: ID
    /// The full name.
    public let name: String
    /// The usual extensions of its files, without the dot, the one for new files first.
    public let fileExtensions: [String]
    /// Its media types, the registered one first.
    public let mediaTypes: [String]
    /// How many articles a file holds.
    public let capacity: Capacity
    /// What of an article it is for.
    public let content: Content
    /// Whether its files are text that a terminal can show.
    public let isText: Bool
    /// Whether its files hold the images themselves: hosts then look for their bytes before they write.
    public let holdsImages: Bool

    /// Creates a format.
    public init(
        id: ID,
        name: String,
        fileExtensions: [String],
        mediaTypes: [String],
        capacity: Capacity = .one,
        content: Content = .article,
        isText: Bool = true,
        holdsImages: Bool = false
    ) {
        self.id = id
        self.name = name
        self.fileExtensions = fileExtensions
        self.mediaTypes = mediaTypes
        self.capacity = capacity
        self.content = content
        self.isText = isText
        self.holdsImages = holdsImages
    }
}
