import OffprintXHTML

// The addresses of links and images.

/// An address as Markdown can hold it.
enum Destination {
    /// The bytes of a link's target, or `nil` where nobody should follow it, as with `javascript:`.
    static func link(_ target: String) -> [UInt8]? {
        let bytes = cleaned(target)
        var rest = bytes
        // Some schemes, such as `view-source:`, hold another.
        while let scheme = scheme(of: rest) {
            switch scheme {
            case "http", "https": return encoded(bytes)
            case "javascript", "vbscript", "livescript", "mocha", "data", "file", "jar", "view-source": return nil
            default: rest.removeFirst(scheme.utf8.count + 1)
            }
        }
        return encoded(bytes)
    }

    /// The bytes of the address of a frame, a player or its still: of the web, or relative.
    static func frame(_ address: String) -> [UInt8]? {
        let bytes = cleaned(address)
        guard !bytes.isEmpty, scheme(of: bytes).map({ $0 == "http" || $0 == "https" }) ?? true else { return nil }
        return encoded(bytes)
    }

    /// The bytes of an image's address; pictures within the address itself may pass, documents may not.
    static func image(_ address: String) -> [UInt8]? {
        let bytes = cleaned(address)
        guard let scheme = scheme(of: bytes) else { return bytes.isEmpty ? nil : encoded(bytes) }
        if scheme == "data" {
            let kinds = ["data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp", "data:image/avif"]
            let head = String(decoding: bytes.prefix(16), as: UTF8.self).lowercased()
            return kinds.contains(where: head.hasPrefix) ? encoded(bytes) : nil
        }
        return ["http", "https", "ftp"].contains(scheme) ? encoded(bytes) : nil
    }

    /// The most bytes of a picture that an address may hold.
    private static let largestPicture = 256 << 10

    /// A picture as an address that holds it; `nil` for one that is too large, or is none that every browser shows.
    static func data(_ bytes: [UInt8], _ mediaType: String?) -> String? {
        guard let mediaType, bytes.count <= largestPicture,
            ["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"].contains(mediaType)
        else { return nil }
        var text = Array("data:\(mediaType);base64,".utf8)
        text.reserveCapacity(text.count + bytes.count / 3 * 4 + 4)
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            var value = group.reduce(0) { $0 << 8 | Int($1) }
            value <<= 8 * (3 - group.count)
            for place in 0..<4 {
                text.append(place <= group.count ? digits[value >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// What a browser reads of an address: no white space around it, no tabs and line ends in it; and nobody's password.
    private static func cleaned(_ address: String) -> [UInt8] {
        let address = LinkTarget.withoutCredentials(address) ?? address
        let plain = Array(address.utf8)
        if let first = plain.first, first > .blank, plain[plain.count - 1] > .blank,
            plain.allSatisfy({ $0 > 0x0D || $0 != 0x09 && $0 != 0x0A && $0 != 0x0D })
        {
            return plain
        }
        var bytes = address.utf8.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }[...]
        bytes = bytes.drop { $0 <= .blank }
        while let last = bytes.last, last <= .blank { bytes.removeLast() }
        return Array(bytes)
    }

    /// The scheme in lower case; `nil` for a relative address.
    static func scheme(of bytes: [UInt8]) -> String? {
        guard let first = bytes.first, first.isASCIILetter, let colon = bytes.prefix(64).firstIndex(of: .colon) else {
            return nil
        }
        let name = bytes[..<colon]
        guard name.allSatisfy({ $0.isAlphanumeric || $0 == .plus || $0 == .dash || $0 == .dot }) else { return nil }
        return String(decoding: name, as: UTF8.self).lowercased()
    }

    /// The address with everything percent-encoded that a URL does not hold: what any reader would make of it.
    private static func encoded(_ bytes: [UInt8]) -> [UInt8] {
        if bytes.allSatisfy(isPlain) { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 32)
        for byte in bytes {
            if isPlain(byte) {
                result.append(byte)
            } else {
                result.append(.percent)
                result.append(hexadecimal(byte >> 4))
                result.append(hexadecimal(byte & 15))
            }
        }
        return result
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8 { digit < 10 ? 0x30 + digit : 0x37 + digit }

    private static func isPlain(_ byte: UInt8) -> Bool {
        if byte.isAlphanumeric { return true }
        switch byte {
        case .bang, .hash, .dollar, .percent, .ampersand, 0x27, .leftParenthesis, .rightParenthesis, .star, .plus, 0x2C,
            .dash, .dot, .slash, .colon, .semicolon, .equals, 0x3F, .at, .underscore, .tilde:
            return true
        default: return false
        }
    }
}

extension [UInt8] {
    /// Whether an entity such as `&copy;` or `&#42;` begins at `index`, where an ampersand is.
    func isEntity(at index: Int) -> Bool {
        var next = index + 1
        guard next < count else { return false }
        let isNumber = self[next] == .hash
        if isNumber { next += 1 }
        let isHexadecimal = isNumber && next < count && self[next] | 0x20 == UInt8(ascii: "x")
        if isHexadecimal { next += 1 }
        let start = next
        while next < count, next - start < 33 {
            let byte = self[next]
            let isHexDigit = byte.isDigit || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "f"))
            guard isHexadecimal ? isHexDigit : isNumber ? byte.isDigit : byte.isAlphanumeric else { break }
            next += 1
        }
        let length = next - start
        guard next < count, self[next] == .semicolon, length > 0 else { return false }
        if isNumber { return length <= 8 }  // CommonMark takes 7 and 6 of them, cmark-gfm 8.
        return length >= 2 && self[start].isASCIILetter
    }
}
