public import Offprint

/// A stub.
public struct JSONPlugin: Plugin {
    /// The name.
    public let name = "json"
    /// Creates the plugin.
    public init() {}
}
