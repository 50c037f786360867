public import Offprint

/// Articles as JSON: the native form, read and written, and records for data work.
public struct JSONPlugin: Plugin {
    /// `json`.
    public let name = "json"
    /// Native JSON.
    public let readers: [any Reader] = [JSONReader()]
    /// Native JSON, the same one article a line, flat records, and JSON-LD.
    public let writers: [any Writer] = [
        JSONArticleWriter(.json), JSONArticleWriter(.jsonLines), FlatWriter(), PandocWriter(), JSONLDWriter(),
    ]
    /// Which claims to write.
    public let options = [
        OptionDeclaration(
            "claims",
            .choice(["best", "all"]),
            default: "best",
            help: "Which claims of each metadata field json and jsonl carry: the best, or all with their origins."
        )
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
        mediaTypes: ["application/ld+json"]
    )

    /// The tree of a pandoc document.
    static let pandoc = Format(
        id: "pandoc",
        name: "pandoc document tree (JSON)",
        fileExtensions: ["pandoc.json"],
        mediaTypes: ["application/json"]
    )
}
