import OffprintModel

/// Something to do with each metadata field in turn.
protocol MetadataVisitor {
    associatedtype Failure: Error
    mutating func visit<Value: ClaimedValue & JSONConvertible>(
        _ field: Field,
        _ claims: inout Claims<Value>
    ) throws(Failure)
}

extension Metadata {
    /// Visits every field, in the order in which native JSON has them.
    mutating func visitFields<Visitor: MetadataVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
        try visitor.visit(.title, &title)
        try visitor.visit(.subtitle, &subtitle)
        try visitor.visit(.kicker, &kicker)
        try visitor.visit(.authors, &authors)
        try visitor.visit(.byline, &byline)
        try visitor.visit(.contributors, &contributors)
        try visitor.visit(.published, &published)
        try visitor.visit(.modified, &modified)
        try visitor.visit(.expires, &expires)
        try visitor.visit(.embargo, &embargo)
        try visitor.visit(.status, &status)
        try visitor.visit(.language, &language)
        try visitor.visit(.direction, &direction)
        try visitor.visit(.description, &description)
        try visitor.visit(.publisher, &publisher)
        try visitor.visit(.agencies, &agencies)
        try visitor.visit(.url, &url)
        try visitor.visit(.identifiers, &identifiers)
        try visitor.visit(.tags, &tags)
        try visitor.visit(.sections, &sections)
        try visitor.visit(.kind, &kind)
        try visitor.visit(.images, &images)
        try visitor.visit(.access, &access)
        try visitor.visit(.rights, &rights)
        try visitor.visit(.places, &places)
        try visitor.visit(.notes, &notes)
        try visitor.visit(.slug, &slug)
        try visitor.visit(.priority, &priority)
    }
}

/// A value that native JSON holds, in both directions.
protocol JSONConvertible {
    func write(to json: inout JSONWriter)
    init(reading value: JSONValue) throws(Mismatch)
}

extension String: JSONConvertible {
    func write(to json: inout JSONWriter) { json.string(self) }

    init(reading value: JSONValue) throws(Mismatch) {
        guard case .string(let text) = value else { throw Mismatch("Expected a string, found \(value.kind).") }
        self = text
    }
}

extension Int: JSONConvertible {
    func write(to json: inout JSONWriter) { json.integer(self) }

    init(reading value: JSONValue) throws(Mismatch) {
        guard let number = value.integer else { throw Mismatch("Expected a whole number, found \(value.kind).") }
        self = number
    }
}

extension Bool: JSONConvertible {
    func write(to json: inout JSONWriter) { json.bool(self) }

    init(reading value: JSONValue) throws(Mismatch) {
        guard case .bool(let flag) = value else { throw Mismatch("Expected true or false, found \(value.kind).") }
        self = flag
    }
}

extension Array: JSONConvertible where Element: JSONConvertible {
    func write(to json: inout JSONWriter) { json.array(self) { $1.write(to: &$0) } }

    init(reading value: JSONValue) throws(Mismatch) {
        self = try value.elements { (element) throws(Mismatch) in try Element(reading: element) }
    }
}

/// An enumeration whose raw values native JSON holds.
protocol JSONWord: JSONConvertible, RawRepresentable<String>, CaseIterable {}

extension JSONWord {
    func write(to json: inout JSONWriter) { json.string(rawValue) }

    init(reading value: JSONValue) throws(Mismatch) {
        let word = try String(reading: value)
        guard let known = Self(rawValue: word) else {
            let words = Self.allCases.map(\.rawValue).joined(separator: ", ")
            throw Mismatch("\"\(word)\" is none of \(words).")
        }
        self = known
    }
}

extension Direction: JSONWord {}
extension PublicationStatus: JSONWord {}
extension ArticleKind: JSONWord {}
extension Access: JSONWord {}
extension Confidence: JSONWord {}
extension Contributor.Kind: JSONWord {}
extension Tag.Kind: JSONWord {}
extension ParagraphRole: JSONWord {}
extension Table.Alignment: JSONWord {}
extension Embed.Kind: JSONWord {}
extension Aside.Kind: JSONWord {}
extension Math.Notation: JSONWord {}
