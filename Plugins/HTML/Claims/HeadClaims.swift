import Offprint
import OffprintDates
import OffprintHypertext
import OffprintMarkup

/// What the head of a page says: `meta` and `link` elements, the title, the root's language.
struct HeadClaims {
    private let page: PageSource
    private let tree: MarkupTree

    init(_ page: PageSource) {
        self.page = page
        tree = page.tree
    }

    func add(to metadata: inout Metadata) {
        addRoot(to: &metadata)
        addMetas(to: &metadata)
        for node in page.index.links { addLink(node, to: &metadata) }
    }

    // MARK: The root

    private func addRoot(to metadata: inout Metadata) {
        for node in [page.index.root, page.index.body].compactMap(\.self) {
            let element = tree.name(of: node).rawValue
            let language = tree.attribute(.lang, of: node) ?? tree.attribute(named: "xml:lang", of: node)
            if let tag = language.flatMap(LanguageTag.normalized) {
                metadata.language.add(tag, from: page.origin(.rootAttribute, "\(element)[lang]", node))
            }
            if let direction = tree.attribute(.dir, of: node).flatMap({ Direction(rawValue: $0.lowercased()) }) {
                metadata.direction.add(direction, from: page.origin(.rootAttribute, "\(element)[dir]", node))
            }
        }
    }

    // MARK: Links

    private func addLink(_ node: MarkupTree.NodeID, to metadata: inout Metadata) {
        guard let relation = tree.attributeBytes(.rel, of: node) else { return }
        switch relation.count {
        case 9 where relation.starts(withSmall: "canonical"):
            guard let address = tree.attribute(.href, of: node)?.trimmed.flatMap(page.absolute) else { return }
            metadata.url.add(address, from: page.origin(.linkRelation, "link[rel=canonical]", node))
        case 9 where relation.starts(withSmall: "shortlink"):
            guard let address = tree.attribute(.href, of: node)?.trimmed.flatMap(page.absolute) else { return }
            let origin = page.origin(.linkRelation, "link[rel=shortlink]", node)
            metadata.identifiers.add([Identifier(address, scheme: "shortlink")], from: origin)
        case 7 where relation.starts(withSmall: "license"):
            guard let address = tree.attribute(.href, of: node)?.trimmed.flatMap(page.absolute) else { return }
            metadata.rights.add(address, from: page.origin(.linkRelation, "link[rel=license]", node))
        case 9 where relation.starts(withSmall: "alternate"):
            // The page names itself among its translations.
            guard let language = tree.attribute(.hreflang, of: node).flatMap(LanguageTag.normalized),
                let address = tree.attribute(.href, of: node)?.trimmed.flatMap(page.absolute),
                address == metadata.url.best
            else { return }
            metadata.language.add(language, from: page.origin(.linkRelation, "link[hreflang]", node))
        default: return
        }
    }

    // MARK: Meta elements

    /// The values of one name, which a list may be spread over.
    private struct Named {
        let key: String
        let attribute: String
        let evidence: Evidence
        let field: Field
        let node: MarkupTree.NodeID
        var contents: [String]
    }

    private func addMetas(to metadata: inout Metadata) {
        var named: [Named] = []
        var labels: [(String, String)] = []
        var data: [(String, String, MarkupTree.NodeID)] = []
        for node in page.index.metas {
            guard let (key, attribute) = key(of: node), let content = tree.attribute(.content, of: node),
                !content.isEmpty
            else { continue }
            if key.hasPrefix("twitter:label") {
                labels.append((String(key.dropFirst(13)), content.tidied))
            } else if key.hasPrefix("twitter:data") {
                data.append((String(key.dropFirst(12)), content, node))
            } else if key == "parsely-page" || key == "parsely-metadata" {
                addParsely(content, node, to: &metadata)
            } else if let (evidence, field) = MetaElements.meaning(of: key) {
                if let index = named.firstIndex(where: { $0.key == key }) {
                    named[index].contents.append(content)
                } else {
                    named.append(
                        Named(
                            key: key,
                            attribute: attribute,
                            evidence: evidence,
                            field: field,
                            node: node,
                            contents: [content]
                        )
                    )
                }
            }
        }
        for values in named { add(values, to: &metadata) }
        for (number, label) in labels where MetaElements.isAuthorLabel(label) {
            guard let (_, names, node) = data.first(where: { $0.0 == number }) else { continue }
            let origin = page.origin(.twitter, "meta[name=\"twitter:data\(number)\"]", node)
            let authors = AuthorNames.read(names)
            if !authors.isEmpty { metadata.authors.add(authors, from: origin) }
        }
    }

