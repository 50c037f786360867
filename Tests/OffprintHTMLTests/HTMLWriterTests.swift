import Foundation
import Offprint
import OffprintHTML
import OffprintTesting
import Testing

@Suite struct `Writing a page` {
    private static func page(_ article: Article, options: [String: String] = [:]) throws -> String {
        var diagnostics = Diagnostics()
        let pipeline = try ConversionPipeline(registry: PluginRegistry([HTMLPlugin()]), options: options)
        let made = try pipeline.write([WriteRequest.Entry(article)], to: "html", reporting: &diagnostics)
        return String(decoding: made.bytes, as: UTF8.self)
    }

    private static func read(_ page: String) throws -> Article {
        var diagnostics = Diagnostics()
        let pipeline = try ConversionPipeline(registry: PluginRegistry([HTMLPlugin()]))
        return try pipeline.read(Source(Array(page.utf8), name: "page.html"), as: "html", reporting: &diagnostics)[0]
    }

    @Test func `a title that the body opens with stands once`() throws {
        var article = Article(body: [.heading(level: 1, [.text("The  pier")]), .paragraph([.text("Go.")])])
        article.metadata.title.add("The pier", from: Self.user)
        let page = try Self.page(article)
        #expect(page.contains("<h1>The pier</h1>") && !page.contains("<h2>"))
    }

    // MARK: Round trip

    private static let user = Origin(.user, at: "test")

    private static func metadata(_ title: String, language: String, _ direction: Direction) -> Metadata {
        var metadata = Metadata()
        metadata.title.add(title, from: user)
        metadata.authors.add(
            [Contributor("Ada Marsh", kind: .person), Contributor("Ben Field", kind: .person)],
            from: user
        )
        if let date = Timestamp(iso8601: "2024-05-06T10:00:00+02:00") { metadata.published.add(date, from: user) }
        if let date = Timestamp(iso8601: "2024-05-07T08:30:00+02:00") { metadata.modified.add(date, from: user) }
        metadata.language.add(language, from: user)
        metadata.direction.add(direction, from: user)
        metadata.publisher.add(Organization("The Daily Sample"), from: user)
        metadata.url.add("https://sample.example/bridge", from: user)
        metadata.kind.add(.opinion, from: user)
        metadata.access.add(.free, from: user)
        return metadata
    }

    private static var articles: [Article] {
        var english = metadata("Harbour bridge reopens", language: "en", .leftToRight)
        english.subtitle.add("Ferries go back to their old timetable after two years", from: user)
        english.kicker.add("Traffic", from: user)
        english.byline.add("By Ada Marsh and Ben Field", from: user)
        english.description.add("The bridge carries traffic again, & \"nobody\" knows why.", from: user)
        english.tags.add([Tag("bridges"), Tag("ferries")], from: user)
        english.sections.add(["Local"], from: user)
        english.rights.add("© The Daily Sample", from: user)
        let picture = ImageReference(url: "https://sample.example/bridge.jpg", alternativeText: "A bridge")
        english.images.add([Picture(picture)], from: user)
        let body: [Block] = [
            .paragraph([
                .text("The harbour bridge opened on Monday for the first time in two years, and "),
                .link([.text("the council")], target: "https://council.example/"), .text(" says that it will stay so."),
                .footnoteReference(id: "n"),
            ]),
            .figure(
                Figure(images: [picture], caption: [.text("The bridge on Monday morning.")], credit: "Photo: C. Wells")
            ),
            .heading(level: 2, [.text("What it cost")]),
            .paragraph([
                .text("The steel alone came to nine million, "), .emphasis([.text("twice")]), .text(" the plan."),
            ]),
            .list(ItemList(.bullet, items: [ItemList.Item([.paragraph([.text("Steel, forty tonnes of it")])])])),
            .quote(
                [.paragraph([.text("It is a good bridge, and it will carry all of us.")])],
                attribution: [.text("Ida Holm")]
            ),
            .paragraph([.text("The ferry will go on for the summer, the harbour master said on Tuesday evening.")]),
            .footnote(id: "n", [.paragraph([.text("Minutes of the council, page nine.")])]),
        ]
        let arabic =
            "فُتح جسر الميناء أمام المارة صباح يوم الاثنين للمرة الأولى منذ عامين، وقالت البلدية إنه سيبقى مفتوحا."
        let japanese = "港の橋が月曜日の朝、二年ぶりに開通した。市の担当者は、夏の間は渡し船の運航も続けると説明している。"
        return [
            Article(metadata: english, body: body),
            Article(
                metadata: metadata("جسر الميناء يفتح من جديد", language: "ar", .rightToLeft),
                body: [.paragraph([.text(arabic)]), .paragraph([.text(arabic + " " + arabic)])]
            ),
            Article(
                metadata: metadata("港の橋が二年ぶりに開通", language: "ja", .leftToRight),
                body: [.paragraph([.text(japanese)]), .paragraph([.text(japanese + japanese)])]
            ),
        ]
    }

