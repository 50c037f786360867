import Offprint
import OffprintHypertext

/// The claims of the nodes of JSON-LD.
extension StructuredData {
    func addClaims(titled titles: [String], to metadata: inout Metadata) {
        let article = article(titled: titles)
        if let article { add(article.node, article.types, to: &metadata) }
        for (node, types) in nodes {
            if types.contains(where: Self.pages.contains) {
                addPage(node, types, hasArticle: article != nil, to: &metadata)
            }
            if types.contains(where: Self.sites.contains) { addSite(node, types, to: &metadata) }
            if types.contains("BreadcrumbList") { addPath(node, titled: titles, to: &metadata) }
        }
    }

    private static let pages: Set<String> = [
        "WebPage", "ItemPage", "AboutPage", "CollectionPage", "webPage", "FAQPage",
    ]
    private static let sites: Set<String> = ["WebSite", "NewsMediaOrganization", "Organization"]

    private func origin(_ evidence: Evidence, _ type: String, _ property: String, _ node: Node) -> Origin {
        Origin(evidence, at: "JSON-LD \(type).\(property)", line: scripts[node.script].line)
    }

    // MARK: The article

    private func add(_ node: Node, _ types: [String], to metadata: inout Metadata) {
        func origin(_ property: String) -> Origin { self.origin(.jsonLD, types[0], property, node) }
        let known = types.compactMap { Self.kinds[$0] }
        // Beside a general type stands a special one, if any.
        if let kind = known.first(where: { $0 != .news }) ?? known.first {
            metadata.kind.add(kind, from: origin("@type"))
        }
        if let title = text("headline", of: node) ?? text("name", of: node) {
            metadata.title.add(title, from: origin("headline"))
        }
        if let subtitle = text("alternativeHeadline", of: node) {
            metadata.subtitle.add(subtitle, from: origin("alternativeHeadline"))
        }
        if let description = text("description", of: node) {
            metadata.description.add(description, from: origin("description"))
        }
        let authors = people("author", of: node)
        if !authors.isEmpty { metadata.authors.add(authors, from: origin("author")) }
        let creators = people("creator", of: node)
        if !creators.isEmpty {
            metadata.authors.add(creators, from: self.origin(.jsonLDPage, types[0], "creator", node))
        }
        let contributors = people("contributor", of: node) + people("editor", of: node)
        if !contributors.isEmpty { metadata.contributors.add(contributors, from: origin("contributor")) }
        if let date = date("datePublished", of: node) { metadata.published.add(date, from: origin("datePublished")) }
        if let date = date("dateCreated", of: node) {
            metadata.published.add(date, from: self.origin(.jsonLDCreated, types[0], "dateCreated", node))
        }
        if let date = date("dateModified", of: node) { metadata.modified.add(date, from: origin("dateModified")) }
        if let date = date("expires", of: node) { metadata.expires.add(date, from: origin("expires")) }
        if let publisher = organizations("publisher", of: node).first {
            metadata.publisher.add(publisher, from: origin("publisher"))
        }
        let agencies = organizations("sourceOrganization", of: node)
        if !agencies.isEmpty { metadata.agencies.add(agencies, from: origin("sourceOrganization")) }
        addLanguage(node, from: origin("inLanguage"), to: &metadata)
        let keywords = texts("keywords", of: node)
        page.add(
            tags: keywords.count == 1 ? MetaElements.keywords(keywords[0]) : keywords,
            from: origin("keywords"),
            to: &metadata
        )
        let sections = texts("articleSection", of: node)
        if !sections.isEmpty { metadata.sections.add(sections, from: origin("articleSection")) }
        for property in ["mainEntityOfPage", "url"] {
            if let address = address(property, of: node) {
                metadata.url.add(address, from: origin(property))
                break
            }
        }
        addImages(node, from: origin("image"), to: &metadata)
        addRest(node, origin: origin, to: &metadata)
    }

    private func addRest(_ node: Node, origin: (String) -> Origin, to metadata: inout Metadata) {
        switch text("isAccessibleForFree", of: node)?.lowercased() {
        case "true": metadata.access.add(.free, from: origin("isAccessibleForFree"))
        case "false": metadata.access.add(.paid, from: origin("isAccessibleForFree"))
        default: break
        }
        if let rights = text("copyrightNotice", of: node) ?? address("license", of: node) {
            metadata.rights.add(rights, from: origin("license"))
        }
        let places =
            texts("dateline", of: node) + texts("contentLocation", of: node) + texts("locationCreated", of: node)
        if !places.isEmpty { metadata.places.add(places, from: origin("contentLocation")) }
        if let id = text("identifier", of: node) {
            metadata.identifiers.add([Identifier(id, scheme: "identifier")], from: origin("identifier"))
        }
    }

    private func addLanguage(_ node: Node, from origin: Origin, to metadata: inout Metadata) {
        let names = values("inLanguage", of: node).compactMap { value in
            let tape = tape(value)
            return tape.string(value.entry) ?? tape.string(tape.member("alternateName", of: value.entry))
        }
        if let language = names.lazy.compactMap(LanguageTag.normalized).first {
            metadata.language.add(language, from: origin)
        }
    }

