// The values of metadata fields that are more than a string.

/// A person or organisation that took part in an article.
public struct Contributor: ClaimedValue {
    /// Whether a name is a person's.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A human being.
        case person
        /// An agency, a desk or the publisher itself.
        case organization
        /// The source does not say.
        case unknown
    }

    /// The name, as it is to be printed.
    public var name: String
    /// Whether it is a person's.
    public var kind: Kind
    /// What the contributor did or is, as printed.
    ///
    /// `Photo`, `Moscow correspondent`.
    public var role: String?
    /// A page about the contributor.
    public var url: String?

    /// Creates a contributor.
    public init(_ name: String, kind: Kind = .unknown, role: String? = nil, url: String? = nil) {
        self.name = name
        self.kind = kind
        self.role = role
        self.url = url
    }

    /// Whether `other` has the same name.
    public func agrees(with other: Contributor) -> Bool { name.agrees(with: other.name) }

    /// Whether this has the family's name behind the given name that `other` is.
    public func isFuller(than other: Contributor) -> Bool {
        other.kind != .organization && kind == .person && !other.name.contains(" ") && name.hasPrefix(other.name + " ")
    }
}

/// A publisher or an agency.
public struct Organization: ClaimedValue {
    /// Its name.
    public var name: String
    /// Its own page.
    public var url: String?

    /// Creates an organisation.
    public init(_ name: String, url: String? = nil) {
        self.name = name
        self.url = url
    }

    /// Whether `other` has the same name.
    public func agrees(with other: Organization) -> Bool { name.agrees(with: other.name) }
}

/// A name under which some system knows the article.
public struct Identifier: ClaimedValue {
    /// Who gave it, such as `guid`, `doi` or `doc-id`.
    public var scheme: String
    /// The identifier.
    public var value: String

    /// Creates an identifier.
    public init(_ value: String, scheme: String) {
        self.scheme = scheme
        self.value = value
    }
}

/// Something an article is filed under.
public struct Tag: ClaimedValue {
    /// What a tag names.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A subject.
        case subject
        /// A person.
        case person
        /// An organisation.
        case organization
        /// A place.
        case place
        /// An event.
        case event
    }

    /// Its name.
    public var name: String
    /// What it names.
    public var kind: Kind
    /// Its address or code in a vocabulary.
    public var uri: String?

    /// Creates a tag.
    public init(_ name: String, kind: Kind = .subject, uri: String? = nil) {
        self.name = name
        self.kind = kind
        self.uri = uri
    }

    /// Whether `other` has the same name.
    public func agrees(with other: Tag) -> Bool { name.agrees(with: other.name) }
}

/// A picture that stands for the article.
public struct Picture: ClaimedValue {
    /// The image.
    public var image: ImageReference
    /// What it shows.
    public var caption: String?
    /// Who made or supplied it, as printed.
    public var credit: String?

    /// Creates a picture.
    public init(_ image: ImageReference, caption: String? = nil, credit: String? = nil) {
        self.image = image
        self.caption = caption
        self.credit = credit
    }

    /// Whether `other` has the same address.
    public func agrees(with other: Picture) -> Bool { image.url != nil && image.url == other.image.url }
}

/// Whether an article may be used.
public enum PublicationStatus: String, ClaimedValue, CaseIterable {
    /// It may.
    case usable
    /// Not before a moment: see ``Metadata/embargo``.
    case embargoed
    /// Not now.
    case withheld
    /// Not any more.
    case canceled
}

/// What kind of article it is.
public enum ArticleKind: String, ClaimedValue, CaseIterable {
    /// A report of news, or an article of no other kind here.
    case news
    /// Background and context.
    case analysis
    /// An opinion, editorial or column.
    case opinion
    /// A review.
    case review
    /// An interview.
    case interview
    /// A reportage or other long form.
    case feature
    /// Entries as events unfold.
    case liveBlog
    /// A post of a blog.
    case blogPost
    /// A press release.
    case pressRelease
    /// Words that somebody paid for.
    case advertisement
    /// Pictures or video with little text.
    case gallery
    /// A paper of a journal.
    case scholarly
}

/// Whether reading an article costs money.
public enum Access: String, ClaimedValue, CaseIterable {
    /// It does not.
    case free
    /// It does after a number of articles.
    case metered
    /// It does.
    case paid
}
