public import OffprintModel

/// Renders blocks and inlines as XHTML5.
///
/// The output is well formed and valid whatever the article holds: links and images are checked, nothing nests that
/// may not, and no markup of the source survives but MathML that was taken apart and put together again.
public struct XHTMLRenderer: Sendable {
    private let configuration: XHTMLConfiguration

    /// Creates a renderer.
    public init(_ configuration: XHTMLConfiguration = XHTMLConfiguration()) { self.configuration = configuration }

    /// Renders blocks; what cannot be carried is reported.
    ///
    /// Reports name blocks by their place in the article's body; `offset` is how many of it come before these.
    public func render(
        _ blocks: [Block],
        offset: Int = 0,
        reporting diagnostics: inout Diagnostics
    ) -> XHTMLFragment {
        var rendering = Rendering(configuration, diagnostics, notes: Footnotes(in: blocks))
        rendering.topLevel(blocks, offset: offset)
        diagnostics = rendering.diagnostics
        return rendering.fragment
    }

    /// Renders inlines; what cannot be carried is reported.
    public func render(_ inlines: [Inline], reporting diagnostics: inout Diagnostics) -> XHTMLFragment {
        var rendering = Rendering(configuration, diagnostics, notes: Footnotes(in: []))
        rendering.inlines(inlines, depth: 0)
        diagnostics = rendering.diagnostics
        return rendering.fragment
    }
}

/// The state of one rendering.
///
/// Its methods are in the files of the things that they render.
struct Rendering {
    let configuration: XHTMLConfiguration
    var out: XMLBuffer
    var diagnostics: Diagnostics
    var notes: Footnotes
    var headings: HeadingLevels
    /// Whether an `a` is open, within which none may begin.
    var isInLink = false
    /// Whether a `ruby` is open, within which none may begin.
    var isInRuby = false
    var containsMathML = false
    var lacksAlternativeText = false
    private var images: [String] = []
    private var seenImages: Set<String> = []

    init(_ configuration: XHTMLConfiguration, _ diagnostics: Diagnostics, notes: Footnotes) {
        self.configuration = configuration
        out = XMLBuffer(configuration.syntax)
        self.diagnostics = diagnostics
        self.notes = notes
        headings = HeadingLevels(configuration.headings)
    }

    var fragment: XHTMLFragment {
        XHTMLFragment(
            bytes: out.bytes,
            containsMathML: containsMathML,
            images: images,
            lacksAlternativeText: lacksAlternativeText
        )
    }

    mutating func noteImage(_ address: String) {
        if seenImages.insert(address).inserted { images.append(address) }
    }

    /// Reports an address of which a user and a password were cut.
    mutating func noteCredentials(in address: String) {
        guard LinkTarget.withoutCredentials(address) != nil else { return }
        diagnostics.approximate(LinkTarget.credentialsReport.code, LinkTarget.credentialsReport.message)
    }

    /// Renders the blocks of a body: what is reported names its block, unless the caller has named one.
    mutating func topLevel(_ blocks: [Block], offset: Int) {
        guard diagnostics.currentBlock == nil else { return self.blocks(blocks, depth: 0) }
        for index in blocks.indices {
            diagnostics.currentBlock = offset + index
            self.blocks([blocks[index]], depth: 0)
        }
        diagnostics.currentBlock = nil
    }

    /// `epub:type`, where the output wants it.
    func epubType(_ type: String) -> String? { configuration.footnotes == .epub ? type : nil }
}

/// The levels of headings.
struct HeadingLevels {
    private let style: XHTMLConfiguration.Headings
    // The headings that the current place lies under: what the source calls them and what they became.
    private var path: [(source: Int, level: Int)] = []

    init(_ style: XHTMLConfiguration.Headings) { self.style = style }

    mutating func level(for source: Int) -> Int {
        let source = min(6, max(1, source))
        switch style {
        case .shifted(let shift): return min(6, max(1, source + min(6, max(-6, shift))))
        case .nested(let base):
            while let last = path.last, last.source >= source { path.removeLast() }
            let level = min(6, max(1, (path.last?.level ?? min(6, max(0, base))) + 1))
            path.append((source, level))
            return level
        }
    }
}

/// A name or an address as a message may show it: short, and without anything that a terminal obeys.
func shown(_ text: String) -> String {
    let scalars = text.unicodeScalars.prefix(100).map { scalar -> Unicode.Scalar in
        // Marks of direction can make a message read as another.
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: "?"
        default: scalar
        }
    }
    return String(String.UnicodeScalarView(scalars))
}
