public import OffprintEncoding

/// A parsed document: its tree, and what there is to say about its source.
public struct MarkupDocument: Sendable {
    /// Something about a source that a reader may want to report.
    public enum Issue: Sendable, Hashable {
        /// It is not well-formed XML; the rest was read with the parser's recovery.
        case notWellFormed(message: String, line: Int)
        /// An entity that lies outside the document; it was left out.
        case externalEntity(name: String, line: Int)
        /// An entity that nobody declares; its reference stands as text.
        case unknownEntity(name: String, line: Int)
        /// An element with more attributes than the limit; the rest was left out.
        case attributesLeftOut(line: Int)
    }

    /// The bounds that parsing keeps.
    public struct Limits: Sendable, Hashable {
        /// How deep elements may nest.
        public var depth: Int
        /// How many nodes a document may have.
        public var nodes: Int
        /// How many attributes of an element are read.
        public var attributes: Int
        /// How many bytes the entities of a document may expand to.
        public var entityBytes: Int

        /// Creates limits.
        public init(
            depth: Int = 20_000,
            nodes: Int = 8_000_000,
            attributes: Int = 1_000,
            entityBytes: Int = 1 << 20
        ) {
            self.depth = depth
            self.nodes = nodes
            self.attributes = attributes
            self.entityBytes = entityBytes
        }
    }

    /// The name of the element that is put around an XML document which has several where one belongs.
    public static let fragmentName = "offprint-fragment"

    /// The tree.
    public let tree: MarkupTree
    /// How the source was decoded; its text is in the tree only.
    public let encoding: String
    /// Why that encoding was taken.
    public let encodingEvidence: DecodedText.Evidence
    /// The encoding that the document or its sender names, as written; `nil` where none is named.
    public let declaredEncoding: String?
    /// How many sequences of bytes were no character.
    public let repairs: Int
    /// What a reader may want to report.
    public let issues: [Issue]

    /// Parses a page as browsers do without scripts.
    ///
    /// - Parameters:
    ///   - bytes: the page as it was published.
    ///   - charset: the encoding that its sender gave.
    ///   - limits: the bounds to keep.
    /// - Throws: ``MarkupError`` where a limit is passed.
    public init(
        html bytes: [UInt8],
        charset: String? = nil,
        limits: Limits = Limits()
    ) throws(MarkupError) {
        let declared = charset ?? DeclaredEncoding.ofHTML(bytes)
        let decoded = TextDecoding.decode(bytes, declaredBy: declared)
        let page = HTMLParser.withoutNUL(decoded.utf8)
        let parsed = try HTMLParser.parse(page, limits: limits)
        tree = parsed.tree
        encoding = decoded.encoding
        encodingEvidence = decoded.evidence
        declaredEncoding = declared
        repairs = decoded.repairs
        issues = parsed.cappedAt.map { .attributesLeftOut(line: parsed.tree.origin.line(at: $0)) }
    }

    /// Parses an XML document: strictly first and, where it is not well-formed, with recovery and an issue.
    ///
    /// Nothing outside the document is opened. Its own entities are expanded within the limit; those of HTML are
    /// known in every document, for feeds use them.
    ///
    /// - Parameters:
    ///   - bytes: the document.
    ///   - charset: the encoding that its sender gave.
    ///   - limits: the bounds to keep.
    /// - Throws: ``MarkupError`` where a limit is passed or nothing can be read.
    public init(
        xml bytes: [UInt8],
        charset: String? = nil,
        limits: Limits = Limits()
    ) throws(MarkupError) {
        try self.init(xml: bytes, charset: charset, limits: limits) { _, _ in }
    }

