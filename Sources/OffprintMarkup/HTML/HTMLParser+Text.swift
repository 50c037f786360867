/// Elements whose content is text, and those that are kept whole or left out.
extension HTMLParser {
    // MARK: Text

    mutating func textElement(_ name: HTMLName, at start: Int) {
        switch name.kind {
        case .rawText:
            closeParagraph()
            reconstructFormatting()
        case .textArea:
            let select = open.index(of: .select)
            if select > open.scope { closeElements(to: select) }
            reconstructFormatting()
        case .leftOutText: reconstructFormatting()
        default: break
        }
        let node = appendNode(name, at: start)
        readAttributes()
        guard let content = contentOfText(name) else { return }
        if name.kind != .leftOutText {
            open.push(node, name)
            var first = content.lowerBound
            if name.kind == .textArea {
                if first < content.upperBound, page.byte(first) == 0x0D { first += 1 }
                if first < content.upperBound, page.byte(first) == 0x0A { first += 1 }
            }
            appendText(first..<content.upperBound, resolvesReferences: name.kind != .rawText)
            closeElement()
        }
    }

    /// The content of an element of text, and goes behind its end tag; `nil` where it has none.
    private mutating func contentOfText(_ name: HTMLName) -> Range<Int>? {
        let start = position
        if !unclosed.contains(name.known), let end = nextEndTag(name.known, from: start) {
            position = end.upperBound
            return start..<end.lowerBound
        }
        if !unclosed.contains(name.known) { unclosed.append(name.known) }
        guard name.kind == .title else { return nil }
        // A title that nobody closes ends with the next tag, before the rest of the page does.
        position = page.next(0x3C, from: start) ?? page.count
        return start..<position
    }

    private func nextEndTag(_ name: MarkupName, from: Int) -> Range<Int>? {
        switch name {
        case .title: endTag("title", from: from)
        case .textarea: endTag("textarea", from: from)
        case .xmp: endTag("xmp", from: from)
        case .iframe: endTag("iframe", from: from)
        case .noembed: endTag("noembed", from: from)
        default: nil
        }
    }

    /// The next end tag of an element whose content is text.
    private func endTag(_ name: StaticString, from: Int) -> Range<Int>? {
        var at = from
        while let open = page.next(0x3C, from: at) {
            if page.byte(open + 1) == 0x2F, page.isName(name, at: open + 2) {
                return open..<indexBehindTag(from: open)
            }
            at = open + 1
        }
        return nil
    }

    // MARK: Code and styles

    /// Leaves out a style, and a script that holds neither JSON nor TeX.
    mutating func leavesOut(_ name: HTMLName, at start: Int) -> Bool {
        let tag = start..<endOfTag(at: start)
        if name.kind == .style {
            position = endTag("style", from: tag.upperBound)?.upperBound ?? page.count
            return true
        }
        guard !page.contains("json", in: tag), !page.contains("math/tex", in: tag) else { return false }
        position = endOfScript(from: tag.upperBound)?.upperBound ?? page.count
        return true
    }

    /// The end tag of a script.
    ///
    /// What a comment in it holds from a `<script` to the end tag after that is content
    /// (https://html.spec.whatwg.org/#script-data-double-escaped-state), unless no other end tag follows.
    private func endOfScript(from start: Int) -> Range<Int>? {
        var at = start
        var endOfComment: Int?
        var isDoubled = false
        var first: Range<Int>?
        while let open = page.next(0x3C, from: at) {
            at = open + 1
            if let end = endOfComment, end <= open { (endOfComment, isDoubled) = (nil, false) }
            switch page.byte(at) {
            case 0x21 where endOfComment == nil && page.matches("!--", at: at):
                endOfComment = page.next("-->", from: open + 2) ?? page.count
            case 0x53 where endOfComment != nil, 0x73 where endOfComment != nil:
                if page.isName("script", at: at) { isDoubled = true }
            case 0x2F where page.isName("script", at: at + 1):
                let tag = open..<indexBehindTag(from: open)
                guard isDoubled else { return tag }
                first = first ?? tag
                isDoubled = false
            default: break
            }
        }
        return first
    }

    mutating func keepScript(_ name: HTMLName, at start: Int) {
        let node = appendNode(name, at: start)
        readAttributes()
        let end = endOfScript(from: position) ?? page.count..<page.count
        runs.append(OpaqueRun(node: node, range: position..<end.lowerBound))
        position = end.upperBound
    }

    // MARK: Drawings and formulas

    mutating func foreign(_ name: HTMLName, at start: Int) {
        reconstructFormatting()
        let node = appendNode(name, at: start)
        if readAttributes() { return }
        if foreignSearches > 0 {
            if let end = endOfForeign(name.known == .svg ? "svg" : "math", from: position) {
                runs.append(OpaqueRun(node: node, range: start..<end))
                position = end
                return
            }
            foreignSearches -= 1
        }
        openElement(node, name)
        isInForeign = true
    }

    /// Where a drawing or a formula ends: where as many have ended as have started.
    private func endOfForeign(_ name: StaticString, from start: Int) -> Int? {
        var depth = 1
        var at = start
        while let open = page.next(0x3C, from: at), open + 1 < page.count {
            if page.byte(open + 1) == 0x2F, page.isName(name, at: open + 2) {
                depth -= 1
                if depth == 0 { return indexBehindTag(from: open) }
            } else if page.isName(name, at: open + 1) {
                let inner = endOfTag(at: open)
                if page.byte(inner - 2) != 0x2F { depth += 1 }
            }
            at = open + 1
        }
        return nil
    }

    /// A drawing that nobody closes ends where an element starts that none holds.
    mutating func leaveForeign(before name: HTMLName) {
        let outermost = [open.index(of: .svg), open.index(of: .math)].filter { $0 >= 0 }.min()
        guard let outermost else { return isInForeign = false }
        switch name.kind {
        case .ordinary where name.known != .span && name.known != .sub && name.known != .sup: return
        case .anchor, .foreign, .script, .style, .title, .template, .select: return
        default:
            closeElements(to: outermost)
            isInForeign = false
        }
    }
}
