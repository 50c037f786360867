import Offprint
import OffprintHypertext
import OffprintLanguage
import OffprintMarkup

/// Reads a document of any of the plugin's formats: one parse, then the reading that its root asks for.
struct XMLReader: Reader {
    /// What reads a format: a row a format.
    private struct Reading: Sendable {
        let format: Format
        /// The local names that the root may have.
        let roots: [String]
        let read: @Sendable (MarkupDocument, String) -> [Article]
    }

    private let readings = [
        Reading(
            format: Format(
                id: "rss",
                name: "RSS",
                fileExtensions: ["rss", "rdf"],
                mediaTypes: ["application/rss+xml", "application/rdf+xml"],
                capacity: .many
            ),
            roots: ["rss", "RDF"],
            read: { document, _ in RSSFeed(document.tree).articles }
        ),
        Reading(
            format: Format(
                id: "atom",
                name: "Atom",
                fileExtensions: ["atom"],
                mediaTypes: ["application/atom+xml"],
                capacity: .many
            ),
            roots: ["feed"],
            read: { document, _ in AtomFeed(document.tree).articles }
        ),
        Reading(
            format: Format(
                id: "nitf",
                name: "NITF",
                fileExtensions: ["nitf"],
                mediaTypes: ["application/nitf+xml", "text/vnd.iptc.nitf"]
            ),
            roots: ["nitf"],
            read: { document, _ in NITFDocument(document.tree).articles }
        ),
    ]

    var formats: [Format] { readings.map(\.format) }

    func recognize(_ prefix: Span<UInt8>, hint: SourceHint) -> Recognition {
        guard let root = RootElement.name(in: prefix) else { return .none }
        guard let reading = readings.first(where: { $0.roots.contains(root) }) else { return .none }
        return Recognition(reading.format.id, .certain)
    }

    func read(_ request: ReadRequest, reporting diagnostics: inout Diagnostics) throws(ConversionError) -> [Article] {
        let document = try parse(request)
        document.report(to: &diagnostics)
        let root = document.tree.children(of: document.tree.document).first { !document.tree.isText($0) }
        guard let root, let reading = readings.first(where: { $0.format.id == request.format }) else {
            throw ConversionError(.malformedSource, "\"\(request.source.name)\" holds no XML element.")
        }
        let name = document.tree.qualifiedName(of: root).local
        guard reading.roots.contains(name) else {
            let roots = reading.roots.joined(separator: " or ")
            throw ConversionError(
                .malformedSource,
                "\"\(request.source.name)\" is no \(reading.format.name): its root is \"\(name)\", not \(roots). "
                    + "Leave --from out to have its format found.",
                line: document.tree.line(of: root)
            )
        }
        var articles = reading.read(document, request.source.name)
        guard !articles.isEmpty else {
            throw ConversionError(.emptySource, "\"\(request.source.name)\" holds no article: the feed has no entry.")
        }
        for index in articles.indices {
            articles[index].addTextClaims()
            articles[index].warnAboutStatus(to: &diagnostics)
        }
        return articles
    }

    private func parse(_ request: ReadRequest) throws(ConversionError) -> MarkupDocument {
        let source = request.source
        do throws(MarkupError) {
            return try MarkupDocument(xml: source.bytes, charset: source.hint.charset, limits: request.limits.forMarkup)
        } catch {
            throw ConversionError(error, in: source)
        }
    }
}

extension Article {
    /// Warns of an article that may not be used: somebody should see that before it is published.
    fileprivate func warnAboutStatus(to diagnostics: inout Diagnostics) {
        guard let claim = metadata.status.all.first, claim.value != .usable else { return }
        let title = metadata.title.best.map { "\"\($0)\"" } ?? "An article"
        diagnostics.warn("not-usable", "\(title) is \(claim.value.rawValue), its source says.", line: claim.origin.line)
    }
}
