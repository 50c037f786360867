import Offprint
import OffprintArchive
import OffprintEPUB

/// A book that was written, and its files.
struct Written {
    let bytes: [UInt8]
    let zip: ZipReader
    let diagnostics: Diagnostics

    init(
        _ entries: [WriteRequest.Entry],
        options: [String: String] = [:],
        files: [String: [UInt8]] = [:],
        moment: Timestamp? = nil
    ) throws {
        let values = OptionValues(
            declared: EPUBPlugin().options,
            given: options,
            files: files.mapValues { [OptionFile(name: "file", bytes: $0)] }
        )
        var diagnostics = Diagnostics()
        let request = WriteRequest(entries, options: values, moment: moment)
        bytes = try EPUBWriter().write(request, reporting: &diagnostics).bytes
        zip = try ZipReader(bytes)
        self.diagnostics = diagnostics
    }

    init(
        _ article: Article,
        options: [String: String] = [:],
        files: [String: [UInt8]] = [:],
        moment: Timestamp? = nil
    ) throws {
        try self.init([WriteRequest.Entry(article)], options: options, files: files, moment: moment)
    }

    func file(_ name: String) throws -> String { String(decoding: try zip.read("EPUB/\(name)"), as: UTF8.self) }
    var package: String { get throws { try file("package.opf") } }
    var page: String { get throws { try file("article-1.xhtml") } }
}

let origin = Origin(.formatField, at: "test")

func text(_ text: String) -> [Inline] { [.text(text)] }

func paragraph(_ words: String) -> Block { .paragraph(text(words)) }

/// A black PNG, made from its parts.
func png(width: Int = 2, height: Int = 1) -> [UInt8] {
    func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
        let named = Array(name.utf8) + data
        return bigEndian(UInt32(data.count)) + named + bigEndian(CRC32.of(named))
    }
    let rows = [UInt8](repeating: 0, count: (1 + width) * height)
    // Adler-32 of zeros: the first sum stays 1, the second counts them.
    let packed = [0x78, 0x9C] + Deflate.compress(rows) + bigEndian(UInt32(rows.count % 65_521) << 16 | 1)
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        + chunk("IHDR", bigEndian(UInt32(width)) + bigEndian(UInt32(height)) + [8, 0, 0, 0, 0]) + chunk("IDAT", packed)
        + chunk("IEND", [])
}

private func bigEndian(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> UInt32($0)) }
}

/// A drawing of a rectangle with these attributes, and a gradient `a`.
func drawing(_ attributes: String) -> [UInt8] {
    Array(
        ("<svg xmlns=\"http://www.w3.org/2000/svg\"><linearGradient id=\"a\"/>"
            + "<rect width=\"5\" height=\"5\" \(attributes)/></svg>").utf8
    )
}

/// A JPEG up to its frame header, and what follows that.
func jpeg(scan: [UInt8]) -> [UInt8] {
    [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 11, 8, 0, 9, 0, 9, 1, 1, 0x11, 0] + scan
}

let svg = """
    <?xml version="1.0" encoding="UTF-8"?>
    <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">
    <defs><rect id="r" width="5" height="5"/></defs><use xlink:href="#r"/></svg>
    """

enum Samples {
    /// An article with all that metadata can hold.
    static func full(_ title: String = "The river & the town", url: String = "https://news.example/river") -> Article {
        var article = Article(body: [.paragraph(text("The river rose."), role: .lead), paragraph("It fell again.")])
        article.metadata.title.add(title, from: origin)
        article.metadata.subtitle.add("A night of sandbags", from: origin)
        article.metadata.kicker.add("Floods", from: origin)
        article.metadata.authors.add(
            [Contributor("Ann van der Lee", kind: .person), Contributor("Town Desk", kind: .organization)],
            from: origin
        )
        article.metadata.contributors.add([Contributor("Jo Ray", role: "Photo")], from: origin)
        article.metadata.published.add(timestamp("2024-05-06T10:00:00+02:00"), from: origin)
        article.metadata.modified.add(timestamp("2024-05-07T01:00:00+02:00"), from: origin)
        article.metadata.language.add("en", from: origin)
        article.metadata.description.add("What the water did.", from: origin)
        article.metadata.publisher.add(Organization("The Daily Example"), from: origin)
        article.metadata.agencies.add([Organization("Wire")], from: origin)
        article.metadata.url.add(url, from: origin)
        article.metadata.tags.add([Tag("Floods"), Tag("Rivers")], from: origin)
        article.metadata.sections.add(["World"], from: origin)
        article.metadata.rights.add("© The Daily Example", from: origin)
        article.metadata.places.add(["Riverton"], from: origin)
        return article
    }

