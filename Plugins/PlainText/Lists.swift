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
            if let mark, let last, mark.follows(last) {
                run = run.lowerBound..<index + 1
            } else {
                closeList(run)
                run = index..<(mark == nil ? index : index + 1)
            }
            last = mark
        }
        closeList(run)
    }

    private mutating func closeList(_ run: Range<Int>) {
        guard run.count >= 2 else { return }
        for index in run { roles[index] = .item }
    }
}
