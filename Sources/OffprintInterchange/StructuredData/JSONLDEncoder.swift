import OffprintModel
import OffprintXHTML

/// Writes an article as JSON-LD; the keys stand in the order of the calls here.
struct JSONLDEncoder {
    var json: JSONWriter
    let article: Article
    let body: ArticleJSONLD.Body

    private var metadata: Metadata { article.metadata }

    mutating func write() {
        let type = SchemaType(of: article)
        json.beginObject()
        json.field("@context", "https://schema.org")
        json.field("@type", type.name)
        let url = metadata.url.best.flatMap(Self.address)
        json.field("url", url)
        json.field("mainEntityOfPage", url)
        identifiers()
        text("headline", metadata.title.best)
        text("alternativeHeadline", metadata.subtitle.best)
        text("description", metadata.description.best)
        json.field(
            "inLanguage",
            metadata.language.best.flatMap(LanguageTag.wellFormed).flatMap { $0 == "und" ? nil : $0 }
        )
        json.field("datePublished", metadata.published.best?.description)
        json.field("dateModified", metadata.modified.best?.description)
        json.field("expires", metadata.expires.best?.description)
        status()
        people()
        filing(type)
        text("copyrightNotice", metadata.rights.best)
        json.field("isAccessibleForFree", metadata.access.best.map { $0 == .free })
        media()
        if type.name == "LiveBlogPosting" { updates() }
        if body == .text {
            let rest = type.name == "LiveBlogPosting" ? article.body.filter { !$0.isLiveEntry } : article.body
            text("articleBody", rest.plainText)
        }
        json.endObject()
    }

    // MARK: Fields

    private mutating func text(_ name: String, _ text: String?) { json.field(name, text?.filled) }

    private mutating func identifiers() {
        let known = (metadata.identifiers.best ?? []).filter { $0.value.filled != nil }
        json.objects("identifier", known) { json, identifier in
            json.field("@type", "PropertyValue")
            json.field("propertyID", identifier.scheme.filled)
            json.field("value", identifier.value)
        }
    }

    /// Whether it may be used; an embargo is a condition of access.
    private mutating func status() {
        if let status = metadata.status.best, status != .usable { json.field("creativeWorkStatus", status.rawValue) }
        if let embargo = metadata.embargo.best { json.field("conditionsOfAccess", "Embargoed until \(embargo)") }
    }

    private mutating func people() {
        contributors("author", metadata.authors.best)
        text("creditText", metadata.byline.best)
        contributors("contributor", metadata.contributors.best)
        if let publisher = metadata.publisher.best, publisher.name.filled != nil {
            json.object("publisher") { Self.organization(publisher, to: &$0) }
        }
        let agencies = (metadata.agencies.best ?? []).filter { $0.name.filled != nil }
        json.objects("sourceOrganization", agencies) { Self.organization($1, to: &$0) }
    }

    /// Whoever is not known to be an organisation is written as a person, as most are: schema.org has no third.
    private mutating func contributors(_ name: String, _ contributors: [Contributor]?) {
        json.objects(name, (contributors ?? []).filter { $0.name.filled != nil }) { json, contributor in
            json.field("@type", contributor.kind == .organization ? "Organization" : "Person")
            json.field("name", contributor.name)
            if contributor.kind == .organization {
                json.field("description", contributor.role?.filled)
            } else {
                json.field("jobTitle", contributor.role?.filled)
            }
            json.field("url", contributor.url.flatMap(Self.address))
        }
    }

    private static func organization(_ organization: Organization, to json: inout JSONWriter) {
        json.field("@type", "Organization")
        json.field("name", organization.name)
        json.field("url", organization.url.flatMap(address))
    }

    private mutating func filing(_ type: SchemaType) {
        json.field("genre", type.genre)
        let sections = (metadata.sections.best ?? []).filter { $0.filled != nil }
        if !sections.isEmpty { json.field("articleSection", sections) }
        let tags = (metadata.tags.best ?? []).filter { $0.name.filled != nil }
        if !tags.isEmpty { json.field("keywords", tags.map(\.name)) }
        json.objects("about", tags.filter { $0.kind != .subject || $0.uri.flatMap(Self.address) != nil }) { json, tag in
            json.field("@type", tag.kind.schemaType)
            json.field("name", tag.name)
            json.field("sameAs", tag.uri.flatMap(Self.address))
        }
        json.objects("contentLocation", (metadata.places.best ?? []).filter { $0.filled != nil }) { json, place in
            json.field("@type", "Place")
            json.field("name", place)
        }
    }

    // MARK: Media

    private mutating func media() {
        let lead = metadata.images.best ?? []
        let leading = lead.compactMap { picture in address(of: picture.image).map { ($0, picture) } }
        json.objects("image", leading) { Self.image($1.0, $1.1, to: &$0) }
        guard body == .text else { return }
        let media = BodyMedia(in: article.body)
        let known = Set(leading.map(\.0))
        let others = media.pictures.compactMap { picture in address(of: picture.image).map { ($0, picture) } }
            .filter { !known.contains($0.0) }
        json.objects("associatedMedia", others) { Self.image($1.0, $1.1, to: &$0) }
        for (name, type, kind) in [("video", "VideoObject", Embed.Kind.video), ("audio", "AudioObject", .audio)] {
            json.objects(name, media.embeds.filter { $0.kind == kind }) { json, embed in
                json.field("@type", type)
                json.field("name", embed.title?.filled)
                json.field("url", embed.url.flatMap(Self.address))
            }
        }
    }

    private static func image(_ url: String, _ picture: Picture, to json: inout JSONWriter) {
        json.field("@type", "ImageObject")
        json.field("url", url)
        json.field("caption", picture.caption?.filled)
        json.field("description", picture.image.alternativeText?.filled)
        json.field("creditText", picture.credit?.filled)
        json.field("width", picture.image.width.flatMap { $0 > 0 ? $0 : nil })
        json.field("height", picture.image.height.flatMap { $0 > 0 ? $0 : nil })
    }

    /// The entries of a live blog.
    private mutating func updates() {
        let entries = article.body.compactMap { if case .liveEntry(let entry) = $0 { entry } else { nil } }
        let withText = body == .text
        json.objects("liveBlogUpdate", entries) { json, entry in
            json.field("@type", "BlogPosting")
            json.field("headline", entry.title.plainText.filled)
            json.field("datePublished", entry.time?.description)
            if let author = entry.author?.filled {
                json.array("author", [author]) { json, name in
                    json.object { json in
                        json.field("@type", "Person")
                        json.field("name", name)
                    }
                }
            }
            if withText { json.field("articleBody", entry.content.plainText.filled) }
        }
    }

    // MARK: Addresses

    /// The address as a page may link to it: one of the web.
    private static func address(_ text: String) -> String? {
        guard let address = LinkTarget(text).address, address.hasPrefix("http") else { return nil }
        return address
    }

    private func address(of image: ImageReference) -> String? {
        if let url = image.url.flatMap(Self.address) { return url }
        guard case .remote(let url)? = image.resource.flatMap({ article.resources[$0] })?.location else { return nil }
        return Self.address(url)
    }
}

extension Tag.Kind {
    fileprivate var schemaType: String {
        switch self {
        case .subject: "Thing"
        case .person: "Person"
        case .organization: "Organization"
        case .place: "Place"
        case .event: "Event"
        }
    }
}
