import Offprint
import OffprintXHTML

// Tables: with pipes where they can say it, else as HTML.
extension Composer {
    mutating func table(_ table: Table, depth: Int) -> Bool {
        let start = out.count
        let hasCaption = inlines(table.caption, .paragraph)
        if !hasCaption { out.removeLast(out.count - start) }
        if hasCaption { losses.approximate("table-caption", "The caption of a table became the paragraph before it.") }
        let mark = out.count
        if hasCaption { blankLine() }
        if tableBody(table, depth: depth) { return true }
        out.removeLast(out.count - mark)
        return hasCaption
    }

    private mutating func tableBody(_ table: Table, depth: Int) -> Bool {
        guard table.rows.contains(where: { !$0.isEmpty }) else { return false }
        if dialect.isGFM, Self.isPlain(table) { return pipes(table) }
        if dialect.allowsHTML { return htmlTable(table, depth: depth) }
        let plain = flattened(table)
        if dialect.isGFM { return pipes(plain) }
        losses.approximate("table", "CommonMark has no tables; the rows became lines.")
        var lines: [Inline] = []
        for row in plain.rows {
            if !lines.isEmpty { lines.append(.lineBreak) }
            for (column, cell) in row.enumerated() {
                if column > 0 { lines.append(.text(" | ")) }
                lines += Self.words(of: cell)
            }
        }
        return inlines(lines, .paragraph)
    }

    // MARK: Pipes

    /// Whether each cell is one paragraph in one column and one row, and at most one row heads the columns.
    private static func isPlain(_ table: Table) -> Bool {
        guard table.head.count <= 1 else { return false }
        for row in table.rows {
            for cell in row {
                guard cell.columnSpan == 1, cell.rowSpan == 1, cell.content.count <= 1 else { return false }
                guard let only = cell.content.first else { continue }
                guard case .paragraph = only else { return false }
            }
        }
        return true
    }

    private static func words(of cell: Table.Cell) -> [Inline] {
        if case .paragraph(let words, role: _)? = cell.content.first { words } else { [] }
    }

    private mutating func pipes(_ table: Table) -> Bool {
        var rows = table.rows[...]
        let width = rows.map(\.count).max() ?? 0
        var head: Table.Row = []
        if !table.head.isEmpty || rows.first?.allSatisfy(\.isHeader) == true { head = rows.removeFirst() }
        if rows.contains(where: { $0.contains(where: \.isHeader) }) {
            losses.approximate(
                "row-header",
                "Cells that name their row became plain cells: Markdown heads columns only."
            )
        }
        if !table.foot.isEmpty || table.bodies.count > 1 {
            losses.approximate("table-sections", "The sections of a table became one: Markdown tables have no others.")
        }
        row(head, width: width)
        newLine()
        out.append(.pipe)
        for column in 0..<width {
            switch Self.alignment(of: column, in: table) {
            case .left: write(" :--- |")
            case .center: write(" :---: |")
            case .right: write(" ---: |")
            case nil: write(" --- |")
            }
        }
        for row in rows {
            newLine()
            self.row(row, width: 0)
        }
        return true
    }

    /// Writes a row; one that is too short is filled up to `width`.
    private mutating func row(_ row: Table.Row, width: Int) {
        out.append(.pipe)
        for cell in row {
            out.append(.blank)
            if inlines(Self.words(of: cell), .cell) { out.append(.blank) }
            out.append(.pipe)
        }
        if row.isEmpty && width == 0 { write(" |") }
        for _ in 0..<max(0, width - row.count) { write(" |") }
    }

    /// How a column is set: as the table says, else as its first cell is.
    private static func alignment(of column: Int, in table: Table) -> Table.Alignment? {
        if column < table.columns.count, let alignment = table.columns[column] { return alignment }
        guard let first = table.head.first ?? table.bodies.first?.first, column < first.count else { return nil }
        return first[column].alignment
    }

    // MARK: Without HTML

    /// The table with a cell for each place: what spans several is repeated, what holds blocks holds their words.
    private mutating func flattened(_ table: Table) -> Table {
        let grid = TableGrid(table)
        var budget = 100_000  // Spans multiply; no table of a newsroom comes near.
        let groups = grid.groups.map { flattened($0, &budget) }
        var result = table
        result.columns = grid.columns
        result.head = groups[0]
        result.bodies = Array(groups.dropFirst().dropLast())
        result.foot = groups[groups.count - 1]
        return result
    }

    private mutating func flattened(_ group: [[TableGrid.Placed]], _ budget: inout Int) -> [Table.Row] {
        // What reaches down from rows before, by its column.
        var held: [Int: (cell: Table.Cell, rows: Int)] = [:]
        var rows: [Table.Row] = []
        for row in group {
            var cells: Table.Row = []
            func takeHeld(upTo end: Int, _ budget: inout Int) {
                while cells.count < end, budget > 0 {
                    if let (cell, rows) = held[cells.count] {
                        held[cells.count] = rows > 1 ? (cell, rows - 1) : nil
                        cells.append(cell)
                    } else {
                        cells.append(Table.Cell([]))
                    }
                    budget -= 1
                }
            }
            for placed in row {
                takeHeld(upTo: placed.column, &budget)
                let plain = plainCell(placed)
                for _ in 0..<(budget > 0 ? placed.columnSpan : 1) {
                    if placed.rowSpan > 1 { held[cells.count] = (plain, placed.rowSpan - 1) }
                    cells.append(plain)
                    budget -= 1
                }
            }
            if budget > 0, let last = held.keys.max() { takeHeld(upTo: last + 1, &budget) }
            rows.append(cells)
        }
        return rows
    }

    private mutating func plainCell(_ placed: TableGrid.Placed) -> Table.Cell {
        let cell = placed.cell
        if placed.columnSpan > 1 || placed.rowSpan > 1 {
            losses.approximate(
                "table-span",
                "Cells that span columns or rows were repeated in each: Markdown has no spans."
            )
        }
        var words: [Inline] = []
        if cell.content.count == 1, case .paragraph(let inlines, role: _)? = cell.content.first {
            words = inlines
        } else if !cell.content.isEmpty {
            losses.approximate("table-blocks", "Blocks in a table cell became one line.")
            cell.content.walk { block, _ in
                for run in block.inlines { words += [.text(" ")] + run }
                switch block {
                case .code(let text, language: _): words += [.text(" "), .code(text)]
                case .math(let math): words += [.text(" "), .math(math)]
                case .figure(let figure):
                    words += figure.images.map(Inline.image)
                    if let credit = figure.credit { words.append(.text(" " + credit)) }
                case .embed(let embed):
                    let title = embed.title ?? embed.url.map { LinkTarget.withoutCredentials($0) ?? $0 } ?? ""
                    words += [.text(" "), embed.url.map { .link([.text(title)], target: $0) } ?? .text(title)]
                case .liveEntry(let entry):
                    if let time = entry.time { words.append(.text(" " + time.momentText)) }
                    if let author = entry.author { words.append(.text(" " + author)) }
                case .paragraph, .heading, .list, .quote, .pullQuote, .table, .aside, .definitionList, .thematicBreak,
                    .footnote, .custom:
                    break
                }
            }
        }
        return Table.Cell([.paragraph(words)], isHeader: cell.isHeader, alignment: cell.alignment)
    }
}
