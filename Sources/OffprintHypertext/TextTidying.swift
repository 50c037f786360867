// White space as markup has it, which means nothing at the edges and a space within.

extension String {
    /// The text without white space at its edges; `nil` where nothing is left.
    package var trimmed: String? {
        // Nearly every text starts and ends with a sign of ASCII, and most need no copy.
        if let first = utf8.first, let last = utf8.last, (0x21..<0x80).contains(first), (0x21..<0x80).contains(last) {
            return self
        }
        let scalars = unicodeScalars
        let from = scalars.firstIndex { !$0.isSpace } ?? endIndex
        let to = scalars.lastIndex { !$0.isSpace }.map { scalars.index(after: $0) } ?? startIndex
        return from < to ? String(self[from..<to]) : nil
    }

    /// The text on one line: single spaces, no control characters, no soft hyphens or zero-width spaces.
    package var tidied: String {
        if isTidy { return self }
        var result: [UInt8] = []
        result.reserveCapacity(utf8.count)
        var isBehindSpace = false
        let bytes = utf8.span
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            switch Self.part(of: bytes, at: index) {
            case .space: isBehindSpace = true
            case .nothing: break
            case .visible:
                if isBehindSpace, !result.isEmpty { result.append(0x20) }
                isBehindSpace = false
                for offset in 0..<length { result.append(bytes[index + offset]) }
            }
            index += length
        }
        return String(decoding: result, as: UTF8.self)
    }

    private enum Part { case space, nothing, visible }

    /// What the sign that starts at an index is.
    private static func part(of bytes: Span<UInt8>, at index: Int) -> Part {
        let byte = bytes[index]
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0C, 0x0D: return .space
        case 0..<0x20, 0x7F: return .nothing
        case 0xC2:
            switch bytes[index + 1] {
            case 0x85, 0xA0: return .space
            case 0xAD: return .nothing
            default: return .visible
            }
        case 0xE1: return bytes[index + 1] == 0x9A && bytes[index + 2] == 0x80 ? .space : .visible
        case 0xE2 where bytes[index + 1] == 0x80:
            switch bytes[index + 2] {
            case 0x80...0x8A, 0xA8, 0xA9, 0xAF: return .space
            case 0x8B: return .nothing
            default: return .visible
            }
        case 0xE2: return bytes[index + 1] == 0x81 && bytes[index + 2] == 0x9F ? .space : .visible
        case 0xE3: return bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80 ? .space : .visible
        case 0xEF: return bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF ? .nothing : .visible
        default: return .visible
        }
    }

    /// Whether there is surely nothing to tidy.
    private var isTidy: Bool {
        var last: UInt8 = 0x20
        for byte in utf8 {
            // Past ASCII, the lead bytes of the signs that show nothing and of the other spaces.
            switch byte {
            case 0..<0x20, 0x7F, 0xC2, 0xE1, 0xE2, 0xE3, 0xEF: return false
            case 0x20: if last == 0x20 { return false }
            default: break
            }
            last = byte
        }
        return last != 0x20
    }
}

extension Unicode.Scalar {
    fileprivate var isSpace: Bool {
        value < 0x80 ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
    }
}
