import Offprint
import OffprintDates
import OffprintHypertext
import OffprintMarkup

/// What a page says in JSON-LD: the node of its article, and those of the page, the site and its path beside it.
struct StructuredData {
    /// A node: a value in one of the page's scripts.
    struct Node {
        let script: Int
        let entry: Int
    }

    let page: PageSource
    private(set) var scripts: [(tape: JSONTape, line: Int)] = []
    private(set) var nodes: [(node: Node, types: [String])] = []
    private var identified: [String: Node] = [:]

    init(_ page: PageSource, reporting diagnostics: inout Diagnostics) {
        self.page = page
        for node in page.index.structured {
            guard page.tree.attribute(.type, of: node)?.lowercased().holds("ld+json") == true,
                let source = page.tree.opaqueContent(of: node)
            else { continue }
            let line = page.tree.line(of: node)
            let tape = JSONTape(source)
            if tape.isBroken || (tape.roots.isEmpty && source.contains { $0 > 0x20 }) {
                diagnostics.warn(
                    "unreadable-json-ld",
                    "Structured data of the page is no JSON, or is cut off; what can be read of it is.",
                    line: line
                )
            }
            scripts.append((tape, line))
            collect(scripts.count - 1)
        }
    }

    // MARK: Nodes

    private static let links = [
        "@graph", "mainEntity", "mainEntityOfPage", "breadcrumb", "isPartOf", "publisher", "author",
    ]

    /// Collects the nodes of a script: themselves, those of lists and of `@graph`, and the page's main entity.
    private mutating func collect(_ script: Int) {
        let tape = scripts[script].tape
        var pending = tape.roots.reversed().map { (entry: $0, isAuthor: false) }
        while let (entry, isAuthor) = pending.popLast(), nodes.count < 400 {
            switch tape.entries[entry].kind {
            case .array: pending += tape.elements(of: entry).reversed().map { ($0, isAuthor) }
            case .object:
                let node = Node(script: script, entry: entry)
                let types = tape.elements(of: tape.member("@type", of: entry)).compactMap { tape.string($0) }
                    .map { $0.split { $0 == "/" || $0 == ":" || $0 == "#" }.last.map(String.init) ?? $0 }
                // An author's node says nothing of the page, but others may refer to it.
                if !types.isEmpty, !isAuthor { nodes.append((node, types)) }
                if let id = tape.string(tape.member("@id", of: entry)),
                    tape.member("name", of: entry) != nil || identified[id] == nil
                {
                    identified[id] = node
                }
                for link in Self.links.reversed() {
                    if let value = tape.member(link, of: entry) {
                        pending.append((value, isAuthor || link == "author"))
                    }
                }
            case .string, .literal: break
            }
        }
    }

    func tape(_ node: Node) -> JSONTape { scripts[node.script].tape }

    /// The value of a property, its reference followed.
    func values(_ property: String, of node: Node) -> [Node] {
        let tape = tape(node)
        return tape.elements(of: tape.member(property, of: node.entry)).map { entry in
            let value = Node(script: node.script, entry: entry)
            guard tape.entries[entry].kind == .object, tape.member("name", of: entry) == nil,
                let id = tape.string(tape.member("@id", of: entry)), let target = identified[id]
            else { return value }
            return target
        }
    }

    func text(_ property: String, of node: Node) -> String? {
        for value in values(property, of: node) {
            let tape = tape(value)
            let text =
                tape.string(value.entry) ?? tape.string(tape.member("@value", of: value.entry))
                ?? tape.string(tape.member("name", of: value.entry)) ?? tape.literal(value.entry)
            if let text = text?.claimText, text != "null" { return text }
        }
        return nil
    }

    func texts(_ property: String, of node: Node) -> [String] {
        values(property, of: node).compactMap { value in
            let tape = tape(value)
            return (tape.string(value.entry) ?? tape.string(tape.member("name", of: value.entry)))?.claimText
        }
    }

    func date(_ property: String, of node: Node) -> Timestamp? {
        text(property, of: node).flatMap(page.dates.machineDate)
    }

    /// An address: of a string, or of an object with `@id` or `url`.
    func address(_ property: String, of node: Node) -> String? {
        for value in values(property, of: node) {
            let tape = tape(value)
            let text =
                tape.string(value.entry) ?? tape.string(tape.member("@id", of: value.entry))
                ?? tape.string(tape.member("url", of: value.entry))
                ?? tape.string(tape.member("contentUrl", of: value.entry))
            if let address = text.flatMap(page.absolute) { return address }
        }
        return nil
    }

    // MARK: The article's node

    static let kinds: [String: ArticleKind] = [
        "NewsArticle": .news, "Article": .news, "ReportageNewsArticle": .feature, "AnalysisNewsArticle": .analysis,
        "BackgroundNewsArticle": .analysis, "AskPublicNewsArticle": .news, "OpinionNewsArticle": .opinion,
        "ReviewNewsArticle": .review, "Review": .review, "CriticReview": .review, "BlogPosting": .blogPost,
        "LiveBlogPosting": .liveBlog, "AdvertiserContentArticle": .advertisement, "SatiricalArticle": .opinion,
        "ScholarlyArticle": .scholarly, "MedicalScholarlyArticle": .scholarly, "Report": .news, "TechArticle": .news,
        "SocialMediaPosting": .blogPost, "DiscussionForumPosting": .blogPost, "newsArticle": .news, "article": .news,
        "Recipe": .news, "CreativeWork": .news, "Interview": .interview, "MediaGallery": .gallery,
        "ImageGallery": .gallery,
    ]

    /// The node of this page's article: of several, the one whose headline or address is the page's.
    ///
    /// - Parameter titles: what the page itself calls the article.
    func article(titled titles: [String]) -> (node: Node, types: [String])? {
        let candidates = nodes.filter { entry in entry.types.contains { Self.kinds[$0] != nil } }
        guard candidates.count > 1 else { return candidates.first }
        let own = page.address.map(AddressKey.init)
        let scored = candidates.enumerated().map { place, candidate in
            (score: score(candidate.node, types: candidate.types, titles, own) * 100 - place, candidate: candidate)
        }
        return scored.max { $0.score < $1.score }?.candidate
    }

    private func score(_ node: Node, types: [String], _ titles: [String], _ own: AddressKey?) -> Int {
        var score = 0
        if let headline = text("headline", of: node) ?? text("name", of: node) {
            score += 1
            if titles.contains(where: { $0.agrees(with: headline) }) {
                score += 4
            } else if titles.contains(where: { $0.holds(headline) || headline.holds($0) }) {
                score += 3
            }
        }
        for property in ["mainEntityOfPage", "url", "@id"] {
            if let address = address(property, of: node), let own, AddressKey(address) == own {
                score += 3
                break
            }
        }
        // A work of another kind describes a thing that the article is about.
        if types.contains("CreativeWork") || types.contains("Recipe") || types.contains("Review") { score -= 1 }
        if text("datePublished", of: node) != nil { score += 1 }
        return score
    }
}

/// An address as far as it names a page: host and path.
struct AddressKey: Equatable {
    let key: String

    init(_ address: String) {
        let behind = address.place(of: "://").map { address[$0.upperBound...] } ?? address[...]
        var path = behind.prefix { $0 != "?" && $0 != "#" }.lowercased()
        if path.hasPrefix("www.") { path.removeFirst(4) }
        while path.hasSuffix("/") { path.removeLast() }
        key = path
    }
}
