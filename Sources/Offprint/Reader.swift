/// Turns a source into articles.
///
/// A reader is a pure function of its request: the same bytes give the same articles, with no clock, network or
/// environment. See <doc:WritingAReader>.
public protocol Reader: Sendable {
    /// The formats that this reader reads.
    var formats: [Format] { get }

    /// Tells which of ``formats`` a source is, and how surely.
    ///
    /// `prefix` is the start of the source, 4,096 bytes at most. The default goes by extension and media type.
    func recognize(_ prefix: Span<UInt8>, hint: SourceHint) -> Recognition

    /// Reads the articles of a source: one for a page, several for a feed or a package.
    ///
    /// Report to `diagnostics` what you can go on from.
    ///
    /// - Throws: ``ConversionError`` for what ends this source.
    func read(_ request: ReadRequest, reporting diagnostics: inout Diagnostics) throws(ConversionError) -> [Article]
}

extension Reader {
    /// Goes by extension and media type alone.
    public func recognize(_ prefix: Span<UInt8>, hint: SourceHint) -> Recognition { recognize(by: hint) }

    /// The recognition that extension and media type allow.
    public func recognize(by hint: SourceHint) -> Recognition {
        for format in formats {
            if let mediaType = hint.mediaType, format.mediaTypes.contains(mediaType) {
                return Recognition(format.id, .likely)
            }
            if let fileExtension = hint.fileExtension, format.fileExtensions.contains(fileExtension) {
                return Recognition(format.id, .likely)
            }
        }
        return .none
    }
}

/// Which format a source is, and how surely.
public struct Recognition: Sendable, Hashable {
    /// How sure a reader is.
    public enum Certainty: Int, Sendable, Hashable, Comparable {
        /// It is not one of the reader's formats.
        case none
        /// It might be: nothing speaks against it.
        case possible
        /// Its name or its look says so.
        case likely
        /// Its content proves it.
        case certain

        /// Whether the left is less sure.
        public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    /// The format.
    public let format: Format.ID
    /// How sure the reader is.
    public let certainty: Certainty

    /// Creates a recognition.
    public init(_ format: Format.ID, _ certainty: Certainty) {
        self.format = format
        self.certainty = certainty
    }

    /// The answer of a reader that does not know the source.
    public static let none = Recognition("", .none)
}

/// What a reader is asked to read.
///
/// It may gain properties; readers need not change.
public struct ReadRequest: Sendable {
    /// The source.
    public let source: Source
    /// The format to read it as: one of the reader's.
    public let format: Format.ID
    /// The values of the plugin's options.
    public let options: OptionValues
    /// The bounds to keep.
    public let limits: Limits

    /// Creates a request.
    public init(
        _ source: Source,
        as format: Format.ID,
        options: OptionValues = OptionValues(),
        limits: Limits = Limits()
    ) {
        self.source = source
        self.format = format
        self.options = options
        self.limits = limits
    }
}
