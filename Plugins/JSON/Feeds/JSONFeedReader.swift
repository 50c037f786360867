public import Offprint
import OffprintInterchange
import OffprintLanguage

/// Reads JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/): an article an item.
public struct JSONFeedReader: Reader {
    /// JSON Feed.
    public let formats = [
        Format(
            id: Format.jsonFeed.id,
            name: "JSON Feed",
            fileExtensions: Format.jsonFeed.fileExtensions,
            mediaTypes: Format.jsonFeed.mediaTypes,
            capacity: .many
        )
    ]

    /// Creates the reader.
    public init() {}

    /// Knows a feed by the address that its version is; slashes may be escaped.
    public func recognize(_ prefix: Span<UInt8>, hint: SourceHint) -> Recognition {
        var text: [UInt8] = []
        for index in prefix.indices where prefix[index] > 0x20 && prefix[index] != 0x5C { text.append(prefix[index]) }
        let start = text.firstIndex { $0 < 0x80 } ?? text.endIndex
        guard start <= 3, text[start...].first == 0x7B else { return .none }
        for scheme in ["https", "http"] {
            let version = "\"version\":\"\(scheme)://jsonfeed.org/version/1"
            if text.holds(version.utf8) { return Recognition(Format.jsonFeed.id, .certain) }
            if text.holds("\"version\":\"\(scheme)://www.jsonfeed.org/version/1".utf8) {
                return Recognition(Format.jsonFeed.id, .certain)
            }
        }
        // The version may stand behind the items.
        return hint.mediaType == "application/feed+json" ? recognize(by: hint) : .none
    }

    /// Reads the items as articles.
    ///
    /// What is wrong with an item is reported, and the others are read.
    ///
    /// - Throws: ``Offprint/ConversionError`` where the text is not JSON, not a feed or a feed without an item that
    ///   can be read.
    public func read(
        _ request: ReadRequest,
        reporting diagnostics: inout Diagnostics
    ) throws(ConversionError) -> [Article] {
        let name = request.source.name
        let value = try parse(request, reporting: &diagnostics)
        guard let object = value.object, let items = object["items"]?.array else {
            throw ConversionError(
                .malformedSource,
                "\"\(name)\" is no JSON Feed: an object with a list \"items\" was expected, and \(value.kind) is there."
            )
        }
        let feed = JSONFeed(object)
        var articles: [Article] = []
        for (index, item) in items.enumerated() {
            guard let item = item.object else {
                diagnostics.warn("item-malformed", "items[\(index)] was left out: it is \(item.kind), not an object.")
                continue
            }
            var reading = JSONFeedItem(item, at: index, of: feed, limits: request.limits, diagnostics)
            var article = reading.article()
            diagnostics = reading.diagnostics
            article.addTextClaims()
            articles.append(article)
        }
        guard !articles.isEmpty else {
            throw ConversionError(.emptySource, "\"\(name)\" holds no article: the feed has no item.")
        }
        return articles
    }

    /// The value of the text: as the standard has it, else as far as it can be made out.
    private func parse(
        _ request: ReadRequest,
        reporting diagnostics: inout Diagnostics
    ) throws(ConversionError) -> JSONValue {
        let name = request.source.name
        do throws(JSONError) {
            return try JSONParser().parse(request.source.bytes)
        } catch let fault {
            guard let value = try? JSONParser(.lenient).parse(request.source.bytes) else {
                throw ConversionError(.malformedSource, "\"\(name)\": \(fault)", line: fault.line)
            }
            diagnostics.warn(
                "json-malformed",
                "The feed is not JSON as the standard has it, and was read as far as it goes: \(fault)",
                line: fault.line
            )
            return value
        }
    }
}

/// What a feed says about all its items.
struct JSONFeed {
    let title: String?
    let home: String?
    let language: String?
    let authors: [Contributor]

    init(_ object: JSONObject) {
        title = object["title"]?.string?.filled?.trimmed
        home = object["home_page_url"]?.string?.filled ?? object["feed_url"]?.string?.filled
        language = object["language"]?.string.flatMap(LanguageTag.normalized)
        authors = Self.authors(of: object)
    }

    /// The authors of a feed or an item; version 1.0 had one.
    static func authors(of object: JSONObject) -> [Contributor] {
        let all = object["authors"]?.array ?? [object["author"]].compactMap { $0 }
        return all.compactMap { author in
            guard let name = author["name"]?.string?.filled ?? author.string?.filled else { return nil }
            return Contributor(name.trimmed, url: author["url"]?.string?.filled.flatMap(webAddress))
        }
    }
}

extension [UInt8] {
    /// Whether the bytes of `part` stand somewhere in these.
    fileprivate func holds(_ part: String.UTF8View) -> Bool {
        let part = [UInt8](part)
        guard let first = part.first, count >= part.count else { return false }
        return indices.dropLast(part.count - 1).contains { index in
            self[index] == first && self[index..<index + part.count].elementsEqual(part)
        }
    }
}
