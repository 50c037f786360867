// Searching texts by their bytes. The standard library's search for a text in a text goes by characters, and by way of
// a search engine made for each call: a page's short values took longer to search than the page to parse.

extension StringProtocol {
    /// The range of a text's first occurrence.
    func place(of text: String) -> Range<Index>? {
        guard let offset = utf8Offset(of: text, from: 0) else { return nil }
        let start = utf8.index(startIndex, offsetBy: offset)
        return start..<utf8.index(start, offsetBy: text.utf8.count)
    }

    /// The range of a text's last occurrence.
    func lastPlace(of text: String) -> Range<Index>? {
        var found: Int?
        var from = 0
        while let offset = utf8Offset(of: text, from: from) {
            found = offset
            from = offset + 1
        }
        guard let found else { return nil }
        let start = utf8.index(startIndex, offsetBy: found)
        return start..<utf8.index(start, offsetBy: text.utf8.count)
    }

    /// Whether a text occurs.
    func holds(_ text: String) -> Bool { utf8Offset(of: text, from: 0) != nil }

    /// The parts between the occurrences of a text, those that hold nothing left out.
    func parts(at separator: String) -> [String] {
        var parts: [String] = []
        var start = 0
        while let offset = utf8Offset(of: separator, from: start) {
            if offset > start { parts.append(text(start..<offset)) }
            start = offset + separator.utf8.count
        }
        if start < utf8.count { parts.append(text(start..<utf8.count)) }
        return parts
    }

    private func text(_ range: Range<Int>) -> String {
        let start = utf8.index(startIndex, offsetBy: range.lowerBound)
        return String(self[start..<utf8.index(start, offsetBy: range.count)])
    }

    /// Where a text starts, in bytes.
    func utf8Offset(of text: String, from: Int) -> Int? {
        Substring(self).utf8.span.offset(of: text.utf8.span, from: from)
    }
}

extension Span<UInt8> {
    /// Whether words occur, whatever the case of their ASCII letters and the white space between them.
    func shows(_ words: Span<UInt8>) -> Bool {
        guard words.count > 0, count >= words.count else { return false }
        let first = words[0].folded
        for start in indices where self[start].folded == first {
            var (index, place) = (start, 0)
            while place < words.count, index < count {
                if words[place] == 0x20 {
                    guard self[index] <= 0x20 else { break }
                    while index < count, self[index] <= 0x20 { index += 1 }
                } else {
                    guard self[index].folded == words[place].folded else { break }
                    index += 1
                }
                place += 1
            }
            if place == words.count { return true }
        }
        return false
    }

    fileprivate func offset(of needle: Span<UInt8>, from: Int) -> Int? {
        guard needle.count > 0, count >= needle.count else { return nil }
        let first = needle[0]
        var index = from
        while index + needle.count <= count {
            if self[index] == first {
                var length = 1
                while length < needle.count, self[index + length] == needle[length] { length += 1 }
                if length == needle.count { return index }
            }
            index += 1
        }
        return nil
    }
}

extension UInt8 {
    /// The small letter of a capital of ASCII, or the byte itself.
    @inline(__always) fileprivate var folded: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
