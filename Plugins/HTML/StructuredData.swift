import Offprint
import OffprintHypertext
import OffprintInterchange
import OffprintMarkup

/// What a page says in JSON-LD: the article's own node first, the page's and the site's after it.
struct StructuredData {
    private let tree: MarkupTree
    private let base: String?

    init(_ tree: MarkupTree, base: String?) {
        self.tree = tree
        self.base = base
    }

    func addClaims(to metadata: inout Metadata, reporting diagnostics: inout Diagnostics) {
        for node in tree.all where tree.name(of: node) == .script {
            guard tree.attribute(.type, of: node)?.lowercased().contains("ld+json") == true,
                let source = tree.opaqueContent(of: node)
            else { continue }
            do {
                let value = try JSONParser(.lenient).parse(Array(source))
                for object in Self.nodes(of: value) { add(object, line: tree.line(of: node), to: &metadata) }
            } catch {
                diagnostics.warn(
                    "unreadable-json-ld",
                    "Structured data of the page cannot be read: \(error)",
                    line: tree.line(of: node)
                )
            }
        }
    }

    /// The nodes of a document: itself, those of a list, those of `@graph`.
    private static func nodes(of value: JSONValue) -> [JSONValue] {
        var found: [JSONValue] = []
        var pending = [value]
        while let next = pending.popLast() {
            if let elements = next.array { pending += elements.reversed() }
            guard next.object != nil else { continue }
            found.append(next)
            if let graph = next["@graph"] { pending.append(graph) }
            if let main = next["mainEntity"], main["headline"] != nil { pending.append(main) }
        }
        return found
    }

    private func add(_ node: JSONValue, line: Int, to metadata: inout Metadata) {
        let types = Self.strings(node["@type"]).map { $0.split(separator: "/").last.map(String.init) ?? $0 }
        let known = types.compactMap { Self.kinds[$0] }
        // Beside a general type stands a special one, if any.
        guard let kind = known.first(where: { $0 != .news }) ?? known.first else { return }
        func origin(_ property: String) -> Origin { Origin(.jsonLD, at: "JSON-LD \(types[0]).\(property)", line: line) }
        func text(_ property: String) -> String? { Self.strings(node[property]).first?.tidied.trimmed }

        metadata.kind.add(kind, from: origin("@type"))
        if let title = text("headline") ?? text("name") { metadata.title.add(title, from: origin("headline")) }
        if let subtitle = text("alternativeHeadline") {
            metadata.subtitle.add(subtitle, from: origin("alternativeHeadline"))
        }
        if let description = text("description") { metadata.description.add(description, from: origin("description")) }
        let authors = people(node["author"])
        if !authors.isEmpty { metadata.authors.add(authors, from: origin("author")) }
        if let date = text("datePublished").flatMap(Timestamp.init(published:)) {
            metadata.published.add(date, from: origin("datePublished"))
        }
        if let date = text("dateModified").flatMap(Timestamp.init(published:)) {
            metadata.modified.add(date, from: origin("dateModified"))
        }
        if let publisher = people(node["publisher"]).first {
            metadata.publisher.add(Organization(publisher.name, url: publisher.url), from: origin("publisher"))
        }
        if let language = (text("inLanguage") ?? node["inLanguage"]?["alternateName"]?.string).flatMap(
            LanguageTag.normalized
        ) {
            metadata.language.add(language, from: origin("inLanguage"))
        }
        let keywords = Self.strings(node["keywords"])
        let tags = keywords.count == 1 ? MetaElements.keywords(keywords[0]) : keywords.compactMap(\.tidied.trimmed)
        if !tags.isEmpty { metadata.tags.add(tags.map { Tag($0) }, from: origin("keywords")) }
        let sections = Self.strings(node["articleSection"]).compactMap(\.tidied.trimmed)
        if !sections.isEmpty { metadata.sections.add(sections, from: origin("articleSection")) }
        addAddresses(node, origin: origin, to: &metadata)
    }

    private func addAddresses(_ node: JSONValue, origin: (String) -> Origin, to metadata: inout Metadata) {
        let page = node["mainEntityOfPage"]
        let address = page?.string ?? page?["@id"]?.string ?? page?["url"]?.string ?? node["url"]?.string
        if let address = address.flatMap(absolute) { metadata.url.add(address, from: origin("mainEntityOfPage")) }
        let images = (node["image"]?.array ?? [node["image"]].compactMap(\.self)).compactMap { image -> Picture? in
            guard let address = (image.string ?? image["url"]?.string).flatMap(absolute) else { return nil }
            return Picture(
                ImageReference(url: address, width: image["width"]?.integer, height: image["height"]?.integer),
                caption: image["caption"]?.string?.tidied.trimmed,
                credit: image["creditText"]?.string?.tidied.trimmed
            )
        }
        if !images.isEmpty { metadata.images.add(images, from: origin("image")) }
        switch node["isAccessibleForFree"] {
        case .bool(let isFree)?: metadata.access.add(isFree ? .free : .paid, from: origin("isAccessibleForFree"))
        case .string(let word)?:
            switch word.lowercased() {
            case "true": metadata.access.add(.free, from: origin("isAccessibleForFree"))
            case "false": metadata.access.add(.paid, from: origin("isAccessibleForFree"))
            default: break
            }
        default: break
        }
    }

    private func absolute(_ address: String) -> String? {
        guard let trimmed = address.trimmed else { return nil }
        let resolved = base.map { WebAddress.resolve(trimmed, against: $0) } ?? trimmed
        return resolved.hasPrefix("http://") || resolved.hasPrefix("https://") ? resolved : nil
    }

    // MARK: Values

    /// The strings of a value that may be one or a list.
    private static func strings(_ value: JSONValue?) -> [String] {
        switch value {
        case .string(let text)?: [text]
        case .array(let elements)?: elements.compactMap { $0.string ?? $0["name"]?.string }
        case .object?: [value?["name"]?.string ?? value?["@value"]?.string].compactMap(\.self)
        default: []
        }
    }

    private func people(_ value: JSONValue?) -> [Contributor] {
        switch value {
        case .string(let names)?: AuthorNames.split(names.tidied)
        case .array(let elements)?: elements.flatMap { people($0) }
        case .object?:
            Self.strings(value?["name"]).flatMap { AuthorNames.split($0.tidied) }.map { person in
                var person = person
                let type = Self.strings(value?["@type"]).first
                if type == "Person" { person.kind = .person }
                if type?.hasSuffix("Organization") == true { person.kind = .organization }
                person.url = Self.strings(value?["url"]).first.flatMap(absolute)
                return person
            }
        default: []
        }
    }

    private static let kinds: [String: ArticleKind] = [
        "NewsArticle": .news, "Article": .news, "ReportageNewsArticle": .feature, "AnalysisNewsArticle": .analysis,
        "BackgroundNewsArticle": .analysis, "OpinionNewsArticle": .opinion, "ReviewNewsArticle": .review,
        "Review": .review,
        "CriticReview": .review, "BlogPosting": .blogPost, "LiveBlogPosting": .liveBlog,
        "AdvertiserContentArticle": .advertisement,
        "ScholarlyArticle": .scholarly, "Report": .news, "TechArticle": .news, "SocialMediaPosting": .blogPost,
    ]
}
