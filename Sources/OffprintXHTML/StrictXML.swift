/// A small XML parser that forgives nothing.
///
/// It is for markup that is to be put into a page or a book: MathML and SVG. No document types, no entities but the
/// five of XML, nothing that is not well formed, and no recursion.
public enum StrictXML {
    /// A part of a document.
    public enum Event: Sendable, Hashable {
        /// A start tag, its attributes in order.
        case start(String, [Attribute])
        /// An end tag; an empty element has one too.
        case end(String)
        /// Text, with its references resolved.
        case text(String)
    }

    /// An attribute, with its references resolved.
    public struct Attribute: Sendable, Hashable {
        /// The name, with its prefix.
        public let name: String
        /// The value.
        public let value: String
    }

    /// How deep elements may nest.
    public static let maximumDepth = 200

    /// The parts of a document in order; `nil` where it is not well formed or uses what is not allowed here.
    public static func events(of document: [UInt8]) -> [Event]? {
        guard String(validating: document, as: UTF8.self) != nil else { return nil }
        var parser = StrictParser(document.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(document.dropFirst(3)) : document)
        return parser.parse()
    }
}

private struct StrictParser {
    private let bytes: [UInt8]
    private var position = 0
    private var events: [StrictXML.Event] = []
    private var open: [String] = []
    private var hasRoot = false

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func parse() -> [StrictXML.Event]? {
        while position < bytes.count {
            if bytes[position] != UInt8(ascii: "<") {
                guard parseText() else { return nil }
            } else if skip("<!--") {
                guard let end = find("--"), skip("-->", at: end) else { return nil }
            } else if skip("<![CDATA[") {
                let from = position
                guard !open.isEmpty, let end = find("]]>"), skip("]]>", at: end) else { return nil }
                guard bytes[from..<end].allSatisfy(\.isXML) else { return nil }
                events.append(.text(String(decoding: bytes[from..<end], as: UTF8.self)))
            } else if skip("<?") {
                // The XML declaration says nothing new, and instructions have no place in a book.
                guard position == 2, skip("xml "), let end = find("?>"), skip("?>", at: end) else { return nil }
            } else if skip("</") {
                guard let name = name(), name == open.popLast() else { return nil }
                skipSpaces()
                guard skip(">") else { return nil }
                events.append(.end(name))
            } else {
                guard parseStart() else { return nil }
            }
        }
        return hasRoot && open.isEmpty ? events : nil
    }

    private mutating func parseText() -> Bool {
        let end = bytes[position...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        let raw = bytes[position..<end]
        position = end
        guard !open.isEmpty else { return raw.allSatisfy(\.isSpace) }
        guard let text = resolved(raw) else { return false }
        events.append(.text(text))
        return true
    }

    private mutating func parseStart() -> Bool {
        position += 1
        guard !(open.isEmpty && hasRoot), open.count < StrictXML.maximumDepth, let name = name() else { return false }
        hasRoot = true
        var attributes: [StrictXML.Attribute] = []
        var seen: Set<String> = []
        while true {
            let before = position
            skipSpaces()
            if skip("/>") {
                events.append(.start(name, attributes))
                events.append(.end(name))
                return true
            }
            if skip(">") {
                events.append(.start(name, attributes))
                open.append(name)
                return true
            }
            guard position > before, let attribute = attribute(), seen.insert(attribute.name).inserted else {
                return false
            }
            attributes.append(attribute)
        }
    }

    private mutating func attribute() -> StrictXML.Attribute? {
        guard let name = name() else { return nil }
        skipSpaces()
        guard skip("=") else { return nil }
        skipSpaces()
        guard position < bytes.count else { return nil }
        let quote = bytes[position]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
        guard let end = bytes[(position + 1)...].firstIndex(of: quote) else { return nil }
        let raw = bytes[(position + 1)..<end]
        guard !raw.contains(UInt8(ascii: "<")), let value = resolved(raw) else { return nil }
        position = end + 1
        return StrictXML.Attribute(name: name, value: value)
    }

    private mutating func name() -> String? {
        let from = position
        while position < bytes.count, bytes[position].isName { position += 1 }
        guard position > from, bytes[from].isNameStart else { return nil }
        let name = bytes[from..<position]
        guard name.count(where: { $0 == UInt8(ascii: ":") }) <= 1, name.last != UInt8(ascii: ":") else { return nil }
        return String(decoding: name, as: UTF8.self)
    }

    /// Text with its references resolved; `nil` where one is unknown or a character is forbidden.
    private func resolved(_ raw: ArraySlice<UInt8>) -> String? {
        guard raw.allSatisfy(\.isXML) else { return nil }
        guard raw.contains(UInt8(ascii: "&")) else { return String(decoding: raw, as: UTF8.self) }
        var text = ""
        var rest = raw
        while let mark = rest.firstIndex(of: UInt8(ascii: "&")) {
            text += String(decoding: rest[..<mark], as: UTF8.self)
            guard let end = rest[mark...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else { return nil }
            guard let scalar = reference(String(decoding: rest[(mark + 1)..<end], as: UTF8.self)) else { return nil }
            text.unicodeScalars.append(scalar)
            rest = rest[(end + 1)...]
        }
        return text + String(decoding: rest, as: UTF8.self)
    }

    private func reference(_ name: String) -> Unicode.Scalar? {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default:
            guard name.hasPrefix("#") else { return nil }
            let isHex = name.hasPrefix("#x")
            let digits = name.dropFirst(isHex ? 2 : 1)
            guard !digits.hasPrefix("+"), let code = UInt32(digits, radix: isHex ? 16 : 10) else { return nil }
            let isAllowed = code >= 0x20 && !(0x7F...0x9F).contains(code) && code & 0xFFFE != 0xFFFE
            return isAllowed || code == 9 || code == 10 || code == 13 ? Unicode.Scalar(code) : nil
        }
    }

    private mutating func skip(_ word: StaticString) -> Bool { skip(word, at: position) }

    private mutating func skip(_ word: StaticString, at place: Int) -> Bool {
        guard bytes[place...].starts(with: word.description.utf8) else { return false }
        position = place + word.utf8CodeUnitCount
        return true
    }

    private func find(_ word: StaticString) -> Int? {
        let wanted = Array(word.description.utf8)
        var index = position
        while index + wanted.count <= bytes.count {
            if bytes[index] == wanted[0], bytes[index...].starts(with: wanted) { return index }
            index += 1
        }
        return nil
    }

    private mutating func skipSpaces() { while position < bytes.count, bytes[position].isSpace { position += 1 } }
}

extension UInt8 {
    fileprivate var isSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
    fileprivate var isXML: Bool { self >= 0x20 && self != 0x7F || isSpace }
    fileprivate var isNameStart: Bool {
        (0x61...0x7A).contains(self | 0x20) || self == UInt8(ascii: "_") || self >= 0x80
    }
    fileprivate var isName: Bool {
        isNameStart || (0x30...0x39).contains(self) || [0x2D, 0x2E, 0x3A].contains(self)
    }
}
