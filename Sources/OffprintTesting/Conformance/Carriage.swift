public import Offprint

/// What becomes of each node of the model in a format: carried, said in another form, or lost.
///
/// Each node is written twice: as it is, and without what makes it that node. Where neither the output differs nor a
/// diagnostic says so, the node vanished in silence, which no writer may do.
public struct Carriage: Sendable {
    /// What became of a node.
    public enum Verdict: String, Sendable, Hashable, CaseIterable {
        /// The output has it.
        case carried
        /// The output says it in another form, and an approximation is reported.
        case approximated
        /// The output lacks it, and a loss is reported.
        case lost
        /// The output lacks it, and nothing is reported.
        case silent
    }

    /// A node, and the same words without it.
    public struct Probe: Sendable {
        /// The node, in a few words.
        public let name: String
        let node: Article
        let plain: Article

        init(_ name: String, _ node: [Block], plain: [Block] = [], resources: [Resource] = []) {
            self.name = name
            let held = Dictionary(uniqueKeysWithValues: resources.map { ($0.id, $0) })
            self.node = Article(body: node, resources: held)
            self.plain = Article(body: plain, resources: held)
        }

        init(_ name: String, _ inline: Inline, plain: [Inline]) {
            self.init(
                name,
                [.paragraph([.text("before "), inline, .text(" after")])],
                plain: [.paragraph([.text("before ")] + plain + [.text(" after")])]
            )
        }
    }

    private let writer: any Writer
    private let options: OptionValues

    /// Creates a look at a writer.
    public init(_ writer: any Writer, options: OptionValues = OptionValues()) {
        self.writer = writer
        self.options = options
    }

    /// What becomes of a probe's node.
    public func verdict(on probe: Probe) throws(ConversionError) -> Verdict {
        let (node, reported) = try write(probe.node)
        let (plain, reportedAnyway) = try write(probe.plain)
        // The plain form may have diagnostics of its own, such as an article without a title.
        let news = reported.all.filter { diagnostic in
            !reportedAnyway.all.contains { $0.code == diagnostic.code && $0.severity == diagnostic.severity }
        }
        if news.contains(where: { $0.severity == .loss }) { return .lost }
        if news.contains(where: { $0.severity == .approximation }) { return .approximated }
        return node == plain ? .silent : .carried
    }

    /// Whether anything of a metadata field shows in the output; a writer need not say which fields it leaves out.
    public func carries(_ field: Field) throws(ConversionError) -> Bool {
        var article = Article(body: [.paragraph([.text("Some words.")])])
        let (plain, _) = try write(article)
        article.metadata = .sample(of: field)
        return try write(article).0 != plain
    }

    private func write(_ article: Article) throws(ConversionError) -> (Rendition, Diagnostics) {
        var article = article
        // What a format may need, and what an identifier is made from.
        if article.metadata.title.best == nil { article.metadata.title.add("A title", from: .sample) }
        if article.metadata.url.best == nil { article.metadata.url.add("https://sample.example/", from: .sample) }
        let request = WriteRequest(
            [WriteRequest.Entry(article, source: "sample", id: "sample")],
            options: options,
            moment: Timestamp(iso8601: "2024-05-06T12:00:00Z")
        )
        var diagnostics = Diagnostics()
        return (try writer.write(request, reporting: &diagnostics), diagnostics)
    }
}
