/// The content of a `data:` address (RFC 2397).
struct DataAddress {
    let mediaType: String
    let bytes: [UInt8]

    /// Whether it is of a type that an `img` element shows.
    var isImage: Bool {
        ["image/png", "image/jpeg", "image/gif", "image/webp", "image/svg+xml", "image/avif"].contains(mediaType)
    }

    /// `nil` where the bytes are no such address or its base64 is damaged.
    init?(_ address: ArraySlice<UInt8>) {
        guard address.starts(with: "data:".utf8), let comma = address.firstIndex(of: UInt8(ascii: ",")) else {
            return nil
        }
        let head = String(decoding: address[address.index(address.startIndex, offsetBy: 5)..<comma], as: UTF8.self)
            .lowercased().split(separator: ";").map { $0.filter { $0 != " " } }
        mediaType = head.first ?? ""
        let content = Self.unescaped(address[(comma + 1)...])
        guard head.last == "base64" else {
            bytes = content
            return
        }
        guard let decoded = Self.base64(content) else { return nil }
        bytes = decoded
    }

    private static func unescaped(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        guard bytes.contains(UInt8(ascii: "%")) else { return Array(bytes) }
        var plain: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.endIndex,
                let value = UInt8(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
            {
                plain.append(value)
                index += 3
            } else {
                plain.append(bytes[index])
                index += 1
            }
        }
        return plain
    }

    /// What browsers take for base64: padding may be missing, and white space does not count.
    private static func base64(_ text: [UInt8]) -> [UInt8]? {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(text.count / 4 * 3)
        var (group, count) = (0, 0)
        for byte in text {
            let value: UInt8
            switch byte {
            case 0x41...0x5A: value = byte - 0x41
            case 0x61...0x7A: value = byte - 0x61 + 26
            case 0x30...0x39: value = byte - 0x30 + 52
            case 0x2B, 0x2D: value = 62
            case 0x2F, 0x5F: value = 63
            case 0x3D, 0x09, 0x0A, 0x0D, 0x20: continue
            default: return nil
            }
            group = group << 6 | Int(value)
            count += 1
            guard count == 4 else { continue }
            for shift in [16, 8, 0] { decoded.append(UInt8(truncatingIfNeeded: group >> shift)) }
            (group, count) = (0, 0)
        }
        switch count {
        case 1: return nil
        case 2: decoded.append(UInt8(truncatingIfNeeded: group >> 4))
        case 3:
            decoded.append(UInt8(truncatingIfNeeded: group >> 10))
            decoded.append(UInt8(truncatingIfNeeded: group >> 2))
        default: break
        }
        return decoded
    }
}
