import Offprint
import OffprintDates

extension TextLayout {
    /// Makes the article of a layout whose lines are classified; says what of the text is not in it.
    func article(reporting diagnostics: inout Diagnostics) -> Article {
        var article = Article()
        var assembly = ArticleAssembly()
        var index = 0
        while index < lines.count {
            let number = Int(lines[index].number)
            let origin = Origin(.textLayout, at: "line \(number)", line: number)
            switch roles[index] {
            case .title: article.metadata.title.add(headingText(of: index), from: origin)
            case .subtitle: article.metadata.subtitle.add(text(of: index), from: origin)
            case .slug:
                article.metadata.slug.add(text(of: index), from: origin)
                article.metadata.identifiers.add([Identifier(text(of: index), scheme: "slug")], from: origin)
            case .affiliation: break  // After the dateline: see addAffiliations.
            case .verse:
                let (stanza, next) = stanza(from: index)
                assembly.append(.paragraph(stanza))
                index = next
                continue
            case .byline: addByline(index, from: origin, to: &article.metadata)
            case .date: addDate(index, from: origin, to: &article.metadata)
            case .label(.pressRelease): article.metadata.kind.add(.pressRelease, from: origin)
            case .label(.embargo):
                addEmbargo(text(of: index), from: origin, to: &article.metadata, reporting: &diagnostics)
                assembly.take(note: text(of: index), origin)
            case .note: assembly.take(note: text(of: index), origin)
            case .highlight: assembly.highlights.append(text(of: index))
            case .paragraph where introducesQuote(index):
                let (blocks, next) = quote(from: index + 1)
                assembly.append(blocks, introducedBy: text(of: index))
                index = next
                continue
            case .paragraph: assembly.append(.paragraph([.text(text(of: index))]))
            case .turn(let role): assembly.append(.paragraph([.text(text(of: index))], role: role))
            case .rights: article.metadata.rights.add(text(of: index), from: origin)
            case .crosshead: assembly.append(.heading(level: 2, [.text(text(of: index))]))
            case .markedHeading(let level):
                assembly.append(.heading(level: Int(level), [.text(headingText(of: index))]))
            case .photo: assembly.append(figure(at: index))
            case .rule: assembly.append(.thematicBreak)
            case .entry: assembly.open(entryParts(of: index))
            case .item:
                let (list, next) = list(from: index)
                assembly.append(.list(list))
                index = next
                continue
            case .row:
                let (table, next) = table(from: index)
                if isGappedRow(index) {
                    diagnostics.note(
                        "table-from-columns",
                        "Read \(next - index) lines whose words stand in columns as a table.",
                        line: number
                    )
                }
                assembly.append(.table(table))
                index = next
                continue
            case .quote:
                let (blocks, next) = quote(from: index)
                assembly.append(blocks, introducedBy: nil)
                index = next
                continue
            case .furniture(let furniture):
                diagnostics.note(
                    "furniture-dropped",
                    "Dropped \"\(text(of: index))\": \(furniture.rawValue).",
                    line: number
                )
            }
            index += 1
        }
        assembly.close(into: &article, reporting: &diagnostics)
        return article
    }

    private func addByline(_ index: Int, from origin: Origin, to metadata: inout Metadata) {
        let line = text(of: index)
        metadata.byline.add(line, from: origin)
        if let byline = Byline(line, language) {
            metadata.authors.add(byline.names.map { Contributor($0, kind: .person) }, from: origin)
        }
    }

    /// Adds the agencies under bylines and over initials; what is no agency says more of who wrote the article.
    ///
    /// The dateline names the agency more plainly, and comes first.
    func addAffiliations(to metadata: inout Metadata) {
        for index in lines.indices where roles[index] == .affiliation {
            let number = Int(lines[index].number)
            let origin = Origin(.textLayout, at: "line \(number)", line: number)
            let count = metadata.agencies.all.count
            Agencies.add(text(of: index), from: origin, to: &metadata)
            if metadata.agencies.all.count == count { metadata.byline.add(text(of: index), from: origin) }
        }
    }

    private func addDate(_ index: Int, from origin: Origin, to metadata: inout Metadata) {
        guard let line = PublicationLine(text(of: index), language) else { return }
        if line.isChange {
            metadata.modified.add(line.moment, from: origin)
        } else {
            metadata.published.add(line.moment, from: origin)
        }
        if let byline = Byline(line.opening, language) {
            metadata.byline.add(line.opening, from: origin)
            metadata.authors.add(byline.names.map { Contributor($0, kind: .person) }, from: origin)
        }
    }

