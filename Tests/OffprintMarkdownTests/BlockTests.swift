import Offprint
import OffprintMarkdown
import OffprintTesting
import Testing

struct BlockTests {
    private static func items(_ texts: String..., marker: ItemList.Marker = .bullet, isTight: Bool = true) -> Block {
        .list(ItemList(marker, isTight: isTight, items: texts.map { .init($0.isEmpty ? [] : [.p(.text($0))]) }))
    }

    private static func cell(_ text: String) -> Table.Cell { Table.Cell([.p(.text(text))]) }

    static let blocks: [(name: String, blocks: [Block], expected: String)] = [
        (
            "headings", [.heading(level: 2, ["a"]), .heading(level: 9, ["b"]), .heading(level: 2, [])],
            "## a\n\n###### b"
        ),
        ("rule first", [.thematicBreak, .p("a: b"), .thematicBreak], "***\n\na: b\n\n***"),
        ("tight", [items("a", "b")], "- a\n- b"), ("loose", [items("a", "b", isTight: false)], "- a\n\n- b"),
        ("two lists", [items("a"), items("b"), items("c")], "- a\n\n* b\n\n- c"),
        (
            "two numbered", [items("a", marker: .number(start: 1)), items("b", marker: .number(start: 1))],
            "1. a\n\n1) b"
        ),
        ("start", [items("a", "b", marker: .number(start: 9))], "9. a\n10. b"),
        ("zero", [items("a", marker: .number(start: 0))], "0. a"), ("empty item", [items("a", "", "c")], "- a\n-\n- c"),
        (
            "nested", [.list(ItemList(.bullet, items: [.init([.p("a"), items("b", "c")]), .init([.p("d")])]))],
            "- a\n  - b\n  - c\n- d"
        ),
        (
            "numbers within",
            [.list(ItemList(.number(start: 10), items: [.init([.p("a"), .p("b"), .code("x\n\ny")])]))],
            "10. a\n\n    b\n\n    ```\n    x\n\n    y\n    ```"
        ),
        (
            "tight with blocks",
            [.list(ItemList(.bullet, items: [.init([.p("a"), .quote([.p("b")]), .code("c")]), .init([.p("d")])]))],
            "- a\n  > b\n  ```\n  c\n  ```\n- d"
        ),
        (
            "tight that cannot be", [.list(ItemList(.bullet, items: [.init([.p("a"), .p("b")]), .init([.p("c")])]))],
            "- a\n\n  b\n\n- c"
        ),
        (
            "tasks",
            [.list(ItemList(.bullet, items: [.init([.p("a")], isDone: false), .init([.p("b")], isDone: true)]))],
            "- [ ] a\n- [x] b"
        ),
        (
            "bullets in a row",
            [.list(ItemList(.bullet, items: [.init([.list(ItemList(.bullet, items: [.init([items("")])]))])]))], "- * -"
        ),
        ("dashes in item", [items("--")], "- \\--"),
        ("rule in item", [.list(ItemList(.bullet, items: [.init([.thematicBreak])]))], "- ___"),
        ("quotes", [.quote([.p("a"), .quote([.p("b")])]), .quote([.p("c")])], "> a\n>\n> > b\n\n> c"),
        ("attribution", [.quote([.p("a")], attribution: ["Ada"])], "> a\n>\n> — Ada"),
        ("attribution with a dash", [.quote([.p("a")], attribution: ["– Ada"])], "> a\n>\n> – Ada"),
        ("code", [.code("a\n```\n", language: "swift"), .code("b")], "````swift\na\n```\n````\n\n```\nb\n```"),
        ("empty code", [.code("")], "```\n```"),
        ("code in quote", [.quote([.code("a\n\nb")])], "> ```\n> a\n>\n> b\n> ```"),
        (
            "figure",
            [
                .figure(
                    Figure(images: [ImageReference(url: "a.png", alternativeText: "x")], caption: ["Cap"], credit: "AP")
                )
            ],
            "![x](a.png)\n\nCap\n\nAP"
        ),
        (
            "figure without image", [.figure(Figure(caption: ["Cap <b>"], credit: "AP"))],
            "<figure><figcaption>Cap &lt;b&gt; <small>AP</small></figcaption></figure>"
        ),
        ("nothing", [.p(), .list(ItemList(.bullet, items: [])), .quote([]), .p("  ")], ""),
        ("no-break space", [.p("\u{A0}\u{A0}not code")], "\u{A0}\u{A0}not code"),
        ("breaks", [.p(.lineBreak, "a", .lineBreak, .lineBreak, "b", .lineBreak)], "a\\\n\\\nb"),
        (
            "table",
            [
                .table(
                    Table(
                        caption: ["Cap"],
                        columns: [nil, .right],
                        head: [[cell("a|b"), cell("c")]],
                        bodies: [[[cell("\\|"), Table.Cell([.p(.code("x|y"))])], [Table.Cell([]), cell("1")]]]
                    )
                )
            ],
            "Cap\n\n| a\\|b | c |\n| --- | ---: |\n| \\\\\\| | `x\\|y` |\n| | 1 |"
        ),
        ("table without head", [.table(Table(bodies: [[[cell("1"), cell("2")]]]))], "| | |\n| --- | --- |\n| 1 | 2 |"),
        (
            "definitions",
            [.definitionList([Definition(term: ["T"], meanings: [[.p("a < b")], [.p("c"), .p("d")]])])],
            "<dl>\n<dt>T</dt>\n<dd>a &lt; b</dd>\n<dd><p>c</p><p>d</p></dd>\n</dl>"
        ),
        (
            "footnotes",
            [
                .p("a", .footnoteReference(id: "n1"), "(b)", .footnoteReference(id: "?")),
                .footnote(id: "n1", [.p("One."), .p("Two.")]),
            ],
            "a[^n1]\\(b)\n\n[^n1]: One.\n\n    Two."
        ),
        ("footnote nobody names", [.p("a"), .footnote(id: "x", [.p("Text.")])], "a\n\nText."),
        (
            "text like a footnote", [.p("a", .footnoteReference(id: "1"), " [^1]"), .footnote(id: "1", [.p("b")])],
            "a[^1] \\[^1]\n\n[^1]: b"
        ),
        (
            "embed", [.embed(Embed(.video, url: "https://v.org/1", title: "V", fallback: [.p("f")]))],
            "[V](https://v.org/1)\n\nf"
        ),
        (
            "embed without title", [.embed(Embed(.video, url: "https://www.v.org/1?a&b"))],
            "<iframe src=\"https://www.v.org/1?a&amp;b\"></iframe>"
        ),
        (
            "film with a still",
            [
                .embed(
                    Embed(
                        .video,
                        url: "https://v.org/1.mp4",
                        fallback: [.figure(Figure(images: [ImageReference(url: "still.jpg")]))]
                    )
                )
            ],
            "<video src=\"https://v.org/1.mp4\" poster=\"still.jpg\" controls></video>"
        ),
        (
            "embed that would run", [.embed(Embed(.other, url: "javascript:alert(1)"))], "other"
        ),
        (
            "post that holds its link",
            [.embed(Embed(.post, url: "https://p.org/1", fallback: [.p("Words ", .a("https://p.org/1", "today"))]))],
            "> Words [today](https://p.org/1)"
        ),
        (
            "post without a link", [.embed(Embed(.post, url: "https://p.org/1", fallback: [.p("Words")]))],
            "> [p.org](https://p.org/1)\n>\n> Words"
        ),
        (
            "pictures with captions in a tight list",
            [
                .list(
                    ItemList(
                        .bullet,
                        items: [
                            .init([.figure(Figure(images: [ImageReference(url: "a.png")], caption: ["A"]))]),
                            .init([.p("b")]),
                        ]
                    )
                )
            ],
            "- ![](a.png)\n\n  A\n\n- b"
        ),
        (
            "footnote in a table of HTML",
            [
                .table(
                    Table(bodies: [[[Table.Cell([.p("a", .footnoteReference(id: "n")), .p("b")]), cell("c")]]])
                ), .footnote(id: "n", [.p("Note.")]),
            ],
            """
            <table>
            <tbody>
            <tr>
            <td>

            a[^n]

            b

            </td>
            <td>c</td>
            </tr>
            </tbody>
            </table>

            [^n]: Note.
            """
        ),
        (
            "footnotes of two lists",
            [
                .p("a", .footnoteReference(id: "1"), .footnoteReference(id: "2")), .heading(level: 2, ["Notes"]),
                .footnote(id: "1", [.p("One", .footnoteReference(id: "3")), .p("more")]),
                .heading(level: 2, ["Sources"]), .footnote(id: "2", [.p("Two")]), .footnote(id: "3", [.p("Three")]),
            ],
            """
            a<sup>[[1]](#fn-1)</sup><sup>[[1]](#fn-2)</sup>

            ## Notes

            1. <span id="fn-1">One<sup>[[2]](#fn-3)</sup></span>

               more

            ## Sources

            1. <span id="fn-2">Two</span>
            2. <span id="fn-3">Three</span>
            """
        ),
        ("aside", [.aside(Aside(title: ["Facts"], content: [.p("a")]))], "> **Facts**\n>\n> a"),
        (
            "live entry in UTC",
            [.liveEntry(LiveEntry(time: Timestamp(iso8601: "2024-06-01T19:00:00Z"), title: ["Goal!"], content: []))],
            "## 2024-06-01 19:00 UTC – Goal!"
        ),
        (
            "live entry",
            [
                .liveEntry(
                    LiveEntry(
                        time: Timestamp(iso8601: "2024-05-06T10:00+02:00"),
                        title: ["T"],
                        author: "A",
                        content: [.p("x")]
                    )
                )
            ],
            "## 2024-05-06 10:00 +02:00 – T\n\n*A*\n\nx"
        ),
    ]

