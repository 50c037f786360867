import Offprint

extension Article {
    /// Warns of an article that may not be used: somebody should see that before it is published.
    func warnAboutStatus(to diagnostics: inout Diagnostics) {
        let title = metadata.title.best.map { "\"\($0)\"" } ?? "An article"
        if let claim = metadata.status.all.first, claim.value != .usable {
            diagnostics.warn("not-usable", "\(title) is \(claim.value.rawValue), its source says.", line: claim.origin.line)
        } else if let claim = metadata.embargo.all.first {
            diagnostics.warn(
                "embargo",
                "\(title) must not be published before \(claim.value), its source says.",
                line: claim.origin.line
            )
        }
    }
}
