import Offprint

// The metadata at the head of the file: what is known, in a fixed order, by the names that each program expects.
extension Composer {
    mutating func frontMatter(_ metadata: Metadata) {
        var matter = FrontMatter(metadata)
        switch dialect.frontMatter {
        case .yaml: matter.own()
        case .obsidian: matter.obsidian()
        case .hugo: matter.hugo()
        case .jekyll: matter.jekyll()
        case .pandoc: matter.pandoc()
        case .none: return
        }
        for date in matter.imprecise {
            losses.add("date-precision", "The date \(date) names no day, so \(dialect.frontMatter.rawValue) gets none.")
        }
        if !matter.unplaced.isEmpty {
            let fields = matter.unplaced.joined(separator: ", ")
            losses.add(
                "front-matter",
                "The front matter of \(dialect.frontMatter.rawValue) has no place for: \(fields)."
            )
        }
        if matter.isUnsafe { losses.add("unsafe-link", "The address of the page is one that is not followed.") }
        guard !matter.pairs.isEmpty else { return }
        write("---")
        for (key, value) in matter.pairs { value.write(key, to: &out) }
        write("\n---")
    }
}

/// The front matter of one article.
///
/// A day or a moment with seconds is an unquoted date, which every program here reads as one; a year, a month or a
/// moment without seconds is a string, as YAML has no such date. Hugo and Jekyll want dates: they get `:00` for the
/// seconds that nobody gave, and nothing for a year or a month.
struct FrontMatter {
    private let metadata: Metadata
    private(set) var pairs: [(key: String, value: YAML)] = []
    /// Dates that a preset cannot take.
    private(set) var imprecise: [String] = []
    /// Fields that are known and have no name in a preset.
    private(set) var unplaced: [String] = []

    init(_ metadata: Metadata) { self.metadata = metadata }

    // MARK: Presets

    /// The names of the native format.
    mutating func own() {
        texts("title", "subtitle", "kicker")
        list("authors", names)
        text("byline", metadata.byline.best)
        list("contributors", contributors)
        date("published", metadata.published.best)
        date("modified", metadata.modified.best)
        date("expires", metadata.expires.best)
        date("embargo", metadata.embargo.best)
        text("status", metadata.status.best?.rawValue)
        text("language", language)
        text("direction", metadata.direction.best?.rawValue)
        text("description", metadata.description.best)
        text("publisher", metadata.publisher.best?.name)
        list("agency", agencies)
        text("url", address)
        list("ids", identifiers)
        list("tags", tags)
        list("section", metadata.sections.best)
        text("kind", metadata.kind.best?.rawValue)
        text("image", image)
        text("access", metadata.access.best?.rawValue)
        text("rights", metadata.rights.best)
        list("place", metadata.places.best)
        text("slug", metadata.slug.best)
        text("priority", metadata.priority.best)
    }

    /// Properties of an Obsidian note; a tag of words is joined by hyphens, as Obsidian takes no space in one.
    mutating func obsidian() {
        texts("title", "subtitle", "kicker")
        list("author", names)
        text("byline", metadata.byline.best)
        date("created", metadata.published.best)
        date("modified", metadata.modified.best)
        text("lang", language)
        text("direction", metadata.direction.best?.rawValue)
        text("description", metadata.description.best)
        text("publisher", metadata.publisher.best?.name)
        list("agency", agencies)
        text("source", address)
        list("id", identifiers)
        list("tags", tags?.map(Self.joined))
        list("section", metadata.sections.best)
        text("type", metadata.kind.best?.rawValue)
        text("cover", image)
        text("paywall", metadata.access.best?.rawValue)
        text("license", metadata.rights.best)
        list("location", metadata.places.best)
        leaveOut(contributors, "contributors")
        leaveOut(metadata.expires.best, "expires")
        leaveOut(metadata.embargo.best, "embargo")
        leaveOut(metadata.status.best, "status")
    }

    /// Hugo's own keys first, everything else under `params`.
    mutating func hugo() {
        text("title", metadata.title.best)
        day("date", metadata.published.best)
        day("lastmod", metadata.modified.best)
        day("expiryDate", metadata.expires.best)
        text("description", metadata.description.best)
        list("authors", names)
        list("tags", tags)
        list("categories", metadata.sections.best)
        text("type", metadata.kind.best?.rawValue)
        list("images", image.map { [$0] })
        var rest = FrontMatter(metadata)
        rest.text("subtitle", metadata.subtitle.best)
        rest.text("kicker", metadata.kicker.best)
        rest.text("byline", metadata.byline.best)
        rest.list("contributors", contributors)
        rest.date("embargo", metadata.embargo.best)
        rest.text("status", metadata.status.best?.rawValue)
        rest.text("lang", language)
        rest.text("direction", metadata.direction.best?.rawValue)
        rest.text("publisher", metadata.publisher.best?.name)
        rest.list("agency", agencies)
        rest.text("canonical", address)
        rest.list("id", identifiers)
        rest.text("paywall", metadata.access.best?.rawValue)
        rest.text("license", metadata.rights.best)
        rest.list("place", metadata.places.best)
        if !rest.pairs.isEmpty { pairs.append(("params", .mapping(rest.pairs))) }
    }

