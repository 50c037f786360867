/// Changes an article between reading and writing.
public protocol Transform: Sendable {
    /// The name by which people ask for it, such as `strip-links`.
    var name: String { get }

    /// What it does, in a line.
    var summary: String { get }

    /// Changes an article.
    ///
    /// - Throws: ``ConversionError`` for what ends this article.
    func apply(to article: inout Article, reporting diagnostics: inout Diagnostics) throws(ConversionError)
}

extension Transform {
    /// No summary.
    public var summary: String { "" }
}
