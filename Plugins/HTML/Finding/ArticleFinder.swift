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
    ///   - metadata: what is claimed of the article; its title and description help to find its start.
    ///   - lines: elements that were read as the title, the byline or the date.
    init(_ tree: MarkupTree, claimedBy metadata: Metadata, without lines: [MarkupTree.NodeID] = []) {
        let features = PassageFeatures(Passages(of: tree), claimedBy: metadata)
        let selection = PassageSelection(features, without: lines)
        var region = ArticleRegion(tree)
        for index in selection.kept { region.include(features.passages.all[index]) }
        MediaSelection(features, selection).forEach { region.include($0) }
        root = region.root
        isOutside = region.isOutside
    }

    /// Whether an element or a text is not of the article.
    func isFurniture(_ node: MarkupTree.NodeID) -> Bool { isOutside[node] }
}
