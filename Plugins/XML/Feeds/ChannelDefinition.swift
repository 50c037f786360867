import Offprint
import OffprintHypertext
import OffprintMarkup

/// The Channel Definition Format (https://www.w3.org/TR/NOTE-CDFsubmit.html), from which RSS came: an article an item.
struct ChannelDefinition: XMLFamily {
    let format = Format(id: "rss", name: "RSS", fileExtensions: ["cdf"], mediaTypes: [], capacity: .many)

    func recognizes(_ root: RootElement) -> Bool { root.name == "CHANNEL" }

    private static let fields: [FieldRule] = [
        .text(\.title, "TITLE"), .text(\.description, "ABSTRACT"), .text(\.url, "@HREF", "A@HREF"),
        .date(\.modified, "@LASTMOD"),
    ]

    func articles(of source: XMLSource, reporting diagnostics: inout Diagnostics) -> [Article] {
        source.carry(source.root, alone: true)
        return source.find("//ITEM", from: source.root).map { item in
            var article = Article()
            article.metadata.add(Self.fields, from: item, in: source)
            return article
        }
    }
}
