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
    private var places: [String: Place] = [:]
    private var placed: Set<String> = []
    private var labels: [String: String] = [:]

    /// Where a note stands: in which list, and as which of its notes.
    struct Place {
        var list: Int
        var number: Int
        var style = Style.decimal
    }

    /// How a list counts.
    ///
    /// Pages that have several lists count each from the start: letters for remarks, numbers for sources.
    enum Style: String, CaseIterable {
        case decimal = "Decimal"
        case letters = "LowerAlpha"
        case numerals = "LowerRoman"
    }

    /// Looks for the notes and for what refers to them.
    init(in body: [Block]) {
        typealias Pending = (block: Block, isBehindNote: Bool, isInNote: Bool, depth: Int)
        func pending(_ blocks: [Block], _ isInNote: Bool, _ depth: Int) -> [Pending] {
            blocks.indices.reversed().map { index in
                (blocks[index], index > 0 && blocks[index - 1].isFootnote, isInNote, depth)
            }
        }
        var rest = pending(body, false, 0)
        var sizes: [Int] = []
        while let (block, isBehindNote, isInNote, depth) = rest.popLast() {
            guard depth < Article.maximumDepth else { continue }
            var inner = isInNote
            if case .footnote(let id, let blocks) = block {
                if !isBehindNote || sizes.isEmpty { sizes.append(0) }
                if texts[id] == nil {
                    texts[id] = blocks
                    sizes[sizes.count - 1] += 1
                    places[id] = Place(list: sizes.count - 1, number: sizes[sizes.count - 1])
                }
                inner = true
            }
            for run in block.inlines { look(at: run, isInNote: isInNote, depth: 0) }
            rest.append(contentsOf: pending(block.children, inner, depth + 1))
        }
        if areListed { label(lists: sizes) }
    }

    /// Gives the longest lists their own ways to count; what is left counts on behind the longest.
    private mutating func label(lists sizes: [Int]) {
        let ranked = sizes.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
        var styles: [Int: Style] = [:]
        var starts: [Int: Int] = [:]
        var next = 0
        for (rank, list) in ranked.enumerated() {
            let hasLetters = rank > 0 && rank < Style.allCases.count && sizes[list] <= 26
            styles[list] = hasLetters ? Style.allCases[rank] : .decimal
            guard !hasLetters else { continue }
            starts[list] = next
            next += sizes[list]
        }
        for (id, place) in places {
            let style = styles[place.list] ?? .decimal
            let number = place.number + (starts[place.list] ?? 0)
            places[id] = Place(list: place.list, number: number, style: style)
        }
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

    /// Where a note stands.
    func place(of id: String) -> Place { places[id] ?? Place(list: 0, number: 1) }

    /// What a reference to a note shows, and the name of the note's place in the document.
    mutating func label(of id: String) -> (text: String, name: String) {
        guard let place = places[id] else {
            // A note that is not there has the number of its first mark.
            let label = labels[id] ?? String(labels.count + 1)
            labels[id] = label
            return (label, label)
        }
        switch place.style {
        case .decimal: return (String(place.number), "fn-\(place.number)")
        case .letters:
            let letter = String(decoding: [UInt8(ascii: "a") + UInt8(min(26, place.number) - 1)], as: UTF8.self)
            return (letter, "fn-\(letter)")
        case .numerals:
            let (tens, ones) = (["", "x", "xx"][place.number / 10 % 3], Self.ones[place.number % 10])
            return (tens + ones, "fn-roman-\(place.number)")
        }
    }

    private static let ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]

    /// Whether this is the first note of its name.
    mutating func place(_ id: String) -> Bool { placed.insert(id).inserted }
}

extension Block {
    fileprivate var isFootnote: Bool { if case .footnote = self { true } else { false } }
}

extension PandocEncoder {
    mutating func footnoteReference(_ id: String) {
        let label = notes.label(of: id)
        guard let text = notes.texts[id] else {
            diagnostics.lose("footnote-missing", "The text of a footnote is not in the article.")
            return raised(label.text)
        }
        guard !isInLink else {
            diagnostics.lose("footnote-in-link", "A footnote is marked within a link and cannot be one.")
            return raised(label.text)
        }
        guard notes.areListed else { return node("Note") { $0.blocks(text, depth: 1) } }
        node("Superscript") { encoder in
            encoder.array { encoder in
                encoder.tuple("Link") { encoder in
                    encoder.attributes(["footnote-ref"], [("role", "doc-noteref")])
                    encoder.array { $0.words("[\(label.text)]") }
                    encoder.target("#\(label.name)", nil)
                }
            }
        }
    }

    private mutating func raised(_ text: String) {
        node("Superscript") { encoder in encoder.array { $0.words(text) } }
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
            let first = encoder.notes.place(of: footnotes[0].id)
            encoder.listNumbers(from: first.number, style: first.style.rawValue)
            encoder.array { encoder in
                for (id, content) in footnotes {
                    encoder.array { encoder in
                        let name = encoder.notes.place(id) ? encoder.notes.label(of: id).name : ""
                        encoder.division(["footnote"], [("role", "doc-footnote")], id: name) {
                            $0.blocks(content, depth: depth + 1, isSpliced: true)
                        }
                    }
                }
            }
        }
    }
}
