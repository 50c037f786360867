public import Offprint
import OffprintInterchange
import OffprintXHTML

/// Writes JSON Feed 1.1: one feed, an item for each article.
///
/// What a feed has no field for stands in an extension of each item, `_offprint`, under its name in native JSON.
public struct JSONFeedWriter: Writer {
    /// `jsonfeed`.
    public let format = Format.jsonFeed

    /// Creates the writer.
    public init() {}

    /// Writes the articles as the items of one feed, in their order.
    public func write(_ request: WriteRequest, reporting diagnostics: inout Diagnostics) -> Rendition {
        let all = request.entries.map(\.article.metadata)
        let publishers = Set(all.map { $0.publisher.best?.name })
        let languages = Set(all.map(Self.language))
        var json = JSONWriter(indented: true)
        json.beginObject()
        json.field("version", "https://jsonfeed.org/version/1.1")
        let publisher = publishers.count == 1 ? all.first?.publisher.best : nil
        let given = request.options["feed-title"]?.filled
        json.field("title", given ?? publisher?.name.filled ?? Self.title(all))
        json.field("home_page_url", publisher?.url.flatMap(webAddress))
        if languages.count == 1 { json.field("language", languages.first ?? nil) }
        json.key("items")
        json.beginArray()
        var names: [String: Int] = [:]
        for entry in request.entries {
            item(entry.article, languages.count == 1, &names, to: &json, reporting: &diagnostics)
        }
        json.endArray()
        json.endObject()
        json.endLine()
        return Rendition(json.bytes)
    }

    /// A feed must have a title: without one that publisher for all, the only article's or their number.
    private static func title(_ all: [Metadata]) -> String {
        if all.count == 1, let title = all.first?.title.best?.filled { return title }
        return all.count == 1 ? "1 article" : "\(all.count) articles"
    }

    private static func language(_ metadata: Metadata) -> String? {
        guard let tag = metadata.language.best.flatMap(LanguageTag.wellFormed), tag != "und" else { return nil }
        return tag
    }

    // MARK: Items

    private func item(
        _ article: Article,
        _ hasFeedLanguage: Bool,
        _ names: inout [String: Int],
        to json: inout JSONWriter,
        reporting diagnostics: inout Diagnostics
    ) {
        let metadata = article.metadata
        json.beginObject()
        json.field("id", Self.name(of: article, &names))
        json.field("url", metadata.url.best.flatMap(webAddress))
        json.field("title", metadata.title.best?.filled)
        json.field("content_html", HTMLContent.text(of: article, reporting: &diagnostics))
        json.field("summary", metadata.description.best?.filled)
        let images = (metadata.images.best ?? []).map(\.image)
        json.field("image", images.compactMap { WebImage.address(of: $0, resources: article.resources) }.first)
        json.field("date_published", metadata.published.best?.internetDate)
        json.field("date_modified", metadata.modified.best?.internetDate)
        let authors = (metadata.authors.best ?? []).filter { $0.name.filled != nil }
        if !authors.isEmpty {
            json.array("authors", authors) { json, author in
                json.object { json in
                    json.field("name", author.name)
                    json.field("url", author.url.flatMap(webAddress))
                }
            }
        }
        let tags = (metadata.tags.best ?? []).map(\.name).filter { $0.filled != nil }
        if !tags.isEmpty { json.field("tags", tags) }
        if !hasFeedLanguage { json.field("language", Self.language(metadata)) }
        let rest = Self.rest(metadata)
        if !rest.isEmpty {
            json.object("_offprint") { ArticleJSON.writeBest(rest, of: metadata, to: &$0) }
        }
        json.endObject()
        diagnostics.loseFields([.notes], of: metadata, in: "A public feed")
    }

    /// A name that no other item of the feed has: where two articles have one, the later gets a number.
    private static func name(of article: Article, _ names: inout [String: Int]) -> String {
        let own = ArticleIdentity.name(of: article)
        var name = own
        // Counting goes on from where it stopped, or a long feed of one address would take time by the square.
        while names[name] != nil {
            names[own, default: 1] += 1
            name = "\(own)#\(names[own] ?? 1)"
        }
        names[name] = 1
        return name
    }

    /// The fields that an item has no member for, or whose member says less.
    private static func rest(_ metadata: Metadata) -> Set<Field> {
        var rest: Set<Field> = [
            .subtitle, .kicker, .byline, .contributors, .expires, .embargo, .status, .direction, .publisher, .agencies,
            .identifiers, .sections, .kind, .access, .rights, .places, .slug, .priority,
        ]
        if metadata.authors.best?.contains(where: { $0.kind != .unknown || $0.role != nil }) == true {
            rest.insert(.authors)
        }
        if let published = metadata.published.best, published.internetDate != published.description {
            rest.insert(.published)
        }
        if let modified = metadata.modified.best, modified.internetDate != modified.description {
            rest.insert(.modified)
        }
        if metadata.tags.best?.contains(where: { $0.kind != .subject || $0.uri != nil }) == true { rest.insert(.tags) }
        let images = metadata.images.best ?? []
        if images.count > 1 || images.contains(where: { $0 != Picture(ImageReference(url: $0.image.url)) }) {
            rest.insert(.images)
        }
        return rest.intersection(metadata.claimedFields)
    }
}
