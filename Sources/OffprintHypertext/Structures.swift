import OffprintMarkup
import OffprintModel

// Elements that are read whole.
extension BlockBuilder {
    /// Reads an element whole; `false` where it turns out to be read through.
    mutating func readStructure(
        _ name: MarkupName,
        _ traits: ClassTraits,
        _ node: MarkupTree.NodeID,
        into walk: inout Walk,
        depth: Int
    ) -> Bool {
        switch name {
        case .br:
            walk.flow.append(.lineBreak)
            if !context.isLiteral, walk.flow.endsWithTwoBreaks { walk.endParagraph() }
        case .img, .amp_img: readImage(node, traits, into: &walk)
        case .picture: readPicture(node, into: &walk)
        case .noscript: readFallback(node, into: &walk)
        case .code, .kbd, .samp, .tt: readInlineCode(node, into: &walk)
        case .ruby: for inline in ruby(node, depth: depth) { walk.flow.append(inline) }
        case .math:
            guard let math = math(node) else { return false }
            add(math, into: &walk)
        case .script:
            if let last = walk.lastFormula, isBeside(last, node) { return true }
            if let math = scriptedMath(node) { add(math, into: &walk) }
        case .hr:
            let parent = tree.parent(of: node)
            if context.isLiteral || !traits.contains(.footnotes) && !isNoteSection(parent) {
                walk.add([.thematicBreak])
            }
        case .h1, .h2, .h3, .h4, .h5, .h6: walk.add(heading(node, name, under: walk.marks, depth: depth))
        case .ul, .ol, .menu, .dir: walk.add(list(node, name, under: walk.marks, depth: depth))
        case .dl:
            // A box for a picture, as old pages made of a list.
            if traits.contains(.caption), !context.isLiteral {
                walk.enterBox(until: tree.end(of: node))
                return false
            }
            walk.add(definitionList(node, depth: depth))
        case .blockquote: walk.add(quote(node, traits, under: walk.marks, depth: depth))
        case .pre: walk.add([code(node)])
        case .table: walk.add(table(node, depth: depth))
        case .figure:
            walk.add(figure(node, traits, depth: depth))
            walk.lastImage = node
        case .aside:
            guard !context.isLiteral, isBox(node, traits) else {
                walk.enterBox(until: tree.end(of: node))
                return false
            }
            walk.add(aside(node, traits, depth: depth))
        case .summary: walk.add(summary(node, under: walk.marks, depth: depth))
        case .video, .audio, .iframe, .embed, .object, .amp_video, .amp_youtube:
            walk.add(embed(node, name, depth: depth))
        case .button:
            // A heading or a term that opens what is under it is often a button.
            return !isWithinHeading(node)
        case .template:
            // A shadow tree that the page declares is shown; any other template is not.
            guard tree.attribute(named: "shadowrootmode", of: node) != nil else { return true }
            walk.enterBox(until: tree.end(of: node))
            return false
        default:
            // An icon is no loss.
            if traits.contains(.icon) || tree.attributeBytes(.ariaHidden, of: node) != nil { return true }
            lose("drawing-left-out", "A drawing of the page (svg) was left out.", at: node)
        }
        return true
    }

    private mutating func heading(
        _ node: MarkupTree.NodeID,
        _ name: MarkupName,
        under marks: [InlineMark],
        depth: Int
    ) -> [Block] {
        let level = Int(name.rawValue.utf8.last ?? 0x32) - 0x30
        if !context.isLiteral { setAsidePermalinks(in: node) }
        let inner = blocks(in: node, under: marks.filter { $0.kind != .strong }, depth: depth + 1)
        let inlines = Self.joined(inner)
        // A picture within a heading stands behind it.
        let others = inner.filter { if case .paragraph = $0 { false } else { true } }
        return (inlines.isEmpty ? [] : [.heading(level: level, inlines)]) + others
    }

    /// A heading's link to itself says nothing: a sign such as `#`, or nothing at all.
    private mutating func setAsidePermalinks(in heading: MarkupTree.NodeID) {
        for node in tree.descendants(of: heading).prefix(40) where tree.name(of: node) == .a {
            guard tree.attributeBytes(.href, of: node)?.contains(0x23) == true else { continue }
            let text = tree.textBytes[tree.textRange(of: node)].trimmedOfSpace
            let isSign =
                text.count <= 4
                && !text.contains { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) && $0 < 0x80 }
            if isSign, text.count < tree.textRange(of: heading).count { setAside.insert(node) }
        }
    }

    private func isWithinHeading(_ node: MarkupTree.NodeID) -> Bool {
        var ancestor = tree.parent(of: node)
        for _ in 0..<3 where ancestor > 0 {
            switch tree.name(of: ancestor) {
            case .h1, .h2, .h3, .h4, .h5, .h6, .summary, .dt: return true
            default: ancestor = tree.parent(of: ancestor)
            }
        }
        return false
    }
}
