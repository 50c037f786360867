import OffprintMarkup

/// Finds footnotes by how they are linked, whatever a page calls them: a short link leads to an element further
/// down, and a link in that leads back to where the first one stands.
struct FootnoteFinder {
    private struct Link {
        let node: MarkupTree.NodeID
        let target: MarkupTree.NodeID
    }

    private let builder: BlockBuilder
    private var tree: MarkupTree {
        @inline(__always) _read { yield builder.tree }
    }
    private let root: MarkupTree.NodeID
    private var links: [Link] = []

    init(_ builder: BlockBuilder, root: MarkupTree.NodeID) {
        self.builder = builder
        self.root = root
    }

    mutating func find() -> Footnotes {
        var found = Footnotes()
        // Most pages have no footnotes, so nothing is looked up before a link looks like one to a note.
        let isAnyLikely = fragments(in: tree.descendants(of: root)).contains { fragment in
            let length = tree.textRange(of: fragment.node).count
            return length > 0 && length <= 24 && (isLabel(fragment.node) || isMarked(fragment.node))
        }
        guard isAnyLikely else { return found }
        resolve(fragments(in: tree.all))
        // Notes are numbered as the text refers to them; several links may refer to one.
        for link in links where root < link.node && link.node < tree.end(of: root) {
            guard let note = note(for: link) else { continue }
            let id = found.definitions[note] ?? String(found.definitions.count + 1)
            found.definitions[note] = id
            found.references[whole(link.node)] = id
            addOrnaments(of: note, link, to: &found)
        }
        return found
    }

    // MARK: Links within the page

    /// The links to places in the page, with the names of the places.
    private func fragments(in nodes: Range<Int>) -> [(node: MarkupTree.NodeID, name: ArraySlice<UInt8>)] {
        var fragments: [(node: MarkupTree.NodeID, name: ArraySlice<UInt8>)] = []
        for node in nodes where tree.name(of: node) == .a && hasFragment(node) {
            guard let address = tree.attributeBytes(.href, of: node) else { continue }
            if address.first == 0x23 {
                if address.count > 1 { fragments.append((node, address.dropFirst())) }
            } else if let hash = address.firstIndex(of: 0x23), hash + 1 < address.endIndex, isThisPage(address[..<hash])
            {
                fragments.append((node, address[(hash + 1)...]))
            }
            if fragments.count > 20_000 { break }
        }
        return fragments
    }

    /// Whether the address of a link names a place, on whatever page.
    private func hasFragment(_ link: MarkupTree.NodeID) -> Bool {
        let address = tree.attributeSpan(.href, of: link)
        for index in address.indices where address[index] == 0x23 { return true }
        return false
    }

    private func isThisPage(_ address: ArraySlice<UInt8>) -> Bool {
        builder.context.base.map { address.elementsEqual($0.utf8) } ?? false
    }

    private mutating func resolve(_ fragments: [(node: MarkupTree.NodeID, name: ArraySlice<UInt8>)]) {
        let names = fragments.map { String(decoding: $0.name, as: UTF8.self) }
        var wanted = Set(names)
        for name in names where name.utf8.contains(0x25) { wanted.insert(Self.decoded(name)) }
        var places: [String: MarkupTree.NodeID] = [:]
        for node in tree.all where !tree.isText(node) {
            guard
                let name = tree.attributeBytes(.id, of: node)
                    ?? (tree.name(of: node) == .a ? tree.attributeBytes(.name, of: node) : nil)
            else { continue }
            let text = String(decoding: name, as: UTF8.self)
            if wanted.contains(text), places[text] == nil { places[text] = node }
        }
        for (fragment, name) in zip(fragments, names) {
            if let target = places[name] ?? places[Self.decoded(name)] {
                links.append(Link(node: fragment.node, target: target))
            }
        }
    }

    private static func decoded(_ name: String) -> String {
        guard name.utf8.contains(0x25) else { return name }
        let bytes = Array(name.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x25, index + 2 < bytes.count,
                let byte = UInt8(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
            {
                result.append(byte)
                index += 3
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    // MARK: Notes

    /// The element that holds the note which a link refers to; `nil` where the link is another.
    private func note(for link: Link) -> MarkupTree.NodeID? {
        guard tree.textRange(of: link.node).count <= 24, let note = block(of: link.target), note > link.node,
            !tree.textRange(of: note).isEmpty
        else { return nil }
        let isMarked = isMarked(link.node)
        if linkBack(from: note, to: link) != nil { return isMarked || isLabel(link.node) ? note : nil }
        return isMarked && isLabel(link.node) ? note : nil
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

    /// The link in a note that leads back to where a link to it stands.
    private func linkBack(from note: MarkupTree.NodeID, to link: Link) -> Link? {
        var low = 0
        var high = links.count
        while low < high {
            let middle = (low + high) / 2
            if links[middle].node <= note { low = middle + 1 } else { high = middle }
        }
        while low < links.count, links[low].node < tree.end(of: note) {
            if isAt(links[low].target, link.node) { return links[low] }
            low += 1
        }
        return nil
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
            found.ornaments.insert(label)
        }
    }

    private func isLinkBack(_ node: MarkupTree.NodeID, to link: Link) -> Bool {
        if let role = tree.attributeBytes(.role, of: node), role.elementsEqual("doc-backlink".utf8) { return true }
        var low = 0
        var high = links.count
        while low < high {
            let middle = (low + high) / 2
            if links[middle].node < node { low = middle + 1 } else { high = middle }
        }
        guard low < links.count, links[low].node == node else { return false }
        return isAt(links[low].target, link.node)
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
