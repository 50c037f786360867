/// What start tags do (https://html.spec.whatwg.org/#parsing-main-inbody).
extension HTMLParser {
    mutating func startTag() {
        let start = position
        var index = start + 2
        while !page.byte(index).isOne(of: .endsOfTagName) { index += 1 }
        var name = names.find(start + 1..<index, in: page)
        position = index
        if name.known == .image { name = HTMLName(.img) }
        if name.kind == .script || name.kind == .style, leavesOut(name, at: start) { return }
        if mode != .body, !isWithinMetadata || name.kind == .body, startedBeforeBody(name, at: start) { return }
        if isInForeign { leaveForeign(before: name) }
        construct(name, at: start)
    }

    private mutating func construct(_ name: HTMLName, at start: Int) {
        switch name.kind {
        case .ordinary:
            reconstructFormatting()
            insert(name, at: start)
        case .block, .paragraph:
            closeParagraph()
            insert(name, at: start)
        case .heading:
            closeParagraph()
            if open.count > 0, open.current.name.kind == .heading { closeElement() }
            insert(name, at: start)
        case .preformatted:
            closeParagraph()
            insert(name, at: start)
            unreadNewline = position
        case .anchor: anchor(name, at: start)
        case .formatting:
            reconstructFormatting()
            if name.known == .nobr, open.index(of: .nobr) > open.scope {
                adopt(name)
                reconstructFormatting()
            }
            insertFormatting(name, at: start)
        case .inlineVoid:
            if name.known == .input { closeSelect() }
            reconstructFormatting()
            insertVoid(name, at: start)
        case .lineBreak:
            reconstructFormatting()
            insertVoid(name, at: start)
        case .plainVoid: insertVoid(name, at: start)
        case .thematicBreak:
            closeParagraph()
            insertVoid(name, at: start)
        case .listItem: listItem(name, at: start)
        case .description: description(name, at: start)
        case .form: form(name, at: start)
        case .button:
            let button = open.index(of: .button)
            if button > open.scope { closeElements(to: button) }
            reconstructFormatting()
            insert(name, at: start)
        case .boundary:
            reconstructFormatting()
            insert(name, at: start)
        case .table, .caption, .columnGroup, .column, .rowGroup, .row, .cell: startTablePart(name, at: start)
        case .title, .textArea, .rawText, .leftOutText: textElement(name, at: start)
        case .select:
            let select = open.index(of: .select)
            if select > open.scope {
                closeElements(to: select)
                return ignoreTag()
            }
            reconstructFormatting()
            insert(name, at: start)
        case .option, .optionGroup: option(name, at: start)
        case .rubyBase, .rubyText: ruby(name, at: start)
        case .foreign: foreign(name, at: start)
        case .script: keepScript(name, at: start)
        case .template: insert(name, at: start)
        case .noscript:
            reconstructFormatting()
            insert(name, at: start)
        case .html: addAttributes(to: open.elements.first { $0.name.known == .html }?.node)
        case .body: addAttributes(to: open.elements.first { $0.name.known == .body }?.node)
        case .head, .frameset, .style: ignoreTag()
        }
    }

    // MARK: Inserting

    @inline(__always)
    mutating func insert(_ name: HTMLName, at start: Int) {
        let node = appendNode(name, at: start)
        readAttributes()
        openElement(node, name)
    }

    @inline(__always)
    mutating func insertVoid(_ name: HTMLName, at start: Int) {
        appendNode(name, at: start)
        readAttributes()
    }

    @inline(__always)
    private mutating func insertFormatting(_ name: HTMLName, at start: Int) {
        let node = appendNode(name, at: start)
        readAttributes()
        openElement(node, name)
        limitRepetition(of: name)
        formatting.append(node, name)
    }

    /// Reads over the attributes of a tag that makes no node.
    mutating func ignoreTag() {
        let (kept, kept2) = (attributes.count, values.count)
        readAttributes()
        attributes.removeLast(attributes.count - kept)
        values.removeLast(values.count - kept2)
    }

    // MARK: Closing before

    @inline(__always)
    mutating func closeParagraph() {
        let paragraph = open.index(of: .p)
        if paragraph >= 0, paragraph > open.scope, paragraph > open.index(of: .button) {
            closeElements(to: paragraph)
        }
    }

    private mutating func closeSelect() {
        let select = open.index(of: .select)
        if select > open.scope { closeElements(to: select) }
    }

    /// Closes a list item or a part of a description list that is open with nothing between but boxes.
    private mutating func closeItem(at item: Int) {
        guard item >= 0 else { return }
        var special = open.special
        while special > item {
            switch open.elements[special].name.known {
            case .address, .div, .p: special = special > 0 ? Int(open.elements[special - 1].special) : -1
            default: return
            }
        }
        closeElements(to: item)
    }

    private mutating func listItem(_ name: HTMLName, at start: Int) {
        closeItem(at: open.index(of: .li))
        closeParagraph()
        insert(name, at: start)
    }

    private mutating func description(_ name: HTMLName, at start: Int) {
        closeItem(at: max(open.index(of: .dd), open.index(of: .dt)))
        closeParagraph()
        insert(name, at: start)
    }

    private mutating func option(_ name: HTMLName, at start: Int) {
        if open.count > 0, open.current.name.kind == .option { closeElement() }
        if name.kind == .optionGroup, open.count > 0, open.current.name.kind == .optionGroup { closeElement() }
        reconstructFormatting()
        insert(name, at: start)
    }

    private mutating func ruby(_ name: HTMLName, at start: Int) {
        if open.index(of: .ruby) > open.scope {
            while open.current.name.traits.contains(.impliedEnd),
                name.kind == .rubyBase || open.current.name.known != .rtc
            {
                closeElement()
            }
        }
        insert(name, at: start)
    }

    private mutating func form(_ name: HTMLName, at start: Int) {
        if open.index(of: .form) > open.index(of: .template) { return ignoreTag() }
        closeParagraph()
        switch open.count > 0 ? open.current.name.kind : .ordinary {
        // A form between the rows of a table holds nothing.
        case .table, .rowGroup, .row: insertVoid(name, at: start)
        default: insert(name, at: start)
        }
    }

    private mutating func anchor(_ name: HTMLName, at start: Int) {
        if let before = formatting.index(of: name) {
            let node = formatting.entries[before].node
            adopt(name)
            if let left = formatting.index(of: node) { formatting.remove(at: left) }
        }
        reconstructFormatting()
        insertFormatting(name, at: start)
    }
}
