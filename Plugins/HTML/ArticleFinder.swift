import Offprint
import OffprintMarkup

/// Finds the element that holds the article, and what within it is furniture of the page.
///
/// Paragraphs vote for the elements around them by the text that they hold outside links; the nearest count most. The
/// winner is the element with the most votes, less the share of its text that is links.
struct ArticleFinder {
    private let tree: MarkupTree
    private let title: String?
    /// For each node, how many bytes of text stand in links before it.
    private let linked: [Int32]
    /// The element that holds the article.
    private(set) var root: MarkupTree.NodeID

    init(_ tree: MarkupTree, title: String?) {
        self.tree = tree
        self.title = title
        linked = Self.linkedBytes(of: tree)
        root = tree.first(.body, in: tree.document) ?? tree.document
        root = bestCandidate() ?? root
    }

    // MARK: Features

    private static func linkedBytes(of tree: MarkupTree) -> [Int32] {
        var linked = [Int32](repeating: 0, count: tree.count + 1)
        var total: Int32 = 0
        var linkEnd = 0
        for node in tree.all {
            linked[node] = total
            if tree.name(of: node) == .a, node >= linkEnd { linkEnd = tree.end(of: node) }
            if node < linkEnd, tree.isText(node) { total += Int32(truncatingIfNeeded: tree.textRange(of: node).count) }
        }
        linked[tree.count] = total
        return linked
    }

    private func linkedBytes(in node: MarkupTree.NodeID) -> Int { Int(linked[tree.end(of: node)] - linked[node]) }

    private func linkDensity(of node: MarkupTree.NodeID) -> Double {
        Double(linkedBytes(in: node)) / Double(max(1, tree.textRange(of: node).count))
    }

    // MARK: Candidates

    private func bestCandidate() -> MarkupTree.NodeID? {
        var votes = [Double](repeating: 0, count: tree.count)
        var node = 0
        while node < tree.count {
            let name = tree.name(of: node)
            if isPageFurniture(node) {
                node = tree.end(of: node)
                continue
            }
            if name == .p || name == .pre || name == .blockquote || (name == .li && tree.first(.p, in: node) == nil) {
                vote(node, &votes)
            } else if name == .div || name == .section || name == .td || name == .article, holdsOwnText(node) {
                vote(node, &votes)
            }
            node += 1
        }
        var best: (node: Int, score: Double)?
        for node in votes.indices where votes[node] > 0 {
            let score = votes[node] * (1 - linkDensity(of: node))
            if score > best?.score ?? 0 { best = (node, score) }
        }
        return best?.node
    }

    private func vote(_ node: MarkupTree.NodeID, _ votes: inout [Double]) {
        let own = Double(tree.textRange(of: node).count - linkedBytes(in: node))
        guard own >= 40 else { return }
        let weight = min(own, 1_000)
        var ancestor = tree.parent(of: node)
        for share in [1.0, 0.5, 0.25] where ancestor > 0 {
            votes[ancestor] += weight * share
            ancestor = tree.parent(of: ancestor)
        }
    }

    /// Whether an element holds text that no element within it holds, as pages without paragraphs do.
    private func holdsOwnText(_ node: MarkupTree.NodeID) -> Bool {
        tree.children(of: node).contains { tree.isText($0) && tree.textRange(of: $0).count > 80 }
    }

    // MARK: Furniture

    /// Whether an element is furniture of the page wherever it stands: navigation, forms, what other pages say.
    private func isPageFurniture(_ node: MarkupTree.NodeID) -> Bool {
        switch tree.name(of: node) {
        case .nav, .aside, .form, .footer, .button, .script, .style, .noscript, .template, .dialog: return true
        default:
            guard let role = tree.attribute(.role, of: node)?.lowercased() else { return false }
            return ["navigation", "complementary", "contentinfo", "banner", "dialog", "menu", "search"].contains(role)
        }
    }

    /// Whether an element within the article is not of its text.
    func isFurniture(_ node: MarkupTree.NodeID) -> Bool {
        if isPageFurniture(node) {
            // The footer of a quotation says who is quoted.
            return !(tree.name(of: node) == .footer && tree.name(of: tree.parent(of: node)) == .blockquote)
        }
        switch tree.name(of: node) {
        case .h1, .h2: return title.map { tree.text(of: node).agrees(with: $0) } ?? false
        case .ul, .ol, .div, .section: return isLinkList(node)
        default: return false
        }
    }

    /// Whether an element is a list of links to other pages: three links or more, and hardly a word beside them.
    private func isLinkList(_ node: MarkupTree.NodeID) -> Bool {
        guard linkedBytes(in: node) > 0, linkDensity(of: node) > 0.8 else { return false }
        return tree.descendants(of: node).lazy.filter { tree.name(of: $0) == .a }.prefix(3).count == 3
    }
}
