/// What a document says about its own encoding.
enum DeclaredEncoding {
    /// The encoding of a `meta` element in the first 4,096 bytes; `charset=` serves both of its forms.
    ///
    /// The WHATWG looks at 1,024 bytes; pages of newsrooms put more before the element.
    static func ofHTML(_ bytes: [UInt8]) -> String? {
        let prefix = bytes.prefix(4_096)
        var from = prefix.startIndex
        while let tag = find("<meta", in: prefix, from: from) {
            let close = prefix[tag...].firstIndex(of: 0x3E) ?? prefix.endIndex
            if let name = find("charset", in: prefix[..<close], from: tag),
                let value = value(in: prefix[..<close], after: name + 7)
            {
                return value
            }
            from = close
        }
        return ofXML(bytes)
    }

    /// The encoding of an XML declaration.
    static func ofXML(_ bytes: [UInt8]) -> String? {
        let start = bytes.prefix(64).firstIndex { $0 > 0x20 && $0 < 0x80 } ?? 0
        let prefix = bytes.prefix(start + 256)
        guard let open = find("<?xml", in: prefix, from: start), open == start,
            let close = prefix[open...].firstIndex(of: 0x3E),
            let name = find("encoding", in: prefix[..<close], from: open)
        else { return nil }
        return value(in: prefix[..<close], after: name + 8)
    }

    /// Where an ASCII word in lower case occurs, whatever the case of the letters there.
    private static func find(_ word: StaticString, in bytes: ArraySlice<UInt8>, from: Int) -> Int? {
        let word = Array(word.description.utf8)
        guard from <= bytes.endIndex, bytes.endIndex - from >= word.count else { return nil }
        return (from...bytes.endIndex - word.count).first { start in
            word.indices.allSatisfy { index in
                let byte = bytes[start + index]
                return ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) == word[index]
            }
        }
    }

    /// The value behind an equals sign, with or without quotes.
    private static func value(in bytes: ArraySlice<UInt8>, after: Int) -> String? {
        var rest = bytes[min(after, bytes.endIndex)...].drop { $0 <= 0x20 }
        guard rest.first == 0x3D else { return nil }
        rest = rest.dropFirst().drop { $0 <= 0x20 || $0 == 0x22 || $0 == 0x27 }
        let value = rest.prefix { $0 > 0x20 && $0 != 0x22 && $0 != 0x27 && $0 != 0x3B && $0 != 0x2F && $0 < 0x80 }
        return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
    }
}
