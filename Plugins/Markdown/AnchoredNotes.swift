import Offprint

// Notes that stay lists where they are: each item has a name, and links lead to it.
extension Composer {
    /// Whether two blocks are notes of one list.
    func areOneList(_ block: Block, _ previous: Block) -> Bool {
        guard notes.areAnchored, case .footnote = block, case .footnote = previous else { return false }
        return true
    }

    /// Whether a list and notes would become one list.
    func wouldMerge(_ block: Block, _ previous: Block) -> Bool {
        guard notes.areAnchored else { return false }
        if case .footnote = block, case .list = previous { return true }
        if case .list = block, case .footnote = previous { return true }
        return false
    }

    /// Writes the mark of a note as a link to its item.
    mutating func anchor(of index: Int) {
        let note = notes.all[index]
        notes.refer(to: index)
        open(.tags(open: "<sup>", close: "</sup>"))
        if run.isInLink {
            text("[\(note.number)]")
        } else {
            run.isInLink = true
            open(.link(destination: Array("#fn-\(note.label)".utf8), title: nil))
            text("[\(note.number)]")
            close()
            run.isInLink = false
        }
        close()
    }

    /// The same within HTML.
    mutating func htmlAnchor(of index: Int) {
        let note = notes.all[index]
        notes.refer(to: index)
        element("sup") { $0.element("a", " href=\"#fn-\(note.label)\"") { $0.write("[\(note.number)]") } }
    }

    /// Writes a note as the item of a list; its first paragraph has the name that links lead to.
    mutating func anchoredNote(_ index: Int, depth: Int) -> Bool {
        losses.approximate("footnote-list", "Footnotes of several lists stayed lists, with links to their items.")
        notes.write(index)
        let note = notes.all[index]
        let marker = "\(min(note.number, 999_999_999)). "
        write(marker)
        return indented([UInt8](repeating: .blank, count: marker.utf8.count)) { composer in
            var rest = note.content[...]
            let mark = composer.out.count
            let name = Run.Enclosure.tags(open: "<span id=\"fn-\(note.label)\">", close: "</span>")
            var wrote = false
            if case .paragraph(let words, role: _)? = rest.first {
                wrote = composer.inlines(words, .firstInItem, within: name)
                rest = rest.dropFirst()
            } else if !rest.isEmpty {
                composer.write("<span id=\"fn-\(note.label)\"></span>")
                wrote = true
            }
            if !wrote { composer.out.removeLast(composer.out.count - mark) }
            let end = composer.out.count
            if wrote, !rest.isEmpty { composer.blankLine() }
            if composer.blocks(Array(rest), depth: depth + 1) { return true }
            composer.out.removeLast(composer.out.count - end)
            return wrote
        }
    }
}
