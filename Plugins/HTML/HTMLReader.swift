import Offprint
import OffprintHypertext
import OffprintLanguage
import OffprintMarkup

/// Reads one article of a page: parse, gather the claims, find the body, make blocks of it.
struct HTMLReader: Reader {
    let formats = [Format.html]

    func recognize(_ prefix: Span<UInt8>, hint: SourceHint) -> Recognition {
        let certainty = HTMLRecognition.certainty(of: prefix)
        let byName = recognize(by: hint)
        return certainty > byName.certainty ? Recognition("html", certainty) : byName
    }

    func read(_ request: ReadRequest, reporting diagnostics: inout Diagnostics) throws(ConversionError) -> [Article] {
        let document = try parse(request)
        document.report(to: &diagnostics)
        let tree = document.tree
        let scope = PageScope(rawValue: request.options["scope"] ?? "") ?? .article

        var article = Article()
        let given = request.options["base-url"].flatMap { $0.isEmpty ? nil : $0 } ?? request.source.hint.url
        let claims = PageClaims(tree, address: given, to: &article.metadata, reporting: &diagnostics)

        let finder = scope == .page ? nil : ArticleFinder(tree, claims: claims, of: article.metadata)
        let root = finder?.root ?? tree.first(.body, in: tree.document) ?? tree.document
        var context = BlockBuilder.Context(
            base: claims.base ?? article.metadata.url.best,
            language: tree.language,
            isLiteral: Reading(rawValue: request.options["reading"] ?? "").map { $0 == .asWritten } ?? (scope == .page),
            keepsHeldImages: true
        )
        var builder = BlockBuilder(tree, context: context) { finder?.isFurniture($0) ?? false }
        article.body = builder.blocks(in: root)
        article.resources = builder.resources
        builder.losses.forEach { diagnostics.report($0) }
        context.keepsHeldImages = false
        if scope == .article,
            let stated = StatedBody(tree: tree).blocks(
                insteadOf: article.body,
                context: context,
                limits: request.limits.forMarkup
            )
        {
            article.body = stated
            article.resources = [:]
            diagnostics.note(
                "stated-body",
                "The page shows no text of its article; that of its structured data was taken."
            )
        }
        if article.body.isEmpty { diagnostics.warn("no-text", "No text was found in the page.") }
        article.addTextClaims()
        return [article]
    }

    private func parse(_ request: ReadRequest) throws(ConversionError) -> MarkupDocument {
        let source = request.source
        guard !HTMLRecognition.isBinary(source.bytes) else {
            throw ConversionError(
                .malformedSource,
                "\"\(source.name)\" is not text, so it is no HTML. Name its format with --from."
            )
        }
        do throws(MarkupError) {
            return try MarkupDocument(
                html: source.bytes,
                charset: source.hint.charset,
                limits: request.limits.forMarkup
            )
        } catch {
            throw ConversionError(error, in: source)
        }
    }
}

/// How a page is read.
enum Reading: String {
    /// What its writers did for want of better, as what it stands for.
    case asMeant = "as-meant"
    /// Everything as the markup says it.
    case asWritten = "as-written"
}

/// What of a page is the article.
enum PageScope: String {
    /// The article found in it.
    case article
    /// All of its body.
    case page
}
