import Foundation
import Offprint
import OffprintInterchange
import OffprintJSON
import OffprintTesting
import Testing

struct OtherFormatsTests {
    private static let formats: [Format.ID] = ["pandoc", "jsonld", "ninjs", "jsonfeed"]

    private func write(
        _ articles: [Article],
        to format: Format.ID,
        options: [String: String] = [:]
    ) throws -> (bytes: [UInt8], diagnostics: Diagnostics) {
        var diagnostics = Diagnostics()
        let pipeline = try ConversionPipeline(registry: PluginRegistry([JSONPlugin()]), options: options)
        let entries = WriteRequest.entries(of: articles, from: "news/a.html")
        return (try pipeline.write(entries, to: format, reporting: &diagnostics).bytes, diagnostics)
    }

    private func value(_ article: Article, _ format: Format.ID) throws -> JSONValue {
        try JSONParser().parse(try write([article], to: format).bytes)
    }

    private static func article(_ change: (inout Metadata, Origin) -> Void) -> Article {
        var article = Article(body: [.paragraph([.text("Some words.")])])
        change(&article.metadata, Origin(.user, at: "test"))
        return article
    }

    // MARK: Cases

    @Test(arguments: CaseFolder.all(in: "pandoc"))
    func `writes pandoc's tree as the cases say`(folder: CaseFolder) { expectWrites(folder, with: JSONPlugin()) }

    @Test(arguments: CaseFolder.all(in: "jsonld"))
    func `writes JSON-LD as the cases say`(folder: CaseFolder) { expectWrites(folder, with: JSONPlugin()) }

    @Test(arguments: CaseFolder.all(in: "ninjs"))
    func `writes ninjs as the cases say`(folder: CaseFolder) { expectWrites(folder, with: JSONPlugin()) }

    // MARK: Shapes

    private static var articles: [Article] {
        var generator = ArticleGenerator(seed: 7)
        return SampleArticles.all.map(\.article) + (0..<40).map { _ in generator.article() }
    }

    @Test func `every format has its shape whatever the article holds`() throws {
        for (index, article) in Self.articles.enumerated() {
            #expect(PandocShape.problems(of: try value(article, "pandoc")) == [], "article \(index)")
            #expect(ShapeCheck.jsonLD(try value(article, "jsonld")) == [], "article \(index)")
            #expect(ShapeCheck.ninjs(try value(article, "ninjs")) == [], "article \(index)")
            #expect(ShapeCheck.jsonFeed(try value(article, "jsonfeed")) == [], "article \(index)")
        }
        let feed = try JSONParser().parse(try write(Self.articles, to: "jsonfeed").bytes)
        #expect(ShapeCheck.jsonFeed(feed) == [])
        #expect(feed["items"]?.array?.count == Self.articles.count)
    }

    @Test(.enabled(if: Pandoc.path != nil, "pandoc is not installed"))
    func `pandoc reads its tree and writes it equal`() throws {
        let pandoc = try #require(Pandoc.path)
        for (index, article) in Self.articles.enumerated() {
            let ours = try write([article], to: "pandoc").bytes
            let again = try Pandoc.run(pandoc, ["-f", "json", "-t", "json"], ours)
            let (left, right) = (try JSONParser().parse(ours), try JSONParser().parse(again))
            #expect(left["blocks"] == right["blocks"], "article \(index)")
            let names = { (value: JSONValue) in value["meta"]?.object?.members.map(\.key).sorted() }
            #expect(names(left) == names(right), "article \(index)")
        }
    }

    // MARK: Addresses

