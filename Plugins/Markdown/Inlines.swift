import Offprint

// Inlines, in one pass: what is opened is written when there is something to enclose, and white space when something
// follows it, so that no mark encloses nothing and none begins or ends with a space.
extension Composer {
    /// Writes a run of inlines; gives whether there was anything to write.
    mutating func inlines(_ inlines: [Inline], _ place: Run.Place, within enclosure: Run.Enclosure? = nil) -> Bool {
        run.begin(at: out.count, place)
        if let enclosure { open(enclosure) }
        write(inlines, depth: 0)
        endLine()
        guard out.count > run.start else { return false }
        resolve()
        return true
    }

    mutating func write(_ inlines: [Inline], depth: Int) {
        guard depth < Article.maximumDepth else {
            losses.approximate("depth", "Marks nested deeper than \(Article.maximumDepth) levels were left out.")
            return text(inlines.plainText)
        }
        // Neighbours of one kind are one: `**a****b**` would be no emphasis at all.
        var held: Run.Mark?
        var code = ""
        for (index, inline) in inlines.enumerated() {
            if case .cite = inline { losses.approximate("cite", "The title of a work is in emphasis.") }
            let mark = Self.mark(of: inline)
            // A link that is marked as its neighbours are is within their mark: `*a [b](c)*` for three marks in a row.
            if held == nil, let mark = Self.markWithin(inline), !run.active.contains(mark),
                index + 1 < inlines.count, Self.mark(of: inlines[index + 1]) == mark
            {
                open(.mark(mark))
                held = mark
            }
            if let open = held, open != mark, Self.markWithin(inline) != open {
                close()
                held = nil
            }
            if let mark, case let inner = inline.children {
                if !inner.isEmpty, held == nil, !run.active.contains(mark) {
                    open(.mark(mark))
                    held = mark
                }
                write(inner, depth: depth + 1)
            } else if case .code(let part) = inline {
                code += part
                if index + 1 < inlines.count, case .code = inlines[index + 1] { continue }
                self.code(code)
                code = ""
            } else {
                one(inline, depth: depth)
            }
        }
        if held != nil { close() }
    }

    private static func mark(of inline: Inline) -> Run.Mark? {
        switch inline {
        case .emphasis: .emphasis
        case .cite(let inner): inner.holdEmphasis ? nil : .emphasis
        case .strong: .strong
        case .strikethrough: .strikethrough
        case .text, .superscript, .subscript, .code, .link, .image, .lineBreak, .footnoteReference, .math, .quoted,
            .ruby, .span, .custom:
            nil
        }
    }

    /// The mark of all that a link holds.
    private static func markWithin(_ inline: Inline) -> Run.Mark? {
        guard case .link(let inner, _, _) = inline, inner.count == 1 else { return nil }
        return mark(of: inner[0])
    }

    private mutating func one(_ inline: Inline, depth: Int) {
        switch inline {
        case .text(let string): text(string)
        case .emphasis, .strong, .strikethrough, .code: break  // Written by the caller.
        case .cite(let inner): write(inner, depth: depth + 1)  // What is marked in it stands out.
        case .superscript(let inner): script(inner, "sup", depth: depth)
        case .subscript(let inner): script(inner, "sub", depth: depth)
        case .link(let inner, let target, let title): link(inner, target, title, depth: depth)
        case .image(let image): self.image(image)
        case .lineBreak: lineBreak()
        case .footnoteReference(let id): reference(to: id)
        case .math(let math): self.math(math)
        case .quoted(let inner): quoted(inner, depth: depth)
        case .ruby(let base, let annotation): ruby(base, annotation, depth: depth)
        case .span(let inner, let language, let direction): span(inner, language, direction, depth: depth)
        case .custom(let custom):
            losses.add(
                "custom-inline",
                "A \"\(custom.name)\" inline was written as its fallback; its data are not in the file."
            )
            write(custom.fallback, depth: depth + 1)
        }
    }

    // MARK: Opening and closing

    mutating func open(_ enclosure: Run.Enclosure) {
        run.open.append(enclosure)
        if case .mark(let mark) = enclosure { run.active.insert(mark) }
    }

    /// Writes what waits for something to enclose or to follow it; call it before anything visible.
    mutating func flush() {
        if run.breaks > 0 { writeBreaks() }
        var space = run.space[...]
        if out.count == run.lineStart { space = space.drop { $0 == .blank } }
        if !space.isEmpty { out.append(contentsOf: space) }
        if !run.space.isEmpty { run.space.removeAll(keepingCapacity: true) }
        while run.openers.count < run.open.count {
            run.openers.append(run.suspects.count)
            switch run.open[run.openers.count - 1] {
            case .mark(let mark):
                run.suspects.append(
                    Run.Suspect(kind: .opener, position: out.count, length: mark == .emphasis ? 1 : 2, mark: mark)
                )
                write(mark == .emphasis ? "*" : mark == .strong ? "**" : "~~")
            case .link:
                run.note(.linkStart, out.count, 1)
                out.append(.leftBracket)
            case .tags(let open, _): write(open)
            case .text(let open, _): write(open)
            }
        }
    }

    /// Ends what was opened last; gives whether it enclosed anything.
    @discardableResult
    mutating func close() -> Bool {
        guard let enclosure = run.open.popLast() else { return false }
        if case .mark(let mark) = enclosure { run.active.remove(mark) }
        guard run.openers.count > run.open.count, let opener = run.openers.popLast() else { return false }
        switch enclosure {
        case .mark(let mark):
            let length = mark == .emphasis ? 1 : 2
            run.suspects[opener].partner = run.suspects.count
            run.suspects.append(
                Run.Suspect(kind: .closer, position: out.count, length: length, partner: opener, mark: mark)
            )
            write(mark == .emphasis ? "*" : mark == .strong ? "**" : "~~")
        case .link(let destination, let title):
            run.note(.linkEnd, out.count, 1)
            linkTarget(destination, title)
        case .tags(_, let close): write(close)
        case .text(_, let close): write(close)
        }
        return true
    }

