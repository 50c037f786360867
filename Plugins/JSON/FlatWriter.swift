public import Offprint
import OffprintHypertext
import OffprintInterchange
import OffprintXHTML

/// Writes one flat record a line for data work: the best claim of each field, and the body as plain text.
public struct FlatWriter: Writer {
    /// `flat`.
    public let format = Format.flat

    /// Creates the writer.
    public init() {}

    /// Writes the records.
    ///
    /// A record is a summary by design: marks, links and layout are not losses of its own. What a custom node holds
    /// beside its fallback is.
    public func write(_ request: WriteRequest, reporting diagnostics: inout Diagnostics) -> Rendition {
        var json = JSONWriter()
        for entry in request.entries {
            record(entry, to: &json)
            json.endLine()
            reportCustomNodes(of: entry.article, to: &diagnostics)
        }
        return Rendition(json.bytes)
    }

    // MARK: The record

    private func record(_ entry: WriteRequest.Entry, to json: inout JSONWriter) {
        let metadata = entry.article.metadata
        json.beginObject()
        json.field("id", entry.id)
        json.field("source", entry.source)
        json.nullable("url", metadata.url.best.flatMap(harmless))
        json.nullable("title", metadata.title.best)
        json.nullable("subtitle", metadata.subtitle.best)
        json.nullable("kicker", metadata.kicker.best)
        json.field("authors", (metadata.authors.best ?? []).map(\.name))
        json.nullable("byline", metadata.byline.best)
        json.nullable("published", metadata.published.best?.description)
        json.nullable("modified", metadata.modified.best?.description)
        json.nullable("language", metadata.language.best)
        json.nullable("direction", metadata.direction.best?.rawValue)
        json.nullable("description", metadata.description.best)
        json.nullable("publisher", metadata.publisher.best?.name)
        json.field("agency", (metadata.agencies.best ?? []).map(\.name))
        json.field("section", metadata.sections.best ?? [])
        json.field("tags", (metadata.tags.best ?? []).map(\.name))
        images(of: entry.article, to: &json)
        json.nullable("kind", metadata.kind.best?.rawValue)
        json.nullable("access", metadata.access.best?.rawValue)
        json.nullable("rights", metadata.rights.best)
        let places = metadata.places.best ?? []
        json.nullable("place", places.isEmpty ? nil : places.joined(separator: ", "))
        json.nullable("status", metadata.status.best?.rawValue)
        json.field("ids", (metadata.identifiers.best ?? []).map(\.value))
        let text = entry.article.body.plainText
        json.field("text", text)
        json.field("paragraphs", paragraphs(in: entry.article.body))
        json.field("words", WordCount.words(in: text))
        json.endObject()
    }

    /// The pictures that stand for the article, then those of its figures, each address once.
    private func images(of article: Article, to json: inout JSONWriter) {
        var pictures = article.metadata.images.best ?? []
        json.nullable("image", pictures.first.flatMap { address(of: $0.image, in: article) })
        // The same picture in the body may say more about itself.
        var places = Dictionary(
            pictures.indices.compactMap { index in address(of: pictures[index].image, in: article).map { ($0, index) }
            },
            uniquingKeysWith: { first, _ in first }
        )
        article.body.walk { block, _ in
            guard case .figure(let figure) = block else { return }
            let caption = figure.caption.plainText
            for image in figure.images {
                let picture = Picture(image, caption: caption.isEmpty ? nil : caption, credit: figure.credit)
                guard let url = address(of: image, in: article) else { continue }
                if let place = places[url] {
                    pictures[place].caption = pictures[place].caption ?? picture.caption
                    pictures[place].credit = pictures[place].credit ?? picture.credit
                    let alternativeText = pictures[place].image.alternativeText
                    pictures[place].image.alternativeText = alternativeText ?? image.alternativeText
                } else {
                    places[url] = pictures.count
                    pictures.append(picture)
                }
            }
        }
        json.array("images", pictures) { json, picture in
            json.object { json in
                json.nullable("url", address(of: picture.image, in: article))
                json.nullable("caption", picture.caption)
                json.nullable("credit", picture.credit)
                json.nullable("alt", picture.image.alternativeText)
            }
        }
    }

    /// An image's own address, or that of the resource which holds it.
    private func address(of image: ImageReference, in article: Article) -> String? {
        if let url = image.url { return harmless(url) }
        switch image.resource.flatMap({ article.resources[$0] })?.location {
        case .remote(let url): return harmless(url)
        case .file(let path): return harmless(path)
        case .bytes, nil: return nil
        }
    }

    /// An address as it is but for a user and a password, unless following it runs something.
    private func harmless(_ address: String) -> String? {
        WebAddress.isSafe(address) ? LinkTarget.withoutCredentials(address) ?? address : nil
    }

    /// The paragraphs outside quotes, lists, tables and figures; those of fact boxes and live entries count.
    private func paragraphs(in body: [Block]) -> Int {
        var count = 0
        var pending = body
        while let block = pending.popLast() {
            switch block {
            case .paragraph: count += 1
            case .aside, .liveEntry, .custom: pending.append(contentsOf: block.children)
            case .heading, .list, .quote, .pullQuote, .code, .table, .figure, .embed, .definitionList, .thematicBreak,
                .math, .footnote:
                break
            }
        }
        return count
    }

    // MARK: Losses

    private func reportCustomNodes(of article: Article, to diagnostics: inout Diagnostics) {
        var names: Set<String> = []
        func look(_ run: [Inline]) { run.walk { if case .custom(let custom) = $0 { names.insert(custom.name) } } }
        article.body.walk { block, _ in
            switch block {
            case .custom(let custom): names.insert(custom.name)
            // Nearly all are these; they need no list of runs.
            case .paragraph(let run, _), .heading(_, let run): look(run)
            case .list, .quote, .pullQuote, .code, .table, .figure, .embed, .aside, .liveEntry, .definitionList,
                .thematicBreak, .math, .footnote:
                block.inlines.forEach(look)
            }
        }
        for name in names.sorted() {
            diagnostics.lose("custom-node", "A flat record holds of \"\(name)\" only the text to show in its place.")
        }
    }
}

extension JSONWriter {
    /// Writes a key and a string, or `null`: a record has every key.
    fileprivate mutating func nullable(_ name: String, _ text: String?) {
        key(name)
        if let text { string(text) } else { null() }
    }
}
