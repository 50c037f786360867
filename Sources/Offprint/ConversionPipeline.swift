/// Reads, transforms and writes.
///
///     let pipeline = ConversionPipeline(registry: try .bundled)
///     let conversion = try pipeline.convert(Source(bytes, name: "article.html"), to: "markdown")
public struct ConversionPipeline: Sendable {
    /// The plugins to use.
    public var registry: PluginRegistry
    /// The transforms to apply to each article, in order.
    public var transforms: [any Transform]
    /// Options by their full names, such as `epub.cover`.
    public var options: [String: String]
    /// The files that options name, by the options' full names; ``PluginRegistry/files(for:)`` tells which there are.
    public var files: [String: [OptionFile]] = [:]
    /// The bounds to keep.
    public var limits: Limits

    /// Creates a pipeline.
    ///
    /// - Throws: ``ConversionError`` for options that no plugin declares or values that they do not take.
    public init(
        registry: PluginRegistry,
        transforms: [any Transform] = [],
        options: [String: String] = [:],
        limits: Limits = Limits()
    ) throws(ConversionError) {
        try registry.check(options)
        self.registry = registry
        self.transforms = transforms
        self.options = options
        self.limits = limits
    }

    /// Reads the articles of a source and transforms them; without `format`, the source is looked at to find it.
    ///
    /// - Throws: ``ConversionError`` for what ends this source, an empty one included.
    public func read(
        _ source: Source,
        as format: Format.ID? = nil,
        reporting diagnostics: inout Diagnostics
    ) throws(ConversionError) -> [Article] {
        guard source.bytes.count <= limits.sourceBytes else {
            throw ConversionError(
                .limitExceeded,
                "\"\(source.name)\" holds \(source.bytes.count) bytes, more than the limit of \(limits.sourceBytes) "
                    + "(`Limits.sourceBytes`)."
            )
        }
        guard !source.bytes.isEmpty else {
            throw ConversionError(.emptySource, "\"\(source.name)\" is empty: there is nothing to convert.")
        }
        let found = if let format { format } else { try registry.format(of: source) }
        let (reader, plugin) = try registry.reader(of: found)
        let values = registry.values(for: plugin, given: options, files: files)
        let request = ReadRequest(source, as: found, options: values, limits: limits)
        var articles = try reader.read(request, reporting: &diagnostics)
        for index in articles.indices {
            for transform in transforms { try transform.apply(to: &articles[index], reporting: &diagnostics) }
        }
        return articles
    }

    /// Writes articles to one rendition.
    ///
    /// - Throws: ``ConversionError`` where the format is unknown or holds fewer articles, and for what ends the rendition.
    public func write(
        _ entries: [WriteRequest.Entry],
        to format: Format.ID,
        moment: Timestamp? = nil,
        reporting diagnostics: inout Diagnostics
    ) throws(ConversionError) -> Rendition {
        let (writer, plugin) = try registry.writer(of: format)
        guard entries.count == 1 || writer.format.capacity != .one else {
            throw ConversionError(
                .tooManyArticles,
                "A \(writer.format.name) file holds one article, and here are \(entries.count). "
                    + "Write them to files of their own with --output-dir."
            )
        }
        let values = registry.values(for: plugin, given: options, files: files)
        return try writer.write(WriteRequest(entries, options: values, moment: moment), reporting: &diagnostics)
    }

    /// Converts a source to one rendition of all its articles.
    ///
    /// - Throws: ``ConversionError`` for whatever ends the conversion.
    public func convert(
        _ source: Source,
        from input: Format.ID? = nil,
        to output: Format.ID,
        moment: Timestamp? = nil
    ) throws(ConversionError) -> Conversion {
        var diagnostics = Diagnostics()
        let articles = try read(source, as: input, reporting: &diagnostics)
        let entries = WriteRequest.entries(of: articles, from: source.name)
        let rendition = try write(entries, to: output, moment: moment, reporting: &diagnostics)
        return Conversion(articles: articles, rendition: rendition, diagnostics: diagnostics)
    }
}

extension WriteRequest {
    /// The entries of one source's articles: the `id` is the source's name, with `#1`, `#2` … where there are
    /// several.
    public static func entries(of articles: [Article], from source: String, group: String = "") -> [Entry] {
        articles.enumerated().map { index, article in
            Entry(article, source: source, id: articles.count == 1 ? source : "\(source)#\(index + 1)", group: group)
        }
    }
}

/// What a conversion gave.
public struct Conversion: Sendable {
    /// The articles that were read.
    public let articles: [Article]
    /// What was written.
    public let rendition: Rendition
    /// What reader, transforms and writer noticed.
    public let diagnostics: Diagnostics
}
