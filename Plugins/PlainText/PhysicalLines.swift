import OffprintLanguage

/// A line of the source that is not blank.
struct PhysicalLine {
    /// Its bytes in the source, without white space at the ends.
    var start: Int32
    var end: Int32
    /// Its number in the source, counted from 1.
    var number: Int32
    /// How many columns it takes, without its indent.
    var width: Int32
    /// How many columns of white space it starts with.
    var indent: Int16
    /// How many `>` it starts with, as quoted mail does; they are not part of it.
    var quoteDepth: Int8
    /// Whether a blank line or the start of the text is before it.
    var followsBlank: Bool
    /// Whether three spaces or a tab part words of it, as they part the columns of a table.
    var hasGaps: Bool

    /// How many columns of white space part cells.
    static let narrowestGap: Int32 = 3

    var range: Range<Int> { Int(start)..<Int(end) }
    var fullWidth: Int32 { width + Int32(indent) }
}

/// Splits text into its lines: at LF, CR, CR LF, NEL, U+2028, U+2029 and, without a number of its own, at the tab and
/// feed of old printers.
struct LineSplitter: ~Copyable {
    private var lines: [PhysicalLine] = []
    private var number: Int32 = 1
    private var followsBlank = true

    // The line being read.
    private var start = 0
    private var end = 0
    private var columns: Int32 = 0
    private var width: Int32 = 0
    private var indent: Int32 = 0
    private var quoteDepth: Int8 = 0
    private var followsTab = false
    private var hasGaps = false
    private var isVisible = false
    private var hasStarted = false

    /// The lines of a text whose first has the number `first`.
    static func lines(of text: Span<UInt8>, first: Int = 1) -> [PhysicalLine] {
        var splitter = LineSplitter()
        splitter.number = Int32(clamping: first)
        splitter.split(text)
        return splitter.lines
    }

    private init() {}

    private mutating func split(_ text: Span<UInt8>) {
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte > 0x20, byte < 0x7F {
                if byte == 0x3E, !hasStarted, indent <= 1 {
                    quoteDepth = min(quoteDepth + 1, 100)
                    indent = 0
                } else {
                    add(from: index, to: index + 1, columns: 1)
                }
                index += 1
                continue
            }
            let from = index
            let point = text.nextCodePoint(&index)
            switch point {
            case 0x0A, 0x85, 0x2028, 0x2029: close(countingLine: true)
            case 0x0D:
                if index < text.count, text[index] == 0x0A { index += 1 }
                close(countingLine: true)
            case 0x0B: close(countingLine: false)
            case 0x0C:
                close(countingLine: false)
                followsBlank = true
            case 0x09:
                followsTab = hasStarted
                space(8 - columns % 8)
            case _ where point.isTrimmed: space(point.columns)
            case 0..<0x20, 0x7F..<0xA0: break
            case 0x202A...0x202E, 0x2066...0x2069: open(from, to: index)
            default: add(from: from, to: index, columns: point.columns)
            }
        }
        close(countingLine: false)
    }

    private mutating func space(_ columns: Int32) {
        if hasStarted { self.columns += columns } else { indent += columns }
    }

    /// Takes a sign that shows nothing but has a partner further on, so that it must stay.
    private mutating func open(_ from: Int, to index: Int) {
        if !hasStarted { (start, hasStarted) = (from, true) }
        end = index
    }

    private mutating func add(from: Int, to index: Int, columns: Int32) {
        if !hasStarted { (start, hasStarted) = (from, true) }
        if isVisible, followsTab || self.columns - width >= PhysicalLine.narrowestGap { hasGaps = true }
        (isVisible, followsTab) = (true, false)
        self.columns += columns
        width = self.columns
        end = index
    }

    private mutating func close(countingLine: Bool) {
        if isVisible {
            lines.append(
                PhysicalLine(
                    start: Int32(clamping: start),
                    end: Int32(clamping: end),
                    number: number,
                    width: width,
                    indent: Int16(clamping: indent),
                    quoteDepth: quoteDepth,
                    followsBlank: followsBlank,
                    hasGaps: hasGaps
                )
            )
            followsBlank = false
        } else if countingLine {
            followsBlank = true
        }
        if countingLine { number += 1 }
        (columns, width, indent, isVisible, hasStarted) = (0, 0, 0, false, false)
        (quoteDepth, followsTab, hasGaps) = (0, false, false)
    }
}
