/// An XML document that can be asked by XPath 1.0.
///
/// It holds libxml2's tree beside the flat one, for twice the memory: only for what is read by mappings.
public struct XPathDocument {
    /// A place that an expression found.
    public struct Place: Sendable, Hashable {
        /// The element, or the one that the attribute or text belongs to.
        public let element: MarkupTree.NodeID
        /// The text of an attribute or text node; `nil` for an element.
        public let text: String?
    }

    /// What an expression gave.
    public enum Value: Sendable, Hashable {
        /// Nodes, in the order of the document.
        case places([Place])
        /// A text, a number or a truth value, as text.
        case text(String)
    }

    /// The document, parsed as any other.
    public let document: MarkupDocument
    private let queries: XPathTree
    /// The elements of the flat tree by their number.
    private let elements: [MarkupTree.NodeID]
    private let numbers: [MarkupTree.NodeID: Int]

    /// Parses a document, as ``MarkupDocument/init(xml:charset:limits:)`` does.
    ///
    /// - Throws: ``MarkupError`` where a limit is passed or nothing can be read.
    public init(xml bytes: [UInt8], charset: String? = nil, limits: MarkupDocument.Limits = .init())
        throws(MarkupError)
    {
        var parsed: (bytes: [UInt8], isRecovered: Bool) = ([], false)
        let document = try MarkupDocument(xml: bytes, charset: charset, limits: limits) { parsed = ($0, $1) }
        let tree = document.tree
        let elements = tree.descendants(of: tree.document).filter { !tree.isText($0) }
        guard let queries = XPathTree(parsed.bytes, recovering: parsed.isRecovered), queries.count == elements.count
        else { throw MarkupError(.malformed, "The XML is too broken to be asked by XPath.") }
        self.queries = queries
        self.document = document
        self.elements = elements
        numbers = Dictionary(uniqueKeysWithValues: elements.enumerated().map { ($1, $0) })
    }

    /// Asks an expression, from an element or, without one, from the document.
    ///
    /// - Throws: ``MarkupError`` with the code `expression` where it cannot be evaluated or takes too long.
    public func evaluate(
        _ expression: String,
        at element: MarkupTree.NodeID? = nil,
        namespaces: [(prefix: String, name: String)] = []
    ) throws(MarkupError) -> Value {
        switch try queries.evaluate(expression, at: element.flatMap { numbers[$0] }, namespaces: namespaces) {
        case .text(let text): return .text(text)
        case .items(let items):
            return .places(
                items.map { item in
                    switch item {
                    case .element(let number): Place(element: elements[number], text: nil)
                    case .text(let text, let owner): Place(element: elements[owner], text: text)
                    }
                }
            )
        }
    }

    /// What is wrong with an expression, before any document is asked; `nil` where nothing is.
    public static func problem(in expression: String) -> String? { XPathTree.problem(in: expression) }
}
