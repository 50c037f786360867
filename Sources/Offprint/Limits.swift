/// Bounds that protect a host from hostile sources.
public struct Limits: Sendable, Hashable {
    /// The largest source, in bytes after decompression.
    public var sourceBytes = 256 << 20
    /// How many elements a markup document may nest.
    ///
    /// Blocks nest less: ``Article/maximumDepth``.
    public var markupDepth = 20_000
    /// How many nodes a markup document may have.
    public var markupNodes = 8_000_000
    /// How many attributes of an element are read.
    ///
    /// No page has as many; the rest is left out.
    public var attributesPerElement = 1_000
    /// How many bytes the entities of an XML document may expand to.
    public var entityBytes = 1 << 20

    /// Creates the standard limits.
    public init() {}
}
