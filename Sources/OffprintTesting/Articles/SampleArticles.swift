public import Offprint

/// Articles that every writer and transform must survive.
public enum SampleArticles {
    /// All of them, each with a name for messages.
    public static var all: [(name: String, article: Article)] {
        [
            ("everything", everything), ("right to left", rightToLeft), ("hostile", hostile), ("deep", deep),
            ("empty", empty),
        ]
    }

    /// Nothing at all.
    public static let empty = Article()

    /// Every block, every inline, every role and kind, and metadata in most fields.
    public static var everything: Article {
        var metadata = Metadata()
        let origin = Origin(.user, at: "sample", line: 1)
        metadata.title.add("Harbour bridge reopens", from: origin)
        metadata.title.add("Harbour bridge reopens after repairs", from: Origin(.jsonLD, at: "$.headline"))
        metadata.subtitle.add("Ferries go back to their old timetable", from: origin)
        metadata.kicker.add("Traffic", from: origin)
        metadata.authors.add([Contributor("Ada Marsh", kind: .person, role: "Correspondent")], from: origin)
        metadata.byline.add("By Ada Marsh", from: origin)
        if let published = Timestamp(iso8601: "2024-05-06T10:00:00+02:00") {
            metadata.published.add(published, from: origin)
        }
        metadata.language.add("en", from: origin)
        metadata.direction.add(.leftToRight, from: origin)
        metadata.description.add("The bridge carries traffic again.", from: origin)
        metadata.publisher.add(Organization("The Daily Sample", url: "https://sample.example/"), from: origin)
        metadata.url.add("https://sample.example/bridge", from: origin)
        metadata.tags.add([Tag("bridges"), Tag("Port Sample", kind: .place)], from: origin)
        metadata.sections.add(["News", "Local"], from: origin)
        let picture = ImageReference(url: "https://sample.example/bridge.jpg", alternativeText: "A bridge", width: 640)
        metadata.images.add([Picture(picture, caption: "The bridge", credit: "Photo: B. Field")], from: origin)
        let resource = Resource(id: "pixel", mediaType: "image/gif", location: .bytes(pixel))
        return Article(metadata: metadata, body: flow + insets, resources: [resource.id: resource])
    }

    /// Arabic and Hebrew with a Latin name within.
    public static var rightToLeft: Article {
        var metadata = Metadata()
        metadata.title.add("فتح الجسر", from: Origin(.user, at: "sample"))
        metadata.language.add("ar", from: Origin(.user, at: "sample"))
        metadata.direction.add(.rightToLeft, from: Origin(.user, at: "sample"))
        let hebrew = Inline.span([.text("הגשר נפתח")], language: "he", direction: .rightToLeft)
        let latin = Inline.span([.text("Sample Bridge (1931)")], language: "en", direction: .leftToRight)
        return Article(
            metadata: metadata,
            body: [.paragraph([.text("فُتح "), latin, .text(" أمام المارّة.")]), .paragraph([hebrew])]
        )
    }

    /// Text that tries to be markup, or that some formats cannot hold, in each place for text.
    public static var hostile: Article {
        let text =
            "a < b && c > d \"e\" 'f' \\ ` * _ # | ]]> --> </script> &amp; \u{0}\u{1}\u{B}\u{FFFF}\u{202E}\u{FEFF}\r\n\t"
        var metadata = Metadata()
        metadata.title.add(text, from: Origin(.user, at: text))
        metadata.authors.add([Contributor(text, url: "javascript:alert(1)")], from: Origin(.user, at: text))
        metadata.url.add("not an address " + text, from: Origin(.user, at: text))
        metadata.language.add("no language", from: Origin(.user, at: text))
        let image = ImageReference(url: text, resource: "missing", alternativeText: text, title: text, width: -1)
        let cell = Table.Cell([.table(Table(head: [[]], bodies: [[[]], []]))], columnSpan: 1_000, rowSpan: 1_000)
        return Article(
            metadata: metadata,
            body: [
                .paragraph([]), .paragraph([.text(""), .text(text), .text(" "), .strong([]), .code(text), .lineBreak]),
                .heading(level: 0, [.text(text)]), .heading(level: 99, []), .code(text + "\n```\n", language: text),
                .paragraph([.link([.link([.text(text)], target: text)], target: "javascript:alert(1)", title: text)]),
                .paragraph([.image(image), .footnoteReference(id: "nowhere"), .math(Math(.mathML, "<math><mi>"))]),
                .list(ItemList(.number(start: -7), items: [ItemList.Item([]), ItemList.Item([.thematicBreak])])),
                .list(ItemList(.bullet, items: [])), .quote([]), .pullQuote([], attribution: [.text(text)]),
                .table(Table(columns: [nil, .right], bodies: [[[cell]]])), .table(Table()), .figure(Figure()),
                .figure(Figure(images: [image, image], credit: text)), .embed(Embed(.other)), .definitionList([]),
                .definitionList([Definition(term: [], meanings: [])]), .footnote(id: text, []), .footnote(id: text, []),
                .aside(Aside(.related, content: [])), .liveEntry(LiveEntry(content: [])), .math(Math(.tex, text)),
            ]
        )
    }

