import Offprint
import OffprintHypertext
import OffprintMarkup

// What an item holds, and what it refers to.
extension NewsItemG2 {
    func addContent(to article: inout Article, _ captions: [String], _ diagnostics: inout Diagnostics) {
        let sets = source.find("contentSet", from: item)
        for node in sets { source.carry(node, alone: true) }
        let inline = sets.flatMap { source.find("inlineXML", from: $0) }
        // Several are the same content in several forms.
        for holder in inline.prefix(1) {
            ContentPayload(source: source, holder: holder).read(into: &article, reporting: &diagnostics)
        }
        for node in inline { source.carry(node) }
        for node in sets.flatMap({ source.find("inlineData", from: $0) }) {
            InlineData(source: source, node: node).read(into: &article, isOnly: article.body.isEmpty)
        }
        let remote = sets.flatMap { source.find("remoteContent", from: $0) }
        for node in remote { source.carry(node) }
        if let figure = RemoteRenditions(source, remote).block(
            caption: captions.first ?? article.metadata.description.best,
            credit: credit
        ) {
            article.body.insert(figure, at: 0)
        }
    }

    private var credit: String? {
        source.value("contentMeta/creditline", from: item) ?? source.value("contentMeta/by", from: item)
    }

    /// The parts of a video or a text, each with what is said of it.
    func addParts(to article: inout Article) {
        let parts = source.find("partMeta", from: item)
        let meanings = parts.compactMap { part -> (title: String?, text: String)? in
            source.carry(part)
            guard let text = source.value("description", from: part) else { return nil }
            return (source.value("headline", from: part), text)
        }
        guard !meanings.isEmpty else { return }
        let items = meanings.map { part in
            ItemList.Item([.paragraph([.text([part.title, part.text].compactMap(\.self).joined(separator: ": "))])])
        }
        article.body.append(.list(ItemList(.number(start: 1), items: items)))
    }

    /// What the item refers to: pictures with their renditions, and pages.
    func addLinks(to article: inout Article) {
        var related: [ItemList.Item] = []
        for link in source.find("itemMeta/link", from: item) {
            source.carry(link)
            let title = source.value("title", from: link)
            let remote = source.find("remoteContent", from: link)
            if let figure = RemoteRenditions(source, remote).block(caption: title, credit: nil) {
                if case .figure(let new) = figure,
                    new.images.compactMap(\.url).allSatisfy(article.figureAddresses.contains)
                {
                    continue
                }
                article.body.append(figure)
                continue
            }
            guard let address = source.attribute("href", of: link), address.hasPrefix("http"),
                source.attribute("rel", of: link)?.codeTail.lowercased() == "seealso"
            else { continue }
            if source.value("itemClass@qcode", from: link)?.codeTail == "picture" {
                let image = ImageReference(url: address)
                article.body.append(.figure(Figure(images: [image], caption: title.map { [.text($0)] } ?? [])))
            } else {
                related.append(ItemList.Item([.paragraph([.link([.text(title ?? address)], target: address)])]))
            }
        }
        if !related.isEmpty {
            article.body.append(.aside(Aside(.related, content: [.list(ItemList(.bullet, items: related))])))
        }
    }
}
