import OffprintModel

extension TextLayout {
    /// Finds tables: lines between bars, lines of as many semicolons, as agencies send results and weather, and lines
    /// whose words gaps set under one another.
    mutating func findTables() {
        var run = 0..<0
        var kind: UInt8 = 0
        var columns = 0
        for index in lines.indices {
            let sign = rowSign(of: index)
            let count = sign == UInt8(ascii: ";") ? bytes[lines[index].range].count { $0 == sign } : 0
            if let sign, !run.isEmpty, run.upperBound == index, sign == kind, count == columns,
                sign != Self.gap || areAligned(index - 1, index)
            {
                run = run.lowerBound..<index + 1
                continue
            }
            closeTable(run, kind)
            (run, kind, columns) = (index..<(sign == nil ? index : index + 1), sign ?? 0, count)
        }
        closeTable(run, kind)
    }

    /// How wide a row of a table is at most, in columns.
    static let widestRow: Int32 = 400

    private func rowSign(of index: Int) -> UInt8? {
        guard roles[index] == .paragraph, lines[index].width <= Self.widestRow else { return nil }
        let text = bytes[lines[index].range]
        let (bar, semicolon) = (UInt8(ascii: "|"), UInt8(ascii: ";"))
        if text.first == bar { return text.count > 2 && text.last == bar ? bar : nil }
        if text.count(where: { $0 == semicolon }) >= 3 {
            return closesSentence(index) || mark(of: index) != nil ? nil : semicolon
        }
        return mark(of: index) == nil && cells(between: index).count >= 2 ? Self.gap : nil
    }

    /// Stands for the white space between cells.
    private static let gap = UInt8(ascii: "\t")

    private mutating func closeTable(_ run: Range<Int>, _ kind: UInt8) {
        guard run.count >= (kind == UInt8(ascii: ";") ? 3 : 2) else { return }
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
        let hasHead =
            hasRule || rows.count > 1 && (rows[0].first == "" || isGappedRow(start) && Self.opensWithNames(rows))
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

    /// Whether a line is a row that gaps part, and no sign.
    func isGappedRow(_ index: Int) -> Bool {
        let text = bytes[lines[index].range]
        return text.first != UInt8(ascii: "|") && text.count { $0 == UInt8(ascii: ";") } < 3
    }

    /// Whether the first row has no number, and a column under it has nothing else.
    private static func opensWithNames(_ rows: [[String]]) -> Bool {
        rows[0].allSatisfy { !$0.contains(where: \.isNumber) }
            && rows[0].indices.contains { column in
                rows.dropFirst().allSatisfy { $0.indices.contains(column) && $0[column].contains(where: \.isNumber) }
            }
    }

    private func cells(of index: Int) -> [String] {
        let text = text(of: index)
        if isGappedRow(index) {
            return cells(between: index).map {
                String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self)
            }
        }
        if text.first == "|" {
            return text.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false).map(\.trimmed)
        }
        return text.split(separator: ";", omittingEmptySubsequences: false).map(\.trimmed)
    }
}
