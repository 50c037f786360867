/// One look over a page before the parser's.
///
/// Two thirds of a news page are scripts, styles, drawings and comments. Keeping them from libxml2 costs a twentieth
/// of what it would spend on them. Drawings, formulas and the JSON of scripts stay at hand as opaque runs, whose
/// place an empty element keeps; code, styles and comments are gone. The look follows the tokenizer of HTML where it
/// matters: a quoted attribute value hides what looks like a tag, and the text of a title or a form field has no
/// tags.
struct HTMLPrescan {
    private let page: ByteSearch
    private let limits: MarkupDocument.Limits
    private var output = PrescannedSource(bytes: [])
    /// Everything before this is in the output or left out.
    private var copied = 0

    static func scan(_ page: [UInt8], limits: MarkupDocument.Limits) -> PrescannedSource {
        ByteSearch.search(repairedReferences(of: page) ?? page) { page in
            var scan = HTMLPrescan(page: page, limits: limits)
            scan.output.bytes.reserveCapacity(page.count)
            scan.run()
            return scan.output
        }
    }

    private init(page: ByteSearch, limits: MarkupDocument.Limits) {
        self.page = page
        self.limits = limits
    }

    private mutating func run() {
        var position = 0
        while let open = page.next(0x3C, from: position), open + 1 < page.count {
            switch page[open + 1] {
            case 0x21: position = leaveOutDeclaration(at: open)
            case 0x3F: position = leaveOut(open..<(page.next(0x3E, from: open).map { $0 + 1 } ?? page.count))
            case 0x41...0x5A, 0x61...0x7A: position = tag(at: open)
            default: position = open + 1
            }
        }
        copy(to: page.count)
    }

    // MARK: Output

    private mutating func copy(to end: Int) {
        guard copied < end else { return }
        page.append(copied..<end, to: &output.bytes)
        copied = end
    }

    private mutating func leaveOut(_ range: Range<Int>) -> Int {
        copy(to: range.lowerBound)
        copied = range.upperBound
        output.shifts.append((output.bytes.count, copied))
        return copied
    }

    private mutating func insert(_ bytes: some Sequence<UInt8>, at position: Int) {
        copy(to: position)
        output.bytes.append(contentsOf: bytes)
        output.shifts.append((output.bytes.count, position))
    }

    // MARK: Declarations and comments

    private mutating func leaveOutDeclaration(at open: Int) -> Int {
        guard page.matches("<!--", at: open) else {
            return leaveOut(open..<(page.next(0x3E, from: open).map { $0 + 1 } ?? page.count))
        }
        if page.matches(">", at: open + 4) { return leaveOut(open..<open + 5) }
        if page.matches("->", at: open + 4) { return leaveOut(open..<open + 6) }
        var at = open + 4
        while let dashes = page.next("--", from: at) {
            if page.matches(">", at: dashes + 2) { return leaveOut(open..<dashes + 3) }
            if page.matches("!>", at: dashes + 2) { return leaveOut(open..<dashes + 4) }
            at = dashes + 1
        }
        return leaveOut(open..<page.count)
    }

    // MARK: Tags

    /// Looks at a start tag and gives where to go on.
    private mutating func tag(at open: Int) -> Int {
        let end = endOfTag(at: open)
        if end - open > limits.attributes * 2 { capAttributes(of: open..<end) }
        let name = open + 1
        switch page[name] | 0x20 {
        case 0x73:  // s
            if page.isName("script", at: name) { return script(open..<end) }
            if page.isName("style", at: name) {
                return leaveOut(open..<(endTag("style", from: end)?.upperBound ?? page.count))
            }
            if page.isName("svg", at: name) { return foreign(.svg, "svg", open..<end) }
        case 0x6D where page.isName("math", at: name): return foreign(.math, "math", open..<end)
        case 0x74:  // t
            if page.isName("title", at: name) { return escapeText(of: "title", open..<end, keepsReferences: true) }
            if page.isName("textarea", at: name) {
                return escapeText(of: "textarea", open..<end, keepsReferences: true)
            }
        case 0x78 where page.isName("xmp", at: name): return escapeText(of: "xmp", open..<end, keepsReferences: false)
        case 0x69 where page.isName("iframe", at: name): return emptied("iframe", open..<end)
        case 0x6E where page.isName("noembed", at: name): return emptied("noembed", open..<end)
        default: break
        }
        return end
    }

    /// Where a tag ends: behind the first `>` that no quoted value holds.
    private func endOfTag(at open: Int) -> Int {
        var index = open + 1
        var last: UInt8 = 0
        while index < page.count {
            let byte = page[index]
            if byte == 0x3E { return index + 1 }
            if (byte == 0x22 || byte == 0x27), last == 0x3D {
                guard let close = page.next(byte, from: index + 1) else { break }
                index = close
            }
            if byte > 0x20 { last = byte }
            index += 1
        }
        return page.next(0x3E, from: open).map { $0 + 1 } ?? page.count
    }

    /// Leaves out the attributes of a tag past the limit: libxml2 compares each with all before it.
    private mutating func capAttributes(of tag: Range<Int>) {
        var count = -1  // The name of the element comes first.
        var index = tag.lowerBound + 1
        var last: UInt8 = 0
        while index < tag.upperBound - 1 {
            let byte = page[index]
            if byte == 0x22 || byte == 0x27, last == 0x3D, let close = page.next(byte, from: index + 1),
                close < tag.upperBound
            {
                index = close
            } else if byte > 0x20, last <= 0x20 || last == 0x22 || last == 0x27 {
                count += 1
                if count > limits.attributes {
                    _ = leaveOut(index..<tag.upperBound - 1)
                    return output.cappedAt.append(output.bytes.count)
                }
            }
            last = page[index]
            index += 1
        }
    }

