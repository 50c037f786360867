import Offprint

/// The footnotes of an article, and the labels they have in the file.
struct Notes {
    struct Note {
        let label: String
        let content: [Block]
        /// Its place among those that stand together, counted from 1.
        let number: Int
        var isReferred = false
        var isWritten = false
    }

    /// In the order of the body.
    private(set) var all: [Note] = []
    private var indices: [String: Int] = [:]
    /// Whether a label that text spells in brackets would be taken for a reference.
    private(set) var labels: Set<String> = []

    /// Whether the notes stay lists where they are, and links lead to them.
    ///
    /// A Markdown file has one list of notes, at its end. An article that keeps several under headings, such as notes
    /// and sources, would have them mixed and numbered anew.
    private(set) var areAnchored = false

    /// Finds the notes of a body.
    mutating func define(in blocks: [Block], _ dialect: Dialect) {
        find(in: blocks, depth: 0, isGFM: dialect.isGFM)
        areAnchored = dialect.isGFM && dialect.allowsHTML && all.count > 1 && Self.haveHeadingsBetween(blocks)
    }

    private static func haveHeadingsBetween(_ blocks: [Block]) -> Bool {
        var isBehindNote = false
        var isBehindHeading = false
        for block in blocks {
            if case .footnote = block {
                if isBehindHeading { return true }
                isBehindNote = true
            } else if case .heading = block {
                isBehindHeading = isBehindNote
            }
        }
        return false
    }

    /// Whether something in blocks refers to a note.
    func areReferred(to blocks: [Block]) -> Bool {
        guard !all.isEmpty else { return false }
        var isFound = false
        blocks.walk { block, _ in
            for run in block.inlines {
                run.walk { inline in
                    if case .footnoteReference(let id) = inline, indices[id] != nil { isFound = true }
                }
            }
        }
        return isFound
    }

    private mutating func find(in blocks: [Block], depth: Int, isGFM: Bool) {
        guard depth < Article.maximumDepth else { return }
        var number = 0
        for block in blocks {
            if case .footnote = block { number += 1 } else { number = 0 }
            switch block {
            case .footnote(let id, let content):
                add(id, content, number: number, isGFM: isGFM)
                find(in: content, depth: depth + 1, isGFM: isGFM)
            case .paragraph, .heading, .code, .figure, .thematicBreak, .math: continue
            case .list(let list): for item in list.items { find(in: item.content, depth: depth + 1, isGFM: isGFM) }
            case .quote, .pullQuote, .table, .embed, .aside, .liveEntry, .definitionList, .custom:
                find(in: block.children, depth: depth + 1, isGFM: isGFM)
            }
        }
    }

    private mutating func add(_ id: String, _ content: [Block], number place: Int, isGFM: Bool) {
        guard indices[id] == nil else { return }
        var label = isGFM ? Self.label(of: id) : ""
        var number = all.count + 1
        while label.isEmpty || labels.contains(label.lowercased()) {
            label = String(number)
            number += 1
        }
        labels.insert(label.lowercased())
        indices[id] = all.count
        all.append(Note(label: label, content: content, number: place))
    }

    /// The identifier itself where every reader takes it for a label.
    private static func label(of id: String) -> String {
        let isSafe = id.utf8.count <= 64 && id.utf8.allSatisfy { $0.isAlphanumeric || $0 == .dash || $0 == .underscore }
        return isSafe ? id : ""
    }

    /// The note that a reference names.
    func index(of id: String) -> Int? { indices[id] }

    mutating func refer(to index: Int) { all[index].isReferred = true }
    mutating func write(_ index: Int) { all[index].isWritten = true }
}

extension Composer {
    /// Writes the mark of a footnote.
    mutating func reference(to id: String) {
        guard let index = notes.index(of: id) else {
            return losses.add("missing-footnote", "The mark of a footnote without a text was left out.")
        }
        notes.refer(to: index)
        let label = notes.all[index].label
        guard dialect.isGFM else {
            losses.approximate("footnote-link", "CommonMark has no footnotes; their marks are numbers in brackets.")
            return text("[\(label)]")
        }
        guard !notes.areAnchored else { return anchor(of: index) }
        flush()
        run.note(.linkStart, out.count, 1)
        write("[^\(label)]")
        run.note(.noteEnd, out.count, 0)
    }

    /// A footnote stands at the end, where its reader looks for it; a second one of the same name stays where it is.
    mutating func footnote(_ id: String, _ content: [Block], depth: Int) -> Bool {
        guard let index = notes.index(of: id) else { return false }
        if notes.areAnchored, !notes.all[index].isWritten { return anchoredNote(index, depth: depth) }
        guard notes.all[index].content != content else { return false }
        losses.approximate("duplicate-footnote", "A second footnote of one name was written as running text.")
        return blocks(content, depth: depth + 1)
    }

    /// Writes the footnotes behind the body: first those that are referred to, as readers drop the others.
    mutating func footnotes(isFirst: Bool) {
        var isFirst = isFirst
        var found = true
        while found {
            found = false
            for index in notes.all.indices where notes.all[index].isReferred && !notes.all[index].isWritten {
                found = true
                notes.write(index)
                isFirst = !self.note(index, isFirst: isFirst) && isFirst
            }
        }
        for index in notes.all.indices where !notes.all[index].isWritten {
            losses.approximate("unused-footnote", "A footnote that nothing refers to was written as running text.")
            notes.write(index)
            let mark = out.count
            if !isFirst { blankLine() }
            if blocks(notes.all[index].content, depth: 1) { isFirst = false } else { out.removeLast(out.count - mark) }
        }
    }

    private mutating func note(_ index: Int, isFirst: Bool) -> Bool {
        let note = notes.all[index]
        let mark = out.count
        if !isFirst { blankLine() }
        if notes.areAnchored {
            if anchoredNote(index, depth: 0) { return true }
            out.removeLast(out.count - mark)
            return false
        }
        guard dialect.isGFM else {
            var content = note.content
            let label = Inline.text("[\(note.label)] ")
            if case .paragraph(let words, let role)? = content.first {
                content[0] = .paragraph([label] + words, role: role)
            } else {
                content.insert(.paragraph([label]), at: 0)
            }
            return blocks(content, depth: 1)
        }
        write("[^\(note.label)]: ")
        let wrote = indented([UInt8](repeating: .blank, count: 4)) { $0.blocks(note.content, depth: 1) }
        if !wrote {
            losses.add("empty-footnote", "A footnote without a text was left out.")
            out.removeLast(out.count - mark)
        }
        return wrote
    }
}
