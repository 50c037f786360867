import Offprint
import OffprintJSON
import OffprintTesting
import Testing

struct JSONFeedReaderTests {
    @Test(arguments: CaseFolder.all(in: "jsonfeed"))
    func `reads feeds as the cases say`(folder: CaseFolder) {
        // A case of the reader has an expected article, one of the writer an expected feed.
        let isOfWriter = folder.name.hasPrefix("write-")
        if isOfWriter { expectWrites(folder, with: JSONPlugin()) } else { expectReads(folder, with: JSONPlugin()) }
    }

    @Test(arguments: [
        ("{\"version\": \"https://jsonfeed.org/version/1.1\"", true),
        ("{\n  \"version\" : \"https:\\/\\/jsonfeed.org\\/version\\/1\"", true),
        ("\u{FEFF}{\"title\":\"x\",\"version\":\"http://jsonfeed.org/version/1\"", true),
        ("{\"version\":\"https://other.example/version/1\"", false), ("{\"version\":1}", false), ("", false),
        ("see \"version\":\"https://jsonfeed.org/version/1\"", false), ("{\"offprint\":{\"model\":\"1.0\"}}", false),
    ])
    func `knows a feed by its version`(text: String, isFeed: Bool) {
        let found = JSONFeedReader().recognize(Array(text.utf8).span, hint: SourceHint(fileExtension: "json"))
        #expect(found == (isFeed ? Recognition("jsonfeed", .certain) : .none))
    }

    private func read(_ text: String) throws -> (articles: [Article], codes: [Diagnostic.Code]) {
        var diagnostics = Diagnostics()
        let pipeline = try ConversionPipeline(registry: PluginRegistry([JSONPlugin()]))
        let source = Source(Array(text.utf8), name: "feed.json")
        let articles = try pipeline.read(source, as: "jsonfeed", reporting: &diagnostics)
        return (articles, diagnostics.all.map(\.code))
    }

    @Test func `reports malformed items and reads the others`() throws {
        let feed = """
            {"version":"https://jsonfeed.org/version/1.1","title":"F","items":[1,null,
            {"id":7,"content_text":"One."},
            {"content_text":"Two.","date_published":"yesterday","tags":"news","title":5},
            {"id":"3","content_html":"<p>Three &amp; &lt;four&gt;</p>","_offprint":{"status":"gone","kicker":"K"}}]}
            """
        let (articles, codes) = try read(feed)
        #expect(articles.count == 3)
        #expect(articles.first?.metadata.identifiers.best?.first?.value == "7")
        #expect(articles.last?.body == [.paragraph([.text("Three & <four>")])])
        #expect(articles.last?.metadata.kicker.best == "K")
        #expect(
            codes == [
                "item-malformed", "item-malformed", "member-malformed", "member-malformed", "item-without-id",
                "date-malformed", "member-malformed",
            ]
        )
    }

    @Test func `reads a feed whose last brackets are missing`() throws {
        let (articles, codes) = try read("{\"items\":[{\"id\":\"1\",\"content_text\":\"One.\"},{\"id\":\"2\"")
        #expect(articles.first?.body == [.paragraph([.text("One.")])])
        #expect(codes.first == "json-malformed")
    }

    @Test(arguments: ["[]", "{}", "{\"items\":[]}", "{\"items\":[1]}", "{\"items\":{}}", "feed", ""])
    func `says what is wrong with what is no feed`(text: String) {
        #expect(throws: ConversionError.self) { try read(text) }
    }

    @Test func `no address of a feed runs anything`() throws {
        let feed = """
            {"items":[{"id":"javascript:alert(1)","url":"javascript:alert(1)","image":"data:text/html,x",
            "authors":[{"name":"A","url":"vbscript:x"}],"content_html":"<a href='javascript:x'>y</a>",
            "attachments":[{"url":"javascript:alert(1)","mime_type":"audio/mpeg"}]}]}
            """
        let article = try #require(try read(feed).articles.first)
        #expect(article.metadata.url.best == nil)
        #expect(article.metadata.images.best == nil)
        #expect(article.metadata.authors.best == [Contributor("A")])
        #expect(article.body == [.paragraph([.text("y")])])
    }
}
