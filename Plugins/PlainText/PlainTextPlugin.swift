public import Offprint

/// Reads plain text: the copy of an agency, a saved page, a press release.
public struct PlainTextPlugin: Plugin {
    /// `text`.
    public let name = "text"
    /// The reader of plain text.
    public let readers: [any Reader] = [PlainTextReader()]

    /// Creates the plugin.
    public init() {}
}
