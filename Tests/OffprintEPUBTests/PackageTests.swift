import Offprint
import OffprintArchive
import OffprintEPUB
import Testing

@Suite struct PackageTests {
    @Test func `the type comes first, stored and without an extra field`() throws {
        let book = try Written(Samples.full())
        #expect(Array(book.bytes[30..<58]) == Array("mimetypeapplication/epub+zip".utf8))
        #expect(book.bytes[28] == 0 && book.zip.entries[0].isStored)
        let files = book.zip.entries.map(\.name).filter { !$0.hasPrefix("EPUB/images/") }
        #expect(
            files == [
                "mimetype", "META-INF/container.xml", "EPUB/package.opf", "EPUB/nav.xhtml", "EPUB/toc.ncx",
                "EPUB/style.css", "EPUB/cover.xhtml", "EPUB/article-1.xhtml",
            ]
        )
    }

    @Test(arguments: [
        "<dc:identifier id=\"identifier\">urn:uuid:fac7c255-1c4a-5feb-82c0-48f4358d2b7e</dc:identifier>",
        "<dc:title id=\"title\">The river &amp; the town</dc:title>",
        "<meta property=\"title-type\" refines=\"#title\">main</meta>",
        "<dc:title id=\"subtitle\">A night of sandbags</dc:title>",
        "<meta property=\"title-type\" refines=\"#subtitle\">subtitle</meta>", "<dc:language>en</dc:language>",
        "<dc:creator id=\"creator-1\">Ann van der Lee</dc:creator>",
        "<meta property=\"role\" refines=\"#creator-1\" scheme=\"marc:relators\">aut</meta>",
        "<meta property=\"file-as\" refines=\"#creator-1\">van der Lee, Ann</meta>",
        "<meta property=\"file-as\" refines=\"#creator-2\">Town Desk</meta>",
        "<dc:contributor id=\"contributor-3\">Jo Ray</dc:contributor>",
        "<meta property=\"role\" refines=\"#contributor-3\" scheme=\"marc:relators\">pht</meta>",
        "<meta property=\"file-as\" refines=\"#contributor-3\">Jo Ray</meta>",
        "<dc:publisher>The Daily Example</dc:publisher>", "<dc:date>2024-05-06T10:00:00+02:00</dc:date>",
        "<dc:description>What the water did.</dc:description>", "<dc:subject>World</dc:subject>",
        "<dc:subject>Rivers</dc:subject>",
        "<dc:rights>© The Daily Example</dc:rights>", "<dc:source>https://news.example/river</dc:source>",
        "<meta property=\"dcterms:modified\">2024-05-06T23:00:00Z</meta>",
        "<spine toc=\"ncx\" page-progression-direction=\"ltr\">", "xml:lang=\"en\" dir=\"ltr\"",
        "<meta property=\"schema:accessMode\">textual</meta>",
        "<meta property=\"schema:accessModeSufficient\">textual</meta>",
        "<meta property=\"schema:accessibilityHazard\">none</meta>",
    ])
    func `the package says what is known`(line: String) throws {
        #expect(try Written(Samples.full()).package.contains(line))
    }

    @Test func `nothing empty is written for what is not known`() throws {
        let package = try Written(Article(body: [paragraph("Text.")])).package
        for name in ["creator", "description", "publisher", "date", "subject", "rights", "source", "contributor"] {
            #expect(!package.contains("<dc:\(name)"))
        }
        #expect(package.contains("<dc:title id=\"title\">Untitled</dc:title>"))
        #expect(package.contains("<dc:language>und</dc:language>"))
        #expect(package.contains("2000-01-01T00:00:00Z"))
        #expect(!package.contains("></meta>"))
    }

    @Test func `the identifier follows from the address, else from the content`() throws {
        func identifier(_ article: Article) throws -> String {
            try String(Written(article).package.split(separator: "urn:uuid:")[1].prefix(36))
        }
        // What Python's uuid.uuid5(uuid.NAMESPACE_URL, …) gives.
        #expect(try identifier(Samples.full()) == "fac7c255-1c4a-5feb-82c0-48f4358d2b7e")
        #expect(try identifier(Samples.full("Another title")) == identifier(Samples.full()))
        #expect(try identifier(Article(body: [paragraph("a")])) == identifier(Article(body: [paragraph("a")])))
        #expect(try identifier(Article(body: [paragraph("a")])) != identifier(Article(body: [paragraph("b")])))
        #expect(try Written(Samples.full()).file("toc.ncx").contains("urn:uuid:" + identifier(Samples.full())))
    }

    @Test func `two runs give the same bytes`() throws {
        #expect(try Written(Samples.everything()).bytes == Written(Samples.everything()).bytes)
        #expect(try Written(Samples.digest()).bytes == Written(Samples.digest()).bytes)
    }

    @Test func `a given moment dates the book, in UTC`() throws {
        let moment = Samples.timestamp("2026-01-01T00:30:15.5+01:00")
        #expect(try Written(Samples.full(), moment: moment).package.contains(">2025-12-31T23:30:15Z<"))
    }

    @Test func `properties are declared exactly when used`() throws {
        let rich = try Written(Samples.everything()).package
        #expect(rich.contains("href=\"article-1.xhtml\" media-type=\"application/xhtml+xml\" properties=\"mathml\"/>"))
        #expect(!rich.contains("remote-resources") && !rich.contains("\"svg\""))
        #expect(!(try Written(Samples.full()).package.contains("properties=\"mathml\"")))
    }

    @Test func `claims of accessibility are true`() throws {
        func claims(_ alternatives: [String?]) throws -> String {
            var article = Samples.full()
            article.resources = ["p": Resource(id: "p", location: .bytes(png()))]
            article.body = alternatives.map {
                .figure(Figure(images: [ImageReference(resource: "p", alternativeText: $0)]))
            }
            return try Written(article).package
        }
        #expect(try claims(["A dam", ""]).contains(">alternativeText<"))
        #expect(try claims(["A dam", ""]).contains("accessModeSufficient\">textual<"))
        #expect(try !claims(["A dam", nil]).contains(">alternativeText<"))
        #expect(try !claims(["A dam", nil]).contains("accessModeSufficient\">textual<"))
        #expect(try !claims([]).contains(">alternativeText<"))
        #expect(try !claims([]).contains(">visual<"))
        #expect(try !claims([]).contains("conformsTo"))
    }

    @Test func `who is known to have taken part is the creator where nobody says who wrote`() throws {
        var article = Samples.full()
        article.metadata.authors = Metadata().authors
        let found = [Contributor("Jo Ray"), Contributor("Al", role: "Foto")]
        article.metadata.contributors.add(found, from: Origin(.user, at: "x"))
        let package = try Written(article).package
        #expect(package.contains("<dc:creator id=\"creator-1\">Jo Ray</dc:creator>"))
        #expect(!package.contains(">aut<"))
        #expect(package.contains("<dc:contributor id=\"contributor-2\">Al</dc:contributor>"))
        article.metadata.contributors = Metadata().contributors
        #expect(try Written(article).package.contains("<dc:creator id=\"creator-1\">The Daily Example</dc:creator>"))
    }

    @Test func `what may not be used says so on its page and in the package`() throws {
        var article = Samples.full()
        article.metadata.status.add(.embargoed, from: origin)
        article.metadata.embargo.add(Samples.timestamp("2030-01-01T00:00:00Z"), from: origin)
        let book = try Written(article)
        #expect(try book.package.contains("<meta property=\"schema:creativeWorkStatus\">embargoed</meta>"))
        #expect(try book.package.contains("<meta property=\"dcterms:available\">2030-01-01T00:00:00Z</meta>"))
        #expect(try book.page.contains("Embargoed until 2030-01-01T00:00:00Z"))
        #expect(!(try Written(Samples.full()).package.contains("creativeWorkStatus")))
    }

    @Test func `a digest has sections in order, and its articles within them`() throws {
        let book = try Written(Samples.digest(), options: ["title": "The Week"])
        let navigation = try book.file("nav.xhtml").split(separator: "\n").joined()
        #expect(
            navigation.contains(
                "<h1 id=\"toc-title\">The Week</h1><ol><li><span>World</span><ol>"
                    + "<li><a href=\"article-1.xhtml\">First</a></li><li><a href=\"article-2.xhtml\">Third</a></li></ol></li>"
                    + "<li><span>City &amp; &lt;Town&gt;</span><ol><li><a href=\"article-3.xhtml\" lang=\"ar\""
            )
        )
        #expect(navigation.contains("<a epub:type=\"bodymatter\" href=\"article-1.xhtml\">First</a>"))
        let package = try book.package
        #expect(package.contains("<dc:title id=\"title\">The Week</dc:title>"))
        #expect(package.contains("<meta property=\"belongs-to-collection\" id=\"collection\">The Week</meta>"))
        #expect(package.contains("<dc:language>en</dc:language>\n<dc:language>ar</dc:language>"))
        #expect(
            try book.file("toc.ncx").contains(
                "<navLabel><text>City &amp; &lt;Town&gt;</text></navLabel><content src=\"article-3.xhtml\"/>"
            )
        )
    }

    @Test func `a digest without a title or sections makes do`() throws {
        let articles = [
            Samples.full("A", url: "https://news.example/a"), Samples.full("B", url: "https://news.example/b"),
        ]
        let book = try Written(articles.map { WriteRequest.Entry($0) })
        #expect(try book.package.contains("<dc:title id=\"title\">The Daily Example, 2024-05-06</dc:title>"))
        #expect(try !book.file("nav.xhtml").contains("<span>"))
        let sectioned = try Written(articles.map { WriteRequest.Entry($0) }, options: ["section": "News"])
        #expect(try sectioned.file("nav.xhtml").contains("<span>News</span>"))
    }

    @Test func `a book needs an article`() {
        #expect(throws: ConversionError.self) { try Written([WriteRequest.Entry]()) }
    }

    @Test func `every declared option has a default that is taken`() throws {
        #expect(EPUBPlugin().options.map(\.name) == ["title", "section", "cover", "profile"])
        #expect(EPUBPlugin().writers.map(\.format.id) == ["epub"])
        #expect(EPUBWriter().format.capacity == .many && !EPUBWriter().format.isText)
    }
}
