import Offprint
import OffprintPlainText
import OffprintTesting
import Testing

@Suite struct `Writing plain text` {
    private func written(_ article: Article, _ options: [String: String] = ["text.header": "no"]) throws -> String {
        var diagnostics = Diagnostics()
        return try written(article, options, &diagnostics)
    }

    private func written(
        _ article: Article,
        _ options: [String: String],
        _ diagnostics: inout Diagnostics
    ) throws -> String {
        let pipeline = try ConversionPipeline(registry: PluginRegistry([PlainTextPlugin()]), options: options)
        let made = try pipeline.write([WriteRequest.Entry(article)], to: "text", reporting: &diagnostics)
        return String(decoding: made.bytes, as: UTF8.self)
    }

    private static func words(_ text: String) -> [Block] { [.paragraph([.text(text)])] }

    private static let blocks: [(Block, String)] = [
        (.paragraph([.text("One "), .strong([.text("two")]), .lineBreak, .text(" three.")]), "One two\nthree.\n"),
        (.heading(level: 3, [.text("A crosshead")]), "A crosshead\n"),
        (.list(ItemList(.bullet, items: [.init(words("One")), .init(words("Two"))])), "- One\n- Two\n"),
        (
            .list(ItemList(.number(start: 9), isTight: false, items: [.init(words("One")), .init(words("Two"))])),
            "9. One\n\n10. Two\n"
        ),
        (
            .list(
                ItemList(
                    .bullet,
                    items: [
                        .init(words("One") + [.list(ItemList(.bullet, items: [.init(words("In"), isDone: true)]))]),
                        .init([]), .init(words("Two") + words("more")),
                    ]
                )
            ),
            "- One\n  - [x] In\n- Two\n  more\n"
        ),
        (
            .list(ItemList(.bullet, items: [.init([.list(ItemList(.number(start: 1), items: [.init(words("In"))]))])])),
            "- 1. In\n"
        ),
        (.quote(words("Said."), attribution: [.text("Ida Holm")]), "    Said.\n\n    — Ida Holm\n"),
        (.code("a\r\n  b\u{7}\n\n\tc\n", language: "swift"), "    a\n      b\n\n    \tc\n"),
        (.figure(Figure(caption: [.text("The pier")], credit: "B. Field")), "■ The pier | B. Field\n"),
        (.figure(Figure(images: [ImageReference(alternativeText: "A pier")])), "■ A pier\n"),
        (
            .embed(Embed(.video, url: "https://v.example/1", title: "A film", fallback: words("Words."))),
            "Words.\n\nA film\nhttps://v.example/1\n"
        ),
        (.embed(Embed(.other, url: "java\tscript:alert(1)")), ""),
        (.aside(Aside(title: [.text("In short")], content: words("Facts."))), "    In short\n\n    Facts.\n"),
        (
            .liveEntry(
                LiveEntry(
                    time: Timestamp(iso8601: "2024-05-06T10:05:00Z"),
                    title: [.text("Open")],
                    content: words("Go.")
                )
            ),
            "2024-05-06 10:05 UTC · Open\n\nGo.\n"
        ),
        (.definitionList([Definition(term: [.text("Span")], meanings: [words("Width.")])]), "Span\n    Width.\n"),
        (.thematicBreak, "* * *\n"), (.math(Math(.tex, "x^2")), "x^2\n"),
        (
            .paragraph([
                .text("10"), .superscript([.text("6")]), .text(" H"), .subscript([.text("2")]), .text("O 1"),
                .superscript([.text("st")]), .text(" "), .quoted([.text("so")]), .text(" "),
                .ruby(base: [.text("漢")], annotation: [.text("かん")]),
            ]),
            "10⁶ H₂O 1st “so” 漢(かん)\n"
        ),
    ]

    @Test(arguments: 0..<blocks.count) func `sets each block`(index: Int) throws {
        let (block, text) = Self.blocks[index]
        #expect(try written(Article(body: [block])) == text)
    }

    @Test func `sets the columns of a table under each other`() throws {
        func row(_ cells: String...) -> Table.Row { cells.map { Table.Cell(Self.words($0)) } }
        let table = Table(caption: [.text("Boats")], head: [row("Year", "港", "")], bodies: [[row("2023", "one", "x")]])
        #expect(try written(Article(body: [.table(table)])) == "Boats\n\nYear | 港  |\n2023 | one | x\n")
    }

