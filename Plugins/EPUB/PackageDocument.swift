import Offprint
import OffprintXHTML

/// The package document: what the book is, what is in it, and in which order.
enum PackageDocument {
    static func bytes(of book: Book) -> [UInt8] {
        var out = XMLBuffer()
        out.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        out.open(
            "package",
            [
                "xmlns": "http://www.idpf.org/2007/opf",
                "version": "3.0",
                "unique-identifier": "identifier",
                "xml:lang": book.language,
                "dir": book.direction.rawValue,
            ]
        )
        out.newline()
        out.open("metadata", ["xmlns:dc": "http://purl.org/dc/elements/1.1/"])
        out.newline()
        var metadata = PackageMetadata(out)
        metadata.add(book)
        metadata.addAccessibility(book)
        out = metadata.out
        out.markup("</metadata>\n")
        manifest(book, &out)
        spine(book, &out)
        out.markup("</package>\n")
        return out.bytes
    }

    private static func manifest(_ book: Book, _ out: inout XMLBuffer) {
        func item(_ id: String, _ file: String, _ type: String, _ properties: String? = nil) {
            out.empty("item", ["id": id, "href": file, "media-type": type, "properties": properties])
            out.newline()
        }
        out.markup("<manifest>\n")
        item("nav", "nav.xhtml", "application/xhtml+xml", "nav")
        item("ncx", "toc.ncx", "application/x-dtbncx+xml")
        item("style", "style.css", "text/css")
        if book.hasCoverPage { item("cover", CoverPage.file, "application/xhtml+xml") }
        for chapter in book.chapters {
            item(chapter.id, chapter.file, "application/xhtml+xml", chapter.containsMathML ? "mathml" : nil)
        }
        for image in book.images {
            item(image.id, image.file, image.format.rawValue, image == book.cover ? "cover-image" : nil)
        }
        out.markup("</manifest>\n")
    }

    private static func spine(_ book: Book, _ out: inout XMLBuffer) {
        out.open("spine", ["toc": "ncx", "page-progression-direction": book.direction.rawValue])
        out.newline()
        // A digest opens with its contents; one article needs no page for that.
        let front = (book.hasCoverPage ? ["cover"] : []) + (book.isDigest ? ["nav"] : [])
        for id in front + book.chapters.map(\.id) {
            out.empty("itemref", ["idref": id])
            out.newline()
        }
        out.markup("</spine>\n")
    }
}

/// The metadata of a package document; nothing empty is written.
struct PackageMetadata {
    private(set) var out: XMLBuffer

    init(_ out: XMLBuffer) { self.out = out }

    mutating func add(_ book: Book) {
        let all = book.articles.map(\.metadata)
        element("dc:identifier", book.identifier, id: "identifier")
        titles(book)
        for language in book.languages { element("dc:language", language) }
        people(all)
        for name in all.compactMap({ $0.publisher.best?.name.onOneLine }).unique { element("dc:publisher", name) }
        let dates = all.compactMap(\.published.best)
        element("dc:date", dates.max { $0.secondsSinceEpoch < $1.secondsSinceEpoch }?.packageDate)
        if !book.isDigest { element("dc:description", all.first?.description.best?.onOneLine) }
        let subjects = all.flatMap { ($0.sections.best ?? []) + ($0.tags.best ?? []).map(\.name) }
        for subject in subjects.compactMap(\.onOneLine).unique { element("dc:subject", subject) }
        if !book.isDigest, let only = all.first { facts(of: only) }
        for rights in all.compactMap({ $0.rights.best?.onOneLine }).unique { element("dc:rights", rights) }
        for url in all.compactMap({ $0.url.best.flatMap { LinkTarget($0).address } }).unique {
            element("dc:source", url)
        }
        meta("dcterms:modified", book.modified)
        status(all)
        if book.isDigest {
            meta("belongs-to-collection", book.title, id: "collection")
            meta("collection-type", "set", refining: "collection")
        }
        if let cover = book.cover {
            // Readers of EPUB 2 and Kindle look for this one.
            out.empty("meta", ["name": "cover", "content": cover.id])
            out.newline()
        }
    }

