import Offprint
import OffprintHypertext
import OffprintMarkup

/// One item of NewsML-G2.
struct NewsItemG2 {
    let source: XMLSource
    let item: MarkupTree.NodeID
    private let concepts: ConceptsG2
    var tree: MarkupTree { source.tree }

    init(_ source: XMLSource, _ item: MarkupTree.NodeID) {
        self.source = source
        self.item = item
        concepts = ConceptsG2(source, item)
    }

    private static let fields: [FieldRule] = [
        .byline("contentMeta/by"),
        .date(\.published, "contentMeta/contentCreated", "itemMeta/firstCreated"),
        .date(\.modified, "contentMeta/contentModified", "itemMeta/versionCreated"),
        .date(\.embargo, "itemMeta/embargoed"),
        .status("itemMeta/pubStatus@qcode", "itemMeta/pubStatus@uri"),
        .language("contentMeta/language@tag", "@lang"),
        .identifier("guid", "@guid"),
        .identifier("alt-id", "contentMeta/altId"),
        .slug("contentMeta/slugline"),
        .text(\.priority, "contentMeta/urgency"),
        .text(
            \.rights,
            "rightsInfo/copyrightNotice",
            "rightsInfo/copyrightHolder/name",
            "rightsInfo/copyrightHolder@literal",
            "rightsInfo/usageTerms"
        ),
        .list(\.notes, "itemMeta/edNote"),
    ]

    mutating func article(reporting diagnostics: inout Diagnostics) -> Article {
        var article = Article()
        article.metadata.add(Self.fields, from: item, in: source)
        addHeadlines(to: &article.metadata)
        addCreators(to: &article.metadata)
        addPlaces(to: &article.metadata)
        addAgencies(to: &article.metadata)
        addSubjects(to: &article.metadata)
        let captions = addDescriptions(to: &article.metadata)
        addContent(to: &article, captions, &diagnostics)
        addItemTitle(to: &article.metadata)
        addParts(to: &article)
        addLinks(to: &article)
        for path in Self.ignored { for node in source.find(path, from: item) { source.carry(node) } }
        return article
    }

    /// What tells how the item came about and has no place in an article.
    private static let ignored: [XMLPath] = [
        "catalogRef", "catalog", "hopHistory", "itemMeta/itemClass", "itemMeta/generator", "itemMeta/profile",
        "itemMeta/fileName", "assert", "inlineRef", "itemMeta/service", "itemMeta/memberOf",
    ]

    private func origin(_ node: MarkupTree.NodeID, _ path: String) -> Origin {
        Origin(.formatField, at: path, line: tree.line(of: node))
    }

    // MARK: Heads

    private enum HeadlineRole { case title, subtitle, kicker }

    private static func role(of word: String) -> HeadlineRole {
        let word = word.lowercased()
        if word.contains("sub") || word.contains("deck") { return .subtitle }
        if ["kicker", "strap", "over", "topline", "roof", "dachzeile"].contains(where: word.contains) {
            return .kicker
        }
        return ["main", "title", "headline", "head"].contains(where: word.hasPrefix) ? .title : .subtitle
    }

    private func addHeadlines(to metadata: inout Metadata) {
        let headlines = source.find("contentMeta/headline", from: item).compactMap { node in
            source.text(node).map {
                (
                    node: node, text: $0, role: source.attribute("role", of: node)?.codeTail,
                    rank: source.attribute("rank", of: node).flatMap { Int($0) }
                )
            }
        }
        // The one without a role is the title; of several, the first in rank.
        let title =
            headlines.filter { $0.role == nil || Self.role(of: $0.role ?? "") == .title }
            .min { (isForeign($0.node), $0.rank ?? 1, $0.node) < (isForeign($1.node), $1.rank ?? 1, $1.node) }
            ?? headlines.first
        if let title { metadata.title.add(title.text, from: origin(title.node, "contentMeta/headline")) }
        for headline in headlines where headline.node != title?.node {
            let place = origin(headline.node, "contentMeta/headline")
            switch headline.role.map(Self.role) ?? .subtitle {
            case .kicker: metadata.kicker.add(headline.text, from: place)
            case .subtitle, .title: metadata.subtitle.add(headline.text, from: place)
            }
        }
    }

    /// 1 for an element in another language than the item's.
    private func isForeign(_ node: MarkupTree.NodeID) -> Int {
        guard let own = tree.attribute(named: "lang", of: node)?.lowercased(),
            let item = source.language(at: item)?.lowercased()
        else { return 0 }
        return item.hasPrefix(own) || own.hasPrefix(item) ? 0 : 1
    }

    /// What the item is called in lists, where neither it nor its content has a headline.
    private func addItemTitle(to metadata: inout Metadata) {
        guard let node = source.first("itemMeta/title", from: item), let text = source.text(node),
            metadata.title.isEmpty
        else { return }
        metadata.title.add(text, from: origin(node, "itemMeta/title"))
    }

