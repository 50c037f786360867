import OffprintLanguage

/// Tells whether a text was broken into lines of one width, and which line ends are only that.
struct Wrapping {
    /// The width it was broken at; `nil` where a line is a paragraph.
    let width: Int32?
    /// Whether an indent opens a paragraph, as in books, rather than setting a whole block in.
    private let indentOpensParagraph: Bool

    /// How wide wrapped lines are: nobody wraps at less, and what is wider is a paragraph a line.
    private static let widths: ClosedRange<Int32> = 30...100
    /// What a line may lack to the full width before the next word counts as one that would have fitted.
    private static let slack: Int32 = 2
    /// Whether every line is known to go on until a blank one or an indent.
    private var isCertain = false
    /// With fewer line ends than these, the words around each must bear it out.
    private static let pairsNeeded = 3

    /// Looks at all lines.
    ///
    /// The width is that of the widest line but for one in twenty. A text is wrapped where at least half of the lines
    /// have no room for the first word of the next: on 601 texts this found 84 of 85 wrapped ones and no other.
    init(of lines: [PhysicalLine], in text: Span<UInt8>) {
        indentOpensParagraph = lines.indices.dropFirst().contains { index in
            !lines[index].followsBlank && lines[index].indent == 0 && lines[index - 1].indent > 0
                && LineMark.mark(of: text, in: lines[index - 1].range) == nil
        }
        let usual = Self.usualWidth(of: lines)
        guard Self.widths.contains(usual) else {
            width = nil
            return
        }
        var (pairs, full, runsOn) = (0, 0, 0)
        for index in lines.indices.dropFirst() where !lines[index].followsBlank {
            let line = lines[index]
            guard line.indent == 0, text[Int(line.start)] != UInt8(ascii: "|"), !line.hasGaps,
                !lines[index - 1].hasGaps,
                LineMark.mark(of: text, in: line.range) == nil, !isRule(text, in: line.range),
                !isRule(text, in: lines[index - 1].range)
            else { continue }
            pairs += 1
            if Self.isFull(lines[index - 1], before: line, width: usual, in: text) { full += 1 }
            if Self.runsOn(lines[index - 1], into: line, in: text) { runsOn += 1 }
        }
        let isWrapped = pairs > 0 && full * 2 >= pairs && (pairs >= Self.pairsNeeded || runsOn == pairs)
        width = isWrapped ? usual : nil
    }

    /// The wrapping of copy whose format says that it is wrapped.
    static let always = Wrapping()

    private init() {
        (width, indentOpensParagraph, isCertain) = (Self.widths.upperBound, true, true)
    }

    private static func usualWidth(of lines: [PhysicalLine]) -> Int32 {
        var histogram = [Int](repeating: 0, count: Int(widths.upperBound) + 2)
        for line in lines { histogram[min(Int(line.fullWidth), histogram.count - 1)] += 1 }
        var wider = 0
        for (width, count) in histogram.enumerated().reversed() {
            wider += count
            if wider * 20 > lines.count { return Int32(width) }
        }
        return 0
    }

    /// Whether the first word of the next line would not have fitted.
    private static func isFull(
        _ line: PhysicalLine,
        before next: PhysicalLine,
        width: Int32,
        in text: Span<UInt8>
    ) -> Bool {
        line.fullWidth + firstWord(of: next, in: text) > width - slack
    }

    /// The columns of the first word with the space before it.
    private static func firstWord(of line: PhysicalLine, in text: Span<UInt8>) -> Int32 {
        var (index, columns) = (Int(line.start), Int32(0))
        while index < Int(line.end), columns < 40 {
            let point = text.nextCodePoint(&index)
            if point.isTrimmed { break }
            // A line of ideographs breaks anywhere, but a full stop never opens one.
            if point.isWrittenWithoutSpaces { return max(columns, point.columns * 2) }
            if point.isWrittenInPhrases, columns >= 6 { break }
            columns += point.columns
        }
        return columns + 1
    }

    /// Whether a sentence runs from one line into the next.
    private static func runsOn(_ line: PhysicalLine, into next: PhysicalLine, in text: Span<UInt8>) -> Bool {
        guard line.width >= 40, let last = text.lastCodePoint(in: line.range), !last.closesSentence else {
            return false
        }
        var index = Int(next.start)
        let first = text.nextCodePoint(&index)
        return first.isLowercase || Script(of: first).map { !$0.hasCases } == true
    }

    /// Whether a line goes on with the paragraph of the line before it.
    ///
    /// `item` is the indent of that paragraph where it is an item of a list.
    func joins(_ line: PhysicalLine, to previous: PhysicalLine, item: Int16?, in text: Span<UInt8>) -> Bool {
        let inItem = item != nil
        guard let width, !line.followsBlank, line.quoteDepth == previous.quoteDepth, !isRule(text, in: line.range),
            !isRule(text, in: previous.range),
            text[Int(line.start)] != UInt8(ascii: "|")
        else { return false }
        if line.indent > 0, !inItem, indentOpensParagraph || previous.indent == 0 { return false }
        if !isCertain, line.hasGaps || previous.hasGaps {
            // Rows of a table; in one line alone a gap may be a slip of the typist, where the sentence goes on.
            guard line.hasGaps != previous.hasGaps, Self.runsOn(previous, into: line, in: text) else { return false }
        }
        if isCertain {
            if let item, line.indent > 0, line.indent <= item { return false }
            return LineMark.mark(of: text, in: line.range) == nil
        }
        let isFull = Self.isFull(previous, before: line, width: width, in: text)
        let closes = text.lastCodePoint(in: previous.range).map { $0.closesSentence || $0 == 0x3A } ?? false
        var index = Int(line.start)
        let first = text.nextCodePoint(&index)
        // A dash or "2015." at the start of a line is a mark only where the line before it was at its end.
        if first.isDash || LineMark.mark(of: text, in: line.range) != nil { return isFull && !closes && !inItem }
        return isFull || first.isLowercase || previous.fullWidth * 5 >= width * 3 && !closes
    }
}

extension Script {
    /// Whether the script has upper and lower case.
    var hasCases: Bool {
        switch self {
        case .latin, .greek, .cyrillic, .armenian: true
        default: false
        }
    }
}

extension Span<UInt8> {
    /// The last code point of a range that says something: quotation marks and brackets after it do not count.
    func lastCodePoint(in range: Range<Int>) -> UInt32? {
        var end = range.upperBound
        while end > range.lowerBound {
            var start = end - 1
            while start > range.lowerBound, self[start] & 0xC0 == 0x80 { start -= 1 }
            var index = start
            let point = nextCodePoint(&index)
            if !point.closesQuotation, !point.isTrimmed { return point }
            end = start
        }
        return nil
    }
}
