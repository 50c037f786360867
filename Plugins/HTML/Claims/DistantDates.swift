import Offprint
import OffprintDates
import OffprintHypertext
import OffprintMarkup

/// Dates far from the headline, for a page that says nowhere else when its article was published or changed.
///
/// The first that is found is taken, from the likelier places to the less likely.
struct DistantDates {
    private let page: PageSource
    /// What stands behind the headline in its `article`, or in the first of the page; nothing where there is none.
    private let article: Range<MarkupTree.NodeID>
    private let tree: MarkupTree

    init(_ page: PageSource, heading: Range<MarkupTree.NodeID>) {
        self.page = page
        tree = page.tree
        var parent = heading.lowerBound
        while parent > 0, tree.name(of: parent) != .article { parent = tree.parent(of: parent) }
        if parent == 0 { parent = tree.first(.article, in: tree.document) ?? 0 }
        article = parent > 0 ? max(parent, heading.upperBound)..<max(tree.end(of: parent), heading.upperBound) : 0..<0
    }

    func add(to metadata: inout Metadata) {
        let found = fromTime() ?? fromLine() ?? fromState() ?? fromRights() ?? fromImage(metadata)
        if let (date, origin) = found { metadata.published.add(date, from: origin, confidence: .low) }
    }

    private typealias Found = (Timestamp, Origin)

    /// The first `time` behind the headline in the article, whatever else it stands in.
    private func fromTime() -> Found? {
        for node in page.index.times where article.contains(node) {
            let value = tree.attribute(.datetime, of: node) ?? tree.text(of: node)
            if let date = page.dates.machineDate(value) {
                return (date, page.origin(.visibleDate, "time far from the heading", node))
            }
        }
        return nil
    }

    /// A line of the article that is a date and little else, such as one of a list of facts aside.
    private func fromLine() -> Found? {
        let lines = PageLines(page).lines(article, bytes: 1_500) { _ in false }
        for line in lines where line.visible >= 8 && line.visible <= 40 {
            let bytes = Array(tree.textBytes[line.range])
            guard let found = page.dates.firstDate(in: bytes.span), line.visible - found.range.count <= 12 else {
                continue
            }
            return (found.timestamp, page.origin(.visibleDate, "line far from the heading", line.block))
        }
        return nil
    }

    /// The date that a script holds as data for the page's own program.
    private func fromState() -> Found? {
        for node in tree.all where tree.name(of: node) == .script {
            guard let source = tree.opaqueContent(of: node), source.count > 20 else { continue }
            let bytes = source.span
            for name in Self.properties {
                guard let end = bytes.end(of: name) else { continue }
                let value = String(decoding: source.dropFirst(end).prefix(16).prefix { $0 != 0x22 }, as: UTF8.self)
                if value.utf8.count >= 10, let date = Timestamp(iso8601: String(value.prefix(10))) {
                    return (date, page.origin(.scriptData, "script", node))
                }
            }
        }
        return nil
    }

    private static let properties: [StaticString] = [
        "\"datePublished\":\"", "\"publishedDate\":\"", "\"publishedAt\":\"", "\"published_at\":\"",
        "\"publicationDate\":\"", "\"publishDate\":\"", "\"publish_date\":\"", "\"createdAt\":\"",
    ]

    /// The day beside a copyright sign.
    private func fromRights() -> Found? {
        let end = tree.textBytes.count
        var first = tree.count
        while first > 1, end - tree.textRange(of: first - 1).lowerBound < 2_500 { first -= 1 }
        for line in PageLines(page).lines(first..<tree.count, bytes: 2_600, skipping: { _ in false }) {
            let bytes = Array(tree.textBytes[line.range])
            guard line.visible <= 240, let found = page.dates.firstDate(in: bytes.span),
                String(decoding: bytes.prefix(found.range.lowerBound), as: UTF8.self).holds("©")
            else { continue }
            return (found.timestamp, page.origin(.visibleDate, "copyright of the page", line.block))
        }
        return nil
    }

    /// The day in the address of the article's image.
    private func fromImage(_ metadata: Metadata) -> Found? {
        guard let claim = metadata.images.all.first, let url = claim.value.first?.image.url,
            let day = AddressClaims.day(inPathOf: url)
        else { return nil }
        return (day, Origin(.address, at: "path of the image's address", line: claim.origin.line))
    }
}

extension Span<UInt8> {
    /// Where a text of ASCII ends that occurs.
    fileprivate func end(of text: StaticString) -> Int? {
        let needle = Array(text.description.utf8)
        guard count >= needle.count else { return nil }
        var index = 0
        while index + needle.count <= count {
            if self[index] == needle[0] {
                var length = 1
                while length < needle.count, self[index + length] == needle[length] { length += 1 }
                if length == needle.count { return index + length }
            }
            index += 1
        }
        return nil
    }
}
