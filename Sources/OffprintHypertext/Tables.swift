import OffprintMarkup
import OffprintModel

extension BlockBuilder {
    /// The most rows and columns that a cell may span, as browsers have it
    /// (https://html.spec.whatwg.org/#algorithm-for-processing-rows).
    private static let maximumColumnSpan = 1_000
    private static let maximumRowSpan = 65_534

    mutating func table(_ node: MarkupTree.NodeID, depth: Int) -> [Block] {
        if !context.isLiteral, let code = numberedCode(inTable: node) { return [code] }
        let shape = TableShape(of: node, in: tree)
        if context.isLiteral ? shape.holdsPage : shape.isLayout { return flattened(node, depth: depth) }
        var table = Table()
        // What stands in a table and in no cell is shown before it.
        var before: [Block] = []
        var index = node + 1
        var group = MarkupName.tbody
        var bodies: [[Table.Row]] = [[]]
        var groupEnd = node
        while index < tree.end(of: node) {
            if index >= groupEnd { group = .tbody }
            let end = tree.end(of: index)
            switch name(of: index) {
            case .caption:
                if !isSkipped(index) { table.caption += inlines(in: index, depth: depth + 1) }
                index = end
            case .thead, .tbody, .tfoot:
                group = name(of: index)
                groupEnd = end
                if group == .tbody, bodies.last?.isEmpty == false { bodies.append([]) }
                index += 1
            case .tr:
                if !isSkipped(index) {
                    let row = self.row(index, strays: &before, depth: depth)
                    switch group {
                    case .thead: table.head.append(row)
                    case .tfoot: table.foot.append(row)
                    default: bodies[bodies.count - 1].append(row)
                    }
                }
                index = end
            case .text, .col, .colgroup: index += 1
            default:
                before += blocks(from: index, to: end, under: [], depth: depth + 1)
                index = end
            }
        }
        table.bodies = bodies.filter { !$0.isEmpty }
        promoteHeaderRow(of: &table)
        guard !table.rows.isEmpty else { return before + (table.caption.isEmpty ? [] : [.paragraph(table.caption)]) }
        table.columns = columns(of: node)
        return before + [.table(table)]
    }

    /// What the cells of a table hold, one behind the other.
    private mutating func flattened(_ node: MarkupTree.NodeID, depth: Int) -> [Block] {
        blocks(in: node, under: [], depth: depth + 1)
    }

    private mutating func row(_ node: MarkupTree.NodeID, strays: inout [Block], depth: Int) -> Table.Row {
        var row: Table.Row = []
        for cell in tree.children(of: node) {
            let name = name(of: cell)
            guard name == .td || name == .th else {
                if name != .text {
                    strays += blocks(from: cell, to: tree.end(of: cell), under: [], depth: depth + 1)
                }
                continue
            }
            guard !isSkipped(cell) else { continue }
            row.append(
                Table.Cell(
                    blocks(in: cell, under: [], depth: depth + 1),
                    isHeader: name == .th,
                    columnSpan: span(.colspan, of: cell, atMost: Self.maximumColumnSpan),
                    rowSpan: span(.rowspan, of: cell, atMost: Self.maximumRowSpan),
                    alignment: alignment(of: cell)
                )
            )
        }
        return row
    }

    /// A first row of nothing but header cells heads the table, where the source has no head.
    private func promoteHeaderRow(of table: inout Table) {
        guard table.head.isEmpty, let first = table.bodies.first?.first, !first.isEmpty,
            first.allSatisfy({ $0.isHeader && $0.rowSpan == 1 })
        else { return }
        table.head = [first]
        table.bodies[0].removeFirst()
        table.bodies.removeAll(where: \.isEmpty)
    }

    private func span(_ name: MarkupName, of cell: MarkupTree.NodeID, atMost limit: Int) -> Int {
        guard let value = tree.attribute(name, of: cell)?.trimmed else { return 1 }
        return min(limit, max(1, Int(value.prefix { $0.isASCII && $0.isNumber }) ?? 1))
    }

    // MARK: Alignment

    /// How the columns are set, by the `col` elements.
    private func columns(of table: MarkupTree.NodeID) -> [Table.Alignment?] {
        var columns: [Table.Alignment?] = []
        for node in tree.descendants(of: table) {
            switch tree.name(of: node) {
            case .col:
                let count = span(named: "span", of: node)
                columns += [Table.Alignment?](repeating: alignment(of: node), count: count)
            case .tr: return columns.contains { $0 != nil } ? columns : []
            default: continue
            }
        }
        return []
    }

    private func span(named name: String, of node: MarkupTree.NodeID) -> Int {
        min(Self.maximumColumnSpan, max(1, tree.attribute(named: name, of: node).flatMap { Int($0) } ?? 1))
    }

    private func alignment(of cell: MarkupTree.NodeID) -> Table.Alignment? {
        if let named = tree.attribute(.align, of: cell)?.lowercased() { return Table.Alignment(rawValue: named) }
        guard let style = tree.attribute(.style, of: cell)?.lowercased(),
            let declaration = style.split(separator: ";").first(where: { $0.contains("text-align") }),
            let value = declaration.split(separator: ":").last
        else { return nil }
        return String(value).trimmed.flatMap(Table.Alignment.init)
    }
}
