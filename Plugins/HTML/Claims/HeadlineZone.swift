import OffprintMarkup

/// What of a page stands near its headline, and what stands aside.
struct HeadlineZone {
    /// How far behind the headline a line still belongs to it, in visible bytes of text.
    private static let reach = 1_500
    /// How much text before it is looked at, white space included, and how many lines of that.
    private static let lookback = (bytes: 4_000, lines: 12)

    /// Lines behind the headline, then those before it, the nearest first.
    let lines: [PageLine]
    private let near: Range<MarkupTree.NodeID>
    private let asides: [Range<MarkupTree.NodeID>]
    let heading: Range<MarkupTree.NodeID>

    init(_ page: PageSource, headline: MarkupTree.NodeID?) {
        let tree = page.tree
        let start =
            headline ?? tree.first(.article, in: tree.document) ?? tree.first(.main, in: tree.document)
            ?? page.index.body ?? 0
        heading = headline.map { $0..<tree.end(of: $0) } ?? start..<start
        let anchor = heading
        // What holds the headline is not aside of it.
        asides = page.index.asides.map { $0..<tree.end(of: $0) }.filter {
            !$0.contains(anchor.lowerBound) || anchor.isEmpty
        }
        let skipped = Set(asides.map(\.lowerBound))
        let reader = PageLines(page)
        let behind = reader.lines(
            (headline == nil ? start + 1 : anchor.upperBound)..<tree.count,
            bytes: Self.reach
        ) { skipped.contains($0) }
        var first = anchor.lowerBound
        let from = tree.textRange(of: start).lowerBound
        while headline != nil, first > 1, from - tree.textRange(of: first - 1).lowerBound < Self.lookback.bytes {
            first -= 1
        }
        let before =
            headline == nil
            ? []
            : reader.lines(first..<anchor.lowerBound, bytes: Self.lookback.bytes) { skipped.contains($0) }
                .suffix(Self.lookback.lines)
        lines = behind + before.reversed()
        near =
            min(
                before.first?.block ?? anchor.lowerBound,
                anchor.lowerBound
            )..<(behind.last?.texts.last.map { $0 + 1 } ?? anchor.upperBound)
    }

    /// Whether a node stands within reach of the headline.
    func isNear(_ node: MarkupTree.NodeID) -> Bool { near.contains(node) && !isAside(node) }

    /// Whether a node is of something else than the article.
    func isAside(_ node: MarkupTree.NodeID) -> Bool { asides.contains { $0.contains(node) } }
}
