import Offprint
import OffprintHypertext
import OffprintMarkup

/// What the head of a page says: `meta` and `link` elements, the title, the root's language.
struct PageHead {
    private let tree: MarkupTree
    /// The address that links are relative to, as far as the head tells it.
    let base: String?
    private let given: String?

    init(_ tree: MarkupTree, address: String?) {
        self.tree = tree
        given = address
        let element = tree.first(.base, in: tree.document).flatMap { tree.attribute(.href, of: $0)?.trimmed }
        var canonical: String?
        for node in tree.all where tree.name(of: node) == .link && tree.relations(of: node).contains("canonical") {
            canonical = tree.attribute(.href, of: node)?.trimmed
            break
        }
        let page = address ?? canonical.flatMap { WebAddress.scheme(of: $0) == nil ? nil : $0 }
        base = element.map { element in page.map { WebAddress.resolve(element, against: $0) } ?? element } ?? page
    }

    func addClaims(to metadata: inout Metadata) {
        if let given, isWebAddress(given) { metadata.url.add(given, from: Origin(.user, at: "base-url")) }
        addRoot(to: &metadata)
        for node in tree.all {
            switch tree.name(of: node) {
            case .meta: addMeta(node, to: &metadata)
            case .link: addLink(node, to: &metadata)
            default: continue
            }
        }
        addTitle(to: &metadata)
    }

    private func isWebAddress(_ text: String) -> Bool { text.hasPrefix("http://") || text.hasPrefix("https://") }

    private func absolute(_ address: String) -> String? {
        let resolved = base.map { WebAddress.resolve(address, against: $0) } ?? address
        return isWebAddress(resolved) ? resolved : nil
    }

    private func origin(_ evidence: Evidence, _ locator: String, _ node: MarkupTree.NodeID) -> Origin {
        Origin(evidence, at: locator, line: tree.line(of: node))
    }

    // MARK: The root

    private func addRoot(to metadata: inout Metadata) {
        for node in tree.all where tree.name(of: node) == .html || tree.name(of: node) == .body {
            let element = tree.name(of: node).rawValue
            let language = tree.attribute(.lang, of: node) ?? tree.attribute(named: "xml:lang", of: node)
            if let tag = language.flatMap(LanguageTag.normalized) {
                metadata.language.add(tag, from: origin(.rootAttribute, "\(element)[lang]", node))
            }
            if let direction = tree.attribute(.dir, of: node).flatMap({ Direction(rawValue: $0.lowercased()) }) {
                metadata.direction.add(direction, from: origin(.rootAttribute, "\(element)[dir]", node))
            }
            if tree.name(of: node) == .body { return }
        }
    }

    // MARK: Elements of the head

    private func addLink(_ node: MarkupTree.NodeID, to metadata: inout Metadata) {
        guard let address = tree.attribute(.href, of: node)?.trimmed.flatMap(absolute) else { return }
        if tree.relations(of: node).contains("canonical") {
            metadata.url.add(address, from: origin(.linkRelation, "link[rel=canonical]", node))
        }
    }

    private func addMeta(_ node: MarkupTree.NodeID, to metadata: inout Metadata) {
        guard let content = tree.attribute(.content, of: node)?.tidied, !content.isEmpty else { return }
        let attribute: MarkupName = tree.attribute(.property, of: node) != nil ? .property : .name
        guard let key = tree.attribute(attribute, of: node)?.lowercased().trimmed else { return }
        guard let (evidence, field) = MetaElements.meaning(of: key) else { return }
        let origin = origin(evidence, "meta[\(attribute.rawValue)=\"\(key)\"]", node)
        switch field {
        case .title: metadata.title.add(content, from: origin)
        case .description: metadata.description.add(content, from: origin)
        case .authors: metadata.authors.add(AuthorNames.split(content), from: origin)
        case .published: if let date = Timestamp(published: content) { metadata.published.add(date, from: origin) }
        case .modified: if let date = Timestamp(published: content) { metadata.modified.add(date, from: origin) }
        case .publisher: metadata.publisher.add(Organization(content), from: origin)
        case .language:
            if let tag = LanguageTag.normalized(content) { metadata.language.add(tag, from: origin) }
        case .url: if let address = absolute(content) { metadata.url.add(address, from: origin) }
        case .images:
            if let address = absolute(content) {
                metadata.images.add([Picture(ImageReference(url: address))], from: origin)
            }
        case .tags: metadata.tags.add(MetaElements.keywords(content).map { Tag($0) }, from: origin)
        case .sections: metadata.sections.add([content], from: origin)
        case .rights: metadata.rights.add(content, from: origin)
        default: break
        }
    }

    // MARK: The title element

    private func addTitle(to metadata: inout Metadata) {
        guard let node = tree.first(.title, in: tree.document) else { return }
        let whole = tree.text(of: node).tidied
        guard !whole.isEmpty else { return }
        let site = metadata.publisher.best?.name
        metadata.title.add(
            SiteName.removed(from: whole, site: site),
            from: origin(.titleElement, "title", node)
        )
    }
}

/// The name of a site at the end or the start of a page's title.
enum SiteName {
    /// The title without the site's name, where a separator sets the name off; a bare hyphen within words is none.
    static func removed(from title: String, site: String?) -> String {
        guard let site, !site.isEmpty, title.utf8.count > site.utf8.count else { return title }
        // Most titles have no site's name, and splitting them at every separator takes long.
        guard String(title.suffix(site.count)).agrees(with: site) || String(title.prefix(site.count)).agrees(with: site)
        else { return title }
        for separator in [" | ", " - ", " – ", " — ", " :: ", " · ", " » ", " « ", ": "] {
            var parts = title.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
            guard parts.count > 1 else { continue }
            if let last = parts.last, last.agrees(with: site) { parts.removeLast() }
            if parts.count > 1, let first = parts.first, first.agrees(with: site) { parts.removeFirst() }
            let rest = parts.joined(separator: separator)
            if !rest.isEmpty, rest != title { return rest }
        }
        return title
    }
}
