import OffprintModel

/// The footnotes of a page: their numbers, and the `id`s of notes and references.
///
/// Identifiers of the source may hold anything and occur twice, so none reaches the page; numbers do.
struct Footnotes {
    private var numbers: [String: Int] = [:]
    private var defined: Set<String> = []
    private var references: [String: Int] = [:]
    private var placed: Set<String> = []
    /// Whether marks of notes stand side by side somewhere, where bare numbers would be read as one.
    private(set) var marksTouch = false

    /// Looks for the notes that will be rendered, so that no reference leads nowhere.
    init(in blocks: [Block]) {
        var found: Set<String> = []
        blocks.walk { block, depth in
            if case .footnote(let id, _) = block, depth < Article.maximumDepth { found.insert(id) }
        }
        defined = found
        guard !found.isEmpty else { return }
        var touch = false
        blocks.walk { block, _ in
            for inlines in block.inlines where !touch {
                touch = Self.touch(in: inlines)
                inlines.walk { touch = touch || Self.touch(in: $0.children) }
            }
        }
        marksTouch = touch
    }

    private static func touch(in inlines: [Inline]) -> Bool {
        zip(inlines, inlines.dropFirst()).contains { first, second in
            if case .footnoteReference = first, case .footnoteReference = second { true } else { false }
        }
    }

    func isDefined(_ id: String) -> Bool { defined.contains(id) }

    /// The number of a note: in the order in which the text comes to them.
    mutating func number(of id: String) -> Int {
        if let number = numbers[id] { return number }
        let number = numbers.count + 1
        numbers[id] = number
        return number
    }

    /// The `id` for another reference to a note.
    mutating func referenceID(to id: String) -> String {
        let count = references[id, default: 0] + 1
        references[id] = count
        return count == 1 ? "fnref-\(number(of: id))" : "fnref-\(number(of: id))-\(count)"
    }

    func isReferenced(_ id: String) -> Bool { references[id] != nil }

    /// How often the text so far refers to a note.
    func referenceCount(of id: String) -> Int { references[id] ?? 0 }

    /// Whether this is the first note of its name: a second one gets no `id`.
    mutating func place(_ id: String) -> Bool { placed.insert(id).inserted }
}

extension Rendering {
    mutating func footnoteReference(_ id: String) {
        let number = notes.number(of: id)
        guard notes.isDefined(id), !isInLink else {
            if !notes.isDefined(id) {
                diagnostics.lose("footnote-missing", "The text of footnote \"\(shown(id))\" is not in the article.")
            } else {
                diagnostics.lose("footnote-in-link", "Footnote \(number) is marked within a link and cannot be one.")
            }
            out.element("sup", text: mark(number))
            return
        }
        let prefix = configuration.idPrefix
        out.open("sup")
        out.element(
            "a",
            [
                "href": "#\(prefix)fn-\(number)",
                "id": prefix + notes.referenceID(to: id),
                "epub:type": epubType("noteref"),
                "role": "doc-noteref",
            ],
            text: mark(number)
        )
        out.close("sup")
    }

    /// The mark of a note: in brackets in a book in which two in a row would be read as one number.
    private func mark(_ number: Int) -> String {
        configuration.footnotes == .epub && notes.marksTouch ? "[\(number)]" : String(number)
    }

    mutating func footnote(_ id: String, _ blocks: [Block], depth: Int) {
        let number = notes.number(of: id)
        let prefix = configuration.idPrefix
        out.open(
            "aside",
            [
                "id": notes.place(id) ? "\(prefix)fn-\(number)" : nil,
                "class": "footnote",
                "epub:type": epubType("footnote"),
                "role": "doc-footnote",
            ]
        )
        switch configuration.footnotes {
        case .plain:
            if notes.isReferenced(id) {
                out.open("p", ["class": "backlink"])
                backlink(to: number, text: String(number))
                out.close("p")
            }
            self.blocks(blocks, depth: depth + 1)
        case .epub: numbered(number, blocks, references: notes.referenceCount(of: id), depth: depth)
        }
        out.close("aside")
        out.newline()
    }

    /// A note as a list of one: its number is shown with or without styles, and in a popup too.
    private mutating func numbered(_ number: Int, _ blocks: [Block], references: Int, depth: Int) {
        out.open("ol", ["start": String(number)])
        out.open("li")
        if case .paragraph(let inlines, .body)? = blocks.last, references > 0, !inlines.isBlank,
            depth < Article.maximumDepth
        {
            self.blocks(Array(blocks.dropLast()), depth: depth + 1)
            out.open("p")
            self.inlines(inlines, depth: 0)
            backlinks(to: number, count: references)
            out.close("p")
        } else {
            self.blocks(blocks, depth: depth + 1)
            if references > 0 {
                out.open("p")
                backlinks(to: number, count: references)
                out.close("p")
            }
        }
        out.close("li")
        out.close("ol")
        out.newline()
    }

    /// A way back to each place that refers to a note: an arrow, with letters where there are several.
    private mutating func backlinks(to number: Int, count: Int) {
        let letters = "abcdefghijklmnopqrstuvwxyz"
        for (index, letter) in zip(0..<count, letters) {
            out.text(" ")
            backlink(to: number, place: index + 1, text: count == 1 ? "↩" : "↩\u{A0}\(letter)")
        }
    }

    private mutating func backlink(to number: Int, place: Int = 1, text: String) {
        let id = place == 1 ? "fnref-\(number)" : "fnref-\(number)-\(place)"
        out.element("a", ["href": "#\(configuration.idPrefix)\(id)", "role": "doc-backlink"], text: text)
    }
}
