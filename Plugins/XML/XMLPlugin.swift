public import Offprint

/// Reads the XML that news arrives in: feeds, agency formats, and dialects of one house by mapping files.
public struct XMLPlugin: Plugin {
    /// `xml`.
    public let name = "xml"
    /// What it reads.
    public let readers: [any Reader] = [XMLReader(), MappingReader()]
    /// Mapping files, and what they leave.
    public let options = [
        OptionDeclaration(
            "mapping",
            .files(in: "mappings", extension: "json"),
            default: "auto",
            help: "A mapping file for XML of a dialect of its own, besides those in ~/.config/offprint/mappings."
        ),
        OptionDeclaration(
            "explain",
            .flag,
            default: "no",
            help: "List the elements that no rule looks at."
        ),
        OptionDeclaration(
            "refuse",
            .text,
            default: "none",
            help: "Articles to refuse by what their source says: canceled, withheld, embargoed, with commas between."
        ),
    ]

    /// Creates the plugin.
    public init() {}
}