    private func key(of node: MarkupTree.NodeID) -> (String, String)? {
        for attribute in [MarkupName.property, .name, .httpEquiv] {
            guard let bytes = tree.attributeBytes(attribute, of: node), !bytes.isEmpty else { continue }
            guard MetaElements.mayMean(bytes) else { return nil }
            if let key = tree.attribute(attribute, of: node)?.lowercased().trimmed { return (key, attribute.rawValue) }
        }
        return nil
    }

    private func add(_ values: Named, to metadata: inout Metadata) {
        let origin = page.origin(values.evidence, "meta[\(values.attribute)=\"\(values.key)\"]", values.node)
        guard let first = values.contents.lazy.compactMap(\.claimText).first else { return }
        switch values.field {
        case .title: metadata.title.add(first, from: origin)
        case .description: metadata.description.add(first, from: origin)
        case .authors:
            var authors: [Contributor] = []
            for author in values.contents.flatMap({ AuthorNames.read($0) })
            where !authors.contains(where: { $0.agrees(with: author) }) {
                authors.append(author)
            }
            // Organisations named here are who runs the site.
            if values.evidence == .metaElement || values.evidence == .dublinCore,
                authors.allSatisfy({ $0.kind == .organization || ($0.kind == .unknown && $0.name.holds(" ")) })
            {
                if let first = authors.first { metadata.publisher.add(Organization(first.name), from: origin) }
            } else if !authors.isEmpty {
                metadata.authors.add(authors, from: origin)
            }
        case .published: if let date = page.dates.machineDate(first) { metadata.published.add(date, from: origin) }
        case .modified: if let date = page.dates.machineDate(first) { metadata.modified.add(date, from: origin) }
        case .expires: if let date = page.dates.machineDate(first) { metadata.expires.add(date, from: origin) }
        case .publisher:
            if !first.isWebAddress { metadata.publisher.add(Organization(first), from: origin) }
        case .language:
            if let tag = LanguageTag.normalized(first) { metadata.language.add(tag, from: origin) }
        case .url: if let address = page.absolute(first) { metadata.url.add(address, from: origin) }
        case .images:
            var pictures: [Picture] = []
            for address in values.contents.compactMap({ page.absolute($0.tidied) })
            where !pictures.contains(where: { $0.image.url == address }) {
                pictures.append(Picture(ImageReference(url: address)))
            }
            if !pictures.isEmpty { metadata.images.add(pictures, from: origin) }
        case .tags:
            let words =
                values.contents.count > 1
                ? values.contents.compactMap(\.claimText) : MetaElements.keywords(values.contents[0])
            page.add(tags: words, from: origin, to: &metadata)
        case .sections: metadata.sections.add([first], from: origin)
        case .rights: metadata.rights.add(first, from: origin)
        case .identifiers:
            let scheme = values.key.hasSuffix("doi") ? "doi" : values.key
            metadata.identifiers.add([Identifier(first, scheme: scheme)], from: origin)
        case .access:
            if let access = ["free": Access.free, "metered": .metered, "locked": .paid][first.lowercased()] {
                metadata.access.add(access, from: origin)
            }
        case .places: metadata.places.add([first], from: origin)
        default: break
        }
    }

    /// Parse.ly's older form: an object of JSON in one element.
    private func addParsely(_ content: String, _ node: MarkupTree.NodeID, to metadata: inout Metadata) {
        let bytes = Array(content.utf8)
        let tape = JSONTape(bytes[...])
        guard let root = tape.roots.first else { return }
        let origin = page.origin(.analytics, "meta[name=\"parsely-page\"]", node)
        if let title = tape.string(tape.member("title", of: root))?.claimText {
            metadata.title.add(title, from: origin)
        }
        if let date = tape.string(tape.member("pub_date", of: root)).flatMap(page.dates.machineDate) {
            metadata.published.add(date, from: origin)
        }
        let values = tape.elements(of: tape.member("authors", of: root) ?? tape.member("author", of: root))
        let authors = values.compactMap { tape.string($0) }.flatMap { AuthorNames.read($0) }
        if !authors.isEmpty { metadata.authors.add(authors, from: origin) }
        if let section = tape.string(tape.member("section", of: root))?.claimText {
            metadata.sections.add([section], from: origin)
        }
        let tags = tape.elements(of: tape.member("tags", of: root)).compactMap { tape.string($0)?.claimText }
        page.add(tags: tags, from: origin, to: &metadata)
    }
}