    /// The next end tag of an element whose content is text.
    private func endTag(_ name: StaticString, from: Int) -> Range<Int>? {
        var at = from
        while let open = page.next(0x3C, from: at) {
            if open + 1 < page.count, page[open + 1] == 0x2F, page.isName(name, at: open + 2) {
                return open..<(page.next(0x3E, from: open).map { $0 + 1 } ?? page.count)
            }
            at = open + 1
        }
        return nil
    }

    // MARK: Elements that are kept from the parser

    private mutating func script(_ tag: Range<Int>) -> Int {
        let close = endTag("script", from: tag.upperBound)
        guard page.contains("json", in: tag) else {
            return leaveOut(tag.lowerBound..<(close?.upperBound ?? page.count))
        }
        let content = tag.upperBound..<(close?.lowerBound ?? page.count)
        keepAside(.script, content, marking: tag.lowerBound + 7)
        copy(to: tag.upperBound)
        return leaveOut(content)
    }

    /// A drawing or a formula, which ends where as many have ended as have started.
    private mutating func foreign(_ element: MarkupName, _ name: StaticString, _ tag: Range<Int>) -> Int {
        guard page[tag.upperBound - 1] == 0x3E, page[tag.upperBound - 2] != 0x2F else { return tag.upperBound }
        var depth = 1
        var at = tag.upperBound
        while let open = page.next(0x3C, from: at), open + 1 < page.count {
            if page[open + 1] == 0x2F, page.isName(name, at: open + 2) {
                depth -= 1
                let end = page.next(0x3E, from: open).map { $0 + 1 } ?? page.count
                if depth == 0 {
                    keepAside(element, tag.lowerBound..<end, marking: tag.lowerBound + 1 + name.utf8CodeUnitCount)
                    copy(to: tag.upperBound)
                    return leaveOut(tag.upperBound..<open)
                }
            } else if page.isName(name, at: open + 1) {
                let inner = endOfTag(at: open)
                if page[inner - 2] != 0x2F { depth += 1 }
            }
            at = open + 1
        }
        return tag.upperBound
    }

    private mutating func keepAside(_ element: MarkupName, _ range: Range<Int>, marking position: Int) {
        insert(" \(MarkupName.opaqueRun.rawValue)=\(output.runs.count) ".utf8, at: position)
        output.runs.append(OpaqueRun(element: element, range: range))
    }

    // MARK: Elements whose content is text

    private mutating func escapeText(of name: StaticString, _ tag: Range<Int>, keepsReferences: Bool) -> Int {
        guard let close = endTag(name, from: tag.upperBound) else { return tag.upperBound }
        for index in tag.upperBound..<close.lowerBound {
            switch page[index] {
            case 0x3C:
                insert("&lt;".utf8, at: index)
                copied = index + 1
            case 0x26 where !keepsReferences:
                insert("&amp;".utf8, at: index)
                copied = index + 1
            default: continue
            }
        }
        return close.lowerBound
    }

    private mutating func emptied(_ name: StaticString, _ tag: Range<Int>) -> Int {
        guard let close = endTag(name, from: tag.upperBound) else { return tag.upperBound }
        copy(to: tag.upperBound)
        return leaveOut(tag.upperBound..<close.lowerBound)
    }

    // MARK: Characters that are none

    /// The page without NUL and with U+FFFD for each reference to what is no character; `nil` where it has neither.
    ///
    /// libxml2 makes a space of the one and nothing of the other.
    private static func repairedReferences(of page: [UInt8]) -> [UInt8]? {
        ByteSearch.search(page) { bytes in
            var repairs: [(range: Range<Int>, by: [UInt8])] = []
            var at = 0
            while let ampersand = bytes.next(0x26, from: at) {
                at = ampersand + 1
                if at < bytes.count, bytes[at] == 0x23, let end = endOfBadReference(bytes, at: ampersand) {
                    repairs.append((ampersand..<end, [0xEF, 0xBF, 0xBD]))
                    at = end
                }
            }
            at = 0
            while let zero = bytes.next(0, from: at) {
                repairs.append((zero..<zero + 1, []))
                at = zero + 1
            }
            guard !repairs.isEmpty else { return nil }
            var result: [UInt8] = []
            var copied = 0
            for repair in repairs.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
            where repair.range.lowerBound >= copied {
                bytes.append(copied..<repair.range.lowerBound, to: &result)
                result.append(contentsOf: repair.by)
                copied = repair.range.upperBound
            }
            bytes.append(copied..<bytes.count, to: &result)
            return result
        }
    }

    /// Where a numeric reference ends that means no character; `nil` where it means one or is none.
    private static func endOfBadReference(_ bytes: ByteSearch, at ampersand: Int) -> Int? {
        var index = ampersand + 2
        let isHexadecimal = index < bytes.count && bytes[index] | 0x20 == 0x78
        if isHexadecimal { index += 1 }
        let first = index
        var number: UInt32 = 0
        while index < bytes.count, let digit = digit(bytes[index]), isHexadecimal || digit < 10 {
            number = min(0x11_0000, number * (isHexadecimal ? 16 : 10) + digit)
            index += 1
        }
        guard index > first, number == 0 || Unicode.Scalar(number) == nil else { return nil }
        return index < bytes.count && bytes[index] == 0x3B ? index + 1 : index
    }

    private static func digit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte) - 0x30
        case 0x41...0x46, 0x61...0x66: UInt32(byte | 0x20) - 0x57
        default: nil
        }
    }
}
