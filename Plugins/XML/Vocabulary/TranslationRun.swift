import Offprint
import OffprintHypertext
import OffprintMarkup

/// Says a part of a document in HTML, and has it read.
struct TranslationRun {
    let source: XMLSource
    private let translation: Translation
    private let context: BlockBuilder.Context
    private var writer: MarkupTreeWriter
    /// Blocks that a reading has made, each of which a placeholder stands for.
    private var made: [Block] = []
    private var notes: [MarkupTree.NodeID] = []
    private var losses: [Diagnostic] = []
    /// Of the elements asked about so far, whether they hold words of their own.
    private var wordy: [MarkupTree.NodeID: Bool] = [:]
    private var identifiers: [String: MarkupTree.NodeID]?
    private var references: Set<String> = []
    /// How many runs this one is within.
    private var nesting = 0

    /// As deep as readings may ask for readings.
    private static let maximumNesting = 24

    var tree: MarkupTree { source.tree }

    init(_ translation: Translation, _ source: XMLSource, _ context: BlockBuilder.Context) {
        self.translation = translation
        self.source = source
        self.context = context
        writer = MarkupTreeWriter(from: source.tree)
    }

    // MARK: What readings use

    /// Whether readings may still read what is within.
    var mayNest: Bool { nesting < Self.maximumNesting }

    /// The blocks of another element's content, read apart.
    mutating func blocks(apart node: MarkupTree.NodeID) -> [Block] {
        guard mayNest else { return [] }
        var run = TranslationRun(translation, source, context)
        run.nesting = nesting + 1
        let result = run.blocks(in: node)
        losses += result.losses
        return result.blocks
    }

    /// The inlines of another element's content, read apart.
    mutating func inlines(apart node: MarkupTree.NodeID) -> [Inline] {
        var result: [Inline] = []
        for block in blocks(apart: node) {
            for inlines in block.inlines where !inlines.isEmpty {
                if !result.isEmpty { result.append(.text(" ")) }
                result += inlines
            }
        }
        return result
    }

    /// Puts a block where the walk stands.
    mutating func add(_ block: Block, for node: MarkupTree.NodeID) {
        writer.start(.slot, from: node)
        writer.attribute(.id, String(made.count))
        writer.end()
        made.append(block)
    }

    /// Starts an element, with the attributes that the translation knows.
    mutating func start(_ name: MarkupName, for node: MarkupTree.NodeID, keepsAttributes: Bool = true) {
        writer.start(name, from: node)
        guard keepsAttributes else { return }
        for (attribute, value) in tree.attributes(of: node) {
            if let name = translation.attributes[attribute.local] {
                writer.attribute(name, value)
            } else if let own = Self.sharedAttributes[attribute.local] {
                writer.attribute(own, value)
            }
        }
    }

    /// The attributes that mean in other vocabularies what they mean in HTML.
    private static let sharedAttributes: [String: MarkupName] = [
        "colspan": .colspan, "rowspan": .rowspan, "align": .align, "lang": .lang, "dir": .dir, "id": .id,
        "href": .href, "src": .src, "alt": .alt, "width": .width, "height": .height, "class": .class,
    ]

    /// Gives the element that was started last an attribute.
    mutating func attribute(_ name: MarkupName, _ value: String) { writer.attribute(name, value) }

    /// Ends the innermost element.
    mutating func end() { writer.end() }

    /// Writes words.
    mutating func text(_ text: String, for node: MarkupTree.NodeID) { writer.append(text.utf8, from: node) }

    /// Refers to a note whose text is the content of an element.
    mutating func note(_ node: MarkupTree.NodeID) {
        notes.append(node)
        writer.start(.a, from: node)
        writer.attribute(.role, "doc-noteref")
        writer.attribute(.href, "#offprint-note-\(notes.count)")
        writer.append("\(notes.count)".utf8, from: node)
        writer.end()
    }

    /// Says the content of an element here.
    mutating func translate(in node: MarkupTree.NodeID) {
        guard mayNest else { return }
        nesting += 1
        walk(node)
        nesting -= 1
    }

    /// The element that an identifier names.
    mutating func element(named id: String) -> MarkupTree.NodeID? {
        if identifiers == nil {
            var found: [String: MarkupTree.NodeID] = [:]
            var referred: Set<String> = []
            for node in tree.all where !tree.isText(node) {
                if let id = tree.attribute(named: "id", of: node), found[id] == nil { found[id] = node }
                if let id = tree.attribute(named: "rid", of: node) { referred.insert(id) }
            }
            (identifiers, references) = (found, referred)
        }
        return identifiers?[id]
    }

