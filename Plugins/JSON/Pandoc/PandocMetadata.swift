import Offprint
import OffprintInterchange

extension PandocEncoder {
    /// The metadata, under the names that pandoc's templates know where they know one, else under ours.
    mutating func metadata(_ article: Article) {
        let metadata = article.metadata
        json.beginObject()
        text("title", metadata.title.best)
        text("subtitle", metadata.subtitle.best)
        text("kicker", metadata.kicker.best)
        list("author", metadata.authors.best?.map(\.name))
        text("byline", metadata.byline.best)
        list("contributors", metadata.contributors.best?.map { $0.role.map { role in "\(role): " }.orEmpty + $0.name })
        text("date", metadata.published.best?.description)
        text("modified", metadata.modified.best?.description)
        text("expires", metadata.expires.best?.description)
        text("embargo", metadata.embargo.best?.description)
        text("status", metadata.status.best?.rawValue)
        text("lang", metadata.language.best.flatMap(LanguageTag.wellFormed))
        text("dir", metadata.direction.best?.rawValue)
        text("description", metadata.description.best)
        text("publisher", metadata.publisher.best?.name)
        list("agencies", metadata.agencies.best?.map(\.name))
        text("url", metadata.url.best.flatMap { Self.address($0) })
        list("identifiers", metadata.identifiers.best?.map { "\($0.scheme):\($0.value)" })
        list("keywords", metadata.tags.best?.map(\.name))
        list("sections", metadata.sections.best)
        text("kind", metadata.kind.best?.rawValue)
        list("images", metadata.images.best?.compactMap { $0.image.url.flatMap { Self.address($0, ofImage: true) } })
        text("access", metadata.access.best?.rawValue)
        text("rights", metadata.rights.best)
        list("places", metadata.places.best)
        text("slug", metadata.slug.best)
        text("priority", metadata.priority.best)
        json.endObject()
        diagnostics.loseFields([.notes], of: metadata, in: "A pandoc document")
    }

    /// Text as inlines: pandoc escapes those and takes plain strings for markup.
    private mutating func text(_ name: String, _ text: String?) {
        guard let text = text?.filled else { return }
        json.key(name)
        node("MetaInlines") { encoder in encoder.array { $0.words(text.trimmed) } }
    }

    private mutating func list(_ name: String, _ texts: [String]?) {
        let texts = (texts ?? []).filter { $0.filled != nil }
        guard !texts.isEmpty else { return }
        json.key(name)
        node("MetaList") { encoder in
            encoder.array { encoder in
                for text in texts {
                    encoder.node("MetaInlines") { encoder in encoder.array { $0.words(text.trimmed) } }
                }
            }
        }
    }
}

extension String? {
    fileprivate var orEmpty: String { self ?? "" }
}

extension String {
    /// The text without white space at its edges.
    var trimmed: String {
        guard let first = utf8.firstIndex(where: { $0 > 0x20 }), let last = utf8.lastIndex(where: { $0 > 0x20 }) else {
            return ""
        }
        return String(decoding: utf8[first...last], as: UTF8.self)
    }
}
