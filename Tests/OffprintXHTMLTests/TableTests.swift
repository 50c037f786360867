import OffprintModel
import OffprintXHTML
import Testing

@Suite struct TableTests {
    private func cell(_ words: String, _ columns: Int = 1, _ rows: Int = 1, header: Bool = false) -> Table.Cell {
        Table.Cell([paragraph(words)], isHeader: header, columnSpan: columns, rowSpan: rows)
    }

    /// The cells of each row, each with its spans.
    private func rows(_ table: Table) -> [String] {
        let markup = Rendered([.table(table)]).markup
        return markup.split(separator: "<tr>").dropFirst().map { row in
            row.split(separator: "<td").filter { $0.contains("</td>") }.map { cell in
                let columns = span("colspan", cell)
                let rows = span("rowspan", cell)
                let words = cell.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" }
                return "\(words)\(columns)x\(rows)"
            }.joined(separator: " ")
        }
    }

    private func span(_ name: String, _ cell: Substring) -> String {
        let parts = cell.split(separator: "\(name)=\"")
        return parts.count > 1 ? String(parts[1].prefix { $0 != "\"" }) : "1"
    }

    @Test func `spans that overrun the table end with it`() {
        let table = Table(bodies: [[[cell("a", 900)], [cell("b"), cell("c", 1, 50)], [cell("d")]]])
        #expect(rows(table) == ["a2x1", "b1x1 c1x2", "d1x1"])
    }

    @Test func `a column in which nothing begins goes`() {
        let table = Table(bodies: [[[cell("a", 3), cell("b", 2)], [cell("c", 3), cell("d", 2)]]])
        #expect(rows(table) == ["a1x1 b1x1", "c1x1 d1x1"])
    }

    @Test func `columns are counted without those in which nothing begins`() {
        let table = Table(
            columns: [.left, nil, nil, .right],
            bodies: [[[cell("a", 3), cell("b")], [cell("c", 3), cell("d")]]]
        )
        let grid = TableGrid(table)
        #expect(grid.columns == [.left, .right])
        #expect(grid.groups[1].map { $0.map(\.column) } == [[0, 1], [0, 1]])
    }

    @Test func `cells do not overlap`() {
        let table = Table(bodies: [[[cell("a"), cell("b", 1, 2), cell("c")], [cell("d", 3), cell("e")]]])
        #expect(rows(table) == ["a1x1 b1x2 c1x1", "d1x1 e1x1"])
    }

    @Test func `rows without a cell go, and spans do not count them`() {
        let table = Table(bodies: [[[cell("a", 1, 3), cell("b")], [], [cell("c")], []]])
        #expect(rows(table) == ["a1x2 b1x1", "c1x1"])
    }

    @Test func `a span stays within head, body or foot`() {
        let markup = Rendered([
            .table(
                Table(
                    head: [[cell("h", 1, 9)]],
                    bodies: [[[cell("a", 1, 9)]], [[cell("b")], [cell("c")]]],
                    foot: [[cell("f", 1, 2)]]
                )
            )
        ]).markup
        #expect(!markup.contains("rowspan"))
        #expect(markup.contains("</thead><tbody>") && markup.contains("</tbody><tbody>"))
        #expect(markup.contains("<tfoot><tr><td>f</td></tr></tfoot>"))
    }

    @Test func `headers say what they head`() {
        let markup = Rendered([
            .table(
                Table(
                    columns: [nil, .right],
                    head: [[Table.Cell([]), cell("H", header: true)]],
                    bodies: [
                        [[cell("r", header: true), cell("d")], [cell("p", header: true), cell("q", header: true)]]
                    ]
                )
            )
        ]).markup
        #expect(markup.contains("<thead><tr><td></td><th scope=\"col\" class=\"right\">H</th></tr></thead>"))
        #expect(markup.contains("<tr><th scope=\"row\">r</th><td class=\"right\">d</td></tr>"))
        #expect(markup.contains("<tr><th scope=\"col\">p</th><th scope=\"col\" class=\"right\">q</th></tr>"))
    }

    @Test func `a table of many wide and tall cells takes no time to speak of`() {
        let row = (0..<200).map { cell("x", 1_000, $0 % 7 * 1_000) }
        let table = Table(bodies: [Array(repeating: row, count: 50)])
        let took = ContinuousClock().measure { #expect(Rendered([.table(table)]).isWellFormed) }
        #expect(took < .seconds(20))
    }
}
