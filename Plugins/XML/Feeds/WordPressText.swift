import OffprintHypertext

/// The text of a post as WordPress keeps it: HTML whose paragraphs are blank lines, with shortcodes in brackets.
struct WordPressText {
    /// The addresses of pictures, by number.
    let pictures: [String: String]

    /// The HTML that WordPress makes of it.
    func html(of text: String) -> String {
        let plain = withoutShortcodes(text)
        // The editor of blocks writes its own paragraphs.
        return text.contains("<!-- wp:") ? plain : withParagraphs(plain)
    }

    // MARK: Paragraphs

    private static let boxes: Set = [
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody",
        "tfoot", "tr", "td", "th", "blockquote", "pre", "figure", "figcaption", "hr", "iframe", "form", "section",
        "article", "aside", "header", "footer", "script", "style", "video", "audio", "address",
    ]

    /// Makes a paragraph of each run of lines that stands between blank lines or boxes, and a break of each line end
    /// within one.
    private func withParagraphs(_ text: String) -> String {
        var result = ""
        var run: [Substring] = []
        var isPreformatted = false
        func flush() {
            let words = run.joined(separator: "<br>")
            if words.contains(where: { !$0.isWhitespace }) { result += "<p>\(words)</p>\n" }
            run = []
        }
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let start = line.drop { $0.isWhitespace }
            if isPreformatted || opensBox(start) {
                flush()
                result += line + "\n"
                isPreformatted = Self.isWithinPreformatted(line, isPreformatted)
            } else if start.isEmpty {
                flush()
            } else {
                run.append(line)
            }
        }
        flush()
        return result
    }

    /// Whether a line starts with a tag of what stands on lines of its own.
    private func opensBox(_ line: Substring) -> Bool {
        guard line.first == "<" else { return false }
        let name = line.dropFirst().drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
        return Self.boxes.contains(name)
    }

    private static func isWithinPreformatted(_ line: Substring, _ before: Bool) -> Bool {
        let lower = line.lowercased()
        var isWithin = before
        if lower.contains("<pre") { isWithin = true }
        if lower.contains("</pre>") { isWithin = false }
        return isWithin
    }

    // MARK: Shortcodes

    /// The text with captions as figures, galleries as their pictures, addresses as links, and no other shortcode.
    private func withoutShortcodes(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        // A code that is not closed after one place is not after a later one: its end is not looked for again.
        var unclosed: Set<String> = []
        let closed = Shortcode.closedNames(in: text)
        var opened: Set<String> = []
        let lastBracket = text.lastIndex(of: "]") ?? text.startIndex
        while let open = rest.firstIndex(of: "["), open < lastBracket {
            result += rest[..<open]
            let tail = rest[open...]
            guard let code = Shortcode(tail, closed: closed, opened: opened) else {
                result.append("[")
                rest = tail.dropFirst()
                continue
            }
            rest = tail[code.end...]
            opened.insert(code.name)
            switch code.name {
            case "caption", "wp_caption":
                guard !unclosed.contains(code.name), let close = rest.firstRange(of: "[/\(code.name)]") else {
                    unclosed.insert(code.name)
                    continue
                }
                result += figure(of: rest[..<close.lowerBound], caption: code.attributes["caption"])
                rest = rest[close.upperBound...]
            case "gallery":
                for number in (code.attributes["ids"] ?? "").split(separator: ",") {
                    guard let address = pictures[String(number).trimmed ?? ""] else { continue }
                    result += "\n<figure><img src=\"\(Self.quoted(address))\"></figure>\n"
                }
            case "embed", "video", "audio", "playlist":
                if let address = code.attributes["src"] ?? code.attributes["mp4"] ?? code.attributes["mp3"] {
                    result += "\n<iframe src=\"\(Self.quoted(address))\"></iframe>\n"
                } else if !unclosed.contains(code.name), let close = rest.firstRange(of: "[/\(code.name)]") {
                    if let address = String(rest[..<close.lowerBound]).trimmed, address.hasPrefix("http") {
                        result += "\n<iframe src=\"\(Self.quoted(address))\"></iframe>\n"
                    }
                    rest = rest[close.upperBound...]
                } else {
                    unclosed.insert(code.name)
                }
            default: continue
            }
        }
        return result + rest
    }

    /// A picture with its caption: what follows the tag, or an attribute.
    private func figure(of content: Substring, caption: String?) -> String {
        var image = content
        var words = caption ?? ""
        if let start = content.firstRange(of: "<img"), let end = content[start.lowerBound...].firstIndex(of: ">") {
            var after = content.index(after: end)
            let tail = content[after...]
            if let link = tail.firstRange(of: "</a>"), tail[..<link.lowerBound].allSatisfy(\.isWhitespace) {
                after = link.upperBound
            }
            image = content[..<after]
            if caption == nil { words = String(content[after...]) }
        }
        return "\n<figure>\(image)<figcaption>\(words.tidied)</figcaption></figure>\n"
    }

    private static func quoted(_ address: String) -> String {
        address.replacing("&amp;", with: "&").replacing("\"", with: "%22")
    }
}

