import OffprintMarkup

/// The vocabularies that feeds mix.
///
/// Their addresses vary and prefixes go undeclared, so each is known by what its address or prefix holds.
enum Vocabulary {
    /// The format's own elements: no namespace, or one that no other case has.
    case own
    case content, dublinCore, media, atom, itunes, xhtml

    init(of namespace: String?) {
        guard let namespace = namespace?.lowercased() else {
            self = .own
            return
        }
        self =
            if namespace == "content" || namespace.contains("/modules/content") {
                .content
            } else if namespace == "dc" || namespace == "dcterms" || namespace.contains("purl.org/dc/") {
                .dublinCore
            } else if namespace == "media" || namespace.contains("/mrss") {
                .media
            } else if namespace == "atom" || namespace.contains("/atom") {
                .atom
            } else if namespace == "itunes" || namespace.contains("itunes") || namespace.contains("googleplay") {
                .itunes
            } else if namespace.hasSuffix("/xhtml") {
                .xhtml
            } else {
                .own
            }
    }
}

extension MarkupTree {
    /// The elements straight within a node that have a local name and a vocabulary, in order.
    func elements(_ name: String, _ vocabulary: Vocabulary = .own, in node: NodeID) -> [NodeID] {
        children(of: node).filter { child in
            guard !isText(child) else { return false }
            let qualified = qualifiedName(of: child)
            return qualified.local == name && Vocabulary(of: qualified.namespace) == vocabulary
        }
    }

    /// The first of ``elements(_:_:in:)``.
    func element(_ name: String, _ vocabulary: Vocabulary = .own, in node: NodeID) -> NodeID? {
        elements(name, vocabulary, in: node).first
    }

    /// The first element of a local name anywhere within a node.
    func descendant(_ name: String, in node: NodeID) -> NodeID? {
        descendants(of: node).first { !isText($0) && qualifiedName(of: $0).local == name }
    }

    /// All elements of a local name anywhere within a node.
    func descendants(named name: String, in node: NodeID) -> [NodeID] {
        descendants(of: node).filter { !isText($0) && qualifiedName(of: $0).local == name }
    }

    /// The value of `xml:lang` or `xml:base` that a node inherits; an empty one resets it.
    func inherited(_ name: String, at node: NodeID) -> String? {
        var current = node
        while current > 0 {
            if let value = attribute(named: name, of: current) { return value.isEmpty ? nil : value }
            current = parent(of: current)
        }
        return nil
    }
}
