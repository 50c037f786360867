public import Offprint

/// Reads HTML, where it finds the article in its page and what the page claims about it, and writes pages of one article.
public struct HTMLPlugin: Plugin {
    /// `html`.
    public let name = "html"
    /// What it reads.
    public let readers: [any Reader] = [HTMLReader()]
    /// What it writes.
    public let writers: [any Writer] = [HTMLWriter()]
    /// What can be chosen.
    public let options = [
        OptionDeclaration(
            "scope",
            .choice(["article", "page"]),
            default: "article",
            help: "Find the article in its page, or take the whole body as the article."
        ),
        OptionDeclaration(
            "reading",
            .choice(["auto", "as-meant", "as-written"]),
            default: "auto",
            help: "Read credits, layout tables, icons and the like as what they are meant for, which is usual for an "
                + "article, or all as it is written, which is usual for a whole page."
        ),
        OptionDeclaration(
            "base-url",
            .text,
            default: "",
            help: "The page's address, for links and images, when the file does not say."
        ),
        OptionDeclaration(
            "images",
            .choice(["link", "embed", "no"]),
            default: "link",
            help: "Writing: show images from their addresses, put those that the article holds into the page, or none."
        ),
    ]

    /// Creates the plugin.
    public init() {}
}
