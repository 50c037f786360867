/// Encodings that are ASCII but for the escapes which change what its bytes mean.
enum EscapedEncodings {
    /// The encoding whose escapes a text has; `nil` where it has none.
    static func name(of text: Span<UInt8>) -> String? {
        guard text.count >= 4 else { return nil }
        var index = 0
        let end = text.count - 2
        while index < end {
            let byte = text[index]
            if byte == 0x1B {
                if let name = name(ofEscape: text, at: index) { return name }
            } else if byte == 0x7E, text[index + 1] == 0x7B, HZ.opens(text, at: index + 2) {
                return "hz-gb-2312"
            } else if byte >= 0x80 {
                return nil
            }
            index += 1
        }
        return nil
    }

    private static func name(ofEscape text: Span<UInt8>, at index: Int) -> String? {
        let third = index + 3 < text.count ? text[index + 3] : 0
        switch (text[index + 1], text[index + 2], third) {
        case (0x24, 0x29, 0x43): return "iso-2022-kr"
        case (0x24, 0x29, 0x41), (0x24, 0x29, 0x47), (0x24, 0x2A, 0x48): return "iso-2022-cn"
        case (0x24, 0x40, _), (0x24, 0x42, _), (0x28, 0x4A, _), (0x28, 0x49, _), (0x24, 0x28, 0x44):
            return "iso-2022-jp"
        default: return nil
        }
    }
}

/// HZ (RFC 1843): ASCII, with GB 2312 in seven bits between `~{` and `~}`.
enum HZ {
    /// Whether pairs of bytes follow that may be ideographs, and then the close.
    static func opens(_ text: Span<UInt8>, at start: Int) -> Bool {
        var index = start
        while index + 1 < text.count, index < start + 1_000 {
            if text[index] == 0x7E { return text[index + 1] == 0x7D && index > start }
            guard 0x21...0x77 ~= text[index], 0x21...0x7E ~= text[index + 1] else { return false }
            index += 2
        }
        return false
    }

    /// The text in eight bits, without the escapes.
    static func widened(_ bytes: [UInt8]) -> [UInt8] {
        var wide: [UInt8] = []
        wide.reserveCapacity(bytes.count)
        var (index, isOpen) = (0, false)
        while index < bytes.count {
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            switch (bytes[index], next) {
            case (0x7E, 0x7B): (isOpen, index) = (true, index + 2)
            case (0x7E, 0x7D): (isOpen, index) = (false, index + 2)
            case (0x7E, 0x7E) where !isOpen:
                wide.append(0x7E)
                index += 2
            case (0x0A, _):
                wide.append(0x0A)
                (isOpen, index) = (false, index + 1)
            case (let byte, _):
                wide.append(isOpen && 0x21...0x7E ~= byte ? byte | 0x80 : byte)
                index += 1
            }
        }
        return wide
    }
}
