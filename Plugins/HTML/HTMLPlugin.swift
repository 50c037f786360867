public import Offprint

/// Reads HTML: finds the article in its page, and what the page claims about it.
public struct HTMLPlugin: Plugin {
    /// `html`.
    public let name = "html"
    /// What it reads.
    public let readers: [any Reader] = [HTMLReader()]
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
    ]

    /// Creates the plugin.
    public init() {}
}
