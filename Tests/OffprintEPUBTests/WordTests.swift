import Offprint
import OffprintArchive
import OffprintEPUB
import OffprintTesting
import OffprintXHTML
import Testing

/// Generated articles as books: no run of text is lost on the way, and paragraphs keep their order.
@Suite struct WordTests {
    @Test(arguments: 0..<40)
    func `what an article says is on its page`(seed: UInt64) throws {
        var generator = ArticleGenerator(seed: seed)
        var article = generator.article()
        // The frame is not the body, and has tests of its own.
        article.metadata = Metadata()
        article.metadata.title.add("Title", from: origin)
        let page = letters(try text(of: Written(article, options: ["cover": "no"]).page))
        var paragraphs: [[UInt8]] = []
        for block in article.body { if case .paragraph(let inlines, _) = block { paragraphs += runs(of: inlines) } }
        var rest = page[...]
        for run in paragraphs {
            let place = try #require(rest.firstRange(of: run), "seed \(seed): a run is not in its place")
            rest = rest[place.upperBound...]
        }
        article.body.walk { block, _ in
            var all = block.inlines.flatMap(runs)
            if case .code(let code, _) = block { all.append(letters(code)) }
            for run in all { #expect(page.contains(run), "seed \(seed)") }
        }
    }

    /// The runs of text of inlines, those of readings too.
    private func runs(of inlines: [Inline]) -> [[UInt8]] {
        var runs: [[UInt8]] = []
        inlines.walk { inline in
            switch inline {
            case .text(let text), .code(let text): runs.append(letters(text))
            case .emphasis, .strong, .strikethrough, .superscript, .subscript, .link, .image, .lineBreak,
                .footnoteReference, .math, .quoted, .cite, .ruby, .span, .custom:
                break
            }
        }
        return runs.filter { !$0.isEmpty }
    }

    /// Letters and digits alone, as bytes: characters would join with those of the next run.
    private func letters(_ text: String) -> [UInt8] {
        let scalars = text.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        return Array(String(String.UnicodeScalarView(scalars)).utf8)
    }

    private func text(of page: String) throws -> String {
        let document = Array(page.replacing("<!DOCTYPE html>\n", with: "").utf8)
        return try #require(StrictXML.events(of: document)).map { event in
            if case .text(let text) = event { text } else { "" }
        }.joined()
    }
}
