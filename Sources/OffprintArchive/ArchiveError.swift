/// What stopped the reading or writing of compressed data.
///
/// The message names the thing, the place and what to do next.
public struct ArchiveError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kind of failure.
    ///
    /// A struct, so that new kinds break nobody.
    public struct Code: Sendable, Hashable, RawRepresentable {
        /// Its stable name, such as `limit-exceeded`.
        public let rawValue: String

        /// Creates a code from its name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The bytes are not of the format they were read as.
        public static let notAnArchive = Code(rawValue: "not-an-archive")
        /// The bytes break the rules of their format.
        public static let damaged = Code(rawValue: "damaged")
        /// The bytes end early.
        public static let truncated = Code(rawValue: "truncated")
        /// The content is not what its checksum says.
        public static let badChecksum = Code(rawValue: "bad-checksum")
        /// The content passes an ``OutputLimit`` or one of ``ZipReader/Limits``.
        public static let limitExceeded = Code(rawValue: "limit-exceeded")
        /// A name is empty, too long, absolute or climbs out of its folder.
        public static let unsafeName = Code(rawValue: "unsafe-name")
        /// Two entries have one name.
        public static let duplicateName = Code(rawValue: "duplicate-name")
        /// There is no entry of that name.
        public static let noSuchEntry = Code(rawValue: "no-such-entry")
        /// The archive uses something that is not read here, such as encryption.
        public static let unsupported = Code(rawValue: "unsupported")
    }

    /// The kind of failure.
    public let code: Code
    /// What happened, for a person.
    public let message: String
    /// The byte of the input at which it showed, counted from 0, where it is known.
    public let offset: Int?

    /// Creates an error.
    public init(_ code: Code, _ message: String, offset: Int? = nil) {
        self.code = code
        self.message = message
        self.offset = offset
    }

    /// The message.
    public var description: String { message }
}
