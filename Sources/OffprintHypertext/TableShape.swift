import OffprintMarkup

/// What a table looks like from outside: enough to tell one that arranges a page from one that holds data.
///
/// One pass over the table; tables within it count as what they are to it, arranged things.
struct TableShape {
    private var rows = 0
    private var cells = 0
    private var widestRow = 0
    private var holdsTable = false
    /// Whether a caption, a header cell or an attribute says that there are data.
    private var saysData = false
    private var saysLayout = false
    /// Cells that hold what no table of data holds: headings, rules, several paragraphs.
    private var pageCells = 0
    /// Whether a cell holds an element that stands on its own lines.
    private var holdsBlocks = false
    private let text: Int

    init(of table: MarkupTree.NodeID, in tree: MarkupTree) {
        text = tree.textRange(of: table).count
        let role = tree.attribute(.role, of: table)
        saysLayout = role == "presentation" || role == "none"
        saysData = role == "table" || role == "grid" || tree.attribute(named: "summary", of: table)?.trimmed != nil
        var inRow = 0
        var paragraphs = 0
        var isPageCell = false
        var index = table + 1
        while index < tree.end(of: table) {
            switch tree.name(of: index) {
            case .table:
                holdsTable = true
                index = tree.end(of: index)
                continue
            case .tr:
                rows += 1
                widestRow = max(widestRow, inRow)
                inRow = 0
            case .th, .td:
                if tree.name(of: index) == .th { saysData = true }
                cells += 1
                inRow += 1
                if isPageCell { pageCells += 1 }
                isPageCell = false
                paragraphs = 0
            case .caption, .thead, .tfoot: if !tree.textRange(of: index).isEmpty { saysData = true }
            case .col, .colgroup: saysData = saysData || tree.attributeBytes(.width, of: index) == nil
            case .h1, .h2, .h3, .h4, .hr, .article, .section, .form, .iframe, .video:
                isPageCell = true
                holdsBlocks = true
            case .p:
                paragraphs += 1
                holdsBlocks = true
                if paragraphs > 2 { isPageCell = true }
            case .div, .ul, .ol, .dl, .blockquote, .pre, .figure, .img, .picture: holdsBlocks = true
            default: break
            }
            index += 1
        }
        if isPageCell { pageCells += 1 }
        widestRow = max(widestRow, inRow)
    }

    /// Whether the table says that it only arranges, or most of its cells hold what only a page does.
    var holdsPage: Bool { saysLayout || cells == 0 || !saysData && pageCells * 2 >= cells }

    /// Whether the table only arranges what it holds.
    var isLayout: Bool {
        if saysLayout { return true }
        if saysData { return false }
        if holdsTable || cells == 0 { return true }
        // A column of its own or a single row arranges, but for a few words in a frame.
        if cells == 1 { return holdsBlocks || text > 400 }
        if widestRow <= 1 { return holdsBlocks }
        if rows == 1, holdsBlocks { return true }
        return pageCells * 2 >= cells
    }
}
