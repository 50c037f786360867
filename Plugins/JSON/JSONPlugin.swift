public import Offprint

/// Articles as JSON: the native form and JSON Feed, read and written, and the forms that others read.
public struct JSONPlugin: Plugin {
    /// `json`.
    public let name = "json"
    /// Native JSON and JSON Feed.
    public let readers: [any Reader] = [JSONReader(), JSONFeedReader()]
    /// Native JSON, the same one article a line, flat records, and the forms that others read.
    public let writers: [any Writer] = [
        JSONArticleWriter(.json), JSONArticleWriter(.jsonLines), FlatWriter(), PandocWriter(), JSONLDWriter(),
        NinjsWriter(), JSONFeedWriter(),
    ]
    /// Which claims to write.
    public let options = [
        OptionDeclaration(
            "claims",
            .choice(["best", "all"]),
            default: "best",
            help: "Which claims of each metadata field json and jsonl carry: the best, or all with their origins."
        ),
        OptionDeclaration(
            "feed-title",
            .text,
            default: "",
            help: "The title of a JSON Feed; without it, the publisher's name, or the only article's title."
        ),
    ]

    /// Creates the plugin.
    public init() {}
}

extension Format {
    /// Native JSON: an article, or an array of articles.
    static let json = Format(
        id: "json",
        name: "Offprint JSON",
        fileExtensions: ["json"],
        mediaTypes: ["application/json"],
        capacity: .many
    )

    /// Native JSON, one article a line.
    static let jsonLines = Format(
        id: "jsonl",
        name: "Offprint JSON lines",
        fileExtensions: ["jsonl", "ndjson"],
        mediaTypes: ["application/jsonl", "application/x-ndjson"],
        capacity: .lines
    )

    /// Flat records.
    static let flat = Format(
        id: "flat",
        name: "flat JSON records",
        // Not `jsonl` alone: the same article may be written in both forms to one folder.
        fileExtensions: ["flat.jsonl"],
        mediaTypes: ["application/jsonl"],
        capacity: .lines,
        content: .words
    )

    /// An article in the words of schema.org.
    static let jsonLD = Format(
        id: "jsonld",
        name: "JSON-LD (schema.org)",
        fileExtensions: ["jsonld"],
        mediaTypes: ["application/ld+json"],
        content: .words
    )

    /// The tree of a pandoc document.
    static let pandoc = Format(
        id: "pandoc",
        name: "pandoc document tree (JSON)",
        fileExtensions: ["pandoc.json"],
        mediaTypes: ["application/json"]
    )

    /// The news agencies' form.
    static let ninjs = Format(
        id: "ninjs",
        name: "ninjs 3.1 (IPTC)",
        fileExtensions: ["ninjs.json"],
        mediaTypes: ["application/json"]
    )

    /// Articles as the items of a feed.
    static let jsonFeed = Format(
        id: "jsonfeed",
        name: "JSON Feed 1.1",
        fileExtensions: ["feed.json"],
        mediaTypes: ["application/feed+json"],
        capacity: .many
    )
}
