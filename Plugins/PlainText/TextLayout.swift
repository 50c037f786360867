import OffprintLanguage
import OffprintModel

/// A text as lines that each hold a paragraph, a headline or an item, and what each was found to be.
///
/// The rules are extensions, one a file; ``classify(in:)`` has their order.
struct TextLayout {
    /// The text of the lines: no line ends, single spaces, no control characters.
    private(set) var bytes: [UInt8] = []
    /// The lines; a line of the source that was only wrapped is part of the one before it.
    private(set) var lines: [TextLine] = []
    /// What each line was found to be.
    var roles: [LineRole] = []
    /// The language of the text; `nil` where its letters do not tell.
    private(set) var language: String?
    /// How many control characters were left out.
    private(set) var droppedControls = 0
    /// The cells of the lines that gaps part, in the order of the lines.
    private(set) var cells: [LineCell] = []

    /// Lays out a text in UTF-8, whose first line has the number `first` in its source.
    init(of text: Span<UInt8>, first: Int = 1, wrapped layout: Copy.Layout = .unknown) {
        let physical = LineSplitter.lines(of: text, first: first)
        let wrapping = layout == .wrapped ? .always : Wrapping(of: physical, in: text)
        bytes.reserveCapacity(text.count)
        lines.reserveCapacity(physical.count)
        var item: Int16?
        for (index, line) in physical.enumerated() {
            if index > 0, wrapping.joins(line, to: physical[index - 1], item: item, in: text) {
                join(before: line, in: text)
                append(text, line.range)
                lines[lines.count - 1].end = Int32(clamping: bytes.count)
                lines[lines.count - 1].width += line.width + 1
            } else {
                let start = Int32(clamping: bytes.count)
                if line.hasGaps, line.width <= Self.widestRow {
                    appendCells(text, line)
                } else {
                    append(text, line.range)
                }
                lines.append(
                    TextLine(
                        start: start,
                        end: Int32(clamping: bytes.count),
                        number: line.number,
                        width: line.width,
                        indent: Int8(clamping: line.indent),
                        quoteDepth: line.quoteDepth,
                        followsBlank: line.followsBlank
                    )
                )
                item = LineMark.mark(of: text, in: line.range) == nil ? nil : line.indent
            }
        }
        roles = [LineRole](repeating: .paragraph, count: lines.count)
        let tag = LanguageIdentifier.identify(bytes.span).tag
        if tag != LanguageIdentification.undetermined.tag { language = tag }
    }

    /// Copies a line that gaps part, and notes where its cells are.
    private mutating func appendCells(_ text: Span<UInt8>, _ line: PhysicalLine) {
        let row = Int32(clamping: lines.count)
        for cell in CellSplitter.cells(of: line, in: text) {
            if cell.range.lowerBound > Int(line.start) { bytes.append(0x20) }
            let start = Int32(clamping: bytes.count)
            append(text, cell.range)
            cells.append(
                LineCell(
                    line: row,
                    start: start,
                    end: Int32(clamping: bytes.count),
                    columns: cell.columns,
                    followsTab: cell.followsTab
                )
            )
        }
    }

    /// Copies a line; runs of spaces become one.
    private mutating func append(_ text: Span<UInt8>, _ range: Range<Int>) {
        var (index, followsSpace) = (range.lowerBound, false)
        while index < range.upperBound {
            let byte = text[index]
            if byte == 0x20 || byte == 0x09 {
                if !followsSpace { bytes.append(0x20) }
                (followsSpace, index) = (true, index + 1)
                continue
            }
            followsSpace = false
            if byte > 0x20, byte < 0x7F {
                bytes.append(byte)
                index += 1
                continue
            }
            let from = index
            switch text.nextCodePoint(&index) {
            case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: droppedControls += 1
            default: for offset in from..<index { bytes.append(text[offset]) }
            }
        }
    }

    /// Puts what belongs between two parts of a wrapped paragraph: a space, most often.
    private mutating func join(before line: PhysicalLine, in text: Span<UInt8>) {
        // A soft hyphen was there for the line end alone.
        if bytes.count >= 2, bytes[bytes.count - 2] == 0xC2, bytes[bytes.count - 1] == 0xAD {
            bytes.removeLast(2)
            return
        }
        var end = bytes.count - 1
        while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        let last = end >= 0 ? bytes.span.extracting(end..<bytes.count).firstCodePoint : 0x20
        let first = text.extracting(line.range).firstCodePoint
        if last.isWrittenWithoutSpaces || first.isWrittenWithoutSpaces { return }
        if last.isWrittenInPhrases, first.isWrittenInPhrases { return }
        if last == 0x2D || last == 0x2010, first.isLowercase, isAfterLetter(end),
            !Self.opensWithConjunction(text, line.range)
        {
            return
        }
        bytes.append(0x20)
    }

