/// Which passages are the article's text.
struct PassageSelection {
    /// From this chance on, in thousandths, a passage is text of the article.
    private static let threshold = 390
    /// What does where no passage reaches that: a page of a kind that the model has not seen still has a text.
    private static let lastThreshold = 150
    /// The same where an article seldom stands: the model has seen few pages whose readers write more than their author.
    private static let thresholdElsewhere = 900
    /// Shorter texts may well stand twice.
    private static let shortestRepeat = 40

    /// The passages kept, in document order.
    private(set) var kept: [Int]
    /// Those that say the page's title.
    let titles: [Int]

    init(_ features: PassageFeatures) {
        let chances = PassageChances(features).all
        titles = features.measures.indices.filter { features.saysTitle($0) }
        func likely(from threshold: Int) -> [Int] {
            features.measures.indices.filter { index in
                chances[index] > (features.isUnlikely(index) ? Self.thresholdElsewhere : threshold)
                    && !features.saysTitle(index)
            }
        }
        kept = likely(from: Self.threshold)
        if kept.isEmpty { kept = likely(from: Self.lastThreshold) }
        dropRepeats(features)
        dropTrailingHeadings(features)
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