    // MARK: Lines within a run

    mutating func lineBreak() {
        while run.space.last == .blank { run.space.removeLast() }
        if !run.space.isEmpty {
            let space = run.space
            run.space.removeAll(keepingCapacity: true)
            out.append(contentsOf: space)
        }
        if out.count > run.start { run.breaks += 1 }
    }

    private mutating func writeBreaks() {
        for _ in 0..<run.breaks {
            switch run.place {
            case .paragraph, .firstInItem:
                run.lines.append((run.lineStart, out.count))
                out.append(.backslash)
                newLine()
                run.lineStart = out.count
            case .heading, .cell:
                if dialect.allowsHTML {
                    write("<br>")
                } else {
                    losses.approximate(
                        "line-break",
                        "A line break became a space: headings and table cells are one line."
                    )
                    if out.last != .blank { out.append(.blank) }
                    run.space.removeAll()
                }
            }
        }
        run.breaks = 0
    }

    private mutating func endLine() {
        while !run.open.isEmpty { close() }
        while run.space.last == .blank { run.space.removeLast() }
        out.append(contentsOf: run.space)
        run.lines.append((run.lineStart, out.count))
    }

    // MARK: Scripts, quotation marks, ruby, spans

    private mutating func script(_ inner: [Inline], _ tag: String, depth: Int) {
        if dialect.allowsHTML {
            open(.tags(open: "<\(tag)>", close: "</\(tag)>"))
            write(inner, depth: depth + 1)
            close()
        } else if let digits = Self.script(inner.plainText, isRaised: tag == "sup") {
            losses.approximate(
                tag == "sup" ? "superscript" : "subscript",
                "Raised or lowered digits are characters of Unicode."
            )
            text(digits)
        } else {
            losses.approximate(
                tag == "sup" ? "superscript" : "subscript",
                "Raised or lowered text stands on the line: that would need HTML."
            )
            write(inner, depth: depth + 1)
        }
    }

    /// Digits in the characters that Unicode has for them.
    private static func script(_ text: String, isRaised: Bool) -> String? {
        let raised: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
        let lowered: [Character] = ["₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"]
        guard !text.isEmpty, text.utf8.count < 20, text.utf8.allSatisfy(\.isDigit) else { return nil }
        return String(text.utf8.map { (isRaised ? raised : lowered)[Int($0 - 0x30)] })
    }

    /// Quotation marks depend on the language, so the reader's are best; without HTML they are English.
    private mutating func quoted(_ inner: [Inline], depth: Int) {
        if dialect.allowsHTML {
            open(.tags(open: "<q>", close: "</q>"))
            write(inner, depth: depth + 1)
            close()
            return
        }
        losses.approximate("quoted", "A quotation within a line has English quotation marks.")
        let isInner = run.open.contains { if case .text("“", _) = $0 { true } else { false } }
        open(isInner ? .text(open: "‘", close: "’") : .text(open: "“", close: "”"))
        write(inner, depth: depth + 1)
        close()
    }

    private mutating func ruby(_ base: [Inline], _ annotation: [Inline], depth: Int) {
        guard dialect.allowsHTML else {
            write(base, depth: depth + 1)
            if !annotation.isEmpty {
                open(.text(open: "（", close: "）"))
                write(annotation, depth: depth + 1)
                close()
            }
            return
        }
        open(.tags(open: "<ruby>", close: "</ruby>"))
        write(base, depth: depth + 1)
        open(.tags(open: "<rp>(</rp><rt>", close: "</rt><rp>)</rp>"))
        write(annotation, depth: depth + 1)
        close()
        close()
    }

    private mutating func span(_ inner: [Inline], _ tag: String?, _ direction: Direction?, depth: Int) {
        let outer = (language, self.direction)
        defer { (language, self.direction) = outer }
        let newTag = tag.flatMap { $0 == language || !Self.isLanguageTag($0) ? nil : $0 }
        let newDirection = direction.flatMap { $0 == self.direction ? nil : $0 }
        guard newTag != nil || newDirection != nil else { return write(inner, depth: depth + 1) }
        guard dialect.allowsHTML else {
            losses.add("span", "Text in another language or direction is not marked: that would need HTML.")
            return write(inner, depth: depth + 1)
        }
        if let newTag { language = newTag }
        if let newDirection { self.direction = newDirection }
        let attributes =
            (newTag.map { " lang=\"\($0)\"" } ?? "") + (newDirection.map { " dir=\"\($0.rawValue)\"" } ?? "")
        open(.tags(open: "<span\(attributes)>", close: "</span>"))
        write(inner, depth: depth + 1)
        close()
    }

    static func isLanguageTag(_ tag: String) -> Bool {
        !tag.isEmpty && tag.utf8.count < 40 && tag.utf8.allSatisfy { $0.isAlphanumeric || $0 == .dash }
    }
}

extension [Inline] {
    /// Whether something in them is in emphasis.
    fileprivate var holdEmphasis: Bool {
        var isFound = false
        walk { inline in
            switch inline {
            case .emphasis, .cite: isFound = true
            case .text, .strong, .strikethrough, .superscript, .subscript, .code, .link, .image, .lineBreak,
                .footnoteReference, .math, .quoted, .ruby, .span, .custom:
                break
            }
        }
        return isFound
    }
}
