import Offprint

/// The footnotes of a document: pandoc has a note where it is referred to, not where it stands.
struct PandocNotes {
    /// The text of each note, the first of its name.
    private(set) var texts: [String: [Block]] = [:]
    private var referenced: Set<String> = []
    private var numbers: [String: Int] = [:]
    private var written: Set<String> = []
    /// Whether a note is open, within which none may begin.
    var isInNote = false

    /// Looks for the notes, and for those that something outside a note and a link refers to.
    init(in body: [Block]) {
        // What stands within a note is looked at for notes, not for references.
        var pending = body.reversed().map { (block: $0, isInNote: false, depth: 0) }
        while let (block, isInNote, depth) = pending.popLast() {
            guard depth < Article.maximumDepth else { continue }
            var inner = isInNote
            if case .footnote(let id, let blocks) = block {
                texts[id] = texts[id] ?? blocks
                inner = true
            }
            if !isInNote { for run in block.inlines { look(at: run, depth: 0) } }
            pending.append(contentsOf: block.children.reversed().map { ($0, inner, depth + 1) })
        }
    }

    private mutating func look(at run: [Inline], depth: Int) {
        guard depth < Article.maximumDepth else { return }
        for inline in run {
            switch inline {
            case .footnoteReference(let id): referenced.insert(id)
            case .link: continue
            case .text, .emphasis, .strong, .strikethrough, .superscript, .subscript, .code, .image, .lineBreak, .math,
                .quoted, .cite, .ruby, .span, .custom:
                if !inline.children.isEmpty { look(at: inline.children, depth: depth + 1) }
            }
        }
    }

    func isReferenced(_ id: String) -> Bool { referenced.contains(id) }

    /// The number of a note: in the order in which the text comes to them.
    mutating func number(of id: String) -> Int {
        if let number = numbers[id] { return number }
        numbers[id] = numbers.count + 1
        return numbers.count
    }

    /// Whether this is the first time that the text of a note is written.
    mutating func isFirst(_ id: String) -> Bool { written.insert(id).inserted }
}

extension PandocEncoder {
    mutating func footnoteReference(_ id: String) {
        let number = notes.number(of: id)
        guard let text = notes.texts[id] else {
            diagnostics.lose("footnote-missing", "The text of footnote \(number) is not in the article.")
            return node("Superscript") { encoder in encoder.array { $0.words(String(number)) } }
        }
        guard !notes.isInNote, !isInLink else {
            diagnostics.lose(
                "footnote-nested",
                "Footnote \(number) is marked within a note or a link and cannot be one."
            )
            return node("Superscript") { encoder in encoder.array { $0.words(String(number)) } }
        }
        // Notes that are long and often referred to would make the document grow by the square.
        guard notes.isFirst(id) || text.plainTextIsShort else {
            return node("Superscript") { encoder in encoder.array { $0.words(String(number)) } }
        }
        notes.isInNote = true
        node("Note") { $0.blocks(text, depth: 1) }
        notes.isInNote = false
    }

    /// A note where it stands: only one that nothing refers to is written here.
    mutating func footnote(_ id: String, _ content: [Block], depth: Int) {
        if notes.isReferenced(id), notes.texts[id] == content { return }
        division(["footnote"]) { $0.blocks(content, depth: depth + 1, isSpliced: true) }
    }
}

extension [Block] {
    /// Whether their text comes to no more than a paragraph.
    fileprivate var plainTextIsShort: Bool { plainTextBytes(upTo: 1_000).count < 1_000 }
}
