import Offprint

// Text and code within a run: white space put in order, suspects noted.
extension Composer {
    /// Writes text; its white space is what follows, so that the end of a run or a mark has none.
    mutating func text(_ string: String) {
        let bytes = Array(string.utf8)
        let head = Self.spaceLength(bytes[...], fromEnd: false)
        space(bytes[..<head])
        guard head < bytes.count else { return }
        let tail = bytes.count - Self.spaceLength(bytes[head...], fromEnd: true)
        flush()
        let start = out.count
        out.append(contentsOf: bytes[head..<tail])
        tidy(from: start)
        suspect(from: start)
        space(bytes[tail...])
    }

    /// How many bytes of white space a text begins or ends with, those of Unicode included.
    private static func spaceLength(_ bytes: ArraySlice<UInt8>, fromEnd: Bool) -> Int {
        var rest = bytes
        while let byte = fromEnd ? rest.last : rest.first {
            if byte <= .blank || byte == 0x7F {
                rest = fromEnd ? rest.dropLast() : rest.dropFirst()
                continue
            }
            guard byte >= 0x80 else { break }
            let two = fromEnd ? rest.suffix(2) : rest.prefix(2)
            let three = fromEnd ? rest.suffix(3) : rest.prefix(3)
            if two.elementsEqual([0xC2, 0xA0]) {
                rest = fromEnd ? rest.dropLast(2) : rest.dropFirst(2)
            } else if isWideSpace(three) {
                rest = fromEnd ? rest.dropLast(3) : rest.dropFirst(3)
            } else {
                break
            }
        }
        return bytes.count - rest.count
    }

    /// Whether these are the bytes of U+2000…200A, U+202F, U+205F or U+3000.
    private static func isWideSpace(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count == 3, let first = bytes.first, let last = bytes.last else { return false }
        switch (first, bytes[bytes.startIndex + 1], last) {
        case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80): return true
        default: return false
        }
    }

    /// Keeps white space for later: spaces, tabs and line ends as one space, others as they are.
    private mutating func space(_ bytes: ArraySlice<UInt8>) {
        for byte in bytes {
            if byte.isSpace {
                if run.space.last != .blank { run.space.append(.blank) }
            } else if byte >= 0x80 {
                run.space.append(byte)
            }
        }
    }

    /// Makes white space within the text one space and drops control characters; most texts have nothing to tidy.
    private mutating func tidy(from start: Int) {
        var previous: UInt8 = 0
        var first = start
        while first < out.count {
            let byte = out[first]
            if byte < .blank || byte == 0x7F || byte == .blank && previous == .blank { break }
            previous = byte
            first += 1
        }
        guard first < out.count else { return }
        var end = first
        for index in first..<out.count {
            let byte = out[index]
            if byte.isSpace {
                if end > start, out[end - 1] == .blank { continue }
                out[end] = .blank
            } else if byte < .blank || byte == 0x7F {
                continue
            } else {
                out[end] = byte
            }
            end += 1
        }
        out.removeLast(out.count - end)
    }

    /// Notes what may have to be escaped.
    private mutating func suspect(from start: Int) {
        var index = start
        let end = out.count
        while index < end {
            let byte = out[index]
            switch byte {
            case .star, .underscore, .tilde, .backtick:
                var length = 1
                while index + length < end, out[index + length] == byte { length += 1 }
                if byte == .backtick { run.note(.backticks, index, length) } else { literal(byte, index, length) }
                index += length
                continue
            case .leftBracket: run.note(.bracket, index, 1)
            case .rightBracket: run.note(.endBracket, index, 1)
            case .backslash, .less: run.note(.byte, index, 1)
            case .ampersand where index + 1 == end || out[index + 1] == .hash || out[index + 1].isASCIILetter:
                run.note(.byte, index, 1)
            case .bang where index + 1 == end: run.note(.byte, index, 1)
            case .dollar where dialect.isGFM: run.note(.byte, index, 1)
            case .colon where dialect.isGFM && !run.isInLink && (index + 1 == end || out[index + 1] == .slash):
                run.note(.byte, index, 1)
            case .dot
            where dialect.isGFM && !run.isInLink && index >= run.start + 3 && out[index - 1] | 0x20 == UInt8(ascii: "w"):
                run.note(.byte, index, 1)
            case .brace, .percent:
                // Hugo and Jekyll look for their tags before they read Markdown.
                if dialect.isTemplate, index > run.start, out[index - 1] == .brace { run.note(.byte, index, 1) }
            default: break
            }
            index += 1
        }
    }

    private mutating func literal(_ byte: UInt8, _ position: Int, _ length: Int) {
        if let last = run.suspects.last, last.kind == .literal, last.position + last.length == position,
            out[last.position] == byte
        {
            run.suspects[run.suspects.count - 1].length += length
        } else {
            run.note(.literal, position, length)
        }
    }

    // MARK: Code

    /// Writes a piece of code between as many backticks as its own do not reach.
    mutating func code(_ string: String) {
        var bytes = string.utf8.filter { $0 >= .blank && $0 != 0x7F || $0.isSpace }
        for index in bytes.indices where bytes[index].isSpace { bytes[index] = .blank }
        guard !bytes.isEmpty else { return }
        if dialect.isTemplate { warnOfTemplate(bytes) }
        if run.place == .cell, Self.hasEscapedPipe(bytes) || bytes.last == .backslash { return codeInCell(string) }
        flush()
        if let last = run.suspects.last, last.kind == .code, last.position + last.length == out.count {
            // Backticks in a row are one mark; an empty mark of another kind keeps them apart.
            if dialect.allowsHTML { write("<!-- -->") } else { out.append(.blank) }
        }
        var lengths: Set<Int> = []
        Self.backtickRuns(bytes) { _, length in lengths.insert(length) }
        var length = 1
        while lengths.contains(length) { length += 1 }
        let fence = [UInt8](repeating: .backtick, count: length)
        let isPadded =
            bytes.first == .backtick || bytes.last == .backtick
            || bytes.first == .blank && bytes.last == .blank && bytes.contains { $0 != .blank }
        run.suspects.append(Run.Suspect(kind: .code, position: out.count, length: length))
        out.append(contentsOf: fence)
        if isPadded { out.append(.blank) }
        let start = out.count
        out.append(contentsOf: bytes)
        Self.backtickRuns(bytes) { position, length in
            run.suspects.append(Run.Suspect(kind: .code, position: start + position, length: length))
        }
        if isPadded { out.append(.blank) }
        run.suspects.append(Run.Suspect(kind: .code, position: out.count, length: length))
        out.append(contentsOf: fence)
    }

    private static func backtickRuns(_ bytes: [UInt8], _ visit: (_ position: Int, _ length: Int) -> Void) {
        var index = 0
        while index < bytes.count {
            guard bytes[index] == .backtick else {
                index += 1
                continue
            }
            let start = index
            while index < bytes.count, bytes[index] == .backtick { index += 1 }
            visit(start, index - start)
        }
    }

    /// A table takes a backslash before a pipe away, and code has no way to give it back.
    private static func hasEscapedPipe(_ bytes: [UInt8]) -> Bool {
        var previous: UInt8 = 0
        for byte in bytes {
            if previous == .backslash && byte == .pipe { return true }
            previous = byte
        }
        return false
    }

    private mutating func codeInCell(_ string: String) {
        guard dialect.allowsHTML else {
            losses.add(
                "code-in-cell",
                "Code with a backslash before a pipe is plain text: a table cell cannot hold it."
            )
            return text(string)
        }
        open(.tags(open: "<code>", close: "</code>"))
        text(string)
        close()
    }
}
