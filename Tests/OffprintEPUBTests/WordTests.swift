import Offprint
import OffprintArchive
import OffprintEPUB
import OffprintTesting
import OffprintXHTML
import Testing

/// Generated articles as books: what their pages say is what the articles say, in order.
@Suite struct WordTests {
    @Test(arguments: 0..<40)
    func `the words of an article are those of its page`(seed: UInt64) throws {
        var generator = ArticleGenerator(seed: seed)
        var article = generator.article()
        // The frame is not the body, and has tests of its own.
        article.metadata = Metadata()
        article.metadata.title.add("Title", from: origin)
        let page = try Written(article).page
        let wanted = words(article.body.plainText)
        let found = words(try text(of: page))
        #expect(missing(wanted, in: found).isEmpty, "seed \(seed)")
    }

    /// The words of `wanted` that are not in `found` in this order; numbers of notes and texts in place of images may
    /// stand between them.
    private func missing(_ wanted: [String], in found: [String]) -> [String] {
        var rest = found[...]
        return wanted.filter { word in
            guard let place = rest.firstIndex(of: word) else { return true }
            rest = rest[(place + 1)...]
            return false
        }
    }

    private func words(_ text: String) -> [String] {
        text.unicodeScalars.split { !$0.properties.isAlphabetic && $0.properties.numericType == nil }
            .map { String(String.UnicodeScalarView($0)) }
    }

    private func text(of page: String) throws -> String {
        let document = Array(page.replacing("<!DOCTYPE html>\n", with: "").utf8)
        var text = ""
        var isBody = false
        for event in try #require(StrictXML.events(of: document)) {
            switch event {
            case .start("main", _): isBody = true
            case .text(let part) where isBody: text += part
            case .start(let name, _), .end(let name):
                let isInline = [
                    "a", "em", "strong", "s", "sup", "sub", "code", "span", "q", "cite", "ruby", "rt", "rp",
                ].contains(name)
                if !isInline { text += " " }
            case .text: break
            }
        }
        return text
    }
}
