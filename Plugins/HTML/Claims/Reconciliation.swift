import Offprint
import OffprintHypertext

/// Claims in the light of each other: titles without the site's name, authors that are the site, dates that cannot be.
struct Reconciliation {
    let headline: String?
    let site: SiteNames
    /// The text of the page.
    let text: [UInt8]

    func apply(_ draft: Metadata, to metadata: inout Metadata) {
        var draft = draft
        draft.title = titles(draft.title)
        let (shown, uncredited) = authors(draft.authors)
        draft.authors = shown
        for claim in uncredited { draft.contributors.add(claim.value, from: claim.origin, confidence: .low) }
        draft.tags = tags(draft.tags, authors: draft.authors)
        draft.published = PublicationDate(draft).claims
        for claim in metadata.url.all { draft.url.add(claim.value, from: claim.origin) }
        metadata = draft
    }

    // MARK: Titles

    /// A title as the page shows it: the site's name goes, and what the heading sets off goes too.
    private func titles(_ claims: Claims<String>) -> Claims<String> {
        let cleaned = claims.all.map { claim in
            let title = site.removed(from: claim.value)
            guard let headline, claim.origin.evidence != .heading, TitleParts.sets(headline, offIn: title) else {
                return title
            }
            return headline
        }
        if zip(cleaned, claims.all).allSatisfy({ $0 == $1.value }) { return TitleAgreement(claims).ordered }
        var result = Claims<String>(.title)
        for (title, claim) in zip(cleaned, claims.all) {
            let isDoubted = claim.confidence == .low && claim.origin.evidence == .heading
            result.add(title, from: claim.origin, confidence: isDoubted ? .low : nil)
        }
        return TitleAgreement(result).ordered
    }

    // MARK: Authors

    /// The authors, and whom structured data names while the page credits them nowhere.
    private func authors(_ claims: Claims<[Contributor]>) -> (Claims<[Contributor]>, [Claim<[Contributor]>]) {
        var result = Claims<[Contributor]>(.authors)
        var uncredited: [Claim<[Contributor]>] = []
        for claim in claims.all {
            let evidence = claim.origin.evidence
            // Of a blog, the site may have its author's name.
            let others = claim.value.filter { evidence == .linkRelation || !site.isExactly($0.name) }
            if others.isEmpty {
                // The site itself as its author says little: such a claim comes last.
                let organizations = claim.value.map {
                    Contributor($0.name, kind: .organization, role: $0.role, url: $0.url)
                }
                if evidence == .jsonLD { result.add(organizations, from: claim.origin, confidence: .low) }
            } else if evidence.isOfTemplate, !others.contains(where: { isVisible($0) }) {
                // Who keyed an article in is in what its template says of the page, and nowhere for readers.
                uncredited.append(claim)
            } else if evidence == .jsonLD, text.count > Self.enoughToShow, others.allSatisfy(isUncredited) {
                uncredited.append(claim)
            } else {
                // A login name is one, unless the page shows the name itself.
                let isShown = evidence == .byline || evidence == .linkRelation
                let isLogin = !isShown && !evidence.isHeuristic && others.allSatisfy(Self.isLogin)
                result.add(others, from: claim.origin, confidence: isLogin ? .low : nil)
            }
        }
        guard let best = result.best else {
            // The name of an account is nobody's.
            return (result, uncredited.filter { !$0.value.allSatisfy(Self.isLogin) })
        }
        // Beside an author, what templates and structured data say either agrees or is doubted.
        for claim in uncredited {
            let agrees = claim.value.contains { name in best.contains { $0.name.agrees(with: name.name) } }
            result.add(claim.value, from: claim.origin, confidence: agrees ? nil : .low)
        }
        return (result, [])
    }

    /// A page with fewer bytes of text is drawn by scripts, and what it does not show yet says nothing.
    private static let enoughToShow = 400

    /// Whether an author that structured data states is a person whom the page does not show: of hand-labelled pages, most
    /// such names are of who keyed the article in.
    private func isUncredited(_ author: Contributor) -> Bool {
        author.kind == .person && !Self.isLogin(author) && !isVisible(author, by: .lastWord)
    }

    /// Whether the page shows a name; of scripts without spaces between words, that is not to be told.
    private func isVisible(_ author: Contributor, by part: NamePart = .whole) -> Bool {
        guard let first = author.name.utf8.first, first < 0xE0 else { return true }
        switch part {
        case .whole: return text.span.shows(author.name.utf8.span)
        case .lastWord: return text.span.shows((author.name.split(separator: " ").last ?? "").utf8.span)
        }
    }

    /// How much of a name must be shown: what an article states of itself may be shown in another form.
    private enum NamePart { case whole, lastWord }

    private static func isLogin(_ author: Contributor) -> Bool {
        !author.name.holds(" ") && author.name.utf8.allSatisfy { !(0x41...0x5A).contains($0) && $0 < 0x80 }
            && author.kind != .organization
    }

    // MARK: Tags

    /// The site's names and the authors' are no tags, though pages list them.
    private func tags(_ claims: Claims<[Tag]>, authors: Claims<[Contributor]>) -> Claims<[Tag]> {
        let names = authors.best ?? []
        let kept = claims.all.map { claim in
            claim.value.filter { tag in
                !site.isExactly(tag.name) && !names.contains { $0.name.agrees(with: tag.name) }
            }
        }
        if zip(kept, claims.all).allSatisfy({ $0.count == $1.value.count }) { return claims }
        var result = Claims<[Tag]>(.tags)
        for (tags, claim) in zip(kept, claims.all) {
            if !tags.isEmpty { result.add(tags, from: claim.origin) }
        }
        return result
    }

}

extension Evidence {
    /// Whether templates and systems fill it with who has the account.
    fileprivate var isOfTemplate: Bool {
        switch self {
        case .twitter, .jsonLDPage, .metaElement, .dublinCore: true
        default: false
        }
    }
}