    @Test func `keeps cells under their columns where others span`() throws {
        func cell(_ words: String, _ columns: Int = 1, _ rows: Int = 1) -> Table.Cell {
            Table.Cell(Self.words(words), columnSpan: columns, rowSpan: rows)
        }
        let table = Table(
            head: [[cell("Class", 1, 2), cell("Hours", 2), cell("Room")], [cell("Day"), cell("Time"), cell("No.")]],
            bodies: [
                [[cell("Sailing", 1, 2), cell("Mon"), cell("9:00"), cell("1")], [cell("Tue")], [cell("All", 100)]]
            ]
        )
        #expect(
            try written(Article(body: [.table(table)]))
                == """
                Class   | Hours      | Room
                        | Day | Time | No.
                Sailing | Mon | 9:00 | 1
                        | Tue
                All

                """
        )
    }

    @Test func `puts footnotes and the addresses of links behind the text`() throws {
        let body: [Block] = [
            .paragraph([
                .text("A claim"), .footnoteReference(id: "b"), .text(" of "),
                .link([.text("the council")], target: "https://council.example/a b"), .text(", "),
                .link([.text("again")], target: "https://council.example/a b"), .text(" and "),
                .link([.text("bad")], target: "javascript:alert(1)"), .footnoteReference(id: "nowhere"),
            ]),
            .footnote(id: "a", Self.words("Nobody asks.")), .footnote(id: "b", Self.words("Minutes.")),
        ]
        let article = Article(body: body)
        #expect(
            try written(article) == "A claim[1] of the council, again and bad\n\n[1] Minutes.\n\n[2] Nobody asks.\n"
        )
        #expect(
            try written(article, ["text.header": "no", "text.links": "notes"])
                == "A claim[1] of the council [2], again [2] and bad\n\n[1] Minutes.\n\n"
                + "[2] https://council.example/a%20b\n\n[3] Nobody asks.\n"
        )
    }

    @Test func `writes a title once that the body opens with`() throws {
        let heading = Block.heading(level: 1, [.text("The "), .strong([.text("pier")])])
        var article = Article(body: [heading] + Self.words("Go."))
        article.metadata.title.add("The  pier", from: Origin(.user, at: "test"))
        var diagnostics = Diagnostics()
        #expect(try written(article, [:], &diagnostics) == "The pier\n\nGo.\n")
        #expect(diagnostics.all.map(\.code.rawValue) == ["title-marks"])
        #expect(try written(article) == "The pier\n\nGo.\n")
    }

    @Test func `says what it cannot carry, block by block`() throws {
        var diagnostics = Diagnostics()
        let body: [Block] =
            Self.words("Plain.") + [
                .paragraph([.strikethrough([.text("gone")]), .strong([.text("a")]), .strong([.text("b")])]),
                .paragraph([.custom(Custom(name: "poll", fallback: [.text("Vote")]))]),
                .figure(Figure(images: [ImageReference(url: "https://x.example/a.png")])),
            ]
        _ = try written(Article(body: body), ["text.header": "no"], &diagnostics)
        let lost = diagnostics.all.map { "\($0.block ?? -1) \($0.severity.rawValue) \($0.code.rawValue)" }
        #expect(
            lost == [
                "1 approximation marks-dropped", "1 loss strikethrough-dropped", "2 loss custom-node",
                "3 approximation image-as-words", "3 loss image-dropped",
            ]
        )
    }

    @Test(arguments: [
        ("The old ferry left the northern quay", 12, "The old\nferry left\nthe northern\nquay"),
        ("short", 12, "short"), ("incomprehensibilities of it", 8, "incomprehensibilities\nof it"),
        ("港の橋が月曜日の朝、開通した。", 12, "港の橋が月曜\n日の朝、開通\nした。"),
        ("港の橋が月曜、開通", 12, "港の橋が月\n曜、開通"), ("新「港の橋」と", 4, "新\n「港\nの\n橋」\nと"),
        ("in 日本 now", 5, "in 日\n本\nnow"), ("e\u{301}te\u{301}s ete", 4, "e\u{301}te\u{301}s\nete"),
        ("جسر الميناء يفتح", 11, "جسر الميناء\nيفتح"),
    ])
    func `breaks lines as the script has it`(text: String, width: Int, lines: String) throws {
        let options = ["text.header": "no", "text.width": String(width)]
        #expect(try written(Article(body: Self.words(text)), options) == lines + "\n")
    }

    @Test func `opens with title, byline and date, and is read back`() throws {
        let user = Origin(.user, at: "test")
        var article = Article(body: [
            .paragraph([.text("The harbour bridge opened on Monday for the first time in two years, the council said.")]
            ),
            .heading(level: 2, [.text("What it cost")]),
            .paragraph([
                .text("The steel alone came to nine million, which is twice what the council had planned for it.")
            ]),
            .list(ItemList(.bullet, items: [.init(Self.words("Steel")), .init(Self.words("Work at night"))])),
            .figure(Figure(caption: [.text("The bridge on Monday morning")], credit: "Photo: B. Field")),
            .paragraph([.text("The ferry will go on for the summer, the harbour master said on Tuesday evening.")]),
        ])
        article.metadata.title.add("Harbour bridge reopens after two years", from: user)
        article.metadata.subtitle.add("Ferries go back to their old timetable", from: user)
        article.metadata.byline.add("By Ada Marsh", from: user)
        let date = try #require(Timestamp(iso8601: "2024-05-06T10:00+02:00"))
        article.metadata.published.add(date, from: user)
        article.metadata.places.add(["Port Sample"], from: user)
        article.metadata.publisher.add(Organization("The Daily Sample"), from: user)
        article.metadata.url.add("https://sample.example/bridge", from: user)
        for width in [0, 60] {
            let text = try written(article, ["text.width": String(width)])
            #expect(
                text.hasPrefix(
                    """
                    Harbour bridge reopens after two years

                    Ferries go back to their old timetable

                    By Ada Marsh

                    2024-05-06 10:00 · Port Sample · The Daily Sample

                    The harbour bridge
                    """
                )
            )
            #expect(text.hasSuffix("Tuesday evening.\n\nhttps://sample.example/bridge\n") || width > 0)
            let again = try Reading(text).article
            #expect(again.metadata.title.best == article.metadata.title.best)
            #expect(again.metadata.subtitle.best == article.metadata.subtitle.best)
            #expect(again.metadata.authors.best?.map(\.name) == ["Ada Marsh"])
            #expect(Array(again.body.dropFirst().dropLast()) == article.body)
        }
    }
}
