import Offprint

/// Tells HTML by its look.
enum HTMLRecognition {
    static func certainty(of prefix: Span<UInt8>) -> Recognition.Certainty {
        var words: [UInt8] = []
        words.reserveCapacity(1_024)
        for index in prefix.indices where prefix[index] != 0 {
            guard words.count < 1_024 else { break }
            words.append((0x41...0x5A).contains(prefix[index]) ? prefix[index] | 0x20 : prefix[index])
        }
        let start = words.drop { $0 <= 0x20 || $0 >= 0x80 }
        guard start.first == 0x3C else { return .none }
        let text = String(decoding: start, as: UTF8.self)
        if text.hasPrefix("<!doctype html") || text.hasPrefix("<html") { return .certain }
        // An XML declaration may stand before XHTML; any other XML is not ours.
        if text.hasPrefix("<?xml") { return text.contains("<html") ? .certain : .none }
        let marks = ["<html", "<head", "<body", "<p>", "<p ", "<div", "<h1", "<article", "<meta ", "<title>"]
        return marks.contains(where: text.contains) ? .likely : .none
    }

    /// Whether bytes are no text at all: they hold NUL without being UTF-16, or start as files of other kinds do.
    static func isBinary(_ bytes: [UInt8]) -> Bool {
        let magics: [[UInt8]] = [
            [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], [0x50, 0x4B, 3, 4], Array("%PDF-".utf8),
        ]
        if magics.contains(where: bytes.starts) { return true }
        let prefix = bytes.span.extracting(first: 4_096)
        var controls = 0
        var zeros = 0
        for index in prefix.indices where prefix[index] < 0x20 {
            let byte = prefix[index]
            if byte < 0x09 || (byte > 0x0D && byte != 0x1B) { controls += 1 }
            if byte == 0 { zeros += 1 }
        }
        // Half of the bytes of UTF-16 are zero; a page with a stray one is still a page.
        if zeros * 5 > prefix.count * 2, zeros * 5 < prefix.count * 3 { return false }
        // A stray one in a short page makes no binary of it.
        return controls > 3 && controls * 30 > prefix.count
    }
}
