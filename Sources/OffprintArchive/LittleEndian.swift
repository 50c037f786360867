// Numbers as gzip and ZIP have them: the lowest byte first.

extension [UInt8] {
    mutating func appendLittleEndian(_ number: some FixedWidthInteger & UnsignedInteger) {
        for shift in stride(from: 0, to: number.bitWidth, by: 8) { append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
}

extension Span<UInt8> {
    /// The number at `offset`; `nil` where the bytes end before it does.
    func littleEndian<Number: FixedWidthInteger & UnsignedInteger>(
        _ type: Number.Type = Number.self,
        at offset: Int
    ) -> Number? {
        let width = Number.bitWidth / 8
        guard offset >= 0, offset <= count - width else { return nil }
        var number: Number = 0
        for index in 0..<width { number |= Number(self[offset + index]) << (8 * index) }
        return number
    }
}
