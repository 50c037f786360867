/// Text between tags.
extension HTMLParser {
    mutating func characters() {
        var at = position
        if at == unreadNewline {
            if page.byte(at) == 0x0D { at += 1 }
            if page.byte(at) == 0x0A { at += 1 }
        }
        if mode != .body, !isWithinMetadata {
            at = indexBehindSpace(from: at)
            // What is left of a byte order mark is no text either.
            while page.matches("\u{FEFF}", at: at) { at = indexBehindSpace(from: at + 3) }
            if at >= page.count || (page.byte(at) == 0x3C && startsMarkup(at: at)) { return position = at }
            startBody(at: at)
        } else if formatting.isWaiting {
            let first = indexBehindSpace(from: at)
            if first < page.count, page.byte(first) != 0x3C || !startsMarkup(at: first) { reconstructFormatting() }
        }
        guard at < page.count else { return position = at }
        if page.byte(at) == 0x3C, startsMarkup(at: at) { return position = at }
        startText(at: at)
        while true {
            let end = page.endOfText(from: at)
            page.append(at..<end, to: &text)
            switch page.byte(end) {
            case 0x3C where end < page.count && !startsMarkup(at: end):
                text.append(0x3C)
                at = end + 1
            case 0x26: at = page.appendReference(at: end, isInAttribute: false, to: &text)
            case 0x0D: at = appendLineEnd(at: end)
            default: return position = end
            }
        }
    }

    @inline(__always)
    func indexBehindSpace(from index: Int) -> Int {
        var index = index
        while index < page.count, page.byte(index) <= 0x20 { index += 1 }
        return index
    }
}
