/// An element that has started and not ended.
struct OpenElement {
    var node: Int32
    var name: HTMLName
    /// Whether it has ended but for an element within it that has not: nothing asks for it, and it closes with that.
    var isGhost = false
    /// Where the next element of its name outside it is open; -1 for none.
    var outer: Int32 = -1
    /// Where the nearest special element is open, itself included.
    var special: Int32 = -1
    /// Where the nearest element is open that end tags do not reach beyond, itself included.
    var scope: Int32 = -1
}

/// The stack of open elements (https://html.spec.whatwg.org/#stack-of-open-elements).
///
/// It knows for each name where an element of it is open, so that no tag has to search: pages nest thousands deep on
/// purpose.
struct OpenElements {
    private(set) var elements: [OpenElement] = []
    /// By the number of the name: where the innermost element of it is open; -1 for nowhere.
    private var innermost: [Int32]

    init(names: Int) {
        innermost = [Int32](repeating: -1, count: names)
        elements.reserveCapacity(64)
    }

    @inline(__always)
    var count: Int { elements.count }

    @inline(__always)
    var current: OpenElement { elements[elements.count - 1] }

    /// The node of the innermost element; that of the document where none is open.
    @inline(__always)
    var node: Int32 { elements.isEmpty ? 0 : elements[elements.count - 1].node }

    /// Where the nearest element is open that end tags do not reach beyond.
    @inline(__always)
    var scope: Int { elements.isEmpty ? -1 : Int(elements[elements.count - 1].scope) }

    /// Where the nearest special element is open.
    @inline(__always)
    var special: Int { elements.isEmpty ? -1 : Int(elements[elements.count - 1].special) }

    /// Where the innermost element of a name is open; -1 for nowhere.
    @inline(__always)
    func index(of name: MarkupName) -> Int { Int(innermost[name.ordinal]) }

    @inline(__always)
    func index(of name: HTMLName) -> Int {
        Int(name.qualified) < innermost.count ? Int(innermost[Int(name.qualified)]) : -1
    }

    func index(ofAny names: MarkupName...) -> Int { names.reduce(-1) { max($0, index(of: $1)) } }

    // MARK: Changes

    @inline(__always)
    mutating func push(_ node: Int32, _ name: HTMLName) {
        let index = Int32(truncatingIfNeeded: elements.count)
        let place = Int(name.qualified)
        if place >= innermost.count { makeRoom(for: place) }
        elements.append(
            OpenElement(
                node: node,
                name: name,
                outer: innermost[place],
                special: name.traits.contains(.special) ? index : Int32(truncatingIfNeeded: special),
                scope: name.traits.contains(.scope) ? index : Int32(truncatingIfNeeded: scope)
            )
        )
        innermost[place] = index
    }

    @inline(never)
    private mutating func makeRoom(for place: Int) {
        innermost.append(contentsOf: repeatElement(-1, count: place + 64 - innermost.count))
    }

    @inline(__always)
    mutating func pop() -> OpenElement {
        let element = elements.removeLast()
        if !element.isGhost { innermost[Int(element.name.qualified)] = element.outer }
        return element
    }

    /// Ends an element although elements within it stay open.
    mutating func makeGhost(at index: Int) {
        guard !elements[index].isGhost else { return }
        elements[index].isGhost = true
        let place = Int(elements[index].name.qualified)
        if Int(innermost[place]) == index {
            innermost[place] = elements[index].outer
            return
        }
        var inner = Int(innermost[place])
        while inner >= 0, Int(elements[inner].outer) != index { inner = Int(elements[inner].outer) }
        if inner >= 0 { elements[inner].outer = elements[index].outer }
    }

    /// Counts with nodes that were put in at `node`.
    mutating func shift(from node: Int32, by count: Int32) {
        for index in elements.indices where elements[index].node >= node { elements[index].node += count }
    }
}
