import Offprint
import OffprintHypertext
import OffprintMarkup

/// The content of an article inside another format: NITF, XHTML, text, or a dialect of its own.
///
/// What its sender calls it is not trusted; its first element tells.
struct ContentPayload {
    let source: XMLSource
    /// The element that holds it.
    let holder: MarkupTree.NodeID

    /// Reads it into an article whose title is known by now.
    func read(into article: inout Article, reporting diagnostics: inout Diagnostics) {
        let tree = source.tree
        let first = tree.children(of: holder).first { !tree.isText($0) }
        guard let first else { return readText(into: &article) }
        switch source.name(of: first).lowercased() {
        case "nitf":
            NITF.read(first, of: source, into: &article, reporting: &diagnostics)
        case "html", "body", "p", "div", "section", "article", "h1", "h2", "h3", "ul", "ol", "table", "figure", "span",
            "br", "blockquote", "main":
            guard tree.name(of: first) != .other else { fallthrough }
            readXHTML(first, into: &article, reporting: &diagnostics)
        default:
            let read = Translation.unknownVocabulary.blocks(in: holder, of: source, context: context)
            article.body += read.blocks
            for loss in read.losses { diagnostics.report(loss) }
        }
    }

    private var context: BlockBuilder.Context {
        BlockBuilder.Context(base: source.tree.base(at: holder), language: source.language(at: holder))
    }

    private func readText(into article: inout Article) {
        guard let _ = source.text(holder) else { return }
        article.body += EscapedMarkup(source.tree.text(of: holder), base: context.base).blocks
    }

    private func readXHTML(
        _ first: MarkupTree.NodeID,
        into article: inout Article,
        reporting diagnostics: inout Diagnostics
    ) {
        let tree = source.tree
        source.carry(holder)
        let title = article.metadata.title.best
        let heads = Set(
            tree.descendants(of: holder).filter { node in
                [.header, .h1].contains(tree.name(of: node)) && repeatsTitle(node, title) || isOfHead(node)
            }
        )
        for node in heads { claimSubtitle(in: node, of: &article.metadata) }
        var builder = BlockBuilder(tree, context: context) { heads.contains($0) }
        var blocks = builder.blocks(in: holder)
        for loss in builder.losses { diagnostics.report(loss) }
        if title == nil, case .heading(1, let inlines)? = blocks.first {
            article.metadata.title.add(
                inlines.plainText,
                from: Origin(.heading, at: "h1", line: tree.line(of: first))
            )
            blocks.removeFirst()
        }
        article.body += blocks
    }

    private static let propertiesOfHead: Set = [
        "headline", "alternativeHeadline", "creator", "author", "datePublished", "dateCreated", "dateModified",
        "dateline",
    ]
    private static let classesOfHead: Set = ["byline", "dateline", "pubdate", "publication_date", "published"]

    /// Whether an element says who wrote the article and when, which is metadata; of a picture it is its caption.
    private func isOfHead(_ node: MarkupTree.NodeID) -> Bool {
        let tree = source.tree
        guard [.div, .p, .span, .time, .h1, .h2].contains(tree.name(of: node)) else { return false }
        // A span within a paragraph is of its words.
        guard tree.name(of: node) != .span || tree.name(of: tree.parent(of: node)) != .p else { return false }
        let properties = tree.attribute(named: "itemprop", of: node)?.split(separator: " ") ?? []
        let classes = tree.attribute(named: "class", of: node)?.split(separator: " ") ?? []
        guard
            properties.contains(where: { Self.propertiesOfHead.contains(String($0)) })
                || classes.contains(where: { Self.classesOfHead.contains($0.lowercased()) })
        else { return false }
        var parent = tree.parent(of: node)
        for _ in 0..<12 where parent > holder {
            if tree.name(of: parent) == .figure { return false }
            parent = tree.parent(of: parent)
        }
        return true
    }

    private func claimSubtitle(in node: MarkupTree.NodeID, of metadata: inout Metadata) {
        let tree = source.tree
        guard tree.attribute(named: "itemprop", of: node) == "alternativeHeadline", let text = source.text(node) else {
            return
        }
        metadata.subtitle.add(text, from: Origin(.microdata, at: "alternativeHeadline", line: tree.line(of: node)))
    }

    /// Whether an element is a heading that says the title again, or a head that holds one.
    private func repeatsTitle(_ node: MarkupTree.NodeID, _ title: String?) -> Bool {
        guard let title else { return false }
        let tree = source.tree
        if tree.name(of: node) == .h1 { return tree.text(of: node).tidied.agrees(with: title) }
        return tree.descendants(of: node).contains { tree.name(of: $0) == .h1 && repeatsTitle($0, title) }
    }
}

extension Translation {
    /// Elements that nobody knows: each that holds words of its own, and does not stand among words, is a paragraph.
    static let unknownVocabulary = Translation(isOfUnknownElements: true)
}
