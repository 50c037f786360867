import OffprintModel

extension Rendering {
    mutating func table(_ table: Table, depth: Int) {
        let grid = TableGrid(table)
        guard grid.groups.contains(where: { !$0.isEmpty }) else { return paragraph(table.caption, class: "caption") }
        out.open("table")
        out.newline()
        if !table.caption.isBlank {
            out.open("caption")
            inlines(table.caption, depth: 0)
            out.close("caption")
            out.newline()
        }
        for (index, rows) in grid.groups.enumerated() where !rows.isEmpty {
            let name = index == 0 ? "thead" : index == grid.groups.count - 1 ? "tfoot" : "tbody"
            out.open(name)
            out.newline()
            for row in rows { self.row(row, isHead: index == 0, columns: grid.columns, depth: depth) }
            out.close(name)
            out.newline()
        }
        out.close("table")
    }

    private mutating func row(_ row: [TableGrid.Placed], isHead: Bool, columns: [Table.Alignment?], depth: Int) {
        let allHead = isHead || row.allSatisfy(\.cell.isHeader)
        out.open("tr")
        for placed in row {
            let cell = placed.cell
            // A header without words heads nothing.
            let isHeader = (isHead || cell.isHeader) && !cell.content.isEmpty
            let name = isHeader ? "th" : "td"
            out.open(
                name,
                [
                    "scope": isHeader ? (allHead ? "col" : "row") : nil,
                    "class": (cell.alignment ?? columns[placed.column])?.rawValue,
                    "colspan": placed.columnSpan > 1 ? String(placed.columnSpan) : nil,
                    "rowspan": placed.rowSpan > 1 ? String(placed.rowSpan) : nil,
                ]
            )
            inner(cell.content, isTight: true, depth: depth + 1)
            out.close(name)
        }
        out.close("tr")
        out.newline()
    }
}
