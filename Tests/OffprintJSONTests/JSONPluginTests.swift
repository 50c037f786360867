import Offprint
import OffprintInterchange
import OffprintJSON
import OffprintTesting
import Testing

struct JSONPluginTests {
    private let plugin = JSONPlugin()

    private func registry() throws -> PluginRegistry { try PluginRegistry([plugin]) }

    private func write(
        _ articles: [Article],
        to format: Format.ID,
        options: [String: String] = [:]
    ) throws -> (text: String, diagnostics: Diagnostics) {
        var diagnostics = Diagnostics()
        let pipeline = try ConversionPipeline(registry: registry(), options: options)
        let entries = WriteRequest.entries(of: articles, from: "news/a.html")
        let rendition = try pipeline.write(entries, to: format, reporting: &diagnostics)
        return (String(decoding: rendition.bytes, as: UTF8.self), diagnostics)
    }

    @Test func `keeps the rules for plugins`() {
        var diagnostics = Diagnostics()
        let sample = ArticleJSON.encode(SampleArticles.everything, indented: true, reporting: &diagnostics)
        PluginConformance(plugin, samples: ["json": sample]).check()
    }

    @Test(arguments: CaseFolder.all(in: "json"))
    func `reads as the cases say`(folder: CaseFolder) { expectReads(folder, with: JSONPlugin()) }

    @Test(arguments: CaseFolder.all(in: "flat"))
    func `writes flat records as the cases say`(folder: CaseFolder) { expectWrites(folder, with: JSONPlugin()) }

    // MARK: Writing

    @Test func `writes an object for one article and an array for several`() throws {
        #expect(try write([Article()], to: "json").text.hasPrefix("{\n  \"offprint\": {"))
        #expect(try write([Article(), Article()], to: "json").text.hasPrefix("[\n  {\n    \"offprint\""))
        let lines = try write([Article(), Article()], to: "jsonl").text
        let line = "{\"offprint\":{\"model\":\"1.0\"},\"metadata\":{},\"body\":[]}\n"
        #expect(lines == line + line)
    }

    @Test(arguments: [("best", 1), ("all", 2)])
    func `carries the claims that were asked for`(choice: String, count: Int) throws {
        let text = try write([SampleArticles.everything], to: "jsonl", options: ["json.claims": choice]).text
        var diagnostics = Diagnostics()
        let article = try ArticleJSON.decode(Array(text.utf8), reporting: &diagnostics).first
        #expect(article?.metadata.title.all.count == count)
    }

    @Test func `reports what a flat record leaves of custom nodes`() throws {
        let (_, diagnostics) = try write([SampleArticles.everything], to: "flat")
        #expect(diagnostics.losses.map(\.code) == ["custom-node"])
    }

    // MARK: Recognising

    @Test(arguments: [
        ("{\"offprint\":{}}", nil, Recognition.Certainty.certain), ("\u{FEFF} [\n{ \"offprint\" :", "txt", .certain),
        ("[{\"offprint\":", "json", .certain), ("{\"body\":[],\"offprint\":{}}", "json", .likely),
        ("{\"body\":[],\"offprint\":{}}", nil, .none), ("{\"name\":\"x\"}", "json", .none), ("", "json", .none),
        ("say \"offprint\"", "txt", .none), ("[\"offprint\"]", nil, .none), ("\"\"offprint\"", nil, .none),
    ])
    func `knows its own by what it holds`(text: String, fileExtension: String?, certainty: Recognition.Certainty) {
        let bytes = Array(text.utf8)
        let found = JSONReader().recognize(bytes.span, hint: SourceHint(fileExtension: fileExtension))
        #expect(found.certainty == certainty)
    }