    static func timestamp(_ text: String) -> Timestamp {
        Timestamp(iso8601: text) ?? Timestamp(secondsSinceEpoch: 0) ?? full().metadata.published.all[0].value
    }

    static func arabic() -> Article {
        var article = Article(body: [
            paragraph("ارتفع منسوب النهر ليلا ثم انخفض مع C++."), .heading(level: 2, text("بعد الليل")),
            .list(ItemList(.number(start: 2), items: [.init([paragraph("أول")]), .init([paragraph("ثان")])])),
            .table(Table(head: [[.init([paragraph("اسم")])]], bodies: [[[.init([paragraph("١")])]]])),
        ])
        article.metadata.title.add("النهر والمدينة", from: origin)
        article.metadata.authors.add([Contributor("ليلى حداد", kind: .person)], from: origin)
        article.metadata.language.add("ar", from: origin)
        article.metadata.direction.add(.rightToLeft, from: origin)
        article.metadata.url.add("https://news.example/ar/نهر", from: origin)
        article.metadata.published.add(timestamp("2024-05-06"), from: origin)
        return article
    }

    /// One of each block, and of each inline in its first paragraph.
    static func everything() -> Article {
        var article = full("Everything", url: "https://news.example/everything")
        article.resources = [
            "p": Resource(id: "p", location: .bytes(png())), "v": Resource(id: "v", location: .bytes(Array(svg.utf8))),
            "r": Resource(id: "r", location: .remote(url: "https://news.example/r.jpg")),
        ]
        article.body = [.paragraph(inlines)] + blocks
        return article
    }

    static let inlines: [Inline] = [
        .text("Text "), .emphasis(text("e")), .strong(text("s")), .strikethrough(text("x")), .superscript(text("2")),
        .subscript(text("3")), .code("c"), .link(text("link"), target: "https://a.example/?q=a b&c", title: "T"),
        .image(ImageReference(resource: "v", alternativeText: "")), .lineBreak, .footnoteReference(id: "n"),
        .footnoteReference(id: "n"), .math(Math(.mathML, "<math><msup><mi>c</mi><mn>2</mn></msup></math>")),
        .math(Math(.tex, "a^2")), .quoted(text("q")), .cite(text("Work")),
        .ruby(base: text("漢"), annotation: text("kan")),
        .span(text("Grüße"), language: "de", direction: .leftToRight), .span(text("سلام"), direction: .rightToLeft),
        .custom(Custom(name: "badge", fallback: text("badge"))),
    ]

    static let blocks: [Block] = [
        .paragraph(text("Why?"), role: .question), .heading(level: 4, text("First")),
        .heading(level: 2, text("Second")),
        .list(
            ItemList(
                .bullet,
                items: [
                    .init([paragraph("one"), .list(ItemList(.number(start: 0), items: [.init([paragraph("a")])]))])
                ]
            )
        ),
        .list(
            ItemList(
                .bullet,
                isTight: false,
                items: [.init([paragraph("done")], isDone: true), .init([], isDone: false)]
            )
        ),
        .quote([paragraph("Said.")], attribution: text("Ann")),
        .pullQuote([paragraph("Loud.")], attribution: text("Lee")),
        .code("let a = 1 < 2", language: "swift"),
        .table(
            Table(
                caption: text("Levels"),
                columns: [.left, .right],
                head: [[.init([]), .init([paragraph("H")])]],
                bodies: [
                    [
                        [
                            .init([paragraph("r")], isHeader: true, rowSpan: 9),
                            .init([paragraph("d"), paragraph("e")], columnSpan: 40),
                        ], [.init([.list(ItemList(.bullet, items: [.init([paragraph("i")])]))])],
                    ]
                ],
                foot: [[.init([paragraph("f")], columnSpan: 2, alignment: .center)]]
            )
        ),
        .figure(
            Figure(
                images: [ImageReference(resource: "p", alternativeText: "A dam", width: 2, height: 1)],
                caption: text("The dam"),
                credit: "Lee"
            )
        ),
        .figure(
            Figure(images: [ImageReference(url: "https://news.example/r.jpg", resource: "r", alternativeText: "Far")])
        ),
        .figure(Figure(caption: text("Words alone"), credit: "Lee")),
        .embed(Embed(.video, url: "https://v.example/1", title: "A talk")),
        .embed(Embed(.post, fallback: [paragraph("A post.")])),
        .aside(Aside(.factBox, title: text("Facts"), content: [paragraph("One fact.")])),
        .liveEntry(
            LiveEntry(
                time: timestamp("2024-05-06T10:00"),
                title: text("Now"),
                author: "Ann",
                content: [paragraph("It began.")]
            )
        ),
        .definitionList([
            Definition(term: text("Term"), meanings: [[paragraph("m")], []]),
            Definition(term: text("Alone"), meanings: []),
        ]),
        .thematicBreak,
        .math(Math(.mathML, "<math><mfrac><mi>a</mi><mi>b</mi></mfrac></math>", alternativeText: "a over b")),
        .math(Math(.tex, "x")), .footnote(id: "n", [paragraph("The note.")]),
        .footnote(id: "unused", [paragraph("Another.")]),
        .custom(Custom(name: "poll", fallback: [paragraph("Vote.")])),
    ]

