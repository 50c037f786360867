import OffprintEncoding

/// The encoded words of mail headers (RFC 2047): `=?utf-8?Q?Br=C3=BCcke?=`.
enum EncodedWords {
    static func decode(_ text: String) -> String {
        guard text.contains("=?") else { return text }
        var (result, rest, followsWord) = ("", text[...], false)
        while let start = rest.firstRange(of: "=?") {
            let before = rest[..<start.lowerBound]
            guard let (word, after) = word(rest[start.upperBound...]) else {
                result += before + "=?"
                rest = rest[start.upperBound...]
                continue
            }
            // White space between two words is only there to part them.
            if !followsWord || !before.allSatisfy(\.isWhitespace) { result += before }
            result += word
            (rest, followsWord) = (after, true)
        }
        return result + rest
    }

    private static func word(_ text: Substring) -> (String, Substring)? {
        let parts = text.split(separator: "?", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let end = parts[2].firstRange(of: "?=") else { return nil }
        let payload = parts[2][..<end.lowerBound]
        let bytes: [UInt8]? =
            switch parts[1].lowercased() {
            case "q": TransferEncoding.quotedPrintable(payload.utf8.map { $0 == 0x5F ? 0x20 : $0 })
            case "b": TransferEncoding.base64(payload.utf8)
            default: nil
            }
        guard let bytes else { return nil }
        let decoded = TextDecoding.decode(bytes, declaredBy: String(parts[0]))
        return (String(decoding: decoded.utf8, as: UTF8.self), parts[2][end.upperBound...])
    }
}

/// How mail carries bytes in lines of ASCII (RFC 2045).
enum TransferEncoding {
    /// The bytes of quoted-printable text.
    static func quotedPrintable(_ text: some Sequence<UInt8>) -> [UInt8] {
        let text = Array(text)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            let byte = text[index]
            guard byte == UInt8(ascii: "=") else {
                bytes.append(byte)
                index += 1
                continue
            }
            if index + 2 < text.count, let high = hexadecimal(text[index + 1]), let low = hexadecimal(text[index + 2]) {
                bytes.append(high << 4 | low)
                index += 3
            } else if index + 1 < text.count, text[index + 1] == 0x0A {
                index += 2
            } else {
                bytes.append(byte)
                index += 1
            }
        }
        return bytes
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }

    /// The bytes of base64 text; what is no digit of it is skipped, as the standard asks.
    static func base64(_ text: some Sequence<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        var (bits, count) = (UInt32(0), 0)
        for byte in text {
            let digit: UInt32
            switch byte {
            case 0x41...0x5A: digit = UInt32(byte - 0x41)
            case 0x61...0x7A: digit = UInt32(byte - 0x61 + 26)
            case 0x30...0x39: digit = UInt32(byte - 0x30 + 52)
            case 0x2B: digit = 62
            case 0x2F: digit = 63
            default: continue
            }
            bits = bits << 6 | digit
            count += 1
            if count == 4 {
                bytes += [UInt8(bits >> 16 & 0xFF), UInt8(bits >> 8 & 0xFF), UInt8(bits & 0xFF)]
                (bits, count) = (0, 0)
            }
        }
        if count == 3 { bytes += [UInt8(bits >> 10 & 0xFF), UInt8(bits >> 2 & 0xFF)] }
        if count == 2 { bytes.append(UInt8(bits >> 4 & 0xFF)) }
        return bytes
    }
}
