import OffprintEncoding

/// The plain text of a mail, out of its parts.
enum MailBody {
    /// How deep parts are looked into.
    private static let deepest = 4

    /// The lines of the text, and how many other parts there are; `nil` where no part is plain text.
    static func text(of lines: ArraySlice<CopyLine>, _ header: MailHeader) -> (lines: [CopyLine], others: Int)? {
        var parts = [(lines: lines, header: header, depth: 0)]
        var (found, others) = ([CopyLine]?.none, 0)
        while let part = parts.popLast() {
            if let boundary = parameter("boundary", of: part.header.contentType), part.depth < deepest {
                let inner = split(part.lines, at: "--" + boundary)
                parts += inner.reversed().compactMap { lines in
                    MailHeader(of: lines, isPart: true).map { (lines.dropFirst($0.length), $0, part.depth + 1) }
                }
            } else if found == nil, isText(part.header.contentType) {
                found = decode(part.lines, part.header)
            } else {
                others += 1
            }
        }
        return found.map { ($0, others) }
    }

    private static func isText(_ contentType: String) -> Bool {
        contentType.isEmpty || contentType.lowercased().hasPrefix("text/plain")
    }

    private static func split(_ lines: ArraySlice<CopyLine>, at boundary: String) -> [ArraySlice<CopyLine>] {
        var parts: [ArraySlice<CopyLine>] = []
        var start: Int?
        for index in lines.indices where lines[index].text.hasPrefix(boundary) {
            if let start { parts.append(lines[start..<index]) }
            start = index + 1
        }
        return parts
    }

    private static func decode(_ lines: ArraySlice<CopyLine>, _ header: MailHeader) -> [CopyLine] {
        let first = lines.first?.number ?? 1
        let isQuoted = header.transferEncoding == "quoted-printable"
        guard isQuoted || header.transferEncoding == "base64" else { return Array(lines) }
        var text: [UInt8] = []
        for line in lines {
            text.append(contentsOf: line.text.utf8)
            text.append(0x0A)
        }
        let bytes = isQuoted ? TransferEncoding.quotedPrintable(text) : TransferEncoding.base64(text)
        let decoded = TextDecoding.decode(bytes, declaredBy: parameter("charset", of: header.contentType))
        return CopyLine.lines(of: decoded.utf8, first: first)
    }

    /// A parameter of a media type: `text/plain; charset="utf-8"`.
    private static func parameter(_ name: String, of contentType: String) -> String? {
        for part in contentType.split(separator: ";").dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1).map(\.trimmed)
            guard pair.count == 2, pair[0].lowercased() == name else { continue }
            return String(pair[1].drop { $0 == "\"" }.prefix { $0 != "\"" })
        }
        return nil
    }
}
