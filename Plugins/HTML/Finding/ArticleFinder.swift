import Offprint
import OffprintMarkup

/// Finds the article in its page: which passages are its text, and which elements hold them.
///
/// Passages are judged one by one (``PassageChances``) rather than by choosing the one element that holds the article: bodies
/// are spread over sibling boxes, and furniture stands between their paragraphs.
struct ArticleFinder {
    /// The element to read.
    let root: MarkupTree.NodeID
    /// For each node, whether it is no part of the article.
    private let isOutside: [Bool]

    /// - Parameters:
    ///   - tree: the page.
    ///   - claims: where the page's headline, byline and date stand.
    ///   - metadata: what is claimed of the article; its title and description help to find its start.
    init(_ tree: MarkupTree, claims: PageClaims, of metadata: Metadata) {
        let features = PassageFeatures(Passages(of: tree, headline: claims.headline), claims: claims, of: metadata)
        let selection = PassageSelection(features)
        var region = ArticleRegion(tree)
        for index in selection.kept { region.include(features.passages.all[index]) }
        MediaSelection(features, selection).forEach { region.include($0) }
        root = region.root
        isOutside = region.isOutside
    }

    /// Whether an element or a text is not of the article.
    func isFurniture(_ node: MarkupTree.NodeID) -> Bool { isOutside[node] }
}
