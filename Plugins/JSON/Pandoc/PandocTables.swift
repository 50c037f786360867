import Offprint
import OffprintInterchange
import OffprintXHTML

extension PandocEncoder {
    mutating func table(_ table: Table, depth: Int) {
        let grid = TableGrid(table)
        let width = grid.columns.count
        guard width > 0 else {
            if !table.caption.isEmpty { division(["caption"]) { $0.paragraph(table.caption) } }
            return
        }
        tuple("Table") { encoder in
            encoder.attributes()
            encoder.array { encoder in
                encoder.json.null()
                encoder.array { encoder in
                    if !table.caption.isEmpty { encoder.node("Plain") { $0.inlines(table.caption) } }
                }
            }
            encoder.array { encoder in
                for alignment in grid.columns {
                    encoder.array { encoder in
                        encoder.alignment(alignment)
                        encoder.tag("ColWidthDefault")
                    }
                }
            }
            encoder.group(grid.groups.first ?? [], depth)
            encoder.array { encoder in
                // How many headers pandoc can tell from the other cells, and how many there are.
                var told = 0
                for body in grid.groups.dropFirst().dropLast() {
                    for part in TableBody.parts(of: body, width: width) {
                        told += part.toldHeaders
                        encoder.body(part, depth)
                    }
                }
                if grid.groups.dropFirst().dropLast().joined().joined().count(where: \.cell.isHeader) > told {
                    encoder.diagnostics.approximate(
                        "header-as-cell",
                        "A header amid the cells of a table is a cell like them: pandoc has headers in first rows and columns."
                    )
                }
            }
            encoder.group(grid.groups.last ?? [], depth)
        }
    }

    /// A head or a foot.
    private mutating func group(_ rows: [[TableGrid.Placed]], _ depth: Int) {
        array { encoder in
            encoder.attributes()
            encoder.rows(rows, depth)
        }
    }

    private mutating func body(_ body: TableBody, _ depth: Int) {
        array { encoder in
            encoder.attributes()
            encoder.json.integer(body.headerColumns)
            encoder.rows(body.head, depth)
            encoder.rows(body.rows, depth)
        }
    }

    private mutating func rows(_ rows: [[TableGrid.Placed]], _ depth: Int) {
        array { encoder in
            for row in rows {
                encoder.array { encoder in
                    encoder.attributes()
                    encoder.array { encoder in for cell in row { encoder.cell(cell, depth) } }
                }
            }
        }
    }

    private mutating func cell(_ placed: TableGrid.Placed, _ depth: Int) {
        array { encoder in
            encoder.attributes()
            encoder.alignment(placed.cell.alignment)
            encoder.json.integer(placed.rowSpan)
            encoder.json.integer(placed.columnSpan)
            encoder.blocks(placed.cell.content, depth: depth + 1, isTight: true)
        }
    }

    private mutating func alignment(_ alignment: Table.Alignment?) {
        switch alignment {
        case .left: tag("AlignLeft")
        case .center: tag("AlignCenter")
        case .right: tag("AlignRight")
        case nil: tag("AlignDefault")
        }
    }
}

/// A body as pandoc has it: rows that head it, then rows whose first cells may name them.
struct TableBody {
    var head: [[TableGrid.Placed]] = []
    var rows: [[TableGrid.Placed]] = []
    var headerColumns = 0

    /// How many headers stand where pandoc has them.
    var toldHeaders: Int {
        head.joined().count + rows.joined().count { $0.cell.isHeader && $0.column < headerColumns }
    }

    /// A group of rows, parted wherever rows of headers stand in its midst.
    static func parts(of group: [[TableGrid.Placed]], width: Int) -> [TableBody] {
        var parts = [TableBody()]
        var reach = 0
        for (index, row) in group.enumerated() {
            let isHead = !row.isEmpty && row.allSatisfy(\.cell.isHeader) && (row.count > 1 || width == 1)
            if isHead, reach <= index, !parts[parts.count - 1].rows.isEmpty { parts.append(TableBody()) }
            if isHead, parts[parts.count - 1].rows.isEmpty, reach <= index || !parts[parts.count - 1].head.isEmpty {
                parts[parts.count - 1].head.append(row)
            } else {
                parts[parts.count - 1].rows.append(row)
            }
            reach = max(reach, index + (row.map(\.rowSpan).max() ?? 1))
        }
        for index in parts.indices { parts[index].headerColumns = headerColumns(of: parts[index].rows) }
        return parts
    }

    /// How many first columns hold headers in every row.
    private static func headerColumns(of rows: [[TableGrid.Placed]]) -> Int {
        guard !rows.isEmpty else { return 0 }
        var least = Int.max
        // Headers that reach down from rows before: up to which column, and down to which row.
        var reaching: [Int: (end: Int, endRow: Int)] = [:]
        for (index, row) in rows.enumerated() {
            var column = 0
            var cells = row[...]
            while true {
                if let cell = cells.first, cell.column == column, cell.cell.isHeader {
                    if cell.rowSpan > 1 { reaching[column] = (column + cell.columnSpan, index + cell.rowSpan) }
                    column += cell.columnSpan
                    cells.removeFirst()
                } else if let held = reaching[column], held.endRow > index {
                    column = held.end
                } else {
                    break
                }
            }
            least = min(least, column)
            if least == 0 { break }
        }
        return least
    }
}
