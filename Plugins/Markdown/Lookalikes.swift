// Text that a Markdown reader would take for a tag, a link or a definition: the grammar of CommonMark, read over what
// was written.
//
// Each look goes so far and no further, that a page of `<` takes time in proportion to its length; what is longer
// counts as what it looks like.
extension Composer {
    // MARK: Tags

    /// Whether text at a position would be read as a tag, a comment or an address in angle brackets.
    func mayBeTag(at position: Int) -> Bool {
        var scan = Scan(out, from: position + 1, to: out.count)
        switch scan.next {
        case .bang:
            scan.skip()
            if scan.next == .dash {
                // `<!-->` and `<!--->` are comments as well.
                return scan.skips("--") && (scan.next == .greater || scan.starts(with: "->") || scan.finds("-->"))
            }
            return scan.next.isASCIILetter ? scan.finds(">") : scan.skips("[CDATA[") && scan.finds("]]>")
        case UInt8(ascii: "?"): return scan.finds("?>")
        case .slash:
            scan.skip()
            guard scan.next.isASCIILetter else { return false }
            scan.skip { $0.isAlphanumeric || $0 == .dash }
            scan.skip(while: \.isSpace)
            return scan.next == .greater || scan.isCut
        default: return isAutolink(scan) || isOpenTag(scan)
        }
    }

    /// Whether `scheme:address>` or `name@host>` follows.
    private func isAutolink(_ start: Scan) -> Bool {
        var scan = start
        let begin = scan.index
        scan.skip { $0.isAlphanumeric || $0 == .plus || $0 == .dot || $0 == .dash }
        if start.next.isASCIILetter, scan.next == .colon, (2...32).contains(scan.index - begin) {
            // Where the colon is escaped, nothing is left to link.
            if suspects(at: scan.index).contains(where: { $0.kind == .byte }), isBareAddress(at: scan.index) {
                return false
            }
            scan.skip { $0 > .blank && $0 != .less && $0 != .greater }
            return scan.next == .greater || scan.isCut
        }
        scan = start
        scan.skip { $0 > .blank && $0 != .less && $0 != .greater && $0 != .at }
        return scan.index > begin && scan.next == .at
    }

    /// Whether a tag's name, attributes and end follow.
    private func isOpenTag(_ start: Scan) -> Bool {
        var scan = start
        guard scan.next.isASCIILetter else { return false }
        scan.skip { $0.isAlphanumeric || $0 == .dash }
        while true {
            let hadSpace = scan.next.isSpace
            scan.skip(while: \.isSpace)
            if scan.isCut || scan.next == .greater { return true }
            if scan.next == .slash {
                scan.skip()
                return scan.next == .greater
            }
            guard hadSpace, scan.next.isASCIILetter || scan.next == .underscore || scan.next == .colon else {
                return false
            }
            scan.skip { $0.isAlphanumeric || $0 == .underscore || $0 == .colon || $0 == .dot || $0 == .dash }
            var value = scan
            value.skip(while: \.isSpace)
            guard value.next == .equals else { continue }
            value.skip()
            value.skip(while: \.isSpace)
            guard value.skipsValue() else { return value.isCut }
            scan = value
        }
    }

    /// Whether a line would begin a block of HTML, which needs no end.
    func mayBeBlock(at position: Int, _ end: Int) -> Bool {
        var scan = Scan(out, from: position + 1, to: end)
        if scan.next == UInt8(ascii: "?") { return true }
        if scan.next == .bang {
            scan.skip()
            return scan.next.isASCIILetter || scan.next == .dash && scan.skips("--") || scan.skips("[CDATA[")
        }
        if scan.next == .slash { scan.skip() }
        let start = scan.index
        scan.skip(while: \.isAlphanumeric)
        guard scan.isAtEnd || scan.next == .blank || scan.next == .greater || scan.next == .slash else { return false }
        return Self.blockTags.contains(String(decoding: out[start..<scan.index], as: UTF8.self).lowercased())
    }

    /// The tags that begin a block whatever follows; others do only as a whole tag, which is escaped anyway.
    private static let blockTags: Set<String> = [
        "script", "pre", "style", "textarea", "address", "article", "aside", "base", "basefont", "blockquote", "body",
        "caption", "center", "col", "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head",
        "header", "hr", "html", "iframe", "legend", "li", "link", "main", "menu", "menuitem", "nav", "noframes", "ol",
        "optgroup", "option", "p", "param", "search", "section", "source", "summary", "table", "tbody", "td", "tfoot",
        "th", "thead", "title", "tr", "track", "ul",
    ]

    // MARK: Links