    @Test(arguments: blocks.indices)
    func `writes blocks`(index: Int) throws {
        let (name, blocks, expected) = Self.blocks[index]
        #expect(try markdown(blocks) == (expected.isEmpty ? "" : expected + "\n"), "\(name)")
    }

    @Test func `keeps cells in their columns without spans`() throws {
        func cell(_ text: String, _ columns: Int = 1, _ rows: Int = 1) -> Table.Cell {
            Table.Cell([.p(.text(text))], columnSpan: columns, rowSpan: rows)
        }
        let tables: [(Table, String)] = [
            (
                Table(head: [[cell("A", 1, 5), cell("B")]], bodies: [[[cell("1"), cell("2")]]]),
                "| A | B |\n| --- | --- |\n| 1 | 2 |\n"
            ),
            (
                Table(bodies: [[[cell("a"), cell("b")], [cell("S", 100)]]]),
                "| | |\n| --- | --- |\n| a | b |\n| S | S |\n"
            ),
            (
                Table(bodies: [[[cell("a"), cell("b"), cell("c", 1, 2)], [cell("d")]]]),
                "| | | |\n| --- | --- | --- |\n| a | b | c |\n| d | | c |\n"
            ),
        ]
        for (table, text) in tables { #expect(try markdown([.table(table)], ["html": "never"]) == text) }
    }

    @Test func `writes tables that Markdown cannot say as HTML, or without spans`() throws {
        let table = Block.table(
            Table(
                columns: [.right],
                head: [[Table.Cell([.p("h")], columnSpan: 2)]],
                bodies: [[[Table.Cell([.p("a"), .p("b")], rowSpan: 2), Self.cell("<i>")], [Self.cell("c")]]]
            )
        )
        let html = """
            <table>
            <thead>
            <tr>
            <th colspan="2" align="right">h</th>
            </tr>
            </thead>
            <tbody>
            <tr>
            <td rowspan="2" align="right"><p>a</p><p>b</p></td>
            <td>&lt;i&gt;</td>
            </tr>
            <tr>
            <td align="right">c</td>
            </tr>
            </tbody>
            </table>

            """
        #expect(try markdown([table]) == html)
        let (text, losses) = try written(Article(body: [table]), ["html": "never"])
        #expect(text == "| h | h |\n| ---: | --- |\n| a b | \\<i> |\n| a b | c |\n")
        #expect(losses == ["table-span", "table-blocks"])
        let lines = try written(Article(body: [table]), ["html": "never", "flavor": "commonmark"])
        #expect(lines.text == "h | h\\\na b | \\<i>\\\na b | c\n")
        #expect(lines.losses.contains("table"))
    }

    @Test func `writes breaks in cells and headings as tags, or spaces`() throws {
        let broken: [Inline] = ["a", .lineBreak, "b"]
        let blocks: [Block] = [.heading(level: 2, broken), .table(Table(head: [[Table.Cell([.paragraph(broken)])]]))]
        #expect(try markdown(blocks) == "## a<br>b\n\n| a<br>b |\n| --- |\n")
        #expect(
            try written(Article(body: blocks), ["html": "never"]) == ("## a b\n\n| a b |\n| --- |\n", ["line-break"])
        )
    }

