import OffprintModel

extension Rendering {
    /// Renders blocks, which lie within `depth` others.
    mutating func blocks(_ blocks: [Block], depth: Int) {
        guard !blocks.isEmpty else { return }
        guard depth < Article.maximumDepth else {
            diagnostics.lose(
                "too-deep",
                "Blocks nested more than \(Article.maximumDepth) deep were cut: flatten the source."
            )
            return
        }
        for block in blocks { self.block(block, depth: depth) }
    }

    private mutating func block(_ block: Block, depth: Int) {
        switch block {
        case .paragraph(let inlines, let role): paragraph(inlines, class: role == .body ? nil : role.rawValue)
        case .heading(let level, let inlines): heading(level, inlines)
        case .list(let list): self.list(list, depth: depth)
        case .quote(let content, let attribution):
            out.open("blockquote")
            out.newline()
            blocks(content, depth: depth + 1)
            self.attribution(attribution)
            out.close("blockquote")
        case .pullQuote(let content, let attribution):
            out.open("aside", ["class": "pullquote", "epub:type": epubType("pullquote"), "role": "doc-pullquote"])
            out.newline()
            blocks(content, depth: depth + 1)
            self.attribution(attribution)
            out.close("aside")
        case .code(let text, let language): code(text, language)
        case .table(let table): self.table(table, depth: depth)
        case .figure(let figure): self.figure(figure)
        case .embed(let embed): self.embed(embed, depth: depth)
        case .aside(let aside): self.aside(aside, depth: depth)
        case .liveEntry(let entry): liveEntry(entry, depth: depth)
        case .definitionList(let definitions): definitionList(definitions, depth: depth)
        case .thematicBreak: out.empty("hr")
        case .math(let math):
            out.open("div", ["class": "math"])
            self.math(math, isBlock: true)
            out.close("div")
        case .footnote(let id, let content): footnote(id, content, depth: depth)
        case .custom(let custom):
            diagnostics.lose(
                "custom-block",
                "The block \"\(shown(custom.name))\" is not known here; its fallback stands in."
            )
            blocks(custom.fallback, depth: depth + 1)
        }
        out.newline()
    }

    mutating func paragraph(_ inlines: [Inline], class name: String? = nil) {
        guard !inlines.isBlank else { return }
        out.open("p", ["class": name])
        self.inlines(inlines, depth: 0)
        out.close("p")
    }

    /// A heading; one without words would be a stop that assistive technology announces for nothing.
    mutating func heading(_ source: Int, _ inlines: [Inline]) {
        guard !inlines.isBlank else { return }
        let name = "h\(headings.level(for: source))"
        out.open(name)
        self.inlines(inlines, depth: 0)
        out.close(name)
    }

    private mutating func attribution(_ inlines: [Inline]) {
        guard !inlines.isBlank else { return }
        out.open("footer", ["class": "attribution"])
        self.inlines(inlines, depth: 0)
        out.close("footer")
    }

    private mutating func code(_ text: String, _ language: String?) {
        let marks = Set("+#-_.".utf8)
        let name = (language ?? "").utf8.prefix(40).filter {
            (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || marks.contains($0)
        }
        // Code is written from left to right among Arabic too.
        out.open("pre", ["dir": "ltr"])
        out.element(
            "code",
            ["class": name.isEmpty ? nil : "language-" + String(decoding: name, as: UTF8.self)],
            text: text.replacingCarriageReturns
        )
        out.close("pre")
    }

    /// Blocks within an item or a cell: one paragraph alone needs no element of its own.
    mutating func inner(_ content: [Block], isTight: Bool, depth: Int) {
        let paragraphs = content.count { if case .paragraph = $0 { true } else { false } }
        guard isTight, paragraphs == 1, case .paragraph(let inlines, .body)? = content.first else {
            return blocks(content, depth: depth)
        }
        guard depth < Article.maximumDepth else { return blocks(content, depth: depth) }
        self.inlines(inlines, depth: 0)
        if content.count > 1 {
            out.newline()
            blocks(Array(content.dropFirst()), depth: depth)
        }
    }

    private mutating func list(_ list: ItemList, depth: Int) {
        guard !list.items.isEmpty else { return }
        let isTask = list.items.contains { $0.isDone != nil }
        let name: String
        switch list.marker {
        case .bullet:
            name = "ul"
            out.open(name, ["class": isTask ? "tasks" : nil])
        case .number(let start):
            name = "ol"
            out.open(name, ["class": isTask ? "tasks" : nil, "start": start == 1 ? nil : String(start)])
        }
        out.newline()
        if isTask {
            diagnostics.approximate("task-as-sign", "The boxes of a list of tasks became signs before its items.")
        }
        for item in list.items {
            out.open("li")
            // A form control would be dead in a book and is dropped by feed readers.
            if let isDone = item.isDone { out.text(isDone ? "☑ " : "☐ ") }
            inner(item.content, isTight: list.isTight, depth: depth + 1)
            out.close("li")
            out.newline()
        }
        out.close(name)
    }

    private mutating func definitionList(_ definitions: [Definition], depth: Int) {
        // Meanings without a term, before the first term: a list may not begin with them.
        let lead = definitions.prefix { $0.term.isBlank }
        for definition in lead { for meaning in definition.meanings { blocks(meaning, depth: depth + 1) } }
        let rest = definitions.dropFirst(lead.count)
        guard !rest.isEmpty else { return }
        out.open("dl")
        out.newline()
        for definition in rest {
            // Without a term, the meanings belong to the term before.
            if !definition.term.isBlank {
                out.open("dt")
                inlines(definition.term, depth: 0)
                out.close("dt")
            }
            for meaning in definition.meanings {
                out.open("dd")
                inner(meaning, isTight: true, depth: depth + 1)
                out.close("dd")
            }
            if definition.meanings.isEmpty, !definition.term.isBlank { out.markup("<dd></dd>") }
            out.newline()
        }
        out.close("dl")
    }
}

extension [Inline] {
    /// Whether there is nothing to see in them.
    var isBlank: Bool {
        var isBlank = true
        walk { inline in
            switch inline {
            case .text(let text), .code(let text): if text.utf8.contains(where: { $0 > 0x20 }) { isBlank = false }
            case .image, .math, .footnoteReference: isBlank = false
            case .emphasis, .strong, .strikethrough, .superscript, .subscript, .link, .lineBreak, .quoted, .cite,
                .ruby, .span, .custom:
                break
            }
        }
        return isBlank
    }
}

extension String {
    /// Line ends as XML has them.
    fileprivate var replacingCarriageReturns: String {
        guard utf8.contains(0x0D) else { return self }
        var bytes: [UInt8] = []
        for byte in utf8 where !(byte == 0x0A && bytes.last == 0x0D) { bytes.append(byte) }
        return String(decoding: bytes.map { $0 == 0x0D ? 0x0A : $0 }, as: UTF8.self)
    }
}
