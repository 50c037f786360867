import Offprint
import OffprintHypertext
import OffprintMarkup

/// Where a format keeps a field of the metadata: a row of its table.
///
/// Every path that finds something makes a claim; those that stand first are believed first. `text` takes the first
/// value of a path, the fields that are lists take all.
struct FieldRule: Sendable {
    typealias Use = @Sendable (inout Metadata, [String], Origin) -> Void

    let paths: [XMLPath]
    let evidence: Evidence
    /// Whether the first path that finds something ends the search.
    let takesOne: Bool
    let use: Use

    init(_ paths: [XMLPath], as evidence: Evidence = .formatField, takesOne: Bool = false, _ use: @escaping Use) {
        self.paths = paths
        self.evidence = evidence
        self.takesOne = takesOne
        self.use = use
    }

    // MARK: Kinds of fields

    static func text(
        _ field: any WritableKeyPath<Metadata, Claims<String>> & Sendable,
        _ paths: XMLPath...,
        as evidence: Evidence = .formatField
    ) -> FieldRule {
        FieldRule(paths, as: evidence) { $0[keyPath: field].add($1[0], from: $2) }
    }

    /// A moment; what cannot be read as one claims nothing.
    static func date(_ field: any WritableKeyPath<Metadata, Claims<Timestamp>> & Sendable, _ paths: XMLPath...)
        -> FieldRule
    {
        FieldRule(paths) { metadata, values, origin in
            guard let date = values.lazy.compactMap(Timestamp.init(machine:)).first else { return }
            metadata[keyPath: field].add(date, from: origin)
        }
    }

    /// A list of texts.
    static func list(_ field: any WritableKeyPath<Metadata, Claims<[String]>> & Sendable, _ paths: XMLPath...)
        -> FieldRule
    {
        FieldRule(paths) { $0[keyPath: field].add($1.withoutRepeats, from: $2) }
    }

    /// People whose names stand alone.
    static func people(
        _ field: any WritableKeyPath<Metadata, Claims<[Contributor]>> & Sendable,
        kind: Contributor.Kind = .unknown,
        _ paths: XMLPath...
    ) -> FieldRule {
        FieldRule(paths) { metadata, values, origin in
            metadata[keyPath: field].add(values.withoutRepeats.map { Contributor($0, kind: kind) }, from: origin)
        }
    }

    /// A line that names who wrote the article, as printed.
    static func byline(_ paths: XMLPath...) -> FieldRule {
        FieldRule(paths) { $0.addByline($1[0], from: $2) }
    }

    static func organization(
        _ field: any WritableKeyPath<Metadata, Claims<Organization>> & Sendable,
        _ paths: XMLPath...
    ) -> FieldRule {
        FieldRule(paths) { $0[keyPath: field].add(Organization($1[0]), from: $2) }
    }

    static func agencies(_ paths: XMLPath...) -> FieldRule {
        FieldRule(paths) { metadata, values, origin in
            metadata.agencies.add(values.withoutRepeats.map { Organization($0) }, from: origin)
        }
    }

    static func tags(_ kind: Tag.Kind = .subject, _ paths: XMLPath...) -> FieldRule {
        FieldRule(paths) { metadata, values, origin in
            metadata.tags.add(values.withoutRepeats.map { Tag($0, kind: kind) }, from: origin)
        }
    }

    static func identifier(_ scheme: String, _ paths: XMLPath...) -> FieldRule {
        FieldRule(paths) { metadata, values, origin in
            metadata.identifiers.add(values.withoutRepeats.map { Identifier($0, scheme: scheme) }, from: origin)
        }
    }

    /// The short name of a newsroom, under which a system knows the article too.
    static func slug(_ paths: XMLPath...) -> FieldRule {
        FieldRule(paths) { metadata, values, origin in
            metadata.slug.add(values[0], from: origin)
            metadata.identifiers.add([Identifier(values[0], scheme: "slug")], from: origin)
        }
    }

    static func language(_ paths: XMLPath...) -> FieldRule {
        FieldRule(paths) { metadata, values, origin in
            if let tag = values.lazy.compactMap(LanguageTag.newsroom).first { metadata.language.add(tag, from: origin) }
        }
    }

    static func status(_ paths: XMLPath...) -> FieldRule {
        FieldRule(paths) { metadata, values, origin in
            if let status = PublicationStatus(newsroom: values[0]) { metadata.status.add(status, from: origin) }
        }
    }

    // MARK: Applying

    /// Claims what the rule finds below an element.
    func apply(to metadata: inout Metadata, from node: MarkupTree.NodeID, in source: XMLSource) {
        for path in paths {
            let found = source.values(path, from: node)
            guard let first = found.first else { continue }
            use(&metadata, found.map(\.text), Origin(evidence, at: path.text, line: source.tree.line(of: first.node)))
            if takesOne { return }
        }
    }
}

extension Metadata {
    /// Claims what the rules of a format find below an element.
    mutating func add(_ rules: [FieldRule], from node: MarkupTree.NodeID, in source: XMLSource) {
        for rule in rules { rule.apply(to: &self, from: node, in: source) }
        tags.unite()
        identifiers.unite()
        agencies.unite()
        notes.unite()
    }

    /// Claims a printed byline, and the people whom it names.
    mutating func addByline(_ line: String, role: String? = nil, from origin: Origin) {
        byline.add(line, from: origin)
        let people = PrintedByline(line).names.map { Contributor($0, kind: .person, role: role) }
        if !people.isEmpty { authors.add(people, from: origin) }
    }
}

extension [String] {
    /// The texts, each once.
    var withoutRepeats: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}

extension Claims {
    /// Makes one claim of the lists that one kind of evidence has in several places: each is a part of the whole.
    mutating func unite<Element: Hashable>() where Value == [Element] {
        guard let first = all.first, all.count > 1 else { return }
        var united = first
        var others: [Claim<Value>] = []
        for claim in all.dropFirst() {
            guard claim.origin.evidence == first.origin.evidence else {
                others.append(claim)
                continue
            }
            united.value += claim.value.filter { !united.value.contains($0) }
        }
        self = Claims(field, restoring: [united] + others)
    }
}
