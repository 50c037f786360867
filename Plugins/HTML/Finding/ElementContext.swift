import OffprintHypertext
import OffprintMarkup

/// What an element stands in, itself included.
struct ElementContext {
    /// The nearest box.
    var box: Int32 = 0
    var traits: ElementTraits = []
    /// What the words of its class and id say for or against an article's text.
    var weight: Int16 = 0
    /// The sum, the least and the greatest of these weights over the element and all around it.
    var sum: Int16 = 0
    var least: Int16 = 0
    var greatest: Int16 = 0
    var depth: UInt16 = 0
    /// A number for its name, class and place, equal for elements of one kind.
    var kind: UInt32 = 0

    init() {}

    init(
        of node: MarkupTree.NodeID,
        in tree: borrowing MarkupTree,
        under parent: ElementContext?,
        recalling memory: inout ClassMemory
    ) {
        let name = tree.name(of: node)
        let own = ElementTraits(name).union(ElementTraits.stated(by: node, in: tree))
        traits = own.union(parent?.traits.intersection(.inherited) ?? [])
        box = own.contains(.inline) ? parent?.box ?? Int32(node) : Int32(node)
        var words = memory.words(of: node, in: tree)
        kind = words.kind
        words.read(tree.attributeSpan(.id, of: node))
        weight = words.weight
        traits.formUnion(words.traits)
        sum = max(-9_999, min(9_999, (parent?.sum ?? 0) + weight))
        least = min(parent?.least ?? 0, weight)
        greatest = max(parent?.greatest ?? 0, weight)
        depth = min(parent?.depth ?? 0, 9_999) + 1
    }
}

/// What an element is, and what it makes of all that stands in it.
struct ElementTraits: OptionSet {
    let rawValue: UInt32

    static let inline = ElementTraits(rawValue: 1 << 0)
    /// Its text is none of the page's.
    static let skipped = ElementTraits(rawValue: 1 << 1)

    static let article = ElementTraits(rawValue: 1 << 2)
    static let main = ElementTraits(rawValue: 1 << 3)
    static let navigation = ElementTraits(rawValue: 1 << 4)
    static let aside = ElementTraits(rawValue: 1 << 5)
    static let footer = ElementTraits(rawValue: 1 << 6)
    static let header = ElementTraits(rawValue: 1 << 7)
    static let figure = ElementTraits(rawValue: 1 << 8)
    static let list = ElementTraits(rawValue: 1 << 9)
    static let table = ElementTraits(rawValue: 1 << 10)
    static let quote = ElementTraits(rawValue: 1 << 11)
    static let form = ElementTraits(rawValue: 1 << 12)
    static let link = ElementTraits(rawValue: 1 << 13)
    static let hidden = ElementTraits(rawValue: 1 << 14)
    static let articleBody = ElementTraits(rawValue: 1 << 15)
    static let heading = ElementTraits(rawValue: 1 << 16)
    static let definition = ElementTraits(rawValue: 1 << 17)
    static let code = ElementTraits(rawValue: 1 << 18)
    /// The element says a property of the article's, such as its author or date.
    static let property = ElementTraits(rawValue: 1 << 19)
    static let dialog = ElementTraits(rawValue: 1 << 20)
    static let details = ElementTraits(rawValue: 1 << 21)

    static let strong = ElementTraits(rawValue: 1 << 22)
    static let emphasis = ElementTraits(rawValue: 1 << 23)

    static let caption = ElementTraits(rawValue: 1 << 24)
    /// What readers say.
    static let comments = ElementTraits(rawValue: 1 << 25)
    /// What other pages say.
    static let elsewhere = ElementTraits(rawValue: 1 << 26)

    /// What holds for everything within.
    static let inherited = ElementTraits(rawValue: ~0b11)

    init(rawValue: UInt32) { self.rawValue = rawValue }

