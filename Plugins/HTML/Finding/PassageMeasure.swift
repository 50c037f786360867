import OffprintMarkup

/// What there is to count in one passage.
struct PassageMeasure {
    let statistics: TextStatistics
    /// Bytes of text without the white space of the source at its edges.
    private(set) var length: Int
    private(set) var linked = 0
    private(set) var links = 0
    private(set) var strong = 0
    private(set) var emphasised = 0
    /// A number for its elements, equal for passages of one kind.
    let kind: UInt32
    /// A number for its element alone.
    let element: UInt32

    /// Whether it looks like a paragraph.
    var isGood: Bool { length >= 80 && linked * 3 < length }

    init(_ passage: Passage, in passages: borrowing Passages) {
        statistics = TextStatistics(passages.tree.textBytes, passage.bytes)
        length = passage.bytes.count
        var lastLink = -1
        for node in passage.nodes where passages.tree.isText(node) {
            let parent = passages.tree.parent(of: node)
            let traits = passages.contexts[parent].traits
            guard traits.rawValue & Self.marks.rawValue != 0 else { continue }
            let count = passages.tree.textRange(of: node).count
            if traits.contains(.link) {
                linked += count
                if parent != lastLink { links += 1 }
                lastLink = parent
            }
            if traits.contains(.strong) { strong += count }
            if traits.contains(.emphasis) { emphasised += count }
        }
        let holder = passages.contexts[passage.holder]
        element = holder.kind | 1
        let parent = max(0, passages.tree.parent(of: passage.holder))
        let kind = (holder.kind ^ passages.contexts[parent].kind &* 31) &* 0x0100_0193
        self.kind = (kind ^ passages.contexts[max(0, passages.tree.parent(of: parent))].kind) | 1
    }

    private static let marks: ElementTraits = [.link, .strong, .emphasis]
}
