import Offprint
import OffprintDates
import OffprintHypertext

extension Mapping.Rule {
    /// The values that a text holds, by `split`, `take`, `strip` and `map`.
    func parts(of text: String) -> [String] {
        let isPatterned = split != nil || strip != nil
        if isPatterned, Pattern.isTooLong(text, for: Pattern.longestValue) { return [map[text] ?? text] }
        var parts = split?.parts(of: text) ?? [text]
        parts = parts.compactMap { (strip?.removed(from: $0) ?? $0).tidied.trimmed }
        if let take {
            let index = take > 0 ? take - 1 : parts.count + take
            parts = parts.indices.contains(index) ? [parts[index]] : []
        }
        return parts.map { map[$0] ?? $0 }.filter { !$0.isEmpty }
    }

    /// The date that a value is; `nil` where it is none.
    fileprivate func date(_ text: String) -> Timestamp? {
        let date = format.map { $0.date(text) } ?? DateReader().machineDate(text)
        return date.map { zone?.placing($0) ?? $0 }
    }
}

extension Field {
    /// Whether it holds several values.
    var isList: Bool {
        switch self {
        case .authors, .contributors, .agencies, .identifiers, .tags, .sections, .places, .notes, .images: true
        case .title, .subtitle, .kicker, .byline, .published, .modified, .expires, .embargo, .status, .language,
            .direction, .description, .publisher, .url, .kind, .access, .rights, .slug, .priority:
            false
        }
    }
}

extension Metadata {
    /// Claims values of a field; `false` where they are none.
    mutating func claim(
        _ values: [String],
        as field: Field,
        by rule: Mapping.Rule,
        scheme: String,
        from origin: Origin
    ) -> Bool {
        guard let first = values.first else { return true }
        let line = values.count == 1 ? first : values.joined(separator: ", ")
        switch field {
        case .title: title.add(line, from: origin)
        case .subtitle: subtitle.add(line, from: origin)
        case .kicker: kicker.add(line, from: origin)
        case .byline: byline.add(line, from: origin)
        case .description: description.add(line, from: origin)
        case .url: url.add(first, from: origin)
        case .rights: rights.add(line, from: origin)
        case .slug: slug.add(first, from: origin)
        case .priority: priority.add(first, from: origin)
        case .authors: authors.add(values.map { Contributor($0) }, from: origin)
        case .contributors: contributors.add(values.map { Contributor($0) }, from: origin)
        case .publisher: publisher.add(Organization(line), from: origin)
        case .agencies: agencies.add(values.map { Organization($0) }, from: origin)
        case .identifiers: identifiers.add(values.map { Identifier($0, scheme: scheme) }, from: origin)
        case .tags: tags.add(values.map { Tag($0) }, from: origin)
        case .sections: sections.add(values, from: origin)
        case .places: places.add(values, from: origin)
        case .notes: notes.add(values, from: origin)
        // Images have a part of the mapping of their own.
        case .images: return true
        case .published: return Self.claim(rule.date(first), of: &published, from: origin)
        case .modified: return Self.claim(rule.date(first), of: &modified, from: origin)
        case .expires: return Self.claim(rule.date(first), of: &expires, from: origin)
        case .embargo: return Self.claim(rule.date(first), of: &embargo, from: origin)
        case .status: return Self.claim(PublicationStatus(newsroom: first), of: &status, from: origin)
        case .language: return Self.claim(LanguageTag.newsroom(first), of: &language, from: origin)
        case .direction: return Self.claim(Direction(rawValue: first), of: &direction, from: origin)
        case .kind: return Self.claim(ArticleKind(rawValue: first), of: &kind, from: origin)
        case .access: return Self.claim(Access(rawValue: first), of: &access, from: origin)
        }
        return true
    }

    private static func claim<Value: ClaimedValue>(_ value: Value?, of claims: inout Claims<Value>, from origin: Origin)
        -> Bool
    {
        guard let value else { return false }
        claims.add(value, from: origin)
        return true
    }
}
