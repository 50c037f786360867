import OffprintModel

extension TextLayout {
    /// Finds verse: groups of short lines with blank lines between the groups.
    ///
    /// Two groups of three lines at least, that are most of what is left of the text: three short lines alone may be
    /// an address. Lines that go on in lower case are prose that was wrapped.
    mutating func findStanzas() {
        var stanzas: [Range<Int>] = []
        var (start, others) = (0, 0)
        while start < lines.count {
            guard roles[start] == .paragraph else {
                start += 1
                continue
            }
            var end = start + 1
            while end < lines.count, roles[end] == .paragraph, !lines[end].followsBlank { end += 1 }
            if isStanza(start..<end) { stanzas.append(start..<end) } else { others += end - start }
            start = end
        }
        guard stanzas.count >= 2, stanzas.reduce(0, { $0 + $1.count }) >= others * 2 else { return }
        for stanza in stanzas {
            for index in stanza { roles[index] = .verse(opensStanza: index == stanza.lowerBound) }
        }
    }

    private func isStanza(_ range: Range<Int>) -> Bool {
        guard range.count >= 3, range.count <= Self.longestStanza, lines[range.lowerBound].followsBlank else {
            return false
        }
        let isShort = range.allSatisfy {
            lines[$0].width <= 60 && lines[$0].quoteDepth == 0 && mark(of: $0) == nil && cells(between: $0).isEmpty
        }
        return isShort && range.dropFirst().count(where: opensInLowercase) * 3 <= range.count
    }

    private static var longestStanza: Int { 40 }

    /// The stanza that starts at a line, and the line after it.
    func stanza(from start: Int) -> (lines: [Inline], next: Int) {
        var inlines = [Inline.text(text(of: start))]
        var next = start + 1
        while next < lines.count, roles[next] == .verse(opensStanza: false) {
            inlines += [.lineBreak, .text(text(of: next))]
            next += 1
        }
        return (inlines, next)
    }
}
