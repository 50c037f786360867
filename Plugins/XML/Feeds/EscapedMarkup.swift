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
            return Self.paragraphs(of: text).map { .paragraph([.text($0)]) }
        }
        guard let (tree, body) = Self.parse(text) else { return [] }
        var builder = BlockBuilder(tree, context: BlockBuilder.Context(base: base))
        return builder.blocks(in: body)
    }

    /// Its words on one line; `nil` where there are none.
    var line: String? {
        guard isHTML else { return text.tidied.trimmed }
        guard let (tree, body) = Self.parse(text) else { return nil }
        var builder = BlockBuilder(tree)
        return builder.blocks(in: body).plainText.tidied.trimmed
    }

    // MARK: Looking at it

    private static let tags = [
        "<p", "<br", "<a ", "<div", "<span", "<b>", "<i>", "<em", "<strong", "<ul", "<ol", "<li", "<img", "<h1", "<h2",
        "<h3",
        "<h4", "<table", "<blockquote", "<figure", "<sup", "<sub", "<u>", "<font", "<hr", "</",
    ]

    private static func holdsTags(_ text: String) -> Bool {
        guard text.utf8.contains(0x3C) else { return false }
        let lower = text.lowercased()
        return tags.contains(where: lower.contains)
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

    private static func parse(_ html: String) -> (MarkupTree, MarkupTree.NodeID)? {
        let page = Array("<body>".utf8) + Array(html.utf8)
        guard let tree = try? MarkupDocument(html: page, charset: "utf-8").tree else { return nil }
        return (tree, tree.first(.body, in: tree.document) ?? tree.document)
    }

    private static func paragraphs(of text: String) -> [String] {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { String($0).tidied }
        return lines.split(separator: "").map { $0.joined(separator: " ") }
    }
}
