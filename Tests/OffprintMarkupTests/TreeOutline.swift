import OffprintMarkup

extension MarkupTree {
    /// The tree in one line: `p(class=a "text" b("bold"))`.
    var outline: String { outline(of: document, depth: 0) }

    private func outline(of node: NodeID, depth: Int) -> String {
        guard depth < 100 else { return "…" }
        if isText(node) { return "\"\(text(of: node))\"" }
        var parts = attributes(of: node).map { "\($0.name.local)=\($0.value)" }
        parts += children(of: node).map { outline(of: $0, depth: depth + 1) }
        return "\(qualifiedName(of: node).local)(\(parts.joined(separator: " ")))"
    }
}

/// The outline of a page's body.
func bodyOutline(_ html: String) throws -> String {
    let tree = try MarkupDocument(html: Array(html.utf8)).tree
    let outline = tree.outline
    guard let start = outline.range(of: "body(") else { return outline }
    return String(outline[start.upperBound...].dropLast(3))
}

extension String {
    func range(of word: String) -> Range<String.Index>? {
        indices.first { self[$0...].hasPrefix(word) }.map { $0..<index($0, offsetBy: word.count) }
    }
}
