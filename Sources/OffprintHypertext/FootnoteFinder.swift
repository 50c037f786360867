import OffprintMarkup

/// Finds footnotes by how they are linked, whatever a page calls them: a short link leads to an element further
/// down, and a link in that leads back to where the first one stands.
struct FootnoteFinder {
    private typealias Link = PageLinks.Link

    private let builder: BlockBuilder
    private var tree: MarkupTree {
        @inline(__always) _read { yield builder.tree }
    }
    private let root: MarkupTree.NodeID
    private var links: PageLinks

    init(_ builder: BlockBuilder, root: MarkupTree.NodeID) {
        self.builder = builder
        self.root = root
        links = PageLinks(in: builder)
    }

    mutating func find() -> Footnotes {
        var found = Footnotes()
        // Most pages have no footnotes, so nothing is looked up before a link looks like one to a note.
        let isAnyLikely = links.fragments(in: tree.descendants(of: root)).contains { fragment in
            let length = tree.textRange(of: fragment.node).count
            return length > 0 && length <= 24 && (isLabel(fragment.node) || isMarked(fragment.node))
        }
        guard isAnyLikely else { return found }
        links.resolve()
        // Notes are numbered as the text refers to them; several links may refer to one.
        for link in links.all where root < link.node && link.node < tree.end(of: root) {
            guard let note = note(for: link) else { continue }
            let id = found.definitions[note] ?? String(found.definitions.count + 1)
            found.definitions[note] = id
            found.references[whole(link.node)] = id
            addOrnaments(of: note, link, to: &found)
        }
        return found
    }

    // MARK: Notes

    /// The element that holds the note which a link refers to; `nil` where the link is another.
    private func note(for link: Link) -> MarkupTree.NodeID? {
        guard tree.textRange(of: link.node).count <= 24, let note = block(of: link.target), note > link.node,
            !tree.textRange(of: note).isEmpty
        else { return nil }
        let isMarked = isMarked(link.node)
        let isLabel = isLabel(link.node)
        guard isMarked && isLabel || leadsBack(note, to: link) else { return nil }
        return isMarked || isLabel ? note : nil
    }

    /// The block that a place starts: the place itself or what it stands at the beginning of.
    private func block(of place: MarkupTree.NodeID) -> MarkupTree.NodeID? {
        var node = place
        for _ in 0..<5 where node > 0 {
            switch tree.name(of: node) {
            case .li, .p, .dd, .div, .aside, .section, .blockquote, .td:
                guard tree.textRange(of: place).lowerBound - tree.textRange(of: node).lowerBound <= 12 else {
                    return nil
                }
                // A note holds no other part of the page.
                let isSmall =
                    tree.end(of: node) - node <= 2_000 && tree.textRange(of: node).count <= 6_000
                    && !tree.descendants(of: node).contains { tree.name(of: $0) == .h2 }
                guard isSmall else { return nil }
                if tree.name(of: node) == .td { return nil }
                // A paragraph that is all of its item is the item.
                let parent = tree.parent(of: node)
                if tree.name(of: node) == .p, [.li, .dd].contains(tree.name(of: parent)),
                    tree.textRange(of: node).lowerBound - tree.textRange(of: parent).lowerBound <= 12
                {
                    return parent
                }
                return node
            case .a, .sup, .span, .b, .strong, .em, .i, .small, .cite: node = tree.parent(of: node)
            default: return nil
            }
        }
        return nil
    }

    /// Whether a link in a note leads back to where a link to it stands.
    private func leadsBack(_ note: MarkupTree.NodeID, to link: Link) -> Bool {
        links.within(note).contains { isAt($0.target, link.node) }
    }

    /// Whether a place is where a link stands: the link, what is in it, what closely surrounds it, what is just before.
    private func isAt(_ place: MarkupTree.NodeID, _ link: MarkupTree.NodeID) -> Bool {
        if place >= link, place < tree.end(of: link) { return true }
        if place < link, link < tree.end(of: place) { return tree.textRange(of: place).count <= 24 }
        return place < link && link - place <= 4
            && tree.textRange(of: link).lowerBound - tree.textRange(of: place).lowerBound <= 24
    }

    /// Whether a link is raised, or marked as one that refers to a note.
    private func isMarked(_ link: MarkupTree.NodeID) -> Bool {
        if let role = tree.attributeBytes(.role, of: link), role.elementsEqual("doc-noteref".utf8) { return true }
        if let type = tree.attribute(named: "type", of: link), type.contains("noteref") { return true }
        if builder.traits(of: link).contains(.footnotes) { return true }
        if tree.descendants(of: link).prefix(6).contains(where: { tree.name(of: $0) == .sup }) { return true }
        var ancestor = tree.parent(of: link)
        for _ in 0..<3 where ancestor > 0 {
            if tree.name(of: ancestor) == .sup { return true }
            ancestor = tree.parent(of: ancestor)
        }
        return false
    }

