import Offprint
import OffprintIdentity
import OffprintXHTML

/// A book, planned: what its files say is all decided here.
struct Book {
    /// An article as a page of the book.
    struct Chapter {
        let article: Article
        let title: String
        let section: String
        /// The file of its page, beside the package document.
        let file: String
        let id: String
        let language: String
        let direction: Direction
        let page: [UInt8]
        let containsMathML: Bool
    }

    let title: String
    let subtitle: String?
    let chapters: [Chapter]
    /// The sections in order, with the chapters of each; one without a name where the book has no sections.
    let sections: [(name: String, chapters: [Chapter])]
    /// The images, in the order in which the pages come to them.
    let images: [EmbeddedImage]
    let cover: EmbeddedImage?
    /// Whether the cover shows the book's title.
    let coverSaysTitle: Bool
    /// Whether the cover stands on a page of its own: an article that shows it opens with itself.
    let hasCoverPage: Bool
    /// Who publishes the articles; empty where that is not one.
    let source: String
    /// The day of the latest article; empty where none has a date.
    let day: String
    /// Whether an image is shown of which nobody says what it shows.
    let lacksAlternativeText: Bool
    let identifier: String
    let modified: String
    /// The languages, the first chapter's first.
    let languages: [String]
    /// The direction of most pages, in which the book is leafed through.
    let direction: Direction

    var language: String { languages.first ?? "und" }
    var isDigest: Bool { chapters.count > 1 }
    var articles: [Article] { chapters.map(\.article) }

    init(_ request: WriteRequest, _ settings: BookSettings, reporting diagnostics: inout Diagnostics) {
        var store = ImageStore(for: settings.profile)
        var chapters: [Chapter] = []
        var used: [EmbeddedImage] = []
        var lacksAlternativeText = false
        var lead: EmbeddedImage?
        for (name, entry) in Self.ordered(request.entries, settings.section) {
            let images = store.embed(entry.article)
            let number = chapters.count + 1
            let page = ArticlePage(entry.article, images: images, reporting: &diagnostics)
            chapters.append(
                Chapter(
                    article: entry.article,
                    title: page.title,
                    section: name,
                    file: "article-\(number).xhtml",
                    id: "article-\(number)",
                    language: page.language,
                    direction: page.direction,
                    page: page.bytes,
                    containsMathML: page.containsMathML
                )
            )
            used += page.images
            lacksAlternativeText = lacksAlternativeText || page.lacksAlternativeText
            lead = lead ?? images.lead(of: entry.article)
        }
        self.chapters = chapters
        self.lacksAlternativeText = lacksAlternativeText
        languages = chapters.map(\.language).unique
        let rightToLeft = chapters.count { $0.direction == .rightToLeft }
        direction = rightToLeft * 2 > chapters.count ? .rightToLeft : .leftToRight
        let bySection = Dictionary(grouping: chapters, by: \.section)
        sections = chapters.map(\.section).unique.map { name in (name, bySection[name] ?? []) }
        let only = chapters.count == 1 ? chapters.first : nil
        title = settings.title ?? only?.title ?? Self.digestTitle(chapters, request.moment)
        subtitle = settings.title == nil ? only?.article.metadata.subtitle.best?.onOneLine : nil
        source = Self.source(chapters)
        day = Self.latest(chapters)?.dayText ?? ""
        switch settings.cover {
        case .none: (cover, coverSaysTitle) = (nil, false)
        case .given(let bytes, let format): (cover, coverSaysTitle) = (EmbeddedImage(bytes, format), false)
        case .automatic:
            if let lead {
                (cover, coverSaysTitle) = (lead, false)
            } else {
                let isRightToLeft = chapters.first?.direction == .rightToLeft
                let drawn = DrawnCover(title: title, source: source, date: day, isRightToLeft: isRightToLeft)
                (cover, coverSaysTitle) = (EmbeddedImage(drawn.png(), .png), drawn.saysTitle)
            }
        }
        hasCoverPage = cover.map { chapters.count > 1 || !used.contains($0) } ?? false
        images = (used + (cover.map { [$0] } ?? [])).unique
        identifier = Self.identifier(title, chapters)
        modified = Self.modified(request.moment, chapters.map(\.article))
    }

