import Offprint
import OffprintHypertext
import OffprintMarkup

/// NewsML 1.x (https://iptc.org/standards/newsml-1/): an article a news item, or several where its components are.
struct NewsML1: XMLFamily {
    let format = Format(
        id: "newsml-1",
        name: "NewsML 1",
        fileExtensions: ["nml"],
        mediaTypes: ["text/vnd.iptc.newsml"],
        capacity: .many
    )

    func recognizes(_ root: RootElement) -> Bool { root.name == "NewsML" || root.name == "NewsItem" }

    func articles(of source: XMLSource, reporting diagnostics: inout Diagnostics) -> [Article] {
        for path: XMLPath in ["NewsEnvelope", "Catalog"] {
            for node in source.find(path, from: source.root) { source.carry(node) }
        }
        let items =
            source.name(of: source.root) == "NewsItem" ? [source.root] : source.find("NewsItem", from: source.root)
        return items.flatMap { item -> [Article] in
            let components = Self.components(of: item, in: source)
            return components.map { component in
                Self.article(component, of: item, in: source, alone: components.count == 1, &diagnostics)
            }
        }
    }

    /// The components of an item that are articles of their own.
    ///
    /// Where several have a body each, they are those that hold just one.
    private static func components(of item: MarkupTree.NodeID, in source: XMLSource) -> [MarkupTree.NodeID] {
        let bodies = source.find("//NewsComponent", from: item).filter { role(of: $0, in: source) == "body" }
        guard bodies.count > 1 else { return [item] }
        // The outermost component around each body that holds no other body.
        let tree = source.tree
        return bodies.map { body in
            var node = body
            while true {
                let parent = tree.parent(of: node)
                guard parent > item, bodies.allSatisfy({ $0 == body || $0 <= parent || $0 >= tree.end(of: parent) })
                else { return node }
                node = parent
            }
        }
    }

    private static func role(of component: MarkupTree.NodeID, in source: XMLSource) -> String? {
        source.value("Role@FormalName", from: component)?.codeTail.lowercased()
    }

    // MARK: Metadata

    /// What an item says of all its components.
    private static let itemFields: [FieldRule] = [
        .date(\.published, "NewsManagement/FirstCreated"),
        .date(\.modified, "NewsManagement/ThisRevisionCreated"),
        .date(\.embargo, "NewsManagement/Status/StatusWillChange/DateAndTime"),
        .status("NewsManagement/Status@FormalName"),
        .text(\.priority, "NewsManagement/Urgency@FormalName", "NewsManagement/Urgency"),
        .identifier("public-identifier", "Identification/NewsIdentifier/PublicIdentifier"),
        .identifier("news-item-id", "Identification/NewsIdentifier/NewsItemId"),
        .list(\.notes, "NewsManagement/Instruction"),
    ]

    /// What an item or one of its components says.
    private static let fields: [FieldRule] = [
        .text(\.title, "//NewsLines/HeadLine"),
        .text(\.subtitle, "//NewsLines/SubHeadLine"),
        .byline("//NewsLines/ByLine"),
        .text(\.rights, "//NewsLines/CopyrightLine", "//RightsMetadata/Copyright"),
        .slug("//NewsLines/SlugLine", "Identification/NameLabel"),
        .agencies("//AdministrativeMetadata/Provider/Party@FormalName"),
        .agencies("//NewsLines/CreditLine", "//AdministrativeMetadata/Source/Party@FormalName"),
        .organization(\.publisher, "//AdministrativeMetadata/Provider/Party@FormalName"),
        .language(
            "//DescriptiveMetadata/Language@FormalName",
            "//Language@FormalName",
            "//NewsComponent@lang",
            "@lang"
        ),
        .people(\.authors, "//AdministrativeMetadata/Creator/Party@FormalName"),
        FieldRule(["//NewsLines/DateLine"]) { metadata, values, origin in
            if let place = Dateline.place(values[0]) { metadata.places.add([place], from: origin) }
            if metadata.agencies.isEmpty, let agency = Dateline.agency(values[0]) {
                metadata.agencies.add([Organization(agency)], from: origin)
            }
        },
        FieldRule(["//Location/Property[@FormalName=city]@Value"]) { $0.places.add([$1[0]], from: $2) },
        FieldRule(["//NewsLines/KeywordLine", "//Property[@FormalName=keyword]@Value"]) { metadata, values, origin in
            let words = values.flatMap { $0.split(separator: ";").compactMap { String($0).trimmed } }
            metadata.tags.add(words.withoutRepeats.map { Tag($0) }, from: origin)
        },
    ]

    private static func article(
        _ component: MarkupTree.NodeID,
        of item: MarkupTree.NodeID,
        in source: XMLSource,
        alone: Bool,
        _ diagnostics: inout Diagnostics
    ) -> Article {
        var article = Article()
        article.metadata.add(itemFields, from: item, in: source)
        article.metadata.add(fields, from: component, in: source)
        if !alone {
            // What the item says of itself holds for each part that says nothing else.
            var shared = Metadata()
            shared.add(fields, from: item, in: source)
            article.metadata.fill(from: shared)
        }
        for path: XMLPath in ["Identification", "NewsManagement", "//Catalog", "//DescriptiveMetadata"] {
            for node in source.find(path, from: item) { source.carry(node) }
        }
        var reading = NewsMLContent(source: source)
        reading.read(component, into: &article, reporting: &diagnostics)
        return article
    }
}

