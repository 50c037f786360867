import Offprint

/// A text under construction.
///
/// It is made of pieces, each a paragraph, an item or a row; lists and quotes set theirs in. The blocks are in a file of
/// their own.
struct TextRendering {
    /// What is there so far, in UTF-8.
    private(set) var text: [UInt8] = []
    var diagnostics: Diagnostics
    var notes: TextNotes
    /// What the block that is being written has lost so far.
    var losses: Set<TextLoss> = []
    /// The column that no line goes beyond; 0 for none.
    let width: Int
    /// What each line of the coming pieces starts with.
    var indent = ""
    /// What the first line of the next piece starts with instead, such as the mark of an item.
    var marker: String?
    /// Whether pieces follow each other without a blank line.
    var isTight = false
    /// Whether the next piece follows without a blank line.
    private var joinsNext = false

    init(_ options: OptionValues, _ diagnostics: Diagnostics) {
        width = options["width"].flatMap { Int($0) } ?? 0
        notes = TextNotes(listsLinks: options["links"] == "notes")
        self.diagnostics = diagnostics
    }

    /// Writes a piece of running text; one without a word leaves nothing.
    mutating func piece(_ piece: String) {
        let lines = piece.split(separator: "\n", omittingEmptySubsequences: false).map(CleanText.running)
        guard lines.contains(where: { !$0.isEmpty }) else { return }
        let columns = width == 0 ? 0 : max(1, width - indent.unicodeScalars.count)
        emit(lines.drop(while: \.isEmpty).flatMap { LineBreaking.lines(of: $0, within: columns) })
    }

    /// Writes a line that is never broken, such as an address.
    mutating func line(_ line: String) {
        let clean = CleanText.running(line[...])
        if !clean.isEmpty { emit([clean]) }
    }

    /// Writes lines as they are, such as those of code.
    mutating func verbatim(_ text: String) {
        let lines = CleanText.lines(of: text)
        if lines.contains(where: { !$0.isEmpty }) { emit(lines) }
    }

    /// The next piece follows the last one on the next line.
    mutating func join() { joinsNext = !text.isEmpty }

    private mutating func emit(_ lines: [String]) {
        if !text.isEmpty, !joinsNext { text.append(0x0A) }
        joinsNext = isTight
        for (index, line) in lines.enumerated() {
            let start = index == 0 ? marker ?? indent : indent
            marker = index == 0 ? nil : marker
            // An empty line within code needs no spaces.
            if !line.isEmpty { text.append(contentsOf: start.utf8) }
            text.append(contentsOf: line.utf8)
            text.append(0x0A)
        }
    }

    /// Writes pieces that are set in by some spaces.
    mutating func inset(_ depth: Int = 4, _ write: (inout TextRendering) -> Void) {
        let outer = indent
        indent += String(repeating: " ", count: depth)
        if let marker { self.marker = marker + String(repeating: " ", count: depth) }
        write(&self)
        indent = outer
    }

    /// Writes an item behind its mark.
    mutating func item(_ mark: String, _ write: (inout TextRendering) -> Void) {
        let outer = (indent, marker)
        marker = (marker ?? indent) + mark
        indent += String(repeating: " ", count: mark.unicodeScalars.count)
        let before = text.count
        write(&self)
        indent = outer.0
        // An item without a word leaves its mark to nobody.
        if text.count == before { marker = outer.1 }
    }

    /// Writes pieces with or without blank lines between them.
    mutating func spaced(tightly: Bool, _ write: (inout TextRendering) -> Void) {
        let outer = isTight
        isTight = tightly
        write(&self)
        isTight = outer
        joinsNext = outer
    }
}

/// Text without anything that a file of text may not hold.
enum CleanText {
    /// Running text: single spaces, none at the ends, no control characters.
    static func running(_ text: Substring) -> String {
        var clean = String.UnicodeScalarView()
        var pending = false
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09...0x0D, 0x20, 0x85, 0x2028, 0x2029: pending = !clean.isEmpty
            case 0x00..<0x20, 0x7F..<0xA0, 0xFEFF, 0xFFFE, 0xFFFF: continue
            default:
                if pending { clean.append(" ") }
                pending = false
                clean.append(scalar)
            }
        }
        return String(clean)
    }

    /// The lines of preformatted text, without control characters but tabs, and without empty lines at the ends.
    static func lines(of text: String) -> [String] {
        var lines: [String] = []
        var line = String.UnicodeScalarView()
        var isBehindReturn = false
        for scalar in text.unicodeScalars {
            let endsPair = isBehindReturn && scalar == "\n"
            isBehindReturn = scalar == "\r"
            switch scalar.value {
            case 0x0A, 0x0D, 0x85, 0x2028, 0x2029:
                if endsPair { continue }
                lines.append(String(line))
                line = String.UnicodeScalarView()
            case 0x09: line.append(scalar)
            case 0x00..<0x20, 0x7F..<0xA0, 0xFEFF, 0xFFFE, 0xFFFF: continue
            default: line.append(scalar)
            }
        }
        lines.append(String(line))
        while lines.last?.isEmpty == true { lines.removeLast() }
        return Array(lines.drop(while: \.isEmpty))
    }
}
