import Offprint
import OffprintDates
import OffprintHypertext
import OffprintMarkup

/// What the page shows near its headline: the byline, the date, a kicker, a standfirst.
struct VisibleClaims {
    private let page: PageSource
    private let headline: Headline
    private let zone: HeadlineZone
    private let tree: MarkupTree
    /// The elements that were read as the headline, as a byline or as a date: no part of the body.
    private(set) var consumed: [MarkupTree.NodeID] = []

    init(_ page: PageSource, headline: Headline) {
        self.page = page
        tree = page.tree
        self.headline = headline
        zone = HeadlineZone(page, headline: headline.node)
    }

    mutating func add(to metadata: inout Metadata) {
        if let node = headline.node {
            consumed.append(node)
            if let text = headline.text {
                let origin = page.origin(.heading, tree.name(of: node).rawValue, node)
                metadata.title.add(text, from: origin, confidence: headline.isDoubtful ? .low : nil)
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
        if metadata.published.isEmpty, metadata.modified.isEmpty {
            DistantDates(page, heading: zone.heading).add(to: &metadata)
        }
    }

    // MARK: Lines near the headline

    private mutating func addLines(to metadata: inout Metadata) {
        let lines = PageLines(page)
        var hasDate = false
        var hasByline = false
        var label = false
        var sentence: (Timestamp, Origin)?
        var neighbours: [Int] = []
        for (place, line) in zone.lines.enumerated() where line.visible <= 1_200 {
            // Of a paragraph only the start can be a byline or a date.
            let isShort = line.visible <= 240
            let mayIntroduce =
                !hasByline && isShort
                && (label || line.visible <= 24 || BylineWords.mayIntroduce(tree.textBytes[line.range]))
            let text = mayIntroduce ? lines.text(of: line) : ""
            if mayIntroduce {
                if label, let names = Self.names(text, .introduced) {
                    hasByline = true
                    add(names, text, line, to: &metadata)
                } else if AuthorNames.isIntroduced(text), let names = Self.names(text, .introduced) {
                    hasByline = true
                    add(names, text, line, to: &metadata)
                }
                label = line.visible <= 24 && Self.isLabel(text)
            } else {
                label = false
            }
            guard !hasDate, let (found, bytes) = date(in: line, isShort) else { continue }
            let isLoose = line.visible - found.range.count > 60
            let origin = page.origin(.visibleDate, "text near the heading", line.block)
            if Self.isChange(bytes.prefix(found.range.lowerBound)) {
                metadata.modified.add(found.timestamp, from: origin)
            } else if isLoose {
                // A line of its own says more than a sentence that has a date.
                sentence = sentence ?? (found.timestamp, origin)
                continue
            } else {
                metadata.published.add(found.timestamp, from: origin)
                hasDate = true
            }
            if isShort, line.visible - found.range.count <= 120 { consumed.append(line.block) }
            // `Jane Doe | 6 May 2024`: what stands beside the date may be the name.
            if !hasByline, isShort, !AuthorNames.isIntroduced(text), let names = beside(found, bytes) {
                hasByline = true
                add(names, lines.text(of: line), line, by: .textLayout, at: "text beside a date", to: &metadata)
            }
            if !isLoose { neighbours = [place - 1, place + 1].filter(zone.lines.indices.contains) }
        }
        // … or the line before or behind it.
        for place in neighbours where !hasByline && zone.lines[place].visible <= 40 {
            let text = lines.text(of: zone.lines[place])
            guard let names = Self.names(text, .guessed), names.count == 1, names[0].kind == .person,
                names[0].name.utf8.count + 4 >= text.utf8.count, text.holds(" ")
            else { continue }
            hasByline = true
            add(names, text, zone.lines[place], by: .textLayout, at: "line beside a date", to: &metadata)
        }
        // A date in the heading itself is of its markup, not of its words, where something sets it off.
        if !hasDate, let node = headline.node,
            tree.descendants(of: node).contains(where: { tree.name(of: $0) == .small || tree.name(of: $0) == .time }),
            let found = page.dates.firstDate(in: Array(tree.textBytes[tree.textRange(of: node)]).span)
        {
            metadata.published.add(found.timestamp, from: page.origin(.visibleDate, "within the heading", node))
        } else if !hasDate, let sentence {
            metadata.published.add(sentence.0, from: sentence.1)
        }
    }

    private func date(in line: PageLine, _ isShort: Bool) -> (FoundDate, ArraySlice<UInt8>)? {
        let bytes = tree.textBytes[
            line.range.lowerBound..<min(line.range.upperBound, line.range.lowerBound + (isShort ? 1_500 : 60))
        ]
        guard let found = page.dates.firstDate(in: Array(bytes).span), isShort || found.range.lowerBound < 30 else {
            return nil
        }
        return (found, bytes)
    }

    /// Whether what stands before a date says that it is the last change's.
    private static func isChange(_ before: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: before.suffix(60), as: UTF8.self).lowercased()
        return modified.contains(where: text.holds)
    }

    private mutating func add(
        _ names: [Contributor],
        _ text: String,
        _ line: PageLine,
        by evidence: Evidence = .byline,
        at locator: String = "text near the heading",
        to metadata: inout Metadata
    ) {
        let origin = page.origin(evidence, locator, line.block)
        metadata.authors.add(names, from: origin)
        metadata.byline.add(text, from: origin)
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
            if names.count == 1, names[0].kind == .person, names[0].name.utf8.contains(0x20),
                names[0].name.utf8.count * 10 >= text.utf8.count * 6
            {
                return names
            }
        }
        return nil
    }

