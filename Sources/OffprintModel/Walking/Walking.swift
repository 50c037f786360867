extension Article {
    /// How deep blocks nest at most: a list in a quote in a list is three levels.
    ///
    /// Readers flatten what is deeper and report it.
    ///
    /// Nothing that a newsroom writes comes near it, and a value of this depth can be walked and freed by recursion.
    public static let maximumDepth = 64
}

extension Block {
    /// The blocks directly within this one, in reading order.
    public var children: [Block] {
        switch self {
        case .paragraph, .heading, .code, .figure, .thematicBreak, .math: []
        case .list(let list): list.items.flatMap(\.content)
        case .quote(let blocks, _), .pullQuote(let blocks, _), .footnote(_, let blocks): blocks
        case .table(let table): table.rows.joined().flatMap(\.content)
        case .embed(let embed): embed.fallback
        case .aside(let aside): aside.content
        case .liveEntry(let entry): entry.content
        case .definitionList(let definitions): definitions.flatMap { $0.meanings.joined() }
        case .custom(let custom): custom.fallback
        }
    }

    /// The runs of inlines that belong to this block itself and not to a block within it, in reading order.
    public var inlines: [[Inline]] {
        switch self {
        case .paragraph(let inlines, _), .heading(_, let inlines): [inlines]
        case .quote(_, let attribution), .pullQuote(_, let attribution): [attribution]
        case .table(let table): [table.caption]
        case .figure(let figure): [figure.caption]
        case .aside(let aside): [aside.title]
        case .liveEntry(let entry): [entry.title]
        case .definitionList(let definitions): definitions.map(\.term)
        case .list, .code, .embed, .thematicBreak, .math, .footnote, .custom: []
        }
    }
}

extension Inline {
    /// Whether it is of a kind that holds no others.
    fileprivate var isLeaf: Bool {
        switch self {
        case .text, .code, .image, .lineBreak, .footnoteReference, .math: true
        case .emphasis, .strong, .strikethrough, .superscript, .subscript, .link, .quoted, .cite, .ruby, .span, .custom:
            false
        }
    }

    /// The inlines directly within this one.
    public var children: [Inline] {
        switch self {
        case .text, .code, .image, .lineBreak, .footnoteReference, .math: []
        case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .superscript(let inner),
            .subscript(let inner), .quoted(let inner), .cite(let inner), .link(let inner, _, _), .span(let inner, _, _):
            inner
        case .ruby(let base, let annotation): base + annotation
        case .custom(let custom): custom.fallback
        }
    }
}

extension Sequence<Block> {
    /// Calls `visit` for every block, parents before children, in reading order; `depth` is 0 for the outermost.
    ///
    /// It does not recurse, so it walks any value that memory holds.
    public func walk(_ visit: (_ block: Block, _ depth: Int) -> Void) {
        // Most blocks hold no others and need no list of what is to come.
        var pending: [(block: Block, depth: Int)] = []
        for block in self {
            visit(block, 0)
            for child in block.children.reversed() { pending.append((child, 1)) }
            while let (inner, depth) = pending.popLast() {
                visit(inner, depth)
                for child in inner.children.reversed() { pending.append((child, depth + 1)) }
            }
        }
    }
}

extension Sequence<Inline> {
    /// Calls `visit` for every inline, parents before children, in reading order.
    ///
    /// It does not recurse.
    public func walk(_ visit: (Inline) -> Void) {
        // Most inlines hold no others and need no list of what is to come.
        var pending: [Inline] = []
        for inline in self {
            visit(inline)
            if inline.isLeaf { continue }
            pending.append(contentsOf: inline.children.reversed())
            while let inner = pending.popLast() {
                visit(inner)
                if !inner.isLeaf { pending.append(contentsOf: inner.children.reversed()) }
            }
        }
    }
}
