/// Makes a tree of the events of libxml2.
///
/// libxml2 spells a name by one pointer for the whole parse, so names are told apart by pointer.
@safe
struct TreeBuilder: ~Copyable {
    private var nodes: [MarkupTree.Node] = []
    private var attributes: [MarkupTree.Attribute] = []
    private var text: [UInt8] = []
    private var values: [UInt8] = []
    private var open: [Int32] = [0]
    private var names = NameTable()
    private let limits: MarkupDocument.Limits
    /// The limit that was passed, if any; events after that are not taken.
    private(set) var failure: MarkupError.Code?

    init(expecting bytes: Int, limits: MarkupDocument.Limits) {
        self.limits = limits
        nodes.reserveCapacity(bytes / 24 + 64)
        attributes.reserveCapacity(bytes / 32 + 64)
        text.reserveCapacity(bytes / 2 + 64)
        values.reserveCapacity(bytes / 2 + 64)
        nodes.append(node(.document, qualified: NameTable.document, offset: 0))
    }

    private func node(_ name: MarkupName, qualified: UInt16, offset: Int) -> MarkupTree.Node {
        MarkupTree.Node(
            name: name,
            qualified: qualified,
            parent: open.count > 0 && !nodes.isEmpty ? open[open.count - 1] : -1,
            end: Int32(truncatingIfNeeded: nodes.count + 1),
            textStart: UInt32(truncatingIfNeeded: text.count),
            attributesStart: UInt32(truncatingIfNeeded: attributes.count),
            offset: UInt32(truncatingIfNeeded: offset)
        )
    }

    // MARK: Events

    /// An element starts; its attributes follow.
    mutating func start(_ name: UnsafePointer<UInt8>, namespace: UnsafePointer<UInt8>?, offset: Int) {
        guard failure == nil else { return }
        guard open.count <= limits.depth else { return failure = .depthLimit }
        guard nodes.count < limits.nodes else { return failure = .nodeLimit }
        let (known, qualified) = unsafe names.find(name, namespace)
        guard qualified != NameTable.excess else { return failure = .nameLimit }
        let index = Int32(truncatingIfNeeded: nodes.count)
        nodes.append(node(known, qualified: qualified, offset: offset))
        open.append(index)
    }

    /// The element that started last has an attribute.
    mutating func attribute(
        _ name: UnsafePointer<UInt8>,
        namespace: UnsafePointer<UInt8>?,
        value: UnsafeBufferPointer<UInt8>
    ) {
        guard failure == nil else { return }
        let (known, qualified) = unsafe names.find(name, namespace)
        guard qualified != NameTable.excess else { return failure = .nameLimit }
        let start = values.count
        unsafe values.append(contentsOf: value)
        attributes.append(
            MarkupTree.Attribute(
                name: known,
                isInSource: false,
                qualified: qualified,
                start: UInt32(truncatingIfNeeded: start),
                count: UInt32(truncatingIfNeeded: values.count - start)
            )
        )
    }

    /// The innermost element ends.
    mutating func end() {
        guard failure == nil, open.count > 1, let index = open.popLast() else { return }
        nodes[Int(index)].end = Int32(truncatingIfNeeded: nodes.count)
    }

    /// Text; what follows other text joins it.
    mutating func characters(_ bytes: UnsafeBufferPointer<UInt8>, offset: Int) {
        guard failure == nil, !bytes.isEmpty else { return }
        let last = nodes.count - 1
        if nodes[last].name != .text || nodes[last].parent != open[open.count - 1] {
            guard nodes.count < limits.nodes else { return failure = .nodeLimit }
            nodes.append(node(.text, qualified: NameTable.text, offset: offset))
        }
        unsafe text.append(contentsOf: bytes)
    }

    // MARK: The end

    /// The tree, with whatever is still open closed.
    consuming func finish(origin: SourceMap) -> MarkupTree {
        for index in open { nodes[Int(index)].end = Int32(truncatingIfNeeded: nodes.count) }
        nodes.append(node(.document, qualified: NameTable.document, offset: 0))
        return MarkupTree(
            nodes: nodes,
            attributes: attributes,
            text: text,
            values: values,
            source: [],
            names: names.names,
            runs: [],
            origin: origin
        )
    }
}

/// The names of a document, found by the pointers that spell them.
@safe
private struct NameTable {
    static let document: UInt16 = 0
    static let text: UInt16 = 1
    /// What every name past the limit is called.
    static let excess: UInt16 = 2
    /// No document has as many; a number has to fit 16 bits.
    static let limit = 60_000

    private(set) var names = [
        QualifiedName(local: MarkupName.document.rawValue, namespace: nil),
        QualifiedName(local: MarkupName.text.rawValue, namespace: nil),
        QualifiedName(local: MarkupName.other.rawValue, namespace: nil),
    ]
    private var slots = [Slot](repeating: Slot(), count: 512)
    private var used = 0

    private struct Slot {
        var name: UInt = 0
        var namespace: UInt = 0
        var known = MarkupName.other
        var qualified: UInt16 = 0
    }

    /// The number of a name, which is given one where it is new.
    @inline(__always)
    mutating func find(
        _ name: UnsafePointer<UInt8>,
        _ namespace: UnsafePointer<UInt8>?
    ) -> (MarkupName, UInt16) {
        let (key, space) = (UInt(bitPattern: name), UInt(bitPattern: namespace))
        var slot = index(of: key, space)
        while slots[slot].name != 0 {
            if slots[slot].name == key, slots[slot].namespace == space {
                return (slots[slot].known, slots[slot].qualified)
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return unsafe add(name, namespace)
    }

    @inline(__always)
    private func index(of name: UInt, _ namespace: UInt) -> Int {
        Int(truncatingIfNeeded: ((name ^ namespace &* 31) &* 0x9E37_79B9_7F4A_7C15) >> 40) & (slots.count - 1)
    }

    @inline(never)
    private mutating func add(_ name: UnsafePointer<UInt8>, _ namespace: UnsafePointer<UInt8>?) -> (MarkupName, UInt16)
    {
        let local = unsafe String(cString: name)
        let known = MarkupName.spelled(local)
        guard names.count < Self.limit else { return (known, Self.excess) }
        let qualified = UInt16(names.count)
        unsafe names.append(QualifiedName(local: local, namespace: namespace.map { unsafe String(cString: $0) }))
        if used * 2 > slots.count { grow() }
        insert(
            Slot(
                name: UInt(bitPattern: name),
                namespace: UInt(bitPattern: namespace),
                known: known,
                qualified: qualified
            )
        )
        return (known, qualified)
    }

    private mutating func insert(_ entry: Slot) {
        var slot = index(of: entry.name, entry.namespace)
        while slots[slot].name != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = entry
        used += 1
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: old.count * 4)
        used = 0
        for entry in old where entry.name != 0 { insert(entry) }
    }
}
