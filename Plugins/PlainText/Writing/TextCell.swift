/// A cell of a table as text, over one column or several.
struct TextCell {
    let words: String
    let columns: Int

    /// Rows with their columns under each other, where they are not too wide for that.
    static func aligned(_ rows: [[TextCell]], columns: Int, within limit: Int) -> [String] {
        var widths = Array(repeating: 0, count: columns)
        for row in rows {
            var column = 0
            for cell in row {
                if cell.columns == 1 { widths[column] = max(widths[column], cell.words.columns) }
                column += cell.columns
            }
        }
        let fits = widths.reduce(0, +) + 3 * columns <= limit
        return rows.map { row in
            var column = 0
            let cells = row.enumerated().map { index, cell in
                let start = column
                column += cell.columns
                guard fits, index < row.count - 1 else { return cell.words }
                // A cell over several takes what stands between them too.
                let width = widths[start..<column].reduce(0, +) + 3 * (cell.columns - 1)
                return cell.words + String(repeating: " ", count: max(0, width - cell.words.columns))
            }
            let line = cells.joined(separator: " | ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }
}

extension String {
    /// How many columns it takes.
    fileprivate var columns: Int { unicodeScalars.reduce(0) { $0 + Int($1.value.columns) } }
}
