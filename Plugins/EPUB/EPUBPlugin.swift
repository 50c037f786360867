public import Offprint

/// Writes EPUB 3.3 books of one article or many.
public struct EPUBPlugin: Plugin {
    /// `epub`.
    public let name = "epub"
    /// The writer.
    public let writers: [any Writer] = [EPUBWriter()]
    /// The book's title, the section of articles without a group, its cover, and whom it is for.
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
            .file(or: ["auto", "no"]),
            default: "auto",
            help: "auto: the lead image, else one drawn from title, source and date; no: none; a JPEG or PNG file."
        ),
        OptionDeclaration(
            "profile",
            .choice(BookSettings.Profile.allCases.map(\.rawValue)),
            default: "epub3",
            help: "Whom the book is for; kindle: images in formats that Kindle shows, 50 MB at most."
        ),
    ]

    /// Creates the plugin.
    public init() {}
}
