import OffprintLanguage

/// A part of a line between two gaps.
struct LineCell {
    /// The line of the layout that it is part of.
    let line: Int32
    /// Its bytes in the layout.
    let start: Int32
    let end: Int32
    /// The columns that it took in the source.
    let columns: Range<Int32>
    /// Whether a tab is before it, which says on its own that a column starts.
    let followsTab: Bool

    /// Whether it stands in the same column of a table: flush left or flush right.
    func isAligned(with other: LineCell) -> Bool {
        followsTab && other.followsTab || columns.lowerBound == other.columns.lowerBound
            || columns.upperBound == other.columns.upperBound
    }
}

/// Splits a line where three spaces or a tab part its words.
enum CellSplitter {
    typealias Part = (range: Range<Int>, columns: Range<Int32>, followsTab: Bool)

    static func cells(of line: PhysicalLine, in text: Span<UInt8>) -> [Part] {
        var cells: [Part] = []
        var (index, column, followsTab) = (Int(line.start), Int32(0), false)
        var (start, end) = (index, index)
        var (first, last) = (column, column)
        var opensAtTab = false
        while index < Int(line.end) {
            let from = index
            let point = text.nextCodePoint(&index)
            if point == 0x09 {
                column += 8 - column % 8
                followsTab = true
                continue
            }
            if point.isTrimmed {
                column += point.columns
                continue
            }
            if end > start, followsTab || column - last >= PhysicalLine.narrowestGap {
                cells.append((start..<end, first..<last, opensAtTab))
                (start, first, opensAtTab) = (from, column, followsTab)
            }
            followsTab = false
            column += point.columns
            (end, last) = (index, column)
        }
        if end > start { cells.append((start..<end, first..<last, opensAtTab)) }
        return cells
    }
}

extension TextLayout {
    /// The cells of a line; none where no gap parts it.
    func cells(between line: Int) -> ArraySlice<LineCell> {
        var (low, high) = (0, cells.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(cells[middle].line) < line { low = middle + 1 } else { high = middle }
        }
        let rest = cells[low...]
        return rest.prefix { Int($0.line) == line }
    }

    /// Whether two lines are rows of one table: as many cells, and all under one another but the first.
    func areAligned(_ line: Int, _ next: Int) -> Bool {
        guard lines[line].indent == lines[next].indent, !lines[next].followsBlank else { return false }
        let (above, below) = (cells(between: line), cells(between: next))
        return above.count == below.count && zip(above, below).allSatisfy { $0.isAligned(with: $1) }
    }
}
