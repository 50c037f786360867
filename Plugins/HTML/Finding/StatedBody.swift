import Offprint
import OffprintHypertext
import OffprintMarkup
import OffprintModel

/// The article's text where a page states it for machines: JSON-LD's `articleBody`, what it shows to browsers without
/// scripts, or the data that a script would draw the page from.
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
        guard count < Self.enough else { return nil }
        let least = max(Self.enough, count * 3)
        let readings = [
            { blocks(of: longestText(inScripts: "ld+json", under: ["articleBody"]), context, limits) },
            { withoutScripts(context) },
            { blocks(of: longestText(inScripts: "application/json", under: Self.keys), context, limits) },
        ]
        for reading in readings {
            let stated = reading()
            if stated.plainTextBytes(upTo: least + 1).count > least { return stated }
        }
        return nil
    }

    /// The longest text under one of some keys, in scripts of a type.
    private func longestText(inScripts type: String, under keys: [String]) -> String? {
        var longest: String?
        for node in tree.all where tree.name(of: node) == .script {
            guard tree.attribute(.type, of: node)?.lowercased().contains(type) == true,
                let source = tree.opaqueContent(of: node)
            else { continue }
            let tape = JSONTape(source)
            for entry in tape.entries.indices where tape.entries[entry].kind == .object {
                for key in keys {
                    guard let text = tape.string(tape.member(key, of: entry)) else { continue }
                    if text.utf8.count > longest?.utf8.count ?? Self.enough { longest = text }
                }
            }
        }
        return longest
    }

    /// The longest text that stands in a `noscript` element.
    private func withoutScripts(_ context: BlockBuilder.Context) -> [Block] {
        var longest: MarkupTree.NodeID?
        for node in tree.all where tree.name(of: node) == .noscript {
            let count = tree.textRange(of: node).count
            if count > longest.map({ tree.textRange(of: $0).count }) ?? Self.enough { longest = node }
        }
        guard let longest else { return [] }
        var builder = BlockBuilder(tree, context: context)
        return builder.blocks(in: longest)
    }

    private func blocks(
        of text: String?,
        _ context: BlockBuilder.Context,
        _ limits: MarkupDocument.Limits
    ) -> [Block] {
        guard let text else { return [] }
        return text.contains("</") ? markup(text, context, limits) : paragraphs(text)
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
