import OffprintModel

extension TextLayout {
    /// Finds tables: lines between bars, or lines of as many semicolons, as agencies send results and weather.
    mutating func findTables() {
        var run = 0..<0
        var kind: UInt8 = 0
        var columns = 0
        for index in lines.indices {
            let sign = rowSign(of: index)
            let count = sign == UInt8(ascii: ";") ? bytes[lines[index].range].count { $0 == sign } : 0
            if let sign, !run.isEmpty, run.upperBound == index, sign == kind, count == columns {
                run = run.lowerBound..<index + 1
                continue
            }
            closeTable(run, kind)
            (run, kind, columns) = (index..<(sign == nil ? index : index + 1), sign ?? 0, count)
        }
        closeTable(run, kind)
    }

    private func rowSign(of index: Int) -> UInt8? {
        guard roles[index] == .paragraph, lines[index].width <= 400 else { return nil }
        let text = bytes[lines[index].range]
        let (bar, semicolon) = (UInt8(ascii: "|"), UInt8(ascii: ";"))
        if text.first == bar { return text.count > 2 && text.last == bar ? bar : nil }
        guard text.count(where: { $0 == semicolon }) >= 3 else { return nil }
        return closesSentence(index) || mark(of: index) != nil ? nil : semicolon
    }

    private mutating func closeTable(_ run: Range<Int>, _ kind: UInt8) {
        guard run.count >= (kind == UInt8(ascii: "|") ? 2 : 3) else { return }
        for index in run { roles[index] = .row(opensTable: index == run.lowerBound) }
    }

    /// The table that starts at a line, and the line after it.
    func table(from start: Int) -> (table: Table, next: Int) {
        var next = start
        var rows: [[String]] = []
        var hasRule = false
        repeat {
            let cells = cells(of: next)
            // `|---|:--|` is the rule under the head.
            if cells.allSatisfy({ !$0.isEmpty && $0.allSatisfy { "-:".contains($0) } }) {
                hasRule = hasRule || rows.count == 1
            } else {
                rows.append(cells)
            }
            next += 1
        } while next < lines.count && roles[next] == .row(opensTable: false)
        let width = rows.map(\.count).max() ?? 0
        // Results open with a row whose first cell is empty: the names of the columns.
        let hasHead = hasRule || rows.count > 1 && rows[0].first == ""
        let made = rows.enumerated().map { number, cells in
            cells.enumerated().map { place, text in
                Table.Cell(
                    text.isEmpty ? [] : [.paragraph([.text(text)])],
                    isHeader: hasHead && number == 0,
                    columnSpan: place + 1 == cells.count ? width - place : 1
                )
            }
        }
        let head = hasHead ? Array(made.prefix(1)) : []
        return (
            Table(
                columns: Array(repeating: nil, count: width),
                head: head,
                bodies: [Array(made.dropFirst(head.count))]
            ), next
        )
    }

    private func cells(of index: Int) -> [String] {
        let text = text(of: index)
        if text.first == "|" {
            return text.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false).map(\.trimmed)
        }
        return text.split(separator: ";", omittingEmptySubsequences: false).map(\.trimmed)
    }
}
