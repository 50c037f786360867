/// The root of an XML document, found without parsing it: what tells the formats apart.
struct RootElement {
    /// The local name of the first element.
    let name: String
    /// The tag whole, with its namespaces and attributes.
    let tag: String
    /// The document type declaration before it; empty where there is none.
    let doctype: String
    /// What follows the tag, as far as it was looked at.
    let content: String

    /// An element of which only the name is known.
    init(named name: String) {
        self.name = name
        (tag, doctype, content) = ("", "", "")
    }

    /// Looks at the start of a source; `nil` where it shows no element.
    init?(in prefix: Span<UInt8>) {
        // UTF-16 shows its ASCII once the zero bytes are left out.
        var bytes: [UInt8] = []
        bytes.reserveCapacity(prefix.count)
        for index in prefix.indices where prefix[index] != 0 { bytes.append(prefix[index]) }
        self.init(bytes)
    }

    /// Looks at the start of a document in an encoding that holds ASCII.
    init?(_ bytes: [UInt8]) {
        var rest = bytes[...].drop { $0 <= 0x20 || $0 >= 0x80 }
        var doctype = ArraySlice<UInt8>()
        while rest.first == 0x3C {
            let after = rest.dropFirst()
            switch after.first {
            case 0x3F: rest = Self.skip(rest, behind: "?>")
            case 0x21 where after.starts(with: "!--".utf8): rest = Self.skip(rest, behind: "-->")
            case 0x21:
                let end = Self.skipDoctype(rest)
                doctype = rest[..<(end.isEmpty ? rest.endIndex : end.startIndex)]
                rest = end
            default:
                let name = after.prefix { $0 > 0x20 && $0 != 0x3E && $0 != 0x2F }
                let local = name.split(separator: 0x3A).last ?? name
                guard !local.isEmpty else { return nil }
                let end = after.firstIndex(of: 0x3E) ?? after.endIndex
                self.name = String(decoding: local, as: UTF8.self)
                tag = String(decoding: after[..<end], as: UTF8.self)
                content = String(decoding: after[end...], as: UTF8.self)
                self.doctype = String(decoding: doctype, as: UTF8.self)
                return
            }
            rest = rest.drop { $0 <= 0x20 }
        }
        // A declaration longer than what is looked at names the root too.
        let words = doctype.dropFirst(9).drop { $0 <= 0x20 }
        guard rest.isEmpty, doctype.starts(with: "<!DOCTYPE".utf8) else { return nil }
        let name = words.prefix { $0 > 0x20 && $0 != 0x3E && $0 != 0x5B }
        guard let local = name.split(separator: 0x3A).last, !local.isEmpty else { return nil }
        self.name = String(decoding: local, as: UTF8.self)
        (tag, content) = ("", "")
        self.doctype = String(decoding: doctype, as: UTF8.self)
    }

    /// Whether the tag or the declaration before it says a word, in whatever case.
    func says(_ word: String) -> Bool {
        tag.lowercased().contains(word) || doctype.lowercased().contains(word)
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
