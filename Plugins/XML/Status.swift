import Offprint
import OffprintHypertext

extension [Article] {
    /// The articles that may be used as far as the person who runs the conversion asks: each of the others is an error,
    /// and those whose source says something that a person should see raise a warning.
    ///
    /// - Throws: ``ConversionError`` where none is left, or the option names no status.
    func admitted(
        by request: ReadRequest,
        reporting diagnostics: inout Diagnostics
    ) throws(ConversionError) -> [Article] {
        let refused = try PublicationStatus.refused(by: request.options)
        var admitted: [Article] = []
        for article in self {
            guard let (status, line) = article.restriction else {
                admitted.append(article)
                continue
            }
            let title = article.metadata.title.best.map { "\"\($0)\"" } ?? "An article without a title"
            guard !refused.contains(status) else {
                diagnostics.fail(
                    "refused",
                    "\(title) is \(status.rawValue), its source says, and was refused as xml.refuse asks.",
                    line: line
                )
                continue
            }
            admitted.append(article)
            if let moment = article.metadata.embargo.best, status == .embargoed {
                diagnostics.warn(
                    "embargo",
                    "\(title) must not be published before \(moment), its source says.",
                    line: line
                )
            } else {
                diagnostics.warn("not-usable", "\(title) is \(status.rawValue), its source says.", line: line)
            }
        }
        guard !admitted.isEmpty || isEmpty else {
            throw ConversionError(
                .refused,
                "\"\(request.source.name)\" holds no article that xml.refuse=\(request.options["refuse"] ?? "") admits."
            )
        }
        return admitted
    }
}

extension Article {
    /// Why it may not be used, and where its source says so; a stated embargo counts, for a reader has no clock.
    fileprivate var restriction: (status: PublicationStatus, line: Int?)? {
        if let claim = metadata.status.all.first, claim.value != .usable { return (claim.value, claim.origin.line) }
        return metadata.embargo.all.first.map { (.embargoed, $0.origin.line) }
    }
}

extension ConversionError.Code {
    /// The person who runs the conversion refuses every article of the source.
    static let refused = ConversionError.Code(rawValue: "refused")
}

extension PublicationStatus {
    /// The statuses that an option names.
    fileprivate static func refused(by options: OptionValues) throws(ConversionError) -> Set<PublicationStatus> {
        var refused: Set<PublicationStatus> = []
        for word in (options["refuse"] ?? "none").split(separator: ",").compactMap({ String($0).trimmed })
        where word != "none" {
            guard let status = PublicationStatus(newsroom: word), status != .usable else {
                throw ConversionError(
                    .invalidOption,
                    "\"xml.refuse\" does not take \"\(word)\"; it takes canceled, withheld, embargoed, or several of them "
                        + "with commas."
                )
            }
            refused.insert(status)
        }
        return refused
    }
}
