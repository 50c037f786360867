import Offprint
import OffprintArchive
import OffprintEPUB
import OffprintXHTML
import Testing

@Suite struct PageTests {
    @Test(arguments: [
        "<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\" lang=\"en\" xml:lang=\"en\" dir=\"ltr\">",
        "<title>The river &amp; the town</title>", "<p class=\"kicker\">Floods</p>\n<h1>The river &amp; the town</h1>",
        "<p class=\"subtitle\">A night of sandbags</p>", "<p class=\"byline\">Ann van der Lee, Town Desk</p>",
        "<p class=\"dateline\"><time datetime=\"2024-05-06T10:00:00+02:00\">2024-05-06 10:00</time> · <span class=\"place\">Riverton</span>"
            + " · <a class=\"source\" href=\"https://news.example/river\">The Daily Example</a></p>",
        "<p class=\"lead\">The river rose.</p>", "<p class=\"credits\">Photo: Jo Ray, Wire</p>",
        "<p class=\"rights\">© The Daily Example</p>",
    ])
    func `a page says what it is, from where and by whom`(part: String) throws {
        #expect(try Written(Samples.full()).page.contains(part))
    }

    @Test func `a byline as printed stands where it names everybody`() throws {
        var article = Samples.full()
        article.metadata.byline.add("By Ann van der Lee and the Town Desk", from: origin)
        #expect(try Written(article).page.contains("<p class=\"byline\">By Ann van der Lee and the Town Desk</p>"))
        article.metadata.byline.add("By our staff", from: Origin(.user, at: "x"))
        #expect(try Written(article).page.contains("<p class=\"byline\">Ann van der Lee, Town Desk</p>"))
    }

    @Test func `a book from right to left is so on the spine and on every page`() throws {
        let book = try Written(Samples.arabic())
        #expect(try book.package.contains("page-progression-direction=\"rtl\""))
        for name in ["article-1.xhtml", "nav.xhtml"] {
            #expect(try book.file(name).contains("lang=\"ar\" xml:lang=\"ar\" dir=\"rtl\""))
        }
        var undirected = Article(body: [paragraph("متن")])
        undirected.metadata.language.add("fa-IR", from: origin)
        #expect(try Written(undirected).page.contains("lang=\"fa-IR\" xml:lang=\"fa-IR\" dir=\"rtl\""))
    }

    @Test func `all files are well formed, whatever the article holds`() throws {
        let books = [
            [WriteRequest.Entry(Samples.hostile())], [WriteRequest.Entry(Samples.everything())], Samples.digest(),
        ]
        for entries in books {
            let book = try Written(entries)
            for entry in book.zip.entries where [".opf", ".ncx", "html", ".xml"].contains(entry.name.suffix(4)) {
                let content = String(decoding: try book.zip.read(entry), as: UTF8.self)
                let document = content.replacing("<!DOCTYPE html>\n", with: "")
                #expect(StrictXML.events(of: Array(document.utf8)) != nil, "\(entry.name)")
                #expect(!content.contains("<script"), "\(entry.name)")
                #expect(!content.lowercased().contains("href=\"javascript:"), "\(entry.name)")
                #expect(!content.contains("etc/passwd\""), "\(entry.name)")
            }
        }
    }

    @Test func `an article without a title goes by its first heading, once`() throws {
        let page = try Written(Article(body: [.heading(level: 2, text("The  river")), paragraph("Text.")])).page
        #expect(page.contains("<h1>The river</h1>"))
        #expect(page.split(separator: "The ").count <= 3)
        #expect(!page.contains("<h2>"))
    }

    @Test func `headings begin below the title and skip no level`() throws {
        let page = try Written(Samples.everything()).page
        #expect(page.contains("<h2>First</h2>") && page.contains("<h2>Second</h2>"))
        #expect(!page.contains("<h4>"))
    }

