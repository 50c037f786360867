extension TextLayout {
    /// Finds the rules between parts of the text; one with nothing on one side, such as an end mark, parts nothing.
    mutating func findRules() {
        var hasTextBefore = false
        var open: Int?
        for index in lines.indices {
            guard isRule(bytes.span, in: lines[index].range) else {
                if let rule = open { roles[rule] = .rule }
                (hasTextBefore, open) = (true, nil)
                continue
            }
            roles[index] = .furniture(.strayRule)
            if hasTextBefore, open == nil { open = index }
        }
    }
}