    private func addImages(_ node: Node, from origin: Origin, to metadata: inout Metadata) {
        let pictures = values("image", of: node).compactMap { value -> Picture? in
            let tape = tape(value)
            let text =
                tape.string(value.entry) ?? tape.string(tape.member("url", of: value.entry))
                ?? tape.string(tape.member("contentUrl", of: value.entry))
                ?? tape.string(tape.member("@id", of: value.entry))
            guard let address = text.flatMap(page.absolute) else { return nil }
            func size(_ property: String) -> Int? {
                let value = tape.member(property, of: value.entry)
                return (tape.literal(value) ?? tape.string(value)).flatMap { Int($0) }
            }
            return Picture(
                ImageReference(url: address, width: size("width"), height: size("height")),
                caption: tape.string(tape.member("caption", of: value.entry))?.claimText
                    ?? tape.string(tape.member("description", of: value.entry))?.claimText,
                credit: tape.string(tape.member("creditText", of: value.entry))?.claimText
            )
        }
        if !pictures.isEmpty { metadata.images.add(pictures, from: origin) }
    }

    // MARK: Page, site, path

    private func addPage(_ node: Node, _ types: [String], hasArticle: Bool, to metadata: inout Metadata) {
        func origin(_ property: String) -> Origin { self.origin(.jsonLDPage, types[0], property, node) }
        // Pages of other articles are named as parts of lists.
        if let address = address("url", of: node) ?? address("@id", of: node), let own = page.address,
            AddressKey(address) != AddressKey(own), hasArticle
        {
            return
        }
        if let date = date("datePublished", of: node) { metadata.published.add(date, from: origin("datePublished")) }
        if let date = date("dateModified", of: node) { metadata.modified.add(date, from: origin("dateModified")) }
        let authors = people("author", of: node)
        if !authors.isEmpty { metadata.authors.add(authors, from: origin("author")) }
        if let title = text("headline", of: node) ?? text("name", of: node) {
            metadata.title.add(title, from: origin("name"))
        }
        if let description = text("description", of: node) {
            metadata.description.add(description, from: origin("description"))
        }
        addLanguage(node, from: origin("inLanguage"), to: &metadata)
    }

    private func addSite(_ node: Node, _ types: [String], to metadata: inout Metadata) {
        guard let name = text("name", of: node), !name.isWebAddress else { return }
        let organization = Organization(name, url: address("url", of: node))
        metadata.publisher.add(organization, from: origin(.jsonLDPage, types[0], "name", node))
    }

    private func addPath(_ node: Node, titled titles: [String], to metadata: inout Metadata) {
        var names: [(Int, String)] = []
        for (place, item) in values("itemListElement", of: node).enumerated() {
            let tape = tape(item)
            let inner = tape.member("item", of: item.entry)
            let name =
                tape.string(tape.member("name", of: item.entry))
                ?? inner.flatMap { tape.string(tape.member("name", of: $0)) }
            let position =
                (tape.literal(tape.member("position", of: item.entry))
                ?? tape.string(tape.member("position", of: item.entry)))
                .flatMap { Int($0) } ?? place
            if let name = name?.claimText { names.append((position, name)) }
        }
        let sorted = names.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(
            \.element.1
        )
        let sections = Breadcrumbs.sections(of: sorted, title: titles + metadata.title.all.map(\.value))
        if !sections.isEmpty {
            metadata.sections.add(sections, from: origin(.breadcrumb, "BreadcrumbList", "itemListElement", node))
        }
    }

    // MARK: People

    func people(_ property: String, of node: Node) -> [Contributor] {
        var found: [Contributor] = []
        for value in values(property, of: node) {
            let tape = tape(value)
            if let names = tape.string(value.entry) {
                found += AuthorNames.read(names)
                continue
            }
            guard tape.entries[value.entry].kind == .object else { continue }
            let type = tape.elements(of: tape.member("@type", of: value.entry)).compactMap { tape.string($0) }.first
            let address = tape.elements(of: tape.member("url", of: value.entry)).lazy.compactMap { tape.string($0) }
                .compactMap(page.absolute).first
            let role = tape.string(tape.member("jobTitle", of: value.entry))?.claimText
            let names = tape.elements(of: tape.member("name", of: value.entry)).compactMap { tape.string($0) }
            for var person in names.flatMap({ AuthorNames.read($0) }) {
                if type?.hasSuffix("Organization") == true { person.kind = .organization }
                if type == "Person", person.kind == .unknown { person.kind = .person }
                person.url = address
                person.role = role
                found.append(person)
            }
        }
        var unique: [Contributor] = []
        for person in found where !unique.contains(where: { $0.agrees(with: person) }) { unique.append(person) }
        return unique
    }

    private func organizations(_ property: String, of node: Node) -> [Organization] {
        values(property, of: node).compactMap { value in
            let tape = tape(value)
            // An address names no one.
            if let name = tape.string(value.entry)?.claimText { return name.isWebAddress ? nil : Organization(name) }
            guard let name = tape.string(tape.member("name", of: value.entry))?.claimText, !name.isWebAddress else {
                return nil
            }
            return Organization(name, url: tape.string(tape.member("url", of: value.entry)).flatMap(page.absolute))
        }
    }
}

/// The path of a page through its site.
enum Breadcrumbs {
    /// The sections of a path: without the start page and the article itself.
    static func sections(of names: [String], title: [String]) -> [String] {
        var names = names.filter { !$0.isEmpty && $0.utf8.count <= 80 }
        if let first = names.first?.lowercased(), homes.contains(first) { names.removeFirst() }
        if let last = names.last,
            title.contains(where: { $0.agrees(with: last) || $0.hasPrefix(last) || last.hasPrefix($0) })
        {
            names.removeLast()
        }
        return names
    }

    private static let homes: Set<String> = [
        "home", "homepage", "startseite", "start", "accueil", "inicio", "início", "home page", "hem", "hjem", "forside",
        "forsiden",
        "etusivu", "ana sayfa", "anasayfa", "главная", "головна", "početna", "domů", "strona główna", "beranda", "トップ",
        "首页",
        "홈", "portada", "news", "front page",
    ]
}
