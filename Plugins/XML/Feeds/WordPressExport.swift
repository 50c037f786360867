import Offprint
import OffprintHypertext
import OffprintMarkup

/// The export of WordPress (WXR, RSS with elements of its own): an article a published post or page.
struct WordPressExport: XMLFamily {
    let format = Format(
        id: "wxr",
        name: "WordPress export",
        fileExtensions: ["wxr"],
        mediaTypes: [],
        capacity: .many
    )

    func recognizes(_ root: RootElement) -> Bool { root.name == "rss" && root.says("wordpress.org/export") }

    func articles(of source: XMLSource, reporting diagnostics: inout Diagnostics) -> [Article] {
        let export = WordPressItems(source)
        let channel = RSSChannel(source)
        var articles: [Article] = []
        var others: [String: Int] = [:]
        for item in export.items {
            let type = export.value("post_type", of: item) ?? "post"
            let status = export.value("status", of: item) ?? "publish"
            guard ["post", "page"].contains(type), status == "publish" else {
                others[["post", "page"].contains(type) ? "\(type) (\(status))" : type, default: 0] += 1
                source.carry(item)
                continue
            }
            var article = channel.article(item)
            export.complete(&article, from: item)
            articles.append(article)
            source.carry(item)
        }
        channel.carry()
        for path: XMLPath in [
            "channel/author", "channel/category", "channel/tag", "channel/term", "channel/wxr_version",
            "channel/base_site_url", "channel/base_blog_url", "channel/site",
        ] {
            for node in source.find(path, from: source.root) { source.carry(node) }
        }
        if !others.isEmpty {
            let kinds = others.sorted { $0.key < $1.key }.map { "\($0.value) of \($0.key)" }.joined(separator: ", ")
            diagnostics.note("items-left-out", "Items that are no published posts or pages were left out: \(kinds).")
        }
        return articles
    }
}

/// The items of an export, which refer to each other.
private struct WordPressItems {
    private let source: XMLSource
    let items: [MarkupTree.NodeID]
    /// The names that authors show, by the names they log in with.
    private var names: [String: String] = [:]
    /// The pictures, by the numbers of the items that hold them.
    private var pictures: [String: String] = [:]

    init(_ source: XMLSource) {
        self.source = source
        items = source.find("channel/item", from: source.root)
        for author in source.find("channel/author", from: source.root) {
            guard let login = source.value("author_login", from: author) else { continue }
            names[login] = source.value("author_display_name", from: author)
        }
        for item in items {
            guard let address = source.value("attachment_url", from: item), let id = source.value("post_id", from: item)
            else { continue }
            if pictures[id] == nil { pictures[id] = address }
        }
    }

    func value(_ name: String, of item: MarkupTree.NodeID) -> String? { source.value(XMLPath(name), from: item) }

    /// Adds what an export knows more than a feed, and reads the text as WordPress shows it.
    func complete(_ article: inout Article, from item: MarkupTree.NodeID) {
        var metadata = article.metadata
        let line = source.tree.line(of: item)
        func origin(_ name: String) -> Origin { Origin(.formatField, at: "item/\(name)", line: line) }
        for (name, isFirst) in [("post_date_gmt", true), ("post_modified_gmt", false)] {
            // The moment in UTC, in a notation that does not say so.
            guard let text = value(name, of: item), let date = Timestamp(iso8601: text + "Z") else { continue }
            if isFirst {
                metadata.published.add(date, from: origin(name))
            } else {
                metadata.modified.add(date, from: origin(name))
            }
        }
        if let login = value("creator", of: item), let name = names[login] {
            metadata.authors.add([Contributor(name, kind: .unknown)], from: origin("author_display_name"))
        }
        if let id = value("post_id", of: item) {
            metadata.identifiers.add([Identifier(id, scheme: "wp:post_id")], from: origin("post_id"))
        }
        if let slug = value("post_name", of: item) { metadata.slug.add(slug, from: origin("post_name")) }
        for node in source.find("encoded", from: item)
        where source.tree.qualifiedName(of: node).namespace?.contains("excerpt") == true {
            guard let text = EscapedMarkup(source.tree.text(of: node), base: nil).line else { continue }
            metadata.description.add(text, from: origin("excerpt"))
        }
        article.metadata = metadata
        addText(to: &article, from: item)
        addLead(to: &article, from: item)
    }

    private func addText(to article: inout Article, from item: MarkupTree.NodeID) {
        let content = source.find("encoded", from: item).first { node in
            source.tree.qualifiedName(of: node).namespace?.contains("excerpt") != true
        }
        guard let content else { return }
        let html = WordPressText(pictures: pictures).html(of: source.tree.text(of: content))
        article.body = EscapedMarkup(html, base: article.metadata.url.best).blocks
    }

    /// The picture that stands for a post is another item.
    private func addLead(to article: inout Article, from item: MarkupTree.NodeID) {
        let number = source.find("postmeta", from: item).lazy.compactMap { meta -> String? in
            guard source.value("meta_key", from: meta) == "_thumbnail_id" else { return nil }
            return source.value("meta_value", from: meta)
        }.first
        guard let number, let address = pictures[number], WebAddress.isSafe(address) else { return }
        let image = ImageReference(url: address)
        let origin = Origin(.formatField, at: "postmeta/_thumbnail_id", line: source.tree.line(of: item))
        article.metadata.images.add([Picture(image)], from: origin)
        if !article.figureAddresses.contains(address) {
            article.body.insert(.figure(Figure(images: [image])), at: 0)
        }
    }
}
