/// A JSON text read once into a list of its values, without making a `String` of any: what is asked for is decoded then.
///
/// It forgives what occurs in pages: comments and wrappers, trailing commas, missing closing brackets, control
/// characters and quotation marks without a backslash within strings.
struct JSONTape {
    enum Kind: UInt8 {
        case object, array, string, literal
    }

    struct Entry {
        var kind: Kind
        /// The value's bytes; those of a string without its quotation marks.
        var start: Int32
        var end: Int32
        /// The key's bytes, for members of objects.
        var keyStart: Int32
        var keyEnd: Int32
        /// The entry behind the value and all within it.
        var next: Int32
    }

    let bytes: ArraySlice<UInt8>
    private(set) var entries: [Entry] = []
    /// Whether anything had to be forgiven that hides a value.
    private(set) var isBroken = false

    private static let maximumDepth = 200

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        read()
    }

    /// The values that no other holds.
    var roots: [Int] {
        var roots: [Int] = []
        var index = 0
        while index < entries.count {
            roots.append(index)
            index = Int(entries[index].next)
        }
        return roots
    }

    // MARK: Values

    /// The value of a member of an object.
    func member(_ key: String, of object: Int) -> Int? {
        guard entries[object].kind == .object else { return nil }
        let key = key.utf8
        var index = object + 1
        while index < Int(entries[object].next) {
            let entry = entries[index]
            if Int(entry.keyEnd - entry.keyStart) == key.count,
                bytes[Int(entry.keyStart)..<Int(entry.keyEnd)].elementsEqual(key)
            {
                return index
            }
            index = Int(entry.next)
        }
        return nil
    }

    /// The elements of an array, or the value itself where it is none.
    func elements(of value: Int?) -> [Int] {
        guard let value else { return [] }
        guard entries[value].kind == .array else { return [value] }
        var elements: [Int] = []
        var index = value + 1
        while index < Int(entries[value].next) {
            elements.append(index)
            index = Int(entries[index].next)
        }
        return elements
    }

    /// The text of a string, its escapes resolved.
    func string(_ value: Int?) -> String? {
        guard let value, entries[value].kind == .string else { return nil }
        return decoded(Int(entries[value].start)..<Int(entries[value].end))
    }

    /// A number or a word, as written.
    func literal(_ value: Int?) -> String? {
        guard let value, entries[value].kind == .literal else { return nil }
        return String(decoding: bytes[Int(entries[value].start)..<Int(entries[value].end)], as: UTF8.self)
    }

    /// Whether a value is `null` or a text without anything in it.
    func isEmpty(_ value: Int) -> Bool { entries[value].start == entries[value].end || literal(value) == "null" }

    // MARK: Reading

    private mutating func read() {
        var open: [Int] = []
        var key = 0..<0
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            switch byte {
            case 0x7B, 0x5B:
                guard open.count < Self.maximumDepth else {
                    isBroken = true
                    index = bytes.endIndex
                    continue
                }
                open.append(entries.count)
                append(byte == 0x7B ? .object : .array, index..<index + 1, &key)
                index += 1
            case 0x7D, 0x5D:
                index += 1
                if let last = open.popLast() { close(last, at: index) }
                key = 0..<0
            case 0x22:
                let isObject = open.last.map { entries[$0].kind == .object } ?? false
                let end = endOfString(index + 1, isKey: isObject && key.isEmpty, inObject: isObject)
                if open.isEmpty {
                    index = end + 1
                    continue
                }
                if isObject, key.isEmpty { key = index + 1..<end } else { append(.string, index + 1..<end, &key) }
                index = end + 1
            case 0x2F: index = behindComment(index)
            case 0x2D where !open.isEmpty, 0x30...0x39, 0x61...0x7A, 0x41...0x5A:
                let end = bytes[index...].firstIndex { !Self.isWord($0) } ?? bytes.endIndex
                if !open.isEmpty, !(entries[open[open.count - 1]].kind == .object && key.isEmpty) {
                    append(.literal, index..<end, &key)
                }
                index = max(end, index + 1)
            case 0x2C:
                key = 0..<0
                index += 1
            default: index += 1
            }
        }
        if !open.isEmpty { isBroken = true }
        for last in open.reversed() { close(last, at: bytes.endIndex) }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2E || byte == 0x2D
            || byte == 0x2B
    }

    private mutating func append(_ kind: Kind, _ range: Range<Int>, _ key: inout Range<Int>) {
        entries.append(
            Entry(
                kind: kind,
                start: Int32(range.lowerBound),
                end: Int32(range.upperBound),
                keyStart: Int32(key.lowerBound),
                keyEnd: Int32(key.upperBound),
                next: Int32(entries.count + 1)
            )
        )
        key = 0..<0
    }

    private mutating func close(_ container: Int, at end: Int) {
        entries[container].end = Int32(end)
        entries[container].next = Int32(entries.count)
    }

    /// Where a string ends: at the first quotation mark without a backslash behind which JSON goes on.
    private func endOfString(_ start: Int, isKey: Bool, inObject: Bool) -> Int {
        var index = start
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte == 0x5C {
                index += 2
            } else if byte == 0x22, isEnd(index + 1, isKey: isKey, inObject: inObject) {
                return index
            } else {
                index += 1
            }
        }
        return bytes.endIndex
    }

    private func isEnd(_ behind: Int, isKey: Bool, inObject: Bool) -> Bool {
        guard let next = firstVisible(from: behind) else { return true }
        switch bytes[next] {
        case 0x3A: return isKey
        case 0x7D, 0x5D: return !isKey
        case 0x2C:
            guard !isKey, let after = firstVisible(from: next + 1) else { return !isKey }
            return inObject ? [0x22, 0x7D, 0x2F].contains(bytes[after]) : true
        // A comma is missing, or a comment follows.
        case 0x22: return !isKey && bytes[behind..<next].contains(0x0A)
        case 0x2F: return true
        default: return false
        }
    }

    private func firstVisible(from index: Int) -> Int? {
        var index = index
        while index < bytes.endIndex {
            if bytes[index] > 0x20 { return index }
            index += 1
        }
        return nil
    }

    private func behindComment(_ index: Int) -> Int {
        guard index + 1 < bytes.endIndex else { return index + 1 }
        if bytes[index + 1] == 0x2A {
            var end = index + 2
            while end + 1 < bytes.endIndex, bytes[end] != 0x2A || bytes[end + 1] != 0x2F { end += 1 }
            return end + 2
        }
        guard bytes[index + 1] == 0x2F else { return index + 1 }
        // `//<![CDATA[` hides a mark from scripts; what follows may be the value.
        let line = bytes[index...].prefix { $0 != 0x0A && $0 != 0x0D }
        return line.firstIndex { $0 == 0x7B } ?? line.endIndex
    }

    // MARK: Decoding

    private func decoded(_ range: Range<Int>) -> String {
        let raw = bytes[range]
        guard raw.contains(0x5C) else { return String(decoding: raw, as: UTF8.self) }
        var units: [UInt16] = []
        var result = ""
        var run = raw.startIndex
        var index = raw.startIndex
        func flush(_ end: Int) {
            if run < end { result += String(decoding: raw[run..<end], as: UTF8.self) }
        }
        while index < raw.endIndex {
            guard raw[index] == 0x5C, index + 1 < raw.endIndex else {
                index += 1
                continue
            }
            flush(index)
            units.removeAll(keepingCapacity: true)
            // Surrogates stand in two escapes, so escapes are read together.
            while index + 5 < raw.endIndex, raw[index] == 0x5C, raw[index + 1] == 0x75,
                let unit = hexadecimal(index + 2)
            {
                units.append(unit)
                index += 6
            }
            if units.isEmpty {
                let escape = Self.escape(raw[index + 1])
                if let escape { result.unicodeScalars.append(escape) }
                index += escape == nil ? 1 : 2
            } else {
                result += String(decoding: units, as: UTF16.self)
            }
            run = index
        }
        flush(raw.endIndex)
        return result
    }

    private static func escape(_ byte: UInt8) -> Unicode.Scalar? {
        switch byte {
        case 0x6E: "\n"
        case 0x72: "\r"
        case 0x74: "\t"
        case 0x62, 0x66: " "
        case ..<0x80: Unicode.Scalar(byte)
        default: nil
        }
    }

    private func hexadecimal(_ start: Int) -> UInt16? {
        guard start + 4 <= bytes.endIndex else { return nil }
        var code: UInt16 = 0
        for byte in bytes[start..<start + 4] {
            switch byte {
            case 0x30...0x39: code = code << 4 | UInt16(byte - 0x30)
            case 0x41...0x46: code = code << 4 | UInt16(byte - 0x37)
            case 0x61...0x66: code = code << 4 | UInt16(byte - 0x57)
            default: return nil
            }
        }
        return code
    }
}
