/// Leaves out the attributes of an element past the limit, before the parser compares each with all others.
///
/// It looks closely only where no `<` stands for long: so many attributes do not fit between two of them otherwise.
struct XMLAttributeCap {
    private let limit: Int
    /// Where the first element with too many starts, in the bytes that were looked at.
    private(set) var firstCut: Int?

    /// The bytes of the shortest attribute, as ` a=""`.
    private static let shortest = 5

    init(limit: Int) { self.limit = limit }

    /// The places to leave out, in order.
    mutating func cuts(in source: [UInt8]) -> [Range<Int>] {
        let length = max(limit * Self.shortest / 2, 4)
        return ByteSearch.search(source) { bytes in
            var cuts: [Range<Int>] = []
            var block = 0
            while block + length <= bytes.count {
                if let open = bytes.next(0x3C, from: block), open < block + length {
                    block += length
                    continue
                }
                let end = bytes.next(0x3C, from: block) ?? bytes.count
                var open = block
                while open > 0, bytes[open - 1] != 0x3C { open -= 1 }
                if open > 0, let cut = excess(in: bytes, from: open, to: end) {
                    firstCut = firstCut ?? open - 1
                    cuts.append(cut)
                }
                block = max(end, block + length)
            }
            return cuts
        }
    }

    /// From the end of the last attribute that counts to the end of the tag; `nil` where there are no more.
    private func excess(in bytes: ByteSearch, from start: Int, to end: Int) -> Range<Int>? {
        // Comments, CDATA and text behind a sign of its own are no tags; nor is what has quotes without `=`.
        let first = bytes.byte(start)
        guard (0x61...0x7A).contains(first | 0x20) || [0x5F, 0x3A].contains(first) || first >= 0x80 else {
            return nil
        }
        var position = start
        var before = first
        var count = 0
        var last = start
        while position < end {
            switch bytes[position] {
            case 0x22, 0x27:
                guard before == 0x3D, let close = bytes.next(bytes[position], from: position + 1), close < end else {
                    return nil
                }
                before = 0x22
                position = close + 1
                count += 1
                if count == limit { last = position }
            case 0x3E:
                guard count > limit else { return nil }
                let close = bytes[position - 1] == 0x2F ? position - 1 : position
                return last..<close
            default:
                if bytes[position] > 0x20 { before = bytes[position] }
                position += 1
            }
        }
        return nil
    }
}

extension PrescannedSource {
    /// The same with no element that has more attributes than a limit, and where the first that had begins.
    mutating func capAttributes(at limit: Int) -> Int? {
        var cap = XMLAttributeCap(limit: limit)
        let cuts = cap.cuts(in: bytes)
        guard !cuts.isEmpty else { return nil }
        let whole = self
        bytes = []
        shifts = []
        bytes.reserveCapacity(whole.bytes.count)
        var copied = 0
        var shift = 0
        for cut in cuts + [whole.bytes.count..<whole.bytes.count] {
            while shift < whole.shifts.count, whole.shifts[shift].parsed <= cut.lowerBound {
                let (parsed, original) = whole.shifts[shift]
                shifts.append((parsed - copied + bytes.count, original))
                shift += 1
            }
            bytes.append(contentsOf: whole.bytes[copied..<cut.lowerBound])
            copied = cut.upperBound
            while shift < whole.shifts.count, whole.shifts[shift].parsed < cut.upperBound { shift += 1 }
            if !cut.isEmpty { shifts.append((bytes.count, whole.original(of: cut.upperBound))) }
        }
        return cap.firstCut.map { whole.original(of: $0) }
    }

    /// Where a place of the bytes stands in the source.
    private func original(of place: Int) -> Int {
        guard let shift = shifts.last(where: { $0.parsed <= place }) else { return place }
        return shift.original + place - shift.parsed
    }
}
