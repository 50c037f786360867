import Offprint
import OffprintDates
import OffprintHypertext
import OffprintMarkup

/// What the page shows near its headline: the byline, the date, a kicker, a standfirst.
struct VisibleClaims {
    private let page: PageSource
    private let headline: Headline
    private let zone: HeadlineZone
    private var tree: MarkupTree { page.tree }
    /// The elements that were read as the headline, as a byline or as a date: no part of the body.
    private(set) var consumed: [MarkupTree.NodeID] = []

    init(_ page: PageSource, headline: Headline) {
        self.page = page
        self.headline = headline
        zone = HeadlineZone(page, headline: headline.node)
    }

    mutating func add(to metadata: inout Metadata) {
        if let node = headline.node {
            consumed.append(node)
            if let text = headline.text {
                metadata.title.add(text, from: page.origin(.heading, tree.name(of: node).rawValue, node))
            }
            if let kicker = headline.kicker {
                metadata.kicker.add(kicker, from: page.origin(.heading, "within the heading", node))
            }
        }
        addLines(to: &metadata)
        let bylines = MarkedBylines(page, zone: zone)
        bylines.add(to: &metadata)
        consumed += bylines.consumed
        addTimes(to: &metadata)
        addMarkedLines(to: &metadata)
    }

    // MARK: Lines near the headline

    private mutating func addLines(to metadata: inout Metadata) {
        let lines = PageLines(page)
        var hasDate = false
        var hasByline = false
        var label = false
        for line in zone.lines where line.range.count <= 1_200 {
            // Of a paragraph only the start can be a byline or a date.
            let isShort = line.range.count <= 260
            let text = isShort ? lines.text(of: line) : ""
            if !hasByline, isShort {
                if label, let names = Self.names(text, .guessed) {
                    hasByline = true
                    add(names, text, line, to: &metadata)
                } else if AuthorNames.isIntroduced(text), let names = Self.names(text, .guessed) {
                    hasByline = true
                    add(names, text, line, to: &metadata)
                }
                label = Self.isLabel(text)
            }
            guard !hasDate else { continue }
            let head = line.range.prefix(isShort ? 260 : 60)
            let bytes = tree.textBytes[head.startIndex..<head.endIndex]
            guard let found = page.dates.firstDate(in: Array(bytes).span), isShort || found.range.lowerBound < 30 else { continue }
            let before = String(decoding: bytes.prefix(found.range.lowerBound), as: UTF8.self).lowercased()
            let isModified = Self.modified.contains(where: before.contains)
            let origin = page.origin(.visibleDate, "text near the heading", line.block)
            if isModified {
                metadata.modified.add(found.timestamp, from: origin)
            } else {
                metadata.published.add(found.timestamp, from: origin)
                hasDate = true
            }
            if isShort, line.range.count - found.range.count <= 120 { consumed.append(line.block) }
            // `Jane Doe | 6 May 2024`: what stands beside the date may be the name.
            if !hasByline, isShort, !AuthorNames.isIntroduced(text), let names = beside(found, bytes) {
                hasByline = true
                add(names, text, line, to: &metadata)
            }
        }
    }

    private mutating func add(_ names: [Contributor], _ text: String, _ line: PageLine, to metadata: inout Metadata) {
        metadata.authors.add(names, from: page.origin(.byline, "text near the heading", line.block))
        metadata.byline.add(text, from: page.origin(.byline, "text near the heading", line.block))
        consumed.append(line.block)
    }

    private static func names(_ text: String, _ trust: AuthorNames.Trust) -> [Contributor]? {
        let names = AuthorNames.read(text, trust)
        return names.isEmpty ? nil : names
    }

    private func beside(_ found: FoundDate, _ bytes: ArraySlice<UInt8>) -> [Contributor]? {
        for rest in [bytes.prefix(found.range.lowerBound), bytes.dropFirst(found.range.upperBound)] {
            var text = String(decoding: rest, as: UTF8.self).tidied
            while let last = text.last, "|,-–—•·:(/".contains(last) || last == " " { text.removeLast() }
            while let first = text.first, "|,-–—•·:)/".contains(first) || first == " " { text.removeFirst() }
            guard text.utf8.count >= 5, text.utf8.count <= 60 else { continue }
            let names = AuthorNames.read(text, .guessed)
            if names.count == 1, names[0].kind == .person, names[0].name.utf8.count * 10 >= text.utf8.count * 6 { return names }
        }
        return nil
    }

    private static func isLabel(_ text: String) -> Bool {
        labels.contains(text.lowercased().filter { $0 != ":" }.trimmed ?? "")
    }

    private static let labels: Set<String> = [
        "autor", "autorin", "autoren", "author", "authors", "von", "by", "par", "por", "di", "text", "verfasser", "auteur", "autore",
        "autor/in", "autor:in", "written by", "автор", "tekst", "redakteur", "ein artikel von", "ein beitrag von", "posted by",
    ]

    private static let modified = ["updated", "aktualisiert", "modified", "actualizado", "mis à jour", "aggiornato", "geändert",
        "atualizado", "bijgewerkt", "uppdaterad", "opdateret", "oppdatert", "aktualizace", "aktualizacja", "обновлено", "güncelleme",
    ]

    // MARK: Time elements

    private func addTimes(to metadata: inout Metadata) {
        var published = false
        var modified = false
        for node in page.index.times {
            guard zone.isNear(node) || (headline.node == nil && !zone.isAside(node)) else { continue }
            let value = tree.attribute(.datetime, of: node) ?? tree.text(of: node)
            guard let date = page.dates.machineDate(value) else { continue }
            let marks = tree.attributeBytes(.class, of: node).map(ElementMarks.init(classes:)) ?? []
            let before = tree.textBytes[max(0, tree.textRange(of: node).lowerBound - 30)..<tree.textRange(of: node).lowerBound]
            let label = String(decoding: before, as: UTF8.self).lowercased()
            if marks.contains(.modified) || Self.modified.contains(where: label.contains) {
                if !modified { metadata.modified.add(date, from: page.origin(.timeElement, "time", node)) }
                modified = true
            } else {
                if !published { metadata.published.add(date, from: page.origin(.timeElement, "time", node)) }
                published = true
            }
            if published, modified { return }
        }
    }

    // MARK: Marked elements

    private mutating func addMarkedLines(to metadata: inout Metadata) {
        let lines = PageLines(page)
        var hasFarDate = false
        for (node, marks) in page.index.marked {
            if marks.contains(.kicker), headline.kicker == nil, zone.isNear(node), tree.textRange(of: node).count <= 120 {
                let text = lines.text(of: node)
                if !text.isEmpty { metadata.kicker.add(text, from: page.origin(.heading, "class of a kicker", node)) }
            }
            if marks.contains(.subtitle), zone.isNear(node), tree.textRange(of: node).count <= 600 {
                let text = lines.text(of: node)
                if text.utf8.count >= 10 { metadata.subtitle.add(text, from: page.origin(.heading, "class of a subtitle", node)) }
            }
            if marks.contains(.date), !hasFarDate, !zone.isAside(node), metadata.published.isEmpty,
                tree.textRange(of: node).count <= 120,
                let found = page.dates.firstDate(in: Array(tree.textBytes[tree.textRange(of: node)]).span)
            {
                hasFarDate = true
                metadata.published.add(found.timestamp, from: page.origin(.visibleDate, "class of a date", node))
            }
        }
    }
}