/// A shortcode that a text starts with: a name and attributes in brackets.
private struct Shortcode {
    let name: String
    private(set) var attributes: [String: String] = [:]
    let end: Substring.Index

    /// The names that a text closes, as `[/name]` does.
    static func closedNames(in text: String) -> Set<String> {
        var names: Set<String> = []
        var rest = text.utf8[...]
        while let slash = rest.firstIndex(of: UInt8(ascii: "/")) {
            let isOpen = slash > text.startIndex && text.utf8[text.utf8.index(before: slash)] == UInt8(ascii: "[")
            rest = rest[text.utf8.index(after: slash)...]
            guard isOpen, let close = rest.prefix(64).firstIndex(of: UInt8(ascii: "]")) else { continue }
            names.insert(String(rest[..<close]) ?? "")
        }
        return names
    }

    /// `nil` where brackets hold something else, such as a remark of the author.
    init?(_ text: Substring, closed: Set<String>, opened: Set<String>) {
        guard let close = text.utf8.prefix(2_000).firstIndex(of: UInt8(ascii: "]")) else { return nil }
        let isClosing = text.dropFirst().first == "/"
        let inner = text[..<close].dropFirst(isClosing ? 2 : 1)
        let name = inner.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }
        let rest = inner[name.endIndex...]
        guard name.count > 1, name.first?.isLetter == true, name == name.lowercased() else { return nil }
        // An author's remark in brackets is words; a shortcode has attributes or stands alone, in the names of code.
        let isKnown = ["caption", "gallery", "embed", "video", "audio", "playlist", "wp_caption", "dropcap"].contains(
            name
        )
        let stands = rest.isEmpty || rest.hasPrefix("/") || rest.contains("=")
        // What nothing opens closes nothing, and what is closed further on was opened.
        guard
            isKnown
                || (isClosing
                    ? rest.isEmpty && opened.contains(String(name))
                    : stands && (rest.contains("=") || name.contains("_") || closed.contains(String(name))))
        else { return nil }
        self.name = isClosing ? "/" + name : String(name)
        end = text.index(after: close)
        var tail = rest
        while let equals = tail.firstIndex(of: "=") {
            let key = tail[..<equals].split(separator: " ").last.map(String.init) ?? ""
            var value = tail[tail.index(after: equals)...].drop { $0 == " " }
            if let quote = value.first, quote == "\"" || quote == "'" {
                value = value.dropFirst()
                let stop = value.firstIndex(of: quote) ?? value.endIndex
                attributes[key] = String(value[..<stop])
                tail = value[stop...].dropFirst()
            } else {
                let word = value.prefix { $0 != " " }
                attributes[key] = String(word)
                tail = value[word.endIndex...]
            }
        }
    }
}
