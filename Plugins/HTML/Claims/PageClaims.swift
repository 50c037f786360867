import Offprint
import OffprintHypertext
import OffprintMarkup

/// All that a page says about its article, source by source.
struct PageClaims {
    /// The address that the page's links are relative to.
    let base: String?
    /// The elements that were read as headline, byline or date, and are no part of the body.
    let consumed: [MarkupTree.NodeID]
    /// The heading that is the headline; `nil` where none is.
    let headline: MarkupTree.NodeID?

    /// Gathers the claims of a page.
    ///
    /// - Parameter address: where the page is from, as far as the caller knows.
    init(
        _ tree: MarkupTree,
        address: String?,
        to metadata: inout Metadata,
        reporting diagnostics: inout Diagnostics
    ) {
        let page = PageSource(tree, address: address)
        base = page.base
        if let address, address.isWebAddress { metadata.url.add(address, from: Origin(.user, at: "base-url")) }
        // Titles and authors are added to a draft first: they are read in the light of each other.
        var draft = Metadata()
        HeadClaims(page).add(to: &draft)
        let whole = page.index.title.flatMap { page.text(of: $0) }
        let titles = draft.title.all.map(\.value) + (whole.map { [$0] } ?? [])
        StructuredData(page, reporting: &diagnostics).addClaims(titled: titles, to: &draft)
        let site = SiteNames(draft.publisher.all.map(\.value.name), host: page.host)
        var distinct: [String] = []
        for title in draft.title.all.map({ site.removed(from: $0.value) }) + titles where !distinct.contains(title) {
            distinct.append(title)
        }
        let headline = Headline(page, titles: distinct, site: site)
        ItemProperties(page, heading: headline.node).add(to: &draft)
        AddressClaims.add(page, to: &draft)
        if let node = page.index.title, let whole {
            draft.title.add(whole, from: page.origin(.titleElement, "title", node))
        }
        var visible = VisibleClaims(page, headline: headline)
        visible.add(to: &draft)
        VisibleTags(page, heading: headline.node ?? page.index.body ?? 0) { node in
            page.index.asides.contains { node > $0 && node < tree.end(of: $0) }
        }.add(to: &draft)
        consumed = visible.consumed
        self.headline = headline.node
        Reconciliation(headline: headline.text, site: site, text: tree.textBytes).apply(draft, to: &metadata)
    }
}