    /// Whether some `rid` refers to an identifier.
    mutating func isReferred(to id: String) -> Bool {
        _ = element(named: id)
        return references.contains(id)
    }

    // MARK: The walk

    mutating func blocks(in node: MarkupTree.NodeID) -> TranslatedBlocks {
        writer.start(.body, from: node)
        walk(node)
        var written = 0
        // A note may refer to notes.
        while written < notes.count {
            writer.start(.div, from: notes[written])
            writer.attribute(.id, "offprint-note-\(written + 1)")
            walk(notes[written])
            writer.end()
            written += 1
        }
        writer.end()
        let finished = writer
        writer = MarkupTreeWriter(from: source.tree)
        let tree = finished.finish()
        let made = made
        var builder = BlockBuilder(tree, context: context, leavingOut: { _ in false }) { _, node in
            guard tree.name(of: node) == .slot, let index = tree.attribute(.id, of: node).flatMap({ Int($0) }) else {
                return nil
            }
            return made.indices.contains(index) ? [made[index]] : nil
        }
        let body = tree.first(.body, in: tree.document) ?? tree.document
        let blocks = builder.blocks(in: body)
        return TranslatedBlocks(blocks: blocks, losses: losses + builder.losses)
    }

    private mutating func walk(_ node: MarkupTree.NodeID) {
        // The elements that are open, with how many of HTML each was said in.
        var open: [(end: MarkupTree.NodeID, count: Int)] = []
        var index = node + 1
        let end = tree.end(of: node)
        while index < end {
            while let last = open.last, last.end <= index {
                for _ in 0..<last.count { writer.end() }
                open.removeLast()
            }
            if tree.isText(index) {
                writer.append(tree.textBytes[joined(index, within: node + 1..<end)], from: index)
                index += 1
                continue
            }
            let local = source.name(of: index)
            if translation.skipped.contains(local) {
                index = tree.end(of: index)
                continue
            }
            if translation.notes.contains(local) {
                note(index)
                index = tree.end(of: index)
                continue
            }
            if let reading = translation.readings[local] {
                switch reading(&self, index) {
                case .opened(let count):
                    open.append((tree.end(of: index), count))
                    index += 1
                    continue
                case .done:
                    index = tree.end(of: index)
                    continue
                case .left: break
                }
            }
            if let name = translation.name(for: index, in: tree) {
                start(name, for: index)
                open.append((tree.end(of: index), 1))
            } else if translation.isOfUnknownElements, holdsWords(index), !holdsWords(tree.parent(of: index)) {
                start(.p, for: index)
                open.append((tree.end(of: index), 1))
            }
            index += 1
        }
        while let last = open.popLast() { for _ in 0..<last.count { writer.end() } }
    }

    /// The range of a text, without the hyphen and the space where the end of a line parts a word.
    private func joined(_ text: MarkupTree.NodeID, within range: Range<MarkupTree.NodeID>) -> Range<Int> {
        let whole = tree.textRange(of: text)
        guard !translation.joints.isEmpty else { return whole }
        var bytes = tree.textBytes[whole]
        if joins(from: text - 1, by: -1, within: range) { bytes = bytes.drop { $0 <= 0x20 } }
        if joins(from: text + 1, by: 1, within: range) {
            while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
            // A hyphen in ASCII, a soft one, one of Unicode, and the sign that archives write.
            let hyphens: [[UInt8]] = [[0x2D], [0xC2, 0xAD], [0xE2, 0x80, 0x90], [0xC2, 0xAC]]
            let hyphen = hyphens.first { bytes.suffix($0.count).elementsEqual($0) }
            bytes.removeLast(hyphen?.count ?? 0)
        }
        return bytes.startIndex..<bytes.endIndex
    }

    /// Whether one of the ends of lines that follow or precede a text parts no word.
    private func joins(from start: MarkupTree.NodeID, by step: Int, within range: Range<MarkupTree.NodeID>) -> Bool {
        var node = start
        while range.contains(node), !tree.isText(node), translation.joints.contains(source.name(of: node)) {
            if source.attribute("break", of: node) == "no" { return true }
            node += step
        }
        return false
    }

    /// Whether an element holds words straight within it.
    private mutating func holdsWords(_ node: MarkupTree.NodeID) -> Bool {
        if let known = wordy[node] { return known }
        let holds = tree.holdsWords(node)
        wordy[node] = holds
        return holds
    }
}