    @Test func `images in the book are shown, others become words and a link with a loss`() throws {
        let book = try Written(Samples.everything(), options: ["cover": "no"])
        let page = try book.page
        let files = book.zip.entries.map(\.name).filter { $0.hasPrefix("EPUB/images/") }
        #expect(files.count == 2)
        #expect(files.contains { $0.hasSuffix(".png") } && files.contains { $0.hasSuffix(".svg") })
        for file in files { #expect(page.contains("src=\"\(file.dropFirst(5))\"")) }
        #expect(page.contains("<a href=\"https://news.example/r.jpg\">Far</a>"))
        #expect(!page.contains("src=\"http"))
        #expect(book.diagnostics.losses.map(\.code) == ["custom-inline", "image-not-embedded", "custom-block"])
    }

    @Test func `one image of two articles is kept once`() throws {
        var article = Samples.everything()
        article.metadata.title.add("Other", from: Origin(.user, at: "x"))
        let entries = [Samples.everything(), article].map { WriteRequest.Entry($0) }
        let book = try Written(entries, options: ["cover": "no"])
        #expect(book.zip.entries.count { $0.name.hasPrefix("EPUB/images/") } == 2)
    }

    @Test(arguments: [
        [UInt8](repeating: 0, count: 100), Array("\u{FEFF}<svg/>".utf8), Array(png().prefix(30)),
        [0xFF, 0xD8, 0xFF, 0xE0],
        Array("GIF89a".utf8), Array("RIFF____WEBP".utf8),
        Array("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"x\"/>".utf8),
        Array("<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"https://a.example/x\"/></svg>".utf8),
        Array("<!DOCTYPE svg [<!ENTITY a \"b\">]><svg xmlns=\"http://www.w3.org/2000/svg\">&a;</svg>".utf8),
        drawing("fill='url(#gone)'"), drawing("fill='url(#a) url(z.png)'"), drawing("fill='url( \"z.png\" )'"),
        drawing("style=\"mask-image:image-set('https://evil.example/x.png' 1x)\""),
        drawing("style='fill:ur\\6c(https://evil.example/x)'"), drawing("style='fill:URL(//evil.example/x)'"),
        drawing("style='fill:url(#a'"), drawing("style='mask:image(x.png)'"), drawing("href='#gone'"),
        jpeg(scan: []), Array(jpeg(scan: []).prefix(21)),
    ])
    func `what is not an image, or not a safe one, stays out`(bytes: [UInt8]) throws {
        var article = Samples.full()
        article.resources = ["i": Resource(id: "i", mediaType: "image/png", location: .bytes(bytes))]
        article.body = [.figure(Figure(images: [ImageReference(resource: "i", alternativeText: "What it shows")]))]
        let book = try Written(article, options: ["cover": "no"])
        #expect(try book.page.contains("<p class=\"image\">What it shows</p>"))
        #expect(!book.zip.entries.contains { $0.name.contains("images/") })
        #expect(book.diagnostics.losses.map(\.code) == ["image-not-embedded"])
    }

    @Test(arguments: [
        drawing("fill='url(#a)'"), drawing("style='fill: URL( \"#a\" ) red; mask:url(#a)'"), drawing("href='#a'"),
        drawing("transform='rotate(3)'"), jpeg(scan: [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 7]),
    ])
    func `what is harmless and whole goes in`(bytes: [UInt8]) throws {
        var article = Samples.full()
        article.resources = ["i": Resource(id: "i", location: .bytes(bytes))]
        article.body = [.figure(Figure(images: [ImageReference(resource: "i", alternativeText: "What it shows")]))]
        let book = try Written(article, options: ["cover": "no"])
        #expect(book.zip.entries.contains { $0.name.contains("images/") })
    }

    @Test(arguments: [
        ("https://news.example/a.png", "--fetch-images"), ("files/a.png", "no such file beside the page"),
        ("/a.png", "begins at a site"), ("ftp://news.example/a.png", "not an address of the web"),
    ])
    func `an image that is not there is said to be missing for a reason`(url: String, reason: String) throws {
        var article = Samples.full()
        article.body = [.figure(Figure(images: [ImageReference(url: url, alternativeText: "A lamp")]))]
        let losses = try Written(article).diagnostics.losses
        #expect(losses.contains { $0.code == "image-not-embedded" && $0.message.contains(reason) })
    }

    @Test func `the samples hold every block and every inline`() {
        let blocks = Samples.everything().body.map { block in
            switch block {
            case .paragraph: 1
            case .heading: 2
            case .list: 3
            case .quote: 4
            case .pullQuote: 5
            case .code: 6
            case .table: 7
            case .figure: 8
            case .embed: 9
            case .aside: 10
            case .liveEntry: 11
            case .definitionList: 12
            case .thematicBreak: 13
            case .math: 14
            case .footnote: 15
            case .custom: 16
            }
        }
        #expect(Set(blocks).count == 16)
        let inlines = Samples.inlines.map { inline in
            switch inline {
            case .text: 1
            case .emphasis: 2
            case .strong: 3
            case .strikethrough: 4
            case .superscript: 5
            case .subscript: 6
            case .code: 7
            case .link: 8
            case .image: 9
            case .lineBreak: 10
            case .footnoteReference: 11
            case .math: 12
            case .quoted: 13
            case .cite: 14
            case .ruby: 15
            case .span: 16
            case .custom: 17
            }
        }
        #expect(Set(inlines).count == 17)
    }

    @Test func `the style has no fixed size and no colour`() throws {
        let style = try Written(Samples.full()).file("style.css")
        for word in ["px", "pt;", "cm;", "color", "background", "font-family: s"] { #expect(!style.contains(word)) }
    }
}
