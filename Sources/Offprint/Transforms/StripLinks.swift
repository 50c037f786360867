/// Takes links out of the body and leaves their words, as for print or for text to be read aloud.
public struct StripLinks: Transform {
    /// `strip-links`.
    public let name = "strip-links"
    /// What it does.
    public let summary = "Replaces links by their words."

    /// Creates the transform.
    public init() {}

    /// Replaces each link by its content.
    public func apply(to article: inout Article, reporting diagnostics: inout Diagnostics) {
        article.rewriteInlines { inline in
            guard case .link(let content, _, _) = inline else { return [inline] }
            return content
        }
    }
}

/// The transforms that belong to no format.
public struct StandardTransforms: Plugin {
    /// `transforms`.
    public let name = "transforms"
    /// What it changes.
    public let transforms: [any Transform] = [StripLinks()]

    /// Creates the plugin.
    public init() {}
}
