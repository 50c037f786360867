import OffprintMarkup

/// Which passages are the article's text.
struct PassageSelection {
    /// From this chance on, in thousandths, a passage is text of the article.
    private static let threshold = 430
    /// What does where no passage reaches that: a page of a kind that the model has not seen still has a text.
    private static let lastThreshold = 150
    /// The same where an article seldom stands: the model has seen few pages whose readers write more than their author.
    private static let thresholdElsewhere = 900
    /// The same for a paragraph between others of the article, in a script of which the model has seen little.
    private static let thresholdBetween = 200
    /// A paragraph of more characters, spaces not counted, is none of the blurbs that other pages are named by.
    private static let longParagraph = 200
    /// Shorter texts may well stand twice.
    private static let shortestRepeat = 40
    /// A box with more bytes of text than this has more to say than what it asks for.
    private static let longestRequest = 500

    /// The passages kept, in document order.
    private(set) var kept: [Int]
    /// Those that say the page's title.
    let titles: [Int]

    init(_ features: PassageFeatures) {
        let chances = PassageChances(features).all
        titles = features.measures.indices.filter { features.saysTitle($0) }
        func likely(from threshold: Int) -> [Int] {
            features.measures.indices.filter { index in
                guard !features.saysTitle(index) else { return false }
                guard features.isUnlikely(index) else { return chances[index] > threshold }
                return chances[index] > Self.thresholdElsewhere || Self.isAmongOthers(index, features, chances)
            }
        }
        kept = likely(from: Self.threshold)
        if kept.isEmpty { kept = likely(from: Self.lastThreshold) }
        if kept.isEmpty { takeBestContainer(features) }
        fillGaps(features, chances)
        completeWholes(features)
        dropOtherStories(features)
        dropPointers(features)
        dropRequests(features)
        dropRepeats(features)
        dropTrailingHeadings(features)
    }

    /// Whether a long paragraph without links stands right between two that are the article's: the name of its class alone
    /// says little then.
    private static func isAmongOthers(_ index: Int, _ features: PassageFeatures, _ chances: [Int]) -> Bool {
        let measure = features.measures[index]
        guard measure.statistics.characters > longParagraph, measure.links == 0 else { return false }
        return [index - 1, index + 1].allSatisfy {
            chances.indices.contains($0) && chances[$0] > threshold && !features.isUnlikely($0)
        }
    }

    /// Where no passage is likely, as in scripts that the model has seen little of, the paragraphs of the element that
    /// holds most of them are taken.
    private mutating func takeBestContainer(_ features: PassageFeatures) {
        let best = features.page.bestContainer(of: features.passages, features.measures)
        kept = features.page.passages(in: best).filter {
            features.measures[$0].isGood && !features.isUnlikely($0) && !features.saysTitle($0)
        }
    }

    /// What stands between passages of the article and is of a kind with one of them is the article's too: the heading of a
    /// section whose text was taken, and in scripts without capitals a paragraph between its siblings.
    private mutating func fillGaps(_ features: PassageFeatures, _ chances: [Int]) {
        guard let first = kept.first, let last = kept.last else { return }
        let tree = features.passages.tree
        var isKept = [Bool](repeating: false, count: features.measures.count)
        var kinds: Set<UInt32> = []
        var places: Set<Place> = []
        for index in kept {
            isKept[index] = true
            let kind = features.measures[index].kind
            if features.isHeading(index) {
                kinds.insert(kind)
            } else {
                places.insert(Place(kind: kind, parent: tree.parent(of: features.passages.all[index].box)))
            }
        }
        var filled: [Int] = []
        for index in first...last {
            if !isKept[index], !features.isUnlikely(index), !features.saysTitle(index) {
                let measure = features.measures[index]
                let parent = tree.parent(of: features.passages.all[index].box)
                isKept[index] =
                    features.isHeading(index)
                    ? isKept[index + 1] && measure.linked == 0
                        && (kinds.contains(measure.kind) || chances[index] > Self.thresholdBetween)
                    : chances[index] > Self.thresholdBetween && measure.isGood && features.hasNoCapitals(index)
                        && places.contains(Place(kind: measure.kind, parent: parent))
            }
            if isKept[index] { filled.append(index) }
        }
        kept = filled
    }

