/// The list of active formatting elements (https://html.spec.whatwg.org/#the-list-of-active-formatting-elements):
/// those that come back where the end of a block closed them before their own.
struct ActiveFormatting {
    struct Entry {
        /// -1 for a marker: nothing before it comes back behind it.
        var node: Int32
        var name: HTMLName
        var isOpen = true

        var isMarker: Bool { node < 0 }
    }

    private(set) var entries: [Entry] = []

    /// The most that are kept behind a marker; each may make a node in every block that follows.
    private static let limit = 24

    /// Whether an element waits to come back.
    @inline(__always)
    var isWaiting: Bool {
        guard let last = entries.last else { return false }
        return !last.isOpen && !last.isMarker
    }

    /// Where those that wait to come back start.
    var firstWaiting: Int {
        var index = entries.count
        while index > 0, !entries[index - 1].isMarker, !entries[index - 1].isOpen { index -= 1 }
        return index
    }

    /// Where the innermost of a name stands behind the last marker.
    @inline(__always)
    func index(of name: HTMLName) -> Int? {
        var index = entries.count - 1
        while index >= 0, !entries[index].isMarker {
            if entries[index].name.qualified == name.qualified { return index }
            index -= 1
        }
        return nil
    }

    @inline(__always)
    func index(of node: Int32) -> Int? {
        var index = entries.count - 1
        while index >= 0, !entries[index].isMarker {
            if entries[index].node == node { return index }
            index -= 1
        }
        return nil
    }

    mutating func append(_ node: Int32, _ name: HTMLName) {
        let start = (entries.lastIndex { $0.isMarker } ?? -1) + 1
        if entries.count - start >= Self.limit { entries.remove(at: start) }
        entries.append(Entry(node: node, name: name))
    }

    mutating func appendMarker() { entries.append(Entry(node: -1, name: HTMLName(.other))) }

    mutating func clearToMarker() {
        while let last = entries.popLast(), !last.isMarker {}
    }

    mutating func remove(at index: Int) { entries.remove(at: index) }

    /// An element was closed with the block around it.
    @inline(__always)
    mutating func close(_ node: Int32) {
        if let index = index(of: node) { entries[index].isOpen = false }
    }

    /// An element came back as another node.
    mutating func reopen(at index: Int, as node: Int32) {
        entries[index].node = node
        entries[index].isOpen = true
    }

    /// Counts with nodes that were put in at `node`.
    mutating func shift(from node: Int32, by count: Int32) {
        for index in entries.indices where entries[index].node >= node { entries[index].node += count }
    }
}
