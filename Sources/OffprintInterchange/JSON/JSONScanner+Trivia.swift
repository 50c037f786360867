// What stands between values, and where they stand.

extension JSONScanner {
    /// Skips white space, and in lenient mode comments and wrappers.
    mutating func skipTrivia() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default:
                guard mode == .lenient, skipWrapping() else { return }
            }
        }
    }

    /// Skips what may stand before the first value.
    mutating func skipLead() {
        let isFirst = position == 0
        if isFirst { _ = skip("\u{FEFF}") }
        skipTrivia()
        guard mode == .lenient, next != 0x7B, next != 0x5B else { return }
        let start = position
        while !isAtEnd, next != 0x7B, next != 0x5B {
            position += 1
            skipTrivia()
        }
        // No container at all: perhaps a scalar stands alone.
        if isAtEnd, isFirst { position = start }
    }

    /// Skips a comment, or a mark that begins or ends one or a CDATA section.
    private mutating func skipWrapping() -> Bool {
        switch bytes[position] {
        case 0x3C: return skip("<!--") || skip("<![CDATA[")
        case 0x2D: return skip("-->")
        case 0x5D: return skip("]]>")
        case 0xC2: return skip("\u{A0}")
        case 0xE2: return skip("\u{2028}") || skip("\u{2029}")
        case 0xEF: return skip("\u{FEFF}")
        case 0x2F: return skipComment()
        case 0x0B, 0x0C, 0x00:
            position += 1
            return true
        default: return false
        }
    }

    private mutating func skipComment() -> Bool {
        if skip("/*") {
            while !isAtEnd, !skip("*/") { position += 1 }
            return true
        }
        guard skip("//") else { return false }
        while next == 0x20 { position += 1 }
        // Such a comment hides a mark from scripts; the value may stand on its line.
        if skip("<!--") || skip("-->") || skip("<![CDATA[") || skip("]]>") { return true }
        while let byte = next, byte != 0x0A, byte != 0x0D { position += 1 }
        return true
    }

    private mutating func skip(_ word: StaticString) -> Bool {
        let end = position + word.utf8CodeUnitCount
        guard end <= bytes.count, bytes[position..<end].elementsEqual(word.description.utf8) else { return false }
        position = end
        return true
    }
}

// MARK: - Errors and places

extension JSONScanner {
    func error(_ code: JSONError.Code, _ reason: String) -> JSONError {
        let (line, column) = place(of: position)
        return JSONError(code, reason, line: line, column: column)
    }

    func expected(_ what: String) -> JSONError {
        guard position < bytes.count else { return error(.syntax, "Expected \(what), but the text ends here.") }
        let rest = bytes[position..<min(position + 4, bytes.count)]
        let found = String(decoding: rest, as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
        let name = found.value < 0x20 || found.value == 0x7F ? "U+00\(hex(found.value))" : "\"\(found)\""
        return error(.syntax, "Expected \(what), found \(name).")
    }

    private func hex(_ value: UInt32) -> String {
        (value < 0x10 ? "0" : "") + String(value, radix: 16, uppercase: true)
    }

    /// The line and the column of a byte, both from 1; the column counts characters.
    func place(of offset: Int) -> (line: Int, column: Int) {
        var (line, column) = (1, 1)
        for byte in bytes[..<min(offset, bytes.count)] {
            if byte == 0x0A {
                (line, column) = (line + 1, 1)
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        return (line, column)
    }

    /// Where the value stands that `steps` lead to, in a text that is known to be JSON.
    ///
    /// Where they lead nowhere, the value they reach last.
    mutating func place(of steps: [JSONStep]) -> (line: Int, column: Int) {
        position = 0
        skipLead()
        for step in steps {
            let container = position
            let isFound =
                switch step {
                case .record(let index): skipValues(index)
                case .index(let index): enter() && skipValues(index)
                case .key(let key): enter() && find(key)
                }
            guard isFound else { return place(of: container) }
        }
        return place(of: position)
    }

    private mutating func enter() -> Bool {
        position += 1
        skipTrivia()
        return true
    }

    private mutating func skipValues(_ count: Int) -> Bool {
        for _ in 0..<count {
            skipValue()
            skipTrivia()
            if next == 0x2C { position += 1 }
            skipTrivia()
        }
        return !isAtEnd
    }

    private mutating func find(_ key: String) -> Bool {
        while next == 0x22, let name = try? string() {
            skipTrivia()
            position += 1
            skipTrivia()
            if name == key { return true }
            _ = skipValues(1)
        }
        return false
    }

    private mutating func skipValue() {
        var depth = 0
        while let byte = next {
            switch byte {
            case 0x22:
                guard (try? string()) != nil else { return position = bytes.count }
                if depth == 0 { return }
            case 0x7B, 0x5B:
                depth += 1
                position += 1
            case 0x7D, 0x5D:
                if depth == 0 { return }
                depth -= 1
                position += 1
                if depth == 0 { return }
            case 0x2C, 0x20, 0x0A, 0x0D, 0x09:
                if depth == 0 { return }
                position += 1
            default: position += 1
            }
        }
    }
}
