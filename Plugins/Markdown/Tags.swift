import Offprint
import OffprintXHTML

// Blocks and inlines as HTML: within tables and lists of definitions that Markdown cannot say.
//
// A blank line would end the HTML, so nothing here writes a line end but what lays out rows.
extension Composer {
    mutating func htmlTable(_ table: Table, depth: Int) -> Bool {
        write("<table>")
        htmlRows(table.head, "thead", table, depth: depth)
        for body in table.bodies { htmlRows(body, "tbody", table, depth: depth) }
        htmlRows(table.foot, "tfoot", table, depth: depth)
        newLine()
        write("</table>")
        return true
    }

    private mutating func htmlRows(_ rows: [Table.Row], _ group: String, _ table: Table, depth: Int) {
        guard !rows.isEmpty else { return }
        newLine()
        write("<\(group)>")
        for row in rows {
            newLine()
            write("<tr>")
            for (column, cell) in row.enumerated() {
                newLine()
                htmlCell(
                    cell,
                    column < table.columns.count ? table.columns[column] : nil,
                    isHead: group == "thead",
                    depth
                )
            }
            newLine()
            write("</tr>")
        }
        newLine()
        write("</\(group)>")
    }

    private mutating func htmlCell(_ cell: Table.Cell, _ column: Table.Alignment?, isHead: Bool, _ depth: Int) {
        let tag = cell.isHeader || isHead ? "th" : "td"
        write("<\(tag)")
        if cell.columnSpan > 1 { write(" colspan=\"\(min(cell.columnSpan, 1_000))\"") }
        if cell.rowSpan > 1 { write(" rowspan=\"\(min(cell.rowSpan, 65_534))\"") }
        if let alignment = cell.alignment ?? column { write(" align=\"\(alignment.rawValue)\"") }
        out.append(.greater)
        container(cell.content, depth: depth + 1)
        write("</\(tag)>")
    }

    /// What a cell or a meaning holds: as HTML, or between blank lines as Markdown, where footnotes can be referred to.
    mutating func container(_ content: [Block], depth: Int) {
        guard dialect.isGFM, !notes.areAnchored, notes.areReferred(to: content) else {
            return htmlContent(content, depth: depth)
        }
        blankLine()
        let mark = out.count
        if !blocks(content, depth: depth) { out.removeLast(out.count - mark) }
        blankLine()
    }

    /// Blocks within a cell or a meaning: one paragraph needs no tags of its own.
    mutating func htmlContent(_ blocks: [Block], depth: Int) {
        if blocks.count == 1, case .paragraph(let content, role: _)? = blocks.first {
            htmlInlines(content, depth: 0)
        } else {
            htmlBlocks(blocks, depth: depth)
        }
    }

    mutating func htmlBlocks(_ blocks: [Block], depth: Int) {
        guard depth < Article.maximumDepth else {
            losses.add("depth", "Blocks nested deeper than \(Article.maximumDepth) levels were left out.")
            return
        }
        for block in blocks { htmlBlock(block, depth: depth) }
    }