    /// Whatever a hostile page may put where.
    static func hostile() -> Article {
        let evil = "]]></dc:title><script>alert(1)</script>\u{0}\u{8}\u{B}\u{FFFE}\u{1B}[31m \"'&"
        var article = full(evil, url: "javascript:alert(1)")
        article.metadata.description.add(" \u{0} ", from: Origin(.user, at: "x"))
        article.metadata.language.add("x\" onload=\"y", from: Origin(.user, at: "x"))
        article.metadata.authors.add(
            [Contributor("  "), Contributor(evil, kind: .person)],
            from: Origin(.user, at: "x")
        )
        article.metadata.tags.add([Tag(""), Tag(evil)], from: Origin(.user, at: "x"))
        article.resources = [
            "../../etc/passwd": Resource(
                id: "../../etc/passwd",
                mediaType: "image/png",
                location: .bytes(Array("<html>".utf8))
            ),
            "s": Resource(
                id: "s",
                mediaType: "image/svg+xml",
                location: .bytes(Array(svg.replacing("<defs>", with: "<script>x</script><defs>").utf8))
            ),
            "f": Resource(id: "f", location: .file(path: "/etc/passwd")),
        ]
        let targets = [
            "javascript:alert(1)", "java\nscript:x", "data:text/html,<script>", "vbscript:x", "https://a b/", "#gone",
            "", "x.html",
            "https://a.example/\u{0}<>\"{}|\\^`[]%zz ü", "https://[::1]:99/", "https://u:p@h.example/", "mailto:a b@c",
            "tel:+1 2",
            "https://a_b.example/x", "https://münchen.example/ö", "https://\u{202E}.example/",
            "https://a.example:99999/",
        ]
        article.body = [
            .heading(level: 6, text(evil)), .heading(level: -4, text("low")),
            .paragraph(targets.flatMap { [.link(text(evil), target: $0, title: evil), .text(" ")] }),
            .figure(
                Figure(
                    images: ["../../etc/passwd", "s", "f", "none"].map {
                        ImageReference(
                            url: "data:image/png;base64,x",
                            resource: Resource.ID(rawValue: $0),
                            alternativeText: evil,
                            width: -1
                        )
                    },
                    caption: text(evil),
                    credit: evil
                )
            ),
            .paragraph([
                .footnoteReference(id: evil),
                .link(
                    [.link(text("in"), target: "https://b.example/"), .footnoteReference(id: evil)],
                    target: "https://a.example/"
                ), .math(Math(.mathML, "<math><mi>\(evil)</mi></math>", alternativeText: evil)),
                .span(text(evil), language: evil),
                .ruby(base: [.ruby(base: text("b"), annotation: text(evil))], annotation: text("c")),
            ]),
            .footnote(id: evil, [paragraph(evil)]), .footnote(id: evil, []), .code(evil, language: evil),
            .math(Math(.tex, evil)),
            .embed(Embed(.other, url: evil, title: evil)), .list(ItemList(.number(start: .max), items: [.init([])])),
            .list(ItemList(.bullet, items: [])), .definitionList([Definition(term: [], meanings: [[paragraph(evil)]])]),
            .table(Table(caption: text(evil), bodies: [[[.init([], columnSpan: 9_999, rowSpan: 9_999)], []], []])),
            .table(Table()), .figure(Figure()),
            .aside(Aside(content: [])), .liveEntry(LiveEntry(content: [])), .quote([]), .pullQuote([]),
            .custom(Custom(name: evil)),
        ]
        return article
    }

    static func digest() -> [WriteRequest.Entry] {
        [
            .init(full("First", url: "https://news.example/1"), group: "World"),
            .init(arabic(), group: "City & <Town>"),
            .init(full("Third", url: "https://news.example/3"), group: "World"),
        ]
    }
}
