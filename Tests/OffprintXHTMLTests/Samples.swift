import OffprintModel
import OffprintXHTML

/// What a rendering gave, as text.
struct Rendered {
    var markup: String
    var diagnostics = Diagnostics()
    var fragment: XHTMLFragment

    init(_ blocks: [Block], _ configuration: XHTMLConfiguration = XHTMLConfiguration()) {
        var diagnostics = Diagnostics()
        fragment = XHTMLRenderer(configuration).render(blocks, reporting: &diagnostics)
        self.diagnostics = diagnostics
        // Line ends are for the eyes; a table of expectations reads better without.
        markup = String(decoding: fragment.bytes, as: UTF8.self).split(separator: "\n").joined()
    }

    var codes: [String] { diagnostics.all.map(\.code.rawValue) }
    var isWellFormed: Bool {
        StrictXML.events(of: Array("<body>".utf8) + fragment.bytes + Array("</body>".utf8)) != nil
    }
}

func rendered(_ inlines: Inline...) -> Rendered {
    var result = Rendered([.paragraph(inlines)])
    if result.markup.hasPrefix("<p>"), result.markup.hasSuffix("</p>") {
        result.markup = String(result.markup.dropFirst(3).dropLast(4))
    }
    return result
}

func text(_ text: String) -> [Inline] { [.text(text)] }

func paragraph(_ words: String) -> Block { .paragraph(text(words)) }

/// The name of a block's case: a new case stops the compiler here, and then a sample is due.
func kind(of block: Block) -> String {
    switch block {
    case .paragraph: "paragraph"
    case .heading: "heading"
    case .list: "list"
    case .quote: "quote"
    case .pullQuote: "pullQuote"
    case .code: "code"
    case .table: "table"
    case .figure: "figure"
    case .embed: "embed"
    case .aside: "aside"
    case .liveEntry: "liveEntry"
    case .definitionList: "definitionList"
    case .thematicBreak: "thematicBreak"
    case .math: "math"
    case .footnote: "footnote"
    case .custom: "custom"
    }
}

/// The name of an inline's case: a new case stops the compiler here, and then a sample is due.
func kind(of inline: Inline) -> String {
    switch inline {
    case .text: "text"
    case .emphasis: "emphasis"
    case .strong: "strong"
    case .strikethrough: "strikethrough"
    case .superscript: "superscript"
    case .subscript: "subscript"
    case .code: "code"
    case .link: "link"
    case .image: "image"
    case .lineBreak: "lineBreak"
    case .footnoteReference: "footnoteReference"
    case .math: "math"
    case .quoted: "quoted"
    case .cite: "cite"
    case .ruby: "ruby"
    case .span: "span"
    case .custom: "custom"
    }
}
