extension TextLayout {
    /// Finds lists: two lines or more, one after the other, whose marks go together.
    ///
    /// One marked line alone is a paragraph: a number may open a sentence. An en dash opens a turn of dialogue far
    /// more often than an item, and is no mark here.
    mutating func findLists() {
        var run = 0..<0
        var last: LineMark?
        for index in lines.indices {
            let mark = roles[index] == .paragraph ? mark(of: index)?.mark : nil
            if let mark, let last, mark.follows(last), hasSpacing(of: run, index, mark) {
                run = run.lowerBound..<index + 1
            } else {
                closeList(run)
                run = index..<(mark == nil ? index : index + 1)
            }
            last = mark
        }
        closeList(run)
    }

    /// Whether an item stands as close to a list as the list's second item to its first; numbers need not.
    private func hasSpacing(of run: Range<Int>, _ index: Int, _ mark: LineMark) -> Bool {
        if case .number = mark { return true }
        return run.count < 2 || lines[run.lowerBound + 1].followsBlank == lines[index].followsBlank
    }

    private mutating func closeList(_ run: Range<Int>) {
        guard run.count >= 2 else { return }
        for index in run { roles[index] = .item(opensList: index == run.lowerBound) }
    }
}
