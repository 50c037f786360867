/// Formatting that crosses the bounds of blocks.
extension HTMLParser {
    // MARK: Coming back

    /// Opens the formatting again that the end of a block closed before its own.
    @inline(__always)
    mutating func reconstructFormatting() {
        if formatting.isWaiting { reopenFormatting() }
    }

    @inline(never)
    private mutating func reopenFormatting() {
        for index in formatting.firstWaiting..<formatting.entries.count {
            let entry = formatting.entries[index]
            let node = appendNode(entry.name, at: Int(nodes[Int(entry.node)].offset))
            attributes.append(contentsOf: attributes[attributeRange(of: entry.node)])
            formatting.reopen(at: index, as: node)
            openElement(node, entry.name)
        }
    }

    private func attributeRange(of node: Int32) -> Range<Int> {
        let next = Int(node) + 1
        let end = next < nodes.count ? Int(nodes[next].attributesStart) : attributes.count
        return Int(nodes[Int(node)].attributesStart)..<end
    }

    /// Of more than three that are the same, the first does not come back ("Noah's Ark").
    mutating func limitRepetition(of name: HTMLName) {
        guard formatting.entries.count >= 3 else { return }
        let node = Int32(truncatingIfNeeded: nodes.count - 1)
        var same = 0
        var first = 0
        for index in formatting.entries.indices.reversed() {
            let entry = formatting.entries[index]
            if entry.isMarker { break }
            if entry.name.qualified == name.qualified, hasSameAttributes(entry.node, node) {
                same += 1
                first = index
            }
        }
        if same >= 3 { formatting.remove(at: first) }
    }

    private func hasSameAttributes(_ one: Int32, _ other: Int32) -> Bool {
        let (first, second) = (attributes[attributeRange(of: one)], attributes[attributeRange(of: other)])
        return first.count == second.count
            && zip(first, second).allSatisfy { one, other in
                one.qualified == other.qualified && value(of: one).elementsEqual(value(of: other))
            }
    }

    private func value(of attribute: MarkupTree.Attribute) -> [UInt8] {
        let range = Int(attribute.start)..<Int(attribute.start) + Int(attribute.count)
        return attribute.isInSource ? page.copy(range) : Array(values[range])
    }

    // MARK: Ending

    /// Ends a formatting element by the adoption agency algorithm
    /// (https://html.spec.whatwg.org/#adoption-agency-algorithm).
    mutating func adopt(_ name: HTMLName) {
        guard open.count > 0 else { return }
        let current = open.current
        if current.name.qualified == name.qualified {
            if let index = formatting.index(of: current.node) { formatting.remove(at: index) }
            return closeElement()
        }
        for _ in 0..<8 {
            guard let entry = formatting.index(of: name) else { return closeAsOrdinary(name) }
            let node = formatting.entries[entry].node
            guard formatting.entries[entry].isOpen, let index = stackIndex(of: node, name) else {
                return formatting.remove(at: entry)
            }
            guard index > open.scope else { return }
            guard let block = furthestBlock(above: index) else {
                formatting.remove(at: entry)
                return closeElements(to: index)
            }
            let cost = (nodes.count - Int(open.elements[block].node)) * 2
            guard restructuring >= cost else {
                formatting.remove(at: entry)
                return open.makeGhost(at: index)
            }
            restructuring -= cost
            split(index, at: block, entry: entry)
            if failure != nil { return }
        }
    }

    private mutating func closeAsOrdinary(_ name: HTMLName) {
        let index = open.index(of: name)
        if index >= 0, index >= open.special { closeElements(to: index) }
    }

    /// Where the element of a node is open.
    private func stackIndex(of node: Int32, _ name: HTMLName) -> Int? {
        var index = open.index(of: name)
        while index >= 0 {
            if open.elements[index].node == node { return index }
            index = Int(open.elements[index].outer)
        }
        return nil
    }

    /// The outermost special element that is open within one.
    private func furthestBlock(above index: Int) -> Int? {
        var block: Int?
        var special = open.special
        while special > index {
            block = special
            special = Int(open.elements[special - 1].special)
        }
        return block
    }