    @Test func `numbers footnotes where CommonMark has none`() throws {
        let body: [Block] = [.p("a", .footnoteReference(id: "n")), .footnote(id: "n", [.p("Note.")])]
        let (text, losses) = try written(Article(body: body), ["flavor": "commonmark"])
        #expect(text == "a[1]\n\n[1] Note.\n")
        #expect(losses == ["footnote-link"])
    }

    private static let lossy: [(Block, String)] = [
        (.pullQuote([.p("a")]), "pull-quote"), (.embed(Embed(.map, url: "https://a.org", title: "Map")), "embed"),
        (.paragraph(["a"], role: .lead), "role"),
        (.p(.cite(["a"])), "cite"), (.liveEntry(LiveEntry(title: ["a"], content: [])), "live-entry"),
        (.figure(Figure(images: [ImageReference(url: "a.png")], caption: ["a"])), "caption"),
        (.aside(Aside(content: [.p("a")])), "aside"),
        (.custom(Custom(name: "poll", fallback: [.p("a")])), "custom-block"),
        (.p(.custom(Custom(name: "x", fallback: ["a"]))), "custom-inline"),
        (.p(.footnoteReference(id: "x")), "missing-footnote"),
        (.footnote(id: "x", [.p("a")]), "unused-footnote"), (.math(Math(.mathML, "<math/>")), "mathml"),
        (.p(.a("u")), "empty-link"), (.list(ItemList(.number(start: -3), items: [.init([.p("a")])])), "list-start"),
    ]

