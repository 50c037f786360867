import Offprint
import OffprintHypertext
import OffprintMarkup

/// What the page shows that it files its article under: links with `rel=tag`, a list of tags, the path to the page.
struct VisibleTags {
    private let page: PageSource
    private let heading: MarkupTree.NodeID
    private let isAside: (MarkupTree.NodeID) -> Bool
    private let tree: MarkupTree

    init(_ page: PageSource, heading: MarkupTree.NodeID, isAside: @escaping (MarkupTree.NodeID) -> Bool) {
        self.page = page
        tree = page.tree
        self.heading = heading
        self.isAside = isAside
    }

    func add(to metadata: inout Metadata) {
        var tags: [String] = []
        var categories: [String] = []
        var nodes: (tag: MarkupTree.NodeID?, category: MarkupTree.NodeID?) = (nil, nil)
        for node in page.index.anchors {
            guard let relation = tree.attributeBytes(.rel, of: node), MarkedBylines.hasWord(relation, "tag") else {
                continue
            }
            guard tree.textRange(of: node).count <= 100, !isNamedAside(node), let text = page.text(of: node) else {
                continue
            }
            if MarkedBylines.hasWord(relation, "category") {
                if !categories.contains(text) { categories.append(text) }
                nodes.category = nodes.category ?? node
            } else {
                if !tags.contains(text) { tags.append(text) }
                nodes.tag = nodes.tag ?? node
            }
        }
        // A cloud of tags says nothing of one article.
        if let node = nodes.tag, tags.count <= 30 {
            page.add(
                tags: tags.map(Self.withoutMark),
                from: page.origin(.linkRelation, "a[rel=tag]", node),
                to: &metadata
            )
        }
        if let node = nodes.category, categories.count <= 6 {
            metadata.sections.add(categories, from: page.origin(.linkRelation, "a[rel~=category]", node))
        }
        let before = metadata.tags.all.count
        addList(to: &metadata)
        if metadata.tags.all.count == before, nodes.tag == nil { addLinks(to: &metadata) }
        addPath(to: &metadata)
    }

    private func addList(to metadata: inout Metadata) {
        for (node, marks) in page.index.marked where marks.contains(.tags) && !isAside(node) {
            guard tree.textRange(of: node).count <= 1_000 else { continue }
            let links = tree.descendants(of: node).filter {
                tree.name(of: $0) == .a && tree.textRange(of: $0).count <= 80
            }
            let tags = links.compactMap { page.text(of: $0) }
            guard !tags.isEmpty, tags.count <= 30 else { continue }
            let known = metadata.tags.all.count
            page.add(
                tags: tags.map(Self.withoutMark),
                from: page.origin(.tagList, "class of a list of tags", node),
                to: &metadata
            )
            if metadata.tags.all.count > known { return }
        }
    }

    /// Links beside each other that lead to tags, where no class names the list.
    private func addLinks(to metadata: inout Metadata) {
        var group: [MarkupTree.NodeID] = []
        for node in page.index.tagLinks where node > heading && !isAside(node) && tree.textRange(of: node).count <= 100
        {
            let start = tree.textRange(of: node).lowerBound
            if let last = group.last {
                let between = tree.textBytes[
                    tree.textRange(of: last).upperBound..<max(start, tree.textRange(of: last).upperBound)
                ]
                if between.count(where: { $0 > 0x20 }) > 6 {
                    if group.count > 1 { break }
                    group = []
                }
            }
            group.append(node)
        }
        let tags = group.compactMap { page.text(of: $0) }
        guard tags.count > 1, tags.count <= 20 else { return }
        page.add(
            tags: tags.map(Self.withoutMark),
            from: page.origin(.tagList, "links to tags", group[0]),
            to: &metadata
        )
    }

    private func isNamedAside(_ node: MarkupTree.NodeID) -> Bool {
        page.index.namedAsides.contains { node > $0 && node < tree.end(of: $0) }
    }

    private func addPath(to metadata: inout Metadata) {
        for (node, marks) in page.index.marked where marks.contains(.breadcrumb) {
            guard tree.textRange(of: node).count <= 800 else { continue }
            let links = tree.descendants(of: node).filter {
                tree.name(of: $0) == .a && tree.textRange(of: $0).count <= 80
            }
            let sections = Breadcrumbs.sections(
                of: links.compactMap { page.text(of: $0) },
                title: metadata.title.all.map(\.value)
            )
            guard !sections.isEmpty, sections.count <= 6 else { continue }
            metadata.sections.add(sections, from: page.origin(.breadcrumb, "class of a breadcrumb", node))
            return
        }
    }

    private static func withoutMark(_ tag: String) -> String {
        let tag = tag.hasSuffix(",") ? String(tag.dropLast()) : tag
        return tag.hasPrefix("#") && tag.count > 1 ? String(tag.dropFirst()) : tag
    }
}
