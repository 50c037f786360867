public import Offprint

/// Reads the XML that news arrives in: feeds and agency formats.
public struct XMLPlugin: Plugin {
    /// `xml`.
    public let name = "xml"
    /// What it reads.
    public let readers: [any Reader] = [XMLReader()]

    /// Creates the plugin.
    public init() {}
}
