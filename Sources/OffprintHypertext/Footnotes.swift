import OffprintMarkup
import OffprintModel

/// The footnotes of a text: which elements refer to one, and which hold one.
struct Footnotes {
    /// The elements that are a reference whole, with the note's identifier.
    var references: [MarkupTree.NodeID: String] = [:]
    /// The elements that hold a note, with its identifier.
    var definitions: [MarkupTree.NodeID: String] = [:]
    /// Links from a note back to its reference, and labels that repeat it.
    var ornaments: Set<MarkupTree.NodeID> = []
    /// The notes that the text has referred to, and those that have been read.
    var referred: Set<String> = []
    var read: Set<String> = []

    var isEmpty: Bool { references.isEmpty }
}

extension BlockBuilder {
    /// Finds the footnotes that a part of the page refers to.
    mutating func findFootnotes(in root: MarkupTree.NodeID) {
        notes = Footnotes()
        var finder = FootnoteFinder(self, root: root)
        notes = finder.find()
    }

    /// Reads an element that refers to a note, holds one or leads back from one; `false` for any other.
    mutating func readNote(_ node: MarkupTree.NodeID, into walk: inout Walk, depth: Int) -> Bool {
        if notes.ornaments.contains(node) { return true }
        if let id = notes.references[node] {
            notes.referred.insert(id)
            walk.flow.append(.footnoteReference(id: id))
            return true
        }
        guard let id = notes.definitions[node], !notes.read.contains(id), depth < Article.maximumDepth - 2 else {
            return false
        }
        walk.add([footnote(node, id, depth: depth)])
        return true
    }

    /// Makes notes of the items to which nothing refers, in a list that is one of notes for the greater part: those
    /// that lead back to where something did, or have a name to be referred to by.
    mutating func nameOtherNotes(in list: MarkupTree.NodeID) {
        let items = tree.children(of: list).filter { name(of: $0) == .li }
        let named = items.count { notes.definitions[$0] != nil }
        guard named * 2 > items.count, named < items.count else { return }
        for item in items where notes.definitions[item] == nil {
            let parts = tree.descendants(of: item)
            let back = parts.prefix(12).first {
                tree.name(of: $0) == .a && tree.attributeBytes(.href, of: $0)?.first == 0x23
                    && ["^", "↑", "↩"].contains(tree.text(of: $0).tidied)
            }
            let isNamed = ([item] + parts.prefix(2)).contains { tree.attributeBytes(.id, of: $0) != nil }
            guard back != nil || isNamed else { continue }
            notes.definitions[item] = String(notes.definitions.count + 1)
            if let back { notes.ornaments.insert(back) }
        }
    }

    mutating func footnote(_ node: MarkupTree.NodeID, _ id: String, depth: Int) -> Block {
        notes.read.insert(id)
        var content = blocks(in: node, under: [], depth: depth + 1)
        // What is left of a label and its signs at the start.
        if case .paragraph(var inlines, let role)? = content.first, case .text(let text)? = inlines.first {
            let rest = text.drop { $0 == "^" || $0 == "↑" || $0 == " " }
            if rest.count < text.count {
                inlines[0] = .text(String(rest))
                if rest.isEmpty { inlines.removeFirst() }
                content[0] = .paragraph(inlines, role: role)
            }
        }
        return .footnote(id: id, content)
    }

    /// The notes that the text refers to and that stand outside of it or in what was left out.
    mutating func footnotesFromElsewhere() -> [Block] {
        guard !notes.isEmpty else { return [] }
        var blocks: [Block] = []
        for (node, id) in notes.definitions.sorted(by: { $0.key < $1.key })
        where notes.referred.contains(id) && !notes.read.contains(id) {
            blocks.append(readingAll { $0.footnote(node, id, depth: 0) })
        }
        return blocks
    }

    /// Whether a box holds the notes of a text: a rule in it only sets them apart.
    func isNoteSection(_ node: MarkupTree.NodeID) -> Bool {
        guard node > 0, !notes.isEmpty else { return false }
        if let role = tree.attributeBytes(.role, of: node), role.elementsEqual("doc-endnotes".utf8) { return true }
        return traits(of: node).contains(.footnotes)
    }
}