    private mutating func htmlBlock(_ block: Block, depth: Int) {
        switch block {
        case .paragraph(let content, role: _): element("p") { $0.htmlInlines(content, depth: 0) }
        case .heading(let level, let content):
            element("h\(min(max(level, 1), 6))") { $0.htmlInlines(content, depth: 0) }
        case .list(let list): htmlList(list, depth: depth)
        case .quote(let content, let attribution), .pullQuote(let content, let attribution):
            element("blockquote") {
                $0.htmlBlocks(content, depth: depth + 1)
                if !attribution.isEmpty { $0.element("p") { $0.htmlInlines([.text("— ")] + attribution, depth: 0) } }
            }
        case .code(let text, let language):
            write("<pre><code")
            if let language { write(" class=\"language-\(Self.attribute(language))\"") }
            out.append(.greater)
            htmlText(text, keepsLines: true)
            write("</code></pre>")
        case .table(let table):
            if !table.caption.isEmpty { element("p") { $0.htmlInlines(table.caption, depth: 0) } }
            _ = htmlTable(table, depth: depth + 1)
        case .figure(let figure):
            for image in figure.images { htmlImage(image) }
            let words = figure.caption + (figure.credit.map { [.text(" " + $0)] } ?? [])
            if !words.isEmpty { element("p") { $0.htmlInlines(words, depth: 0) } }
        case .embed(let embed):
            losses.approximate("embed", "What was embedded became a link: Markdown has no frames.")
            if let url = embed.url {
                let words = embed.title ?? LinkTarget.withoutCredentials(url) ?? url
                element("p") { $0.htmlInlines([.link([.text(words)], target: url)], depth: 0) }
            } else if let title = embed.title {
                element("p") { $0.htmlText(title) }
            }
            htmlBlocks(embed.fallback, depth: depth + 1)
        case .aside(let aside): htmlGroup(aside.title, aside.content, depth: depth)
        case .liveEntry(let entry):
            let time = entry.time.map { [Inline.text($0.momentText + " ")] } ?? []
            let author = entry.author.map { [Block.paragraph([.emphasis([.text($0)])])] } ?? []
            htmlGroup(time + entry.title, author + entry.content, depth: depth)
        case .definitionList(let definitions):
            element("dl") {
                for definition in definitions {
                    $0.element("dt") { $0.htmlInlines(definition.term, depth: 0) }
                    for meaning in definition.meanings {
                        $0.element("dd") { $0.htmlContent(meaning, depth: depth + 1) }
                    }
                }
            }
        case .thematicBreak: write("<hr>")
        case .math(let math): element("p") { $0.htmlInlines([.math(math)], depth: 0) }
        case .footnote: break  // Written at the end.
        case .custom(let custom):
            losses.add(
                "custom-block",
                "A \"\(custom.name)\" block was written as its fallback; its data are not in the file."
            )
            htmlBlocks(custom.fallback, depth: depth + 1)
        }
    }

    private mutating func htmlGroup(_ title: [Inline], _ content: [Block], depth: Int) {
        element("blockquote") {
            if !title.isEmpty { $0.element("p") { $0.htmlInlines([.strong(title)], depth: 0) } }
            $0.htmlBlocks(content, depth: depth + 1)
        }
    }

    private mutating func htmlList(_ list: ItemList, depth: Int) {
        var attributes = ""
        var tag = "ul"
        if case .number(let start) = list.marker {
            tag = "ol"
            if start != 1 { attributes = " start=\"\(start)\"" }
        }
        element(tag, attributes) {
            for item in list.items {
                $0.element("li") {
                    if let isDone = item.isDone { $0.write(isDone ? "☑ " : "☐ ") }
                    $0.htmlContent(item.content, depth: depth + 1)
                }
            }
        }
    }

    mutating func element(_ tag: String, _ attributes: String = "", _ body: (inout Composer) -> Void) {
        write("<\(tag)\(attributes)>")
        body(&self)
        write("</\(tag)>")
    }

    // MARK: Inlines

    mutating func htmlInlines(_ inlines: [Inline], depth: Int) {
        guard depth < Article.maximumDepth else {
            losses.add("depth", "Marks nested deeper than \(Article.maximumDepth) levels were left out.")
            return htmlText(inlines.plainText)
        }
        for inline in inlines { htmlInline(inline, depth: depth + 1) }
    }

