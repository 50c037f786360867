public import Offprint

extension ArticleGenerator {
    /// Metadata with claims for some of its fields.
    public mutating func metadata() -> Metadata {
        var metadata = Metadata()
        claim(&metadata.title) { $0.text() }
        claim(&metadata.subtitle) { $0.text() }
        claim(&metadata.kicker) { $0.text() }
        claim(&metadata.authors) { own in own.many(3) { $0.contributor() } }
        claim(&metadata.byline) { $0.text() }
        claim(&metadata.contributors) { own in own.many(3) { $0.contributor() } }
        claim(&metadata.published) { $0.timestamp() }
        claim(&metadata.modified) { $0.timestamp() }
        claim(&metadata.expires) { $0.timestamp() }
        claim(&metadata.embargo) { $0.timestamp() }
        claim(&metadata.status) { $0.any(PublicationStatus.allCases, or: .usable) }
        claim(&metadata.language) { $0.any(["en", "ar", "zh-Hant", "und"], or: "en") }
        claim(&metadata.direction) { $0.any(Direction.allCases, or: .leftToRight) }
        claim(&metadata.description) { $0.text() }
        claim(&metadata.publisher) { $0.organization() }
        claim(&metadata.agencies) { own in own.many(3) { $0.organization() } }
        claim(&metadata.url) { $0.text() }
        claim(&metadata.identifiers) { own in own.many(3) { Identifier($0.text(), scheme: $0.text()) } }
        claim(&metadata.tags) { own in own.many(3) { $0.tag() } }
        claim(&metadata.sections) { own in own.many(3) { $0.text() } }
        claim(&metadata.kind) { $0.any(ArticleKind.allCases, or: .news) }
        claim(&metadata.images) { own in own.many(3) { $0.picture() } }
        claim(&metadata.access) { $0.any(Access.allCases, or: .free) }
        claim(&metadata.rights) { $0.text() }
        claim(&metadata.places) { own in own.many(3) { $0.text() } }
        claim(&metadata.notes) { own in own.many(3) { $0.text() } }
        claim(&metadata.slug) { $0.text() }
        claim(&metadata.priority) { $0.text() }
        return metadata
    }

    /// A date: a year, a month, a day or a moment, with or without an offset.
    public mutating func timestamp() -> Timestamp {
        while true {
            // Not every month has 31 days: draw again.
            if let timestamp = possibleTimestamp() { return timestamp }
        }
    }

    private mutating func possibleTimestamp() -> Timestamp? {
        let precision = below(4)
        let second = maybe { $0.below(61) }
        let time = Timestamp.Time(
            hour: below(24),
            minute: below(60),
            second: second,
            fraction: second == nil ? "" : any(["", "0", "123", "000001"], or: ""),
            offset: maybe { $0.below(36 * 60 + 1) - 18 * 60 },
            isZulu: chance(3)
        )
        return Timestamp(
            year: below(9_999) + 1,
            month: precision > 0 ? below(12) + 1 : nil,
            day: precision > 1 ? below(31) + 1 : nil,
            time: precision > 2 ? time : nil
        )
    }

    private mutating func claim<Value: ClaimedValue>(_ claims: inout Claims<Value>, _ value: (inout Self) -> Value) {
        guard chance(3) else { return }
        for _ in 0...below(3) {
            let kinds: [Evidence] = [.user, .jsonLD, .openGraph, .titleElement, .textLayout, "acme-thing"]
            let origin = Origin(any(kinds, or: .user), at: text(), line: maybe { $0.below(9_999) + 1 })
            claims.add(value(&self), from: origin)
        }
    }

    private mutating func contributor() -> Contributor {
        let kind = any([Contributor.Kind.person, .organization, .unknown], or: .unknown)
        return Contributor(text(), kind: kind, role: maybe { $0.text() }, url: maybe { $0.text() })
    }

    private mutating func organization() -> Organization { Organization(text(), url: maybe { $0.text() }) }

    private mutating func tag() -> Tag {
        let name = text()
        return Tag(name, kind: any(Tag.Kind.allCases, or: .subject), uri: maybe { $0.text() })
    }

    private mutating func picture() -> Picture {
        let image = image()
        return Picture(image, caption: maybe { $0.text() }, credit: maybe { $0.text() })
    }
}
