import Offprint
import OffprintArchive
import OffprintEPUB
import Testing

@Suite struct ProfileTests {
    @Test func `a book for Kindle has neither WebP nor SVG, and says what that cost`() throws {
        var article = Samples.everything()
        let webP = Array("RIFF".utf8) + [22, 0, 0, 0] + Array("WEBPVP8L".utf8) + [UInt8](repeating: 0, count: 16)
        article.resources["w"] = Resource(id: "w", location: .bytes(webP))
        article.body.append(
            .figure(
                Figure(images: [
                    ImageReference(url: "https://news.example/w.webp", resource: "w", alternativeText: "A weir")
                ])
            )
        )
        let standard = try Written(article)
        #expect(standard.zip.entries.contains { $0.name.hasSuffix(".webp") })
        let book = try Written(article, options: ["profile": "kindle"])
        #expect(!book.zip.entries.contains { $0.name.hasSuffix(".webp") || $0.name.hasSuffix(".svg") })
        #expect(book.zip.entries.contains { $0.name.hasSuffix(".png") })
        #expect(try book.page.contains("<a href=\"https://news.example/w.webp\">A weir</a>"))
        #expect(try !book.page.contains("<svg"))
        let losses = book.diagnostics.losses.filter { $0.message.contains("Kindle") }
        #expect(losses.contains { $0.code == "image-not-embedded" && $0.block == article.body.count - 1 })
    }
}