    @Test(arguments: 0..<3) func `is read back as the article that it was`(index: Int) throws {
        let article = Self.articles[index]
        let again = try Self.read(try Self.page(article))
        let (one, two) = (article.metadata, again.metadata)
        #expect(two.title.best == one.title.best)
        #expect(two.subtitle.best == one.subtitle.best)
        #expect(two.kicker.best == one.kicker.best)
        #expect(two.authors.best?.map(\.name) == one.authors.best?.map(\.name))
        #expect(two.published.best == one.published.best)
        #expect(two.modified.best == one.modified.best)
        #expect(two.language.best == one.language.best)
        #expect(two.direction.best == one.direction.best)
        #expect(two.description.best == one.description.best)
        #expect(two.publisher.best?.name == one.publisher.best?.name)
        #expect(two.url.best == one.url.best)
        #expect(two.tags.best?.map(\.name) == one.tags.best?.map(\.name))
        #expect(two.sections.best == one.sections.best)
        #expect(two.kind.best == one.kind.best)
        #expect(two.access.best == one.access.best)
        #expect(two.rights.best == one.rights.best)
        #expect(two.images.best?.map(\.image.url) == one.images.best?.map(\.image.url))
        // A standfirst counts among the text of a page, and is kept there too.
        let text = [one.subtitle.best, article.body.plainText].compactMap(\.self).joined(separator: "\n\n")
        #expect(again.body.plainText == text)
    }

    @Test func `written and read, it is written as the same page`() throws {
        var article = Self.articles[0]
        article.metadata.subtitle = Metadata().subtitle
        let page = try Self.page(article)
        let again = try Self.page(try Self.read(page))
        let (first, second) = (page.split(separator: "\n"), again.split(separator: "\n"))
        // Where the reader takes a claim of the page for better, as of the names in a byline, the head may say it twice.
        #expect(first.drop { $0 != "<body>" } == second.drop { $0 != "<body>" })
    }

    // MARK: The page

    @Test(arguments: [
        "<!DOCTYPE html>", "<html lang=\"en\" dir=\"ltr\">", "<meta charset=\"utf-8\">",
        "<title>Harbour bridge reopens</title>", "<link rel=\"canonical\" href=\"https://sample.example/bridge\">",
        "<meta name=\"author\" content=\"Ben Field\">", "<meta name=\"keywords\" content=\"bridges, ferries\">",
        "<meta name=\"description\" content=\"The bridge carries traffic again, &amp; &quot;nobody&quot; knows why.\">",
        "<meta property=\"og:site_name\" content=\"The Daily Sample\">",
        "<meta property=\"article:published_time\" content=\"2024-05-06T10:00:00+02:00\">",
        "<meta property=\"article:section\" content=\"Local\">", "<script type=\"application/ld+json\">{\"@context\"",
        "<p class=\"kicker\">Traffic</p>", "<h1>Harbour bridge reopens</h1>",
        "<p class=\"byline\">By Ada Marsh and Ben Field</p>",
        "<time datetime=\"2024-05-06T10:00:00+02:00\">2024-05-06 10:00</time>", "<h2>What it cost</h2>",
        "<img src=\"https://sample.example/bridge.jpg\" alt=\"A bridge\">", "role=\"doc-noteref\"",
        "<p class=\"rights\">© The Daily Sample</p>", "color-scheme: light dark",
    ])
    func `says what is known`(line: String) throws {
        let page = try Self.page(Self.articles[0])
        #expect(page.contains(line))
        #expect(!page.contains("/>") && !page.contains("xml:lang") && !page.contains("epub:"))
    }

