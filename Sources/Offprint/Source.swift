/// Bytes to read, and what is known of where they came from.
public struct Source: Sendable {
    /// The bytes.
    public var bytes: [UInt8]
    /// What to call the source in messages and in the `id` of a record: a path, most often.
    public var name: String
    /// What else is known of it.
    public var hint: SourceHint

    /// Creates a source.
    public init(_ bytes: [UInt8], name: String, hint: SourceHint = SourceHint()) {
        self.bytes = bytes
        self.name = name
        self.hint = hint
    }
}

/// What is known of a source besides its bytes.
public struct SourceHint: Sendable, Hashable {
    /// The extension of its file in lower case, without the dot and without `gz`.
    public var fileExtension: String?
    /// The media type that its sender gave, without parameters.
    public var mediaType: String?
    /// The character encoding that its sender gave.
    public var charset: String?
    /// The address it came from.
    public var url: String?

    /// Creates a hint.
    public init(fileExtension: String? = nil, mediaType: String? = nil, charset: String? = nil, url: String? = nil) {
        self.fileExtension = fileExtension
        self.mediaType = mediaType
        self.charset = charset
        self.url = url
    }
}
