extension Article {
    /// Replaces every inline by what `rewrite` makes of it, children before parents: an empty array drops it, several
    /// take its place.
    ///
    /// Recursion ends at ``maximumDepth`` levels of blocks and as many of inlines; what is deeper stays as it is.
    public mutating func rewriteInlines(_ rewrite: (Inline) -> [Inline]) {
        body = body.map { $0.rewritingInlines(rewrite, depth: 0) }
    }

    /// Replaces every block by what `rewrite` makes of it, children before parents: an empty array drops it, several
    /// take its place.
    ///
    /// Recursion ends at ``maximumDepth`` levels; what is deeper stays as it is.
    public mutating func rewriteBlocks(_ rewrite: (Block) -> [Block]) {
        body = Block.rewriting(body, rewrite, depth: 0)
    }
}

extension Block {
    fileprivate static func rewriting(_ blocks: [Block], _ rewrite: (Block) -> [Block], depth: Int) -> [Block] {
        guard depth < Article.maximumDepth else { return blocks }
        return blocks.flatMap { block in
            rewrite(block.mapping(blocks: { rewriting($0, rewrite, depth: depth + 1) }, inlines: { $0 }))
        }
    }

    fileprivate func rewritingInlines(_ rewrite: (Inline) -> [Inline], depth: Int) -> Block {
        guard depth < Article.maximumDepth else { return self }
        return mapping(
            blocks: { blocks in blocks.map { $0.rewritingInlines(rewrite, depth: depth + 1) } },
            inlines: { Inline.rewriting($0, rewrite, depth: 0) }
        )
    }

    /// The same block with each run of blocks and each run of inlines directly within it replaced.
    public func mapping(blocks: ([Block]) -> [Block], inlines: ([Inline]) -> [Inline]) -> Block {
        switch self {
        case .paragraph(let content, let role): return .paragraph(inlines(content), role: role)
        case .heading(let level, let content): return .heading(level: level, inlines(content))
        case .list(var list):
            for index in list.items.indices { list.items[index].content = blocks(list.items[index].content) }
            return .list(list)
        case .quote(let content, let attribution): return .quote(blocks(content), attribution: inlines(attribution))
        case .pullQuote(let content, let attribution):
            return .pullQuote(blocks(content), attribution: inlines(attribution))
        case .table(var table):
            func mapped(_ rows: [Table.Row]) -> [Table.Row] {
                rows.map { row in
                    row.map { cell in
                        var cell = cell
                        cell.content = blocks(cell.content)
                        return cell
                    }
                }
            }
            table.caption = inlines(table.caption)
            table.head = mapped(table.head)
            table.bodies = table.bodies.map(mapped)
            table.foot = mapped(table.foot)
            return .table(table)
        case .figure(var figure):
            figure.caption = inlines(figure.caption)
            return .figure(figure)
        case .embed(var embed):
            embed.fallback = blocks(embed.fallback)
            return .embed(embed)
        case .aside(var aside):
            aside.title = inlines(aside.title)
            aside.content = blocks(aside.content)
            return .aside(aside)
        case .liveEntry(var entry):
            entry.title = inlines(entry.title)
            entry.content = blocks(entry.content)
            return .liveEntry(entry)
        case .definitionList(let definitions):
            return .definitionList(
                definitions.map { Definition(term: inlines($0.term), meanings: $0.meanings.map(blocks)) }
            )
        case .footnote(let id, let content): return .footnote(id: id, blocks(content))
        case .custom(var custom):
            custom.fallback = blocks(custom.fallback)
            return .custom(custom)
        case .code, .thematicBreak, .math: return self
        }
    }
}

extension Inline {
    fileprivate static func rewriting(_ inlines: [Inline], _ rewrite: (Inline) -> [Inline], depth: Int) -> [Inline] {
        guard depth < Article.maximumDepth else { return inlines }
        return inlines.flatMap { inline in
            rewrite(inline.mapping { rewriting($0, rewrite, depth: depth + 1) })
        }
    }

    /// The same inline with each run of inlines directly within it replaced.
    public func mapping(_ inlines: ([Inline]) -> [Inline]) -> Inline {
        switch self {
        case .text, .code, .image, .lineBreak, .footnoteReference, .math: self
        case .emphasis(let inner): .emphasis(inlines(inner))
        case .strong(let inner): .strong(inlines(inner))
        case .strikethrough(let inner): .strikethrough(inlines(inner))
        case .superscript(let inner): .superscript(inlines(inner))
        case .subscript(let inner): .subscript(inlines(inner))
        case .link(let inner, let target, let title): .link(inlines(inner), target: target, title: title)
        case .quoted(let inner): .quoted(inlines(inner))
        case .cite(let inner): .cite(inlines(inner))
        case .ruby(let base, let annotation): .ruby(base: inlines(base), annotation: inlines(annotation))
        case .span(let inner, let language, let direction):
            .span(inlines(inner), language: language, direction: direction)
        case .custom(let custom):
            .custom(Custom(name: custom.name, data: custom.data, fallback: inlines(custom.fallback)))
        }
    }
}