    /// What is known of the one article of a book and would be untrue of a digest.
    private mutating func facts(of metadata: Metadata) {
        for identifier in metadata.identifiers.best ?? [] {
            guard let value = identifier.value.onOneLine else { continue }
            element("dc:identifier", [identifier.scheme.onOneLine, value].compactMap { $0 }.joined(separator: ":"))
        }
        element("dc:type", metadata.kind.best?.rawValue)
        if let modified = metadata.modified.best { meta("schema:dateModified", modified.packageDate) }
        if let expires = metadata.expires.best { meta("schema:expires", expires.packageDate) }
        switch metadata.access.best {
        case .free: meta("schema:isAccessibleForFree", "true")
        case .paid: meta("schema:isAccessibleForFree", "false")
        case .metered, nil: break
        }
    }

    private mutating func titles(_ book: Book) {
        element("dc:title", book.title, id: "title")
        guard let subtitle = book.subtitle else { return }
        meta("title-type", "main", refining: "title")
        element("dc:title", subtitle, id: "subtitle")
        meta("title-type", "subtitle", refining: "subtitle")
    }

    private mutating func people(_ all: [Metadata]) {
        var seen: Set<String> = []
        for author in all.flatMap({ $0.authors.best ?? [] }) {
            guard let name = author.name.onOneLine, seen.insert(name).inserted else { continue }
            let id = "creator-\(seen.count)"
            element("dc:creator", name, id: id)
            meta("role", "aut", refining: id, scheme: "marc:relators")
            meta("file-as", author.kind == .person ? FileAs.name(name) : name, refining: id)
        }
        // Where nobody says who wrote it, whoever took part without saying how is who a shelf can sort it by.
        let others = all.filter { $0.authors.best == nil }.flatMap { $0.contributors.best ?? [] }
        for contributor in others where contributor.role == nil {
            guard let name = contributor.name.onOneLine, seen.insert(name).inserted else { continue }
            let id = "creator-\(seen.count)"
            element("dc:creator", name, id: id)
            meta("file-as", contributor.kind == .person ? FileAs.name(name) : name, refining: id)
        }
        if seen.isEmpty {
            // Who publishes what nobody signed answers for it.
            for publisher in all.compactMap({ $0.publisher.best?.name.onOneLine }).unique {
                seen.insert(publisher)
                element("dc:creator", publisher, id: "creator-\(seen.count)")
                meta("file-as", publisher, refining: "creator-\(seen.count)")
            }
        }
        for contributor in all.flatMap({ $0.contributors.best ?? [] }) {
            guard let name = contributor.name.onOneLine, seen.insert(name).inserted else { continue }
            let id = "contributor-\(seen.count)"
            element("dc:contributor", name, id: id)
            meta("role", RelatorCode.of(contributor.role), refining: id, scheme: "marc:relators")
            meta("file-as", contributor.kind == .person ? FileAs.name(name) : name, refining: id)
        }
    }

    /// Whether the articles may be used, and from when, where something stands against it.
    private mutating func status(_ all: [Metadata]) {
        for status in all.compactMap(\.status.best).unique where status != .usable {
            meta("schema:creativeWorkStatus", status.rawValue)
        }
        let embargoes = all.compactMap(\.embargo.best)
        if let last = embargoes.max(by: { $0.secondsSinceEpoch < $1.secondsSinceEpoch }) {
            meta("dcterms:available", last.packageDate)
        }
    }

    mutating func addAccessibility(_ book: Book) {
        let facts = AccessibilityFacts(book)
        for (property, value) in facts.properties { meta(property, value) }
        meta("schema:accessibilitySummary", facts.summary, language: "en")
    }

    private mutating func element(_ name: String, _ text: String?, id: String? = nil) {
        guard let text = text?.onOneLine else { return }
        out.element(name, ["id": id], text: text)
        out.newline()
    }

    private mutating func meta(
        _ property: String,
        _ text: String,
        id: String? = nil,
        refining: String? = nil,
        scheme: String? = nil,
        language: String? = nil
    ) {
        out.element(
            "meta",
            [
                "property": property,
                "refines": refining.map { "#\($0)" },
                "scheme": scheme,
                "id": id,
                "xml:lang": language,
            ],
            text: text
        )
        out.newline()
    }
}

extension Timestamp {
    /// The date as W3CDTF: a time only counts with its offset.
    fileprivate var packageDate: String { time == nil || time?.offset == nil ? dayText : htmlDateTime }
}
