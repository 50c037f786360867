public import Offprint

/// A stub.
public struct HTMLPlugin: Plugin {
    /// The name.
    public let name = "html"
    /// Creates the plugin.
    public init() {}
}