    /// Quotes in quotes and emphasis in emphasis, deeper than ``OffprintModel/Article/maximumDepth``.
    public static var deep: Article {
        var inlines: [Inline] = [.text("bottom")]
        var blocks: [Block] = []
        for level in 0..<Article.maximumDepth + 8 {
            inlines = level.isMultiple(of: 2) ? [.emphasis(inlines)] : [.strong(inlines)]
            blocks = blocks.isEmpty ? [.paragraph([.text("bottom")])] : [.quote(blocks)]
        }
        return Article(body: [.paragraph(inlines)] + blocks)
    }

    // MARK: Parts

    /// A word that stands in the data of the custom nodes of ``everything`` and nowhere else.
    static let customMark = "c4st0mmark"

    /// A transparent pixel.
    static let pixel: [UInt8] = [
        0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0x21, 0xF9, 4, 1, 0, 0, 0, 0,
        0x2C,
        0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B,
    ]

    private static var inlines: [Inline] {
        [
            .text("plain "), .emphasis([.text("stressed")]), .strong([.text("strong")]),
            .strikethrough([.text("gone")]),
            .superscript([.text("up")]), .subscript([.text("down")]), .code("let x = 1"),
            .link([.text("a link")], target: "https://sample.example/", title: "Sample"), .lineBreak,
            .image(ImageReference(url: "https://sample.example/i.png", alternativeText: "an icon")),
            .footnoteReference(id: "1"), .math(Math(.tex, "x^2", alternativeText: "x squared")),
            .quoted([.text("said")]), .cite([.text("A Book")]), .ruby(base: [.text("漢字")], annotation: [.text("かんじ")]),
            .span([.text("Grüße")], language: "de"),
            .custom(Custom(name: "poll", data: "{\"mark\":\"\(customMark)\"}", fallback: [.text("a poll")])),
        ]
    }

    private static var flow: [Block] {
        let cells: [Table.Cell] = [
            Table.Cell([.paragraph([.text("Span")])], isHeader: true, columnSpan: 2),
            Table.Cell([.paragraph([.text("One")]), .list(ItemList(.bullet, items: [.init([.paragraph(inlines)])]))]),
            Table.Cell([.paragraph([.text("Two")])], alignment: .right),
        ]
        let tasks = [true, false].map { ItemList.Item([.paragraph([.text("Task")])], isDone: $0) }
        let nested = ItemList.Item([.paragraph([.text("Item")]), .list(ItemList(.bullet, items: tasks))])
        return ParagraphRole.allCases.map { .paragraph(inlines, role: $0) }
            + (1...6).map { .heading(level: $0, [.text("Heading \($0)")]) } + [
                .list(ItemList(.bullet, items: [nested, nested])),
                .list(ItemList(.number(start: 3), isTight: false, items: [nested])),
                .quote([.paragraph([.text("Quoted.")])], attribution: [.text("Somebody")]),
                .pullQuote([.paragraph([.text("Pulled.")])], attribution: [.text("Somebody")]),
                .code("let answer = 42\n", language: "swift"), .thematicBreak,
                .table(
                    Table(
                        caption: [.text("A table")],
                        columns: [.left, .center],
                        head: [[cells[0]]],
                        bodies: [[[cells[1], cells[2]]]],
                        foot: [[cells[2], cells[2]]]
                    )
                ),
            ]
    }

    private static var insets: [Block] {
        let words: [Block] = [.paragraph([.text("Some words.")])]
        let image = ImageReference(resource: "pixel", alternativeText: "")
        let remote = ImageReference(url: "https://sample.example/p.jpg", alternativeText: "A pier")
        return Embed.Kind.allCases.map {
            .embed(Embed($0, url: "https://sample.example/embed", title: "An embed", fallback: words))
        } + Aside.Kind.allCases.map { .aside(Aside($0, title: [.text("Beside")], content: words)) } + [
            .figure(Figure(images: [image, remote], caption: [.text("A caption")], credit: "Photo: B. Field")),
            .liveEntry(
                LiveEntry(
                    time: Timestamp(iso8601: "2024-05-06T10:05"),
                    title: [.text("Open")],
                    author: "A. M.",
                    content: words
                )
            ),
            .definitionList([Definition(term: [.text("Span")], meanings: [words, words])]),
            .math(Math(.tex, "\\frac{1}{2}", alternativeText: "a half")),
            .math(Math(.mathML, "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mi>x</mi></math>")),
            .custom(Custom(name: "poll", data: "{\"mark\":\"\(customMark)\"}", fallback: words)),
            .footnote(id: "1", words),
        ]
    }
}