    /// The entries section by section, in the order in which the sections come, each with its section's name.
    ///
    /// Pages and navigation must have one order, so articles of one section stand together.
    private static func ordered(
        _ entries: [WriteRequest.Entry],
        _ standard: String
    ) -> [(name: String, entry: WriteRequest.Entry)] {
        guard entries.count > 1 else { return entries.map { ("", $0) } }
        let named = entries.map { (name: $0.group.onOneLine ?? standard, entry: $0) }
        var groups: [String: [WriteRequest.Entry]] = [:]
        for (name, entry) in named { groups[name, default: []].append(entry) }
        return named.map(\.name).unique.flatMap { name in (groups[name] ?? []).map { (name, $0) } }
    }

    private static func latest(_ chapters: [Chapter]) -> Timestamp? {
        chapters.compactMap { $0.article.metadata.published.best }
            .max { $0.secondsSinceEpoch < $1.secondsSinceEpoch }
    }

    /// Who publishes all of the articles, by name or else by the host of their addresses.
    private static func source(_ chapters: [Chapter]) -> String {
        let names = chapters.map { chapter in
            chapter.article.metadata.publisher.best?.name.onOneLine
                ?? chapter.article.metadata.url.best.flatMap { LinkTarget($0).address }.flatMap(host)
        }
        return Set(names).count == 1 ? (names.first ?? nil) ?? "" : ""
    }

    private static func host(of address: String) -> String? {
        let parts = address.split(separator: "/", maxSplits: 2)
        guard parts.count > 1, parts[0].hasPrefix("http") else { return nil }
        return String(parts[1].hasPrefix("www.") ? parts[1].dropFirst(4) : parts[1])
    }

    /// A title for articles that were given none: who publishes them, and when.
    private static func digestTitle(_ chapters: [Chapter], _ moment: Timestamp?) -> String {
        let publishers = chapters.compactMap { $0.article.metadata.publisher.best?.name.onOneLine }.unique
        let day = (moment ?? latest(chapters))?.dayText
        let name = publishers.count == 1 ? publishers[0] : "\(chapters.count) articles"
        return [name, day].compactMap { $0 }.joined(separator: ", ")
    }

    /// The book's identifier: it follows from the articles' addresses, so that a new run updates a book instead of
    /// adding another.
    ///
    /// Where an article has no address, from what it says.
    private static func identifier(_ title: String, _ chapters: [Chapter]) -> String {
        let names = chapters.map { chapter in
            chapter.article.metadata.url.best?.onOneLine ?? "urn:sha1:" + SHA1.hexadecimal(of: chapter.page)
        }
        guard names.count > 1 else { return UUIDv5.urn(for: names.first ?? "") }
        return UUIDv5.urn(for: ([title] + names).joined(separator: "\n"))
    }

    /// When the book was made, as EPUB wants it: a moment in UTC to the second.
    ///
    /// A writer has no clock. Without a moment from outside, the articles' own last change stands for it; without
    /// that, a constant does, because the element is required and the bytes must not differ from run to run.
    private static func modified(_ moment: Timestamp?, _ articles: [Article]) -> String {
        let own = articles.compactMap { $0.metadata.modified.best ?? $0.metadata.published.best }
        let latest = own.max { $0.secondsSinceEpoch < $1.secondsSinceEpoch }
        let chosen = (moment ?? latest).flatMap { Timestamp(secondsSinceEpoch: $0.secondsSinceEpoch) }
        return chosen?.description ?? "2000-01-01T00:00:00Z"
    }
}

extension Array where Element: Hashable {
    /// The elements, each where it first stands.
    var unique: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