    /// Whether `(destination "title")` follows at a position.
    func mayBeTarget(at position: Int) -> Bool {
        var scan = Scan(out, from: position, to: out.count)
        guard scan.next == .leftParenthesis else { return false }
        scan.skip()
        scan.skip(while: \.isSpace)
        // A bracket that is escaped later would make it another destination: say yes.
        if scan.next == .less || scan.isCut { return true }
        scan.skipDestination()
        let hadSpace = scan.next.isSpace
        scan.skip(while: \.isSpace)
        if scan.isCut || scan.next == .rightParenthesis { return true }
        guard hadSpace else { return false }
        return scan.next == .quote || scan.next == 0x27 || scan.next == .leftParenthesis
    }

    /// Whether `label]: destination` follows at a position behind a bracket.
    func mayBeDefinition(at position: Int) -> Bool {
        var scan = Scan(out, from: position, to: out.count)
        var isBlank = true
        while scan.next != .rightBracket {
            if scan.isAtEnd { return scan.isCut }
            if scan.next == .leftBracket { return false }
            if scan.next == .backslash { scan.skip() }
            if !scan.next.isSpace { isBlank = false }
            scan.skip()
        }
        scan.skip()
        guard !isBlank, scan.next == .colon else { return false }
        scan.skip()
        scan.skip(while: \.isSpace)
        if scan.isAtEnd { return scan.isCut }
        if scan.next == .less { return true }
        scan.skip { $0 > .blank }
        if scan.next == .newline { return true }
        scan.skip(while: \.isSpace)
        if scan.isAtEnd { return true }
        let close: UInt8
        switch scan.next {
        case .quote, 0x27: close = scan.next
        case .leftParenthesis: close = .rightParenthesis
        default: return false
        }
        // A title that does not end, or behind which something stands, is none.
        scan.skip()
        while !scan.isAtEnd, scan.next != close {
            if scan.next == .backslash { scan.skip() }
            scan.skip()
        }
        if scan.isAtEnd { return scan.isCut }
        scan.skip()
        scan.skip { $0 == .blank }
        return scan.isAtEnd || scan.next == .newline
    }
}

/// A look ahead over bytes; marks that were dropped do not count.
private struct Scan {
    private let bytes: ArraySlice<UInt8>
    private(set) var index: Int
    /// Whether more bytes follow than are looked at.
    private let isLimited: Bool

    init(_ bytes: [UInt8], from index: Int, to end: Int) {
        let limit = index + 2_048
        isLimited = end > limit
        self.bytes = bytes[..<min(end, limit)]
        self.index = index
        pass()
    }

    /// Whether nothing is left to look at.
    var isAtEnd: Bool { index >= bytes.endIndex }

    /// Whether the look ends before the bytes do.
    var isCut: Bool { isAtEnd && isLimited }

    /// The next byte, or 0.
    var next: UInt8 { index < bytes.endIndex ? bytes[index] : 0 }

    private mutating func pass() { while index < bytes.endIndex, bytes[index] == 0 { index += 1 } }

    mutating func skip() {
        index += 1
        pass()
    }

    mutating func skip(while condition: (UInt8) -> Bool) {
        while !isAtEnd, condition(next) { skip() }
    }

    mutating func skips(_ text: String) -> Bool {
        for byte in text.utf8 {
            guard next == byte else { return false }
            skip()
        }
        return true
    }

    func starts(with text: String) -> Bool { bytes[min(index, bytes.endIndex)...].starts(with: text.utf8) }

    /// Whether a text follows somewhere, or might behind the end of the look.
    func finds(_ text: String) -> Bool {
        if isLimited { return true }
        let wanted = Array(text.utf8)
        var rest = bytes[min(index, bytes.endIndex)...]
        while let first = rest.firstIndex(of: wanted[0]) {
            rest = rest[first...]
            if rest.starts(with: wanted) { return true }
            rest = rest.dropFirst()
        }
        return false
    }

    mutating func skipsValue() -> Bool {
        if next == .quote || next == 0x27 {
            let quote = next
            skip()
            skip { $0 != quote }
            guard next == quote else { return false }
            skip()
            return true
        }
        let start = index
        skip {
            !$0.isSpace && $0 != .quote && $0 != 0x27 && $0 != .equals && $0 != .less && $0 != .greater
                && $0 != .backtick
        }
        return index > start
    }

    mutating func skipDestination() {
        var depth = 0
        while !isAtEnd, next > .blank {
            if next == .backslash {
                skip()
            } else if next == .leftParenthesis {
                depth += 1
            } else if next == .rightParenthesis {
                if depth == 0 { return }
                depth -= 1
            }
            if !isAtEnd { skip() }
        }
    }
}
