import Offprint
import OffprintXHTML

extension TextRendering {
    /// Writes a body and its notes; `offset` is how many blocks of the article come before it.
    mutating func body(_ body: [Block], offset: Int) {
        notes.start(body)
        for (index, block) in body.enumerated() {
            diagnostics.currentBlock = offset + index
            write([block], depth: 0)
            reportLosses()
        }
        diagnostics.currentBlock = nil
        // A note that nothing refers to is text all the same.
        for id in unreferenced(in: body) { _ = notes.number(ofFootnote: id) }
        var index = 0
        // A note may refer to others.
        while index < notes.all.count {
            let mark = "[\(index + 1)] "
            switch notes.all[index] {
            case .footnote(let blocks): item(mark) { $0.write(blocks, depth: 1) }
            case .address(let address):
                if index > 0, case .address = notes.all[index - 1] { join() }
                item(mark) { $0.line(address) }
            }
            index += 1
        }
        reportLosses()
    }

    private func unreferenced(in body: [Block]) -> [String] {
        var ids: [String] = []
        body.walk { block, _ in if case .footnote(let id, _) = block { ids.append(id) } }
        return ids
    }

    private mutating func reportLosses() {
        for loss in TextLoss.allCases where losses.contains(loss) { loss.report(to: &diagnostics) }
        losses = []
    }

    /// Writes blocks, which lie within `depth` others.
    mutating func write(_ blocks: [Block], depth: Int) {
        guard depth < Article.maximumDepth else {
            if !blocks.isEmpty { losses.insert(.tooDeep) }
            return
        }
        for block in blocks { write(block, depth: depth) }
    }

    private mutating func write(_ block: Block, depth: Int) {
        switch block {
        case .paragraph(let inlines, _), .heading(_, let inlines): piece(running(inlines))
        case .list(let list): self.list(list, depth: depth)
        case .quote(let content, let attribution), .pullQuote(let content, let attribution):
            inset { own in
                own.write(content, depth: depth + 1)
                let name = own.running(attribution)
                if !name.isEmpty { own.piece("— " + name) }
            }
        case .code(let text, _): inset { $0.verbatim(text) }
        case .table(let table): self.table(table, depth: depth)
        case .figure(let figure): self.figure(figure)
        case .embed(let embed):
            losses.insert(.embed)
            write(embed.fallback, depth: depth + 1)
            let title = CleanText.running((embed.title ?? "")[...])
            piece(title)
            guard let url = embed.url else { break }
            guard let address = LinkTarget(url).address else {
                losses.insert(.link)
                break
            }
            if LinkTarget.withoutCredentials(url) != nil { losses.insert(.credentials) }
            if !title.isEmpty { join() }
            line(address)
        case .aside(let aside):
            losses.insert(.frame)
            inset { own in
                own.piece(own.running(aside.title))
                own.write(aside.content, depth: depth + 1)
            }
        case .liveEntry(let entry):
            let title = running(entry.title)
            piece([entry.time?.momentText, title.isEmpty ? nil : title].compactMap(\.self).joined(separator: " · "))
            piece(entry.author ?? "")
            write(entry.content, depth: depth + 1)
        case .definitionList(let definitions):
            for definition in definitions {
                let term = running(definition.term)
                piece(term)
                for meaning in definition.meanings {
                    if !term.isEmpty { join() }
                    inset { $0.write(meaning, depth: depth + 1) }
                }
            }
        case .thematicBreak: piece("* * *")
        case .math(let math): piece(words(for: math))
        case .footnote: break  // With the notes.
        case .custom(let custom):
            losses.insert(.custom)
            write(custom.fallback, depth: depth + 1)
        }
    }

    private mutating func list(_ list: ItemList, depth: Int) {
        spaced(tightly: list.isTight) { own in
            for (index, item) in list.items.enumerated() {
                var mark: String
                switch list.marker {
                case .bullet: mark = "- "
                case .number(let start): mark = "\(start.addingReportingOverflow(index).partialValue). "
                }
                if let isDone = item.isDone { mark += isDone ? "[x] " : "[ ] " }
                own.item(mark) { $0.write(item.content, depth: depth + 1) }
            }
        }
    }

    /// The caption and the credit, in the form in which newspapers' own texts have them.
    private mutating func figure(_ figure: Figure) {
        let caption = running(figure.caption)
        let words = caption.isEmpty ? figure.images.map { self.words(for: $0) }.filter { !$0.isEmpty } : [caption]
        if !figure.images.isEmpty { losses.insert(.image) }
        let credit = figure.credit?.onOneLine
        guard !words.isEmpty || credit != nil else { return }
        piece("■ " + (words + (credit.map { ["| " + $0] } ?? [])).joined(separator: " "))
    }

    private mutating func table(_ table: Table, depth: Int) {
        piece(running(table.caption))
        let grid = TableGrid(table)
        var rows: [[TextCell]] = []
        for row in grid.groups.joined() {
            var cells: [TextCell] = []
            var column = 0
            for placed in row {
                if placed.columnSpan > 1 || placed.rowSpan > 1 { losses.insert(.span) }
                // Cells of rows before reach down to here; they stand once. Many make one, for they multiply.
                let gap = placed.column - column
                if gap > 0 {
                    let parts = gap > 64 ? 1 : gap
                    cells += repeatElement(TextCell(words: "", columns: gap / parts), count: parts)
                }
                cells.append(TextCell(words: cell(placed.cell, depth: depth + 1), columns: placed.columnSpan))
                column = placed.column + placed.columnSpan
            }
            rows.append(cells)
        }
        spaced(tightly: true) { own in
            let limit = own.width == 0 ? 100 : own.width - own.indent.utf8.count
            for row in TextCell.aligned(rows, columns: grid.columns.count, within: limit) { own.verbatim(row) }
        }
    }

    /// What a cell says, on one line.
    private mutating func cell(_ cell: Table.Cell, depth: Int) -> String {
        var inner = TextRendering(OptionValues(), Diagnostics())
        swap(&inner.notes, &notes)
        inner.write(cell.content, depth: depth)
        swap(&inner.notes, &notes)
        losses.formUnion(inner.losses)
        return CleanText.running(String(decoding: inner.text, as: UTF8.self)[...])
    }
}
