import OffprintModel
import OffprintTesting
import Testing

struct WalkingTests {
    private let words: [Block] = [.paragraph([.text("x")])]

    @Test func `visits parents before children, in reading order, with their depth`() {
        let body: [Block] = [
            .quote([.heading(level: 2, []), .list(ItemList(.bullet, items: [.init(words), .init(words)]))]),
            .thematicBreak,
        ]
        var seen: [String] = []
        body.walk { block, depth in
            let name =
                switch block {
                case .quote: "quote"
                case .heading: "heading"
                case .list: "list"
                case .paragraph: "paragraph"
                case .pullQuote, .code, .table, .figure, .embed, .aside, .liveEntry, .definitionList, .thematicBreak,
                    .math,
                    .footnote, .custom:
                    "other"
                }
            seen.append("\(depth) \(name)")
        }
        #expect(seen == ["0 quote", "1 heading", "1 list", "2 paragraph", "2 paragraph", "0 other"])
    }

    @Test func `every block within a block is visited`() {
        var kinds: Set<String> = []
        var texts = 0
        SampleArticles.everything.body.walk { block, _ in
            if let name = String(describing: block).split(separator: "(").first { kinds.insert(String(name)) }
            for run in block.inlines { run.walk { if case .text = $0 { texts += 1 } } }
        }
        #expect(kinds.count == 16)
        #expect(texts > 40)
    }

    @Test func `walks what is deeper than any stack would bear`() {
        var inlines: [Inline] = [.text("bottom")]
        for _ in 0..<5_000 { inlines = [.emphasis(inlines)] }
        var count = 0
        inlines.walk { _ in count += 1 }
        #expect(count == 5_001)
        #expect(inlines.plainText == "bottom")
    }

    @Test func `rewrites every inline, children first`() {
        var article = Article(body: [
            .quote(
                [.paragraph([.link([.strong([.text("a")])], target: "t")])],
                attribution: [.link([.text("b")], target: "t")]
            ),
            .table(
                Table(
                    caption: [.link([], target: "t")],
                    bodies: [[[Table.Cell([.paragraph([.link([.text("c")], target: "t")])])]]]
                )
            ),
        ])
        article.rewriteInlines { inline in
            switch inline {
            case .link(let content, _, _): content
            case .text(let text): [.text(text.uppercased()), .lineBreak]
            case .strong, .emphasis, .strikethrough, .superscript, .subscript, .code, .image, .lineBreak,
                .footnoteReference,
                .math, .quoted, .cite, .ruby, .span, .custom:
                [inline]
            }
        }
        #expect(
            article.body == [
                .quote([.paragraph([.strong([.text("A"), .lineBreak])])], attribution: [.text("B"), .lineBreak]),
                .table(Table(bodies: [[[Table.Cell([.paragraph([.text("C"), .lineBreak])])]]])),
            ]
        )
    }

    @Test func `rewrites every block, dropping and multiplying`() {
        var article = Article(body: [.aside(Aside(content: words + [.thematicBreak])), .thematicBreak])
        article.rewriteBlocks { $0 == .thematicBreak ? [] : [$0, $0] }
        let aside = Block.aside(Aside(content: words + words))
        #expect(article.body == [aside, aside])
    }

    @Test func `rewriting to the same changes nothing`() {
        var generator = ArticleGenerator(seed: 9)
        for article in SampleArticles.all.map(\.article) + (0..<50).map({ _ in generator.article() }) {
            var changed = article
            changed.rewriteInlines { [$0] }
            changed.rewriteBlocks { [$0] }
            #expect(changed == article)
        }
    }

    // MARK: Plain text

    @Test func `the text of inlines is their words`() {
        let image = ImageReference(url: "u", alternativeText: "[icon]")
        let inlines: [Inline] = [
            .text("a "), .strong([.text("b"), .emphasis([.code(" c")])]), .lineBreak, .image(image),
            .image(ImageReference(url: "u")),
            .link([.text(" d")], target: "t", title: "no"), .footnoteReference(id: "1"), .math(Math(.tex, "x^2")),
            .math(Math(.mathML, "<math/>")), .math(Math(.mathML, "<math/>", alternativeText: "half")),
            .custom(Custom(name: "n", data: "{}", fallback: [.text(" e")])),
        ]
        #expect(inlines.plainText == "a b c\n[icon] dx^2half e")
    }

    @Test(
        arguments: [
            (.paragraph([.text("p")]), "p"), (.heading(level: 1, [.text("h")]), "h"), (.paragraph([]), ""),
            (.thematicBreak, ""), (.code("c\n d"), "c\n d"),
            (
                .list(
                    ItemList(
                        .number(start: 4),
                        items: [.init([.paragraph([.text("1")])]), .init([]), .init([.paragraph([.text("2")])])]
                    )
                ), "- 1\n\n- 2"
            ),
            (.quote([.paragraph([.text("q")])], attribution: [.text("who")]), "q\n\nwho"),
            (.figure(Figure(caption: [.text("no")], credit: "no")), ""),
            (.embed(Embed(.video, url: "u", title: "Watch")), "Watch"),
            (.aside(Aside(title: [.text("t")], content: [.paragraph([.text("c")])])), "t\n\nc"),
            (
                .table(
                    Table(
                        head: [[Table.Cell([.paragraph([.text("a")])]), Table.Cell([])]],
                        bodies: [[[Table.Cell([.paragraph([.text("b")]), .paragraph([.text("c")])])]]]
                    )
                ), "a | \nb c"
            ),
            (.definitionList([Definition(term: [.text("t")], meanings: [[.paragraph([.text("m")])]])]), "t\n\nm"),
            (.footnote(id: "1", [.paragraph([.text("f")])]), "f"),
            (.paragraph([.link([.image(ImageReference(url: "a", alternativeText: "no"))], target: "b")]), ""),
        ] as [(Block, String)]
    )
    func `the text of blocks is what cli promises`(block: Block, text: String) { #expect([block].plainText == text) }
}
