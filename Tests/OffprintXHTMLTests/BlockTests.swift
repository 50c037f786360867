import OffprintModel
import OffprintXHTML
import Testing

@Suite struct BlockTests {
    static let samples: [(Block, String)] = [
        (paragraph("A & b < c"), "<p>A &amp; b &lt; c</p>"),
        (.paragraph(text("Lead"), role: .lead), "<p class=\"lead\">Lead</p>"),
        (.paragraph(text("Why?"), role: .question), "<p class=\"question\">Why?</p>"),
        (.heading(level: 2, text("Crosshead")), "<h2>Crosshead</h2>"),
        (
            .list(ItemList(.bullet, items: [.init([paragraph("one")]), .init([paragraph("two")])])),
            "<ul><li>one</li><li>two</li></ul>"
        ),
        (
            .list(ItemList(.number(start: 3), isTight: false, items: [.init([paragraph("three")])])),
            "<ol start=\"3\"><li><p>three</p></li></ol>"
        ),
        (
            .list(ItemList(.bullet, items: [.init([paragraph("done")], isDone: true), .init([], isDone: false)])),
            "<ul class=\"tasks\"><li>☑ done</li><li>☐ </li></ul>"
        ),
        (
            .quote([paragraph("Said.")], attribution: text("Ann")),
            "<blockquote><p>Said.</p><footer class=\"attribution\">Ann</footer></blockquote>"
        ),
        (
            .pullQuote([paragraph("Loud.")]),
            "<aside class=\"pullquote\" role=\"doc-pullquote\"><p>Loud.</p></aside>"
        ),
        (
            .code("a < b\r\n", language: "swift\""),
            "<pre dir=\"ltr\"><code class=\"language-swift\">a &lt; b</code></pre>"
        ),
        (
            .table(
                Table(caption: text("Cap"), head: [[.init([paragraph("H")])]], bodies: [[[.init([paragraph("d")])]]])
            ),
            "<table><caption>Cap</caption><thead><tr><th scope=\"col\">H</th></tr></thead>"
                + "<tbody><tr><td>d</td></tr></tbody></table>"
        ),
        (
            .figure(
                Figure(
                    images: [
                        ImageReference(url: "https://a.example/i.jpg", alternativeText: "A dam", width: 4, height: 0)
                    ],
                    caption: text("The dam"),
                    credit: "Photo: Lee"
                )
            ),
            "<figure><img src=\"https://a.example/i.jpg\" alt=\"A dam\" width=\"4\"/><figcaption>The dam "
                + "<small class=\"credit\">Photo: Lee</small></figcaption></figure>"
        ),
        (
            .figure(Figure(caption: text("Only words"), credit: "Lee")),
            "<figure><figcaption>Only words <small class=\"credit\">Lee</small></figcaption></figure>"
        ),
        (
            .embed(Embed(.video, url: "https://v.example/1", title: "A talk", fallback: [paragraph("Said.")])),
            "<div class=\"embed video\"><p>Said.</p><p><a href=\"https://v.example/1\">A talk</a></p></div>"
        ),
        (
            .aside(Aside(.correction, title: text("Note"), content: [paragraph("Wrong.")])),
            "<aside class=\"inset correction\" role=\"note\"><p class=\"title\">Note</p><p>Wrong.</p></aside>"
        ),
        (
            .liveEntry(
                LiveEntry(
                    time: Timestamp(iso8601: "2024-05-06T10:00:07.123456+02:00"),
                    title: text("Now"),
                    author: "Ann",
                    content: [paragraph("It began.")]
                )
            ),
            "<section class=\"live-entry\"><p class=\"time\"><time datetime=\"2024-05-06T10:00:07.123+02:00\">"
                + "2024-05-06 10:00:07 +02:00</time></p><h2>Now</h2><p class=\"byline\">Ann</p><p>It began.</p></section>"
        ),
        (
            .definitionList([Definition(term: text("T"), meanings: [[paragraph("m")], [paragraph("n")]])]),
            "<dl><dt>T</dt><dd>m</dd><dd>n</dd></dl>"
        ),
        (.thematicBreak, "<hr/>"),
        (.math(Math(.tex, "a<b")), "<div class=\"math\"><code class=\"tex\">a&lt;b</code></div>"),
        (
            .footnote(id: "x", [paragraph("Note.")]),
            "<aside id=\"fn-1\" class=\"footnote\" role=\"doc-footnote\"><p>Note.</p></aside>"
        ),
        (.custom(Custom(name: "poll", fallback: [paragraph("Vote.")])), "<p>Vote.</p>"),
    ]