    private static func isLabel(_ text: String) -> Bool {
        labels.contains(text.lowercased().filter { $0 != ":" }.trimmed ?? "")
    }

    private static let labels: Set<String> = [
        "autor", "autorin", "autoren", "author", "authors", "von", "by", "par", "por", "di", "text", "verfasser",
        "auteur", "autore",
        "autor/in", "autor:in", "written by", "автор", "tekst", "redakteur", "ein artikel von", "ein beitrag von",
        "posted by",
    ]

    private static let modified = [
        "updated", "aktualisiert", "modified", "actualizado", "mis à jour", "aggiornato", "geändert",
        "atualizado", "last edited", "last modified", "last changed", "zuletzt am", "letzte änderung",
        "zuletzt geändert",
        "dernière modification", "última modificación", "ultima modifica", "latest revision", "bearbeitet am",
        "bijgewerkt", "uppdaterad", "opdateret", "oppdatert", "aktualizace", "aktualizacja", "обновлено", "güncelleme",
    ]

    // MARK: Time elements

    private func addTimes(to metadata: inout Metadata) {
        var published = false
        var modified = false
        let near = page.index.times.filter { zone.isNear($0) }
        let behind = page.index.times.lazy.filter { $0 > zone.heading.lowerBound && !zone.isAside($0) }.prefix(1)
        for node in near.isEmpty ? Array(behind) : near {
            let value = tree.attribute(.datetime, of: node) ?? tree.text(of: node)
            guard let date = page.dates.machineDate(value) else { continue }
            let marks = tree.attributeBytes(.class, of: node).map(ElementMarks.init(classes:)) ?? []
            let before = tree.textBytes[
                max(0, tree.textRange(of: node).lowerBound - 30)..<tree.textRange(of: node).lowerBound
            ]
            let label = String(decoding: before, as: UTF8.self).lowercased()
            if marks.contains(.modified) || Self.isChange(Array(label.utf8)[...]) {
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
            if marks.contains(.kicker), headline.kicker == nil, zone.isNear(node), tree.textRange(of: node).count <= 120
            {
                let text = lines.text(of: node)
                if !text.isEmpty { metadata.kicker.add(text, from: page.origin(.heading, "class of a kicker", node)) }
            }
            if marks.contains(.subtitle), zone.isNear(node), tree.textRange(of: node).count <= 600 {
                let text = lines.text(of: node)
                if text.utf8.count >= 10 {
                    metadata.subtitle.add(text, from: page.origin(.heading, "class of a subtitle", node))
                }
            }
            if marks.contains(.date), !hasFarDate, !zone.isAside(node), metadata.published.isEmpty,
                tree.textRange(of: node).count <= 120, let date = markedDate(node)
            {
                hasFarDate = true
                metadata.published.add(date, from: page.origin(.visibleDate, "class of a date", node))
            }
        }
        if metadata.published.isEmpty { addLastLines(to: &metadata) }
    }

    /// The date of a marked element: of its text, else of its `title`, as an `abbr` of hentry has it.
    private func markedDate(_ node: MarkupTree.NodeID) -> Timestamp? {
        if let found = page.dates.firstDate(in: Array(tree.textBytes[tree.textRange(of: node)]).span) {
            return found.timestamp
        }
        return tree.attribute(.title, of: node).flatMap(page.dates.machineDate)
    }

    /// Where nothing else says when, the page's last lines may: `This page was last edited on …`.
    private func addLastLines(to metadata: inout Metadata) {
        let end = tree.textBytes.count
        var first = tree.count
        while first > 1, end - tree.textRange(of: first - 1).lowerBound < 2_500 { first -= 1 }
        for line in PageLines(page).lines(first..<tree.count, bytes: 2_600, skipping: { _ in false }) {
            guard line.visible <= 240, let (found, bytes) = date(in: line, true),
                Self.isChange(bytes.prefix(found.range.lowerBound))
            else { continue }
            metadata.modified.add(
                found.timestamp,
                from: page.origin(.visibleDate, "last lines of the page", line.block)
            )
            return
        }
    }
}
