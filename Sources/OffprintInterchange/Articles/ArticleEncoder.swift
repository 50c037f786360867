import OffprintModel

/// Writes an article as native JSON.
///
/// Keys stand in the order of the calls here, for each type of node always the same.
struct ArticleEncoder {
    var json: JSONWriter
    let claims: ArticleJSON.ClaimSelection
    private var cutBlocks = 0
    private var cutInlines = 0

    init(json: JSONWriter, claims: ArticleJSON.ClaimSelection) {
        self.json = json
        self.claims = claims
    }

    func report(to diagnostics: inout Diagnostics) {
        if cutBlocks > 0 {
            diagnostics.lose(
                "nesting-cut",
                "\(cutBlocks) blocks nested deeper than \(Article.maximumDepth) levels were left out."
            )
        }
        if cutInlines > 0 {
            diagnostics.lose(
                "nesting-cut",
                "\(cutInlines) inlines nested deeper than \(ArticleJSON.maximumInlineDepth) levels left only their words."
            )
        }
    }

    mutating func article(_ article: Article) {
        json.beginObject()
        json.object("offprint") { $0.field("model", ArticleJSON.modelVersion) }
        json.key("metadata")
        json.beginObject()
        var metadata = article.metadata
        metadata.visitFields(&self)
        json.endObject()
        blocks("body", article.body, depth: 0)
        if !article.resources.isEmpty {
            json.object("resources") { json in
                let sorted = article.resources.sorted {
                    $0.key.rawValue.utf8.lexicographicallyPrecedes($1.key.rawValue.utf8)
                }
                for (id, resource) in sorted { resource.write(to: &json, key: id.rawValue) }
            }
        }
        json.endObject()
    }

    // MARK: Blocks

    mutating func blocks(_ name: String, _ blocks: [Block], depth: Int) {
        json.key(name)
        self.blocks(blocks, depth: depth)
    }

    private mutating func blocks(_ blocks: [Block], depth: Int) {
        json.beginArray()
        if depth < Article.maximumDepth {
            for block in blocks { self.block(block, depth: depth) }
        } else {
            cutBlocks += blocks.count
        }
        json.endArray()
    }

    private mutating func block(_ block: Block, depth: Int) {
        if case .custom(let custom) = block, let data = custom.passedThrough(past: BlockType.self) {
            return unknown(data, custom) { $0.blocks("fallback", custom.fallback, depth: depth + 1) }
        }
        json.beginObject()
        json.field("type", BlockType(block).rawValue)
        switch block {
        case .paragraph(let content, let role):
            if role != .body { json.field("role", role.rawValue) }
            inlines("content", content)
        case .heading(let level, let content):
            json.field("level", level)
            inlines("content", content)
        case .list(let list): self.list(list, depth: depth)
        case .quote(let content, let attribution), .pullQuote(let content, let attribution):
            blocks("content", content, depth: depth + 1)
            optional("attribution", attribution)
        case .code(let text, let language):
            json.field("language", language)
            json.field("text", text)
        case .table(let table): self.table(table, depth: depth)
        case .figure(let figure):
            json.array("images", figure.images) { $1.write(to: &$0) }
            optional("caption", figure.caption)
            json.field("credit", figure.credit)
        case .embed, .aside, .liveEntry, .definitionList: inset(block, depth: depth)
        case .thematicBreak: break
        case .math(let math): math.writeFields(to: &json)
        case .footnote(let id, let content):
            json.field("id", id)
            blocks("content", content, depth: depth + 1)
        case .custom(let custom):
            self.custom(custom)
            if !custom.fallback.isEmpty { blocks("fallback", custom.fallback, depth: depth + 1) }
        }
        json.endObject()
    }

    private mutating func inset(_ block: Block, depth: Int) {
        switch block {
        case .embed(let embed):
            json.field("kind", embed.kind.rawValue)
            json.field("url", embed.url)
            json.field("title", embed.title)
            if !embed.fallback.isEmpty { blocks("fallback", embed.fallback, depth: depth + 1) }
        case .aside(let aside):
            json.field("kind", aside.kind.rawValue)
            optional("title", aside.title)
            blocks("content", aside.content, depth: depth + 1)
        case .liveEntry(let entry):
            json.field("time", entry.time?.description)
            optional("title", entry.title)
            json.field("author", entry.author)
            blocks("content", entry.content, depth: depth + 1)
        case .definitionList(let definitions):
            json.key("definitions")
            json.beginArray()
            for definition in definitions {
                json.beginObject()
                inlines("term", definition.term)
                json.key("meanings")
                json.beginArray()
                for meaning in definition.meanings { blocks(meaning, depth: depth + 1) }
                json.endArray()
                json.endObject()
            }
            json.endArray()
        case .paragraph, .heading, .list, .quote, .pullQuote, .code, .table, .figure, .thematicBreak, .math, .footnote,
            .custom:
            break
        }
    }

    private mutating func list(_ list: ItemList, depth: Int) {
        switch list.marker {
        case .bullet: json.field("marker", "bullet")
        case .number(let start):
            json.field("marker", "number")
            json.field("start", start)
        }
        if !list.isTight { json.field("tight", false) }
        json.key("items")
        json.beginArray()
        for item in list.items {
            json.beginObject()
            json.field("done", item.isDone)
            blocks("content", item.content, depth: depth + 1)
            json.endObject()
        }
        json.endArray()
    }