    /// Ends a formatting element before a block within it, and starts it again within the block, around what the block
    /// holds so far.
    private mutating func split(_ index: Int, at block: Int, entry: Int) {
        // Formatting between the two goes around the block, three deep at most; what else stands between ends.
        var between: [OpenElement] = []
        for element in open.elements[index + 1..<block] where formatting.index(of: element.node) != nil {
            if between.count < 3 { between.append(element) }
        }
        let format = open.elements[index]
        let parent = index > 0 ? open.elements[index - 1].node : 0
        var blockNode = open.elements[block].node
        // What ends here ends before the copies.
        for element in open.elements[index..<block] { nodes[Int(element.node)].end = blockNode }
        var kept = Array(open.elements[block...])
        let closed = open.elements[index..<block].filter { element in
            element.node != format.node && !between.contains { $0.node == element.node }
        }
        while open.count > index { _ = open.pop() }
        for element in closed { formatting.close(element.node) }

        var around = parent
        for element in between {
            let copy = blockNode
            insertCopy(of: element.node, at: copy, parent: around)
            blockNode += 1
            for place in kept.indices { kept[place].node += 1 }
            if let place = formatting.index(of: element.node) { formatting.reopen(at: place, as: copy) }
            open.push(copy, element.name)
            around = copy
        }
        nodes[Int(blockNode)].parent = around
        let inner = blockNode + 1
        insertCopy(of: format.node, at: inner, parent: blockNode)
        for place in kept.indices.dropFirst() { kept[place].node += 1 }
        for node in Int(inner) + 1..<nodes.count where nodes[node].parent == blockNode { nodes[node].parent = inner }
        formatting.reopen(at: entry, as: inner)
        open.push(blockNode, kept[0].name)
        open.push(inner, format.name)
        for element in kept.dropFirst() {
            open.push(element.node, element.name)
            if element.isGhost { open.makeGhost(at: open.count - 1) }
        }
    }

    /// Puts a copy of an element in before other nodes.
    private mutating func insertCopy(of original: Int32, at place: Int32, parent: Int32) {
        guard nodes.count < limits.nodes else { return failure = failure ?? .nodeLimit }
        let copied = Array(attributes[attributeRange(of: original)])
        let at = Int(place)
        let attributesAt = at < nodes.count ? Int(nodes[at].attributesStart) : attributes.count
        let textAt = at < nodes.count ? nodes[at].textStart : UInt32(truncatingIfNeeded: text.count)
        attributes.insert(contentsOf: copied, at: attributesAt)
        for node in at..<nodes.count {
            nodes[node].attributesStart += UInt32(truncatingIfNeeded: copied.count)
            nodes[node].end += 1
            if nodes[node].parent >= place { nodes[node].parent += 1 }
        }
        var node = nodes[Int(original)]
        node.parent = parent
        node.attributesStart = UInt32(truncatingIfNeeded: attributesAt)
        node.textStart = textAt
        nodes.insert(node, at: at)
        for run in runs.indices.reversed() {
            if runs[run].node < place { break }
            runs[run].node += 1
        }
        open.shift(from: place, by: 1)
        formatting.shift(from: place, by: 1)
        if let head, head >= place { self.head = head + 1 }
    }

    // MARK: The root and the body, once more

    /// Adds the attributes of a second start tag to the element that the first one made.
    mutating func addAttributes(to node: Int32?) {
        let start = attributes.count
        readAttributes()
        let added = Array(attributes[start...])
        attributes.removeLast(added.count)
        guard let node, nodes.count <= restructuring else { return }
        restructuring -= nodes.count
        let range = attributeRange(of: node)
        let known = attributes[range]
        let missing = added.filter { attribute in !known.contains { $0.qualified == attribute.qualified } }
        guard !missing.isEmpty, known.count + missing.count <= limits.attributes else { return }
        attributes.insert(contentsOf: missing, at: range.upperBound)
        for next in Int(node) + 1..<nodes.count { nodes[next].attributesStart += UInt32(missing.count) }
    }
}