    private mutating func htmlInline(_ inline: Inline, depth: Int) {
        func inner(_ tag: String, _ content: [Inline], _ attributes: String = "") {
            element(tag, attributes) { $0.htmlInlines(content, depth: depth) }
        }
        switch inline {
        case .text(let string): htmlText(string)
        case .emphasis(let content): inner("em", content)
        case .cite(let content): inner("cite", content)
        case .strong(let content): inner("strong", content)
        case .strikethrough(let content): inner("del", content)
        case .superscript(let content): inner("sup", content)
        case .subscript(let content): inner("sub", content)
        case .code(let string): element("code") { $0.htmlText(string) }
        case .link(let content, let target, let title): htmlLink(content, target, title, depth: depth)
        case .image(let image): htmlImage(image)
        case .lineBreak: write("<br>")
        case .footnoteReference(let id): htmlReference(to: id)
        case .math(let math):
            switch tex(of: math) {
            case .tex(let source): element("code") { $0.htmlText(source) }
            case .words(let words): htmlText(words)
            }
        case .quoted(let content): inner("q", content)
        case .ruby(let base, let annotation):
            write("<ruby>")
            htmlInlines(base, depth: depth)
            write("<rp>(</rp><rt>")
            htmlInlines(annotation, depth: depth)
            write("</rt><rp>)</rp></ruby>")
        case .span(let content, let language, let direction):
            let tag = language.flatMap { Self.isLanguageTag($0) ? " lang=\"\($0)\"" : nil } ?? ""
            inner("span", content, tag + (direction.map { " dir=\"\($0.rawValue)\"" } ?? ""))
        case .custom(let custom):
            losses.add(
                "custom-inline",
                "A \"\(custom.name)\" inline was written as its fallback; its data are not in the file."
            )
            htmlInlines(custom.fallback, depth: depth)
        }
    }

    private mutating func htmlLink(_ content: [Inline], _ target: String, _ title: String?, depth: Int) {
        guard let destination = Destination.link(target) else {
            losses.add("unsafe-link", "A link to an address that is not followed was written as its text.")
            return htmlInlines(content, depth: depth)
        }
        noteCredentials(in: target)
        let address = Self.attribute(String(decoding: destination, as: UTF8.self))
        let hint = title.map { " title=\"\(Self.attribute($0))\"" } ?? ""
        element("a", " href=\"\(address)\"\(hint)") { $0.htmlInlines(content, depth: depth) }
    }

    private mutating func htmlImage(_ image: ImageReference) {
        guard let destination = destination(of: image) else { return htmlText(image.alternativeText ?? "") }
        write("<img src=\"\(Self.attribute(String(decoding: destination, as: UTF8.self)))\"")
        write(" alt=\"\(Self.attribute(image.alternativeText ?? ""))\"")
        if let title = image.title { write(" title=\"\(Self.attribute(title))\"") }
        out.append(.greater)
    }

    /// Within HTML a footnote's mark cannot be Markdown's: the label is left, and the note stands at the end.
    private mutating func htmlReference(to id: String) {
        guard let index = notes.index(of: id) else {
            return losses.add("missing-footnote", "The mark of a footnote without a text was left out.")
        }
        guard !notes.areAnchored else { return htmlAnchor(of: index) }
        losses.approximate("footnote-link", "The mark of a footnote within HTML does not lead to it.")
        let label = notes.all[index].label
        element("sup") { $0.htmlText("[\(label)]") }
    }

    private mutating func htmlText(_ string: String, keepsLines: Bool = false) {
        out.append(contentsOf: Self.escaped(string, keepsLines: keepsLines).utf8)
    }

    static func attribute(_ string: String) -> String { escaped(string, keepsLines: false) }

    private static func escaped(_ string: String, keepsLines: Bool) -> String {
        var bytes: [UInt8] = []
        for byte in string.utf8 {
            switch byte {
            case .ampersand: bytes.append(contentsOf: "&amp;".utf8)
            case .less: bytes.append(contentsOf: "&lt;".utf8)
            case .greater: bytes.append(contentsOf: "&gt;".utf8)
            case .quote: bytes.append(contentsOf: "&quot;".utf8)
            case .newline where keepsLines: bytes.append(contentsOf: "&#10;".utf8)
            default:
                if byte.isSpace && !keepsLines {
                    bytes.append(.blank)
                } else if byte >= .blank && byte != 0x7F || byte == 0x09 {
                    bytes.append(byte)
                }
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
