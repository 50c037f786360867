import Offprint
import OffprintDates
import OffprintHypertext
import OffprintMarkup

/// What elements say by `itemprop` (microdata) and `property` (RDFa) about the article's item.
struct ItemProperties {
    private let page: PageSource
    private let heading: MarkupTree.NodeID?
    private let tree: MarkupTree

    init(_ page: PageSource, heading: MarkupTree.NodeID?) {
        self.page = page
        tree = page.tree
        self.heading = heading
    }

    func add(to metadata: inout Metadata) {
        var authors: [Contributor] = []
        var authorNode: MarkupTree.NodeID?
        var tags: [String] = []
        var tagNode: MarkupTree.NodeID?
        var behindAuthor = 0
        var seen: Set<String> = []
        for node in page.index.properties {
            guard let names = tree.attribute(.itemprop, of: node) ?? tree.attribute(.property, of: node) else {
                continue
            }
            for name in names.split(separator: " ") {
                let property = name.split(separator: ":").last.map(String.init) ?? ""
                guard Self.known.contains(property), belongsToArticle(node) else { continue }
                switch property {
                case "author", "creator":
                    guard node >= behindAuthor else { continue }
                    behindAuthor = tree.end(of: node)
                    for person in people(node) where !authors.contains(where: { $0.agrees(with: person) }) {
                        authors.append(person)
                    }
                    if !authors.isEmpty { authorNode = authorNode ?? node }
                case "keywords":
                    tags += value(of: node).map(MetaElements.keywords) ?? []
                    tagNode = tagNode ?? node
                default:
                    // The parts of the article have properties of their own behind its first.
                    if seen.insert(property).inserted { add(property, node, to: &metadata) }
                }
            }
        }
        if let authorNode {
            metadata.authors.add(authors, from: page.origin(.microdata, "[itemprop=author]", authorNode))
        }
        if let tagNode {
            page.add(tags: tags, from: page.origin(.microdata, "[itemprop=keywords]", tagNode), to: &metadata)
        }
    }

    private static let known: Set<String> = [
        "author", "creator", "headline", "alternativeHeadline", "datePublished", "dateModified", "dateCreated",
        "articleSection", "keywords", "description", "inLanguage", "publisher", "created", "issued", "date",
    ]

    private func add(_ property: String, _ node: MarkupTree.NodeID, to metadata: inout Metadata) {
        let origin = page.origin(.microdata, "[itemprop=\(property)]", node)
        guard let value = value(of: node) else { return }
        switch property {
        case "headline": metadata.title.add(value, from: origin)
        case "alternativeHeadline": metadata.subtitle.add(value, from: origin)
        case "datePublished", "issued", "created", "date":
            if let date = page.dates.machineDate(value) { metadata.published.add(date, from: origin) }
        case "dateCreated":
            if let date = page.dates.machineDate(value) {
                metadata.published.add(date, from: page.origin(.jsonLDCreated, "[itemprop=dateCreated]", node))
            }
        case "dateModified": if let date = page.dates.machineDate(value) { metadata.modified.add(date, from: origin) }
        case "articleSection": metadata.sections.add([value], from: origin)
        case "description": metadata.description.add(value, from: origin)
        case "inLanguage":
            if let tag = LanguageTag.normalized(value) { metadata.language.add(tag, from: origin) }
        case "publisher":
            if let name = nameWithin(node) ?? (tree.attributeBytes(.itemscope, of: node) == nil ? value : nil) {
                metadata.publisher.add(Organization(name), from: origin)
            }
        default: break
        }
    }

    // MARK: Values

    private func value(of node: MarkupTree.NodeID) -> String? {
        if let content = (tree.attribute(.content, of: node) ?? tree.attribute(.datetime, of: node))?.claimText {
            return content
        }
        // `<abbr title="2024-05-06">6 May</abbr>` has its value for machines in the title.
        if tree.name(of: node) == .abbr, let title = tree.attribute(.title, of: node)?.claimText { return title }
        guard tree.textRange(of: node).count <= 600 else { return nil }
        return page.text(of: node)
    }

    private func nameWithin(_ node: MarkupTree.NodeID) -> String? {
        for inner in page.index.properties where inner > node && inner < tree.end(of: node) {
            guard let name = tree.attribute(.itemprop, of: inner) ?? tree.attribute(.property, of: inner),
                name == "name" || name.hasSuffix(":name")
            else { continue }
            if let value = value(of: inner) { return value }
        }
        return nil
    }

    private func people(_ node: MarkupTree.NodeID) -> [Contributor] {
        var names: [Contributor] = []
        for inner in page.index.properties where inner > node && inner < tree.end(of: node) {
            if tree.attributeBytes(.itemprop, of: inner)?.elementsEqual("name".utf8) == true,
                let value = value(of: inner)
            {
                names += AuthorNames.read(value)
            }
        }
        if !names.isEmpty { return names }
        guard let value = value(of: node), value.utf8.count <= 200 else { return [] }
        return AuthorNames.read(value)
    }

    /// Whether the item that a property is of is the article: no comment, and none of several that lacks the headline.
    private func belongsToArticle(_ node: MarkupTree.NodeID) -> Bool {
        var parent = tree.parent(of: node)
        while parent > 0 {
            if tree.attributeBytes(.itemscope, of: parent) != nil {
                if let type = tree.attribute(.itemtype, of: parent) {
                    if type.holds("Comment") || type.holds("Person") || type.holds("Organization")
                        || type.holds("ImageObject") || type.holds("WPSideBar") || type.holds("Answer")
                    {
                        return false
                    }
                }
                if let heading, type(of: parent) != "WebPage" {
                    return heading > parent && heading < tree.end(of: parent)
                }
                return true
            }
            parent = tree.parent(of: parent)
        }
        return true
    }

    private func type(of node: MarkupTree.NodeID) -> String? {
        tree.attribute(.itemtype, of: node)?.split(separator: "/").last.map(String.init)
    }
}
