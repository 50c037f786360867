import OffprintLanguage

/// How long headlines are, in columns.
enum HeadlineLimits {
    /// A headline over the text.
    static let widest: Int32 = 150
    /// A second headline says something: one word there is a label.
    static let narrowestSubtitle: Int32 = 20
    /// A crosshead.
    static let widestCrosshead: Int32 = 100
    /// How many lines may stand between the headline and the body.
    static let linesOverBody = 8
}

extension TextLayout {
    /// Finds the headline and the second headline: the short lines at the top, with running text after them.
    ///
    /// A headline needs a story. A text of one line is a brief and stays a paragraph, and so do lines that are all
    /// short, as in a poem; a text that opens with running text has no title.
    mutating func findHeadlines() {
        guard let body = firstBodyLine(),
            let title = lines.indices.first(where: { roles[$0] == .paragraph }), title < body,
            body - title <= HeadlineLimits.linesOverBody, isHeadline(title), !runsOn(title, into: body)
        else { return }
        roles[title] = .title
        let next = (title + 1..<body).first { roles[$0] == .paragraph }
        guard let next, isHeadline(next), isSecondHeadline(next), standsAlone(next, over: body) else { return }
        roles[next] = .subtitle
    }

    /// Whether a line may be a headline by its looks.
    func isHeadline(_ index: Int) -> Bool {
        guard lines[index].width <= HeadlineLimits.widest, mark(of: index) == nil, !opensDialogue(index),
            let last = lastCodePoint(of: index), !last.barsHeadline
        else { return false }
        return scripts(of: index).letters > 0 && !isAddress(index)
    }

    /// Whether a line is the start of a sentence that the body right under it goes on with.
    private func runsOn(_ index: Int, into body: Int) -> Bool {
        index + 1 == body && !lines[body].followsBlank && opensInLowercase(body)
    }

    /// Whether no other short line goes on right under a line, as in a list, a timetable or an address.
    private func standsAlone(_ index: Int, over body: Int) -> Bool {
        index + 1 == body || lines[index + 1].followsBlank || roles[index + 1] != .paragraph
    }

    private func isSecondHeadline(_ index: Int) -> Bool {
        let words = bytes[lines[index].range].count { $0 == 0x20 } + 1
        let script = scripts(of: index).dominant
        let isSpaced = script != .han && script != .kana && script != .thai
        return lines[index].width >= HeadlineLimits.narrowestSubtitle && (words >= 3 || !isSpaced)
            && cells(between: index).isEmpty && !isDateLine(index) && Byline.prefixLength(of: text(of: index)) == nil
    }

    /// Whether a line gives a date or a time and little else.
    private func isDateLine(_ index: Int) -> Bool {
        let digits = bytes[lines[index].range].count { 0x30...0x39 ~= $0 }
        return digits >= 5 && lines[index].width <= 60
    }

    /// Whether a line opens with a dash, as speech does.
    func opensDialogue(_ index: Int) -> Bool {
        bytes.span.extracting(lines[index].range).firstCodePoint.isDash
    }

    /// Whether a line is an address of the web or of mail.
    func isAddress(_ index: Int) -> Bool {
        let text = bytes[lines[index].range]
        guard !text.contains(0x20) else { return false }
        return text.starts(with: "http".utf8) || text.starts(with: "www.".utf8) || text.contains(UInt8(ascii: "@"))
    }
}
