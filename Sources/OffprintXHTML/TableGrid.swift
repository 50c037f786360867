package import OffprintModel

/// A table's cells in their places: no span leaves the table, no two cells overlap, and every row and column has a
/// cell that begins in it.
///
/// Sources span past the last column to mean "the whole width", and down past the last row; readers show such tables
/// in odd ways.
package struct TableGrid {
    /// A cell in its place.
    package struct Placed {
        package let cell: Table.Cell
        package let column: Int
        package let columnSpan: Int
        package let rowSpan: Int
    }

    /// The rows of each group: the head, the bodies, the foot.
    package let groups: [[[Placed]]]
    /// How the columns are set, one for each that there is.
    package let columns: [Table.Alignment?]

    /// Places the cells of a table.
    package init(_ table: Table) {
        let placed = ([table.head] + table.bodies + [table.foot]).map(Self.place)
        // Columns in which no cell begins only exist because a span says so.
        let starts = Set(placed.joined().joined().map(\.column)).sorted()
        columns = starts.map { $0 < table.columns.count ? table.columns[$0] : nil }
        func index(_ column: Int) -> Int {
            var (low, high) = (0, starts.count)
            while low < high {
                let middle = (low + high) / 2
                if starts[middle] < column { low = middle + 1 } else { high = middle }
            }
            return low
        }
        groups = placed.map { rows in
            rows.map { row in
                row.map { cell in
                    let column = index(cell.column)
                    return Placed(
                        cell: cell.cell,
                        column: column,
                        columnSpan: max(1, index(cell.column + cell.columnSpan) - column),
                        rowSpan: cell.rowSpan
                    )
                }
            }
        }
    }

    /// Columns that a cell of an earlier row takes, up to a row.
    private struct Taken {
        let columns: Range<Int>
        let endRow: Int
    }

    private static func place(_ group: [Table.Row]) -> [[Placed]] {
        // Rows without a cell of their own are left out, and spans do not count them.
        var kept: [Int] = [0]
        for row in group { kept.append(kept[kept.count - 1] + (row.isEmpty ? 0 : 1)) }
        let count = kept[kept.count - 1]
        var taken: [Taken] = []
        var rows: [[Placed]] = []
        for (index, row) in group.enumerated() where !row.isEmpty {
            let here = rows.count
            taken.removeAll { $0.endRow <= here }
            var next = taken.makeIterator()
            var obstacle = next.next()
            var column = 0
            var placed: [Placed] = []
            var added: [Taken] = []
            for cell in row {
                while let found = obstacle, found.columns.lowerBound <= column {
                    column = max(column, found.columns.upperBound)
                    obstacle = next.next()
                }
                // HTML counts 1,000 columns and 65,534 rows at most.
                var span = min(1_000, max(1, cell.columnSpan))
                if let found = obstacle { span = min(span, found.columns.lowerBound - column) }
                let last = min(group.count, index + min(65_534, max(1, cell.rowSpan)))
                let rowSpan = max(1, min(count, kept[last]) - here)
                placed.append(Placed(cell: cell, column: column, columnSpan: span, rowSpan: rowSpan))
                if rowSpan > 1 { added.append(Taken(columns: column..<column + span, endRow: here + rowSpan)) }
                column += span
            }
            if !added.isEmpty {
                taken += added
                taken.sort { $0.columns.lowerBound < $1.columns.lowerBound }
            }
            rows.append(placed)
        }
        return rows
    }
}
