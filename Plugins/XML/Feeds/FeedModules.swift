import OffprintHypertext
import OffprintMarkup

/// The vocabularies that feeds mix.
///
/// Their addresses vary and prefixes go undeclared, so each is known by what its address or prefix holds.
enum FeedModule: Hashable {
    /// The elements of the feed's own format.
    case own
    case content, dublinCore, media, atom, xhtml
    /// A module that nothing here knows, which may have elements of the same names.
    case other

    /// - Parameter own: the namespace of the entry that holds the element.
    init(of namespace: String?, own: String?) {
        guard let namespace, namespace != own else {
            self = .own
            return
        }
        let address = namespace.lowercased()
        self =
            if address == "content" || address.contains("/modules/content") {
                .content
            } else if address == "dc" || address == "dcterms" || address.contains("purl.org/dc/") {
                .dublinCore
            } else if address == "media" || address.contains("/mrss") {
                .media
            } else if address == "atom" || address.contains("/atom") {
                .atom
            } else if address.hasSuffix("/xhtml") {
                .xhtml
            } else if Self.feedAddresses.contains(where: address.hasPrefix) {
                .own
            } else {
                .other
            }
    }

    private static let feedAddresses = [
        "http://purl.org/rss/1.0/", "http://my.netscape.com/", "http://backend.userland.com/",
        "http://blogs.law.harvard.edu/", "http://cyber.law.harvard.edu/", "http://purl.org/net/rss",
        "http://channel.netscape.com/",
    ].flatMap { [$0, $0.replacing("http://", with: "https://")] }
}

/// What an element of a feed is called.
struct FeedName: Hashable {
    let module: FeedModule
    let name: String
}

/// The elements straight within one, by module and name.
struct FeedElements {
    private var elements: [FeedName: [MarkupTree.NodeID]] = [:]

    init(of node: MarkupTree.NodeID, in source: XMLSource) {
        for child in source.tree.children(of: node) where !source.tree.isText(child) {
            elements[source.feedName(of: child, within: node), default: []].append(child)
        }
    }

    /// All of a name in a module, in order.
    func all(_ name: String, _ module: FeedModule = .own) -> [MarkupTree.NodeID] {
        elements[FeedName(module: module, name: name)] ?? []
    }

    /// The first of a name in a module.
    func first(_ name: String, _ module: FeedModule = .own) -> MarkupTree.NodeID? { all(name, module).first }
}

extension XMLSource {
    /// The name of an element within an entry, looked up once for all elements of its name.
    func feedName(of node: MarkupTree.NodeID, within entry: MarkupTree.NodeID) -> FeedName {
        let key = UInt64(tree.nameNumber(of: node)) << 32 | UInt64(tree.nameNumber(of: entry))
        if let known = feedNames[key] { return known }
        let name = tree.qualifiedName(of: node)
        let own = tree.qualifiedName(of: entry).namespace
        var module = FeedModule(of: name.namespace, own: own)
        // Modules of RSS share the beginning of its own address.
        if module == .own, let namespace = name.namespace, namespace != own, namespace.contains("/modules/") {
            module = .other
        }
        let feedName = FeedName(module: module, name: name.local)
        feedNames[key] = feedName
        return feedName
    }
}
