import Offprint
import OffprintMarkdown
import Testing

struct InlineTests {
    // MARK: Escaping

    private static let texts: [(text: String, expected: String)] = [
        ("2 * 3 * 4 and *not em*", #"2 * 3 * 4 and \*not em*"#), ("snake_case_name", "snake_case_name"),
        ("_not em_", #"\_not em_"#), ("# not a heading", "\\# not a heading"), ("#tag and C#", "#tag and C#"),
        ("> not a quote", #"\> not a quote"#), ("a > b", "a > b"), ("+ plus", #"\+ plus"#), ("- dash", #"\- dash"#),
        ("a - b", "a - b"), ("---", #"\---"#), ("--- ", #"\---"#), ("1984. A novel", #"1984\. A novel"#),
        ("2) two", #"2\) two"#), ("1.5 million", "1.5 million"), ("AT&T", "AT&T"), ("&copy; &#42;", #"\&copy; \&#42;"#),
        ("R&D;", #"R&D;"#), ("<b>bold</b>", #"\<b>bold\</b>"#), ("x < y", "x < y"), ("<3", "<3"),
        ("a `tick`", #"a \`tick`"#), ("a ` b", "a ` b"), ("``` not code", #"\``` not code"#),
        ("[a](b)", #"[a\](b)"#), ("[ref][1] and [x]", "[ref][1] and [x]"), ("[1]: http", #"\[1]: http"#),
        ("~~gone~~", #"\~\~gone~~"#), ("~5 and ~6", "~5 and ~6"), ("~~~", #"\~~~"#),
        ("C:\\dir\\*.txt", "C:\\dir\\\\*.txt"),
        ("end\\", "end\\"), ("wow!", "wow!"), ("![a](b)", #"![a\](b)"#), ("www.example.com", #"www\.example.com"#),
        ("http://example.com", #"http\://example.com"#), ("foo@example.com", "foo@example.com"),
        ("**", "**"), ("***", #"\***"#), ("* a", #"\* a"#), ("$5 and $6", "$5 and $6"), ("$x$", #"\$x$"#),
        ("a  b\t\nc", "a b c"), ("a\u{0}b\u{1B}[0m", "ab[0m"), ("<!-- c -->", #"\<!-- c -->"#),
        ("[^1]: x", #"\[^1]: x"#),
    ]

    @Test func `leaves out users and passwords in addresses`() throws {
        let body: [Block] = [
            .p(.a("https://u:p@h.example/@x", "a"), " ", .image(ImageReference(url: "//u@h.example/b.png"))),
            .embed(Embed(.other, url: "https://u:p@h.example/c")),
        ]
        let (text, losses) = try written(Article(body: body))
        #expect(
            text == "[a](https://h.example/@x) ![](//h.example/b.png)\n\n"
                + "<iframe src=\"https://h.example/c\"></iframe>\n"
        )
        #expect(losses == ["address-credentials"])
    }

    @Test func `writes a title once that the body opens with`() throws {
        var article = Article(body: [.heading(level: 1, ["The  ", .em("old"), "\u{A0}pier"]), .p("Text.")])
        article.metadata.title.add("The old pier", from: Origin(.user, at: "test"))
        let once = "# The *old*\u{A0}pier\n\nText.\n"
        #expect(try written(article, ["title": "yes"]).text == once)
        #expect(try written(article, ["title": "no"]).text == once)
        article.body[0] = .heading(level: 1, ["The new pier"])
        #expect(try written(article, ["title": "yes"]).text == "# The old pier\n\n# The new pier\n\nText.\n")
    }

    @Test(arguments: texts)
    func `escapes what the parse needs and no more`(text: String, expected: String) throws {
        #expect(try markdown([.p(.text(text))]) == expected + "\n")
    }

    private static let lines: [(String, String)] = [
        ("===", "a\\\n\\===\n"), ("---", "a\\\n\\---\n"), ("--- | ---", "a\\\n\\--- | ---\n"),
        ("1986. What", "a\\\n1986. What\n"),
        ("1. One", "a\\\n1\\. One\n"), ("> q", "a\\\n\\> q\n"), ("# h", "a\\\n\\# h\n"), (":-- |", "a\\\n\\:-- |\n"),
    ]

    @Test(arguments: lines)
    func `escapes what would begin a block behind a line break`(line: String, expected: String) throws {
        #expect(try markdown([.p("a", .lineBreak, .text(line))]) == expected)
    }

    @Test(arguments: [("C #", "## C \\#\n"), ("F# ##", "## F# \\##\n"), ("C#", "## C#\n"), ("1. a", "## 1. a\n")])
    func `keeps hashes at the end of a heading`(text: String, expected: String) throws {
        #expect(try markdown([.heading(level: 2, [.text(text)])]) == expected)
    }

    @Test func `does not make a box of brackets that begin an item`() throws {
        let list = Block.list(ItemList(.bullet, items: [.init([.p("[ ] not a task")]), .init([.p("- dash")])]))
        #expect(try markdown([list]) == "- \\[ ] not a task\n- \\- dash\n")
    }

    @Test func `keeps template tags from Hugo and Jekyll`() throws {
        for preset in ["hugo", "jekyll"] {
            let text = try markdown([.p("a {{< b >}} {% c %}")], ["front-matter": preset])
            #expect(text == "a {\\{< b >}} {\\% c %}\n")
            let code = try written(Article(body: [.code("{{ x }}")]), ["front-matter": preset])
            #expect(code.losses == ["template-tag"])
        }
        #expect(try markdown([.p("a {{< b >}}")]) == "a {{< b >}}\n")
    }

    // MARK: Emphasis

    private static let marked: [(inlines: [Inline], when: String, never: String)] = [
        ([.em("a"), " b"], "*a* b", "*a* b"),
        (["un", .em("frigging"), "believable"], "un*frigging*believable", "un*frigging*believable"),
        (["これは", .b("重要"), "です"], "これは**重要**です", "これは**重要**です"),
        (["他说：", .b("你好！"), "然后"], "他说：<strong>你好！</strong>然后", "他说：你好！然后"),
        ([.b("Note:"), "text"], "<strong>Note:</strong>text", "Note:text"),
        (["a", .em(" b "), "c"], "a *b* c", "a *b* c"),
        ([.b("Bold\u{A0}"), "text"], "**Bold**\u{A0}text", "**Bold**\u{A0}text"),
        ([.em("a ", .b("b"), " c")], "*a **b** c*", "*a **b** c*"),
        ([.b(.em("both")), " x"], "**_both_** x", "**_both_** x"),
        ([.em("a"), .b("b")], "_a_**b**", "_a_**b**"),
        ([.b("a"), .em("b"), .b("c")], "**a**_b_**c**", "**a**_b_**c**"),
        ([.em("a ", .em("b"), " c")], "*a b c*", "*a b c*"),
        ([.b("a"), .b("b")], "**ab**", "**ab**"),
        (["a", .em(), "b", .b(" "), "c"], "ab c", "ab c"),
        ([.em("a * b"), " ", .b("c ** d")], "*a * b* **c ** d**", "*a * b* **c ** d**"),
        ([.em("a *b")], "*a \\*b*", "*a \\*b*"),
        ([.b("one", .lineBreak, "two")], "**one\\\ntwo**", "**one\\\ntwo**"),
        ([.strikethrough(["gone"])], "~~gone~~", "~~gone~~"),
        ([.superscript(["2"]), .subscript(["a"])], "<sup>2</sup><sub>a</sub>", "²a"),
        ([.cite(["Work"])], "*Work*", "*Work*"), ([.quoted(["Yes"])], "<q>Yes</q>", "“Yes”"),
        ([.quoted(["a ", .quoted(["b"])])], "<q>a <q>b</q></q>", "“a ‘b’”"),
        ([.cite(["a ", .em("b"), " c"])], "a *b* c", "a *b* c"),
        ([.em("on\u{A0}"), .a("u", .em("W")), .em(".")], "*on\u{A0}[W](u).*", "*on\u{A0}[W](u).*"),
        ([.a("u", .b("W")), .b("x")], "**[W](u)x**", "**[W](u)x**"),
        ([.a("u", .b("W")), " x"], "[**W**](u) x", "[**W**](u) x"),
        ([.ruby(base: ["漢"], annotation: ["kan"])], "<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "漢（kan）"),
        ([.span(["oui"], language: "fr")], "<span lang=\"fr\">oui</span>", "oui"),
        (["€5", .b("€6"), "x"], "€5<strong>€6</strong>x", "€5€6x"),
    ]

    @Test(arguments: marked.indices)
    func `marks so that every reader sees it`(index: Int) throws {
        let (inlines, when, never) = Self.marked[index]
        #expect(try markdown([.paragraph(inlines)]) == when + "\n")
        #expect(try markdown([.paragraph(inlines)], ["html": "never"]) == never + "\n")
    }

    // MARK: Code, links, images, formulas

    private static let codes: [(String, String)] = [
        ("a`b", "``a`b``"), ("``", "` `` `"), ("`x`", "`` `x` ``"), (" a ", "`  a  `"), ("*a* \\", "`*a* \\`"),
        (" ", "` `"),
        ("a\nb", "`a b`"),
    ]

    @Test(arguments: codes)
    func `fences code by its own backticks`(code: String, expected: String) throws {
        #expect(try markdown([.p(.code(code), "|")]) == expected + "|\n")
    }

    private static let targets: [(String, String)] = [
        ("http://x.org/a_(b)", "[t](http://x.org/a_(b))"), ("http://x.org/a)b", "[t](http://x.org/a\\)b)"),
        ("my file.pdf", "[t](my%20file.pdf)"), ("a<b>c", "[t](a%3Cb%3Ec)"), ("", "[t]()"),
        ("?a=1&copy=2&copy;", "[t](?a=1&copy=2&amp;copy;)"), ("mailto:a@b.c", "[t](mailto:a@b.c)"),
        ("irc://a.org:1/b", "[t](irc://a.org:1/b)"), ("about:blank", "[t](about:blank)"),
        ("view-source:javascript:x", "t"), ("feed:javascript:x", "t"), ("data:image/svg+xml,<svg/>", "t"),
        ("#top", "[t](#top)"),
        ("/漢", "[t](/%E6%BC%A2)"), ("javascript:alert(1)", "t"), (" java\nscript:alert(1)", "t"), ("VBScript:x", "t"),
        ("data:text/html,<b>", "t"), ("file:///etc/passwd", "t"), ("tel:+1", "[t](tel:+1)"), ("a\\b", "[t](a%5Cb)"),
    ]

    @Test(arguments: targets)
    func `writes targets that may be followed`(target: String, expected: String) throws {
        let (text, losses) = try written(Article(body: [.p(.a(target, "t"))]))
        #expect(text == expected + "\n")
        #expect(losses == (expected == "t" ? ["unsafe-link"] : []))
    }

    @Test func `writes links that show their address as such`() throws {
        #expect(try markdown([.p(.a("http://x.org", "http://x.org"))]) == "<http://x.org>\n")
        #expect(try markdown([.p("at ", .a("mailto:a@b.org", "a@b.org"), ".")]) == "at a@b.org.\n")
        #expect(try markdown([.p("at ", .a("mailto:a@b.org", "a@b.org"), "x")]) == "at <a@b.org>x\n")
        #expect(try markdown([.p(.a("mailto:a@b.org", "a@b.org"))], ["flavor": "commonmark"]) == "<a@b.org>\n")
    }

    @Test func `keeps brackets, titles and images within links`() throws {
        #expect(try markdown([.p(.a("u", "a [b] c]"))]) == "[a [b] c\\]](u)\n")
        #expect(try markdown([.p(.a("u", "a [b"))]) == "[a \\[b](u)\n")
        #expect(try markdown([.p(.link(["x"], target: "u", title: "a \"b\" \\*"))]) == "[x](u \"a \\\"b\\\" \\\\*\")\n")
        let image = Inline.image(ImageReference(url: "a b.png", alternativeText: "p ] *q*", title: "T"))
        #expect(try markdown([.p(.link([image], target: "u"))]) == "[![p \\] \\*q*](a%20b.png \"T\")](u)\n")
        #expect(try markdown([.p("Wow!", .a("u", "x"))]) == "Wow\\![x](u)\n")
        #expect(try written(Article(body: [.p(.a("u", "a", .a("v", "b")))])).losses == ["nested-link"])
    }

    @Test func `takes an image from the article's resources`() throws {
        var article = Article(body: [.p(.image(ImageReference(resource: "a", alternativeText: "A")))])
        article.resources["a"] = Resource(id: "a", location: .remote(url: "https://x.org/a.png"))
        #expect(try written(article).text == "![A](https://x.org/a.png)\n")
        article.resources["a"]?.location = .bytes([1])
        #expect(try written(article) == ("A\n", ["embedded-image"]))
        article.resources["a"] = Resource(id: "a", mediaType: "image/png", location: .bytes([1, 2, 3, 255]))
        #expect(try written(article).text == "![A](data:image/png;base64,AQID/w==)\n")
        article.body = [.p(.image(ImageReference(url: "data:text/html,x", alternativeText: "A")))]
        #expect(try written(article) == ("A\n", ["unsafe-image"]))
    }

    @Test func `writes formulas`() throws {
        let tex = Inline.math(Math(.tex, "a < b"))
        #expect(try markdown([.p(tex)]) == "$a \\lt b$\n")
        #expect(try written(Article(body: [.p(tex)]), ["flavor": "commonmark"]) == ("`a < b`\n", ["math"]))
        let mathML = Inline.math(Math(.mathML, "<math/>", alternativeText: "x"))
        #expect(try written(Article(body: [.p(mathML)])) == ("x\n", ["mathml"]))
        let annotated = Inline.math(Math(.mathML, "<math/>", alternativeText: "{\\displaystyle x^2}"))
        #expect(try markdown([.p(annotated)]) == "$x^2$\n")
        let bare = Inline.math(Math(.mathML, "<math><mi>x</mi><mo>+</mo></math>"))
        #expect(try markdown([.p(bare)]) == "x +\n")
        #expect(try markdown([.math(Math(.tex, "x\ny"))]) == "$$x y$$\n")
        #expect(try markdown([.p(.math(Math(.tex, "[a](javascript:x)")))]) == "`[a](javascript:x)`\n")
    }
}
