/// XML or HTML under construction: one run of UTF-8 bytes.
///
/// It escapes text and attributes and leaves out what XML 1.0 forbids. Tags are the caller's to balance.
public struct XMLBuffer: Sendable {
    /// What the bytes are to be read as.
    public enum Syntax: Sendable, Hashable {
        /// XML.
        case xml
        /// HTML: an element without content has no slash, and `xml:lang` says what `lang` says already.
        case html
    }

    /// Attributes in order; one that is `nil` is left out.
    public typealias Attributes = KeyValuePairs<String, String?>

    /// What is there so far.
    public private(set) var bytes: [UInt8] = []

    private let syntax: Syntax

    /// Creates an empty buffer.
    public init(_ syntax: Syntax = .xml) { self.syntax = syntax }

    /// Opens an element.
    public mutating func open(_ name: String, _ attributes: Attributes = [:]) {
        start(name, attributes)
        bytes.append(UInt8(ascii: ">"))
    }

    /// Closes an element.
    public mutating func close(_ name: String) {
        bytes.append(UInt8(ascii: "<"))
        bytes.append(UInt8(ascii: "/"))
        bytes.append(contentsOf: name.utf8)
        bytes.append(UInt8(ascii: ">"))
    }

    /// Writes an element without content.
    public mutating func empty(_ name: String, _ attributes: Attributes = [:]) {
        start(name, attributes)
        if syntax == .xml { bytes.append(UInt8(ascii: "/")) }
        bytes.append(UInt8(ascii: ">"))
    }

    /// Writes an element that holds text alone.
    public mutating func element(_ name: String, _ attributes: Attributes = [:], text: String) {
        open(name, attributes)
        self.text(text)
        close(name)
    }

    /// Writes text.
    public mutating func text(_ text: String) { escape(text, isAttribute: false) }

    /// Writes markup as it is; it must be well formed.
    public mutating func markup(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

    /// Writes markup as it is; it must be well formed.
    public mutating func markup(_ markup: [UInt8]) { bytes.append(contentsOf: markup) }

    /// Ends a line, for the eyes of people.
    public mutating func newline() { bytes.append(UInt8(ascii: "\n")) }

    private mutating func start(_ name: String, _ attributes: Attributes) {
        bytes.append(UInt8(ascii: "<"))
        bytes.append(contentsOf: name.utf8)
        for (name, value) in attributes {
            guard let value, syntax == .xml || name != "xml:lang" else { continue }
            bytes.append(UInt8(ascii: " "))
            bytes.append(contentsOf: name.utf8)
            bytes.append(contentsOf: "=\"".utf8)
            escape(value, isAttribute: true)
            bytes.append(UInt8(ascii: "\""))
        }
    }

    private mutating func escape(_ text: String, isAttribute: Bool) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\"") where isAttribute: bytes.append(contentsOf: "&quot;".utf8)
            // A parser makes spaces of these in attributes anyway.
            case 0x09, 0x0A, 0x0D: bytes.append(isAttribute || byte == 0x0D ? 0x20 : byte)
            case 0x00..<0x20, 0x7F: break
            case 0x80...0x9F where bytes.last == 0xC2:
                // A control character of the second set: only its line end means anything.
                bytes.removeLast()
                if byte == 0x85 { bytes.append(0x20) }
            case 0xBE, 0xBF:
                // U+FFFE and U+FFFF are no characters to XML; U+FFFD stands for them.
                bytes.append(bytes.suffix(2).elementsEqual([0xEF, 0xBF]) ? 0xBD : byte)
            default: bytes.append(byte)
            }
        }
    }
}
