import OffprintMarkup
import OffprintModel

extension BlockBuilder {
    /// The most rows and columns that a cell may span, as browsers have it
    /// (https://html.spec.whatwg.org/#algorithm-for-processing-rows).
    private static let maximumColumnSpan = 1_000
    private static let maximumRowSpan = 65_534

    mutating func table(_ node: MarkupTree.NodeID, depth: Int) -> [Block] {
        if isLayout(node) { return blocks(in: node, under: [], depth: depth + 1) }
        var table = Table()
        var index = node + 1
        var group = MarkupName.tbody
        var bodies: [[Table.Row]] = [[]]
        var groupEnd = node
        while index < tree.end(of: node) {
            if index >= groupEnd { group = .tbody }
            switch name(of: index) {
            case .caption:
                table.caption = Self.joined(blocks(in: index, under: [], depth: depth + 1))
                index = tree.end(of: index)
            case .thead, .tbody, .tfoot:
                group = name(of: index)
                groupEnd = tree.end(of: index)
                if group == .tbody, bodies.last?.isEmpty == false { bodies.append([]) }
                index += 1
            case .tr:
                let row = self.row(index, depth: depth)
                switch group {
                case .thead: table.head.append(row)
                case .tfoot: table.foot.append(row)
                default: bodies[bodies.count - 1].append(row)
                }
                index = tree.end(of: index)
            default: index += 1
            }
        }
        table.bodies = bodies.filter { !$0.isEmpty }
        promoteHeaderRow(of: &table)
        guard !table.rows.isEmpty else {
            return table.caption.isEmpty ? blocks(in: node, under: [], depth: depth + 1) : [.paragraph(table.caption)]
        }
        return [.table(table)]
    }

    private mutating func row(_ node: MarkupTree.NodeID, depth: Int) -> Table.Row {
        var row: Table.Row = []
        for cell in tree.children(of: node) where name(of: cell) == .td || name(of: cell) == .th {
            row.append(
                Table.Cell(
                    blocks(in: cell, under: [], depth: depth + 1),
                    isHeader: name(of: cell) == .th,
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
        min(limit, max(1, tree.attribute(name, of: cell)?.trimmed.flatMap { Int($0) } ?? 1))
    }

    private func alignment(of cell: MarkupTree.NodeID) -> Table.Alignment? {
        if let named = tree.attribute(.align, of: cell)?.lowercased() { return Table.Alignment(rawValue: named) }
        guard let style = tree.attribute(.style, of: cell)?.lowercased(),
            let declaration = style.split(separator: ";").first(where: { $0.contains("text-align") }),
            let value = declaration.split(separator: ":").last
        else { return nil }
        return String(value).trimmed.flatMap(Table.Alignment.init)
    }

    /// Whether a table only arranges the page: it says so, or it has a single cell.
    private func isLayout(_ node: MarkupTree.NodeID) -> Bool {
        if let role = tree.attribute(.role, of: node), role == "presentation" || role == "none" { return true }
        let cells = tree.descendants(of: node).lazy.filter { name(of: $0) == .td || name(of: $0) == .th }
        return cells.prefix(2).count <= 1
    }
}
