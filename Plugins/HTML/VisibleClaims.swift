import Offprint
import OffprintHypertext
import OffprintMarkup

/// What the page shows: its heading, the times in its article.
struct VisibleClaims {
    private let tree: MarkupTree

    init(_ tree: MarkupTree) { self.tree = tree }

    func addClaims(to metadata: inout Metadata) {
        let article = tree.first(.article, in: tree.document) ?? tree.first(.main, in: tree.document) ?? tree.document
        if let heading = tree.first(.h1, in: article) ?? tree.first(.h1, in: tree.document) {
            let text = tree.text(of: heading).tidied
            if !text.isEmpty {
                metadata.title.add(text, from: Origin(.heading, at: "h1", line: tree.line(of: heading)))
            }
        }
        for node in tree.descendants(of: article) where tree.name(of: node) == .time {
            guard let date = tree.attribute(.datetime, of: node).flatMap(Timestamp.init(published:)) else { continue }
            metadata.published.add(date, from: Origin(.timeElement, at: "time[datetime]", line: tree.line(of: node)))
            return
        }
    }
}
