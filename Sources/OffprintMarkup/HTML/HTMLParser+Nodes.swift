/// Putting nodes into the tree.
extension HTMLParser {
    /// Appends a node within the innermost open element and gives its number.
    @inline(__always)
    @discardableResult
    mutating func appendNode(_ name: HTMLName, at offset: Int) -> Int32 {
        let index = nodes.count
        if index >= limits.nodes { failure = failure ?? .nodeLimit }
        nodes.append(
            MarkupTree.Node(
                name: name.known,
                qualified: name.qualified,
                parent: index == 0 ? -1 : open.node,
                end: Int32(truncatingIfNeeded: index + 1),
                textStart: UInt32(truncatingIfNeeded: text.count),
                attributesStart: UInt32(truncatingIfNeeded: attributes.count),
                offset: UInt32(truncatingIfNeeded: offset)
            )
        )
        return Int32(truncatingIfNeeded: index)
    }

    /// Appends an element, which stays open.
    @inline(__always)
    mutating func openNode(_ name: HTMLName, at offset: Int) {
        let node = appendNode(name, at: offset)
        openElement(node, name)
    }

    @inline(__always)
    mutating func openElement(_ node: Int32, _ name: HTMLName) {
        if open.count >= limits.depth { failure = failure ?? .depthLimit }
        open.push(node, name)
        if name.traits.contains(.marker) { formatting.appendMarker() }
    }

    /// Closes the innermost open element, and those around it that wait for it.
    @inline(__always)
    mutating func closeElement() {
        closeOne()
        while open.count > 0, open.current.isGhost { closeOne() }
    }

    @inline(__always)
    private mutating func closeOne() {
        let element = open.pop()
        nodes[Int(element.node)].end = Int32(truncatingIfNeeded: nodes.count)
        if !element.name.traits.isDisjoint(with: [.marker, .formatting]) {
            if element.name.traits.contains(.marker) {
                formatting.clearToMarker()
            } else {
                formatting.close(element.node)
            }
        }
    }

    /// Closes elements until `count` are open.
    @inline(__always)
    mutating func closeElements(to count: Int) {
        while open.count > count { closeElement() }
    }

    /// The text that stands between two places of the page, as a node or joined to the text before it.
    mutating func appendText(_ range: Range<Int>, resolvesReferences: Bool) {
        var at = range.lowerBound
        guard at < range.upperBound else { return }
        startText(at: at)
        while at < range.upperBound {
            let end = min(page.endOfText(from: at), range.upperBound)
            page.append(at..<end, to: &text)
            guard end < range.upperBound else { return }
            switch page.byte(end) {
            case 0x26 where resolvesReferences:
                at = page.appendReference(at: end, isInAttribute: false, to: &text)
            case 0x0D: at = appendLineEnd(at: end)
            case let byte:
                text.append(byte)
                at = end + 1
            }
        }
    }

    @inline(__always)
    mutating func startText(at offset: Int) {
        let last = nodes[nodes.count - 1]
        if last.name != .text || last.parent != open.node { appendNode(HTMLName(.text), at: offset) }
    }

    /// A carriage return is a line feed, with the line feed behind it or without.
    mutating func appendLineEnd(at index: Int) -> Int {
        text.append(0x0A)
        return page.byte(index + 1) == 0x0A ? index + 2 : index + 1
    }
}
