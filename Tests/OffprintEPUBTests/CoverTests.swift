import Offprint
import OffprintArchive
import OffprintEPUB
import Testing

@Suite struct CoverTests {
    private static func withImage(_ bytes: [UInt8], inBody: Bool) -> Article {
        var article = Samples.full()
        let image = ImageReference(resource: "c", alternativeText: "A dam")
        article.resources = ["c": Resource(id: "c", location: .bytes(bytes))]
        article.metadata.images.add([Picture(image)], from: origin)
        if inBody { article.body.append(.figure(Figure(images: [image]))) }
        return article
    }

    /// The cover's file, as both ways of naming it say.
    private func cover(of book: Written) throws -> String? {
        let package = try book.package
        guard
            let line = package.split(separator: "\n").first(where: { $0.contains("properties=\"cover-image\"") }),
            let id = line.split(separator: "id=\"").dropFirst().first?.prefix(while: { $0 != "\"" }),
            let file = line.split(separator: "href=\"").dropFirst().first?.prefix(while: { $0 != "\"" })
        else { return nil }
        #expect(package.contains("<meta name=\"cover\" content=\"\(id)\"/>"))
        return String(file)
    }

    @Test func `the lead picture is the cover, and stands once where the article shows it`() throws {
        let image = png(width: 300, height: 400)
        let shown = try Written(Self.withImage(image, inBody: true))
        #expect(try shown.zip.read("EPUB/" + #require(try cover(of: shown))) == image)
        #expect(!shown.zip.entries.contains { $0.name == "EPUB/cover.xhtml" })
        let named = try Written(Self.withImage(image, inBody: false))
        #expect(try named.zip.read("EPUB/" + #require(try cover(of: named))) == image)
        #expect(try named.file("cover.xhtml").contains("<h1>The river &amp; the town</h1>"))
        #expect(try named.file("nav.xhtml").contains("<a epub:type=\"cover\" href=\"cover.xhtml\">"))
    }

    @Test(arguments: [(150, 300), (1_000, 210), (210, 1_000)])
    func `a stamp or a strip is no cover`(width: Int, height: Int) throws {
        let image = png(width: width, height: height)
        let book = try Written(Self.withImage(image, inBody: true))
        #expect(try book.zip.read("EPUB/" + #require(try cover(of: book))) != image)
    }

    @Test func `without a picture a cover is drawn, the same for the same words`() throws {
        let book = try Written(Samples.full())
        let drawn = try book.zip.read("EPUB/" + #require(try cover(of: book)))
        #expect(drawn.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        #expect(drawn.count < 60_000)
        // 800 by 1200 dots.
        #expect(Array(drawn[16..<24]) == [0, 0, 3, 32, 0, 0, 4, 176])
        #expect(
            try book.file("cover.xhtml").contains("alt=\"The river &amp; the town, The Daily Example, 2024-05-06\"")
        )
        let other = try Written(Samples.full("Another"))
        #expect(try other.zip.read("EPUB/" + #require(try cover(of: other))) != drawn)
    }

    @Test func `a title whose letters cannot be drawn is text on the page of the cover`() throws {
        let page = try Written(Samples.arabic()).file("cover.xhtml")
        #expect(page.contains("<h1>النهر والمدينة</h1>") && page.contains("dir=\"rtl\""))
        #expect(page.contains("alt=\"\" role=\"presentation\""))
        #expect(try Written(Samples.full("Ὦ ξεῖν")).file("cover.xhtml").contains("<h1>Ὦ ξεῖν</h1>"))
    }

    @Test(arguments: [
        "", "W", String(repeating: "W", count: 5_000), String(repeating: "Long words ", count: 300),
        "Ёж щука Äußerst ŻÓŁĆ Σίσυφος", "<&\"'>]]>",
    ])
    func `any title can be drawn`(title: String) throws {
        let book = try Written(Samples.full(title))
        #expect(try cover(of: book) != nil)
    }

    @Test func `nobody gets a cover who wants none`() throws {
        #expect(!(try Written(Samples.everything(), options: ["cover": "no"]).package.contains("cover")))
    }

    @Test func `a file given is the cover, if it is a JPEG or a PNG`() throws {
        let image = png(width: 7)
        let book = try Written(Samples.full(), options: ["cover": "a.png"], files: ["cover": image])
        #expect(try book.zip.read("EPUB/" + #require(try cover(of: book))) == image)
        #expect(throws: ConversionError.self) { try Written(Samples.full(), options: ["cover": "a.png"]) }
        #expect(throws: ConversionError.self) {
            try Written(Samples.full(), options: ["cover": "a.svg"], files: ["cover": Array(svg.utf8)])
        }
    }
}
