public import Offprint

/// Writes CommonMark and GitHub Flavored Markdown with YAML front matter.
public struct MarkdownPlugin: Plugin {
    /// The name, by which the options are called.
    public let name = "markdown"

    /// Creates the plugin.
    public init() {}

    /// The one writer.
    public var writers: [any Writer] { [MarkdownWriter()] }

    /// What the writer lets a user choose.
    public var options: [OptionDeclaration] {
        [
            OptionDeclaration(
                "flavor",
                .choice(Dialect.Flavor.allCases.map(\.rawValue)),
                default: "gfm",
                help: "gfm has pipe tables, task lists, strikethrough and footnotes; commonmark has none of them."
            ),
            OptionDeclaration(
                "front-matter",
                .choice(Dialect.FrontMatter.allCases.map(\.rawValue)),
                default: "yaml",
                help:
                    "The metadata at the head of the file, with the names that this program expects; none leaves it out."
            ),
            OptionDeclaration(
                "title",
                .flag,
                default: "yes",
                help: "Whether the title stands over the text as a heading of level 1."
            ),
            OptionDeclaration(
                "html",
                .choice(["when-needed", "never"]),
                default: "when-needed",
                help: "Whether HTML tags may stand for what Markdown cannot say, such as cells that span columns."
            ),
        ]
    }
}
