import Offprint
import OffprintHypertext
import OffprintMarkup

/// Authors by the elements that are marked as theirs: `rel=author`, a vCard, a class, a link to an author's page.
struct MarkedBylines {
    private struct Candidate {
        let node: MarkupTree.NodeID
        let evidence: Evidence
        let names: [Contributor]
    }

    private let page: PageSource
    private let zone: HeadlineZone
    private let lines: PageLines
    private let tree: MarkupTree
    private var candidates: [Candidate] = []
    private(set) var consumed: [MarkupTree.NodeID] = []

    init(_ page: PageSource, zone: HeadlineZone) {
        self.page = page
        tree = page.tree
        self.zone = zone
        lines = PageLines(page)
        collect()
    }

    mutating func consume(_ node: MarkupTree.NodeID) { consumed.append(node) }

    func add(to metadata: inout Metadata) {
        let near = candidates.filter { zone.isNear($0.node) }
        let (behind, before) = (
            near.filter { $0.node >= zone.heading.upperBound }, near.filter { $0.node < zone.heading.lowerBound }
        )
        if !add(behind, to: &metadata), !add(before.reversed(), to: &metadata) {
            // Farther off, a name must be the only one: lists of other articles have several.
            let far = candidates.filter { $0.node >= zone.heading.upperBound && $0.evidence != .authorLink }
            let all = far.flatMap(\.names)
            if let first = all.first, all.allSatisfy({ $0.agrees(with: first) }) { _ = add(far, to: &metadata) }
        }
    }

    /// Adds the first of the candidates, and those beside it; gives whether there was one.
    private func add(_ candidates: [Candidate], to metadata: inout Metadata) -> Bool {
        guard let first = candidates.first else { return false }
        for evidence in [Evidence.linkRelation, .byline, .authorLink] {
            guard let start = candidates.firstIndex(where: { $0.evidence == evidence }) else { continue }
            var authors: [Contributor] = []
            var end = tree.textRange(of: candidates[start].node).lowerBound
            for candidate in candidates[start...] where candidate.evidence == evidence {
                let range = tree.textRange(of: candidate.node)
                guard abs(range.lowerBound - end) <= 60 else { break }
                for name in candidate.names where !authors.contains(where: { $0.agrees(with: name) }) {
                    authors.append(name)
                }
                end = range.upperBound
            }
            metadata.authors.add(authors, from: page.origin(evidence, Self.locator(evidence), candidates[start].node))
        }
        let text = lines.text(of: first.node)
        if text.utf8.count <= 200 {
            metadata.byline.add(text, from: page.origin(first.evidence, Self.locator(first.evidence), first.node))
        }
        return true
    }

    private static func locator(_ evidence: Evidence) -> String {
        switch evidence {
        case .linkRelation: "a[rel=author]"
        case .byline: "class of a byline"
        default: "link to an author's page"
        }
    }

    // MARK: Candidates

    private mutating func collect() {
        var end = 0
        for node in page.index.anchors where !zone.isAside(node) && !zone.heading.contains(node) {
            let isRelation = tree.attributeBytes(.rel, of: node).map { Self.hasWord($0, "author") } ?? false
            guard isRelation || PageIndex.leadsToAuthor(tree, node) else { continue }
            guard let names = names(ofLink: node, isRelation) else { continue }
            candidates.append(Candidate(node: node, evidence: isRelation ? .linkRelation : .authorLink, names: names))
        }
        for (node, marks) in page.index.marked where marks.contains(.author) && node >= end {
            guard !zone.isAside(node), !zone.heading.contains(node), tree.textRange(of: node).count <= 1_500,
                !isOfPicture(node)
            else { continue }
            let names = names(of: node)
            guard !names.isEmpty else { continue }
            candidates.append(Candidate(node: node, evidence: .byline, names: names))
            end = tree.end(of: node)
        }
        candidates.sort { $0.node < $1.node }
    }

    /// Whether a node is of a picture, whose author is another.
    private func isOfPicture(_ node: MarkupTree.NodeID) -> Bool {
        var parent = node
        while parent > 0 {
            if tree.name(of: parent) == .figure || tree.name(of: parent) == .figcaption { return true }
            parent = tree.parent(of: parent)
        }
        return false
    }

    private func names(ofLink node: MarkupTree.NodeID, _ isRelation: Bool) -> [Contributor]? {
        let range = tree.textRange(of: node)
        guard range.count >= 2, range.count <= 100 else { return nil }
        let names = AuthorNames.read(lines.text(of: node), isRelation ? .stated : .guessed)
        return names.isEmpty ? nil : names
    }

    /// The names within an element marked as an author's: of the links and the names marked in it, else of its text.
    private func names(of node: MarkupTree.NodeID) -> [Contributor] {
        let inside = node..<tree.end(of: node)
        var names: [Contributor] = []
        func add(_ found: [Contributor]) {
            for name in found where !names.contains(where: { $0.agrees(with: name) }) { names.append(name) }
        }
        for anchor in page.index.anchors where inside.contains(anchor) && anchor != node {
            if tree.attributeBytes(.rel, of: anchor).map({ Self.hasWord($0, "author") }) == true {
                add(self.names(ofLink: anchor, true) ?? [])
            }
        }
        if names.isEmpty {
            for (inner, marks) in page.index.marked
            where inside.contains(inner) && inner != node && marks.contains(.name) {
                let range = tree.textRange(of: inner)
                if range.count >= 2, range.count <= 80 { add(AuthorNames.read(lines.text(of: inner))) }
            }
        }
        if names.isEmpty {
            for anchor in page.index.anchors where inside.contains(anchor) && anchor != node {
                if PageIndex.leadsToAuthor(tree, anchor) { add(self.names(ofLink: anchor, false) ?? []) }
            }
        }
        guard names.isEmpty, tree.textRange(of: node).count <= 240 else { return names }
        let text = lines.text(of: node)
        let isShort = text.utf8.count <= 40 && text.split(separator: " ").count <= 4
        return AuthorNames.read(text, isShort ? .stated : .guessed)
    }

    static func hasWord(_ bytes: ArraySlice<UInt8>, _ word: String) -> Bool {
        bytes.split(separator: 0x20).contains { $0.count == word.utf8.count && $0.starts(withSmall: word) }
    }
}
