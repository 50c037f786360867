import Offprint
import OffprintMarkup

/// The table that the content model reads: a row a passage, a column a feature.
struct PassageFeatures {
    let passages: Passages
    let measures: [PassageMeasure]
    let page: PageMeasures
    /// What the page's head calls the article, folded to hashes of letters and digits.
    let titles: TextHashes
    /// The title that the article has.
    let title: UInt64?
    private let descriptions: TextHashes
    private(set) var values: [Int16]
    /// The passage that is the headline.
    private(set) var headline: Int?
    /// For each passage, whether it was read as headline, byline or date.
    private(set) var isClaim: [Bool]
    /// For each passage, the nearest three elements around it that hold ever more passages.
    private var containers: [MarkupTree.NodeID] = []

    /// A longer text holds more than the name or the date that was read from it.
    private static let longestClaim = 400

    /// - Parameters:
    ///   - passages: the page's passages.
    ///   - claims: where the page's headline, byline and date stand.
    ///   - metadata: what is claimed of the article.
    init(_ passages: Passages, claims: PageClaims, of metadata: Metadata) {
        let titles = metadata.title.all.lazy.filter { $0.origin.evidence != .heading }.map(\.value)
        let descriptions = metadata.description.all.lazy.map(\.value)
        self.passages = passages
        measures = passages.all.map { PassageMeasure($0, in: passages) }
        page = PageMeasures(passages, measures)
        self.titles = TextHashes(titles.map(Self.folded))
        title = metadata.title.best.map(Self.folded)
        self.descriptions = TextHashes(descriptions.map(Self.folded))
        values = []
        values.reserveCapacity(passages.all.count * PassageFeature.count)
        containers.reserveCapacity(passages.all.count * 3)
        isClaim = [Bool](repeating: false, count: measures.count)
        headline = nil
        if let node = claims.headline { headline = page.passages(in: node).first }
        for node in claims.consumed {
            let inside = page.passages(in: node)
            guard page.sum(page.text, inside) < Self.longestClaim else { continue }
            for index in inside { isClaim[index] = true }
        }
        fill()
    }

    private static func folded(_ text: String) -> UInt64 {
        let bytes = Array(text.utf8)
        return TextStatistics(bytes, 0..<bytes.count).hash
    }

    // MARK: Rows

    private mutating func fill() {
        var kinds = CountTable(expecting: measures.count)
        var kindText = CountTable(expecting: measures.count)
        var kindLinked = CountTable(expecting: measures.count)
        var texts = CountTable(expecting: measures.count)
        var kindGood = CountTable(expecting: measures.count)
        var elementGood = CountTable(expecting: measures.count)
        var elements = CountTable(expecting: measures.count)
        for measure in measures {
            elements.add(measure.element)
            if measure.isGood {
                kindGood.add(measure.kind, Int32(measure.length))
                elementGood.add(measure.element, Int32(measure.length))
            }
            kinds.add(measure.kind)
            kindText.add(measure.kind, Int32(measure.length))
            kindLinked.add(measure.kind, Int32(measure.linked))
            texts.add(Self.textKey(measure))
        }
        var seen = CountTable(expecting: measures.count)
        let best = page.bestContainer(of: passages, measures)
        let bestGood = page.sum(page.good, page.passages(in: best))
        let allGood = page.sum(page.good, 0..<measures.count)
        let allText = page.sum(page.text, 0..<measures.count)
        let title = headline ?? titleIndex()
        headline = title
        let articles = PageArticles(passages, title: title)
        var heading = -1
        var lead = 0

        var columns = [Int16](repeating: 0, count: PassageFeature.count)
        for index in measures.indices {
            let passage = passages.all[index]
            let measure = measures[index]
            addContainers(of: index)
            for column in columns.indices { columns[column] = 0 }
            var row = columns.mutableSpan
            addText(measure, &row)
            addContext(passage, &row)
            addContainers(of: index, allGood: allGood, &row)

            var level = best
            var levels = 0
            while level > passages.body, levels < Passages.farthest,
                !(level..<passages.tree.end(of: level)).contains(passage.box)
            {
                level = passages.tree.parent(of: level)
                levels += 1
            }
            row[.levelsToBest] = levels
            row[.bestShare] = Self.perMille(bestGood, allGood)

            row[.index] = index
            row[.indexFromEnd] = measures.count - index
            row[.textBefore] = Self.perMille(page.sum(page.good, 0..<index), allGood)
            row[.textAfter] = Self.perMille(page.sum(page.good, index + 1..<measures.count), allGood)
            if passages.contexts[passage.box].traits.contains(.heading) { heading = index }
            row[.fromTitle] = title.map { index - $0 } ?? -999
            row[.fromHeading] = heading < 0 ? 999 : index - heading

            row[.alike] = kinds.count(of: measure.kind)
            row[.alikeText] = kindText.count(of: measure.kind) / max(1, kinds.count(of: measure.kind))
            row[.alikeLinks] = Self.perMille(kindLinked.count(of: measure.kind), kindText.count(of: measure.kind))
            row[.repeats] = texts.count(of: Self.textKey(measure))
            row[.isRepeat] = seen.count(of: Self.textKey(measure))
            seen.add(Self.textKey(measure))
            row[.agreesWithTitle] = titles.contains(measure.statistics.hash) ? 1 : 0
            row[.agreesWithDescription] = descriptions.contains(measure.statistics.hash) ? 1 : 0
            row[.articleNumber] = articles.number(of: passage.box)
            row[.articleCount] = articles.count
            row[.isInTitlesArticle] = articles.isTitles(passage.box)
            row[.titlesLevel] = articles.levelsToTitle(from: passage.box)
            row[.claim] = isClaim[index] ? 1 : 0
            addNeighbours(of: index, &row)

            row[.pageText] = allGood / 16
            row[.pagePassages] = measures.count
            row[.pageLinks] = Self.perMille(page.sum(page.linked, 0..<measures.count), allText)
            row[.kindShare] = Self.perMille(kindGood.count(of: measure.kind), allGood)
            row[.elementShare] = Self.perMille(elementGood.count(of: measure.element), allGood)
            row[.elementCount] = elements.count(of: measure.element)
            if measure.isGood { lead += 1 }
            row[.lead] = lead
            values.append(contentsOf: columns)
        }
    }

