/// UTF-16 and UTF-32, in either order of their bytes.
enum UnicodeEncoding: String {
    case utf16LE = "utf-16le"
    case utf16BE = "utf-16be"
    case utf32LE = "utf-32le"
    case utf32BE = "utf-32be"

    /// How much of a text is looked at for its pattern.
    private static let prefix = 1_024

    /// The encoding of a text without a mark, by where its zero bytes stand.
    ///
    /// Text of any script has spaces, line ends and markup, whose upper bytes are zero, and text in no other encoding
    /// has zero bytes at every second place only.
    static func pattern(of bytes: Span<UInt8>) -> UnicodeEncoding? {
        guard bytes.count >= 4 else { return nil }
        let prefix = bytes.extracting(first: Self.prefix & ~3)
        var zeros = [0, 0, 0, 0]
        for index in prefix.indices where prefix[index] == 0 { zeros[index & 3] += 1 }
        guard zeros != [0, 0, 0, 0] else { return nil }
        if bytes.count % 4 == 0, let wide = pattern32(prefix, zeros) { return wide }
        guard bytes.count % 2 == 0 else { return nil }
        let (even, odd) = (zeros[0] + zeros[2], zeros[1] + zeros[3])
        guard min(even, odd) == 0 else { return nil }
        let order: UnicodeEncoding = even == 0 ? .utf16LE : .utf16BE
        if max(even, odd) * 16 > prefix.count { return order }
        return looksEastAsian(prefix, order) ? order : nil
    }

    /// UTF-32 has a zero byte first of each four, and most often a second beside it.
    private static func pattern32(_ prefix: Span<UInt8>, _ zeros: [Int]) -> UnicodeEncoding? {
        let quarter = prefix.count / 4
        guard quarter > 0 else { return nil }
        if zeros[3] == quarter, zeros[2] * 2 > quarter, zeros[0] == 0 { return .utf32LE }
        if zeros[0] == quarter, zeros[1] * 2 > quarter, zeros[3] == 0 { return .utf32BE }
        return nil
    }

    /// Whether a text with few zero bytes is Chinese, Japanese or Korean: it has their stops, kana or syllables.
    private static func looksEastAsian(_ prefix: Span<UInt8>, _ order: UnicodeEncoding) -> Bool {
        var (units, known, endings) = (0, 0, 0)
        var index = 0
        while index + 1 < prefix.count {
            let unit = order.unit16(prefix, index)
            units += 1
            switch unit {
            case 0x3001...0x3011, 0xFF01, 0xFF0C, 0x3041...0x30FC, 0xAC00...0xD7A3: known += 1
            case 0x0A, 0x0D, 0x20: endings += 1
            case 0xD800...0xDFFF, 0xFFFE, 0xFFFF: return false
            default: break
            }
            index += 2
        }
        return endings > 0 && known * 20 >= units
    }

    @inline(__always)
    private func unit16(_ bytes: Span<UInt8>, _ at: Int) -> UInt16 {
        let (first, second) = (UInt16(bytes[at]), UInt16(bytes[at + 1]))
        return self == .utf16BE ? first << 8 | second : second << 8 | first
    }

    /// Decodes a text from `start`; each unit that is no character becomes U+FFFD.
    func decode(_ bytes: Span<UInt8>, from start: Int, evidence: DecodedText.Evidence) -> DecodedText {
        var utf8: [UInt8] = []
        utf8.reserveCapacity(bytes.count)
        var repairs = 0
        var position = start
        switch self {
        case .utf16LE, .utf16BE:
            while position + 1 < bytes.count { append(next16(bytes, &position), to: &utf8, &repairs) }
        case .utf32LE, .utf32BE:
            while position + 3 < bytes.count { append(next32(bytes, &position), to: &utf8, &repairs) }
        }
        if position < bytes.count { append(nil, to: &utf8, &repairs) }
        return DecodedText(utf8: utf8, encoding: rawValue, evidence: evidence, repairs: repairs)
    }

    private func next16(_ bytes: Span<UInt8>, _ position: inout Int) -> Unicode.Scalar? {
        let first = unit16(bytes, position)
        position += 2
        if first & 0xFC00 == 0xD800, position + 1 < bytes.count, unit16(bytes, position) & 0xFC00 == 0xDC00 {
            let second = unit16(bytes, position)
            position += 2
            return Unicode.Scalar(0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(second & 0x3FF)))
        }
        return Unicode.Scalar(UInt32(first))
    }

    private func next32(_ bytes: Span<UInt8>, _ position: inout Int) -> Unicode.Scalar? {
        var value: UInt32 = 0
        for offset in 0..<4 {
            let byte = bytes[position + (self == .utf32BE ? offset : 3 - offset)]
            value = value << 8 | UInt32(byte)
        }
        position += 4
        return Unicode.Scalar(value)
    }

    private func append(_ scalar: Unicode.Scalar?, to utf8: inout [UInt8], _ repairs: inout Int) {
        if scalar == nil { repairs += 1 }
        utf8.append(contentsOf: UTF8.encode(scalar ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
    }
}
