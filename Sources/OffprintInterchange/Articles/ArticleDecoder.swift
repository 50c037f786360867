import OffprintModel

/// Makes an article of native JSON.
struct ArticleDecoder {
    private var cutBlocks = 0
    private var cutInlines = 0

    func report(to diagnostics: inout Diagnostics) {
        if cutBlocks > 0 {
            diagnostics.warn(
                "nesting-cut",
                "\(cutBlocks) blocks nested deeper than \(Article.maximumDepth) levels were left out."
            )
        }
        if cutInlines > 0 {
            diagnostics.warn(
                "nesting-cut",
                "\(cutInlines) inlines nested deeper than \(ArticleJSON.maximumInlineDepth) levels left only their words."
            )
        }
    }

    mutating func article(_ value: JSONValue) throws(Mismatch) -> Article {
        let fields = try value.fields()
        try checkVersion(fields)
        var article = Article()
        if let metadata = fields.object["metadata"] {
            do throws(Mismatch) {
                var reading = MetadataReading(fields: try metadata.fields())
                try article.metadata.visitFields(&reading)
            } catch { throw error.within(.key("metadata")) }
        }
        article.body = try blocks(fields, "body", depth: 0)
        let resources = try fields.optional("resources") { (value) throws(Mismatch) in try value.fields() }
        for member in resources?.object.members ?? [] {
            do throws(Mismatch) {
                article.resources[Resource.ID(rawValue: member.key)] = try Resource(
                    reading: member.value,
                    key: member.key
                )
            } catch { throw error.within(.key(member.key)).within(.key("resources")) }
        }
        return article
    }

    private func checkVersion(_ fields: JSONFields) throws(Mismatch) {
        guard let envelope = fields.object["offprint"] else {
            throw Mismatch(
                "This is not an article in Offprint's JSON: the member \"offprint\" is missing. "
                    + "Begin it with {\"offprint\":{\"model\":\"\(ArticleJSON.modelVersion)\"}, …}."
            )
        }
        do throws(Mismatch) {
            let version: String = try envelope.fields().required("model")
            let major = version.prefix { $0 != "." }
            guard major == ArticleJSON.modelVersion.prefix(while: { $0 != "." }) else {
                throw Mismatch(
                    "The article is of model \"\(version)\", and this version reads \(ArticleJSON.modelVersion). "
                        + "Use a version of Offprint that is as new.",
                    code: .version
                ).within(.key("model"))
            }
        } catch { throw error.within(.key("offprint")) }
    }

    // MARK: Blocks

    private mutating func blocks(_ fields: JSONFields, _ name: String, depth: Int) throws(Mismatch) -> [Block] {
        try fields.optional(name) { (value) throws(Mismatch) in try self.blocks(value, depth: depth) } ?? []
    }

    private mutating func blocks(_ value: JSONValue, depth: Int) throws(Mismatch) -> [Block] {
        guard depth < Article.maximumDepth else {
            cutBlocks += value.array?.count ?? 0
            return []
        }
        return try value.elements { (element) throws(Mismatch) in try self.block(element, depth: depth) }
    }

    private mutating func block(_ value: JSONValue, depth: Int) throws(Mismatch) -> Block {
        let fields = try value.fields()
        let name: String = try fields.required("type")
        guard let type = BlockType(rawValue: name) else {
            var custom = Custom<Block>(unknown: fields.object, name: name)
            if fields.object.hasFallback { custom.fallback = try blocks(fields, "fallback", depth: depth + 1) }
            return .custom(custom)
        }
        switch type {
        case .paragraph: return .paragraph(try inlines(fields, "content"), role: try fields.optional("role") ?? .body)
        case .heading: return .heading(level: try fields.required("level"), try inlines(fields, "content"))
        case .list: return .list(try list(fields, depth: depth))
        case .quote, .pullQuote:
            let content = try blocks(fields, "content", depth: depth + 1)
            let attribution = try inlines(fields, "attribution")
            return type == .quote
                ? .quote(content, attribution: attribution) : .pullQuote(content, attribution: attribution)
        case .code: return .code(try fields.required("text"), language: try fields.optional("language"))
        case .table: return .table(try table(fields, depth: depth))
        case .figure:
            return .figure(
                Figure(
                    images: try fields.optional("images") ?? [],
                    caption: try inlines(fields, "caption"),
                    credit: try fields.optional("credit")
                )
            )
        case .embed, .aside, .liveEntry, .definitionList: return try inset(type, fields, depth: depth)
        case .thematicBreak: return .thematicBreak
        case .math: return .math(try Math(reading: fields))
        case .footnote:
            return .footnote(id: try fields.required("id"), try blocks(fields, "content", depth: depth + 1))
        case .custom:
            var custom = Custom<Block>(name: try fields.required("name"), data: try customData(fields))
            custom.fallback = try blocks(fields, "fallback", depth: depth + 1)
            return .custom(custom)
        }
    }

