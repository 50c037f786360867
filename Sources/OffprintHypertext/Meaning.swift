import OffprintMarkup
import OffprintModel

// Elements that are what their classes, roles and properties say, whatever their name.
extension BlockBuilder {
    /// Reads a box whose classes or properties tell that it is more; `false` for a box that is only that.
    mutating func readByMeaning(
        _ traits: ClassTraits,
        _ name: MarkupName,
        _ node: MarkupTree.NodeID,
        into walk: inout Walk,
        depth: Int
    ) -> Bool {
        if !traits.isEmpty, readByTraits(traits, node, into: &walk, depth: depth) { return true }
        guard depth < Article.maximumDepth - 2 else { return false }
        if tree.hasAttribute(.itemprop, on: node), let property = tree.attributeBytes(.itemprop, of: node),
            readProperty(property, node, into: &walk, depth: depth)
        {
            return true
        }
        if name == .article, isLiveEntry(node, traits), let entry = liveEntry(node, depth: depth) {
            walk.add([entry])
            return true
        }
        if !context.isLiteral, tree.hasAttribute(.role, on: node), let role = tree.attributeBytes(.role, of: node),
            role.elementsEqual("note".utf8)
        {
            walk.add(aside(node, traits, depth: depth))
            return true
        }
        return false
    }

    /// Reads an element by its classes alone.
    mutating func readByTraits(
        _ traits: ClassTraits,
        _ node: MarkupTree.NodeID,
        into walk: inout Walk,
        depth: Int
    ) -> Bool {
        if traits.contains(.renderedMath) || traits.contains(.math) {
            if let math = renderedMath(node, traits) {
                add(math, into: &walk)
                walk.lastFormula = node
                return true
            }
            // The script behind it holds the formula, of which this is a look.
            if traits.contains(.renderedMath), hasScriptedMath(behind: node) { return true }
        }
        if !traits.isDisjoint(with: [.caption, .credit]),
            addToFigure(node, isCredit: !traits.contains(.caption), in: &walk, depth: depth)
        {
            return true
        }
        guard !context.isLiteral, depth < Article.maximumDepth - 2, tree.name(of: node) != .span,
            tree.name(of: node) != .p
        else {
            return false
        }
        if traits.contains(.pullQuote) {
            walk.add(pullQuote(node, under: walk.marks, depth: depth))
            return true
        }
        if traits.contains(.correction), tree.textRange(of: node).count <= 1_500 {
            walk.add(aside(node, traits, depth: depth))
            return true
        }
        if traits.contains(.factBox), tree.name(of: node) != .main, tree.name(of: node) != .article {
            walk.add(aside(node, traits, depth: depth))
            return true
        }
        if traits.contains(.live), isLiveEntry(node, traits), let entry = liveEntry(node, depth: depth) {
            walk.add([entry])
            return true
        }
        return false
    }

    /// Reads an element by its property of microdata: questions and answers, entries of a live blog.
    private mutating func readProperty(
        _ property: ArraySlice<UInt8>,
        _ node: MarkupTree.NodeID,
        into walk: inout Walk,
        depth: Int
    ) -> Bool {
        if property.elementsEqual("liveBlogUpdate".utf8), let entry = liveEntry(node, depth: depth) {
            walk.add([entry])
            return true
        }
        if property.elementsEqual("acceptedAnswer".utf8) || property.elementsEqual("suggestedAnswer".utf8) {
            walk.add(blocks(in: node, under: walk.marks, depth: depth + 1).as(.answer))
            return true
        }
        if property.elementsEqual("name".utf8), isOfQuestion(node) {
            walk.add(blocks(in: node, under: walk.marks, depth: depth + 1).as(.question))
            return true
        }
        return false
    }

    /// Whether the item that an element describes is a question.
    private func isOfQuestion(_ node: MarkupTree.NodeID) -> Bool {
        var ancestor = tree.parent(of: node)
        for _ in 0..<8 where ancestor > 0 {
            if let type = tree.attributeBytes(.itemtype, of: ancestor) {
                return type.trimmedOfSpace.suffix(9).elementsEqual("/Question".utf8)
            }
            ancestor = tree.parent(of: ancestor)
        }
        return false
    }

    /// The summary of a box that opens: a question where it asks one.
    mutating func summary(_ node: MarkupTree.NodeID, under marks: [InlineMark], depth: Int) -> [Block] {
        let blocks = blocks(in: node, under: marks, depth: depth + 1)
        let text = Self.joined(blocks).plainText
        return ["?", "？", "؟"].contains { text.hasSuffix($0) } ? blocks.as(.question) : blocks
    }
}

extension [Block] {
    /// The blocks, their running text in a role.
    func `as`(_ role: ParagraphRole) -> [Block] {
        map { if case .paragraph(let inlines, .body) = $0 { .paragraph(inlines, role: role) } else { $0 } }
    }
}
