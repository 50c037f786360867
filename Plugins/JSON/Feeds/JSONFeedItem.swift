import Offprint
import OffprintHypertext
import OffprintInterchange
import OffprintMarkup

/// The reading of one item of a JSON Feed.
struct JSONFeedItem {
    private let item: JSONObject
    private let index: Int
    private let feed: JSONFeed
    private let limits: Limits
    private(set) var diagnostics: Diagnostics
    private var metadata = Metadata()

    init(_ item: JSONObject, at index: Int, of feed: JSONFeed, limits: Limits, _ diagnostics: Diagnostics) {
        self.item = item
        self.index = index
        self.feed = feed
        self.limits = limits
        self.diagnostics = diagnostics
    }

    mutating func article() -> Article {
        checkMembers()
        if let title = text("title") { metadata.title.add(title, from: origin("title")) }
        addAddress()
        addDates()
        addPeople()
        addTags()
        addLanguage()
        addPictures()
        let body = self.body()
        addExtension()
        return Article(metadata: metadata, body: body + attachments(beside: body))
    }

    // MARK: Members

    private func origin(_ name: String) -> Origin { Origin(.feed, at: "items[\(index)].\(name)") }

    /// A text on one line; `nil` where there is none.
    private func text(_ name: String) -> String? {
        guard let text = item[name]?.string else { return nil }
        let words = text.split(whereSeparator: \.isWhitespace)
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    private func address(_ name: String) -> String? {
        guard let text = item[name]?.string?.filled?.trimmed else { return nil }
        return webAddress(feed.home.map { WebAddress.resolve(text, against: $0) } ?? text)
    }

    /// Reports members that are not what the standard says.
    private mutating func checkMembers() {
        let kinds: [(names: [String], kind: String, fits: (JSONValue) -> Bool)] = [
            (
                [
                    "url", "external_url", "title", "content_html", "content_text", "summary", "image", "banner_image",
                    "date_published", "date_modified", "language",
                ], "a string", { $0.string != nil }
            ), (["authors", "tags", "attachments"], "a list", { $0.array != nil }),
        ]
        for (names, kind, fits) in kinds {
            for name in names {
                guard let value = item[name], !value.isNull, !fits(value) else { continue }
                diagnostics.warn("member-malformed", "items[\(index)].\(name) is \(value.kind), not \(kind).")
            }
        }
    }

    private mutating func addAddress() {
        // A number was allowed by mistake often enough that the standard says what to do with it.
        var id = item["id"]?.string?.filled?.trimmed
        if case .number(let digits)? = item["id"] { id = digits }
        if let url = address("url") { metadata.url.add(url, from: origin("url")) }
        var identifiers: [Identifier] = []
        if let id {
            identifiers.append(Identifier(id, scheme: "json-feed:id"))
            if let url = webAddress(id), metadata.url.isEmpty { metadata.url.add(url, from: origin("id")) }
        } else {
            diagnostics.warn("item-without-id", "items[\(index)] has no \"id\"; it was read nevertheless.")
        }
        // The page that the item is about: another than its own.
        if let page = address("external_url") {
            identifiers.append(Identifier(page, scheme: "json-feed:external_url"))
        }
        if !identifiers.isEmpty { metadata.identifiers.add(identifiers, from: origin("id")) }
    }

    private mutating func addDates() {
        if let date = date("date_published") { metadata.published.add(date, from: origin("date_published")) }
        if let date = date("date_modified") { metadata.modified.add(date, from: origin("date_modified")) }
    }

    private mutating func date(_ name: String) -> Timestamp? {
        guard let text = item[name]?.string?.filled?.trimmed else { return nil }
        if let date = Timestamp(iso8601: text) ?? Timestamp(rfc5322: text) { return date }
        diagnostics.warn("date-malformed", "items[\(index)].\(name) is \"\(text.prefix(40))\", which is no date.")
        return nil
    }

    private mutating func addPeople() {
        let own = JSONFeed.authors(of: item)
        if !own.isEmpty {
            metadata.authors.add(own, from: origin(item["authors"] == nil ? "author" : "authors"))
        } else if !feed.authors.isEmpty {
            metadata.authors.add(feed.authors, from: Origin(.feed, at: "authors"))
        }
        if let title = feed.title {
            metadata.publisher.add(
                Organization(title, url: feed.home.flatMap(webAddress)),
                from: Origin(.feed, at: "title")
            )
        }
    }

    private mutating func addTags() {
        let tags = (item["tags"]?.array ?? []).compactMap { $0.string?.filled.map { Tag($0.trimmed) } }
        if !tags.isEmpty { metadata.tags.add(tags, from: origin("tags")) }
    }

    private mutating func addLanguage() {
        if let tag = item["language"]?.string.flatMap(LanguageTag.normalized) {
            metadata.language.add(tag, from: origin("language"))
        } else if let tag = feed.language {
            metadata.language.add(tag, from: Origin(.feed, at: "language"))
        }
    }

    private mutating func addPictures() {
        for name in ["image", "banner_image"] {
            guard let url = address(name) else { continue }
            metadata.images.add([Picture(ImageReference(url: url))], from: origin(name))
        }
    }

    /// What our own feeds say beyond the standard.
    private mutating func addExtension() {
        guard let own = item["_offprint"]?.object else { return }
        let index = index
        let refused = ArticleJSON.readBest(own, into: &metadata) { field in
            Origin(.formatField, at: "items[\(index)]._offprint.\(field.rawValue)")
        }
        for name in refused {
            diagnostics.warn("member-malformed", "items[\(index)]._offprint.\(name) holds no value of that field.")
        }
    }

    // MARK: Body

    /// The content; without one the summary, which then describes nothing.
    private mutating func body() -> [Block] {
        let content: [Block]
        if let html = item["content_html"]?.string, html.filled != nil {
            content = blocks(html)
        } else {
            content = Self.paragraphs(item["content_text"]?.string ?? "")
        }
        guard let summary = text("summary") else { return content }
        if content.isEmpty { return Self.paragraphs(item["summary"]?.string ?? "") }
        metadata.description.add(summary, from: origin("summary"))
        return content
    }

    private mutating func blocks(_ html: String) -> [Block] {
        let page = Array("<body>".utf8) + Array(html.utf8)
        let document: MarkupDocument
        do throws(MarkupError) {
            document = try MarkupDocument(html: page, charset: "utf-8", limits: limits.forMarkup)
        } catch {
            diagnostics.warn("content-malformed", "items[\(index)].content_html cannot be read: \(error.message)")
            return []
        }
        let tree = document.tree
        let base = metadata.url.best ?? feed.home
        let context = BlockBuilder.Context(base: base, language: metadata.language.best)
        var builder = BlockBuilder(tree, context: context)
        let blocks = builder.blocks(in: tree.first(.body, in: tree.document) ?? tree.document)
        for loss in builder.losses { diagnostics.report(loss) }
        return blocks
    }

    /// Plain text: blank lines part paragraphs.
    private static func paragraphs(_ text: String) -> [Block] {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
            line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        return lines.split(separator: "").map { .paragraph([.text($0.joined(separator: " "))]) }
    }

    /// What is attached, behind the text: sound and video as embeds, pictures as figures.
    private func attachments(beside body: [Block]) -> [Block] {
        let shown = Set(BodyMedia(in: body).pictures.compactMap(\.image.url))
        return (item["attachments"]?.array ?? []).compactMap { attachment -> Block? in
            guard let url = attachment["url"]?.string.flatMap(webAddress), !shown.contains(url) else { return nil }
            let type = attachment["mime_type"]?.string ?? ""
            let title = attachment["title"]?.string?.filled?.trimmed
            if type.hasPrefix("image/") {
                return .figure(Figure(images: [ImageReference(url: url)], caption: title.map { [.text($0)] } ?? []))
            }
            let kind: Embed.Kind = type.hasPrefix("audio/") ? .audio : type.hasPrefix("video/") ? .video : .other
            return .embed(Embed(kind, url: url, title: title))
        }
    }
}
