import Offprint
import OffprintInterchange
import OffprintXHTML

extension PandocEncoder {
    /// Blocks, which lie within `depth` others: as an array, or spliced into one that is open.
    mutating func blocks(_ blocks: [Block], depth: Int, isSpliced: Bool = false, isTight: Bool = false) {
        if !isSpliced { json.beginArray() }
        if depth < Article.maximumDepth {
            // One paragraph alone, or before further lists, needs no space of its own.
            let paragraphs = blocks.count { if case .paragraph = $0 { true } else { false } }
            var rest = blocks[...]
            while let block = rest.first {
                let index = rest.startIndex
                let notes = rest.footnotes
                if !notes.isEmpty {
                    if depth == 0 { diagnostics.currentBlock = index }
                    footnotes(notes, depth: depth)
                    rest.removeFirst(notes.count)
                    continue
                }
                rest.removeFirst()
                if depth == 0 { diagnostics.currentBlock = index }
                if isTight, index == 0, paragraphs == 1, case .paragraph(let run, .body) = block {
                    node("Plain") { $0.inlines(run) }
                } else {
                    self.block(block, depth: depth)
                }
            }
        } else if !blocks.isEmpty {
            diagnostics.lose("too-deep", "Blocks nested more than \(Article.maximumDepth) deep were cut.")
        }
        if !isSpliced { json.endArray() }
    }

    mutating func block(_ block: Block, depth: Int) {
        switch block {
        case .paragraph(let run, let role):
            if role == .body { paragraph(run) } else { division([role.rawValue]) { $0.paragraph(run) } }
        case .heading(let level, let run): heading(level, run)
        case .list(let list): self.list(list, depth: depth)
        case .quote(let content, let attribution):
            node("BlockQuote") { $0.quotation(content, attribution, depth) }
        case .pullQuote(let content, let attribution):
            tuple("Div") { encoder in
                encoder.attributes(["pullquote"])
                encoder.quotation(content, attribution, depth)
            }
        case .code(let text, let language):
            tuple("CodeBlock") { encoder in
                encoder.attributes(language.map { [$0.className] }?.filter { !$0.isEmpty } ?? [])
                encoder.json.string(text.visible)
            }
        case .table(let table): self.table(table, depth: depth)
        case .figure(let figure): self.figure(figure)
        case .embed(let embed): self.embed(embed, depth: depth)
        case .aside(let aside):
            division(["aside", aside.kind.rawValue]) { encoder in
                if !aside.title.isEmpty { encoder.division(["title"]) { $0.paragraph(aside.title) } }
                encoder.blocks(aside.content, depth: depth + 1, isSpliced: true)
            }
        case .liveEntry(let entry): liveEntry(entry, depth: depth)
        case .definitionList(let definitions): definitionList(definitions, depth: depth)
        case .thematicBreak: tag("HorizontalRule")
        case .math(let math): node("Para") { encoder in encoder.array { $0.math(math, isBlock: true) } }
        case .footnote(let id, let content): footnotes([(id, content)], depth: depth)
        case .custom(let custom):
            diagnostics.lose("custom-block", "The block \"\(custom.name)\" is not known here; its fallback stands in.")
            blocks(custom.fallback, depth: depth + 1, isSpliced: true)
        }
    }

    mutating func paragraph(_ run: [Inline]) { node("Para") { $0.inlines(run) } }

    mutating func heading(_ level: Int, _ run: [Inline]) {
        tuple("Header") { encoder in
            encoder.json.integer(min(6, max(1, level)))
            encoder.attributes()
            encoder.inlines(run)
        }
    }

    /// Blocks under a name: what pandoc has no node for.
    mutating func division(
        _ classes: [String],
        _ pairs: [(String, String)] = [],
        id: String = "",
        _ content: Content
    ) {
        tuple("Div") { encoder in
            encoder.attributes(classes, pairs, id: id)
            encoder.array(content)
        }
    }

    /// The blocks of a quotation, with who is quoted below.
    private mutating func quotation(_ content: [Block], _ attribution: [Inline], _ depth: Int) {
        array { encoder in
            encoder.blocks(content, depth: depth + 1, isSpliced: true)
            if !attribution.isEmpty { encoder.division(["attribution"]) { $0.paragraph(attribution) } }
        }
    }

    // MARK: Lists

