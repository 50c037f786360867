import Offprint

/// A format of XML, or a family of formats with one vocabulary: a file in this plugin, and a row in `XMLReader`.
protocol XMLFamily: Sendable {
    /// The format that it reads.
    var format: Format { get }

    /// Whether a document with such a root is of this family.
    func recognizes(_ root: RootElement) -> Bool

    /// The articles of a document, in its order.
    func articles(of source: XMLSource, reporting diagnostics: inout Diagnostics) throws(ConversionError) -> [Article]
}
