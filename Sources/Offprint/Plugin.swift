/// A bundle of readers, writers and transforms, and the options they take.
///
/// Plugins that come with Offprint and plugins from elsewhere are the same thing. Each requirement but the name is
/// empty by default.
public protocol Plugin: Sendable {
    /// A short name in lower case; the options are called by it, as in `epub.cover`.
    var name: String { get }
    /// What it reads.
    var readers: [any Reader] { get }
    /// What it writes.
    var writers: [any Writer] { get }
    /// What it changes.
    var transforms: [any Transform] { get }
    /// The options of its readers and writers.
    var options: [OptionDeclaration] { get }
}

extension Plugin {
    /// No readers.
    public var readers: [any Reader] { [] }
    /// No writers.
    public var writers: [any Writer] { [] }
    /// No transforms.
    public var transforms: [any Transform] { [] }
    /// No options.
    public var options: [OptionDeclaration] { [] }
}
