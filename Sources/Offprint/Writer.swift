/// Turns articles into a file.
///
/// A writer is a pure function of its request: the same articles give the same bytes. See <doc:WritingAWriter>.
public protocol Writer: Sendable {
    /// The format that this writer writes.
    var format: Format { get }

    /// Writes the articles of a request into one rendition.
    ///
    /// A writer whose format holds one article (``Format/capacity``) is given one. Report to `diagnostics` whatever
    /// the format cannot carry, as a loss.
    ///
    /// - Throws: ``ConversionError`` for what ends this rendition.
    func write(_ request: WriteRequest, reporting diagnostics: inout Diagnostics) throws(ConversionError) -> Rendition
}

/// What a writer is asked to write.
///
/// It may gain properties; writers need not change.
public struct WriteRequest: Sendable {
    /// An article, and where it came from.
    public struct Entry: Sendable, Hashable {
        /// The article.
        public var article: Article
        /// The name of its source, such as a path; empty where there is none.
        public var source: String
        /// What to call it in a record of data.
        ///
        /// `source`, with `#1`, `#2` … where a source has several.
        public var id: String
        /// The group it belongs to, such as its folder; empty where there is none.
        ///
        /// A digest makes a section of each.
        public var group: String

        /// Creates an entry.
        public init(_ article: Article, source: String = "", id: String = "", group: String = "") {
            self.article = article
            self.source = source
            self.id = id
            self.group = group
        }
    }

    /// The articles, in order.
    public let entries: [Entry]
    /// The values of the plugin's options.
    public let options: OptionValues
    /// The moment to date the output by, for formats that must be dated; a writer has no clock.
    public let moment: Timestamp?

    /// Creates a request.
    public init(_ entries: [Entry], options: OptionValues = OptionValues(), moment: Timestamp? = nil) {
        self.entries = entries
        self.options = options
        self.moment = moment
    }

    /// Creates a request for articles alone.
    public init(_ articles: [Article], options: OptionValues = OptionValues(), moment: Timestamp? = nil) {
        self.init(articles.map { Entry($0) }, options: options, moment: moment)
    }
}

/// What a writer made.
public struct Rendition: Sendable, Hashable {
    /// The bytes of the file.
    public var bytes: [UInt8]

    /// Creates a rendition.
    public init(_ bytes: [UInt8]) { self.bytes = bytes }
}
