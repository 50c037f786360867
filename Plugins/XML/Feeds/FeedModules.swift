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
    ].flatMap { [$0, $0.replacing("http://", with: "https://")] }.filter { !$0.hasPrefix("http://purl.org/rss/1.0/modules") }
}

/// The elements straight within one, by module and name.
struct FeedElements {
    private struct Key: Hashable {
        let module: FeedModule
        let name: String
    }

    private var elements: [Key: [MarkupTree.NodeID]] = [:]

    init(of node: MarkupTree.NodeID, in tree: MarkupTree) {
        let own = tree.qualifiedName(of: node).namespace
        for child in tree.children(of: node) where !tree.isText(child) {
            let name = tree.qualifiedName(of: child)
            var module = FeedModule(of: name.namespace, own: own)
            // Modules of RSS share the beginning of its own address.
            if module == .own, let namespace = name.namespace, namespace != own, namespace.contains("/modules/") {
                module = .other
            }
            elements[Key(module: module, name: name.local), default: []].append(child)
        }
    }

    /// All of a name in a module, in order.
    func all(_ name: String, _ module: FeedModule = .own) -> [MarkupTree.NodeID] {
        elements[Key(module: module, name: name)] ?? []
    }

    /// The first of a name in a module.
    func first(_ name: String, _ module: FeedModule = .own) -> MarkupTree.NodeID? { all(name, module).first }
}
