public import Offprint
import OffprintInterchange

/// Writes ninjs 3.1, the news agencies' JSON.
public struct NinjsWriter: Writer {
    /// `ninjs`.
    public let format = Format.ninjs

    /// Creates the writer.
    public init() {}

    /// Writes the article as one object, with its body as HTML and its pictures as associations.
    public func write(_ request: WriteRequest, reporting diagnostics: inout Diagnostics) -> Rendition {
        var bytes: [UInt8] = []
        for entry in request.entries {
            var encoder = NinjsEncoder(article: entry.article)
            encoder.write(reporting: &diagnostics)
            bytes += encoder.json.bytes
        }
        return Rendition(bytes)
    }
}

/// Writes an article as ninjs; the keys stand in the order of the calls here, which is that of the schema.
struct NinjsEncoder {
    var json = JSONWriter(indented: true)
    let article: Article

    private var metadata: Metadata { article.metadata }

    init(article: Article) { self.article = article }

    mutating func write(reporting diagnostics: inout Diagnostics) {
        json.beginObject()
        json.field("uri", ArticleIdentity.uri(of: article))
        json.field("type", "text")
        json.field("representationType", "full")
        dates(reporting: &diagnostics)
        status(reporting: &diagnostics)
        text("copyrightNotice", metadata.rights.best)
        let notes = (metadata.notes.best ?? []).filter { $0.filled != nil }
        text("edNote", notes.joined(separator: "\n"))
        json.field("language", metadata.language.best.flatMap(LanguageTag.wellFormed))
        values("descriptions", [("summary", metadata.description.best)])
        body(reporting: &diagnostics)
        values(
            "headlines",
            [("main", metadata.title.best), ("subtitle", metadata.subtitle.best), ("kicker", metadata.kicker.best)]
        )
        people()
        filing()
        sources()
        text("title", metadata.title.best)
        text("by", metadata.byline.best)
        text("slugline", metadata.slug.best)
        text("located", metadata.places.best?.first)
        if let url = metadata.url.best.flatMap(webAddress) {
            json.objects("renditions", [url]) { json, url in
                json.field("name", "web")
                json.field("href", url)
                json.field("contentType", "text/html")
            }
        }
        associations()
        identifiers()
        json.object("standard") { json in
            json.field("name", "ninjs")
            json.field("version", "3.1")
            json.field("schema", "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#")
        }
        if let kind = metadata.kind.best { json.objects("genres", [kind]) { $0.field("name", $1.rawValue) } }
        json.field("expires", metadata.expires.best?.internetDate)
        json.endObject()
        json.endLine()
        diagnostics.loseFields([.access], of: metadata, in: "ninjs")
        for author in metadata.authors.best ?? [] where author.role?.filled != nil {
            diagnostics.lose("role-not-carried", "ninjs says that \"\(author.name)\" is an author, and no more.")
        }
    }

    // MARK: Fields

    private mutating func text(_ name: String, _ text: String?) { json.field(name, text?.filled) }

    /// Plain texts with what each is for.
    private mutating func values(_ name: String, _ values: [(role: String, text: String?)]) {
        let known = values.compactMap { value in value.text?.filled.map { (value.role, $0) } }
        json.objects(name, known) { json, value in
            json.field("role", value.0)
            json.field("contentType", "text/plain")
            json.field("value", value.1)
        }
    }

    private mutating func dates(reporting diagnostics: inout Diagnostics) {
        let dates = [
            ("firstCreated", metadata.published.best), ("versionCreated", metadata.modified.best),
            ("embargoedUntil", metadata.embargo.best), ("", metadata.expires.best),
        ]
        for (name, date) in dates {
            guard let date else { continue }
            guard let moment = date.internetDate else {
                diagnostics.lose("date-not-carried", "\(date) has no time with its zone, and ninjs has no other date.")
                continue
            }
            if !name.isEmpty { json.field(name, moment) }
        }
    }

    /// Whether it may be used.
    ///
    /// An embargo is a date of an object that is usable; one without a date holds the object back.
    private mutating func status(reporting diagnostics: inout Diagnostics) {
        switch metadata.status.best {
        case .usable: json.field("pubStatus", "usable")
        case .withheld: json.field("pubStatus", "withheld")
        case .canceled: json.field("pubStatus", "canceled")
        case .embargoed:
            let hasDate = metadata.embargo.best?.internetDate != nil
            json.field("pubStatus", hasDate ? "usable" : "withheld")
            if !hasDate {
                diagnostics.lose("embargo-as-withheld", "An embargo without a moment is written as withheld.")
            }
        case nil:
            // What nobody may know when to use, nobody may use yet.
            if let embargo = metadata.embargo.best, embargo.internetDate == nil { json.field("pubStatus", "withheld") }
        }
        guard let priority = metadata.priority.best?.filled else { return }
        if let urgency = Int(priority), (1...9).contains(urgency) {
            json.field("urgency", urgency)
        } else {
            diagnostics.lose("priority-not-carried", "ninjs has an urgency from 1 to 9, and \"\(priority)\" is none.")
        }
    }

