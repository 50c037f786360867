/// What stands before the body (https://html.spec.whatwg.org/#the-before-head-insertion-mode and the next three).
extension HTMLParser {
    /// Whether an element of the head is open that holds others: what is in it follows the rules of a body.
    @inline(__always)
    var isWithinMetadata: Bool { mode == .head && open.count > 2 }

    /// Whether the head takes a start tag; where it does not, a body has started.
    mutating func startedBeforeBody(_ name: HTMLName, at start: Int) -> Bool {
        switch name.kind {
        case .html:
            if open.count == 0 {
                insert(name, at: start)
            } else {
                addAttributes(to: open.elements[0].node)
            }
        case .head:
            guard head == nil else {
                ignoreTag()
                return true
            }
            openRoot(at: start)
            head = Int32(truncatingIfNeeded: nodes.count)
            insert(name, at: start)
            mode = .head
        case .body:
            closeHead(at: start)
            insert(name, at: start)
            mode = .body
        case .frameset: ignoreTag()
        case let kind where kind.isMetadata && !(mode == .afterHead && kind == .noscript):
            openHead(at: start)
            return false
        default:
            startBody(at: start)
            return false
        }
        return true
    }

    private mutating func openRoot(at start: Int) {
        if open.count == 0 { openNode(HTMLName(.html), at: start) }
    }

    /// Opens the head, or opens it again for what stands behind its end.
    private mutating func openHead(at start: Int) {
        guard mode != .head else { return }
        openRoot(at: start)
        if let head {
            open.push(head, HTMLName(.head))
        } else {
            head = Int32(truncatingIfNeeded: nodes.count)
            openNode(HTMLName(.head), at: start)
        }
        mode = .head
    }

    mutating func endHead() {
        closeElements(to: 1)
        mode = .afterHead
    }

    private mutating func closeHead(at start: Int) {
        openRoot(at: start)
        closeElements(to: 1)
        mode = .afterHead
    }

    mutating func startBody(at start: Int) {
        closeHead(at: start)
        openNode(HTMLName(.body), at: start)
        mode = .body
    }
}
