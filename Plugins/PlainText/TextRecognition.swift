/// Tells text from binary data and from markup by its first bytes.
enum TextRecognition {
    static func looksLikeText(_ prefix: Span<UInt8>) -> Bool {
        guard !prefix.isEmpty else { return false }
        var controls = 0
        var envelopeMarks = 0
        var nulls = (even: 0, odd: 0)
        for index in prefix.indices where prefix[index] < 0x20 || prefix[index] == 0x7F {
            switch prefix[index] {
            case 0: if index & 1 == 0 { nulls.even += 1 } else { nulls.odd += 1 }
            // White space, and the escape of ISO-2022.
            case 0x09...0x0D, 0x1B: break
            // Those in which wire copy is wrapped.
            case 0x01...0x04: envelopeMarks += 1
            case 0x05...0x1F, 0x7F: controls += 1
            default: break
            }
        }
        guard controls * 50 <= prefix.count, envelopeMarks * 8 <= prefix.count else { return false }
        if nulls.even + nulls.odd > 0 { return isUTF16(prefix, nulls) || isUTF32(prefix) }
        return !startsLikeMarkup(prefix)
    }

    /// UTF-16 of most languages has its zero bytes on one side of each pair.
    private static func isUTF16(_ prefix: Span<UInt8>, _ nulls: (even: Int, odd: Int)) -> Bool {
        guard prefix.count >= 2 else { return false }
        if prefix[0] == 0xFF && prefix[1] == 0xFE || prefix[0] == 0xFE && prefix[1] == 0xFF { return true }
        let (many, few) = (max(nulls.even, nulls.odd), min(nulls.even, nulls.odd))
        return many * 4 >= prefix.count && few * 20 <= many
    }

    /// UTF-32 has a zero byte at one end of each four and none at the other.
    private static func isUTF32(_ prefix: Span<UInt8>) -> Bool {
        let whole = prefix.count & ~3
        guard whole >= 8 else { return false }
        // A mark of byte order has no zero where characters have one.
        let fours = stride(from: prefix[0] == 0 && prefix[2] == 0xFE || prefix[0] == 0xFF ? 4 : 0, to: whole, by: 4)
        return fours.allSatisfy { prefix[$0 + 3] == 0 && prefix[$0] != 0 }
            || fours.allSatisfy { prefix[$0] == 0 && prefix[$0 + 3] != 0 }
    }

    /// Whether it starts as XML, HTML, JSON, PDF or RTF does.
    private static func startsLikeMarkup(_ prefix: Span<UInt8>) -> Bool {
        var start = 0
        if prefix.count >= 3, prefix[0] == 0xEF, prefix[1] == 0xBB, prefix[2] == 0xBF { start = 3 }
        while start < prefix.count, isSpace(prefix[start]) { start += 1 }
        guard start < prefix.count else { return false }
        var next = start + 1
        while next < prefix.count, isSpace(prefix[next]) { next += 1 }
        let follower = next < prefix.count ? prefix[next] : 0
        switch prefix[start] {
        case UInt8(ascii: "<"):
            return next == start + 1 && (isLetter(follower) || "!?/".utf8.contains(follower))
        case UInt8(ascii: "{"): return "\"}\\".utf8.contains(follower)
        case UInt8(ascii: "["): return "{[\"]".utf8.contains(follower)
        case UInt8(ascii: "%"):
            return follower == UInt8(ascii: "P") && prefix.count > next + 2
                && prefix[next + 1] == UInt8(ascii: "D") && prefix[next + 2] == UInt8(ascii: "F")
        default: return false
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}
