import Offprint

/// Which of a page's titles is the article's, by who agrees with whom.
///
/// The heading is, unless the pattern of agreement says that it was written for search engines.
struct TitleAgreement {
    private let claims: Claims<String>

    init(_ claims: Claims<String>) { self.claims = claims }

    /// The claims, the title of the article first.
    var ordered: Claims<String> {
        guard let better = editors ?? cards else { return claims }
        var all = claims.all
        all.insert(all.remove(at: better), at: 0)
        return Claims(.title, restoring: all)
    }

    private func first(_ evidence: Evidence) -> Int? {
        claims.all.firstIndex { $0.origin.evidence == evidence }
    }

    private func agree(_ one: Int, _ other: Int) -> Bool {
        claims.all[one].value.agrees(with: claims.all[other].value)
    }

    /// The title of JSON-LD and of the card, where they agree on another than the heading.
    ///
    /// The heading that the `title` element repeats is no slip of one template.
    private var editors: Int? {
        guard let heading = first(.heading), let structured = first(.jsonLD), let card = first(.openGraph),
            agree(structured, card), !agree(structured, heading)
        else { return nil }
        return structured
    }

    /// The title of the `og:` card, where it alone differs.
    ///
    /// A title for social media stands in both cards. One that only the first has, while heading, `title` element and
    /// the rest have another, is the editors' own beside one for search engines.
    private var cards: Int? {
        guard let heading = first(.heading), let card = first(.openGraph), let element = first(.titleElement),
            !agree(card, heading), agree(element, heading)
        else { return nil }
        let other = first(.twitter)
        if let other, !agree(other, heading) { return nil }
        if let structured = first(.jsonLD) {
            guard agree(structured, heading) else { return nil }
        } else if other == nil {
            return nil
        }
        let (title, shown) = (claims.all[card].value, claims.all[heading].value)
        // A part of the heading without an end, or the heading and more, is no other title.
        guard !title.holds(shown), !shown.hasPrefix(title), title.utf8.count >= 12 else { return nil }
        // Where JSON-LD does not say that this is an article, the card may be the site's.
        return first(.jsonLD) != nil || WordSet(title).overlap(with: WordSet(shown)) >= 0.1 ? card : nil
    }
}
