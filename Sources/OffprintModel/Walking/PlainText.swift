extension Sequence<Inline> {
    /// The words alone: no marks, a line end for each line break, nothing for images without an alternative text.
    public var plainText: String {
        var text = PlainTextBuffer(separator: "")
        text.write(self)
        return text.string
    }
}

extension Sequence<Block> {
    /// The body as plain text, blocks separated by blank lines: headings, paragraphs, list items (`- ` before each),
    /// quotes, table rows (cells separated by ` | `), code, fact boxes and the titles of embeds.
    ///
    /// Captions and credits are metadata of pictures and stay out, as do the words for a picture that is a paragraph.
    public var plainText: String {
        var text = PlainTextBuffer(separator: "\n\n")
        for block in self { block.write(to: &text, depth: 0) }
        return text.string
    }

    /// The start of the plain text in UTF-8: whole blocks, until they come to `count` bytes.
    package func plainTextBytes(upTo count: Int) -> [UInt8] {
        var text = PlainTextBuffer(separator: "\n\n")
        for block in self where text.bytes.count < count { block.write(to: &text, depth: 0) }
        return text.bytes
    }
}

extension [Inline] {
    /// Whether there are pictures, linked or not, and nothing else.
    fileprivate var areOnlyPictures: Bool {
        var found = false
        for inline in self {
            switch inline {
            case .image: found = true
            case .lineBreak: continue
            case .text(let text): if !text.unicodeScalars.allSatisfy(\.properties.isWhitespace) { return false }
            case .link(let inner, _, _), .emphasis(let inner), .strong(let inner), .span(let inner, _, _):
                guard inner.areOnlyPictures else { return false }
                found = true
            case .strikethrough, .superscript, .subscript, .code, .footnoteReference, .math, .quoted, .cite, .ruby,
                .custom:
                return false
            }
        }
        return found
    }
}

/// Plain text as it is written, in UTF-8.
private struct PlainTextBuffer {
    private(set) var bytes: [UInt8] = []
    /// What stands between two pieces.
    private var separator: String
    /// Where the pieces that it stands between start.
    private var start = 0

    init(separator: String) { self.separator = separator }

    var string: String { String(decoding: bytes, as: UTF8.self) }

    /// Writes a piece, behind the separator if it is not the first; a piece without text leaves nothing.
    mutating func piece(_ write: (inout PlainTextBuffer) -> Void) {
        let before = bytes.count
        if before > start { append(separator) }
        let empty = bytes.count
        write(&self)
        if bytes.count == empty { bytes.removeLast(empty - before) }
    }

    /// Writes what has pieces of its own with another separator between them.
    mutating func frame(separator inner: String, _ write: (inout PlainTextBuffer) -> Void) {
        let outer = (separator, start)
        (separator, start) = (inner, bytes.count)
        write(&self)
        (separator, start) = outer
    }

    mutating func cut(to count: Int) { bytes.removeLast(bytes.count - count) }

    mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    mutating func write(_ inlines: some Sequence<Inline>) {
        inlines.walk { inline in
            switch inline {
            case .text(let run), .code(let run): append(run)
            case .lineBreak: append("\n")
            case .image(let image): append(image.alternativeText ?? "")
            case .math(let math): append(math.alternativeText ?? (math.notation == .tex ? math.source : ""))
            case .emphasis, .strong, .strikethrough, .superscript, .subscript, .link, .footnoteReference, .quoted,
                .cite, .ruby, .span, .custom:
                break
            }
        }
    }
}

extension Block {
    fileprivate func write(to text: inout PlainTextBuffer, depth: Int) {
        guard depth < Article.maximumDepth else { return }
        switch self {
        case .paragraph(let inlines, _): if !inlines.areOnlyPictures { text.piece { $0.write(inlines) } }
        case .heading(_, let inlines): text.piece { $0.write(inlines) }
        case .list(let list):
            for item in list.items { item.content.writeItem(to: &text, depth: depth + 1) }
        case .quote(let blocks, let attribution), .pullQuote(let blocks, let attribution):
            blocks.write(to: &text, depth: depth + 1)
            text.piece { $0.write(attribution) }
        case .code(let code, _): text.piece { $0.append(code) }
        case .table(let table):
            text.piece { $0.write(table.caption) }
            text.piece { table.writeRows(to: &$0, depth: depth + 1) }
        case .figure, .thematicBreak: break
        case .embed(let embed):
            text.piece { $0.append(embed.title ?? "") }
            embed.fallback.write(to: &text, depth: depth + 1)
        case .aside(let aside):
            text.piece { $0.write(aside.title) }
            aside.content.write(to: &text, depth: depth + 1)
        case .liveEntry(let entry):
            text.piece { $0.write(entry.title) }
            entry.content.write(to: &text, depth: depth + 1)
        case .definitionList(let definitions):
            for definition in definitions {
                text.piece { $0.write(definition.term) }
                for meaning in definition.meanings { meaning.write(to: &text, depth: depth + 1) }
            }
        case .math(let math): text.piece { $0.write(CollectionOfOne(Inline.math(math))) }
        case .footnote(_, let blocks): blocks.write(to: &text, depth: depth + 1)
        case .custom(let custom): custom.fallback.write(to: &text, depth: depth + 1)
        }
    }
}

// Within a list item or a cell, blank lines would break the frame.

extension [Block] {
    fileprivate func write(to text: inout PlainTextBuffer, depth: Int) {
        for block in self { block.write(to: &text, depth: depth) }
    }

    fileprivate func writeItem(to text: inout PlainTextBuffer, depth: Int) {
        text.piece { text in
            let before = text.bytes.count
            text.append("- ")
            let empty = text.bytes.count
            text.frame(separator: "\n") { write(to: &$0, depth: depth) }
            if text.bytes.count == empty { text.cut(to: before) }
        }
    }
}

extension Table {
    fileprivate func writeRows(to text: inout PlainTextBuffer, depth: Int) {
        for (index, row) in rows.enumerated() {
            if index > 0 { text.append("\n") }
            for (index, cell) in row.enumerated() {
                if index > 0 { text.append(" | ") }
                text.frame(separator: " ") { cell.content.write(to: &$0, depth: depth) }
            }
        }
    }
}
