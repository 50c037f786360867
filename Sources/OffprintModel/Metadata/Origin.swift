/// Where a claim was found.
public struct Origin: Sendable, Hashable {
    /// What kind of evidence it is.
    public var evidence: Evidence
    /// A path that a person can follow in the source, such as `meta[property="og:title"]`.
    public var locator: String
    /// The line of the source, counted from 1, where it is known.
    public var line: Int?

    /// Creates an origin.
    public init(_ evidence: Evidence, at locator: String, line: Int? = nil) {
        self.evidence = evidence
        self.locator = locator
        self.line = line
    }
}

/// A kind of evidence for a metadata field.
///
/// A struct, so that a plugin can name its own.
public struct Evidence: Sendable, Hashable, RawRepresentable, ExpressibleByStringLiteral {
    /// Its name, as native JSON carries it.
    public let rawValue: String

    /// Creates a kind of evidence from its name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Creates a kind of evidence from a literal.
    public init(stringLiteral value: String) { rawValue = value }
}

// Where a field of this list is a heuristic or belongs to a family, `kinds` below says so.
extension Evidence {
    /// The person who runs the conversion said so.
    public static let user: Evidence = "user"
    /// An element that the format has for this field.
    ///
    /// NewsML-G2, NITF, NewsML 1, TEI, JATS.
    public static let formatField: Evidence = "format-field"
    /// An element of a feed for this field.
    public static let feed: Evidence = "feed"
    /// The article's own node in JSON-LD.
    public static let jsonLD: Evidence = "json-ld"
    /// Another node in JSON-LD, such as the page's or the site's.
    public static let jsonLDPage: Evidence = "json-ld-page"
    /// When the article's node in JSON-LD, or its item, was created: perhaps long before it was published.
    public static let jsonLDCreated: Evidence = "json-ld-created"
    /// `itemprop` within the article's item, or `property` of RDFa.
    public static let microdata: Evidence = "microdata"
    /// `og:` properties.
    public static let openGraph: Evidence = "open-graph"
    /// `article:` properties.
    public static let articleProperty: Evidence = "article-property"
    /// `twitter:` cards.
    public static let twitter: Evidence = "twitter"
    /// `parsely-`, `sailthru.`, `cXenseParse:` and kin.
    public static let analytics: Evidence = "analytics"
    /// `DC.` and `dcterms.` elements.
    public static let dublinCore: Evidence = "dublin-core"
    /// `citation_` elements.
    public static let citation: Evidence = "citation"
    /// The `news_keywords` element.
    public static let newsKeywords: Evidence = "news-keywords"
    /// Another `meta` element by name.
    public static let metaElement: Evidence = "meta"
    /// `rel` on a link: author, tag, canonical.
    public static let linkRelation: Evidence = "link-relation"
    /// The `title` element.
    public static let titleElement: Evidence = "title-element"
    /// The heading of the page.
    public static let heading: Evidence = "heading"
    /// `lang` and `dir` on the root.
    public static let rootAttribute: Evidence = "root-attribute"
    /// A `time` element.
    public static let timeElement: Evidence = "time-element"
    /// An element whose class or place marks a byline.
    public static let byline: Evidence = "byline"
    /// A link to an author's page.
    public static let authorLink: Evidence = "author-link"
    /// A date that the page shows.
    public static let visibleDate: Evidence = "visible-date"
    /// The path to the page through its site.
    public static let breadcrumb: Evidence = "breadcrumb"
    /// A list of tags that the page shows.
    public static let tagList: Evidence = "tag-list"
    /// What a script holds as data for the page's own program.
    public static let scriptData: Evidence = "script-data"
    /// The address of the page.
    public static let address: Evidence = "address"
    /// A figure of the body.
    public static let bodyFigure: Evidence = "body-figure"
    /// The place of a line in a text: a headline at its top, a dateline at its start.
    public static let textLayout: Evidence = "text-layout"
    /// The letters and words of the text.
    public static let textStatistics: Evidence = "text-statistics"
    /// The letters and words of a text, where they plainly contradict a language that templates state by default.
    public static let clearText: Evidence = "clear-text"
    /// Made from other fields.
    public static let derived: Evidence = "derived"
}

extension Evidence {
    /// Evidence of one family has one author and does not confirm itself: the tags of a page's head often copy each
    /// other.
    public var family: String { Self.kinds[self]?.family ?? rawValue }

    /// Whether it repeats what stands elsewhere on the page, so that its agreement proves nothing.
    var isEcho: Bool { self == .titleElement }

    /// Whether a rule of thumb found it, where others read what the source states.
    public var isHeuristic: Bool { Self.kinds[self]?.isHeuristic ?? false }

    private static let kinds: [Evidence: (family: String, isHeuristic: Bool)] = [
        .jsonLD: ("json-ld", false),
        // What a template writes about every page has one author, wherever it writes it.
        .jsonLDPage: ("social", false),
        .titleElement: ("social", false),
        .jsonLDCreated: ("json-ld", false),
        .openGraph: ("social", false),
        .articleProperty: ("social", false),
        .twitter: ("social", false),
        .byline: ("visible", true),
        .heading: ("visible", false),
        .timeElement: ("visible", false),
        .authorLink: ("visible", true),
        .visibleDate: ("visible", true),
        .tagList: ("visible", true),
        .scriptData: ("script-data", true),
        .address: ("address", true),
        .bodyFigure: ("body", true),
        .textLayout: ("text", true),
        .textStatistics: ("text-statistics", true),
        .clearText: ("text-statistics", true),
        .derived: ("derived", true),
    ]
}