    private func isAfterLetter(_ index: Int) -> Bool {
        guard index > 0 else { return false }
        return (bytes[index - 1] | 0x20) &- 0x61 < 26 || bytes[index - 1] >= 0x80
    }

    /// Whether a line goes on as "in- und ausländisch" does, where the hyphen keeps its space.
    private static func opensWithConjunction(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var word: [UInt8] = []
        var index = range.lowerBound
        while index < range.upperBound, text[index] > 0x20, word.count < 8 {
            word.append(text[index])
            index += 1
        }
        return conjunctions.contains(String(decoding: word, as: UTF8.self))
    }

    private static let conjunctions: Set = [
        "und", "oder", "bzw.", "and", "or", "to", "och", "eller", "og", "en", "of", "ja", "tai",
    ]

    // MARK: Looking at lines

    /// The text of a line.
    func text(of index: Int) -> String { String(decoding: bytes[lines[index].range], as: UTF8.self) }

    /// The last code point of a line that is no closing quotation mark or bracket.
    func lastCodePoint(of index: Int) -> UInt32? { bytes.span.lastCodePoint(in: lines[index].range) }

    /// The mark of a list item that a line starts with.
    func mark(of index: Int) -> (mark: LineMark, content: Int)? {
        LineMark.mark(of: bytes.span, in: lines[index].range)
    }

    /// Whether a line ends as a sentence does.
    func closesSentence(_ index: Int) -> Bool { lastCodePoint(of: index)?.closesSentence ?? false }

    /// The scripts of a line's letters.
    func scripts(of index: Int) -> ScriptCounts { ScriptCounts(of: bytes.span.extracting(lines[index].range)) }

    /// The first line that is surely running text: it ends as a sentence does, or is longer than any headline.
    func firstBodyLine() -> Int? {
        lines.indices.first { index in
            if roles[index] == .verse(opensStanza: true) { return true }
            guard roles[index] == .paragraph, mark(of: index) == nil else { return false }
            let width = lines[index].width
            if width > HeadlineLimits.widest || width >= 25 && closesSentence(index) { return true }
            // Thai and its neighbours end sentences with a space.
            return width >= 90 && lastCodePoint(of: index)?.isWrittenInPhrases == true
        }
    }
}

/// A line of a layout.
struct TextLine {
    /// Its bytes in the layout.
    var start: Int32
    var end: Int32
    /// The number of its first line in the source, counted from 1.
    let number: Int32
    /// How many columns it takes, laid out on one line.
    var width: Int32
    /// How many columns of white space it started with; no rule asks for more than a byte holds.
    let indent: Int8
    /// How many `>` it started with.
    let quoteDepth: Int8
    /// Whether a blank line or the start of the text is before it.
    let followsBlank: Bool

    var range: Range<Int> { Int(start)..<Int(end) }
}

/// What a line was found to be.
enum LineRole: Hashable {
    /// Running text, or a line that no rule is sure of.
    case paragraph
    case title
    case subtitle
    case byline
    /// The agency or desk of who wrote the article, or the agency that signs.
    case affiliation
    /// When the article was published or changed.
    case date
    case photo
    case crosshead
    /// A heading that its signs mark, such as `## More`: it is as long as the signs are many.
    case markedHeading(level: Int8)
    /// An item of a list; `opensList` for the first.
    case item(opensList: Bool)
    /// A row of a table; `opensTable` for the first.
    case row(opensTable: Bool)
    /// A line of verse; `opensStanza` for the first.
    case verse(opensStanza: Bool)
    /// Words of another mail.
    case quote
    /// A question or an answer of an interview.
    case turn(ParagraphRole)
    /// The line of copyright under the text.
    case rights
    /// The first line of an entry of a live blog.
    case entry
    /// One of the points that sum the article up.
    case highlight
    case rule
    /// The short name of the copy.
    case slug
    /// What a press release or its editor says of it.
    case label(CopyLabel)
    /// A note to editors, or what stands under the end mark.
    case note
    /// What the page had around the article.
    case furniture(Furniture)

    /// Whether it is outside the text: over it, under it or beside it.
    var isBesideText: Bool {
        switch self {
        case .title, .subtitle, .byline, .affiliation, .date, .slug, .label, .note, .rights, .furniture, .highlight:
            true
        case .paragraph, .photo, .crosshead, .markedHeading, .item, .row, .quote, .verse, .turn, .entry, .rule: false
        }
    }
}

extension Span<UInt8> {
    /// The first code point; a space where there is none.
    var firstCodePoint: UInt32 {
        guard !isEmpty else { return 0x20 }
        var index = 0
        return nextCodePoint(&index)
    }
}