    private mutating func inset(_ type: BlockType, _ fields: JSONFields, depth: Int) throws(Mismatch) -> Block {
        switch type {
        case .embed:
            let fallback = try blocks(fields, "fallback", depth: depth + 1)
            return .embed(
                Embed(
                    try fields.required("kind"),
                    url: try fields.optional("url"),
                    title: try fields.optional("title"),
                    fallback: fallback
                )
            )
        case .aside:
            let title = try inlines(fields, "title")
            let content = try blocks(fields, "content", depth: depth + 1)
            return .aside(Aside(try fields.required("kind"), title: title, content: content))
        case .liveEntry:
            let title = try inlines(fields, "title")
            let content = try blocks(fields, "content", depth: depth + 1)
            return .liveEntry(
                LiveEntry(
                    time: try fields.optional("time"),
                    title: title,
                    author: try fields.optional("author"),
                    content: content
                )
            )
        default:
            return .definitionList(
                try fields.elements("definitions") { (value) throws(Mismatch) in
                    try self.definition(value.fields(), depth: depth)
                }
            )
        }
    }

    private mutating func definition(_ fields: JSONFields, depth: Int) throws(Mismatch) -> Definition {
        let term = try inlines(fields, "term")
        let meanings = try fields.elements("meanings") { (value) throws(Mismatch) in
            try self.blocks(value, depth: depth + 1)
        }
        return Definition(term: term, meanings: meanings)
    }

    private mutating func list(_ fields: JSONFields, depth: Int) throws(Mismatch) -> ItemList {
        let marker: String = try fields.required("marker")
        guard marker == "bullet" || marker == "number" else {
            throw Mismatch("\"\(marker)\" is none of bullet, number.").within(.key("marker"))
        }
        let items = try fields.elements("items") { (value) throws(Mismatch) in
            let item = try value.fields()
            let content = try self.blocks(item, "content", depth: depth + 1)
            return ItemList.Item(content, isDone: try item.optional("done"))
        }
        return ItemList(
            marker == "bullet" ? .bullet : .number(start: try fields.optional("start") ?? 1),
            isTight: try fields.optional("tight") ?? true,
            items: items
        )
    }

    private mutating func table(_ fields: JSONFields, depth: Int) throws(Mismatch) -> Table {
        var table = Table(caption: try inlines(fields, "caption"))
        table.columns = try fields.elements("columns") { (value) throws(Mismatch) in
            value.isNull ? nil : try Table.Alignment(reading: value)
        }
        table.head = try fields.elements("head") { (row) throws(Mismatch) in try self.row(row, depth: depth) }
        table.bodies = try fields.elements("bodies") { (body) throws(Mismatch) in
            try body.elements { (row) throws(Mismatch) in try self.row(row, depth: depth) }
        }
        table.foot = try fields.elements("foot") { (row) throws(Mismatch) in try self.row(row, depth: depth) }
        return table
    }

    private mutating func row(_ value: JSONValue, depth: Int) throws(Mismatch) -> Table.Row {
        try value.elements { (value) throws(Mismatch) in
            let fields = try value.fields()
            var cell = Table.Cell(try self.blocks(fields, "content", depth: depth + 1))
            cell.isHeader = try fields.optional("header") ?? false
            cell.columnSpan = try fields.optional("columnSpan") ?? 1
            cell.rowSpan = try fields.optional("rowSpan") ?? 1
            cell.alignment = try fields.optional("alignment")
            return cell
        }
    }