    private func addText(_ measure: PassageMeasure, _ row: inout MutableSpan<Int16>) {
        let statistics = measure.statistics
        row[.length] = statistics.characters
        row[.words] = statistics.words
        row[.wordLength] = statistics.characters * 10 / max(1, statistics.words)
        row[.shortWords] = Self.perMille(statistics.shortWords, statistics.words)
        row[.capitalised] = Self.perMille(statistics.capitalised, statistics.words)
        row[.capitals] = Self.perMille(statistics.capitals, statistics.characters)
        row[.digits] = Self.perMille(statistics.digits, statistics.characters)
        row[.commas] = statistics.commas
        row[.sentences] = statistics.sentences
        row[.quotes] = statistics.quotes
        row[.bars] = statistics.bars
        row[.years] = statistics.years
        row[.clocks] = statistics.clocks
        row[.signs] = statistics.signs
        row[.first] = Self.sort(of: statistics.first)
        row[.last] = Self.sort(of: statistics.last)
        row[.linkShare] = Self.perMille(measure.linked, measure.length)
        row[.links] = measure.links
        row[.strongShare] = Self.perMille(measure.strong, measure.length)
        row[.emphasisShare] = Self.perMille(measure.emphasised, measure.length)
    }

    private func addContext(_ passage: Passage, _ row: inout MutableSpan<Int16>) {
        let context = passages.contexts[passage.holder]
        let traits = context.traits
        row[.box] = Self.number(of: passages.tree.name(of: passage.box))
        row[.depth] = Int(context.depth)
        row[.heading] = traits.contains(.heading) ? 1 : 0
        row[.article] = traits.contains(.article) ? 1 : 0
        row[.main] = traits.contains(.main) ? 1 : 0
        row[.navigation] = traits.contains(.navigation) ? 1 : 0
        row[.aside] = traits.contains(.aside) ? 1 : 0
        row[.footer] = traits.contains(.footer) ? 1 : 0
        row[.header] = traits.contains(.header) ? 1 : 0
        row[.figure] = traits.contains(.figure) ? 1 : 0
        row[.list] = traits.contains(.list) ? 1 : 0
        row[.table] = traits.contains(.table) ? 1 : 0
        row[.quote] = traits.contains(.quote) ? 1 : 0
        row[.form] = traits.contains(.form) ? 1 : 0
        row[.hidden] = traits.contains(.hidden) ? 1 : 0
        row[.articleBody] = traits.contains(.articleBody) ? 1 : 0
        row[.property] = traits.contains(.property) ? 1 : 0
        row[.definition] = traits.contains(.definition) ? 1 : 0
        row[.details] = traits.contains(.details) ? 1 : 0
        row[.caption] = traits.contains(.caption) ? 1 : 0

        row[.comments] = traits.contains(.comments) ? 1 : 0
        row[.elsewhere] = traits.contains(.elsewhere) ? 1 : 0

        row[.weight0] = Int(context.weight)
        let parent = max(0, passages.tree.parent(of: passage.holder))
        let grandparent = max(0, passages.tree.parent(of: parent))
        row[.weight1] = Int(passages.contexts[parent].weight)
        row[.weight2] = Int(passages.contexts[grandparent].weight)
        row[.weight3] = Int(passages.contexts[max(0, passages.tree.parent(of: grandparent))].weight)
        row[.weightSum] = Int(context.sum)
        row[.weightLeast] = Int(context.least)
        row[.weightGreatest] = Int(context.greatest)
    }

    /// The nearest three elements around a passage that hold ever more passages.
    func containers(of index: Int) -> ArraySlice<MarkupTree.NodeID> { containers[index * 3..<index * 3 + 3] }

