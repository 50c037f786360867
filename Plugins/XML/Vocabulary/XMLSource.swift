import OffprintHypertext
import OffprintMarkup

/// A document while it is read: its tree, and which of its elements some rule has looked at.
///
/// What nobody has looked at in the end is what the format's rules do not carry.
final class XMLSource {
    /// The tree.
    let tree: MarkupTree
    /// The first element.
    let root: MarkupTree.NodeID
    /// What to call the document in messages.
    let name: String
    private var isCarried: [Bool]
    /// What the elements of feeds are called, by the numbers of their names and their entries'.
    var feedNames: [UInt64: FeedName] = [:]

    init(_ tree: MarkupTree, name: String) {
        self.tree = tree
        self.name = name
        let first = tree.children(of: tree.document).first { !tree.isText($0) } ?? tree.document
        // What stands behind the one element of a document is no reason to read it otherwise.
        let inner = tree.children(of: first).filter { !tree.isText($0) }
        let isWrapped = first != tree.document && tree.qualifiedName(of: first).local == MarkupDocument.fragmentName
        root = isWrapped && inner.count == 1 ? inner[0] : first
        isCarried = [Bool](repeating: false, count: tree.count)
    }

    // MARK: What is carried

    /// Notes that a rule has looked at an element, and at all within it unless `alone`.
    func carry(_ node: MarkupTree.NodeID, alone: Bool = false) {
        guard node < isCarried.count else { return }
        guard !alone else { return isCarried[node] = true }
        for index in node..<tree.end(of: node) { isCarried[index] = true }
    }

    /// Whether a rule has looked at an element, or it holds nothing to look at.
    func isCarried(_ node: MarkupTree.NodeID) -> Bool { isCarried[node] }

    // MARK: Looking

    /// The local name of an element.
    func name(of node: MarkupTree.NodeID) -> String { tree.qualifiedName(of: node).local }

    /// The text of an element on one line; `nil` where it has none.
    func text(_ node: MarkupTree.NodeID) -> String? {
        carry(node)
        guard tree.holdsElements(node), !tree.holdsWords(node) else { return tree.text(of: node).tidied.trimmed }
        // Elements without words between them are said one after the other.
        return tree.children(of: node).map { tree.text(of: $0) }.joined(separator: " ").tidied.trimmed
    }

    /// The value of an attribute without white space around it; `nil` where it is empty or missing.
    func attribute(_ name: String, of node: MarkupTree.NodeID) -> String? {
        guard let value = tree.attribute(named: name, of: node)?.trimmed else { return nil }
        carry(node, alone: true)
        return value
    }

    /// What a path finds below an element, in the order of the document.
    func find(_ path: XMLPath, from node: MarkupTree.NodeID) -> [MarkupTree.NodeID] { path.nodes(in: tree, from: node) }

    /// The first that a path finds.
    func first(_ path: XMLPath, from node: MarkupTree.NodeID) -> MarkupTree.NodeID? {
        path.nodes(in: tree, from: node).first
    }

    /// What a path finds, as text or as the value of the attribute that it ends with; empty ones are left out.
    func values(_ path: XMLPath, from node: MarkupTree.NodeID) -> [(text: String, node: MarkupTree.NodeID)] {
        find(path, from: node).compactMap { found in
            let value = path.attribute.map { attribute($0, of: found)?.tidied.trimmed } ?? text(found)
            return value.map { ($0, found) }
        }
    }

    /// The first value that a path finds.
    func value(_ path: XMLPath, from node: MarkupTree.NodeID) -> String? {
        for found in find(path, from: node) {
            if let value = path.attribute.map({ attribute($0, of: found)?.tidied.trimmed }) ?? text(found) {
                return value
            }
        }
        return nil
    }

    /// The language that is stated for an element, by itself or what surrounds it.
    func language(at node: MarkupTree.NodeID) -> String? { tree.inherited("lang", at: node) }
}

extension MarkupTree {
    /// The first element of a local name anywhere within a node.
    func descendant(_ name: String, in node: NodeID) -> NodeID? {
        descendants(of: node).first { !isText($0) && qualifiedName(of: $0).local == name }
    }

    /// All elements of a local name anywhere within a node.
    func descendants(named name: String, in node: NodeID) -> [NodeID] {
        descendants(of: node).filter { !isText($0) && qualifiedName(of: $0).local == name }
    }

    /// The base of a node's addresses: each `xml:base` is resolved against those around it; an empty one resets them.
    func base(at node: NodeID) -> String? {
        var bases: [String] = []
        var current = node
        while current > 0 {
            if let value = attribute(named: "base", of: current) {
                if value.isEmpty { break }
                bases.append(value)
            }
            current = parent(of: current)
        }
        guard var base = bases.popLast() else { return nil }
        while let next = bases.popLast() { base = WebAddress.resolve(next, against: base) }
        return base
    }

    /// The value of `xml:lang` that a node inherits; an empty one resets it.
    func inherited(_ name: String, at node: NodeID) -> String? {
        var current = node
        while current > 0 {
            if let value = attribute(named: name, of: current) { return value.isEmpty ? nil : value }
            current = parent(of: current)
        }
        return nil
    }

    /// Whether an element holds words straight within it.
    func holdsWords(_ node: NodeID) -> Bool {
        children(of: node).contains { child in
            isText(child) && textBytes[textRange(of: child)].contains { $0 > 0x20 }
        }
    }

    /// Whether an element holds elements.
    func holdsElements(_ node: NodeID) -> Bool { children(of: node).contains { !isText($0) } }
}
