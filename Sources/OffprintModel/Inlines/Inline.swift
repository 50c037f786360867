/// A run of text, or markup within a line.
///
/// Switch over it exhaustively, without `default`: the compiler then names every writer that a new case must visit.
public indirect enum Inline: Sendable, Hashable {
    /// Text.
    ///
    /// White space is as in running text: single spaces, no line ends.
    case text(String)
    /// Stressed text, usually italic.
    case emphasis([Inline])
    /// Important text, usually bold.
    case strong([Inline])
    /// Text that no longer holds.
    case strikethrough([Inline])
    /// Raised text.
    case superscript([Inline])
    /// Lowered text.
    case `subscript`([Inline])
    /// A piece of code.
    case code(String)
    /// Text that leads to an address; the title is what a pointer at rest shows.
    case link([Inline], target: String, title: String? = nil)
    /// An image within a line.
    case image(ImageReference)
    /// A line end that the author meant, as in verse or an address.
    case lineBreak
    /// The mark of a footnote; ``Block/footnote(id:_:)`` has its text.
    case footnoteReference(id: String)
    /// A formula within a line.
    case math(Math)
    /// Words in quotation marks that the source expresses as markup and does not print.
    case quoted([Inline])
    /// The title of a work.
    case cite([Inline])
    /// East Asian text with its reading.
    case ruby(base: [Inline], annotation: [Inline])
    /// Text in a language (BCP 47) or direction other than its surroundings.
    case span([Inline], language: String? = nil, direction: Direction? = nil)
    /// An inline that only some formats know, with what to show elsewhere.
    case custom(Custom<Inline>)
}

/// The direction in which text is written.
public enum Direction: String, Sendable, Hashable, CaseIterable {
    /// As Latin, Cyrillic and Chinese.
    case leftToRight = "ltr"
    /// As Arabic, Hebrew and Thaana.
    case rightToLeft = "rtl"
}