    private mutating func table(_ table: Table, depth: Int) {
        optional("caption", table.caption)
        if !table.columns.isEmpty {
            json.array("columns", table.columns) { json, alignment in
                if let alignment { json.string(alignment.rawValue) } else { json.null() }
            }
        }
        if !table.head.isEmpty { rows("head", table.head, depth: depth) }
        json.key("bodies")
        json.beginArray()
        for body in table.bodies { rows(body, depth: depth) }
        json.endArray()
        if !table.foot.isEmpty { rows("foot", table.foot, depth: depth) }
    }

    private mutating func rows(_ name: String, _ rows: [Table.Row], depth: Int) {
        json.key(name)
        self.rows(rows, depth: depth)
    }

    private mutating func rows(_ rows: [Table.Row], depth: Int) {
        json.beginArray()
        for row in rows {
            json.beginArray()
            for cell in row {
                json.beginObject()
                if cell.isHeader { json.field("header", true) }
                if cell.columnSpan != 1 { json.field("columnSpan", cell.columnSpan) }
                if cell.rowSpan != 1 { json.field("rowSpan", cell.rowSpan) }
                json.field("alignment", cell.alignment?.rawValue)
                blocks("content", cell.content, depth: depth + 1)
                json.endObject()
            }
            json.endArray()
        }
        json.endArray()
    }

    // MARK: Inlines

    private mutating func optional(_ name: String, _ inlines: [Inline]) {
        if !inlines.isEmpty { self.inlines(name, inlines) }
    }

    private mutating func inlines(_ name: String, _ inlines: [Inline], depth: Int = 0) {
        json.key(name)
        json.beginArray()
        if depth < ArticleJSON.maximumInlineDepth {
            for inline in inlines { self.inline(inline, depth: depth) }
        } else if inlines.count == 1, case .text = inlines[0] {
            inline(inlines[0], depth: depth)
        } else if !inlines.isEmpty {
            cutInlines += inlines.count
            inline(.text(inlines.plainText), depth: depth)
        }
        json.endArray()
    }

    private mutating func inline(_ inline: Inline, depth: Int) {
        if case .custom(let custom) = inline, let data = custom.passedThrough(past: InlineType.self) {
            return unknown(data, custom) { $0.inlines("fallback", custom.fallback, depth: depth + 1) }
        }
        json.beginObject()
        json.field("type", InlineType(inline).rawValue)
        switch inline {
        case .text(let text), .code(let text): json.field("text", text)
        case .emphasis(let content), .strong(let content), .strikethrough(let content), .superscript(let content),
            .subscript(let content), .quoted(let content), .cite(let content):
            inlines("content", content, depth: depth + 1)
        case .link(let content, let target, let title):
            json.field("target", target)
            json.field("title", title)
            inlines("content", content, depth: depth + 1)
        case .image(let image): image.writeFields(to: &json)
        case .lineBreak: break
        case .footnoteReference(let id): json.field("id", id)
        case .math(let math): math.writeFields(to: &json)
        case .ruby(let base, let annotation):
            inlines("base", base, depth: depth + 1)
            inlines("annotation", annotation, depth: depth + 1)
        case .span(let content, let language, let direction):
            json.field("language", language)
            json.field("direction", direction?.rawValue)
            inlines("content", content, depth: depth + 1)
        case .custom(let custom):
            self.custom(custom)
            if !custom.fallback.isEmpty { inlines("fallback", custom.fallback, depth: depth + 1) }
        }
        json.endObject()
    }

    // MARK: Custom nodes

    /// Writes the fields of a custom node but its fallback.
    private mutating func custom<Node>(_ custom: Custom<Node>) {
        json.field("name", custom.name)
        guard !custom.data.isEmpty else { return }
        if let object = JSONObject(canonical: custom.data) {
            json.key("data")
            json.value(.object(object))
        } else {
            json.field("data", custom.data)
        }
    }

    /// Writes a node of a type that this model does not know as it came.
    private mutating func unknown<Node>(
        _ data: JSONObject,
        _ custom: Custom<Node>,
        fallback: (inout ArticleEncoder) -> Void
    ) {
        json.beginObject()
        for member in data.members {
            json.key(member.key)
            json.value(member.value)
        }
        if !custom.fallback.isEmpty { fallback(&self) }
        json.endObject()
    }
}

extension ArticleEncoder: MetadataVisitor {
    mutating func visit<Value: ClaimedValue & JSONConvertible>(_ field: Field, _ claims: inout Claims<Value>) {
        guard !claims.isEmpty else { return }
        let written = self.claims == .all ? claims.all[...] : claims.all.prefix(1)
        json.array(field.rawValue, written) { $1.write(to: &$0) }
    }
}

extension BlockType {
    init(_ block: Block) {
        self =
            switch block {
            case .paragraph: .paragraph
            case .heading: .heading
            case .list: .list
            case .quote: .quote
            case .pullQuote: .pullQuote
            case .code: .code
            case .table: .table
            case .figure: .figure
            case .embed: .embed
            case .aside: .aside
            case .liveEntry: .liveEntry
            case .definitionList: .definitionList
            case .thematicBreak: .thematicBreak
            case .math: .math
            case .footnote: .footnote
            case .custom: .custom
            }
    }
}

extension InlineType {
    init(_ inline: Inline) {
        self =
            switch inline {
            case .text: .text
            case .emphasis: .emphasis
            case .strong: .strong
            case .strikethrough: .strikethrough
            case .superscript: .superscript
            case .subscript: .subscript
            case .code: .code
            case .link: .link
            case .image: .image
            case .lineBreak: .lineBreak
            case .footnoteReference: .footnoteReference
            case .math: .math
            case .quoted: .quoted
            case .cite: .cite
            case .ruby: .ruby
            case .span: .span
            case .custom: .custom
            }
    }
}
