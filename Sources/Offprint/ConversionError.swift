/// What stopped a conversion.
///
/// The message names the thing, the place and what to do next.
public struct ConversionError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kind of failure.
    ///
    /// A struct, so that new kinds break nobody.
    public struct Code: Sendable, Hashable, RawRepresentable {
        /// Its stable name, such as `unknown-format`.
        public let rawValue: String

        /// Creates a code from its name: for plugins that have failures of their own.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Nothing reads or writes the format that was asked for.
        public static let unknownFormat = Code(rawValue: "unknown-format")
        /// Nothing recognises the source.
        public static let unrecognizedSource = Code(rawValue: "unrecognized-source")
        /// Two plugins claim one format, transform or option.
        public static let conflict = Code(rawValue: "conflict")
        /// There is no such option, or it does not take that value.
        public static let invalidOption = Code(rawValue: "invalid-option")
        /// There is no such transform.
        public static let unknownTransform = Code(rawValue: "unknown-transform")
        /// The source is not what its format asks for.
        public static let malformedSource = Code(rawValue: "malformed-source")
        /// The source holds no article.
        public static let emptySource = Code(rawValue: "empty-source")
        /// The source passes one of ``Limits``.
        public static let limitExceeded = Code(rawValue: "limit-exceeded")
        /// The writer's format does not hold as many articles.
        public static let tooManyArticles = Code(rawValue: "too-many-articles")
    }

    /// The kind of failure.
    public let code: Code
    /// What happened, for a person.
    public let message: String
    /// The line of the source, counted from 1, where it is known.
    public let line: Int?

    /// Creates an error.
    public init(_ code: Code, _ message: String, line: Int? = nil) {
        self.code = code
        self.message = message
        self.line = line
    }

    /// The message.
    public var description: String { message }
}
