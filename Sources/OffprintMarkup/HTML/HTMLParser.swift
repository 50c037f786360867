import OffprintEncoding

/// Parses a page into the arrays of a flat tree in one pass.
///
/// It follows the tokenizer and the tree construction of HTML
/// (https://html.spec.whatwg.org/#parsing) with scripting off, but for what would move nodes to and fro: content that
/// strays into a table stays where it stands, `tbody` and an empty `head` are not made up, and whatever is never closed
/// loses no text. Comments, code and styles leave no node; JSON scripts, drawings and formulas are kept whole, by where
/// they stand.
struct HTMLParser: ~Copyable {
    let page: ByteSearch
    let limits: MarkupDocument.Limits
    /// Where the next token starts.
    var position = 0

    // The tree.
    var nodes: [MarkupTree.Node] = []
    var attributes: [MarkupTree.Attribute] = []
    var text: [UInt8] = []
    /// The values of attributes that do not stand in the page as they are.
    var values: [UInt8] = []
    var names = HTMLNameTable()
    var runs: [OpaqueRun] = []

    // Where the parser stands in it.
    var open: OpenElements
    var formatting = ActiveFormatting()
    var mode = Mode.beforeHead
    /// The node of the head, once there is one.
    var head: Int32?
    /// Where a newline goes unread, behind the start of a preformatted element.
    var unreadNewline = -1
    /// Whether a drawing or a formula is open that nobody closes.
    var isInForeign = false

    // What limits and repairs need.
    var failure: MarkupError.Code?
    /// Where elements lost attributes.
    var cappedAt: [Int] = []
    /// Elements of text whose end tags do not occur any more.
    var unclosed: [MarkupName] = []
    /// How many drawings may still turn out not to be closed before none is looked for.
    var foreignSearches = 8
    /// How many nodes may still be moved to put others in before them.
    var restructuring = 8_000_000
    /// For each attribute name, the tag of many attributes that had it last.
    var lastTag: [UInt32] = []
    var tagCount: UInt32 = 0

    enum Mode {
        case beforeHead, head, afterHead, body
    }

    init(_ page: ByteSearch, limits: MarkupDocument.Limits) {
        self.page = page
        self.limits = limits
        open = OpenElements(names: names.names.count)
        nodes.reserveCapacity(page.count / 64 + 64)
        attributes.reserveCapacity(page.count / 64 + 64)
        text.reserveCapacity(page.count / 4 + 64)
        appendNode(HTMLName(.document), at: 0)
    }

    /// The tree of a page, and where elements lost attributes.
    static func parse(
        _ page: [UInt8],
        limits: MarkupDocument.Limits
    ) throws(MarkupError) -> (tree: MarkupTree, cappedAt: [Int]) {
        // Places in the page are numbers of 32 bits.
        guard page.count < Int(Int32.max) else { throw MarkupError(.malformed, "The page has more than 2 GB.") }
        let (tree, cappedAt, failure) = ByteSearch.search(page) { bytes in
            var parser = HTMLParser(bytes, limits: limits)
            parser.run()
            let (cappedAt, failure) = (parser.cappedAt, parser.failure)
            return (parser.finish(page), cappedAt, failure)
        }
        if let failure { throw MarkupError(failure, limits.message(for: failure)) }
        return (tree, cappedAt)
    }

    /// The page without the character that is none; hardly any has it.
    static func withoutNUL(_ page: [UInt8]) -> [UInt8] {
        ByteSearch.search(page) { $0.next(0, from: 0) } == nil ? page : page.filter { $0 != 0 }
    }

    private mutating func run() {
        while position < page.count, failure == nil {
            if page.byte(position) == 0x3C, startsMarkup(at: position) { markup() } else { characters() }
        }
    }

    /// Whether a `<` starts a tag, a comment or a declaration, and is no text.
    @inline(__always)
    func startsMarkup(at index: Int) -> Bool {
        let next = page.byte(index + 1)
        if (0x61...0x7A).contains(next | 0x20) || next == 0x21 || next == 0x3F { return true }
        return next == 0x2F && index + 2 < page.count
    }

    @inline(__always)
    private mutating func markup() {
        switch page.byte(position + 1) {
        case 0x2F: endTag()
        case 0x21: declaration()
        case 0x3F: position = indexBehindTag(from: position)
        default: startTag()
        }
    }

    /// The index behind the next `>`.
    func indexBehindTag(from index: Int) -> Int { page.next(0x3E, from: index).map { $0 + 1 } ?? page.count }

    /// Skips a comment or a declaration.
    private mutating func declaration() {
        let start = position
        guard page.matches("--", at: start + 2) else { return position = indexBehindTag(from: start) }
        if page.matches(">", at: start + 4) { return position = start + 5 }
        if page.matches("->", at: start + 4) { return position = start + 6 }
        var at = start + 4
        while let dashes = page.next("--", from: at) {
            if page.matches(">", at: dashes + 2) { return position = dashes + 3 }
            if page.matches("!>", at: dashes + 2) { return position = dashes + 4 }
            at = dashes + 1
        }
        position = page.count
    }

    // MARK: The end

    /// The tree, with whatever is still open closed.
    consuming func finish(_ page: [UInt8]) -> MarkupTree {
        let end = Int32(truncatingIfNeeded: nodes.count)
        for element in open.elements { nodes[Int(element.node)].end = end }
        nodes[0].end = end
        appendNode(HTMLName(.document), at: 0)
        return MarkupTree(
            nodes: nodes,
            attributes: attributes,
            text: text,
            values: values,
            source: page,
            names: names.names,
            runs: runs,
            origin: SourceMap(source: page, shifts: [])
        )
    }
}
