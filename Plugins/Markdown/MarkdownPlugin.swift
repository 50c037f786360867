public import Offprint

/// A stub.
public struct MarkdownPlugin: Plugin {
    /// The name.
    public let name = "markdown"
    /// Creates the plugin.
    public init() {}
}
