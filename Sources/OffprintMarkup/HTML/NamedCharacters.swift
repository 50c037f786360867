/// The named characters of HTML, found by binary search.
struct NamedCharacters: Sendable {
    static let all = NamedCharacters()

    /// The longest name that may stand without its semicolon.
    static let longestUnterminated = 6

    private let entries: [UInt8]
    /// Where each entry starts.
    private let starts: [UInt16]

    private init() {
        let entries = NamedCharacterTable.entries.withUTF8Buffer { unsafe Array($0) }
        var starts: [UInt16] = []
        var previous: UInt8 = 0x20
        for (index, byte) in entries.enumerated() {
            if byte > 0x20, previous <= 0x20 { starts.append(UInt16(index)) }
            previous = byte
        }
        self.entries = entries
        self.starts = starts
    }

    /// The characters that a name stands for; `nil` where HTML has no such name, or none that goes without a semicolon.
    func characters(named name: some Collection<UInt8>, isTerminated: Bool) -> [Unicode.Scalar]? {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            switch order(of: name, to: Int(starts[middle])) {
            case .before: high = middle
            case .after: low = middle + 1
            case .same(let end): return isTerminated || entries[end] == 0x3D ? expansion(from: end + 1) : nil
            }
        }
        return nil
    }

    private enum Order {
        case before, after
        /// The same, and where the entry's name ends.
        case same(Int)
    }

    private func order(of name: some Collection<UInt8>, to start: Int) -> Order {
        var index = start
        for byte in name {
            let other = entries[index]
            if other == 0x3D || other == 0x3A { return .after }
            if byte != other { return byte < other ? .before : .after }
            index += 1
        }
        return entries[index] == 0x3D || entries[index] == 0x3A ? .same(index) : .before
    }

    private func expansion(from start: Int) -> [Unicode.Scalar] {
        let end = entries[start...].firstIndex { $0 <= 0x20 } ?? entries.count
        return entries[start..<end].split(separator: 0x2B).compactMap {
            UInt32(String(decoding: $0, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
        }
    }
}