    private mutating func body(reporting diagnostics: inout Diagnostics) {
        let html = HTMLContent.text(of: article, reporting: &diagnostics)
        guard !html.isEmpty else { return }
        let text = article.body.plainText
        json.objects("bodies", [html]) { json, html in
            json.field("role", "main")
            json.field("contentType", "text/html")
            json.field("charCount", text.unicodeScalars.count)
            json.field("wordCount", WordCount.words(in: text))
            json.field("value", html)
        }
    }

    // MARK: Who and what

    /// A name that the article has some relation to.
    private struct Concept {
        let name: String
        let relation: String
        var uri: String?
    }

    private mutating func concepts(_ name: String, _ concepts: [Concept]) {
        json.objects(name, concepts.filter { $0.name.filled != nil }) { json, concept in
            json.field("name", concept.name)
            json.field("rel", concept.relation)
            json.field("uri", concept.uri.flatMap(webAddress))
        }
    }

    private func tags(_ kind: Tag.Kind) -> [Concept] {
        (metadata.tags.best ?? []).filter { $0.kind == kind }
            .map { Concept(name: $0.name, relation: "about", uri: $0.uri) }
    }

    private mutating func people() {
        let authors = (metadata.authors.best ?? []).map { ($0, "author") }
        let contributors = (metadata.contributors.best ?? []).map { ($0, $0.role?.filled ?? "contributor") }
        func concepts(_ isIncluded: (Contributor) -> Bool) -> [Concept] {
            (authors + contributors).filter { isIncluded($0.0) }.map { contributor, relation in
                Concept(name: contributor.name, relation: relation, uri: contributor.url)
            }
        }
        self.concepts("people", concepts { $0.kind != .organization } + tags(.person))
        let publisher = metadata.publisher.best.map { Concept(name: $0.name, relation: "publisher", uri: $0.url) }
        self.concepts(
            "organisations",
            concepts { $0.kind == .organization } + [publisher].compactMap { $0 } + tags(.organization)
        )
    }

    private mutating func filing() {
        let places = (metadata.places.best ?? []).map { Concept(name: $0, relation: "located") }
        concepts("places", places + tags(.place))
        let sections = (metadata.sections.best ?? []).map { Concept(name: $0, relation: "section") }
        concepts("subjects", sections + tags(.subject))
        concepts("events", tags(.event))
    }

    private mutating func sources() {
        json.objects("infoSources", (metadata.agencies.best ?? []).filter { $0.name.filled != nil }) { json, agency in
            json.field("name", agency.name)
            json.field("role", "agency")
            json.field("uri", agency.url.flatMap(webAddress))
        }
    }

    // MARK: What belongs to it

    /// The pictures, and what is embedded: each is an object of its own.
    private mutating func associations() {
        let media = BodyMedia(in: article.body)
        var seen: Set<String> = []
        var pictures: [(url: String, picture: Picture)] = []
        var places: [String: Int] = [:]
        for picture in (metadata.images.best ?? []) + media.pictures {
            guard let url = WebImage.address(of: picture.image, resources: article.resources) else { continue }
            if seen.insert(url).inserted {
                places[url] = pictures.count
                pictures.append((url, picture))
            } else if let place = places[url] {
                // The same picture in the body may say more about itself.
                pictures[place].picture.caption = pictures[place].picture.caption ?? picture.caption
                pictures[place].picture.credit = pictures[place].picture.credit ?? picture.credit
            }
        }
        let embeds = media.embeds.compactMap { embed in
            embed.url.flatMap(webAddress).flatMap { seen.insert($0).inserted ? (url: $0, embed: embed) : nil }
        }
        guard !pictures.isEmpty || !embeds.isEmpty else { return }
        json.key("associations")
        json.beginArray()
        for (index, (url, picture)) in pictures.enumerated() {
            association(url, "picture-\(index + 1)", .picture(picture))
        }
        for (index, (url, embed)) in embeds.enumerated() {
            association(url, embed.title?.filled ?? "\(embed.kind.rawValue)-\(index + 1)", .embed(embed))
        }
        json.endArray()
    }

    private enum Association {
        case picture(Picture)
        case embed(Embed)
    }

    private mutating func association(_ url: String, _ name: String, _ kind: Association) {
        json.beginObject()
        json.field("uri", url)
        json.field("name", name)
        switch kind {
        case .picture(let picture):
            json.field("type", "picture")
            values(
                "descriptions",
                [("caption", picture.caption), ("alternative text", picture.image.alternativeText)]
            )
            text("by", picture.credit)
            json.objects("renditions", [picture.image]) { json, image in
                json.field("name", "main")
                json.field("href", url)
                json.field("width", image.width.flatMap { $0 > 0 ? $0 : nil })
                json.field("height", image.height.flatMap { $0 > 0 ? $0 : nil })
            }
        case .embed(let embed):
            switch embed.kind {
            case .video: json.field("type", "video")
            case .audio: json.field("type", "audio")
            case .gallery: json.field("type", "composite")
            case .map, .interactive: json.field("type", "graphic")
            case .post, .other: break
            }
            json.objects("renditions", [url]) { json, url in
                json.field("name", "main")
                json.field("href", url)
            }
        }
        json.endObject()
    }

    private mutating func identifiers() {
        json.objects("altIds", (metadata.identifiers.best ?? []).filter { $0.value.filled != nil }) {
            json,
            identifier in
            json.field("role", identifier.scheme.filled)
            json.field("value", identifier.value)
        }
    }
}
