import Offprint
import OffprintHypertext
import OffprintMarkup

/// The heading of the page that is its article's headline.
struct Headline {
    /// The heading; `nil` where the page has none that could be.
    private(set) var node: MarkupTree.NodeID?
    /// Its text.
    private(set) var text: String?
    /// Whether nothing says that it is the article's: neither its place nor its words.
    private(set) var isDoubtful = false
    /// The line over it that stands within the same element.
    private(set) var kicker: String?

    /// Chooses among the headings.
    ///
    /// - Parameters:
    ///   - titles: what the head calls the page.
    ///   - site: the names of its site, which no headline is.
    init(_ page: PageSource, titles: [String], site: SiteNames) {
        let tree = page.tree
        let lines = PageLines(page)
        let keys = titles.map(WordSet.init)
        var best: (score: Int, node: MarkupTree.NodeID, text: String)?
        for (place, heading) in page.index.headings.prefix(12).enumerated() {
            let text = lines.text(of: heading)
            guard !text.isEmpty else { continue }
            var score = Self.score(text, WordSet(text), titles, keys) - min(place, 9)
            if Self.isOfArticle(heading, tree) { score += 15 }
            if site.isExactly(text) { score -= 60 }
            if Self.isOfPage(heading, tree) { score -= 40 }
            if score > best?.score ?? -30 { best = (score, heading, text) }
        }
        // Where no heading of the first rank agrees with the head, one of the second may.
        if best?.score ?? 0 < 40 {
            for heading in page.index.secondHeadings {
                let range = tree.textRange(of: heading)
                guard range.count >= 10, range.count <= 400 else { continue }
                let text = lines.text(of: heading)
                let score = Self.score(text, WordSet(text), titles, keys) - 5
                if score >= 50, score > best?.score ?? 0 { best = (score, heading, text) }
            }
        }
        guard let best else { return }
        node = best.node
        text = best.text
        isDoubtful = best.score < 20 && !titles.isEmpty
        splitKicker(page, lines, titles)
    }

    /// How well a heading agrees with what the head calls the page, from 0 to 100.
    private static func score(_ text: String, _ words: WordSet, _ titles: [String], _ keys: [WordSet]) -> Int {
        var score = 0
        for (title, key) in zip(titles, keys) {
            if title.agrees(with: text) { return 100 }
            if TitleParts.sets(text, offIn: title) { score = max(score, 95) }
            score = max(score, Int(90 * words.overlap(with: key)))
        }
        return score
    }

    private static func isOfArticle(_ node: MarkupTree.NodeID, _ tree: MarkupTree) -> Bool {
        var parent = tree.parent(of: node)
        while parent > 0 {
            if tree.name(of: parent) == .article || tree.name(of: parent) == .main { return true }
            parent = tree.parent(of: parent)
        }
        return false
    }

    private static func isOfPage(_ node: MarkupTree.NodeID, _ tree: MarkupTree) -> Bool {
        var parent = tree.parent(of: node)
        while parent > 0 {
            switch tree.name(of: parent) {
            case .nav, .footer, .aside: return true
            case .article, .main: return false
            default: parent = tree.parent(of: parent)
            }
        }
        return false
    }

    // MARK: Kickers

    /// Takes a kicker off that stands within the heading: an element at its start that is marked as one, or without
    /// which the heading is what the head calls the page.
    private mutating func splitKicker(_ page: PageSource, _ lines: PageLines, _ titles: [String]) {
        guard let node, let whole = text else { return }
        let isWhole = titles.contains { $0.agrees(with: whole) }
        let tree = page.tree
        for inner in tree.descendants(of: node) where !tree.isText(inner) {
            let range = tree.textRange(of: inner)
            guard range.count > 0, range.count < tree.textRange(of: node).count else { continue }
            let part = lines.text(of: inner)
            guard part.utf8.count >= 2, whole.utf8.count > part.utf8.count + 4 else { continue }
            if whole.hasPrefix(part) {
                let rest = String(whole.dropFirst(part.count).drop { " :|–-".contains($0) })
                let isMarked =
                    tree.attributeBytes(.class, of: inner).map { ElementMarks(classes: $0).contains(.kicker) } ?? false
                if (isMarked && !isWhole) || (tree.name(of: inner) == .small && !isWhole)
                    || titles.contains(where: { $0.agrees(with: rest) })
                {
                    kicker = part
                    text = rest
                    return
                }
            }
            // The headline is the element that the head agrees with.
            if !isWhole, titles.contains(where: { $0.agrees(with: part) }) {
                text = part
                return
            }
        }
    }
}

/// The words of a title, for comparison.
struct WordSet {
    private let words: Set<String>

    init(_ text: String) {
        words = Set(
            text.lowercased().unicodeScalars.split { !Self.isOfWord($0) }.map { String($0) }
                .filter { $0.utf8.count > 2 }
        )
    }

    /// Whether a scalar belongs to a word: letters and digits, and past ASCII all but spaces and marks.
    private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case ..<0xAA, 0xAB...0xB4, 0xB6...0xB9, 0xBB...0xBF, 0xD7, 0xF7, 0x2000...0x206F, 0x3000...0x3004,
            0x3008...0x3020,
            0xFF00...0xFF0F:
            false
        default: true
        }
    }

    /// The share of the smaller set's words that the larger has, less for one that is much smaller.
    func overlap(with other: WordSet) -> Double {
        guard !words.isEmpty, !other.words.isEmpty else { return 0 }
        let common = Double(words.intersection(other.words).count)
        return common * 2 / Double(words.count + other.words.count)
    }
}
