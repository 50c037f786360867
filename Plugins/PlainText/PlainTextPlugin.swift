public import Offprint

/// A stub.
public struct PlainTextPlugin: Plugin {
    /// The name.
    public let name = "text"
    /// Creates the plugin.
    public init() {}
}
