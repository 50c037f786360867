public import Offprint
import OffprintMarkdown

/// What the writer makes of blocks: no front matter and no title unless the options say so.
func markdown(_ blocks: [Block], _ options: [String: String] = [:]) throws -> String {
    try written(Article(body: blocks), options).text
}

/// What the writer makes of an article, and the codes of what it reports.
func written(_ article: Article, _ options: [String: String] = [:]) throws -> (text: String, losses: [String]) {
    let given = ["front-matter": "none", "title": "no"].merging(options) { _, given in given }
    var diagnostics = Diagnostics()
    let request = WriteRequest([article], options: OptionValues(given))
    let bytes = try MarkdownWriter().write(request, reporting: &diagnostics).bytes
    return (String(decoding: bytes, as: UTF8.self), diagnostics.all.map(\.code.rawValue))
}

extension Block {
    static func p(_ inlines: Inline...) -> Block { .paragraph(inlines) }
}

extension Inline: ExpressibleByStringLiteral {
    /// Text.
    public init(stringLiteral value: String) { self = .text(value) }

    static func em(_ inner: Inline...) -> Inline { .emphasis(inner) }
    static func b(_ inner: Inline...) -> Inline { .strong(inner) }
    static func a(_ target: String, _ inner: Inline...) -> Inline { .link(inner, target: target) }
}
