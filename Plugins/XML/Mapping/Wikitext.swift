import Offprint
import OffprintHypertext

/// The plain parts of MediaWiki's markup: headings, paragraphs, lists, links, emphasis.
///
/// Templates, tables, files and references are left out, and a diagnostic says so: they need the wiki itself.
struct Wikitext {
    /// What was left out, by kind.
    private(set) var leftOut: [String: Int] = [:]
    private var html = ""
    private var list: [Character] = []

    /// The blocks of a text.
    mutating func blocks(of text: String) -> [Block] {
        let plain = withoutBraces(withoutElements(text))
        var paragraph: [String] = []
        func flush(_ run: inout Wikitext) {
            guard !paragraph.isEmpty else { return }
            run.close(to: 0)
            run.html += "<p>" + paragraph.joined(separator: " ") + "</p>"
            paragraph = []
        }
        for line in plain.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let words = inline(String(line))
            guard let words = words.trimmed else {
                flush(&self)
                close(to: 0)
                continue
            }
            let level = words.prefix { $0 == "=" }.count
            if level > 0, words.hasSuffix(String(repeating: "=", count: level)), words.count > 2 * level {
                flush(&self)
                close(to: 0)
                let title = String(words.dropFirst(level).dropLast(level)).trimmed ?? ""
                html += "<h\(min(max(level, 2), 6))>\(title)</h\(min(max(level, 2), 6))>"
                continue
            }
            let marks = Array(words.prefix { "*#:;".contains($0) })
            guard !marks.isEmpty else {
                close(to: 0)
                paragraph.append(words)
                continue
            }
            flush(&self)
            open(marks.map { $0 == "#" ? "#" : "*" })
            html += "<li>" + (String(words.dropFirst(marks.count)).trimmed ?? "") + "</li>"
        }
        flush(&self)
        close(to: 0)
        return EscapedMarkup(html, base: nil).blocks
    }

    // MARK: Lists

    /// Opens the lists that marks at the start of a line ask for, up to the depth that blocks may have.
    private mutating func open(_ marks: [Character]) {
        let marks = Array(marks.prefix(8))
        var same = 0
        while same < min(list.count, marks.count), list[same] == marks[same] { same += 1 }
        close(to: same)
        for mark in marks[same...] {
            html += mark == "#" ? "<ol>" : "<ul>"
            list.append(mark)
        }
    }

    private mutating func close(to depth: Int) {
        while list.count > depth, let mark = list.popLast() { html += mark == "#" ? "</ol>" : "</ul>" }
    }

    // MARK: What is left out

    private mutating func leave(_ kind: String) { leftOut[kind, default: 0] += 1 }

    /// The text without comments, references and elements of extensions, with what they hold.
    private mutating func withoutElements(_ text: String) -> String {
        let names = ["ref", "timeline", "gallery", "math", "table", "score", "imagemap", "syntaxhighlight", "source"]
        var result = ""
        var rest = text[...]
        // What has no end after one place has none after a later one: it is not looked for again.
        var unclosed: Set<String> = []
        while let open = rest.firstIndex(of: "<") {
            result += rest[..<open]
            rest = rest[open...]
            if rest.hasPrefix("<!--") {
                rest = rest.firstRange(of: "-->").map { rest[$0.upperBound...] } ?? ""
                continue
            }
            let name = String(rest.dropFirst().prefix { $0.isLetter }).lowercased()
            guard names.contains(name), !unclosed.contains(">"), let close = rest.firstIndex(of: ">") else {
                if names.contains(name) { unclosed.insert(">") }
                result.append("<")
                rest = rest.dropFirst()
                continue
            }
            leave(name == "ref" ? "references" : "<\(name)> elements")
            if rest[..<close].hasSuffix("/") {
                rest = rest[rest.index(after: close)...]
            } else if !unclosed.contains(name), let end = rest.firstRange(of: "</\(name)>") {
                rest = rest[end.upperBound...]
            } else {
                unclosed.insert(name)
                rest = rest[rest.index(after: close)...]
            }
        }
        return result + rest
    }

    /// The text without templates and tables, however they nest.
    private mutating func withoutBraces(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var depth = 0
        var index = 0
        while index < bytes.count {
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            if bytes[index] == 0x7B, next == 0x7B || next == 0x7C {
                if depth == 0 { leave(next == 0x7C ? "tables" : "templates") }
                depth += 1
                index += 2
            } else if depth > 0, next == 0x7D, bytes[index] == 0x7D || bytes[index] == 0x7C {
                depth -= 1
                index += 2
            } else {
                if depth == 0 { result.append(bytes[index]) }
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    // MARK: Within a line

    /// A line with its links and emphasis in HTML.
    private mutating func inline(_ line: String) -> String {
        emphasis(links(line))
    }

    private mutating func links(_ line: String) -> String {
        var result = ""
        var rest = line[...]
        let ends = Self.linkEnds(in: line)
        let lastBracket = line.lastIndex(of: "]")
        while let open = rest.firstIndex(of: "["), let lastBracket, open < lastBracket {
            result += rest[..<open]
            rest = rest[rest.index(after: open)...]
            let isInner = rest.first == "["
            if isInner { rest = rest.dropFirst() }
            let inner = ends[rest.startIndex].map { ($0, 2) }
            guard let end = isInner ? inner : rest.firstIndex(of: "]").map({ ($0, 1) }) else {
                result += isInner ? "[[" : "["
                continue
            }
            let link = rest[..<end.0]
            rest = rest[end.0...].dropFirst(end.1)
            if isInner {
                result += self.inner(link)
            } else if link.hasPrefix("http"), let space = link.firstIndex(of: " ") {
                let address = link[..<space].replacing("\"", with: "%22")
                result += "<a href=\"\(address)\">\(link[link.index(after: space)...])</a>"
            } else if !link.hasPrefix("http") {
                result += "[\(link)]"
            }
        }
        return result + rest
    }

    /// Where each link of two brackets ends, past those within it, by where its words start.
    private static func linkEnds(in line: String) -> [String.Index: String.Index] {
        let bytes = line.utf8
        var ends: [String.Index: String.Index] = [:]
        var open: [String.Index] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let next = bytes.index(after: index)
            let byte = bytes[index]
            guard byte == 0x5B || byte == 0x5D, next < bytes.endIndex, bytes[next] == byte else {
                index = next
                continue
            }
            if byte == 0x5B {
                open.append(bytes.index(after: next))
            } else if let start = open.popLast() {
                ends[start] = index
            }
            index = bytes.index(after: next)
        }
        return ends
    }

    /// The words of a link within the wiki; files and categories are no words.
    private mutating func inner(_ link: Substring) -> String {
        let isOfNamespace = link.prefix { $0 != "|" }.contains(":") && !link.hasPrefix(":")
        guard !isOfNamespace else {
            leave("files, categories and links to other wikis")
            return ""
        }
        let words = link.lastIndex(of: "|").map { link[link.index(after: $0)...] } ?? link
        return String(words.drop { $0 == ":" })
    }

    private func emphasis(_ line: String) -> String {
        var result = ""
        var isStrong = false
        var isStressed = false
        var rest = line[...]
        while let quote = rest.firstRange(of: "''") {
            result += rest[..<quote.lowerBound]
            let count = rest[quote.lowerBound...].prefix { $0 == "'" }.count
            rest = rest[quote.lowerBound...].dropFirst(count)
            if count == 2 || count >= 5 {
                result += isStressed ? "</i>" : "<i>"
                isStressed.toggle()
            }
            if count >= 3 {
                result += isStrong ? "</b>" : "<b>"
                isStrong.toggle()
            }
        }
        return result + rest + (isStressed ? "</i>" : "") + (isStrong ? "</b>" : "")
    }
}
