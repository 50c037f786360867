import OffprintMarkup

// What the selection asks of a passage, besides its chance.
extension PassageFeatures {
    /// Whether a passage says what the head of the page says is the title, or is the heading that the title was taken from.
    func saysTitle(_ index: Int) -> Bool {
        let hash = measures[index].statistics.hash
        return titles.contains(hash) || (index == headline && hash == title)
    }

    /// Whether a passage stands before the title, is not shown, or is where readers or other pages speak.
    func isUnlikely(_ index: Int) -> Bool {
        if let headline, index < headline { return true }
        let unlikely: ElementTraits = [.comments, .elsewhere, .hidden]
        return !passages.contexts[passages.all[index].holder].traits.isDisjoint(with: unlikely)
    }

    func isHeading(_ index: Int) -> Bool { passages.contexts[passages.all[index].holder].traits.contains(.heading) }

    /// Whether a passage is the caption of a picture.
    func isCaption(_ index: Int) -> Bool { passages.contexts[passages.all[index].holder].traits.contains(.caption) }

    /// Whether a paragraph shows none of the capitals that every sentence in Latin script has.
    func hasNoCapitals(_ index: Int) -> Bool {
        measures[index].statistics.capitals == 0 && passages.tree.name(of: passages.all[index].box) == .p
    }

    func isFirstHeading(_ index: Int) -> Bool { passages.tree.name(of: passages.all[index].box) == .h1 }

    /// The outermost `article` around a node.
    func article(around node: MarkupTree.NodeID) -> Range<MarkupTree.NodeID>? {
        var found: Range<MarkupTree.NodeID>?
        var node = node
        while node > passages.body {
            if passages.tree.name(of: node) == .article { found = node..<passages.tree.end(of: node) }
            node = passages.tree.parent(of: node)
        }
        return found
    }

    /// Whether a passage is a short label with a colon and one link, and nothing else.
    func isPointer(_ index: Int) -> Bool {
        let measure = measures[index]
        guard measure.links == 1, measure.linked * 2 > measure.length, measure.linked < measure.length else {
            return false
        }
        let tree = passages.tree
        let passage = passages.all[index]
        guard tree.name(of: passage.box) == .p || tree.name(of: passage.box) == .div else { return false }
        var label = true
        var lastOfLabel: UInt8 = 0
        for node in passage.nodes where tree.isText(node) {
            let isLink = passages.contexts[tree.parent(of: node)].traits.contains(.link)
            let shown = tree.textBytes[tree.textRange(of: node)].last { $0 > 0x20 }
            if isLink {
                label = false
            } else if label {
                lastOfLabel = shown ?? lastOfLabel
            } else if let shown, shown != 0x2E {
                return false
            }
        }
        return lastOfLabel == 0x3A && measure.length - measure.linked < 40
    }
}
