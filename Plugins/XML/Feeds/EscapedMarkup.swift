import Offprint
import OffprintHypertext
import OffprintMarkup

/// Text of a feed that may be HTML inside an XML text.
struct EscapedMarkup {
    private let text: String
    private let base: String?

    /// The payload of an element, decoded once by the XML parser.
    ///
    /// Some feeds escape twice: where the text shows no tag but shows escaped ones, it is decoded once more.
    init(_ text: String, base: String?) {
        self.text = !Self.holdsTags(text) && Self.holdsEscapedTags(text) ? Self.unescaped(text) : text
        self.base = base
    }

    /// Whether it holds tags of HTML or references to characters.
    private var isHTML: Bool { Self.holdsTags(text) || text.contains("&") }

    /// Its blocks: those of its HTML, or paragraphs where blank lines part it.
    var blocks: [Block] {
        guard isHTML else {
            return PlainParagraphs.split(text).map { .paragraph([.text($0)]) }
        }
        guard let (tree, body) = Self.parse(text) else { return [] }
        var builder = BlockBuilder(tree, context: BlockBuilder.Context(base: base))
        return builder.blocks(in: body)
    }

    /// Its words on one line; `nil` where there are none.
    var line: String? {
        guard isHTML else { return text.tidied.trimmed }
        let html = Self.namesElement(text) ? text.replacing("<", with: "&lt;") : text
        guard let (tree, body) = Self.parse(html) else { return nil }
        var builder = BlockBuilder(tree)
        return builder.blocks(in: body).plainText.tidied.trimmed
    }

    // MARK: Looking at it

    /// The elements of HTML, and those that only browsers knew.
    private static let elements = Set(
        MarkupName.allCases.prefix { $0 != .align }.map(\.rawValue) + [
            "blink", "layer", "spacer", "multicol", "nextid",
        ]
    )

    /// Whether there is a tag of HTML, or a comment or declaration as pages have them.
    private static func holdsTags(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        var index = 0
        while let open = bytes[index...].firstIndex(of: 0x3C) {
            let rest = bytes[(open + 1)...].drop { $0 == 0x2F }
            let name = rest.prefix(16).prefix { (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) }
            let after = name.endIndex < bytes.endIndex ? bytes[name.endIndex] : 0
            if !name.isEmpty, after <= 0x20 || after == 0x3E || after == 0x2F,
                elements.contains(String(decoding: name, as: UTF8.self).lowercased())
            {
                return true
            }
            if bytes[(open + 1)...].starts(with: "!--".utf8) || bytes[(open + 1)...].starts(with: "![CDATA[".utf8) {
                return true
            }
            index = open + 1
        }
        return false
    }

    /// The longest line that may be one about HTML.
    private static let longestTitle = 300

    /// Whether the one tag in a short line is a word of it, as in `Use of <div> in HTML`: it stands between words, has no
    /// attributes, and nothing ends it.
    private static func namesElement(_ text: String) -> Bool {
        guard text.utf8.count <= longestTitle, let open = text.firstIndex(of: "<"),
            text.lastIndex(of: "<") == open, text[..<open].last?.isWhitespace ?? false,
            text[..<open].last(where: { !$0.isWhitespace }).map({ $0.isLetter || $0.isNumber }) ?? false,
            let close = text[open...].firstIndex(of: ">")
        else { return false }
        let name = text[open..<close].dropFirst().lowercased()
        let after = text[close...].dropFirst()
        guard elements.contains(name), !["br", "wbr", "hr", "img", "input"].contains(name) else { return false }
        // At the end of a line a paragraph begins, more likely than not.
        guard let next = after.first else { return name != "p" }
        return next.isWhitespace || next.isPunctuation
    }

    private static func holdsEscapedTags(_ text: String) -> Bool {
        guard text.contains("&lt;") else { return false }
        return holdsTags(unescaped(text))
    }

    private static func unescaped(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let ampersand = rest.firstIndex(of: "&") {
            result += rest[..<ampersand]
            rest = rest[ampersand...]
            let found = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
                .first { rest.hasPrefix($0.0) }
            result += found?.1 ?? "&"
            rest = rest.dropFirst(found?.0.count ?? 1)
        }
        return result + rest
    }

    /// A sign that starts no tag is one to read.
    private static func withoutTags(_ text: String) -> String {
        holdsTags(text) ? text : text.replacing("<", with: "&lt;")
    }

    private static func parse(_ html: String) -> (MarkupTree, MarkupTree.NodeID)? {
        let page = Array("<body>".utf8) + Array(withoutTags(html).utf8)
        guard let tree = try? MarkupDocument(html: page, charset: "utf-8").tree else { return nil }
        return (tree, tree.first(.body, in: tree.document) ?? tree.document)
    }
}
