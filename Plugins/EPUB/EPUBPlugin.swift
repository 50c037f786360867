public import Offprint

/// Writes EPUB 3.3 books of one article or many.
public struct EPUBPlugin: Plugin {
    /// `epub`.
    public let name = "epub"
    /// The writer.
    public let writers: [any Writer] = [EPUBWriter()]
    /// The book's title, the section of articles without a group, and whether it has a cover.
    public let options: [OptionDeclaration] = [
        OptionDeclaration(
            "title",
            .text,
            default: "",
            help: "The book's title; without it, the article's, or one made from the publisher and the date."
        ),
        OptionDeclaration("section", .text, default: "", help: "The section for articles that belong to no group."),
        OptionDeclaration(
            "cover",
            .text,
            default: "auto",
            help: "auto: the lead image, where the book holds it; no: none."
        ),
    ]

    /// Creates the plugin.
    public init() {}
}