    @Test(arguments: lossy)
    func `reports what Markdown cannot carry`(block: Block, code: String) throws {
        #expect(try written(Article(body: [block])).losses == [code])
    }

    @Test func `names the block of what it reports`() throws {
        let body: [Block] = [
            .p("a"), .quote([.p(.a("javascript:x", "b"))]), .pullQuote([.p("c")]), .pullQuote([.p("d")]),
        ]
        var diagnostics = Diagnostics()
        _ = try MarkdownWriter().write(WriteRequest([Article(body: body)]), reporting: &diagnostics)
        #expect(diagnostics.all.map(\.code) == ["unsafe-link", "pull-quote"])
        #expect(diagnostics.all.map(\.block) == [1, 2])
        #expect(diagnostics.all.map(\.severity) == [.loss, .approximation])
    }

    @Test(arguments: 0..<40)
    func `writes the same article twice as the same bytes`(seed: Int) throws {
        func write(_ options: [String: String]) throws -> String {
            var generator = ArticleGenerator(seed: UInt64(seed))
            return try written(generator.article(), options).text
        }
        for preset in ["yaml", "obsidian", "hugo", "jekyll", "pandoc", "none"] {
            let html = seed.isMultiple(of: 2) ? "never" : "when-needed"
            let options = ["front-matter": preset, "title": "yes", "html": html]
            #expect(try write(options) == write(options))
        }
    }

    @Test(arguments: [true, false])
    func `survives any depth`(isQuote: Bool) throws {
        var block = Block.p("deep")
        for _ in 0..<200 {
            block = isQuote ? .quote([block]) : .list(ItemList(.bullet, items: [.init([block])]))
        }
        let (text, losses) = try written(Article(body: [block]))
        #expect(text.hasSuffix("deep\n"))
        #expect(losses == ["depth"])
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["*", "[", "`", "_a", "<a ", "]", "\\", "&a", "$a", "a*", "~~a "])
    func `takes time in proportion to the text`(piece: String) throws {
        func seconds(_ count: Int) throws -> Double {
            let text = String(repeating: piece, count: count)
            let clock = ContinuousClock()
            var length = 0
            let time = try clock.measure { length = try markdown([.p(.text(text))]).utf8.count }
            #expect(length >= count / 2)
            return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
        }
        let small = try seconds(10_000)
        let large = try seconds(100_000)
        #expect(large < max(small, 0.01) * 40)
    }

    @Test(arguments: CaseFolder.all(in: "markdown"))
    func `writes as the cases say`(folder: CaseFolder) { expectWrites(folder, with: MarkdownPlugin()) }

    @Test func `keeps the rules for plugins`() { PluginConformance(MarkdownPlugin()).check() }

    @Test(arguments: 0..<60)
    func `ends every file with one line end and no line with a space`(seed: Int) throws {
        var generator = ArticleGenerator(seed: UInt64(seed))
        let article = generator.article()
        for options in [["title": "yes"], ["html": "never", "front-matter": "hugo"], ["flavor": "commonmark"]] {
            let text = try written(article, options).text
            #expect(!text.contains(" \n") && !text.hasPrefix("\n") && !text.hasSuffix("\n\n"))
            #expect(text.isEmpty || text.hasSuffix("\n"))
        }
    }
}