    @Test(arguments: samples.indices) func `each block has its markup`(index: Int) {
        let (block, expected) = Self.samples[index]
        let result = Rendered([block])
        #expect(result.markup == expected)
        #expect(result.isWellFormed)
    }

    @Test func `there is a sample of every block`() {
        #expect(Set(Self.samples.map { kind(of: $0.0) }).count == 16)
    }

    @Test(
        arguments: [
            .paragraph([]), .paragraph([.text("  "), .lineBreak]), .heading(level: 1, []), .figure(Figure()),
            .list(ItemList(.bullet, items: [])), .table(Table()), .definitionList([]), .embed(Embed(.other)),
        ] as [Block]
    )
    func `nothing is written for nothing`(block: Block) { #expect(Rendered([block]).markup.isEmpty) }

    @Test func `a custom block is a loss`() {
        #expect(Rendered([.custom(Custom(name: "poll"))]).diagnostics.losses.map(\.code) == ["custom-block"])
    }

    @Test func `a definition list never lacks a term`() {
        let orphan = Definition(term: [], meanings: [[paragraph("m")]])
        #expect(Rendered([.definitionList([orphan])]).markup == "<p>m</p>")
        let termless = Rendered([.definitionList([orphan, Definition(term: text("T"), meanings: []), orphan])])
        #expect(termless.markup == "<p>m</p><dl><dt>T</dt><dd></dd><dd>m</dd></dl>")
    }

    @Test(
        arguments: [
            (.shifted(by: 1), [1, 2, 6], [2, 3, 6]), (.shifted(by: -9), [1, 3], [1, 1]),
            (.nested(below: 1), [4, 4, 6, 2, 3, 1], [2, 2, 3, 2, 3, 2]), (.nested(below: 1), [3, 2, 99], [2, 2, 3]),
        ] as [(XHTMLConfiguration.Headings, [Int], [Int])]
    )
    func `headings get the levels that the output wants`(
        style: XHTMLConfiguration.Headings,
        source: [Int],
        levels: [Int]
    ) {
        let blocks = source.map { Block.heading(level: $0, text("T")) }
        let expected = levels.map { "<h\($0)>T</h\($0)>" }.joined()
        #expect(Rendered(blocks, XHTMLConfiguration(headings: style)).markup == expected)
    }

    @Test func `an image that cannot be shown becomes its words and a link`() {
        let hidden = XHTMLConfiguration(imageAddress: { _ in nil })
        let image = ImageReference(url: "https://a.example/a dam.jpg", alternativeText: "A dam")
        let result = Rendered([.figure(Figure(images: [image], caption: text("Cap")))], hidden)
        #expect(
            result.markup
                == "<figure><p class=\"image\"><a href=\"https://a.example/a%20dam.jpg\">A dam</a></p><figcaption>Cap</figcaption></figure>"
        )
        #expect(result.codes == ["image-not-embedded"])
        #expect(
            Rendered([.paragraph([.image(ImageReference(url: "https://a.example/x/dam.jpg?w=1"))])], hidden).markup
                == "<p>[<a href=\"https://a.example/x/dam.jpg?w=1\">dam.jpg</a>]</p>"
        )
        let decoration = ImageReference(url: "https://a.example/d.gif", alternativeText: "")
        #expect(Rendered([.figure(Figure(images: [decoration]))], hidden).markup == "<figure></figure>")
        let inLink = Inline.link([.image(image)], target: "https://b.example/")
        #expect(Rendered([.paragraph([inLink])], hidden).markup == "<p><a href=\"https://b.example/\">[A dam]</a></p>")
    }

    @Test func `what images are shown, and without what, is told`() {
        let images = [
            ImageReference(url: "https://a.example/1", alternativeText: "One"),
            ImageReference(url: "https://a.example/2", alternativeText: ""),
            ImageReference(url: "https://a.example/1", alternativeText: "One"),
        ]
        let told = Rendered([.figure(Figure(images: images))]).fragment
        #expect(told.images == ["https://a.example/1", "https://a.example/2"])
        #expect(!told.lacksAlternativeText)
        #expect(
            Rendered([.figure(Figure(images: [ImageReference(url: "https://a.example/3")]))]).fragment
                .lacksAlternativeText
        )
    }

    @Test func `an embed without an address that may be followed keeps its title`() {
        let result = Rendered([.embed(Embed(.post, url: "javascript:alert(1)", title: "A post"))])
        #expect(result.markup == "<div class=\"embed post\"><p>A post</p></div>")
        #expect(result.codes == ["embed-without-link"])
        #expect(Rendered([.embed(Embed(.map, url: "https://m.example"))]).markup.contains(">https://m.example</a>"))
        #expect(Rendered([.embed(Embed(.other))]).codes == ["embed-empty"])
    }

    @Test func `what is nested too deep is cut and told`() {
        var block = paragraph("deep")
        for _ in 0..<2_000 { block = .quote([block]) }
        let result = Rendered([block, paragraph("after")])
        #expect(result.codes == ["too-deep"])
        #expect(result.isWellFormed)
        #expect(result.markup.hasSuffix("<p>after</p>"))
        // A reader's deepest article passes.
        var allowed = paragraph("deep")
        for _ in 1..<Article.maximumDepth { allowed = .list(ItemList(.bullet, items: [.init([allowed])])) }
        #expect(Rendered([allowed]).markup.contains("deep"))
        #expect(Rendered([allowed]).codes.isEmpty)
    }

    @Test func `footnotes are numbered as the text comes to them, and lead back`() {
        let blocks: [Block] = [
            .paragraph([
                .footnoteReference(id: "b\" onclick="), .footnoteReference(id: "a"), .footnoteReference(id: "a"),
            ]),
            .footnote(id: "a", [paragraph("A.")]), .footnote(id: "b\" onclick=", [paragraph("B.")]),
            .footnote(id: "a", [paragraph("Twice.")]),
        ]
        let result = Rendered(blocks, XHTMLConfiguration(footnotes: .epub, idPrefix: "x-"))
        let reference = "epub:type=\"noteref\" role=\"doc-noteref\""
        #expect(result.markup.hasPrefix("<p><sup><a href=\"#x-fn-1\" id=\"x-fnref-1\" \(reference)>[1]</a></sup>"))
        #expect(result.markup.contains("<a href=\"#x-fn-2\" id=\"x-fnref-2\" \(reference)>[2]</a>"))
        #expect(result.markup.contains("<a href=\"#x-fn-2\" id=\"x-fnref-2-2\" \(reference)>[2]</a>"))
        #expect(
            result.markup.contains(
                "<aside id=\"x-fn-2\" class=\"footnote\" epub:type=\"footnote\" role=\"doc-footnote\">"
                    + "<ol start=\"2\"><li><p>A. <a href=\"#x-fnref-2\" role=\"doc-backlink\">↩\u{A0}a</a>"
                    + " <a href=\"#x-fnref-2-2\" role=\"doc-backlink\">↩\u{A0}b</a></p></li></ol>"
            )
        )
        #expect(result.markup.contains("<li><p>B. <a href=\"#x-fnref-1\" role=\"doc-backlink\">↩</a></p></li>"))
        let apart: [Block] = [.paragraph([.footnoteReference(id: "a")]), .footnote(id: "a", [paragraph("A.")])]
        #expect(Rendered(apart, XHTMLConfiguration(footnotes: .epub)).markup.contains(">1</a></sup></p>"))
        let plain = Rendered(blocks).markup
        #expect(plain.hasPrefix("<p><sup><a href=\"#fn-1\" id=\"fnref-1\" role=\"doc-noteref\">1</a></sup>"))
        #expect(plain.contains("<a href=\"#fnref-2\" role=\"doc-backlink\">2</a>"))
        let ids = result.markup.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
        #expect(Set(ids).count == ids.count)
        #expect(ids.count == 5)
    }

    @Test func `a footnote that is not there leaves its number and a loss`() {
        let result = rendered(.footnoteReference(id: "gone"))
        #expect(result.markup == "<sup>1</sup>")
        #expect(result.codes == ["footnote-missing"])
    }

    @Test func `a note below the cut is not referred to`() {
        var note = Block.footnote(id: "n", [paragraph("deep")])
        for _ in 0..<Article.maximumDepth { note = .quote([note]) }
        let result = Rendered([.paragraph([.footnoteReference(id: "n")]), note])
        #expect(result.markup.hasPrefix("<p><sup>1</sup></p>"))
        #expect(!result.markup.contains("href"))
    }
}
