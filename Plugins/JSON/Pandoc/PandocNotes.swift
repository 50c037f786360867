import Offprint

/// The footnotes of a document.
///
/// Pandoc has the text of a note where it is referred to. Where a second place, or another note, refers to the same
/// one, its text would stand twice or a note in a note, which no output has: such documents have their notes as a
/// list, and links to it.
struct PandocNotes {
    /// The text of each note, the first of its name.
    private(set) var texts: [String: [Block]] = [:]
    /// Whether the notes are a list of their own.
    private(set) var areListed = false
    private var references: [String: Int] = [:]
    private var numbers: [String: Int] = [:]
    private var placed: Set<String> = []

    /// Looks for the notes and for what refers to them.
    init(in body: [Block]) {
        // A note refers to another only where it stands within one.
        var pending = body.reversed().map { (block: $0, isInNote: false, depth: 0) }
        var order: [String] = []
        while let (block, isInNote, depth) = pending.popLast() {
            guard depth < Article.maximumDepth else { continue }
            var inner = isInNote
            if case .footnote(let id, let blocks) = block {
                if texts[id] == nil {
                    texts[id] = blocks
                    order.append(id)
                }
                inner = true
            }
            for run in block.inlines { look(at: run, isInNote: isInNote, depth: 0) }
            pending.append(contentsOf: block.children.reversed().map { ($0, inner, depth + 1) })
        }
        if areListed { for id in order { _ = number(of: id) } }
    }

    private mutating func look(at run: [Inline], isInNote: Bool, depth: Int) {
        guard depth < Article.maximumDepth else { return }
        for inline in run {
            switch inline {
            case .footnoteReference(let id):
                references[id, default: 0] += 1
                if isInNote || references[id] == 2 { areListed = true }
            case .link: continue
            case .text, .emphasis, .strong, .strikethrough, .superscript, .subscript, .code, .image, .lineBreak, .math,
                .quoted, .cite, .ruby, .span, .custom:
                if !inline.children.isEmpty { look(at: inline.children, isInNote: isInNote, depth: depth + 1) }
            }
        }
    }

    /// Whether a note is written where it is referred to.
    func isInline(_ id: String) -> Bool { !areListed && references[id] != nil }

    /// The number of a note: that of its place in the list, or of its first reference.
    mutating func number(of id: String) -> Int {
        if let number = numbers[id] { return number }
        numbers[id] = numbers.count + 1
        return numbers.count
    }

    /// Whether this is the first note of its name.
    mutating func place(_ id: String) -> Bool { placed.insert(id).inserted }
}

extension PandocEncoder {
    mutating func footnoteReference(_ id: String) {
        let number = notes.number(of: id)
        guard let text = notes.texts[id] else {
            diagnostics.lose("footnote-missing", "The text of footnote \(number) is not in the article.")
            return raised(number)
        }
        guard !isInLink else {
            diagnostics.lose("footnote-in-link", "Footnote \(number) is marked within a link and cannot be one.")
            return raised(number)
        }
        guard notes.areListed else { return node("Note") { $0.blocks(text, depth: 1) } }
        node("Superscript") { encoder in
            encoder.array { encoder in
                encoder.tuple("Link") { encoder in
                    encoder.attributes(["footnote-ref"], [("role", "doc-noteref")])
                    encoder.array { $0.words(String(number)) }
                    encoder.target("#fn-\(number)", nil)
                }
            }
        }
    }

    private mutating func raised(_ number: Int) {
        node("Superscript") { encoder in encoder.array { $0.words(String(number)) } }
    }

    /// Notes that follow each other, where they stand.
    mutating func footnotes(_ footnotes: [(id: String, content: [Block])], depth: Int) {
        guard notes.areListed else {
            for (id, content) in footnotes where !notes.isInline(id) || notes.texts[id] != content {
                division(["footnote"]) { $0.blocks(content, depth: depth + 1, isSpliced: true) }
            }
            return
        }
        tuple("OrderedList") { encoder in
            encoder.listNumbers(from: encoder.notes.number(of: footnotes[0].id))
            encoder.array { encoder in
                for (id, content) in footnotes {
                    encoder.array { encoder in
                        let name = encoder.notes.place(id) ? "fn-\(encoder.notes.number(of: id))" : ""
                        encoder.division(["footnote"], [("role", "doc-footnote")], id: name) {
                            $0.blocks(content, depth: depth + 1, isSpliced: true)
                        }
                    }
                }
            }
        }
    }
}
