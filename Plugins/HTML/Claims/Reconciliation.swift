import Offprint
import OffprintHypertext

/// Claims in the light of each other: titles without the site's name, authors that are the site, dates that cannot be.
struct Reconciliation {
    let headline: String?
    let site: SiteNames

    func apply(_ draft: Metadata, to metadata: inout Metadata) {
        var draft = draft
        draft.title = titles(draft.title)
        draft.authors = authors(draft.authors)
        draft.tags = tags(draft.tags, authors: draft.authors)
        draft.published = published(draft)
        for claim in metadata.url.all { draft.url.add(claim.value, from: claim.origin) }
        metadata = draft
    }

    // MARK: Titles

    /// A title as the page shows it: the site's name goes, and what the heading sets off goes too.
    private func titles(_ claims: Claims<String>) -> Claims<String> {
        var result = Claims<String>(.title)
        for claim in claims.all {
            var title = site.removed(from: claim.value)
            if let headline, claim.origin.evidence != .heading, TitleParts.sets(headline, offIn: title) { title = headline }
            result.add(title, from: claim.origin)
        }
        return result
    }

    // MARK: Authors

    /// The site itself as its author says little: such a claim comes last.
    private func authors(_ claims: Claims<[Contributor]>) -> Claims<[Contributor]> {
        var result = Claims<[Contributor]>(.authors)
        for claim in claims.all {
            let others = claim.value.filter { $0.kind == .person || !site.isExactly($0.name) }
            if others.isEmpty {
                let organizations = claim.value.map { Contributor($0.name, kind: .organization, role: $0.role, url: $0.url) }
                if claim.origin.evidence == .jsonLD { result.add(organizations, from: claim.origin, confidence: .low) }
            } else {
                result.add(others, from: claim.origin)
            }
        }
        return result
    }

    // MARK: Tags

    /// The site's names and the authors' are no tags, though pages list them.
    private func tags(_ claims: Claims<[Tag]>, authors: Claims<[Contributor]>) -> Claims<[Tag]> {
        let names = authors.best ?? []
        var result = Claims<[Tag]>(.tags)
        for claim in claims.all {
            let tags = claim.value.filter { tag in
                !site.isExactly(tag.name) && !names.contains { $0.name.agrees(with: tag.name) }
            }
            if !tags.isEmpty { result.add(tags, from: claim.origin) }
        }
        return result
    }

    // MARK: Dates

    /// A date later than the last change is doubted.
    private func published(_ draft: Metadata) -> Claims<Timestamp> {
        var result = Claims<Timestamp>(.published)
        let modified = draft.modified.all.first { $0.origin.evidence == .jsonLD || $0.origin.evidence == .articleProperty }?.value
        for claim in draft.published.all {
            let isLate = modified.map { $0.secondsSinceEpoch + 2 * 86_400 < claim.value.secondsSinceEpoch } ?? false
            result.add(claim.value, from: claim.origin, confidence: isLate && !claim.origin.evidence.isHeuristic ? .low : nil)
        }
        return result
    }
}
