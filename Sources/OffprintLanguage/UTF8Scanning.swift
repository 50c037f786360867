extension Span<UInt8> {
    /// The code point at `index`, which moves past it.
    ///
    /// A byte that starts no sequence counts as U+FFFD, and so does a sequence that is cut off: any bytes will do.
    @inlinable package func nextCodePoint(_ index: inout Int) -> UInt32 {
        let lead = self[index]
        index += 1
        if lead < 0x80 { return UInt32(lead) }
        let length: Int
        var point: UInt32
        switch lead {
        case 0xC2...0xDF: (length, point) = (1, UInt32(lead & 0x1F))
        case 0xE0...0xEF: (length, point) = (2, UInt32(lead & 0x0F))
        case 0xF0...0xF4: (length, point) = (3, UInt32(lead & 0x07))
        default: return 0xFFFD
        }
        guard index + length <= count else {
            index = count
            return 0xFFFD
        }
        for offset in 0..<length {
            let byte = self[index + offset]
            guard byte & 0xC0 == 0x80 else { return 0xFFFD }
            point = point << 6 | UInt32(byte & 0x3F)
        }
        index += length
        return point
    }
}
