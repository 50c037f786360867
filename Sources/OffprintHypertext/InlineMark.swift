import OffprintMarkup
import OffprintModel

/// A mark that runs of text carry.
struct InlineMark: Equatable {
    enum Kind: Equatable {
        case emphasis, strong, strikethrough, superscript, `subscript`, quoted, cite
        case link(target: String, title: String?)
        case span(language: String?, direction: String?)

        /// The mark of an element of HTML; `nil` for one that makes none.
        init?(_ name: MarkupName) {
            switch name {
            case .em, .i, .dfn, .var: self = .emphasis
            case .strong, .b: self = .strong
            case .del, .s, .strike: self = .strikethrough
            case .sup: self = .superscript
            case .sub: self = .subscript
            case .q: self = .quoted
            case .cite: self = .cite
            default: return nil
            }
        }
    }

    let kind: Kind
    /// The element that makes it: two links in a row stay two.
    let node: Int

    /// Whether text under the other mark continues text under this one.
    func continues(_ other: InlineMark) -> Bool {
        switch kind {
        case .emphasis, .strong, .strikethrough, .superscript, .subscript: kind == other.kind
        case .quoted, .cite, .link, .span: node == other.node && kind == other.kind
        }
    }
}

extension InlineMark {
    func wrapping(_ inlines: [Inline]) -> Inline {
        switch kind {
        case .emphasis: .emphasis(inlines)
        case .strong: .strong(inlines)
        case .strikethrough: .strikethrough(inlines)
        case .superscript: .superscript(inlines)
        case .subscript: .subscript(inlines)
        case .quoted: .quoted(inlines)
        case .cite: .cite(inlines)
        case .link(let target, let title): .link(inlines, target: target, title: title)
        case .span(let language, let direction):
            .span(inlines, language: language, direction: direction.flatMap(Direction.init))
        }
    }
}
