public import Offprint
public import Testing

/// What every transform must do, whoever wrote it.
///
/// The same article gives the same article and diagnostics; every node, an empty article, hostile text and deep
/// nesting are survived; blocks nest no deeper than before or than ``OffprintModel/Article/maximumDepth``.
public struct TransformConformance: Sendable {
    private let transform: any Transform

    /// Creates a check.
    public init(_ transform: any Transform) { self.transform = transform }

    /// Checks all of it.
    public func check(sourceLocation place: SourceLocation = #_sourceLocation) {
        checkName(transform.name, of: "transform", place)
        #expect(!transform.summary.isEmpty, "\(transform.name) has a summary for lists.", sourceLocation: place)
        for (name, article) in SampleArticles.all { check(article, name, place) }
        var generator = ArticleGenerator(seed: 1)
        for index in 0..<24 { check(generator.article(), "random article \(index)", place) }
    }

    private func check(_ article: Article, _ name: String, _ place: SourceLocation) {
        var (first, second) = (Diagnostics(), Diagnostics())
        var (one, two) = (article, article)
        do throws(ConversionError) {
            try transform.apply(to: &one, reporting: &first)
            try transform.apply(to: &two, reporting: &second)
        } catch {
            Issue.record("\(transform.name): \(name) is not changed: \(error)", sourceLocation: place)
            return
        }
        #expect(one == two, "\(transform.name): \(name) changed twice gives the same.", sourceLocation: place)
        #expect(first == second, "\(transform.name): \(name) gives the same diagnostics.", sourceLocation: place)
        #expect(
            one.bodyDepth <= max(article.bodyDepth, Article.maximumDepth),
            "\(transform.name): blocks of \(name) nest at most \(Article.maximumDepth) deep.",
            sourceLocation: place
        )
    }
}
