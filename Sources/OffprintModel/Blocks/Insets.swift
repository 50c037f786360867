// What a newsroom sets into or beside the running text.

/// A thing that lives elsewhere and that a page shows in a frame.
public struct Embed: Sendable, Hashable {
    /// What is embedded.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A moving picture.
        case video
        /// Sound.
        case audio
        /// A post of a social network.
        case post
        /// A map.
        case map
        /// A chart, poll, quiz or other interactive thing.
        case interactive
        /// A series of pictures.
        case gallery
        /// Anything else.
        case other
    }

    /// What is embedded.
    public var kind: Kind
    /// Its address.
    public var url: String?
    /// Its title.
    public var title: String?
    /// What to show where it cannot be embedded, such as the text of a post.
    public var fallback: [Block]

    /// Creates an embed.
    public init(_ kind: Kind, url: String? = nil, title: String? = nil, fallback: [Block] = []) {
        self.kind = kind
        self.url = url
        self.title = title
        self.fallback = fallback
    }
}

/// Text that stands beside the article's own.
public struct Aside: Sendable, Hashable {
    /// What the text is for.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Background in short.
        case factBox
        /// A correction or clarification.
        case correction
        /// Further reading.
        case related
        /// A note of the editors, or about the author.
        case note
    }

    /// What it is for.
    public var kind: Kind
    /// Its title.
    public var title: [Inline]
    /// Its blocks.
    public var content: [Block]

    /// Creates an aside.
    public init(_ kind: Kind = .factBox, title: [Inline] = [], content: [Block]) {
        self.kind = kind
        self.title = title
        self.content = content
    }
}

/// An entry of a live blog.
public struct LiveEntry: Sendable, Hashable {
    /// When it was published.
    public var time: Timestamp?
    /// Its title.
    public var title: [Inline]
    /// Who wrote it.
    public var author: String?
    /// Its blocks.
    public var content: [Block]

    /// Creates an entry.
    public init(time: Timestamp? = nil, title: [Inline] = [], author: String? = nil, content: [Block]) {
        self.time = time
        self.title = title
        self.author = author
        self.content = content
    }
}

/// A formula, as its source wrote it.
public struct Math: Sendable, Hashable {
    /// The notation of a formula.
    public enum Notation: String, Sendable, Hashable, CaseIterable {
        /// TeX, without its delimiters.
        case tex
        /// MathML: one `math` element.
        case mathML
    }

    /// The notation.
    public var notation: Notation
    /// The formula in that notation.
    public var source: String
    /// What it says in plain text, where the source gives that.
    public var alternativeText: String?

    /// Creates a formula.
    public init(_ notation: Notation, _ source: String, alternativeText: String? = nil) {
        self.notation = notation
        self.source = source
        self.alternativeText = alternativeText
    }
}