    @Test(
        arguments: [
            (PublicationStatus.canceled, nil, "Canceled by its publisher: not for use."),
            (.withheld, nil, "Withheld by its publisher: not for use."),
            (.embargoed, "2024-05-06T12:00:00Z", "Embargoed until 2024-05-06T12:00:00Z."),
            (.usable, nil, nil),
        ] as [(PublicationStatus, String?, String?)]
    )
    func `says when it is not for use`(status: PublicationStatus, embargo: String?, notice: String?) throws {
        var article = Self.articles[0]
        article.metadata.status.add(status, from: Self.user)
        if let date = embargo.flatMap({ Timestamp(iso8601: $0) }) {
            article.metadata.embargo.add(date, from: Self.user)
        }
        let page = try Self.page(article)
        #expect(page.contains("class=\"notice\"") == (notice != nil))
        if let notice { #expect(page.contains(">\(notice)</p>")) }
    }

    @Test func `shows images from where it is asked to`() throws {
        let gif: [UInt8] = Array("GIF89a".utf8) + [1, 0, 1, 0, 0, 0, 0, 0x3B]
        let (url, id) = ("https://sample.example/a.gif", Resource.ID(rawValue: "https://sample.example/a.gif"))
        var article = Article(body: [
            .figure(Figure(images: [ImageReference(url: url, alternativeText: "A quay")])),
            .figure(Figure(images: [ImageReference(resource: "held", alternativeText: "A pier")])),
            .figure(Figure(images: [ImageReference(resource: "script", alternativeText: "A drawing")])),
        ])
        article.resources = [
            id: Resource(id: id, location: .bytes(gif)), "held": Resource(id: "held", location: .bytes(gif)),
            "script": Resource(
                id: "script",
                mediaType: "image/png",
                location: .bytes(Array("<svg onload='alert(1)'/>".utf8))
            ),
        ]
        func sources(_ value: String) throws -> [String] {
            try Self.page(article, options: ["html.images": value]).components(separatedBy: "<img src=\"").dropFirst()
                .map {
                    String($0.prefix { $0 != "\"" }.prefix(20))
                }
        }
        #expect(try sources("link") == [String(url.prefix(20)), "data:image/gif;base6"])
        #expect(try sources("embed") == ["data:image/gif;base6", "data:image/gif;base6"])
        #expect(try sources("no") == [])
    }

    @Test func `passes a strict parser, whatever the article holds`() throws {
        guard let python = Self.python else { return }
        var articles = SampleArticles.all.map(\.article) + Self.articles
        var generator = ArticleGenerator(seed: 11)
        for _ in 0..<60 { articles.append(generator.article()) }
        let folder = FileManager.default.temporaryDirectory.appending(path: "offprint-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (index, article) in articles.enumerated() {
            try Data(try Self.page(article).utf8).write(to: folder.appending(path: "\(index).html"))
        }
        let script = """
            import glob, html5lib, sys
            for name in sorted(glob.glob(sys.argv[1] + "/*.html")):
                parser = html5lib.HTMLParser()
                parser.parse(open(name, "rb").read())
                # Characters that are none are the article's own.
                errors = [error for error in parser.errors if error[1] != "invalid-codepoint"]
                if errors: print(name, errors[:3])
            """
        let process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = ["-c", script, folder.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let out = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(out == "")
    }

    /// A Python with the package `html5lib`.
    private static let python: String? = {
        let environment = ProcessInfo.processInfo.environment
        let tools = environment["OFFPRINT_TOOLS"] ?? (environment["HOME"] ?? "") + "/.cache/offprint-tools"
        let manager = FileManager.default
        let libraries = (try? manager.contentsOfDirectory(atPath: tools + "/lib")) ?? []
        let isThere = libraries.contains { manager.fileExists(atPath: "\(tools)/lib/\($0)/site-packages/html5lib") }
        return isThere ? tools + "/bin/python" : nil
    }()
}
