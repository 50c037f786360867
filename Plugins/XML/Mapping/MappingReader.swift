import Offprint
import OffprintHypertext
import OffprintLanguage
import OffprintMarkup

/// Reads XML that no other reader knows, by a mapping file.
struct MappingReader: Reader {
    let formats = [
        Format(
            id: "xml",
            name: "XML by a mapping file",
            fileExtensions: ["xml"],
            mediaTypes: ["application/xml", "text/xml"],
            capacity: .many
        )
    ]

    /// What says that it is XML might be of this format; the readers that know its root are surer.
    func recognize(_ prefix: Span<UInt8>, hint: SourceHint) -> Recognition {
        guard let root = RootElement(in: prefix), root.name.lowercased() != "html" else { return .none }
        if BuiltInMappings.roots.contains(root.name) { return Recognition("xml", .certain) }
        return isDeclared(prefix) || recognize(by: hint) != .none ? Recognition("xml", .likely) : .none
    }

    /// Whether a source opens with an XML declaration, behind a byte order mark or in UTF-16 too.
    private func isDeclared(_ prefix: Span<UInt8>) -> Bool {
        var letters: [UInt8] = []
        for index in 0..<min(prefix.count, 16) where (0x21..<0x80).contains(prefix[index]) {
            letters.append(prefix[index])
        }
        return letters.starts(with: "<?xml".utf8)
    }

    func read(_ request: ReadRequest, reporting diagnostics: inout Diagnostics) throws(ConversionError) -> [Article] {
        let document = try parse(request)
        document.document.report(to: &diagnostics)
        let tree = document.document.tree
        let root = tree.children(of: tree.document).first { !tree.isText($0) }
        let name = root.map { tree.qualifiedName(of: $0).local } ?? ""
        let given = try Self.mappings(of: request.options)
        let mappings = try given + BuiltInMappings.mappings(for: name)
        for mapping in mappings {
            let mapped = MappedDocument(document, mapping, name: request.source.name)
            guard try mapped.isMatched() else { continue }
            var articles = try mapped.articles(reporting: &diagnostics)
            guard !articles.isEmpty else {
                throw ConversionError(
                    .emptySource,
                    "\"\(request.source.name)\" holds no article: \"\(mapping.each)\" of the mapping \"\(mapping.name)\" finds none."
                )
            }
            for index in articles.indices { articles[index].addTextClaims() }
            articles = try articles.admitted(by: request, reporting: &diagnostics)
            if request.options.isOn("explain") { mapped.source.explainUncarried(to: &diagnostics) }
            return articles
        }
        throw ConversionError(
            .unrecognizedSource,
            "No reader knows XML whose root is \"\(name)\", and no mapping is for it: "
                + "give one with --option xml.mapping=FILE.",
            line: root.map { tree.line(of: $0) }
        )
    }

    private static func mappings(of options: OptionValues) throws(ConversionError) -> [Mapping] {
        var mappings: [Mapping] = []
        for file in options.files("mapping") { mappings += try MappingFile(file.bytes, name: file.name).mappings() }
        return mappings
    }

    private func parse(_ request: ReadRequest) throws(ConversionError) -> XPathDocument {
        let source = request.source
        do throws(MarkupError) {
            return try XPathDocument(xml: source.bytes, charset: source.hint.charset, limits: request.limits.forMarkup)
        } catch { throw ConversionError(error, in: source) }
    }
}