    private struct Place: Hashable {
        let kind: UInt32
        let parent: MarkupTree.NodeID
    }

    /// A list, a table or a quotation of which a third was taken is taken whole: its first line or head is easily missed.
    private mutating func completeWholes(_ features: PassageFeatures) {
        guard let first = kept.first, let last = kept.last else { return }
        let passages = features.passages
        var isKept = [Bool](repeating: false, count: features.measures.count)
        for index in kept { isKept[index] = true }
        var plain: Set<MarkupTree.NodeID> = []
        var index = first
        while index <= last {
            guard let whole = passages.whole(around: passages.all[index].box, plain: &plain) else {
                index += 1
                continue
            }
            let range = features.page.passages(in: whole)
            let taken = range.reduce(0) { $0 + (isKept[$1] ? features.measures[$1].length : 0) }
            if taken * 3 > features.page.sum(features.page.text, range) {
                for inside in range where features.measures[inside].links == 0 && !features.isUnlikely(inside) {
                    isKept[inside] = true
                }
            }
            index = max(index + 1, range.upperBound)
        }
        kept = features.measures.indices.filter { isKept[$0] }
    }

    /// An article with a headline of the first rank, behind the one that holds the title, is another story.
    private mutating func dropOtherStories(_ features: PassageFeatures) {
        guard let title = titles.last(where: { features.isFirstHeading($0) }) else { return }
        let tree = features.passages.tree
        guard let own = features.article(around: features.passages.all[title].box) else { return }
        var node = own.upperBound
        var others: [Range<MarkupTree.NodeID>] = []
        while node < tree.end(of: features.passages.body) {
            if tree.name(of: node) == .article {
                if tree.first(.h1, in: node) != nil { others.append(node..<tree.end(of: node)) }
                node = tree.end(of: node)
            } else {
                node += 1
            }
        }
        guard !others.isEmpty, kept.contains(where: { own.contains(features.passages.all[$0].box) }) else { return }
        kept.removeAll { index in others.contains { $0.contains(features.passages.all[index].box) } }
    }

    /// A line of its own that only names another page: a label with a colon, and a link.
    private mutating func dropPointers(_ features: PassageFeatures) {
        kept.removeAll { features.isPointer($0) }
    }

    /// A small box with a field for an address asks its reader for something.
    private mutating func dropRequests(_ features: PassageFeatures) {
        let tree = features.passages.tree
        var asks: [MarkupTree.NodeID: Bool] = [:]
        kept.removeAll { index in
            let box = tree.parent(of: features.passages.all[index].box)
            guard box > features.passages.body else { return false }
            if let known = asks[box] { return known }
            let answer =
                features.page.sum(features.page.text, features.page.passages(in: box)) < Self.longestRequest
                && (box..<tree.end(of: box)).contains {
                    tree.name(of: $0) == .input && tree.attribute(.type, of: $0) == "email"
                }
            asks[box] = answer
            return answer
        }
    }

    /// The same text again is another rendering of the page, for another kind of screen.
    private mutating func dropRepeats(_ features: PassageFeatures) {
        var seen: Set<UInt64> = []
        kept.removeAll { index in
            let measure = features.measures[index]
            return measure.statistics.characters >= Self.shortestRepeat
                && !seen.insert(measure.statistics.hash).inserted
        }
    }

    /// A heading that heads nothing belongs to what was cut off.
    private mutating func dropTrailingHeadings(_ features: PassageFeatures) {
        while let last = kept.last, features.isHeading(last), kept.count > 1 { kept.removeLast() }
    }
}
