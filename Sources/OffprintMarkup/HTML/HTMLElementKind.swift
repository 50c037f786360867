/// What the start and the end of an element do to the tree: the rows of "in body", "in head" and "in table" of the
/// standard (https://html.spec.whatwg.org/#parsing-main-inbody).
enum HTMLElementKind: UInt8, Sendable {
    /// Any other element.
    case ordinary
    // Blocks: each closes a paragraph.
    case block, heading, preformatted, form, listItem, description, paragraph
    // Inline elements that come back where a block closed them.
    case anchor, formatting
    case button
    /// An element that end tags within it do not reach beyond.
    case boundary
    // Tables.
    case table, caption, columnGroup, column, rowGroup, row, cell
    // Without content.
    case inlineVoid, plainVoid, thematicBreak, lineBreak
    // Whose content is text.
    case title, textArea, rawText, leftOutText
    // Choices.
    case select, option, optionGroup
    // Ruby.
    case rubyBase, rubyText
    // Kept from the tree, or kept whole.
    case script, style, foreign
    case template, noscript
    // The frame of a page.
    case html, head, body, frameset

    init(_ name: MarkupName) {
        self =
            switch name {
            case .address, .article, .aside, .blockquote, .center, .details, .dialog, .dir, .div, .dl, .fieldset,
                .figcaption, .figure, .footer, .header, .hgroup, .main, .menu, .nav, .ol, .plaintext, .search, .section,
                .summary, .ul:
                .block
            case .p: .paragraph
            case .h1, .h2, .h3, .h4, .h5, .h6: .heading
            case .pre, .listing: .preformatted
            case .form: .form
            case .li: .listItem
            case .dd, .dt: .description
            case .a: .anchor
            case .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u: .formatting
            case .button: .button
            case .applet, .marquee, .object: .boundary
            case .table: .table
            case .caption: .caption
            case .colgroup: .columnGroup
            case .col: .column
            case .tbody, .thead, .tfoot: .rowGroup
            case .tr: .row
            case .td, .th: .cell
            case .area, .embed, .image, .img, .input, .keygen, .wbr: .inlineVoid
            case .base, .basefont, .bgsound, .frame, .link, .meta, .param, .source, .track: .plainVoid
            case .hr: .thematicBreak
            case .br: .lineBreak
            case .title: .title
            case .textarea: .textArea
            case .xmp: .rawText
            case .iframe, .noembed: .leftOutText
            case .select: .select
            case .option: .option
            case .optgroup: .optionGroup
            case .rb, .rtc: .rubyBase
            case .rp, .rt: .rubyText
            case .script: .script
            case .style: .style
            case .svg, .math: .foreign
            case .template: .template
            case .noscript: .noscript
            case .html: .html
            case .head: .head
            case .body: .body
            case .frameset: .frameset
            default: .ordinary
            }
    }

    /// Whether an element stands in the head of a page.
    var isMetadata: Bool {
        switch self {
        case .plainVoid, .title, .script, .style, .template, .noscript: true
        default: false
        }
    }
}

/// What an open element means to those within it.
struct HTMLElementTraits: OptionSet, Sendable {
    let rawValue: UInt8

    /// "Special": the end tag of an inline element does not reach beyond it
    /// (https://html.spec.whatwg.org/#special).
    static let special = HTMLElementTraits(rawValue: 1)
    /// No end tag but those of tables reaches beyond it.
    static let scope = HTMLElementTraits(rawValue: 2)
    /// Formatting from before it does not come back within it.
    static let marker = HTMLElementTraits(rawValue: 4)
    /// Comes back where a block closed it.
    static let formatting = HTMLElementTraits(rawValue: 8)
    /// May go without an end tag.
    static let impliedEnd = HTMLElementTraits(rawValue: 16)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ kind: HTMLElementKind, _ name: MarkupName) {
        switch kind {
        case .anchor, .formatting: self = .formatting
        case .rubyBase, .rubyText: self = .impliedEnd
        case .option, .optionGroup: self = .impliedEnd
        case .listItem, .description, .paragraph: self = [.special, .impliedEnd]
        case .boundary, .caption, .cell, .template: self = [.special, .scope, .marker]
        // Browsers never look inside: what it holds must not touch what is around it.
        case .noscript: self = [.special, .scope, .marker]
        case .table, .html: self = [.special, .scope]
        case .ordinary, .foreign: self = name == .frameset ? .special : []
        default: self = .special
        }
    }
}