    @Test func `says what is wrong and where`() throws {
        let pipeline = try ConversionPipeline(registry: registry())
        func failure(_ text: String) throws -> ConversionError? {
            var diagnostics = Diagnostics()
            let source = Source(Array(text.utf8), name: "a.json")
            return #expect(throws: ConversionError.self) {
                try pipeline.read(source, as: "json", reporting: &diagnostics)
            }
        }
        let error = try failure("{\n\"offprint\":{\"model\":\"1.0\"},\"body\":[1]}")
        #expect(error?.code == .malformedSource)
        #expect(error?.line == 2)
        #expect(
            error?.message == "\"a.json\": line 2, column 36, $.body[0]: Expected an object, found a number."
        )
        #expect(try failure("[]")?.code == .emptySource)
        #expect(try failure("{\"name\":1}")?.message.contains("\"offprint\" is missing") == true)
    }

    // MARK: Flat records

    private func record(_ article: Article) throws -> JSONValue {
        try JSONParser().parse(Array(try write([article], to: "flat").text.utf8))
    }

    @Test func `a record has every key, in order`() throws {
        let keys = [
            "id", "source", "url", "title", "subtitle", "kicker", "authors", "byline", "published", "modified",
            "language",
            "direction", "description", "publisher", "agency", "section", "tags", "image", "images", "kind", "access",
            "rights", "place", "status", "ids", "text", "paragraphs", "words",
        ]
        for (name, article) in SampleArticles.all {
            #expect(try record(article).object?.members.map(\.key) == keys, "\(name)")
        }
        let empty = try record(Article())
        #expect(empty["title"] == .null)
        #expect(empty["authors"] == .array([]))
        #expect(empty["text"] == .string(""))
        #expect(empty["words"]?.integer == 0)
        #expect(empty["id"]?.string == "news/a.html")
    }

    @Test(arguments: [
        ("", 0), (" \n ", 0), ("one", 1), ("one two", 2), ("one, two.", 2), ("don't", 1), ("don’t 'quote'", 2),
        ("well-known", 2),
        ("3 in 1999", 3), ("Łódź über ça", 3), ("東京タワー", 4), ("東京 is big", 4), ("한국어 문장", 2), ("سلام عَلَيْكُم", 2),
        ("e\u{301}te\u{301}", 1),
        ("🙂 … — ?", 0), ("हिन्दी पाठ", 2), ("a\u{200D}b", 1), ("Ёлка και λόγος", 3),
    ])
    func `counts words`(text: String, count: Int) throws {
        #expect(try record(Article(body: [.paragraph([.text(text)])]))["words"]?.integer == count)
    }

    @Test func `counts the paragraphs of running text`() throws {
        let words: [Block] = [.paragraph([.text("x")])]
        let cell = Table.Cell(words)
        let body: [Block] = [
            .paragraph([.text("1")]), .paragraph([], role: .question), .quote(words),
            .list(ItemList(.bullet, items: [.init(words)])),
            .table(Table(bodies: [[[cell]]])), .figure(Figure(caption: [.text("x")])), .heading(level: 2, [.text("x")]),
            .aside(Aside(content: words)), .liveEntry(LiveEntry(content: words)),
        ]
        #expect(try record(Article(body: body))["paragraphs"]?.integer == 4)
    }

    @Test func `names each picture once, with all that is known of it`() throws {
        var metadata = Metadata()
        let lead = ImageReference(url: "https://x.example/a.jpg")
        metadata.images.add([Picture(lead)], from: Origin(.openGraph, at: "meta"))
        let figure = Figure(
            images: [
                ImageReference(url: "https://x.example/a.jpg", alternativeText: "A"), ImageReference(resource: "r"),
            ],
            caption: [.text("Both")],
            credit: "C"
        )
        let article = Article(
            metadata: metadata,
            body: [.quote([.figure(figure)])],
            resources: ["r": Resource(id: "r", location: .file(path: "b.png"))]
        )
        let images = try record(article)["images"]?.array
        #expect(images?.count == 2)
        #expect(images?.first?["caption"]?.string == "Both")
        #expect(images?.first?["alt"]?.string == "A")
        #expect(images?.last?["url"]?.string == "b.png")
        #expect(images?.last?["alt"] == .null)
        #expect(try record(article)["image"]?.string == "https://x.example/a.jpg")
        #expect(try record(Article(body: article.body))["image"] == .null)
    }
}