    mutating func jekyll() {
        text("layout", metadata.kind.best?.rawValue)
        texts("title", "subtitle", "kicker")
        list("author", names)
        text("byline", metadata.byline.best)
        day("date", metadata.published.best)
        day("last_modified_at", metadata.modified.best)
        text("lang", language)
        text("direction", metadata.direction.best?.rawValue)
        text("description", metadata.description.best)
        text("publisher", metadata.publisher.best?.name)
        list("source", agencies)
        text("canonical_url", address)
        list("tags", tags)
        list("categories", metadata.sections.best)
        text("image", image)
        text("paywall", metadata.access.best?.rawValue)
        text("license", metadata.rights.best)
        leaveOut(contributors, "contributors")
        leaveOut(metadata.expires.best, "expires")
        leaveOut(metadata.embargo.best, "embargo")
        leaveOut(metadata.status.best, "status")
        leaveOut(identifiers, "ids")
        leaveOut(metadata.places.best, "places")
    }

    /// The variables of pandoc's templates; `dir` is its name for the direction.
    mutating func pandoc() {
        text("title", metadata.title.best)
        text("subtitle", metadata.subtitle.best)
        list("author", names)
        list("contributor", contributors)
        date("date", metadata.published.best)
        text("lang", language)
        text("dir", metadata.direction.best?.rawValue)
        text("abstract", metadata.description.best)
        text("publisher", metadata.publisher.best?.name)
        list("identifier", identifiers)
        list("keywords", tags)
        text("rights", metadata.rights.best)
        text("cover-image", image)
        leaveOut(metadata.kicker.best, "kicker")
        leaveOut(metadata.byline.best, "byline")
        leaveOut(metadata.modified.best, "modified")
        leaveOut(metadata.expires.best, "expires")
        leaveOut(metadata.embargo.best, "embargo")
        leaveOut(metadata.status.best, "status")
        leaveOut(agencies, "agencies")
        leaveOut(metadata.url.best, "url")
        leaveOut(metadata.sections.best, "sections")
        leaveOut(metadata.kind.best, "kind")
        leaveOut(metadata.access.best, "access")
        leaveOut(metadata.places.best, "places")
    }

    // MARK: Values

    private var names: [String]? { metadata.authors.best?.map(\.name) }
    private var tags: [String]? { metadata.tags.best?.map(\.name) }
    private var agencies: [String]? { metadata.agencies.best?.map(\.name) }
    private var language: String? { metadata.language.best.flatMap { $0 == "und" ? nil : $0 } }
    /// The address of the page, with everything encoded that an address does not hold.
    private var address: String? {
        metadata.url.best.flatMap(Destination.link).map { String(decoding: $0, as: UTF8.self) }
    }
    private var image: String? {
        metadata.images.best?.lazy.compactMap { $0.image.url.flatMap(Destination.image) }.first.map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    /// Whether the address of the page is one that nobody should follow.
    var isUnsafe: Bool { metadata.url.best != nil && address == nil }

    private var contributors: [String]? {
        metadata.contributors.best?.map { person in person.role.map { "\($0): \(person.name)" } ?? person.name }
    }

    private var identifiers: [String]? {
        metadata.identifiers.best?.map { $0.scheme.isEmpty ? $0.value : "\($0.scheme):\($0.value)" }
    }

    /// A tag of plain words with hyphens between them; one with other characters is left as it is.
    private static func joined(_ tag: String) -> String {
        let isWords = tag.unicodeScalars.allSatisfy {
            $0 == " " || $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
        return isWords ? tag.split(separator: " ").joined(separator: "-") : tag
    }

    private mutating func texts(_ title: String, _ subtitle: String, _ kicker: String) {
        text(title, metadata.title.best)
        text(subtitle, metadata.subtitle.best)
        text(kicker, metadata.kicker.best)
    }

    private mutating func leaveOut<Value>(_ value: Value?, _ field: String) {
        if value != nil { unplaced.append(field) }
    }

    private mutating func text(_ key: String, _ value: String?) {
        if let value, !value.isEmpty { pairs.append((key, .string(value))) }
    }

    private mutating func list(_ key: String, _ values: [String]?) {
        let values = values?.filter { !$0.isEmpty } ?? []
        if !values.isEmpty { pairs.append((key, .list(values))) }
    }

    private mutating func date(_ key: String, _ value: Timestamp?) {
        guard let value else { return }
        let isDate = value.day != nil && (value.time == nil || value.time?.second != nil)
        pairs.append((key, isDate ? .date(value.description) : .string(value.description)))
    }

    /// A date for programs that take nothing else.
    private mutating func day(_ key: String, _ value: Timestamp?) {
        guard let value else { return }
        guard let month = value.month, let day = value.day else { return imprecise.append(value.description) }
        var time = value.time
        if time != nil, time?.second == nil { time?.second = 0 }
        let full = Timestamp(year: value.year, month: month, day: day, time: time) ?? value
        pairs.append((key, .date(full.description)))
    }
}