    init(_ name: MarkupName) {
        switch name {
        case .a: self = [.inline, .link]
        case .b, .strong: self = [.inline, .strong]
        case .i, .em: self = [.inline, .emphasis]
        case .abbr, .acronym, .bdi, .bdo, .big, .cite, .data, .del, .dfn, .font, .ins, .kbd, .label, .mark, .nobr,
            .q, .s, .samp, .small, .span, .strike, .sub, .sup, .tt, .u, .`var`, .wbr, .br, .time, .img,
            .picture,
            .ruby, .rb, .rt, .rp, .rtc, .other, .slot, .svg, .math, .output, .meter, .progress:
            self = .inline
        case .code: self = .inline
        case .script, .style, .template, .noscript, .head, .select, .datalist, .textarea, .input, .button, .option,
            .optgroup,
            .canvas, .frameset, .frame, .noframes, .param, .source, .track, .area, .map, .base, .link, .meta, .title,
            .col,
            .colgroup, .noembed:
            self = .skipped
        case .article: self = .article
        case .main: self = .main
        case .nav: self = .navigation
        case .aside: self = .aside
        case .footer: self = .footer
        case .header: self = .header
        case .figure: self = .figure
        case .figcaption: self = [.figure, .caption]
        case .ul, .ol, .menu, .dir: self = .list
        case .table: self = .table
        case .blockquote: self = .quote
        case .form, .fieldset: self = .form
        case .h1, .h2, .h3, .h4, .h5, .h6: self = .heading
        case .dl: self = .definition
        case .pre: self = .code
        case .dialog: self = .dialog
        case .details: self = .details
        default: self = []
        }
    }

    /// What an element's attributes say of its part in the page.
    static func stated(by node: MarkupTree.NodeID, in tree: MarkupTree) -> ElementTraits {
        var traits: ElementTraits = []
        tree.forEachAttributeName(of: node) { name in
            switch name {
            case .role, .itemprop, .hidden, .ariaHidden, .style: break
            default: return
            }
            guard let value = tree.attributeBytes(name, of: node) else { return }
            switch name {
            case .role: traits.formUnion(byRole(value))
            case .itemprop:
                if value.elementsEqual("articleBody".utf8) {
                    traits.insert(.articleBody)
                } else if !value.elementsEqual("image".utf8), !value.elementsEqual("text".utf8) {
                    traits.insert(.property)
                }
            case .hidden: if !value.elementsEqual("until-found".utf8) { traits.insert(.hidden) }
            case .ariaHidden: if value.elementsEqual("true".utf8) { traits.insert(.hidden) }
            case .style: if hides(value) { traits.insert(.hidden) }
            default: break
            }
        }
        return traits
    }

    private static func byRole(_ role: ArraySlice<UInt8>) -> ElementTraits {
        switch role.first {
        case UInt8(ascii: "n") where role.elementsEqual("navigation".utf8): .navigation
        case UInt8(ascii: "m") where role.elementsEqual("main".utf8): .main
        case UInt8(ascii: "m") where role.elementsEqual("menu".utf8): .navigation
        case UInt8(ascii: "a") where role.elementsEqual("article".utf8): .article
        case UInt8(ascii: "c") where role.elementsEqual("complementary".utf8): .aside
        case UInt8(ascii: "c") where role.elementsEqual("contentinfo".utf8): .footer
        case UInt8(ascii: "b") where role.elementsEqual("banner".utf8): .header
        case UInt8(ascii: "d") where role.elementsEqual("dialog".utf8): .dialog
        case UInt8(ascii: "s") where role.elementsEqual("search".utf8): .form
        default: []
        }
    }

    /// Whether a style says that nothing is shown.
    private static func hides(_ style: ArraySlice<UInt8>) -> Bool {
        guard style.count >= 12 else { return false }
        let property = Array("display".utf8)
        let value = Array("none".utf8)
        var at = style.startIndex
        while let found = style[at...].firstIndex(of: property[0]) {
            at = found + 1
            guard style[found...].starts(with: property) else { continue }
            let rest = style[(found + property.count)...].drop { $0 == 0x20 || $0 == 0x3A }
            if rest.starts(with: value) { return true }
        }
        return false
    }
}
