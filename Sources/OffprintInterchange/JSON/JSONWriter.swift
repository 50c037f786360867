/// Writes JSON text as UTF-8 bytes, compact or indented by two spaces.
///
/// It keeps track of commas, colons and indentation; the caller keeps begins and ends in step.
///
///     var json = JSONWriter()
///     json.beginObject()
///     json.field("title", article.metadata.title.best)
///     json.object("location") { $0.field("url", url) }
///     json.endObject()
///     return json.bytes
///
/// No text is built on the way: strings are copied run by run from one byte that needs an escape to the next.
public struct JSONWriter: Sendable {
    /// What was written so far.
    public private(set) var bytes: [UInt8] = []

    private let isIndented: Bool
    private let escapesMarkup: Bool
    private var depth = 0
    private var place = Place.start

    /// What stands before the next value or key.
    private enum Place {
        /// The beginning of the text or of a container.
        case start
        /// A value, so that a comma is due.
        case value
        /// A key and its colon.
        case key
    }

    /// Creates a writer.
    ///
    /// With `escapesMarkup` each `<` is written `\u003c`, so that neither `</script` nor `<!--` occurs in the text
    /// and it may stand in an HTML page.
    public init(indented isIndented: Bool = false, escapesMarkup: Bool = false) {
        self.isIndented = isIndented
        self.escapesMarkup = escapesMarkup
    }

    /// Makes room for text of about this many bytes.
    public mutating func reserveCapacity(_ count: Int) { bytes.reserveCapacity(count) }

    // MARK: Containers

    /// Opens an object.
    public mutating func beginObject() { begin(0x7B) }

    /// Closes the innermost object.
    public mutating func endObject() { end(0x7D) }

    /// Opens an array.
    public mutating func beginArray() { begin(0x5B) }

    /// Closes the innermost array.
    public mutating func endArray() { end(0x5D) }

    /// Ends a line of JSON lines, so that the next value stands on a line of its own.
    public mutating func endLine() {
        bytes.append(0x0A)
        place = .start
    }

    private mutating func begin(_ bracket: UInt8) {
        prepare()
        bytes.append(bracket)
        depth += 1
        place = .start
    }

    private mutating func end(_ bracket: UInt8) {
        depth -= 1
        if case .value = place, isIndented { breakLine() }
        bytes.append(bracket)
        place = .value
    }

    // MARK: Keys and values

    /// Writes a key; its value comes next.
    public mutating func key(_ name: String) {
        prepare()
        appendQuoted(name)
        bytes.append(0x3A)
        if isIndented { bytes.append(0x20) }
        place = .key
    }

    /// Writes a string.
    public mutating func string(_ text: String) {
        prepare()
        appendQuoted(text)
        place = .value
    }

    /// Writes a whole number.
    public mutating func integer(_ number: Int) { raw(String(number)) }

    /// Writes a number; JSON has none that is not finite, so `null` stands for those.
    public mutating func number(_ number: Double) { raw(number.isFinite ? number.description : "null") }

    /// Writes `true` or `false`.
    public mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }

    /// Writes `null`.
    public mutating func null() { raw("null") }

    /// Writes a value that is JSON text already; it is not looked at.
    public mutating func raw(_ json: String) {
        prepare()
        bytes.append(contentsOf: json.utf8)
        place = .value
    }

    /// Writes a value that is JSON text in UTF-8 already; it is not looked at.
    public mutating func raw(_ json: some Collection<UInt8>) {
        prepare()
        bytes.append(contentsOf: json)
        place = .value
    }

    /// Writes bytes as a string in base64 (RFC 4648, with padding).
    public mutating func base64(_ data: [UInt8]) {
        prepare()
        bytes.append(0x22)
        Base64.encode(data, into: &bytes)
        bytes.append(0x22)
        place = .value
    }

    /// Writes what must stand before a value or a key.
    private mutating func prepare() {
        switch place {
        case .key: return
        case .value: bytes.append(0x2C)
        case .start: break
        }
        if isIndented, depth > 0 { breakLine() }
    }

    private mutating func breakLine() {
        bytes.append(0x0A)
        // Capped, or what nests deep would grow with its depth squared.
        bytes.append(contentsOf: repeatElement(0x20, count: 2 * min(depth, 32)))
    }
}

// MARK: - Strings

extension JSONWriter {
    private mutating func appendQuoted(_ text: String) {
        bytes.append(0x22)
        let start = bytes.count
        bytes.append(contentsOf: text.utf8)
        let first = firstEscape(from: start)
        if first < bytes.count { escape(from: first) }
        bytes.append(0x22)
    }

    /// Where the first byte stands that needs an escape; the end where none does.
    private func firstEscape(from start: Int) -> Int {
        // A span in a local, since this loop sees every byte.
        let span = bytes.span
        let markup: UInt8 = escapesMarkup ? 0x3C : 0x22
        var index = start
        while index < span.count {
            let byte = span[index]
            if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == markup { break }
            index += 1
        }
        return index
    }

    private func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x22 || byte == 0x5C || (byte == 0x3C && escapesMarkup)
    }

    /// Writes the bytes from `first` to the end again, with escapes.
    private mutating func escape(from first: Int) {
        let tail = Array(bytes[first...])
        bytes.removeSubrange(first...)
        var run = 0
        for index in tail.indices where needsEscape(tail[index]) {
            bytes.append(contentsOf: tail[run..<index])
            appendEscape(of: tail[index])
            run = index + 1
        }
        bytes.append(contentsOf: tail[run...])
    }

    private mutating func appendEscape(of byte: UInt8) {
        bytes.append(0x5C)
        switch byte {
        case 0x22, 0x5C: bytes.append(byte)
        case 0x08: bytes.append(0x62)
        case 0x09: bytes.append(0x74)
        case 0x0A: bytes.append(0x6E)
        case 0x0C: bytes.append(0x66)
        case 0x0D: bytes.append(0x72)
        default:
            bytes.append(contentsOf: "u00".utf8)
            for digit in [byte >> 4, byte & 0x0F] { bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit) }
        }
    }
}
