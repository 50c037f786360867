import OffprintMarkup
import OffprintModel

// Lists, quotes, code and what else an element of HTML says whole.
extension BlockBuilder {
    mutating func list(_ node: MarkupTree.NodeID, under marks: [InlineMark], depth: Int) -> [Block] {
        var items: [ItemList.Item] = []
        var isTight = true
        for child in tree.children(of: node) where !tree.isText(child) && !isLeftOut(child) {
            if name(of: child) == .li {
                var content = blocks(in: child, under: marks, depth: depth + 1)
                isTight = isTight && !tree.children(of: child).contains { name(of: $0) == .p }
                let isDone = taskState(of: child)
                if content.isEmpty, isDone == nil { continue }
                if content.isEmpty { content = [.paragraph([])] }
                items.append(ItemList.Item(content, isDone: isDone))
            } else {
                // A list straight within a list belongs to the item before it.
                let content = blocks(inAndOf: child, under: marks, depth: depth + 1)
                if items.isEmpty {
                    if !content.isEmpty { items.append(ItemList.Item(content)) }
                } else {
                    items[items.count - 1].content += content
                }
            }
        }
        guard !items.isEmpty else { return [] }
        let isNumbered = name(of: node) == .ol
        let start = tree.attribute(.start, of: node).flatMap { Int($0) } ?? 1
        return [.list(ItemList(isNumbered ? .number(start: start) : .bullet, isTight: isTight, items: items))]
    }

    /// The blocks of an element that is itself a structure, or those within any other.
    private mutating func blocks(
        inAndOf node: MarkupTree.NodeID,
        under marks: [InlineMark],
        depth: Int
    ) -> [Block] {
        let isList = [.ul, .ol, .menu, .dir].contains(name(of: node))
        return isList && depth < Article.maximumDepth - 2
            ? list(node, under: marks, depth: depth) : blocks(in: node, under: marks, depth: depth)
    }

    /// The state of a task: that of the checkbox that its item starts with.
    private func taskState(of item: MarkupTree.NodeID) -> Bool? {
        guard let box = tree.first(.input, in: item),
            tree.textRange(of: item).lowerBound == tree.textRange(of: box).lowerBound,
            tree.attribute(.type, of: box)?.lowercased() == "checkbox"
        else { return nil }
        return tree.attribute(.checked, of: box) != nil
    }

    mutating func definitionList(_ node: MarkupTree.NodeID, depth: Int) -> [Block] {
        var definitions: [Definition] = []
        var index = node + 1
        while index < tree.end(of: node) {
            switch name(of: index) {
            case .dt:
                definitions.append(
                    Definition(term: Self.joined(blocks(in: index, under: [], depth: depth + 1)), meanings: [])
                )
                index = tree.end(of: index)
            case .dd:
                let meaning = blocks(in: index, under: [], depth: depth + 1)
                if definitions.isEmpty { definitions.append(Definition(term: [], meanings: [])) }
                if !meaning.isEmpty { definitions[definitions.count - 1].meanings.append(meaning) }
                index = tree.end(of: index)
            default: index += 1
            }
        }
        definitions.removeAll { $0.term.isEmpty && $0.meanings.isEmpty }
        return definitions.isEmpty ? [] : [.definitionList(definitions)]
    }

    mutating func quote(_ node: MarkupTree.NodeID, under marks: [InlineMark], depth: Int) -> [Block] {
        // Who is quoted stands in a footer at the end.
        var last: MarkupTree.NodeID?
        for child in tree.children(of: node) where !tree.isText(child) { last = child }
        let footer = last.flatMap { name(of: $0) == .footer ? $0 : nil }
        let attribution = footer.map { Self.joined(blocks(in: $0, under: [], depth: depth + 1)) } ?? []
        var content = blocks(in: node, under: marks, depth: depth + 1)
        if !attribution.isEmpty, case .paragraph(attribution, _)? = content.last { content.removeLast() }
        return content.isEmpty && attribution.isEmpty ? [] : [.quote(content, attribution: attribution)]
    }

    func code(_ node: MarkupTree.NodeID) -> Block {
        var text = tree.text(of: node)
        // A line end behind the tag and one at the end are layout of the source.
        if text.first?.isNewline == true { text.removeFirst() }
        if text.last?.isNewline == true { text.removeLast() }
        let inner = tree.first(.code, in: node)
        return .code(text, language: language(ofCode: node) ?? inner.flatMap(language(ofCode:)))
    }

    /// The language of code, by the class that HTML suggests for it: `language-swift`.
    private func language(ofCode node: MarkupTree.NodeID) -> String? {
        for name in tree.attribute(.class, of: node)?.split(separator: " ") ?? [] {
            for prefix in ["language-", "lang-"] where name.hasPrefix(prefix) {
                return String(name.dropFirst(prefix.count)).trimmed
            }
        }
        return nil
    }

    func ruby(_ node: MarkupTree.NodeID) -> Inline {
        var base: [UInt8] = []
        var annotation: [UInt8] = []
        var index = node + 1
        while index < tree.end(of: node) {
            switch name(of: index) {
            case .rp: index = tree.end(of: index)
            case .rt:
                annotation += tree.textBytes[tree.textRange(of: index)]
                index = tree.end(of: index)
            case .text:
                base += tree.textBytes[tree.textRange(of: index)]
                index += 1
            default: index += 1
            }
        }
        func inlines(_ bytes: [UInt8]) -> [Inline] {
            var flow = Flow()
            flow.append(bytes, under: [])
            return flow.take()
        }
        return .ruby(base: inlines(base), annotation: inlines(annotation))
    }

    func math(_ node: MarkupTree.NodeID) -> Math? {
        let alternative = tree.attribute(named: "alttext", of: node)
        guard let source = tree.opaqueContent(of: node) else { return nil }
        return Math(.mathML, String(decoding: source, as: UTF8.self), alternativeText: alternative)
    }
}
