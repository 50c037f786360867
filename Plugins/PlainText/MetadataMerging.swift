import Offprint

extension Metadata {
    /// Adds the claims that a format makes; those about the text itself come from its layout.
    mutating func add(_ other: Metadata) {
        for claim in other.title.all { title.add(claim.value, from: claim.origin) }
        for claim in other.subtitle.all { subtitle.add(claim.value, from: claim.origin) }
        for claim in other.kicker.all { kicker.add(claim.value, from: claim.origin) }
        for claim in other.authors.all { authors.add(claim.value, from: claim.origin) }
        for claim in other.byline.all { byline.add(claim.value, from: claim.origin) }
        for claim in other.published.all { published.add(claim.value, from: claim.origin) }
        for claim in other.description.all { description.add(claim.value, from: claim.origin) }
        for claim in other.publisher.all { publisher.add(claim.value, from: claim.origin) }
        for claim in other.agencies.all { agencies.add(claim.value, from: claim.origin) }
        for claim in other.identifiers.all { identifiers.add(claim.value, from: claim.origin) }
        for claim in other.tags.all { tags.add(claim.value, from: claim.origin) }
        for claim in other.notes.all { notes.add(claim.value, from: claim.origin) }
        for claim in other.slug.all { slug.add(claim.value, from: claim.origin) }
        for claim in other.priority.all { priority.add(claim.value, from: claim.origin) }
    }
}