    @Test(arguments: formats)
    func `no address of any output runs anything`(format: Format.ID) throws {
        let hostile = [
            "javascript:alert(1)", " JavaScript:alert(1)", "java\nscript:alert(1)", "\u{1}vbscript:x",
            "data:text/html,<script>alert(1)</script>",
        ]
        for address in hostile {
            let image = ImageReference(url: address, alternativeText: "A picture")
            var article = Self.article { metadata, origin in
                metadata.url.add(address, from: origin)
                metadata.authors.add([Contributor("Ada Marsh", url: address)], from: origin)
                metadata.publisher.add(Organization("The Daily Sample", url: address), from: origin)
                metadata.tags.add([Tag("bridges", kind: .event, uri: address)], from: origin)
                metadata.images.add([Picture(image)], from: origin)
            }
            article.body = [
                .paragraph([.link([.text("words")], target: address), .image(image)]), .figure(Figure(images: [image])),
                .embed(Embed(.video, url: address)), .embed(Embed(.post, url: address, title: "A post")),
            ]
            let text = String(decoding: try write([article], to: format).bytes, as: UTF8.self).lowercased()
            // The extension of a feed carries claims as they are: nobody follows what stands there.
            let visible = text.components(separatedBy: "\"_offprint\"")[0]
            for scheme in ["script:", "data:text"] { #expect(!visible.contains(scheme), "\(address)") }
        }
    }

    @Test func `what stands in a page ends no script`() throws {
        let article = Self.article { metadata, origin in
            metadata.title.add("</script><!-- <b>", from: origin)
        }
        for bytes in [ArticleJSONLD.script(for: article), try write([article], to: "jsonld").bytes] {
            #expect(!bytes.contains(UInt8(ascii: "<")))
            #expect(try JSONParser().parse(bytes)["headline"]?.string == "</script><!-- <b>")
        }
    }

    // MARK: Status

    @Test(arguments: [PublicationStatus.canceled, .withheld, .embargoed])
    func `every format says that an article may not be used`(status: PublicationStatus) throws {
        let article = Self.article { metadata, origin in
            metadata.status.add(status, from: origin)
            if let date = Timestamp(iso8601: "2030-01-02T03:04:05Z") { metadata.embargo.add(date, from: origin) }
        }
        #expect(try value(article, "jsonld")["creativeWorkStatus"]?.string == status.rawValue)
        #expect(try value(article, "jsonld")["conditionsOfAccess"]?.string?.contains("2030-01-02T03:04:05Z") == true)
        let ninjs = try value(article, "ninjs")
        #expect(ninjs["embargoedUntil"]?.string == "2030-01-02T03:04:05Z")
        #expect(ninjs["pubStatus"]?.string == (status == .embargoed ? "usable" : status.rawValue))
        let own = try value(article, "jsonfeed")["items"]?.array?.first?["_offprint"]
        #expect(own?["status"]?.string == status.rawValue)
        #expect(own?["embargo"]?.string == "2030-01-02T03:04:05Z")
        let meta = try value(article, "pandoc")["meta"]
        #expect(meta?["status"]?["c"]?.array?.first?["c"]?.string == status.rawValue)
        #expect(meta?["embargo"] != nil)
    }

    @Test func `an embargo without a moment holds a ninjs object back`() throws {
        let article = Self.article { metadata, origin in
            metadata.status.add(.embargoed, from: origin)
            if let day = Timestamp(iso8601: "2030-01-02") { metadata.embargo.add(day, from: origin) }
        }
        let (bytes, diagnostics) = try write([article], to: "ninjs")
        #expect(try JSONParser().parse(bytes)["pubStatus"]?.string == "withheld")
        #expect(diagnostics.losses.map(\.code).contains("date-not-carried"))
        #expect(diagnostics.losses.map(\.code).contains("embargo-as-withheld"))
    }

    // MARK: JSON-LD

    @Test(arguments: [
        (ArticleKind.news, "NewsArticle"), (.opinion, "OpinionNewsArticle"), (.analysis, "AnalysisNewsArticle"),
        (.review, "ReviewNewsArticle"), (.feature, "ReportageNewsArticle"), (.liveBlog, "LiveBlogPosting"),
        (.advertisement, "AdvertiserContentArticle"), (.interview, "NewsArticle"), (.blogPost, "BlogPosting"),
    ])
    func `the type of JSON-LD follows the kind`(kind: ArticleKind, type: String) throws {
        let article = Self.article { $0.kind.add(kind, from: $1) }
        #expect(try value(article, "jsonld")["@type"]?.string == type)
    }

    @Test func `within a page JSON-LD leaves the text to the page`() throws {
        let entry = LiveEntry(
            time: Timestamp(iso8601: "2024-05-06T20:00:00Z"),
            title: [.text("Polls close")],
            content: [.paragraph([.text("The polls are closed.")])]
        )
        let article = Article(body: [.paragraph([.text("We follow the vote.")]), .liveEntry(entry)])
        let whole = try value(article, "jsonld")
        #expect(whole["@type"]?.string == "LiveBlogPosting")
        #expect(whole["articleBody"]?.string == "We follow the vote.")
        #expect(whole["liveBlogUpdate"]?.array?.first?["articleBody"]?.string == "The polls are closed.")
        let inPage = try JSONParser().parse(ArticleJSONLD.script(for: article))
        #expect(inPage["articleBody"] == nil)
        #expect(inPage["liveBlogUpdate"]?.array?.first?["headline"]?.string == "Polls close")
        #expect(inPage["liveBlogUpdate"]?.array?.first?["articleBody"] == nil)
    }

    // MARK: Pandoc

    private func note(_ id: String) -> Inline { .footnoteReference(id: id) }
    private func text(_ words: String) -> [Block] { [.paragraph([.text(words)])] }

    @Test func `a note stands where it is referred to`() throws {
        let article = Article(body: [.paragraph([.text("A"), note("x")]), .footnote(id: "x", text("Note"))])
        let blocks = try value(article, "pandoc")["blocks"]?.array
        #expect(blocks?.count == 1)
        #expect(blocks?.first?["c"]?.array?.last?["t"]?.string == "Note")
    }

    @Test func `notes that two places refer to are a list with links to it`() throws {
        let twice: [Block] = [
            .paragraph([.text("A"), note("x"), note("y"), note("x")]), .footnote(id: "y", text("Y")),
            .footnote(id: "x", text("X")),
        ]
        let nested: [Block] = [
            .paragraph([note("x")]), .footnote(id: "x", [.paragraph([.text("See"), note("y")])]),
            .footnote(id: "y", text("Y")),
        ]
        for body in [twice, nested] {
            let blocks = try value(Article(body: body), "pandoc")["blocks"]?.array
            #expect(blocks?.map { $0["t"]?.string } == ["Para", "OrderedList"])
            let text = String(decoding: try write([Article(body: body)], to: "pandoc").bytes, as: UTF8.self)
            #expect(!text.contains("\"Note\""))
            #expect(text.contains("#fn-2") && text.contains("\"fn-2\""))
        }
    }

    // MARK: JSON Feed

    @Test func `a feed read again gives the metadata that it was written from`() throws {
        var (diagnostics, again) = (Diagnostics(), [Article]())
        let bytes = try write([SampleArticles.everything], to: "jsonfeed").bytes
        let pipeline = try ConversionPipeline(registry: PluginRegistry([JSONPlugin()]))
        again = try pipeline.read(Source(bytes, name: "a.feed.json"), reporting: &diagnostics)
        let (read, written) = (try #require(again.first).metadata, SampleArticles.everything.metadata)
        #expect(read.title.best == written.title.best)
        #expect(read.subtitle.best == written.subtitle.best)
        #expect(read.authors.best == written.authors.best)
        #expect(read.published.best == written.published.best)
        #expect(read.publisher.best == written.publisher.best)
        #expect(read.tags.best == written.tags.best)
        #expect(read.sections.best == written.sections.best)
        #expect(read.images.best == written.images.best)
        #expect(read.url.best == written.url.best)
        #expect(diagnostics.all.isEmpty)
    }

    @Test func `two items never have one name`() throws {
        let article = Self.article { $0.url.add("https://sample.example/a", from: $1) }
        let feed = try JSONParser().parse(try write([article, article], to: "jsonfeed").bytes)
        let names = feed["items"]?.array?.map { $0["id"]?.string }
        #expect(names == ["https://sample.example/a", "https://sample.example/a#2"])
    }

    @Test func `a feed has the title that was asked for`() throws {
        let bytes = try write([Article()], to: "jsonfeed", options: ["json.feed-title": "Harbour news"]).bytes
        #expect(try JSONParser().parse(bytes)["title"]?.string == "Harbour news")
    }
}

/// The pandoc of this machine, where there is one.
private enum Pandoc {
    static var path: String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { "\($0)/pandoc" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    static func run(_ path: String, _ arguments: [String], _ input: [UInt8]) throws -> [UInt8] {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(input).write(to: file)
        let (process, output) = (Process(), Pipe())
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments + [file.path]
        process.standardOutput = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Array(bytes)
    }
}