    private mutating func addContainers(of index: Int) {
        var count = 1
        var node = passages.all[index].holder
        var levels = 0
        while node > passages.body, containers.count < index * 3 + 3, levels < Passages.farthest {
            levels += 1
            let inside = page.passages(in: node).count
            if inside > count {
                containers.append(node)
                count = inside
            }
            node = passages.tree.parent(of: node)
        }
        while containers.count < index * 3 + 3 { containers.append(passages.body) }
    }

    private func addContainers(of index: Int, allGood: Int, _ row: inout MutableSpan<Int16>) {
        var column = PassageFeature.count1.rawValue
        for level in 0..<3 {
            let container = containers[index * 3 + level]
            let range = page.passages(in: container)
            let text = page.sum(page.text, range)
            let good = page.sum(page.good, range)
            row[at: column] = range.count
            row[at: column + 1] = text / 8
            row[at: column + 2] = Self.perMille(good, text)
            row[at: column + 3] = Self.perMille(page.sum(page.linked, range), text)
            row[at: column + 4] = Self.perMille(measures[index].length, text)
            row[at: column + 5] = page.siblings(of: container)
            row[at: PassageFeature.goodShare1.rawValue + level] = Self.perMille(good, allGood)
            column += 6
        }
    }

    private func addNeighbours(of index: Int, _ row: inout MutableSpan<Int16>) {
        func set(_ distance: Int, _ length: PassageFeature, _ links: PassageFeature, _ row: inout MutableSpan<Int16>) {
            let other = index + distance
            guard measures.indices.contains(other) else {
                row[length] = -1
                row[links] = -1
                return
            }
            row[length] = measures[other].statistics.characters
            row[links] = Self.perMille(measures[other].linked, measures[other].length)
        }
        set(-1, .length1Before, .links1Before, &row)
        set(-2, .length2Before, .links2Before, &row)
        set(1, .length1Behind, .links1Behind, &row)
        set(2, .length2Behind, .links2Behind, &row)
        let parent = passages.tree.parent(of: passages.all[index].box)
        if index > 0 {
            let before = passages.all[index - 1].box
            row[.box1Before] = Self.number(of: passages.tree.name(of: before))
            row[.sameParent1Before] = passages.tree.parent(of: before) == parent ? 1 : 0
        }
        if index + 1 < measures.count {
            let behind = passages.all[index + 1].box
            row[.box1Behind] = Self.number(of: passages.tree.name(of: behind))
            row[.sameParent1Behind] = passages.tree.parent(of: behind) == parent ? 1 : 0
        }
        let near = max(0, index - 4)..<min(measures.count, index + 5)
        row[.goodNear] = Self.perMille(page.sum(page.good, near), page.sum(page.text, near))
    }

    /// The passage that says what the page is called: the last first-level heading that agrees with the head's title,
    /// else the first that agrees, else the first such heading.
    private func titleIndex() -> Int? {
        var agreeing: Int?
        var first: Int?
        for index in measures.indices {
            let isFirstLevel = passages.tree.name(of: passages.all[index].box) == .h1
            if titles.contains(measures[index].statistics.hash) {
                if isFirstLevel { return index }
                if agreeing == nil { agreeing = index }
            }
            if isFirstLevel, first == nil { first = index }
        }
        return first ?? agreeing
    }

    // MARK: Numbers

    private static func textKey(_ measure: PassageMeasure) -> UInt32 {
        UInt32(truncatingIfNeeded: measure.statistics.hash ^ measure.statistics.hash >> 32) | 1
    }

    @inline(__always)
    static func perMille(_ part: Int, _ whole: Int) -> Int { whole > 0 ? part * 1_000 / whole : 0 }

    private static func sort(of byte: UInt8) -> Int {
        switch byte {
        case 0x2E, 0x21, 0x3F: 1
        case 0x3A: 2
        case 0x61...0x7A: 3
        case 0x41...0x5A: 4
        case 0x30...0x39: 5
        case 0x22, 0x27: 6
        case 0x80...: 7
        case 0x28, 0x29, 0x5B, 0x5D: 8
        case 0x2C, 0x3B: 9
        default: 10
        }
    }

    private static func number(of name: MarkupName) -> Int {
        switch name {
        case .p: 1
        case .div: 2
        case .li: 3
        case .h1: 4
        case .h2: 5
        case .h3: 6
        case .h4: 7
        case .h5, .h6: 8
        case .td: 9
        case .th: 10
        case .blockquote: 11
        case .figcaption, .figure, .caption: 12
        case .dt: 13
        case .dd: 14
        case .pre: 15
        case .section, .article, .main: 16
        case .header, .footer, .nav, .aside: 17
        case .summary, .details: 18
        case .address: 19
        default: 20
        }
    }
}

/// A row of the table by its columns' names.
extension MutableSpan<Int16> {
    fileprivate subscript(feature: PassageFeature) -> Int {
        get { Int(self[feature.rawValue]) }
        set { self[feature.rawValue] = Int16(clamping: newValue) }
    }

    fileprivate subscript(at column: Int) -> Int {
        get { Int(self[column]) }
        set { self[column] = Int16(clamping: newValue) }
    }
}
