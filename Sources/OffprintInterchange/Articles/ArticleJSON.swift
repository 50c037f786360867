public import OffprintModel

/// Articles as JSON: the native format, and the form in which plugins and workers exchange them.
///
/// It is lossless: with ``ClaimSelection/all``, decoding what was encoded gives the article again, and encoding what
/// was decoded gives the same bytes. The order of keys is fixed, and fields that hold nothing or their usual value
/// are left out, but for the content that a node is there for. ``schema`` describes it.
public enum ArticleJSON {
    /// The version of the form that this one writes.
    ///
    /// A reader takes every text of the same major version and ignores fields that it does not know.
    public static let modelVersion = "1.0"

    /// Which claims of each metadata field to write.
    public enum ClaimSelection: String, Sendable, Hashable, CaseIterable {
        /// The best alone.
        case best
        /// All, with their order.
        case all
    }

    /// How deep inlines nest at most, and how deep values do in a text that is read.
    static let maximumInlineDepth = Article.maximumDepth
    // A table in a table takes seven brackets a level, an inline two.
    static let maximumDepth = 1_024
    /// What is deeper within the data of a custom node is carried as text.
    static let maximumDataDepth = 256

    /// The JSON of an article, without a line end behind it.
    ///
    /// Blocks and inlines nested past ``OffprintModel/Article/maximumDepth`` are reported as losses: a block is left
    /// out, an inline leaves its words.
    public static func encode(
        _ article: Article,
        claims: ClaimSelection = .all,
        indented: Bool = false,
        reporting diagnostics: inout Diagnostics
    ) -> [UInt8] {
        var json = JSONWriter(indented: indented)
        write(article, to: &json, claims: claims, reporting: &diagnostics)
        return json.bytes
    }

    /// The JSON of a file: of one article the object, of none or several an array, with a line end behind it.
    public static func encode(
        _ articles: [Article],
        claims: ClaimSelection = .all,
        indented: Bool = true,
        reporting diagnostics: inout Diagnostics
    ) -> [UInt8] {
        var json = JSONWriter(indented: indented)
        if articles.count != 1 { json.beginArray() }
        for article in articles { write(article, to: &json, claims: claims, reporting: &diagnostics) }
        if articles.count != 1 { json.endArray() }
        json.endLine()
        return json.bytes
    }

    /// Writes an article as one value into a text under way, such as an array or a frame.
    public static func write(
        _ article: Article,
        to json: inout JSONWriter,
        claims: ClaimSelection = .all,
        reporting diagnostics: inout Diagnostics
    ) {
        var encoder = ArticleEncoder(json: json, claims: claims)
        // One writer only, or the bytes would be copied.
        json = JSONWriter()
        encoder.article(article)
        json = encoder.json
        encoder.report(to: &diagnostics)
    }

    /// Reads the articles of a text: one object, an array of them, or one a line.
    ///
    /// - Throws: ``JSONError`` with line, column and path where the text is not JSON or not an article.
    public static func decode(
        _ bytes: [UInt8],
        reporting diagnostics: inout Diagnostics
    ) throws(JSONError) -> [Article] {
        let values = try JSONParser(maximumDepth: maximumDepth).parseSequence(bytes)
        var steps: [(value: JSONValue, steps: [JSONStep])] = []
        for (record, value) in values.enumerated() {
            // A path begins at the one value, where there is one.
            let start = values.count == 1 ? [] : [JSONStep.record(record)]
            if case .array(let elements) = value {
                for (index, element) in elements.enumerated() { steps.append((element, start + [.index(index)])) }
            } else {
                steps.append((value, start))
            }
        }
        var articles: [Article] = []
        for (value, start) in steps {
            do throws(Mismatch) {
                var decoder = ArticleDecoder()
                articles.append(try decoder.article(value))
                decoder.report(to: &diagnostics)
            } catch {
                throw error.located(in: bytes, behind: start)
            }
        }
        return articles
    }

    /// Reads an article from a value that was parsed before, such as a part of a frame.
    ///
    /// - Throws: ``JSONError`` with the path where the value is not an article.
    public static func decode(
        _ value: JSONValue,
        reporting diagnostics: inout Diagnostics
    ) throws(JSONError) -> Article {
        do throws(Mismatch) {
            var decoder = ArticleDecoder()
            let article = try decoder.article(value)
            decoder.report(to: &diagnostics)
            return article
        } catch {
            throw error.located()
        }
    }
}

/// The types of blocks, as native JSON calls them.
enum BlockType: String, CaseIterable {
    case paragraph, heading, list, quote, pullQuote, code, table, figure, embed, aside, liveEntry, definitionList
    case thematicBreak, math, footnote, custom
}

/// The types of inlines, as native JSON calls them.
enum InlineType: String, CaseIterable {
    case text, emphasis, strong, strikethrough, superscript, `subscript`, code, link, image, lineBreak
    case footnoteReference, math, quoted, cite, ruby, span, custom
}
