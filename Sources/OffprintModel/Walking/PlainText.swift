extension Sequence<Inline> {
    /// The words alone: no marks, a line end for each line break, nothing for images without an alternative text.
    public var plainText: String {
        var text = ""
        walk { inline in
            switch inline {
            case .text(let run), .code(let run): text += run
            case .lineBreak: text += "\n"
            case .image(let image): text += image.alternativeText ?? ""
            case .math(let math): text += math.alternativeText ?? (math.notation == .tex ? math.source : "")
            case .emphasis, .strong, .strikethrough, .superscript, .subscript, .link, .footnoteReference, .quoted,
                .cite,
                .ruby, .span, .custom:
                break
            }
        }
        return text
    }
}

extension Sequence<Block> {
    /// The body as plain text, blocks separated by blank lines: headings, paragraphs, list items (`- ` before each),
    /// quotes, table rows (cells separated by ` | `), code, fact boxes and the titles of embeds.
    ///
    /// Captions and credits are metadata of pictures and stay out, as do the words for a picture that is a paragraph.
    public var plainText: String {
        var lines: [String] = []
        for block in self { block.appendPlainText(to: &lines, depth: 0) }
        return lines.joined(separator: "\n\n")
    }
}

extension [Inline] {
    /// Whether there are pictures, linked or not, and nothing else.
    fileprivate var areOnlyPictures: Bool {
        var found = false
        for inline in self {
            switch inline {
            case .image: found = true
            case .lineBreak: continue
            case .text(let text): if !text.allSatisfy(\.isWhitespace) { return false }
            case .link(let inner, _, _), .emphasis(let inner), .strong(let inner), .span(let inner, _, _):
                guard inner.areOnlyPictures else { return false }
                found = true
            case .strikethrough, .superscript, .subscript, .code, .footnoteReference, .math, .quoted, .cite, .ruby,
                .custom:
                return false
            }
        }
        return found
    }
}

extension Block {
    fileprivate func appendPlainText(to lines: inout [String], depth: Int) {
        guard depth < Article.maximumDepth else { return }
        func add(_ text: String) { if !text.isEmpty { lines.append(text) } }
        func descend(_ blocks: [Block]) { for block in blocks { block.appendPlainText(to: &lines, depth: depth + 1) } }
        switch self {
        case .paragraph(let inlines, _): if !inlines.areOnlyPictures { add(inlines.plainText) }
        case .heading(_, let inlines): add(inlines.plainText)
        case .list(let list):
            for item in list.items { add(item.content.inner(depth, separator: "\n").prefixed("- ")) }
        case .quote(let blocks, let attribution), .pullQuote(let blocks, let attribution):
            descend(blocks)
            add(attribution.plainText)
        case .code(let text, _): add(text)
        case .table(let table):
            add(table.caption.plainText)
            let rows = table.rows.map { row in
                row.map { $0.content.inner(depth, separator: " ") }.joined(separator: " | ")
            }
            add(rows.joined(separator: "\n"))
        case .figure, .thematicBreak: break
        case .embed(let embed):
            add(embed.title ?? "")
            descend(embed.fallback)
        case .aside(let aside):
            add(aside.title.plainText)
            descend(aside.content)
        case .liveEntry(let entry):
            add(entry.title.plainText)
            descend(entry.content)
        case .definitionList(let definitions):
            for definition in definitions {
                add(definition.term.plainText)
                for meaning in definition.meanings { descend(meaning) }
            }
        case .math(let math): add([Inline.math(math)].plainText)
        case .footnote(_, let blocks): descend(blocks)
        case .custom(let custom): descend(custom.fallback)
        }
    }
}

extension [Block] {
    /// The text of the blocks within a list item or a cell, where blank lines would break the frame.
    fileprivate func inner(_ depth: Int, separator: String) -> String {
        var lines: [String] = []
        for block in self { block.appendPlainText(to: &lines, depth: depth + 1) }
        return lines.joined(separator: separator)
    }
}

extension String {
    fileprivate func prefixed(_ prefix: String) -> String { isEmpty ? "" : prefix + self }
}