    /// Parses an XML document, and hands over the bytes that were parsed in the end and whether that took recovery.
    init(
        xml bytes: [UInt8],
        charset: String?,
        limits: Limits,
        parsed: ([UInt8], Bool) -> Void
    ) throws(MarkupError) {
        let declared = charset ?? DeclaredEncoding.ofXML(bytes)
        let decoded = TextDecoding.decode(bytes, declaredBy: declared)
        // The library counts bytes in 32 bits; a reference may stand for more bytes than it has.
        guard decoded.utf8.count < Int(Int32.max) - limits.entityBytes - (64 << 20) else {
            throw MarkupError(.malformed, "The XML holds \(decoded.utf8.count) bytes; its parser takes 2 GB. Split it.")
        }
        var scan = XMLPrescan(decoded.utf8, limits: limits)
        var scanned = try scan.run()
        var issues = scan.issues
        let builder: TreeBuilder
        switch try XMLLibrary.parseXML(scanned.bytes, recovering: false, limits: limits) {
        case .tree(let strict):
            builder = strict
            parsed(scanned.bytes, false)
        case .notWellFormed(let message, let line):
            issues.append(.notWellFormed(message: message, line: line))
            // Several elements without one around them, as fragments have it: they are given one.
            let whole = scanned.wrapped()
            if message.hasPrefix("Extra content"),
                case .tree(let wrapped) = try XMLLibrary.parseXML(whole.bytes, recovering: false, limits: limits)
            {
                builder = wrapped
                scanned = whole
                parsed(scanned.bytes, false)
            } else {
                var again = XMLPrescan(decoded.utf8, limits: limits, forRecovery: true)
                scanned = try again.run()
                guard
                    case .tree(let recovered) = try XMLLibrary.parseXML(scanned.bytes, recovering: true, limits: limits)
                else { throw MarkupError(.malformed, "The XML cannot be read: \(message)", line: line) }
                builder = recovered
                parsed(scanned.bytes, true)
            }
        }
        self.init(builder, scanned, decoded, declared, issues)
    }

    private init(
        _ builder: consuming TreeBuilder,
        _ scanned: PrescannedSource,
        _ decoded: DecodedText,
        _ declared: String?,
        _ issues: [Issue]
    ) {
        tree = builder.finish(origin: SourceMap(source: decoded.utf8, shifts: scanned.shifts))
        encoding = decoded.encoding
        encodingEvidence = decoded.evidence
        declaredEncoding = declared
        repairs = decoded.repairs
        self.issues = issues
    }
}

/// What the pre-scan of XML hands to the parser.
struct PrescannedSource {
    var bytes: [UInt8]
    var shifts: [(parsed: Int, original: Int)] = []

    /// The same within an element of its own.
    func wrapped() -> PrescannedSource {
        let open = Array("<\(MarkupDocument.fragmentName)>".utf8)
        let close = Array("</\(MarkupDocument.fragmentName)>".utf8)
        return PrescannedSource(
            bytes: open + bytes + close,
            shifts: [(open.count, 0)] + shifts.map { ($0.parsed + open.count, $0.original) }
        )
    }
}

/// What ends the parsing of a document.
public struct MarkupError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kind of failure.
    public struct Code: Sendable, Hashable, RawRepresentable {
        /// Its stable name.
        public let rawValue: String

        /// Creates a code from its name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Elements nest deeper than the limit.
        public static let depthLimit = Code(rawValue: "depth-limit")
        /// There are more nodes than the limit.
        public static let nodeLimit = Code(rawValue: "node-limit")
        /// There are more names of elements and attributes than can be told apart.
        public static let nameLimit = Code(rawValue: "name-limit")
        /// The entities expand to more bytes than the limit, or to themselves.
        public static let entityLimit = Code(rawValue: "entity-limit")
        /// The document cannot be read at all.
        public static let malformed = Code(rawValue: "malformed")
        /// An XPath expression cannot be evaluated.
        public static let expression = Code(rawValue: "expression")
    }

    /// The kind of failure.
    public let code: Code
    /// What happened, for a person.
    public let message: String
    /// The line of the source, counted from 1, where it is known.
    public let line: Int?

    init(_ code: Code, _ message: String, line: Int? = nil) {
        self.code = code
        self.message = message
        self.line = line
    }

    /// The message.
    public var description: String { message }
}

extension MarkupDocument.Limits {
    /// What there is to say about a limit that was passed.
    func message(for code: MarkupError.Code) -> String {
        switch code {
        case .depthLimit: "Elements nest deeper than the limit of \(depth) (depth-limit)."
        case .nodeLimit: "The document has more than \(nodes) nodes (node-limit)."
        case .nameLimit: "The document has more different names of elements and attributes than fit (name-limit)."
        default: "The document passes a limit."
        }
    }
}
