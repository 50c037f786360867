/// A unit of body content that stands on its own lines.
///
/// Switch over it exhaustively, without `default`: the compiler then names every writer that a new case must visit.
/// Readers keep the nesting of blocks within ``Article/maximumDepth``.
public indirect enum Block: Sendable, Hashable {
    /// Running text; its role tells a lead, a question and an answer from the rest.
    case paragraph([Inline], role: ParagraphRole = .body)
    /// A crosshead or section title, level 1 (largest) to 6.
    ///
    /// The article's title is metadata, not a heading.
    case heading(level: Int, [Inline])
    /// A bulleted, numbered or task list.
    case list(ItemList)
    /// A quotation, with who is quoted where the source says so.
    case quote([Block], attribution: [Inline] = [])
    /// Words of the article that the layout repeats in large type.
    case pullQuote([Block], attribution: [Inline] = [])
    /// Preformatted text; the language is a name such as `swift`.
    case code(String, language: String? = nil)
    /// A table.
    case table(Table)
    /// One or more images with a caption and a credit.
    ///
    /// It may have no image where only its caption survived.
    case figure(Figure)
    /// A video, a post, a map or another thing that lives elsewhere.
    case embed(Embed)
    /// A fact box, correction or other text beside the article's own.
    case aside(Aside)
    /// An entry of a live blog.
    case liveEntry(LiveEntry)
    /// Terms and what they mean.
    case definitionList([Definition])
    /// A rule between parts of the text.
    case thematicBreak
    /// A formula on its own line.
    case math(Math)
    /// The text of a footnote, where ``Inline/footnoteReference(id:)`` names it.
    case footnote(id: String, [Block])
    /// A block that only some formats know, with what to show elsewhere.
    case custom(Custom<Block>)
}

/// What a paragraph does in its article.
public enum ParagraphRole: String, Sendable, Hashable, CaseIterable {
    /// Running text.
    case body
    /// The opening paragraph that sums the story up, where the source marks it.
    case lead
    /// A question of an interview.
    case question
    /// An answer of an interview.
    case answer
}

/// A node that this model does not define, kept so that it is never lost silently.
public struct Custom<Node> {
    /// The node's name, such as `poll`.
    public var name: String
    /// What the node holds, as the text of a JSON object; empty where it holds nothing.
    public var data: String
    /// What to show where nobody knows the node.
    public var fallback: [Node]

    /// Creates a custom node.
    public init(name: String, data: String = "", fallback: [Node] = []) {
        self.name = name
        self.data = data
        self.fallback = fallback
    }
}

extension Custom: Sendable where Node: Sendable {}
extension Custom: Equatable where Node: Equatable {}
extension Custom: Hashable where Node: Hashable {}
