/// Reads JSON text (RFC 8259), strictly or as forgivingly as web pages need.
///
/// It takes time in proportion to the text, does not recurse, and follows values only so deep.
public struct JSONParser: Sendable {
    /// What a parser accepts.
    public enum Mode: Sendable, Hashable {
        /// What the standard allows; a byte order mark before the text is skipped.
        case strict
        /// What occurs in pages besides: control characters and unknown escapes in strings, invalid Unicode (read as
        /// U+FFFD), commas before closing brackets, comments, wrappers such as `<!-- -->` and `<![CDATA[ ]]>`, other
        /// text before and after, and brackets that are missing at the end.
        case lenient
    }

    private let mode: Mode
    private let maximumDepth: Int

    /// Creates a parser.
    public init(_ mode: Mode = .strict, maximumDepth: Int = 512) {
        self.mode = mode
        self.maximumDepth = maximumDepth
    }

    /// Reads a text that holds one value.
    ///
    /// - Throws: ``JSONError`` with line and column where the text is not JSON.
    public func parse(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
        var scanner = JSONScanner(bytes, mode: mode, maximumDepth: maximumDepth)
        scanner.skipLead()
        let value = try scanner.value()
        scanner.skipTrivia()
        guard mode == .lenient || scanner.isAtEnd else { throw scanner.expected("the end of the text") }
        return value
    }

    /// Reads values that follow each other, as the lines of JSON lines.
    ///
    /// - Throws: ``JSONError`` with line and column where the text is not JSON.
    public func parseSequence(_ bytes: [UInt8]) throws(JSONError) -> [JSONValue] {
        var scanner = JSONScanner(bytes, mode: mode, maximumDepth: maximumDepth)
        var values: [JSONValue] = []
        scanner.skipLead()
        while !scanner.isAtEnd {
            values.append(try scanner.value())
            scanner.skipLead()
        }
        return values
    }

    /// The line and the column, both from 1, of the value to which steps lead in a text that this parser has read.
    public func place(of steps: [JSONStep], in bytes: [UInt8]) -> (line: Int, column: Int) {
        var scanner = JSONScanner(bytes, mode: mode, maximumDepth: maximumDepth)
        return scanner.place(of: steps)
    }
}

/// Reads values off the front of a JSON text.
struct JSONScanner {
    let bytes: [UInt8]
    let mode: JSONParser.Mode
    let maximumDepth: Int
    var position = 0
    private var open: [Container] = []

    /// A container whose end was not reached.
    private struct Container {
        let isObject: Bool
        var members: [JSONObject.Member] = []
        var elements: [JSONValue] = []
        /// The key whose value comes next.
        var key: String?

        var value: JSONValue { isObject ? .object(JSONObject(members)) : .array(elements) }

        mutating func append(_ value: JSONValue) {
            guard isObject else { return elements.append(value) }
            if let key { members.append(JSONObject.Member(key, value)) }
            key = nil
        }
    }

    init(_ bytes: [UInt8], mode: JSONParser.Mode, maximumDepth: Int) {
        self.bytes = bytes
        self.mode = mode
        self.maximumDepth = maximumDepth
    }

    var isAtEnd: Bool { position >= bytes.count }
    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// Reads a value; white space before it must have been skipped.
    mutating func value() throws(JSONError) -> JSONValue {
        open.removeAll(keepingCapacity: true)
        while true {
            guard let value = try element() else { continue }
            if let whole = try close(behind: value) { return whole }
        }
    }

    /// Reads a scalar or an empty container, or opens a container and gives `nil`.
    private mutating func element() throws(JSONError) -> JSONValue? {
        switch next {
        case 0x7B, 0x5B: return try openContainer()
        case 0x22: return .string(try string())
        case 0x2D, (0x30...0x39)?: return .number(try number())
        case 0x74: return try word("true", .bool(true))
        case 0x66: return try word("false", .bool(false))
        case 0x6E: return try word("null", .null)
        case nil:
            // The text was cut off.
            if mode == .lenient, let container = open.popLast() { return container.value }
            throw expected("a value")
        default: throw expected("a value")
        }
    }

    private mutating func openContainer() throws(JSONError) -> JSONValue? {
        guard open.count < maximumDepth else {
            throw error(.nesting, "The values nest deeper than \(maximumDepth) levels; flatten them.")
        }
        let isObject = next == 0x7B
        position += 1
        open.append(Container(isObject: isObject))
        skipTrivia()
        if next == (isObject ? 0x7D : 0x5D) {
            position += 1
            open.removeLast()
            return isObject ? .object(JSONObject()) : .array([])
        }
        if isObject { try key() }
        return nil
    }

    /// Puts a value into its container and closes what ends behind it; gives the whole value when nothing is open.
    private mutating func close(behind value: JSONValue) throws(JSONError) -> JSONValue? {
        var value = value
        while let last = open.indices.last {
            open[last].append(value)
            let isObject = open[last].isObject
            let end: UInt8 = isObject ? 0x7D : 0x5D
            skipTrivia()
            if next == 0x2C {
                position += 1
                skipTrivia()
                if mode == .strict || next != end {
                    if isObject { try key() }
                    return nil
                }
            }
            if next == end {
                position += 1
            } else if !(isAtEnd && mode == .lenient) {
                throw expected(isObject ? "\",\" or \"}\"" : "\",\" or \"]\"")
            }
            value = open.removeLast().value
        }
        return value
    }

    /// Reads a key and its colon.
    private mutating func key() throws(JSONError) {
        if isAtEnd, mode == .lenient { return }
        guard next == 0x22 else { throw expected("a key in double quotes") }
        let name = try string()
        skipTrivia()
        if next == 0x3A {
            position += 1
            skipTrivia()
        } else if !(isAtEnd && mode == .lenient) {
            throw expected("\":\"")
        }
        // Where the text ends here, the key goes with it.
        if !isAtEnd { open[open.count - 1].key = name }
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(JSONError) -> JSONValue {
        let end = position + word.utf8.count
        guard end <= bytes.count, bytes[position..<end].elementsEqual(word.utf8) else { throw expected("a value") }
        position = end
        return value
    }

    private mutating func number() throws(JSONError) -> String {
        let start = position
        if next == 0x2D { position += 1 }
        if next == 0x30 { position += 1 } else { try digits() }
        if next == 0x2E {
            position += 1
            try digits()
        }
        if next == 0x65 || next == 0x45 {
            position += 1
            if next == 0x2B || next == 0x2D { position += 1 }
            try digits()
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func digits() throws(JSONError) {
        let start = position
        while let byte = next, (0x30...0x39).contains(byte) { position += 1 }
        if position == start { throw expected("a digit") }
    }
}
