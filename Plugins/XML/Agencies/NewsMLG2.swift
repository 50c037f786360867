import Offprint
import OffprintHypertext
import OffprintMarkup

/// NewsML-G2 (https://iptc.org/standards/newsml-g2/): news items, alone, in a package or in a message.
struct NewsMLG2: XMLFamily {
    let format = Format(
        id: "newsml-g2",
        name: "NewsML-G2",
        fileExtensions: ["newsml", "g2"],
        mediaTypes: ["application/vnd.iptc.g2.newsitem+xml", "application/vnd.iptc.g2.newsmessage+xml"],
        capacity: .many
    )

    private static let roots: Set = [
        "newsItem", "packageItem", "newsMessage", "knowledgeItem", "planningItem", "conceptItem", "contentSet",
        "groupSet", "contentMeta",
    ]

    func recognizes(_ root: RootElement) -> Bool {
        // The items that are no articles are refused by name, not taken for something else.
        Self.roots.contains(root.name)
    }

    func articles(of source: XMLSource, reporting diagnostics: inout Diagnostics) throws(ConversionError) -> [Article] {
        var message = NewsMLG2Message(source)
        let articles = message.articles(reporting: &diagnostics)
        guard articles.isEmpty else { return articles }
        throw ConversionError(
            .emptySource,
            "\"\(source.name)\" holds no news item: its root is \"\(source.name(of: source.root))\", which describes "
                + "news and is none.",
            line: source.tree.line(of: source.root)
        )
    }
}

/// The items of a document, brought together.
private struct NewsMLG2Message {
    private let source: XMLSource
    private let items: [MarkupTree.NodeID]
    private let packages: [MarkupTree.NodeID]

    init(_ source: XMLSource) {
        self.source = source
        func all(_ name: String) -> [MarkupTree.NodeID] {
            if source.name(of: source.root) == name { return [source.root] }
            return source.find(XMLPath("//\(name)"), from: source.tree.document)
        }
        var items = all("newsItem")
        if items.isEmpty, ["contentSet", "contentMeta"].contains(source.name(of: source.root)) {
            items = [source.tree.document]
        }
        self.items = items
        packages = all("packageItem") + (source.name(of: source.root) == "groupSet" ? [source.tree.document] : [])
        for header in source.find("header", from: source.root) { source.carry(header) }
    }

    mutating func articles(reporting diagnostics: inout Diagnostics) -> [Article] {
        let order = packages.flatMap(references)
        let byName = Dictionary(
            items.map { (source.attribute("guid", of: $0) ?? "", $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let wanted = order.compactMap { byName[$0.name] }
        var articles: [(node: MarkupTree.NodeID, article: Article)] = []
        let sequence = wanted.withoutRepeats + items.filter { !wanted.contains($0) }
        for node in sequence {
            var item = NewsItemG2(source, node)
            articles.append((node, item.article(reporting: &diagnostics)))
        }
        for package in packages { fold(package, &articles, &diagnostics) }
        // A package whose items are elsewhere is an article of links to them.
        let lonely = packages.filter { package in !references(in: package).contains { byName[$0.name] != nil } }
        for package in lonely {
            var item = NewsItemG2(source, package)
            var article = item.article(reporting: &diagnostics)
            article.body += links(in: package)
            articles.append((package, article))
        }
        return articles.map(\.article)
    }

    /// The pictures of a package that holds one text become its figures, and the package's headline another claim.
    private func fold(
        _ package: MarkupTree.NodeID,
        _ articles: inout [(node: MarkupTree.NodeID, article: Article)],
        _ diagnostics: inout Diagnostics
    ) {
        source.carry(package)
        let names = Set(references(in: package).map(\.name))
        func isOf(_ node: MarkupTree.NodeID) -> Bool {
            source.attribute("guid", of: node).map(names.contains) ?? false
        }
        func isPicture(_ node: MarkupTree.NodeID) -> Bool {
            ["picture", "graphics", "graphic"].contains(
                source.value("itemMeta/itemClass@qcode", from: node)?.codeTail.lowercased() ?? ""
            )
        }
        let texts = articles.indices.filter { isOf(articles[$0].node) && !isPicture(articles[$0].node) }
        let headline = source.first("contentMeta/headline", from: package)
        if let headline, let text = source.text(headline), !texts.isEmpty {
            let line = source.tree.line(of: headline)
            if texts.count == 1 {
                articles[texts[0]].article.metadata.title.add(
                    text,
                    from: Origin(.formatField, at: "packageItem/contentMeta/headline", line: line)
                )
            }
            if texts.count > 1 || articles[texts[0]].article.metadata.title.best != text {
                diagnostics.note(
                    "package-headline",
                    "The headline of the package, \"\(text.prefix(80))\", is that of no article.",
                    line: line
                )
            }
        }
        guard texts.count == 1 else { return }
        let pictures = articles.indices.filter { isOf(articles[$0].node) && isPicture(articles[$0].node) }
        var seen = Set(articles[texts[0]].article.figureAddresses)
        for index in pictures {
            for block in articles[index].article.body {
                guard case .figure(let figure) = block else { continue }
                let addresses = figure.images.compactMap(\.url)
                if addresses.isEmpty || !addresses.allSatisfy(seen.contains) {
                    articles[texts[0]].article.body.append(block)
                    seen.formUnion(addresses)
                }
            }
        }
        for index in pictures.reversed() { articles.remove(at: index) }
    }

    /// The items that a package refers to, in the order of its groups.
    private func references(in package: MarkupTree.NodeID) -> [(name: String, node: MarkupTree.NodeID)] {
        source.find("//itemRef", from: package).compactMap { node in
            (source.attribute("residref", of: node) ?? source.attribute("href", of: node)).map { ($0, node) }
        }
    }

    private func links(in package: MarkupTree.NodeID) -> [Block] {
        let items = references(in: package).compactMap { reference -> ItemList.Item? in
            guard
                let title = source.value("headline", from: reference.node)
                    ?? source.value("title", from: reference.node)
            else { return nil }
            let address = source.attribute("href", of: reference.node)
            let isWeb = address.map { $0.hasPrefix("http://") || $0.hasPrefix("https://") } ?? false
            let text: [Inline] = isWeb ? [.link([.text(title)], target: address ?? "")] : [.text(title)]
            return ItemList.Item([.paragraph(text)])
        }
        return items.isEmpty ? [] : [.list(ItemList(.bullet, items: items))]
    }
}

extension Article {
    /// The addresses of the pictures that its figures show.
    var figureAddresses: [String] {
        body.flatMap { block -> [String] in
            guard case .figure(let figure) = block else { return [] }
            return figure.images.compactMap(\.url)
        }
    }
}

extension [MarkupTree.NodeID] {
    /// The nodes, each once.
    fileprivate var withoutRepeats: [MarkupTree.NodeID] {
        var seen: Set<MarkupTree.NodeID> = []
        return filter { seen.insert($0).inserted }
    }
}
