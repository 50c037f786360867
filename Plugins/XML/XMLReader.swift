import Offprint
import OffprintHypertext
import OffprintLanguage
import OffprintMarkup

/// Reads a document of any of the plugin's formats: one parse, then the reading that its root asks for.
struct XMLReader: Reader {
    /// The families, the more particular before those that would take their documents too.
    private let families: [any XMLFamily] = [
        NewsMLG2(),
        NITF(),
        NewsML1(),
        TEI(),
        JATS(),
        DocBook(),
        WordPressExport(),
        RSSFeed(),
        AtomFeed(),
        ChannelDefinition(),
    ]

    /// The formats, each once: several families may share one.
    var formats: [Format] {
        var seen: Set<Format.ID> = []
        return families.map(\.format).filter { seen.insert($0.id).inserted }
    }

    func recognize(_ prefix: Span<UInt8>, hint: SourceHint) -> Recognition {
        guard let root = RootElement(in: prefix), let family = families.first(where: { $0.recognizes(root) }) else {
            return .none
        }
        return Recognition(family.format.id, .certain)
    }

    func read(_ request: ReadRequest, reporting diagnostics: inout Diagnostics) throws(ConversionError) -> [Article] {
        let document = try parse(request)
        document.report(to: &diagnostics)
        let source = XMLSource(document.tree, name: request.source.name)
        guard source.root != document.tree.document else {
            throw ConversionError(.malformedSource, "\"\(request.source.name)\" holds no XML element.")
        }
        let family = try family(for: request, root: source)
        var articles = try family.articles(of: source, reporting: &diagnostics)
        guard !articles.isEmpty else {
            throw ConversionError(.emptySource, "\"\(request.source.name)\" holds no article: the feed has no entry.")
        }
        for index in articles.indices { articles[index].addTextClaims() }
        if request.options.isOn("explain") {
            source.explainUncarried(to: &diagnostics)
        } else {
            source.reportUncarried(to: &diagnostics)
        }
        return try articles.admitted(by: request, reporting: &diagnostics)
    }

    /// The family that was asked for, if it reads such a root.
    private func family(for request: ReadRequest, root source: XMLSource) throws(ConversionError) -> any XMLFamily {
        let name = source.name(of: source.root)
        let asked = families.filter { $0.format.id == request.format }
        let start = request.source.bytes.span.extracting(first: 65_536)
        let root = RootElement(in: start) ?? RootElement(named: name)
        guard let family = asked.first(where: { $0.recognizes(root) }) else {
            let format = asked.first?.format.name ?? request.format.rawValue
            throw ConversionError(
                .malformedSource,
                "\"\(request.source.name)\" is no \(format): its root is \"\(name)\". "
                    + "Leave --from out to have its format found.",
                line: source.tree.line(of: source.root)
            )
        }
        return family
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
