import Offprint
import OffprintPlainText

/// Reads a text and shows what became of it, one block a line.
struct Reading {
    let article: Article
    let diagnostics: Diagnostics

    let articles: [Article]

    init(_ bytes: [UInt8], charset: String? = nil, options: [String: String] = [:]) throws {
        var diagnostics = Diagnostics()
        let source = Source(bytes, name: "source.txt", hint: SourceHint(fileExtension: "txt", charset: charset))
        let request = ReadRequest(source, as: "text", options: OptionValues(options))
        articles = try PlainTextReader().read(request, reporting: &diagnostics)
        article = articles.first ?? Article()
        self.diagnostics = diagnostics
    }

    init(_ text: String) throws { try self.init(Array(text.utf8)) }

    var outline: [String] {
        let metadata = article.metadata
        var lines: [String] = []
        if let title = metadata.title.best { lines.append("title: \(title)") }
        if let subtitle = metadata.subtitle.best { lines.append("subtitle: \(subtitle)") }
        if let authors = metadata.authors.best {
            lines.append("authors: \(authors.map(\.name).joined(separator: " + "))")
        }
        return lines + article.body.map(line)
    }

    var dropped: [Int] { diagnostics.all.filter { $0.code == "furniture-dropped" }.compactMap(\.line) }

    private func line(_ block: Block) -> String {
        switch block {
        case .paragraph(let inlines, _): inlines.plainText
        case .heading(let level, let inlines): "h\(level): \(inlines.plainText)"
        case .figure(let figure): "figure: \(figure.caption.plainText) | \(figure.credit ?? "")"
        case .thematicBreak: "rule"
        case .list(let list):
            "list \(list.marker) \(list.isTight): \(list.items.map { $0.content.plainText }.joined(separator: " + "))"
        case .quote(let blocks, let attribution):
            "quote by \(attribution.plainText): \(blocks.map(line).joined(separator: " + "))"
        case .table(let table):
            "table: "
                + table.rows.map { $0.map { $0.content.plainText }.joined(separator: " | ") }.joined(separator: " + ")
        case .aside(let aside): "aside: \(aside.content.map(line).joined(separator: " + "))"
        case .liveEntry(let entry):
            "entry \(entry.title.plainText): \(entry.content.map(line).joined(separator: " + "))"
        case .pullQuote, .code, .embed, .definitionList, .math, .footnote, .custom: "unexpected: \(block)"
        }
    }
}
