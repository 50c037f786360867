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
    /// Whether an image is shown of which nobody says what it shows.
    let lacksAlternativeText: Bool
    let identifier: String
    let modified: String

    var isDigest: Bool { chapters.count > 1 }
    /// The languages, the first chapter's first.
    var languages: [String] { chapters.map(\.language).unique }
    var language: String { languages.first ?? "und" }
    /// The direction of most pages, in which the book is leafed through.
    var direction: Direction {
        let rightToLeft = chapters.count { $0.direction == .rightToLeft }
        return rightToLeft * 2 > chapters.count ? .rightToLeft : .leftToRight
    }
    var articles: [Article] { chapters.map(\.article) }

    init(_ request: WriteRequest, hasCover: Bool, reporting diagnostics: inout Diagnostics) {
        let standard = request.options["section"].flatMap(\.singleLine) ?? ""
        var store = ImageStore()
        var chapters: [Chapter] = []
        var used: [EmbeddedImage] = []
        var lacksAlternativeText = false
        var cover: EmbeddedImage?
        for (name, entry) in Self.ordered(request.entries, standard) {
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
            if hasCover, cover == nil { cover = images.lead(of: entry.article) }
        }
        let shown = (used + (cover.map { [$0] } ?? [])).unique
        self.chapters = chapters
        self.images = shown
        self.cover = cover
        self.lacksAlternativeText = lacksAlternativeText
        sections = chapters.map(\.section).unique.map { name in (name, chapters.filter { $0.section == name }) }
        let only = chapters.count == 1 ? chapters.first : nil
        let given = request.options["title"].flatMap(\.singleLine)
        title = given ?? only?.title ?? Self.digestTitle(chapters, request.moment)
        subtitle = given == nil ? only?.article.metadata.subtitle.best?.singleLine : nil
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
        let named = entries.map { (name: $0.group.singleLine ?? standard, entry: $0) }
        var groups: [String: [WriteRequest.Entry]] = [:]
        for (name, entry) in named { groups[name, default: []].append(entry) }
        return named.map(\.name).unique.flatMap { name in (groups[name] ?? []).map { (name, $0) } }
    }

    /// A title for articles that were given none: who publishes them, and when.
    private static func digestTitle(_ chapters: [Chapter], _ moment: Timestamp?) -> String {
        let publishers = chapters.compactMap { $0.article.metadata.publisher.best?.name.singleLine }.unique
        let dates = chapters.compactMap { $0.article.metadata.published.best }
        let day = (moment ?? dates.max { $0.secondsSinceEpoch < $1.secondsSinceEpoch })?.dayText
        let name = publishers.count == 1 ? publishers[0] : "\(chapters.count) articles"
        return [name, day].compactMap { $0 }.joined(separator: ", ")
    }

    /// The book's identifier: it follows from the articles' addresses, so that a new run updates a book instead of
    /// adding another.
    ///
    /// Where an article has no address, from what it says.
    private static func identifier(_ title: String, _ chapters: [Chapter]) -> String {
        let names = chapters.map { chapter in
            chapter.article.metadata.url.best?.singleLine ?? "urn:sha1:" + SHA1.hexadecimal(of: chapter.page)
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

extension String {
    /// The text on one line without control characters; `nil` where nothing is left.
    var singleLine: String? {
        let words = unicodeScalars.split { $0.properties.isWhitespace || $0.properties.generalCategory == .control }
        return words.isEmpty ? nil : words.map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
    }
}