    private mutating func list(_ list: ItemList, depth: Int) {
        guard !list.items.isEmpty else { return }
        switch list.marker {
        case .bullet: node("BulletList") { $0.items(list, depth) }
        case .number(let start):
            tuple("OrderedList") { encoder in
                encoder.listNumbers(from: start)
                encoder.items(list, depth)
            }
        }
    }

    /// How an ordered list counts.
    mutating func listNumbers(from start: Int, style: String = "Decimal") {
        array { encoder in
            encoder.json.integer(start)
            encoder.tag(style)
            encoder.tag("Period")
        }
    }

    private mutating func items(_ list: ItemList, _ depth: Int) {
        array { encoder in
            for item in list.items {
                var content = item.content
                // As pandoc's own readers have it.
                if let isDone = item.isDone {
                    let mark = Inline.text(isDone ? "☒ " : "☐ ")
                    if case .paragraph(let run, let role)? = content.first {
                        content[0] = .paragraph([mark] + run, role: role)
                    } else {
                        content.insert(.paragraph([mark]), at: 0)
                    }
                }
                encoder.blocks(content, depth: depth + 1, isTight: list.isTight)
            }
        }
    }

    private mutating func definitionList(_ definitions: [Definition], depth: Int) {
        guard !definitions.isEmpty else { return }
        node("DefinitionList") { encoder in
            encoder.array { encoder in
                for definition in definitions {
                    encoder.array { encoder in
                        encoder.inlines(definition.term)
                        encoder.array { encoder in
                            for meaning in definition.meanings {
                                encoder.blocks(meaning, depth: depth + 1, isTight: true)
                            }
                        }
                    }
                }
            }
        }
    }

    // MARK: Figures and insets

    private mutating func figure(_ figure: Figure) {
        let credit = figure.credit?.filled
        tuple("Figure") { encoder in
            encoder.attributes()
            encoder.array { encoder in
                encoder.json.null()
                encoder.array { encoder in
                    guard !figure.caption.isEmpty || credit != nil else { return }
                    encoder.node("Plain") { encoder in
                        encoder.array { encoder in
                            encoder.run(figure.caption, depth: 0)
                            guard let credit else { return }
                            if !figure.caption.isEmpty { encoder.tag("Space") }
                            encoder.span(["credit"], [], [.text(credit)], 0)
                        }
                    }
                }
            }
            encoder.array { encoder in
                for image in figure.images { encoder.node("Plain") { encoder in encoder.array { $0.image(image) } } }
            }
        }
    }

    private mutating func embed(_ embed: Embed, depth: Int) {
        let title = embed.title?.filled
        let address = embed.url?.filled.flatMap { Self.address($0) }
        if embed.url != nil, address == nil {
            diagnostics.lose("embed-without-link", "An embed has no address to lead to.")
        }
        if address != nil { diagnostics.approximate("embed-as-link", "What was embedded became a link in a division.") }
        if let url = embed.url { noteCredentials(in: url) }
        division(["embed", embed.kind.rawValue]) { encoder in
            encoder.blocks(embed.fallback, depth: depth + 1, isSpliced: true)
            guard let text = title ?? address else { return }
            encoder.paragraph([address.map { .link([.text(text)], target: $0) } ?? .text(text)])
        }
    }

    private mutating func liveEntry(_ entry: LiveEntry, depth: Int) {
        division(["live-entry"], entry.time.map { [("time", $0.description)] } ?? []) { encoder in
            if let time = entry.time {
                encoder.division(["time"]) { $0.paragraph([.text(time.momentText)]) }
            }
            if !entry.title.isEmpty { encoder.heading(2, entry.title) }
            if let author = entry.author?.filled { encoder.division(["byline"]) { $0.paragraph([.text(author)]) } }
            encoder.blocks(entry.content, depth: depth + 1, isSpliced: true)
        }
    }
}

extension ArraySlice<Block> {
    /// The footnotes that they begin with.
    fileprivate var footnotes: [(id: String, content: [Block])] {
        var found: [(id: String, content: [Block])] = []
        for block in self {
            guard case .footnote(let id, let content) = block else { break }
            found.append((id, content))
        }
        return found
    }
}

extension String {
    /// The name of a language as a class.
    fileprivate var className: String {
        let marks = Set("+#-_.".utf8)
        let kept = utf8.prefix(40).filter {
            (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || marks.contains($0)
        }
        return String(decoding: kept, as: UTF8.self)
    }
}
