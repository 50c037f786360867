/// A sum of small decision trees over a row of features: how likely a passage is text of the article.
///
/// `Training/train.py` makes the trees. A number a node: for a fork, the feature's column (bits 0 to 7), how far ahead the
/// right branch starts (bits 8 to 15; the left one follows at once), and the greatest value that goes left (bits 16 to 31);
/// for a leaf, 255 and its value.
struct ContentModel {
    let starts: [Int32]
    let nodes: [UInt32]

    /// The chance, in thousandths, for the row that starts at `start`.
    func chance(for rows: [Int16], at start: Int) -> Int16 {
        var sum: Int32 = 0
        for first in starts {
            var index = Int(first)
            while true {
                let node = nodes[index]
                let column = Int(node & 0xFF)
                let value = Int16(truncatingIfNeeded: node >> 16)
                if column == 0xFF {
                    sum += Int32(value)
                    break
                }
                index += rows[start + column] <= value ? 1 : Int(node >> 8 & 0xFF)
            }
        }
        return Self.chance(ofLogit: sum)
    }

    /// The logistic function, of logits in 1/1024ths, by a table: the same on every machine.
    static func chance(ofLogit logit: Int32) -> Int16 {
        chances[Int(max(0, min(Int32(chances.count - 1), (logit + 8_192 + 64) >> 7)))]
    }
}
