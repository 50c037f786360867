extension TextLayout {
    /// Finds the rules between parts of the text.
    mutating func findRules() {
        for index in lines.indices where isRule(bytes.span, in: lines[index].range) { roles[index] = .rule }
    }

    /// Drops the rules that part nothing: under a headline, beside another rule, or as an end mark under the text.
    mutating func dropStrayRules() {
        var hasTextBefore = false
        var open: Int?
        for index in lines.indices {
            switch roles[index] {
            case .rule:
                roles[index] = .furniture(.strayRule)
                if hasTextBefore, open == nil { open = index }
            case .paragraph, .crosshead, .markedHeading, .item, .row, .quote, .verse, .turn, .entry, .photo:
                if let rule = open { roles[rule] = .rule }
                (hasTextBefore, open) = (true, nil)
            case .title, .subtitle, .byline, .affiliation, .date, .slug, .label, .note, .rights, .highlight, .furniture:
                break
            }
        }
    }
}
