public import OffprintModel

/// An article as JSON-LD in the words of schema.org: what search engines and archives read from a page.
///
/// Nothing empty is written, the order of keys is fixed, and every address is one of the web: the same object may
/// stand in a file of its own and in the head of a page.
public enum ArticleJSONLD {
    /// How much of the body the object repeats.
    public enum Body: Sendable, Hashable {
        /// Its plain text, and its pictures, sound and video.
        case text
        /// Nothing but the entries' titles and times of a live blog: the page that it stands in has the rest.
        case none
    }

    /// The object as the content of a `script` element: compact, with every `<` escaped.
    public static func script(for article: Article) -> [UInt8] {
        var json = JSONWriter(escapesMarkup: true)
        write(article, to: &json, body: .none)
        return json.bytes
    }

    /// Writes the object as one value.
    public static func write(_ article: Article, to json: inout JSONWriter, body: Body = .text) {
        var encoder = JSONLDEncoder(json: json, article: article, body: body)
        encoder.write()
        json = encoder.json
    }

    /// Reports what an object with the body's text lacks of the article.
    public static func reportLosses(of article: Article, to diagnostics: inout Diagnostics) {
        diagnostics.loseFields(
            [.kicker, .notes, .slug, .priority],
            of: article.metadata,
            in: "JSON-LD"
        )
        if article.metadata.title.best?.filled == nil {
            diagnostics.warn("title-missing", "The article has no title, and search engines want a headline.")
        }
        TextLosses.report(article.body, to: &diagnostics)
    }
}

/// The type of schema.org for a kind of article, and the genre where the type says less than the kind.
struct SchemaType {
    let name: String
    var genre: String?

    init(of article: Article) {
        switch article.metadata.kind.best {
        case .news: name = "NewsArticle"
        case .analysis: name = "AnalysisNewsArticle"
        case .opinion: name = "OpinionNewsArticle"
        case .review: name = "ReviewNewsArticle"
        case .feature: name = "ReportageNewsArticle"
        case .liveBlog: name = "LiveBlogPosting"
        case .blogPost: name = "BlogPosting"
        case .advertisement: name = "AdvertiserContentArticle"
        case .scholarly: name = "ScholarlyArticle"
        case .interview: (name, genre) = ("NewsArticle", "Interview")
        case .pressRelease: (name, genre) = ("NewsArticle", "Press release")
        case .gallery: (name, genre) = ("NewsArticle", "Gallery")
        case nil: name = article.body.contains(where: \.isLiveEntry) ? "LiveBlogPosting" : "NewsArticle"
        }
    }
}

extension Block {
    var isLiveEntry: Bool { if case .liveEntry = self { true } else { false } }
}

extension String {
    /// The text, or `nil` where there is nothing to see in it.
    package var filled: String? { utf8.contains { $0 > 0x20 } ? self : nil }
}
