/// The order in which the kinds of evidence for a field are believed.
///
/// This is data: one row a field. The rows follow measurements on 1,116 pages of news sites; a kind that a row does
/// not name ranks after those that it does.
public struct Precedence: Sendable, Hashable {
    /// A place in the order.
    public enum Step: Sendable, Hashable {
        /// A kind of evidence.
        case evidence(Evidence)
        /// Any claim that evidence of another family agrees with.
        ///
        /// A kind named before this step needs no such support.
        case confirmed
    }

    /// The steps, the most believed first.
    public let steps: [Step]
    /// The place of each kind of evidence in `steps`, and that of the confirmed.
    private let places: [Evidence: Int]
    private let confirmed: Int?

    /// Creates an order.
    public init(_ steps: [Step]) {
        self.steps = steps
        var places: [Evidence: Int] = [:]
        for (place, step) in steps.enumerated() {
            if case .evidence(let evidence) = step { places[evidence] = places[evidence] ?? place }
        }
        self.places = places
        confirmed = steps.firstIndex(of: .confirmed)
    }

    /// The rank of a claim: smaller is better.
    public func rank(of evidence: Evidence, isConfirmed: Bool) -> Int {
        let own = places[evidence] ?? steps.count
        guard isConfirmed, let confirmed, confirmed < own else {
            return own * (steps.count + 2)
        }
        // Among confirmed claims the row still decides.
        return confirmed * (steps.count + 2) + own + 1
    }

    /// The order for `field`.
    public static func of(_ field: Field) -> Precedence { table[field] ?? general }

    private static let general = row(
        .user,
        .formatField,
        .feed,
        .jsonLD,
        .articleProperty,
        .openGraph,
        .microdata,
        .analytics,
        .dublinCore,
        .citation,
        .linkRelation,
        .metaElement,
        .twitter,
        .jsonLDPage,
        .rootAttribute,
        .textLayout,
        .textStatistics,
        .derived
    )

    private static let table: [Field: Precedence] = [
        .title: row(
            .user,
            .formatField,
            .feed,
            nil,
            .heading,
            .jsonLD,
            .microdata,
            .analytics,
            .openGraph,
            .twitter,
            .dublinCore,
            .citation,
            .metaElement,
            .titleElement,
            .textLayout,
            .derived
        ),
        .authors: row(
            .user,
            .formatField,
            .feed,
            .jsonLD,
            nil,
            .twitter,
            .microdata,
            .analytics,
            .dublinCore,
            .citation,
            .jsonLDPage,
            .linkRelation,
            .articleProperty,
            .byline,
            .metaElement,
            .authorLink,
            .textLayout
        ),
        .published: row(
            .user,
            .formatField,
            .feed,
            nil,
            .jsonLD,
            .articleProperty,
            .openGraph,
            .microdata,
            .jsonLDPage,
            .analytics,
            .citation,
            .address,
            .timeElement,
            .visibleDate,
            .dublinCore,
            .metaElement,
            .jsonLDCreated,
            .textLayout,
            .derived
        ),
        .language: row(
            .user,
            .formatField,
            .feed,
            .clearText,
            .rootAttribute,
            .jsonLD,
            .linkRelation,
            .metaElement,
            .openGraph,
            .textStatistics
        ),
        .direction: row(.user, .formatField, .rootAttribute, .textStatistics, .derived),
        .publisher: row(
            .user,
            .formatField,
            .feed,
            .jsonLD,
            .openGraph,
            .microdata,
            .jsonLDPage,
            .titleElement,
            .address
        ),
        .tags: row(
            .user,
            .formatField,
            .feed,
            .linkRelation,
            nil,
            .newsKeywords,
            .articleProperty,
            .jsonLD,
            .tagList,
            .metaElement,
            .microdata,
            .analytics
        ),
        .sections: row(
            .user,
            .formatField,
            .feed,
            .articleProperty,
            .jsonLD,
            .linkRelation,
            .breadcrumb,
            .analytics,
            .microdata,
            .metaElement,
            .address
        ),
        .url: row(.user, .formatField, .feed, .linkRelation, .openGraph, .jsonLD, .jsonLDPage),
        .images: row(.user, .formatField, .feed, .openGraph, .jsonLD, .twitter, .metaElement, .bodyFigure),
    ]

    /// A row; `nil` stands for ``Step/confirmed``.
    private static func row(_ steps: Evidence?...) -> Precedence {
        Precedence(steps.map { step in step.map(Step.evidence) ?? .confirmed })
    }
}
