import Offprint
import OffprintHypertext
import OffprintMarkup
import OffprintModel

/// The article's text where a page states it for machines: JSON-LD's `articleBody`, or the data that a script would draw
/// the page from.
///
/// It stands in where the page itself shows hardly any text, and never beside the page's own.
struct StatedBody {
    /// A page that shows more characters than this has its text.
    private static let enough = 280
    private static let keys = ["articleBody", "bodyHtml", "body", "content", "html", "text"]

    let tree: MarkupTree

    /// The blocks that a page states, where they say much more than those that it shows.
    func blocks(insteadOf shown: [Block], context: BlockBuilder.Context, limits: MarkupDocument.Limits) -> [Block]? {
        let count = shown.plainTextBytes(upTo: Self.enough).count
        guard count < Self.enough, let text = longestText(), text.utf8.count > max(Self.enough, count * 3) else {
            return nil
        }
        let stated = text.contains("</") ? markup(text, context, limits) : paragraphs(text)
        return stated.plainText.utf8.count > max(Self.enough, count * 3) ? stated : nil
    }

    /// The longest text under one of the keys, in the page's JSON-LD first.
    private func longestText() -> String? {
        for type in ["ld+json", "application/json"] {
            var longest: String?
            for node in tree.all where tree.name(of: node) == .script {
                guard tree.attribute(.type, of: node)?.lowercased().contains(type) == true,
                    let source = tree.opaqueContent(of: node)
                else { continue }
                let tape = JSONTape(source)
                for entry in tape.entries.indices where tape.entries[entry].kind == .object {
                    for key in type == "ld+json" ? Array(Self.keys.prefix(1)) : Self.keys {
                        guard let text = tape.string(tape.member(key, of: entry)) else { continue }
                        if text.utf8.count > longest?.utf8.count ?? Self.enough { longest = text }
                    }
                }
            }
            if longest != nil { return longest }
        }
        return nil
    }

    private func markup(_ text: String, _ context: BlockBuilder.Context, _ limits: MarkupDocument.Limits) -> [Block] {
        guard let document = try? MarkupDocument(html: Array(text.utf8), charset: "utf-8", limits: limits) else {
            return []
        }
        var builder = BlockBuilder(document.tree, context: context)
        return builder.blocks(in: document.tree.first(.body, in: document.tree.document) ?? document.tree.document)
    }

    private func paragraphs(_ text: String) -> [Block] {
        text.split(whereSeparator: \.isNewline).compactMap { String($0).tidied.trimmed }.map { .paragraph([.text($0)]) }
    }
}
