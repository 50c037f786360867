import OffprintHypertext
import OffprintMarkup

/// A line of a page: what one block shows, or a part of it between line breaks.
struct PageLine {
    /// The innermost block that holds it.
    let block: MarkupTree.NodeID
    /// Where its text stands in the bytes of the tree.
    var range: Range<Int>
    /// How many of those bytes are no white space.
    var visible: Int
    /// Its text nodes.
    var texts: [MarkupTree.NodeID]
}

/// The lines of a part of a page.
struct PageLines {
    private let page: PageSource
    private let tree: MarkupTree

    init(_ page: PageSource) {
        self.page = page
        tree = page.tree
    }

    /// The lines from one node to another, as long as they have no more than so many bytes.
    func lines(_ nodes: Range<MarkupTree.NodeID>, bytes limit: Int, skipping asides: (MarkupTree.NodeID) -> Bool)
        -> [PageLine]
    {
        var lines: [PageLine] = []
        var isOpen = false
        var bytes = 0
        var node = nodes.lowerBound
        while node < nodes.upperBound, bytes < limit {
            let name = tree.name(of: node)
            switch name {
            case .text:
                let range = tree.textRange(of: node)
                let visible = tree.textBytes[range].count { $0 > 0x20 }
                if visible > 0 {
                    let block = block(of: node)
                    if isOpen, let last = lines.last, last.block == block {
                        lines[lines.count - 1].range = last.range.lowerBound..<range.upperBound
                        lines[lines.count - 1].visible += visible
                        lines[lines.count - 1].texts.append(node)
                    } else {
                        lines.append(PageLine(block: block, range: range, visible: visible, texts: [node]))
                    }
                    isOpen = true
                    bytes += visible
                }
                node += 1
            case .br, .hr:
                isOpen = false
                node += 1
            case .script, .style, .noscript, .figure, .picture, .button, .form, .select, .template, .figcaption, .svg,
                .nav:
                node = max(node + 1, tree.end(of: node))
                isOpen = isOpen && name == .svg
            default:
                node = asides(node) ? max(node + 1, tree.end(of: node)) : node + 1
            }
        }
        return lines
    }

    /// The text of a line; a space stands where one element ends and another starts.
    func text(of line: PageLine) -> String {
        var text = ""
        for node in line.texts { Self.join(tree.text(of: node), onto: &text) }
        return text.claimText ?? ""
    }

    /// The text of an element on one line.
    func text(of node: MarkupTree.NodeID) -> String {
        var text = ""
        var isBroken = false
        for inner in tree.descendants(of: node) {
            switch tree.name(of: inner) {
            case .text:
                if isBroken, !text.isEmpty { text += " " }
                Self.join(tree.text(of: inner), onto: &text)
                isBroken = false
            case .br, .div, .p, .h1, .h2, .h3, .h4, .li, .section, .small: isBroken = true
            default: break
            }
        }
        return text.claimText ?? ""
    }

    private static func join(_ next: String, onto text: inout String) {
        // Small letters behind letters go on with a word that is partly marked.
        if let last = text.unicodeScalars.last, let first = next.unicodeScalars.first,
            last.properties.isAlphabetic || last.properties.numericType != nil || last == ".",
            first.properties.isUppercase || first.properties.numericType != nil
        {
            text += " "
        }
        text += next
    }

    private func block(of node: MarkupTree.NodeID) -> MarkupTree.NodeID {
        var parent = tree.parent(of: node)
        while parent > 0 {
            switch tree.name(of: parent) {
            case .a, .abbr, .b, .bdi, .cite, .em, .font, .i, .ins, .mark, .q, .s, .small, .span, .strong, .sub, .sup,
                .time, .u,
                .label, .data, .center, .big:
                parent = tree.parent(of: parent)
            default: return parent
            }
        }
        return parent
    }
}
