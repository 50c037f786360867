public import Offprint

/// A stub.
public struct EPUBPlugin: Plugin {
    /// The name.
    public let name = "epub"
    /// Creates the plugin.
    public init() {}
}