    // MARK: Inlines

    private mutating func inlines(_ fields: JSONFields, _ name: String, depth: Int = 0) throws(Mismatch) -> [Inline] {
        if depth >= ArticleJSON.maximumInlineDepth, let nodes = fields.object[name]?.array { return words(nodes) }
        return try fields.elements(name) { (value) throws(Mismatch) in try self.inline(value, depth: depth) }
    }

    /// The words of nodes that are too deep to be more; it does not recurse.
    private mutating func words(_ nodes: [JSONValue]) -> [Inline] {
        var text = ""
        var pending = Array(nodes.reversed())
        while let node = pending.popLast() {
            guard let object = node.object else { continue }
            text += object["text"]?.string ?? ""
            for name in ["fallback", "annotation", "base", "content"] {
                pending.append(contentsOf: (object[name]?.array ?? []).reversed())
            }
        }
        let isText = nodes.count == 1 && nodes[0]["type"] == .string(InlineType.text.rawValue)
        if !isText { cutInlines += nodes.count }
        return nodes.isEmpty ? [] : [.text(text)]
    }

    private mutating func inline(_ value: JSONValue, depth: Int) throws(Mismatch) -> Inline {
        let fields = try value.fields()
        let name: String = try fields.required("type")
        guard let type = InlineType(rawValue: name) else {
            var custom = Custom<Inline>(unknown: fields.object, name: name)
            if fields.object.hasFallback { custom.fallback = try inlines(fields, "fallback", depth: depth + 1) }
            return .custom(custom)
        }
        switch type {
        case .text: return .text(try fields.required("text"))
        case .code: return .code(try fields.required("text"))
        case .emphasis: return .emphasis(try content(fields, depth))
        case .strong: return .strong(try content(fields, depth))
        case .strikethrough: return .strikethrough(try content(fields, depth))
        case .superscript: return .superscript(try content(fields, depth))
        case .subscript: return .subscript(try content(fields, depth))
        case .quoted: return .quoted(try content(fields, depth))
        case .cite: return .cite(try content(fields, depth))
        case .link:
            let inner = try content(fields, depth)
            return .link(inner, target: try fields.required("target"), title: try fields.optional("title"))
        case .image: return .image(try ImageReference(reading: fields))
        case .lineBreak: return .lineBreak
        case .footnoteReference: return .footnoteReference(id: try fields.required("id"))
        case .math: return .math(try Math(reading: fields))
        case .ruby:
            let base = try inlines(fields, "base", depth: depth + 1)
            return .ruby(base: base, annotation: try inlines(fields, "annotation", depth: depth + 1))
        case .span:
            let inner = try content(fields, depth)
            return .span(inner, language: try fields.optional("language"), direction: try fields.optional("direction"))
        case .custom:
            var custom = Custom<Inline>(name: try fields.required("name"), data: try customData(fields))
            custom.fallback = try inlines(fields, "fallback", depth: depth + 1)
            return .custom(custom)
        }
    }

    private mutating func content(_ fields: JSONFields, _ depth: Int) throws(Mismatch) -> [Inline] {
        try inlines(fields, "content", depth: depth + 1)
    }

    /// The data of a custom node: an object in one line, or text as it stands.
    private func customData(_ fields: JSONFields) throws(Mismatch) -> String {
        let data = try fields.optional("data") { (value) throws(Mismatch) in
            if let object = value.object { object.canonicalText } else { try String(reading: value) }
        }
        return data ?? ""
    }
}

/// Reads the claims of each metadata field.
private struct MetadataReading: MetadataVisitor {
    let fields: JSONFields

    mutating func visit<Value: ClaimedValue & JSONConvertible>(
        _ field: Field,
        _ claims: inout Claims<Value>
    ) throws(Mismatch) {
        let all = try fields.elements(field.rawValue) { (value) throws(Mismatch) in try Claim<Value>(reading: value) }
        if !all.isEmpty { claims = Claims(field, restoring: all) }
    }
}