    /// Creators whose names are people's are authors; others took part, or are agencies.
    private func addCreators(to metadata: inout Metadata) {
        var authors: [Contributor] = []
        var others: [Contributor] = []
        var first: MarkupTree.NodeID?
        for (path, isCreator) in [("contentMeta/creator", true), ("contentMeta/contributor", false)] {
            for node in source.find(XMLPath(path), from: item) {
                let isOrganization = source.first("organisationDetails", from: node) != nil
                source.carry(node)
                guard let name = concepts.name(of: node) else { continue }
                first = first ?? node
                let role = source.attribute("role", of: node).map { concepts.label(of: $0) }
                let isPerson = !isOrganization && PrintedByline(name).names == [name]
                let kind: Contributor.Kind = isOrganization ? .organization : isPerson ? .person : .unknown
                if isCreator, isPerson {
                    authors.append(Contributor(name, kind: .person, role: role))
                } else {
                    others.append(Contributor(name, kind: kind, role: role ?? (isCreator ? "creator" : nil)))
                }
            }
        }
        guard let first else { return }
        if !authors.isEmpty { metadata.authors.add(authors, from: origin(first, "contentMeta/creator")) }
        if !others.isEmpty { metadata.contributors.add(others, from: origin(first, "contentMeta/contributor")) }
    }

    private func addPlaces(to metadata: inout Metadata) {
        let located = source.find("contentMeta/located", from: item)
        let names = located.compactMap { node -> String? in
            source.carry(node)
            return concepts.name(of: node)
        }
        if let node = located.first, !names.isEmpty {
            metadata.places.add(names.withoutRepeats, from: origin(node, "contentMeta/located"))
        }
        for node in source.find("contentMeta/dateline", from: item) {
            if let place = source.text(node).flatMap(Dateline.place) {
                metadata.places.add([place], from: origin(node, "contentMeta/dateline"))
            }
        }
    }

    private func addAgencies(to metadata: inout Metadata) {
        var agencies: [String] = []
        var first: MarkupTree.NodeID?
        for path in ["itemMeta/provider", "contentMeta/infoSource"] {
            for node in source.find(XMLPath(path), from: item) {
                source.carry(node)
                guard let name = concepts.name(of: node) ?? concepts.identity(of: node) else { continue }
                first = first ?? node
                agencies.append(name)
            }
        }
        // A creator that is an organisation is whose copy it is.
        for node in source.find("contentMeta/creator", from: item) {
            let isOrganization = source.first("organisationDetails", from: node) != nil
            guard let name = concepts.name(of: node), name.contains(" "),
                isOrganization || PrintedByline(name).names != [name]
            else { continue }
            first = first ?? node
            agencies.append(name)
        }
        if let first {
            metadata.agencies.add(
                agencies.withoutRepeats.map { Organization($0) },
                from: origin(first, "itemMeta/provider")
            )
            metadata.publisher.add(Organization(agencies[0]), from: origin(first, "itemMeta/provider"))
        }
        for node in source.find("contentMeta/creditline", from: item) {
            guard let credit = source.text(node) else { continue }
            metadata.agencies.add([Organization(credit)], from: origin(node, "contentMeta/creditline"))
        }
    }

    private func addSubjects(to metadata: inout Metadata) {
        var tags: [Tag] = []
        var genres: [String] = []
        var first: MarkupTree.NodeID?
        for node in source.find("contentMeta/subject", from: item) {
            source.carry(node)
            // An ancestor is what a broader vocabulary makes of the others.
            guard source.attribute("why", of: node)?.codeTail != "ancestor",
                let name = concepts.name(of: node) ?? concepts.known(source.attribute("qcode", of: node))
            else { continue }
            first = first ?? node
            tags.append(
                Tag(
                    name,
                    kind: ConceptsG2.kind(of: source.attribute("type", of: node)),
                    uri: concepts.address(of: node)
                )
            )
        }
        for node in source.find("contentMeta/keyword", from: item) {
            guard let word = source.text(node) else { continue }
            first = first ?? node
            tags.append(Tag(word))
        }
        for node in source.find("contentMeta/genre", from: item) {
            source.carry(node)
            if let name = concepts.name(of: node) { genres.append(name) }
        }
        if let first, !tags.isEmpty {
            var seen: Set<String> = []
            metadata.tags.add(tags.filter { seen.insert($0.name).inserted }, from: origin(first, "contentMeta/subject"))
        }
    }

    /// What the item says about itself: captions go to its pictures, the rest is its description.
    private func addDescriptions(to metadata: inout Metadata) -> [String] {
        var captions: [String] = []
        for node in source.find("contentMeta/description", from: item) {
            guard let text = source.text(node) else { continue }
            let role = source.attribute("role", of: node)?.codeTail.lowercased() ?? ""
            if role.contains("caption") { captions.append(text) }
            metadata.description.add(text, from: origin(node, "contentMeta/description"))
        }
        return captions
    }
}
