import OffprintMarkup

/// Sums over a page's passages, so that those of any element are two look-ups away.
struct PageMeasures {
    /// For each node, how many passages start before it.
    private(set) var passagesBefore: [Int32]
    private(set) var text: [Int32] = [0]
    private(set) var linked: [Int32] = [0]
    /// Bytes of passages that look like paragraphs: long, and hardly linked.
    private(set) var good: [Int32] = [0]
    /// How many elements of one kind stand under one parent, by a hash of both.
    private var siblings: CountTable
    private let tree: MarkupTree
    private let contexts: [ElementContext]

    init(_ passages: Passages, _ measures: [PassageMeasure]) {
        tree = passages.tree
        contexts = passages.contexts
        passagesBefore = [Int32](repeating: 0, count: tree.count + 1)
        var index = 0
        for node in 0...tree.count {
            while index < passages.all.count, passages.all[index].nodes.lowerBound < node { index += 1 }
            passagesBefore[node] = Int32(index)
        }
        for measure in measures {
            text.append(text[text.count - 1] + Int32(measure.length))
            linked.append(linked[linked.count - 1] + Int32(measure.linked))
            good.append(good[good.count - 1] + (measure.isGood ? Int32(measure.length) : 0))
        }
        siblings = CountTable(expecting: contexts.count { $0.kind != 0 })
        for node in passages.body..<tree.end(of: passages.body) where contexts[node].kind != 0 {
            siblings.add(Self.key(contexts[node].kind, under: tree.parent(of: node)))
        }
    }

    private static func key(_ kind: UInt32, under parent: Int) -> UInt32 {
        (kind ^ UInt32(truncatingIfNeeded: parent) &* 0x9E37_79B1) | 1
    }

    @inline(__always)
    func passages(in node: MarkupTree.NodeID) -> Range<Int> {
        Int(passagesBefore[node])..<Int(passagesBefore[tree.end(of: node)])
    }

    @inline(__always)
    func sum(_ sums: [Int32], _ range: Range<Int>) -> Int { Int(sums[range.upperBound] - sums[range.lowerBound]) }

    /// How many elements like a node, itself included, its parent holds.
    func siblings(of node: MarkupTree.NodeID) -> Int {
        siblings.count(of: Self.key(contexts[node].kind, under: tree.parent(of: node)))
    }

    /// The element that holds most of the page's good text close to itself: a passage votes for the elements around it,
    /// and its vote halves with each level.
    func bestContainer(of passages: Passages, _ measures: [PassageMeasure]) -> MarkupTree.NodeID {
        var votes = [Int32](repeating: 0, count: tree.count)
        for (passage, measure) in zip(passages.all, measures) where measure.isGood {
            var vote = Int32(min(1_000, measure.length)) * 8
            var node = tree.parent(of: passage.box)
            while vote > 512, node > passages.body {
                votes[node] += vote
                vote /= 2
                node = tree.parent(of: node)
            }
        }
        var best = passages.body
        for node in votes.indices where votes[node] > votes[best] { best = node }
        return best
    }
}

/// Counts by key: open addressing over one array.
struct CountTable {
    private var slots: [(key: UInt32, count: Int32)]
    private let mask: Int

    init(expecting count: Int) {
        var size = 256
        while size < count * 2 { size *= 2 }
        slots = [(key: UInt32, count: Int32)](repeating: (0, 0), count: size)
        mask = size - 1
    }

    private func slot(of key: UInt32) -> Int {
        var slot = Int(key &* 0x85EB_CA6B >> 7) & mask
        while slots[slot].key != 0, slots[slot].key != key { slot = (slot + 1) & mask }
        return slot
    }

    /// Counts a key, which is not zero, and tells its number.
    mutating func add(_ key: UInt32, _ count: Int32 = 1) {
        let slot = slot(of: key)
        slots[slot].key = key
        slots[slot].count += count
    }

    func count(of key: UInt32) -> Int { Int(slots[slot(of: key)].count) }
}
