import Offprint

/// RSS 0.9x, 1.0 and 2.0.
struct RSSFamily: XMLFamily {
    let format = Format(
        id: "rss",
        name: "RSS",
        fileExtensions: ["rss", "rdf"],
        mediaTypes: ["application/rss+xml", "application/rdf+xml"],
        capacity: .many
    )

    func recognizes(_ root: RootElement) -> Bool { ["rss", "RDF"].contains(root.name) }

    func articles(of source: XMLSource, reporting diagnostics: inout Diagnostics) -> [Article] {
        RSSFeed(source.tree).articles
    }
}

/// Atom 1.0 and 0.3.
struct AtomFamily: XMLFamily {
    let format = Format(
        id: "atom",
        name: "Atom",
        fileExtensions: ["atom"],
        mediaTypes: ["application/atom+xml"],
        capacity: .many
    )

    func recognizes(_ root: RootElement) -> Bool { ["feed", "entry"].contains(root.name) }

    func articles(of source: XMLSource, reporting diagnostics: inout Diagnostics) -> [Article] {
        AtomFeed(source.tree).articles
    }
}
