/// What end tags do.
extension HTMLParser {
    mutating func endTag() {
        let start = position
        let first = page.byte(start + 2) | 0x20
        guard (0x61...0x7A).contains(first) else { return position = indexBehindTag(from: start) }
        var index = start + 3
        while !page.byte(index).isOne(of: .endsOfTagName) { index += 1 }
        let name = names.find(start + 2..<index, in: page)
        position = page.byte(index) == 0x3E ? index + 1 : endOfTag(at: start)
        end(name, at: start)
    }

    /// Where a tag ends: behind the first `>` that no quoted value holds.
    func endOfTag(at start: Int) -> Int {
        var index = start + 1
        var last: UInt8 = 0
        while index < page.count {
            let byte = page.byte(index)
            if byte == 0x3E { return index + 1 }
            if (byte == 0x22 || byte == 0x27), last == 0x3D {
                guard let close = page.next(byte, from: index + 1) else { break }
                index = close
            }
            if byte > 0x20 { last = byte }
            index += 1
        }
        return indexBehindTag(from: start)
    }

    private mutating func end(_ name: HTMLName, at start: Int) {
        switch name.kind {
        case .block, .preformatted, .button: closeInScope(open.index(of: name))
        case .paragraph: endParagraph(name, at: start)
        case .anchor, .formatting: adopt(name)
        case .listItem:
            let item = open.index(of: name)
            if item > open.index(of: .ul), item > open.index(of: .ol) { closeInScope(item) }
        case .description: closeInScope(open.index(of: name))
        case .heading: closeInScope(open.index(ofAny: .h1, .h2, .h3, .h4, .h5, .h6))
        case .form: endForm()
        case .boundary:
            let index = open.index(of: name)
            if index >= open.scope, index >= 0 { closeElements(to: index) }
        case .table, .caption, .columnGroup, .rowGroup, .row, .cell: endTablePart(name)
        case .select: closeInScope(open.index(of: name))
        case .template, .noscript, .foreign:
            let index = open.index(of: name)
            if index >= 0 { closeElements(to: index) }
        case .head: if mode == .head, !isWithinMetadata { endHead() }
        case .lineBreak:
            if mode != .body, !isWithinMetadata { startBody(at: start) }
            reconstructFormatting()
            appendNode(name, at: start)
        // What follows the end of a body belongs to it all the same.
        case .html, .body, .frameset: return
        case .inlineVoid, .plainVoid, .thematicBreak, .column, .style, .script: return
        case .ordinary, .option, .optionGroup, .rubyBase, .rubyText, .title, .textArea, .rawText, .leftOutText:
            let index = open.index(of: name)
            if index >= 0, index >= open.special { closeElements(to: index) }
        }
    }

    @inline(__always)
    private mutating func closeInScope(_ index: Int) {
        if index >= 0, index > open.scope { closeElements(to: index) }
    }

    private mutating func endParagraph(_ name: HTMLName, at start: Int) {
        let paragraph = open.index(of: .p)
        if paragraph >= 0, paragraph > open.scope, paragraph > open.index(of: .button) {
            return closeElements(to: paragraph)
        }
        // The end of a paragraph that never started is one.
        if mode == .body { appendNode(name, at: start) }
    }

    /// Ends a form; elements within it that are still open stay so.
    private mutating func endForm() {
        let index = open.index(of: .form)
        guard index >= 0, index > open.scope else { return }
        var inner = open.count - 1
        while inner > index, open.elements[inner].name.traits.contains(.impliedEnd) { inner -= 1 }
        if inner == index { closeElements(to: index) } else { open.makeGhost(at: index) }
    }
}