    private func addEmbargo(
        _ line: String,
        from origin: Origin,
        to metadata: inout Metadata,
        reporting diagnostics: inout Diagnostics
    ) {
        metadata.status.add(.embargoed, from: origin)
        if let date = DateReader().firstDate(in: line) { metadata.embargo.add(date.timestamp, from: origin) }
        diagnostics.warn("embargo", "The text is under an embargo: \"\(line)\".", line: origin.line)
    }

    private func figure(at index: Int) -> Block {
        guard let parts = photoLine(at: index) else { return .paragraph([.text(text(of: index))]) }
        let caption = parts.caption.isEmpty ? [] : [Inline.text(parts.caption)]
        return .figure(Figure(caption: caption, credit: parts.credit.isEmpty ? nil : parts.credit))
    }

    /// The list that starts at a line, and the line after it.
    private func list(from start: Int) -> (list: ItemList, next: Int) {
        var (items, isTight) = ([ItemList.Item](), true)
        var next = start
        repeat {
            let content = mark(of: next)?.content ?? lines[next].range.lowerBound
            let text = String(decoding: bytes[content..<lines[next].range.upperBound], as: UTF8.self)
            items.append(ItemList.Item([.paragraph([.text(text)])]))
            if next > start, lines[next].followsBlank { isTight = false }
            next += 1
        } while next < lines.count && roles[next] == .item(opensList: false)
        var marker = ItemList.Marker.bullet
        if case .number(let first, _) = mark(of: start)?.mark { marker = .number(start: first) }
        return (ItemList(marker, isTight: isTight, items: items), next)
    }
}

/// The blocks of an article while its lines are gone through.
struct ArticleAssembly {
    private var blocks: [Block] = []
    private var entry: LiveEntry?
    private var notes: [String] = []
    private var notesOrigin: Origin?
    /// The points that sum the article up.
    var highlights: [String] = []

    mutating func append(_ block: Block) {
        if entry == nil { blocks.append(block) } else { entry?.content.append(block) }
    }

    /// Appends a quotation, with the line that says whose it is.
    mutating func append(_ quotes: [Block], introducedBy line: String?) {
        for (place, block) in quotes.enumerated() {
            if place == 0, let line, case .quote(let content, _) = block {
                append(.quote(content, attribution: [.text(line)]))
            } else {
                if place == 0, let line { append(.paragraph([.text(line)])) }
                append(block)
            }
        }
    }

    /// Opens an entry of a live blog; what comes is its content until the next.
    mutating func open(_ parts: (time: String, rest: String)) {
        closeEntry()
        // A short line beside the time is the entry's heading.
        let isHeading = parts.rest.utf8.count <= 100 && !(parts.rest.unicodeScalars.last?.value.closesSentence ?? false)
        let title = isHeading && !parts.rest.isEmpty ? "\(parts.time) \(parts.rest)" : parts.time
        entry = LiveEntry(title: [.text(title)], content: [])
        if !isHeading { append(.paragraph([.text(parts.rest)])) }
    }

    mutating func take(note: String, _ origin: Origin) {
        notes.append(note)
        notesOrigin = notesOrigin ?? origin
    }

    private mutating func closeEntry() {
        if let entry { blocks.append(.liveEntry(entry)) }
        entry = nil
    }

    mutating func close(into article: inout Article, reporting diagnostics: inout Diagnostics) {
        let isLive = blocks.contains { if case .liveEntry = $0 { true } else { false } } || entry != nil
        closeEntry()
        if isLive, let title = article.metadata.title.all.first, LiveWords.areIn(title.value) {
            article.metadata.kind.add(.liveBlog, from: title.origin)
        }
        if !highlights.isEmpty {
            let items = highlights.map { ItemList.Item([.paragraph([.text($0)])]) }
            blocks.append(.aside(Aside(.factBox, content: [.list(ItemList(.bullet, items: items))])))
        }
        if let notesOrigin {
            article.metadata.notes.add(notes, from: notesOrigin)
            diagnostics.note(
                "notes-taken-out",
                "Took \(notes.count == 1 ? "a note" : "\(notes.count) notes") to editors out of the text.",
                line: notesOrigin.line
            )
        }
        article.body = blocks
    }
}
