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
            if let headline, claim.origin.evidence != .heading, TitleParts.sets(headline, offIn: title) {
                title = headline
            }
            let isDoubted = claim.confidence == .low && claim.origin.evidence == .heading
            result.add(title, from: claim.origin, confidence: isDoubted ? .low : nil)
        }
        return result
    }

    // MARK: Authors

    /// The site itself as its author says little: such a claim comes last.
    private func authors(_ claims: Claims<[Contributor]>) -> Claims<[Contributor]> {
        var result = Claims<[Contributor]>(.authors)
        for claim in claims.all {
            let isShown = claim.origin.evidence == .byline || claim.origin.evidence == .linkRelation
            // Of a blog, the site may have its author's name.
            let others = claim.value.filter { claim.origin.evidence == .linkRelation || !site.isExactly($0.name) }
            if others.isEmpty {
                let organizations = claim.value.map {
                    Contributor($0.name, kind: .organization, role: $0.role, url: $0.url)
                }
                if claim.origin.evidence == .jsonLD { result.add(organizations, from: claim.origin, confidence: .low) }
            } else {
                // A login name is one, unless the page shows the name itself.
                let isLogin = !isShown && others.allSatisfy(Self.isLogin)
                result.add(
                    others,
                    from: claim.origin,
                    confidence: isLogin && !claim.origin.evidence.isHeuristic ? .low : nil
                )
            }
        }
        return result
    }

    private static func isLogin(_ author: Contributor) -> Bool {
        !author.name.holds(" ") && author.name.utf8.allSatisfy { !(0x41...0x5A).contains($0) && $0 < 0x80 }
            && author.kind != .organization
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

    /// The dates, with the best in the newsroom's zone; where there is none, that of the last change.
    private func published(_ draft: Metadata) -> Claims<Timestamp> {
        var result = Claims<Timestamp>(.published)
        for claim in draft.published.all { result.add(claim.value, from: claim.origin) }
        if let local = local(result) {
            result.add(local, from: Origin(.derived, at: "the zone of the time that the page shows"))
        }
        if result.isEmpty, let modified = draft.modified.all.first {
            result.add(modified.value, from: Origin(.derived, at: modified.origin.locator, line: modified.origin.line))
        }
        return result
    }

    /// The best moment in the zone of the newsroom, where it is given in UTC and the page shows it on its own clock.
    private func local(_ claims: Claims<Timestamp>) -> Timestamp? {
        guard let best = claims.best, let time = best.time, time.offset == 0 else { return nil }
        for claim in claims.all {
            guard let wall = claim.value.time, wall.offset == nil, wall.minute % 15 == time.minute % 15,
                let month = claim.value.month, let day = claim.value.day
            else { continue }
            let minutes = (claim.value.secondsSinceEpoch / 60) - (best.secondsSinceEpoch / 60)
            guard minutes != 0, minutes % 15 == 0, (-12 * 60...14 * 60).contains(minutes) else { continue }
            // Quarters of an hour are too many to be a zone by chance.
            guard minutes % 60 == 0 || [330, 345, 210, 270, 570, -210, 390, 630].contains(minutes) else { continue }
            return Timestamp(
                year: claim.value.year,
                month: month,
                day: day,
                time: Timestamp.Time(hour: wall.hour, minute: wall.minute, second: time.second, offset: minutes)
            )
        }
        return nil
    }
}
