import Offprint
import OffprintHypertext
import OffprintMarkup

/// How the elements of a vocabulary are said in HTML, so that the block builder of pages reads them.
///
/// An element that no row names keeps its name where it is one of HTML's for text, and is read through otherwise: its
/// words are never lost.
struct Translation: Sendable {
    /// What became of an element that a reading of its own was asked for.
    enum Outcome {
        /// It was said in as many elements, which end with it.
        case opened(Int)
        /// It was read with all that is in it.
        case done
        /// It is left to the other rows.
        case left
    }

    typealias Reading = @Sendable (inout TranslationRun, MarkupTree.NodeID) -> Outcome

    /// The elements of HTML that mean the same.
    var elements: [String: MarkupName] = [:]
    /// The attributes of HTML that mean the same, on whatever element.
    var attributes: [String: MarkupName] = [:]
    /// Elements that are no part of the text.
    var skipped: Set<String> = []
    /// Elements whose content is a note of the foot, placed where it is referred to.
    var notes: Set<String> = []
    /// Elements that mark where a line or a page ends; with `break="no"` they part no word.
    var joints: Set<String> = []
    /// Elements that need a look at what is in or around them.
    var readings: [String: Reading] = [:]
    /// Whether an element that no row names is a paragraph where it holds words and does not stand among words.
    var isOfUnknownElements = false

    /// The elements of HTML that mean in other vocabularies what they mean there.
    private static let shared: Set<MarkupName> = [
        .p, .ul, .ol, .li, .dl, .dt, .dd, .table, .caption, .thead, .tbody, .tfoot, .tr, .td, .th, .col, .colgroup,
        .sup, .sub, .em, .strong, .b, .i, .u, .br, .a, .q, .blockquote, .pre, .code, .img, .hr, .h1, .h2, .h3, .h4,
        .h5, .h6, .span, .div, .s, .del, .ins, .cite, .figure, .figcaption, .aside, .section, .article, .tt, .ruby,
        .rt, .rp,
    ]

    /// The element of HTML for another; `nil` for one that is read through.
    func name(for node: MarkupTree.NodeID, in tree: MarkupTree) -> MarkupName? {
        let local = tree.qualifiedName(of: node).local
        if let name = elements[local] { return name }
        let own = tree.name(of: node)
        if own == .other, let name = MarkupName(rawValue: local.lowercased()), Self.shared.contains(name) {
            return name
        }
        return Self.shared.contains(own) ? own : nil
    }

    /// The blocks of an element's content.
    func blocks(in node: MarkupTree.NodeID, of source: XMLSource, context: BlockBuilder.Context) -> TranslatedBlocks {
        source.carry(node)
        var run = TranslationRun(self, source, context)
        return run.blocks(in: node)
    }
}

/// What a translation gave.
struct TranslatedBlocks {
    var blocks: [Block] = []
    /// What the block builder could not carry.
    var losses: [Diagnostic] = []
}
