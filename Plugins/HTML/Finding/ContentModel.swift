/// A sum of small decision trees over a row of features: how likely a passage is text of the article.
///
/// `Training/train.py` makes the trees. A number a node: for a fork, the feature's column (bits 0 to 7), how far ahead the
/// right branch starts (bits 8 to 15; the left one follows at once), and the greatest value that goes left (bits 16 to 31);
/// for a leaf, 255 and its value.
///
/// No tree is walked. A set bit a leaf says that a row may still come to it; each fork that sends the row to the right
/// strikes out the leaves on its left, in any order, and the first that is left over is the row's. So thirty-two rows are
/// judged at a time and no branch has to be guessed (QuickScorer: Lucchese and others, 2015).
struct ContentModel {
    /// How many leaves a tree has at most.
    private static let width = 16
    private static let lanes = 32
    /// The bytes that a column takes for as many.
    private static let columnSize = lanes * MemoryLayout<Int16>.size

    /// No fork asks for more, so a greater value may count as this one; differences then fit the same bits.
    private static let greatest: Int16 = 16_000

    private struct Fork {
        /// Where its column starts, in bytes.
        let column: UInt16
        let value: Int16
        /// The leaves that a row which goes right may still come to.
        let right: Int16
    }

    /// The forks of all trees, one tree after the other.
    private var forks: [Fork] = []
    /// The number behind the last fork of each tree.
    private var ends: [Int] = []
    /// The values of each tree's leaves, from left to right.
    private var leaves: [Int32] = []

    init(starts: [Int32], nodes: [UInt32]) {
        for (tree, start) in starts.enumerated() {
            let end = tree + 1 < starts.count ? Int(starts[tree + 1]) : nodes.count
            add(nodes[Int(start)..<end])
        }
    }

    private mutating func add(_ tree: ArraySlice<UInt32>) {
        // For each node, how many leaves stand before it.
        var before: [Int] = []
        var count = 0
        for node in tree {
            before.append(count)
            guard node & 0xFF == 0xFF else {
                let value = Int16(truncatingIfNeeded: node >> 16)
                precondition(
                    value > -Self.greatest && value < Self.greatest,
                    "A fork asks for more than rows are told apart by."
                )
                continue
            }
            leaves.append(Int32(Int16(truncatingIfNeeded: node >> 16)))
            count += 1
        }
        precondition(count <= Self.width, "A tree has more leaves than a row has bits for.")
        leaves.append(contentsOf: repeatElement(0, count: Self.width - count))
        for (index, node) in tree.enumerated() where node & 0xFF != 0xFF {
            let below = (1 << before[index + Int(node >> 8 & 0xFF)]) - (1 << before[index])
            forks.append(
                Fork(
                    column: UInt16(Int(node & 0xFF) * Self.columnSize),
                    value: Int16(truncatingIfNeeded: node >> 16),
                    right: ~Int16(truncatingIfNeeded: below)
                )
            )
        }
        ends.append(forks.count)
    }

    /// The chances, in thousandths, for rows of `width` numbers that follow one another.
    func chances(for rows: [Int16], width: Int) -> [Int] {
        let count = rows.count / width
        var chances: [Int] = []
        chances.reserveCapacity(count)
        var columns = [Int16](repeating: 0, count: width * Self.lanes)
        for first in stride(from: 0, to: count, by: Self.lanes) {
            let used = min(Self.lanes, count - first)
            for lane in 0..<used {
                let row = rows.span.extracting((first + lane) * width..<(first + lane + 1) * width)
                var side = columns.mutableSpan
                var place = lane
                for column in row.indices {
                    side[place] = max(-Self.greatest, min(Self.greatest, row[column]))
                    place &+= Self.lanes
                }
            }
            let sums = sums(columns)
            for lane in 0..<used { chances.append(Int(Self.chance(ofLogit: sums[lane]))) }
        }
        return chances
    }

    /// The sums of the trees for the rows that stand side by side in `columns`.
    private func sums(_ columns: [Int16]) -> [Int32] {
        var sums = [Int32](repeating: 0, count: Self.lanes)
        // Vectors are loaded from the numbers as they lie: gathered safely, lane by lane, they cost an eighth of all reading.
        let columns = unsafe columns.span.bytes
        var fork = 0
        for tree in ends.indices {
            // The leaves that each row may still come to: of the first half of the rows, and of the second.
            var first = SIMD16<Int16>(repeating: -1)
            var second = first
            while fork < ends[tree] {
                let column = Int(forks[fork].column)
                let value = SIMD16<Int16>(repeating: forks[fork].value)
                let right = SIMD16<Int16>(repeating: forks[fork].right)
                // All bits where the row's value is greater: as a difference, which the compiler does many at a time.
                let ofFirst = unsafe columns.unsafeLoadUnaligned(fromByteOffset: column, as: SIMD16<Int16>.self)
                first &= ~((value &- ofFirst) &>> SIMD16(repeating: 15)) | right
                let ofSecond = unsafe columns.unsafeLoadUnaligned(
                    fromByteOffset: column + Self.columnSize / 2,
                    as: SIMD16<Int16>.self
                )
                second &= ~((value &- ofSecond) &>> SIMD16(repeating: 15)) | right
                fork += 1
            }
            for lane in 0..<Self.lanes / 2 {
                sums[lane] &+= leaves[tree * Self.width + first[lane].trailingZeroBitCount]
                sums[lane + Self.lanes / 2] &+= leaves[tree * Self.width + second[lane].trailingZeroBitCount]
            }
        }
        return sums
    }

    /// The logistic function, of logits in 1/1024ths, by a table: the same on every machine.
    static func chance(ofLogit logit: Int32) -> Int16 {
        chances[Int(max(0, min(Int32(chances.count - 1), (logit + 8_192 + 64) >> 7)))]
    }
}
