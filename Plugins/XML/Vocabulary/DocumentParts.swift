import Offprint
import OffprintHypertext
import OffprintMarkup

// What the vocabularies of documents (TEI, JATS, DocBook) share.

extension XMLSource {
    /// The name of a person whose parts stand apart, in the order in which it is said; else the text.
    func personName(_ node: MarkupTree.NodeID) -> String? {
        let parts = [
            ["prefix", "honorific", "roleName"], ["given-names", "firstname", "forename", "given"],
            ["othername", "nameLink"], ["surname", "family"], ["suffix", "lineage", "genName"],
        ]
        let words = parts.flatMap { names in
            names.flatMap { name in self.find(XMLPath("//\(name)"), from: node).compactMap(text) }
        }
        carry(node)
        let named = self.find("//string-name", from: node) + self.find("//collab", from: node)
        if words.isEmpty, let name = named.first { return text(name) }
        return words.isEmpty ? text(node) : words.joined(separator: " ")
    }

    /// How many elements of these names are around a node, up to six.
    func depth(of node: MarkupTree.NodeID, in names: Set<String>) -> Int {
        var depth = 0
        var parent = tree.parent(of: node)
        while parent > 0, depth < 6 {
            if names.contains(name(of: parent)) { depth += 1 }
            parent = tree.parent(of: parent)
        }
        return depth
    }

    /// The local name of what holds a node.
    func parentName(of node: MarkupTree.NodeID) -> String { name(of: tree.parent(of: node)) }

    /// Whether one of the elements straight within a node has one of these names.
    func holds(_ names: Set<String>, in node: MarkupTree.NodeID) -> Bool {
        tree.children(of: node).contains { !tree.isText($0) && names.contains(name(of: $0)) }
    }
}

extension TranslationRun {
    /// Starts a heading as deep as the sections around it.
    mutating func startHeading(for node: MarkupTree.NodeID, in sections: Set<String>) -> Translation.Outcome {
        let names: [MarkupName] = [.h2, .h2, .h3, .h4, .h5, .h6, .h6]
        start(names[source.depth(of: node, in: sections)], for: node)
        return .opened(1)
    }

    /// Says a table of the CALS model's cell: its spans by the names of columns, its rows by how many more.
    mutating func startCell(for node: MarkupTree.NodeID) -> Translation.Outcome {
        var parent = source.tree.parent(of: node)
        var isHead = false
        var columns: [String: Int] = [:]
        for _ in 0..<6 where parent > 0 {
            let name = source.name(of: parent)
            if name == "thead" { isHead = true }
            if name == "tgroup" || name == "entrytbl" {
                for (index, column) in source.find("colspec", from: parent).prefix(1_000).enumerated() {
                    if let name = source.attribute("colname", of: column) { columns[name] = index }
                }
                break
            }
            parent = source.tree.parent(of: parent)
        }
        start(isHead ? .th : .td, for: node)
        if let from = source.attribute("namest", of: node).flatMap({ columns[$0] }),
            let to = source.attribute("nameend", of: node).flatMap({ columns[$0] }), to > from
        {
            attribute(.colspan, String(to - from + 1))
        }
        if let more = source.attribute("morerows", of: node).flatMap({ Int($0) }), more > 0 {
            attribute(.rowspan, String(min(more, 10_000) + 1))
        }
        return .opened(1)
    }

    /// Whether the words of an element are in quotation marks that the text has.
    func hasQuotationMarks(around node: MarkupTree.NodeID) -> Bool {
        let range = tree.textRange(of: node)
        let inside = String(decoding: tree.textBytes[range].prefix(4), as: UTF8.self).first
        let before = String(decoding: tree.textBytes[..<range.lowerBound].suffix(4), as: UTF8.self).last
        let marks: Set<Character> = ["\"", "'", "“", "”", "„", "«", "»", "‘", "‚", "‹", "›", "「", "–", "—"]
        return [inside, before].contains { $0.map(marks.contains) ?? false }
    }

    /// Reads an element through that is all its parent holds: the one paragraph of an item.
    mutating func readAlone(_ node: MarkupTree.NodeID, in parents: Set<String>) -> Translation.Outcome {
        guard parents.contains(source.parentName(of: node)),
            tree.children(of: tree.parent(of: node)).count(where: { !tree.isText($0) }) == 1
        else { return .left }
        return .opened(0)
    }

    /// Adds a quotation with who is quoted, whom one of its elements names.
    mutating func addQuote(_ node: MarkupTree.NodeID, by name: String) -> Translation.Outcome {
        let attribution = source.find(XMLPath(name), from: node).flatMap { inlines(apart: $0) }
        guard mayNest, !attribution.isEmpty else { return .left }
        let content = blocks(apart: node)
        guard !content.isEmpty else { return .left }
        add(.quote(content, attribution: attribution), for: node)
        return .done
    }

    /// Adds a box beside the text, with the title that a path leads to.
    mutating func addAside(_ node: MarkupTree.NodeID, _ kind: Aside.Kind, titled path: XMLPath? = nil)
        -> Translation.Outcome
    {
        guard mayNest else { return .left }
        let titles = path.map { source.find($0, from: node) } ?? []
        let title = titles.prefix(1).flatMap { inlines(apart: $0) }
        let content = blocks(apart: node)
        guard !content.isEmpty || !title.isEmpty else { return .done }
        add(.aside(Aside(kind, title: title, content: content)), for: node)
        return .done
    }

    /// Adds a figure of the pictures that paths lead to.
    mutating func addFigure(
        _ node: MarkupTree.NodeID,
        images: [ImageReference],
        caption: [MarkupTree.NodeID],
        credit: String? = nil
    ) -> Translation.Outcome {
        var words: [Inline] = []
        for part in caption {
            let inlines = inlines(apart: part)
            guard !inlines.isEmpty else { continue }
            if !words.isEmpty { words.append(.text(" ")) }
            words += inlines
        }
        guard !images.isEmpty || !words.isEmpty else { return .left }
        add(.figure(Figure(images: images, caption: words, credit: credit)), for: node)
        return .done
    }

    /// An image at an address that an attribute says, resolved and safe; `nil` for any other.
    func image(_ node: MarkupTree.NodeID, at attribute: String, alternative: String? = nil) -> ImageReference? {
        guard let address = source.attribute(attribute, of: node), WebAddress.isSafe(address) else { return nil }
        let base = source.tree.base(at: node)
        return ImageReference(
            url: base.map { WebAddress.resolve(address, against: $0) } ?? address,
            alternativeText: alternative,
            width: source.attribute("width", of: node).flatMap { Int($0) },
            height: source.attribute("height", of: node).flatMap { Int($0) }
        )
    }
}

extension Article {
    /// Adds what a translation gave.
    mutating func append(_ translated: TranslatedBlocks, reporting diagnostics: inout Diagnostics) {
        body += translated.blocks
        for loss in translated.losses { diagnostics.report(loss) }
    }
}

extension BlockBuilder.Context {
    /// What surrounds an element: its base and its language.
    init(at node: MarkupTree.NodeID, in source: XMLSource) {
        self.init(
            base: source.tree.base(at: node),
            language: source.tree.inherited("lang", at: node),
            isLiteral: true
        )
    }
}
