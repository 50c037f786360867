/// The root of an XML document, found without parsing it.
enum RootElement {
    /// The local name of the first element; `nil` where the prefix shows none or is no XML.
    static func name(in prefix: Span<UInt8>) -> String? {
        // UTF-16 shows its ASCII once the zero bytes are left out.
        var bytes: [UInt8] = []
        bytes.reserveCapacity(prefix.count)
        for index in prefix.indices where prefix[index] != 0 { bytes.append(prefix[index]) }
        var rest = bytes[...].drop { $0 <= 0x20 || $0 >= 0x80 }
        while rest.first == 0x3C {
            let after = rest.dropFirst()
            switch after.first {
            case 0x3F: rest = skip(rest, behind: "?>")
            case 0x21 where after.starts(with: "!--".utf8): rest = skip(rest, behind: "-->")
            case 0x21: rest = skipDoctype(rest)
            default:
                let name = after.prefix { $0 > 0x20 && $0 != 0x3E && $0 != 0x2F }
                let local = name.split(separator: 0x3A).last ?? name
                return local.isEmpty ? nil : String(decoding: local, as: UTF8.self)
            }
            rest = rest.drop { $0 <= 0x20 }
        }
        return nil
    }

    private static func skip(_ bytes: ArraySlice<UInt8>, behind word: StaticString) -> ArraySlice<UInt8> {
        let word = Array(word.description.utf8)
        var rest = bytes
        while !rest.isEmpty, !rest.starts(with: word) { rest = rest.dropFirst() }
        return rest.dropFirst(word.count)
    }

    /// Goes behind a document type declaration, whose brackets may hold others.
    private static func skipDoctype(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var isWithinBrackets = false
        for (index, byte) in zip(bytes.indices, bytes) {
            switch byte {
            case 0x5B: isWithinBrackets = true
            case 0x5D: isWithinBrackets = false
            case 0x3E where !isWithinBrackets: return bytes[(index + 1)...]
            default: continue
            }
        }
        return []
    }
}