/// The content of the nested components of NewsML 1, by their roles.
private struct NewsMLContent {
    let source: XMLSource
    /// Captions that no picture stands before.
    private var captions: [(text: String, node: MarkupTree.NodeID)] = []

    init(source: XMLSource) { self.source = source }

    mutating func read(
        _ root: MarkupTree.NodeID,
        into article: inout Article,
        reporting diagnostics: inout Diagnostics
    ) {
        for item in source.find("//ContentItem", from: root) {
            source.carry(item, alone: true)
            switch role(of: item, within: root) {
            case "headline", "title", "mainheadline": claim(item, \.title, &article)
            case "subheadline", "subtitle", "sub-headline": claim(item, \.subtitle, &article)
            case "byline", "author":
                if let line = source.text(item) { article.metadata.addByline(line, from: origin(item)) }
            case "abstract", "summary", "teaser": claim(item, \.description, &article)
            case "caption":
                // It belongs to the picture before it, or to one that follows.
                guard let text = source.text(item) else { continue }
                if !Self.caption(text, in: &article) { captions.append((text, item)) }
            default:
                readContent(item, into: &article, reporting: &diagnostics)
                if let first = captions.first, Self.caption(first.text, in: &article) { captions.removeFirst() }
            }
        }
        for caption in captions {
            diagnostics.warn(
                "caption-alone",
                "A caption has no picture; it stands at the end.",
                line: source.tree.line(of: caption.node)
            )
            article.body.append(.figure(Figure(images: [], caption: [.text(caption.text)])))
        }
    }

    /// Gives the picture that was read last a caption; `false` where there is none without.
    private static func caption(_ text: String, in article: inout Article) -> Bool {
        guard case .figure(var figure)? = article.body.last, figure.caption.isEmpty else { return false }
        figure.caption = [.text(text)]
        article.body[article.body.count - 1] = .figure(figure)
        return true
    }

    private func origin(_ node: MarkupTree.NodeID) -> Origin {
        Origin(.formatField, at: "ContentItem/DataContent", line: source.tree.line(of: node))
    }

    private func claim(
        _ item: MarkupTree.NodeID,
        _ field: WritableKeyPath<Metadata, Claims<String>>,
        _ article: inout Article
    ) {
        if let text = source.text(item) { article.metadata[keyPath: field].add(text, from: origin(item)) }
    }

    /// The role of the component that holds an item straight.
    private func role(of item: MarkupTree.NodeID, within root: MarkupTree.NodeID) -> String {
        let component = source.tree.parent(of: item)
        return source.value("Role@FormalName", from: component)?.codeTail.lowercased() ?? ""
    }

    private func readContent(
        _ item: MarkupTree.NodeID,
        into article: inout Article,
        reporting diagnostics: inout Diagnostics
    ) {
        let data = source.find("DataContent", from: item)
        if !data.isEmpty {
            source.carry(item)
            // A second form of the same words is not said twice.
            guard source.value("Format@FormalName", from: item)?.lowercased().contains("pdf") != true else { return }
            for holder in data {
                ContentPayload(source: source, holder: holder).read(into: &article, reporting: &diagnostics)
            }
            return
        }
        guard let address = source.attribute("Href", of: item), address.hasPrefix("http") else { return }
        let kind = source.value("MediaType@FormalName", from: item)?.lowercased() ?? ""
        let type = source.value("MimeType@FormalName", from: item)?.lowercased() ?? ""
        let path = address.lowercased()
        let isImage =
            ["photo", "graphic", "image", "picture"].contains(kind) || type.hasPrefix("image/")
            || [".jpg", ".jpeg", ".png", ".gif"].contains(where: path.hasSuffix)
        if isImage {
            source.carry(item)
            guard !article.figureAddresses.contains(address) else { return }
            article.body.append(.figure(Figure(images: [ImageReference(url: address)])))
        } else if kind == "video" || kind == "audio" || type.hasPrefix("video/") || type.hasPrefix("audio/") {
            source.carry(item)
            let isVideo = kind == "video" || type.hasPrefix("video/")
            article.body.append(.embed(Embed(isVideo ? .video : .audio, url: address)))
        }
    }
}

extension Metadata {
    /// Takes what another has for fields that nobody has claimed here.
    mutating func fill(from other: Metadata) {
        func fill<Value>(_ field: WritableKeyPath<Metadata, Claims<Value>>) {
            if self[keyPath: field].isEmpty { self[keyPath: field] = other[keyPath: field] }
        }
        fill(\.title)
        fill(\.subtitle)
        fill(\.byline)
        fill(\.authors)
        fill(\.rights)
        fill(\.slug)
        fill(\.agencies)
        fill(\.publisher)
        fill(\.language)
        fill(\.places)
        fill(\.tags)
    }
}
