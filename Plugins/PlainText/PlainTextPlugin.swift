public import Offprint

/// Reads plain text (the copy of an agency, a saved page, a press release) and writes it.
public struct PlainTextPlugin: Plugin {
    /// `text`.
    public let name = "text"
    /// The reader of plain text.
    public let readers: [any Reader] = [PlainTextReader()]
    /// The writer of plain text.
    public let writers: [any Writer] = [PlainTextWriter()]
    /// How the text is read and set.
    public let options = [
        OptionDeclaration(
            "encoding",
            .text,
            default: "auto",
            help: "Reading: the encoding of the text, such as windows-1251, whatever it looks like; auto finds it."
        ),
        OptionDeclaration(
            "width",
            .integer(0...1_000),
            default: "0",
            help: "Writing: the column at which lines are broken; 0 for one line a paragraph."
        ),
        OptionDeclaration("header", .flag, default: "yes", help: "Writing: title, byline, date and source too."),
        OptionDeclaration(
            "links",
            .choice(["no", "notes"]),
            default: "no",
            help: "Writing: leave the addresses of links out, or list them as notes."
        ),
    ]

    /// Creates the plugin.
    public init() {}
}
