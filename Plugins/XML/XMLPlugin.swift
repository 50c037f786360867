public import Offprint

/// A stub.
public struct XMLPlugin: Plugin {
    /// The name.
    public let name = "xml"
    /// Creates the plugin.
    public init() {}
}
