/// What is claimed about an article, field by field.
///
/// Readers add every claim that they find, with its origin; they never choose. Writers use ``Claims/best``.
public struct Metadata: Sendable, Hashable {
    /// The headline.
    public var title = Claims<String>(.title)
    /// The line under the headline that adds to it.
    public var subtitle = Claims<String>(.subtitle)
    /// The line over the headline that names its subject.
    public var kicker = Claims<String>(.kicker)
    /// Who wrote it, in the order given.
    public var authors = Claims<[Contributor]>(.authors)
    /// The byline as printed.
    public var byline = Claims<String>(.byline)
    /// Others who took part: editors, photographers, translators.
    public var contributors = Claims<[Contributor]>(.contributors)
    /// When it was first published.
    public var published = Claims<Timestamp>(.published)
    /// When it was last changed.
    public var modified = Claims<Timestamp>(.modified)
    /// When it is to be taken down.
    public var expires = Claims<Timestamp>(.expires)
    /// The moment before which it must not be published.
    public var embargo = Claims<Timestamp>(.embargo)
    /// Whether it may be used.
    public var status = Claims<PublicationStatus>(.status)
    /// The language, as a BCP 47 tag; `und` where it was looked for and not found.
    public var language = Claims<String>(.language)
    /// The direction of its script.
    public var direction = Claims<Direction>(.direction)
    /// What it is about, in a sentence or two.
    public var description = Claims<String>(.description)
    /// Who publishes it.
    public var publisher = Claims<Organization>(.publisher)
    /// The agencies whose copy it uses.
    public var agencies = Claims<[Organization]>(.agencies)
    /// Its canonical address.
    public var url = Claims<String>(.url)
    /// Its identifiers.
    public var identifiers = Claims<[Identifier]>(.identifiers)
    /// What it is filed under.
    public var tags = Claims<[Tag]>(.tags)
    /// The section it stands in, outermost first.
    public var sections = Claims<[String]>(.sections)
    /// What kind of article it is.
    public var kind = Claims<ArticleKind>(.kind)
    /// The pictures that stand for it, the lead picture first.
    public var images = Claims<[Picture]>(.images)
    /// Whether reading it costs money.
    public var access = Claims<Access>(.access)
    /// The copyright line or licence.
    public var rights = Claims<String>(.rights)
    /// Where it was written or what place it is about, as in a dateline.
    public var places = Claims<[String]>(.places)
    /// Notes of the editors to their clients; never part of the text.
    public var notes = Claims<[String]>(.notes)
    /// The short name under which a newsroom files it.
    public var slug = Claims<String>(.slug)
    /// How urgent it is, as the source counts.
    public var priority = Claims<String>(.priority)

    /// Creates metadata without a claim.
    public init() {}
}

/// The name of a metadata field; its raw value is the field's name in native JSON.
public enum Field: String, Sendable, Hashable, CaseIterable {
    case title, subtitle, kicker, authors, byline, contributors, published, modified, expires, embargo, status
    case language, direction, description, publisher, agencies, url, identifiers, tags, sections, kind, images
    case access, rights, places, notes, slug, priority
}
