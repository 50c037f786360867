import Offprint

/// What is known of one metadata field.
struct InspectedField {
    /// A claim as text.
    struct Line {
        let value: String
        let origin: Origin
        let confidence: Confidence
    }

    let name: String
    /// The best claim first.
    let lines: [Line]

    private init?<Value>(_ claims: Claims<Value>, _ text: (Value) -> String) {
        guard !claims.isEmpty else { return nil }
        name = claims.field.rawValue
        lines = claims.all.map { Line(value: text($0.value), origin: $0.origin, confidence: $0.confidence) }
    }

    /// The fields that something is claimed for, in the order of the model.
    static func all(of metadata: Metadata) -> [InspectedField] {
        let m = metadata
        let fields: [InspectedField?] = [
            Self(m.title) { $0 }, Self(m.subtitle) { $0 }, Self(m.kicker) { $0 },
            Self(m.authors, names), Self(m.byline) { $0 }, Self(m.contributors, names),
            Self(m.published, \.description), Self(m.modified, \.description), Self(m.expires, \.description),
            Self(m.embargo, \.description), Self(m.status, \.rawValue), Self(m.language) { $0 },
            Self(m.direction, \.rawValue), Self(m.description) { $0 }, Self(m.publisher, \.name),
            Self(m.agencies) { list($0.map(\.name)) }, Self(m.url) { $0 },
            Self(m.identifiers) { list($0.map { "\($0.scheme) \($0.value)" }) },
            Self(m.tags) { list($0.map(\.name)) }, Self(m.sections) { $0.joined(separator: " › ") },
            Self(m.kind, \.rawValue), Self(m.images) { list($0.map(address)) }, Self(m.access, \.rawValue),
            Self(m.rights) { $0 }, Self(m.places, list), Self(m.notes, list), Self(m.slug) { $0 },
            Self(m.priority) { $0 },
        ]
        return fields.compactMap { $0 }
    }

    private static func list(_ texts: [String]) -> String { texts.joined(separator: ", ") }

    private static func names(_ contributors: [Contributor]) -> String {
        list(contributors.map { person in person.role.map { "\(person.name) (\($0))" } ?? person.name })
    }

    private static func address(_ picture: Picture) -> String {
        picture.image.url ?? picture.image.resource?.rawValue ?? picture.caption ?? "picture"
    }
}

/// The shape of a body: its headings, and how much of what it holds.
struct Outline {
    struct Heading {
        let level: Int
        let text: String
    }

    private(set) var headings: [Heading] = []
    private(set) var paragraphs = 0
    private(set) var lists = 0
    private(set) var quotes = 0
    private(set) var tables = 0
    private(set) var figures = 0
    private(set) var embeds = 0
    /// Code, formulas, fact boxes, live entries and the rest.
    private(set) var others = 0
    private(set) var words = 0

    init(of body: [Block]) {
        body.walk { block, _ in count(block) }
        words = body.plainText.split(whereSeparator: \.isWhitespace).count {
            $0.contains { $0.isLetter || $0.isNumber }
        }
    }

    private mutating func count(_ block: Block) {
        switch block {
        case .paragraph: paragraphs += 1
        case .heading(let level, let text): headings.append(Heading(level: level, text: text.plainText))
        case .list, .definitionList: lists += 1
        case .quote, .pullQuote: quotes += 1
        case .table: tables += 1
        case .figure: figures += 1
        case .embed: embeds += 1
        case .code, .aside, .liveEntry, .thematicBreak, .math, .footnote, .custom: others += 1
        }
    }

    /// The counts by name; all of them, for machines.
    var counts: [(name: String, count: Int)] {
        [
            ("paragraphs", paragraphs), ("headings", headings.count), ("lists", lists), ("quotes", quotes),
            ("tables", tables), ("figures", figures), ("embeds", embeds), ("others", others), ("words", words),
        ]
    }

    /// The counts in a line, those of nothing left out.
    var summary: String {
        let parts = counts.filter { $0.count > 0 }.map { name, count in
            "\(count) \(count == 1 ? String(name.dropLast()) : name)"
        }
        return parts.isEmpty ? "empty" : parts.joined(separator: ", ")
    }
}