    /// Whether the text of a link is a label: a number, a letter or two, a sign.
    private func isLabel(_ link: MarkupTree.NodeID) -> Bool {
        let text = tree.textBytes[tree.textRange(of: link)].filter {
            $0 > 0x20 && $0 != 0x5B && $0 != 0x5D && $0 != 0x28 && $0 != 0x29
        }
        guard !text.isEmpty, text.count <= 10 else { return false }
        if text.allSatisfy({ (0x30...0x39).contains($0) }) { return text.count <= 4 }
        let letters = text.count { (0x41...0x5A).contains($0 & 0xDF) && $0 < 0x80 }
        if letters == 0 { return true }
        let lowered = String(decoding: text, as: UTF8.self).lowercased()
        return letters <= 4 && lowered.allSatisfy { "ivxlc".contains($0) } || letters <= 2 || lowered.hasPrefix("note")
            || lowered.hasPrefix("fn")
    }

    // MARK: What is around

    /// The outermost element that holds a reference and nothing else but brackets.
    private func whole(_ link: MarkupTree.NodeID) -> MarkupTree.NodeID {
        let own = tree.textRange(of: link)
        var result = link
        for _ in 0..<4 {
            let parent = tree.parent(of: result)
            guard parent > root, [.sup, .span, .small, .b, .strong, .cite, .em, .i].contains(tree.name(of: parent))
            else { break }
            let around = tree.textRange(of: parent)
            let rest =
                tree.textBytes[around.lowerBound..<own.lowerBound] + tree.textBytes[own.upperBound..<around.upperBound]
            guard rest.allSatisfy({ $0 <= 0x20 || $0 == 0x5B || $0 == 0x5D || $0 == 0x28 || $0 == 0x29 }) else { break }
            result = parent
        }
        return result
    }

    /// Sets the links back and the repeated label of a note aside.
    private func addOrnaments(of note: MarkupTree.NodeID, _ link: Link, to found: inout Footnotes) {
        var back: [MarkupTree.NodeID] = []
        for node in tree.descendants(of: note).prefix(2_000) where tree.name(of: node) == .a {
            if isLinkBack(node, to: link) { back.append(node) }
        }
        for node in back {
            found.ornaments.insert(wrapped(node, in: note))
        }
        // A label at the start, as the reference has it.
        let label = link.target
        if label != note, tree.textRange(of: label).count <= 12, label > note, label < tree.end(of: note),
            isLabel(label)
        {
            // What is all of the note is no label.
            let rest = tree.textRange(of: label).upperBound..<tree.textRange(of: note).upperBound
            guard tree.textBytes[rest].contains(where: { $0 > 0x20 }) else { return }
            found.ornaments.insert(label)
        }
    }

    private func isLinkBack(_ node: MarkupTree.NodeID, to link: Link) -> Bool {
        if let role = tree.attributeBytes(.role, of: node), role.elementsEqual("doc-backlink".utf8) { return true }
        return links.of(node).map { isAt($0.target, link.node) } ?? false
    }

    /// The outermost element in a note that holds nothing but links back and signs.
    private func wrapped(_ link: MarkupTree.NodeID, in note: MarkupTree.NodeID) -> MarkupTree.NodeID {
        var result = link
        for _ in 0..<4 {
            let parent = tree.parent(of: result)
            guard parent > note, [.sup, .span, .b, .strong, .i, .em, .small].contains(tree.name(of: parent)) else {
                break
            }
            // Letters behind a sign: several links back.
            let text = tree.textRange(of: parent)
            guard text.count - tree.textRange(of: link).count <= 40,
                tree.descendants(of: parent).allSatisfy({ !tree.isText($0) || isSign($0, in: parent) })
            else { break }
            result = parent
        }
        return result
    }

    /// Whether text is within a link, or only signs.
    private func isSign(_ text: MarkupTree.NodeID, in box: MarkupTree.NodeID) -> Bool {
        var ancestor = tree.parent(of: text)
        while ancestor > box {
            if tree.name(of: ancestor) == .a { return true }
            ancestor = tree.parent(of: ancestor)
        }
        return !tree.textBytes[tree.textRange(of: text)].contains {
            (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) && $0 < 0x80
        }
    }
}
