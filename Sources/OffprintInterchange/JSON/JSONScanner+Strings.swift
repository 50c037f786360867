extension JSONScanner {
    /// Reads a string at its opening quotation mark.
    mutating func string() throws(JSONError) -> String {
        position += 1
        let start = position
        let bits = skipPlain()
        switch next {
        case 0x22:
            position += 1
            return try text(bytes[start..<position - 1], isASCII: bits < 0x80)
        case 0x5C: return try escapedString(from: start)
        case let byte?: throw controlCharacter(byte)
        case nil: throw expected("the string's closing quotation mark")
        }
    }

    /// Skips what stands for itself in a string, and gives all its bits.
    private mutating func skipPlain() -> UInt8 {
        // Locals, since this loop sees nearly every byte of a text.
        let bytes = bytes
        let span = bytes.span
        let firstPlain: UInt8 = mode == .strict ? 0x20 : 0
        var bits: UInt8 = 0
        var index = position
        while index < span.count {
            let byte = span[index]
            if byte == 0x22 || byte == 0x5C || byte < firstPlain { break }
            bits |= byte
            index += 1
        }
        position = index
        return bits
    }

    /// Reads the rest of a string from its first escape on.
    private mutating func escapedString(from start: Int) throws(JSONError) -> String {
        var decoded = Array(bytes[start..<position])
        while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case 0x22:
                position += 1
                return try text(decoded[...], isASCII: false)
            case 0x5C: try escape(into: &decoded)
            case ..<0x20 where mode == .strict: throw controlCharacter(byte)
            default:
                let run = position
                _ = skipPlain()
                decoded.append(contentsOf: bytes[run..<position])
            }
        }
        throw expected("the string's closing quotation mark")
    }

    private mutating func escape(into decoded: inout [UInt8]) throws(JSONError) {
        position += 1
        guard let byte = next else { throw expected("the rest of an escape") }
        switch byte {
        case 0x22, 0x5C, 0x2F: decoded.append(byte)
        case 0x62: decoded.append(0x08)
        case 0x66: decoded.append(0x0C)
        case 0x6E: decoded.append(0x0A)
        case 0x72: decoded.append(0x0D)
        case 0x74: decoded.append(0x09)
        case 0x75: return try unicodeEscape(into: &decoded)
        default:
            // The character alone is what a careless author meant by it.
            if mode == .strict { throw expected("one of \" \\ / b f n r t u behind \"\\\"") }
            decoded.append(byte)
        }
        position += 1
    }

    private mutating func unicodeEscape(into decoded: inout [UInt8]) throws(JSONError) {
        let start = position - 1
        guard var code = hexadecimal() else {
            if mode == .lenient {
                position = start + 2
                return decoded.append(0x75)
            }
            throw expected("four hexadecimal digits")
        }
        if (0xD800...0xDBFF).contains(code), next == 0x5C, position + 1 < bytes.count, bytes[position + 1] == 0x75 {
            let behindFirst = position
            position += 1
            if let low = hexadecimal(), (0xDC00...0xDFFF).contains(low) {
                code = 0x1_0000 + (code - 0xD800) << 10 + (low - 0xDC00)
            } else {
                position = behindFirst
            }
        }
        if let scalar = Unicode.Scalar(code) { return decoded.append(contentsOf: UTF8.encode(scalar) ?? .init()) }
        guard mode == .lenient else {
            position = start
            throw error(.encoding, "Half of a surrogate pair stands alone; write both halves or U+FFFD.")
        }
        decoded.append(contentsOf: [0xEF, 0xBF, 0xBD])
    }

    /// Reads the four digits behind a `u`, at which the position stands; stays there where they are not four.
    private mutating func hexadecimal() -> UInt32? {
        guard position + 5 <= bytes.count else { return nil }
        var code: UInt32 = 0
        for byte in bytes[position + 1..<position + 5] {
            switch byte {
            case 0x30...0x39: code = code << 4 | UInt32(byte - 0x30)
            case 0x41...0x46: code = code << 4 | UInt32(byte - 0x37)
            case 0x61...0x66: code = code << 4 | UInt32(byte - 0x57)
            default: return nil
            }
        }
        position += 5
        return code
    }

    private func text(_ slice: ArraySlice<UInt8>, isASCII: Bool) throws(JSONError) -> String {
        let text = String(decoding: slice, as: UTF8.self)
        if !isASCII, mode == .strict, !text.utf8.elementsEqual(slice) {
            throw error(.encoding, "The string before this place is not valid UTF-8; save the text as UTF-8.")
        }
        return text
    }

    private func controlCharacter(_ byte: UInt8) -> JSONError {
        let digits = String(byte, radix: 16, uppercase: true)
        return error(
            .syntax,
            "A string holds the control character U+00\(byte < 0x10 ? "0" : "")\(digits); write it as an escape."
        )
    }
}
