import OffprintModel
import OffprintXHTML
import Testing

@Suite struct InlineTests {
    static let samples: [(Inline, String)] = [
        (.text("a\u{0}b\u{8}c\u{FFFE}d\u{85}e\u{9B}f\rg 😀"), "abc\u{FFFD}d ef g 😀"),
        (.emphasis(text("e")), "<em>e</em>"),
        (.strong(text("s")), "<strong>s</strong>"),
        (.strikethrough(text("x")), "<s>x</s>"),
        (.superscript(text("2")), "<sup>2</sup>"),
        (.subscript(text("2")), "<sub>2</sub>"),
        (.code("a<b"), "<code>a&lt;b</code>"),
        (
            .link(text("there"), target: "https://a.example/?a=1&b=\"", title: "T\"<"),
            "<a href=\"https://a.example/?a=1&amp;b=%22\" title=\"T&quot;&lt;\">there</a>"
        ),
        (
            .image(ImageReference(url: "https://a.example/i", alternativeText: "I\"", title: "t")),
            "<img src=\"https://a.example/i\" alt=\"I&quot;\" title=\"t\"/>"
        ),
        (.footnoteReference(id: "f"), "<sup>1</sup>"),
        (.math(Math(.tex, "x^2")), "<code class=\"tex\">x^2</code>"),
        (.quoted(text("q")), "<q>q</q>"),
        (.cite(text("c")), "<cite>c</cite>"),
        (.ruby(base: text("漢"), annotation: text("kan")), "<ruby>漢<rt>kan</rt></ruby>"),
        (
            .span(text("سلام"), language: "fa_IR", direction: .rightToLeft),
            "<span lang=\"fa-IR\" xml:lang=\"fa-IR\" dir=\"rtl\">سلام</span>"
        ),
        (.span(text("s"), language: "no such tag"), "s"),
        (.custom(Custom(name: "c", fallback: text("f"))), "f"),
    ]

    @Test(arguments: samples.indices) func `each inline has its markup`(index: Int) {
        let (inline, expected) = Self.samples[index]
        let result = rendered(inline)
        #expect(result.markup == expected)
        #expect(result.isWellFormed)
    }

    @Test func `there is a sample of every inline`() {
        #expect(Set(Self.samples.map { kind(of: $0.0) } + ["lineBreak"]).count == 17)
        #expect(rendered(.text("a"), .lineBreak, .text("b")).markup == "a<br/>b")
    }

    @Test(arguments: [
        "javascript:alert(1)", " \u{1}java\nscript:x", "JaVaScRiPt:x", "vbscript:x", "data:text/html,x",
        "file:///etc/passwd",
        "about:blank", "blob:x", "page.html", "/page", "?q", "", "   ", "#", "#nowhere", "http://", "https:///",
        "mailto:",
        "http://a b/", "http://[::1", "http://1.2.3.4.5/", "http://256.1.1.1/", "http://a..b/", "http://x:99999/",
        "http://-a.example/", "http://a%00b/", "tel: ", "mailto:#a", "http://xn--zzzzzz99999.example/",
        "http://xn--a.example/", "http://\u{301}a.example/", "http://a\u{202E}b.example/", "http://0x7f.1/",
    ])
    func `links that lead nowhere or run something leave their words`(target: String) {
        let result = rendered(.link(text("words"), target: target))
        #expect(result.markup == "words")
        #expect(result.codes == ["link-dropped"])
        #expect(result.diagnostics.all[0].message.utf8.allSatisfy { $0 >= 0x20 })
    }

    @Test(arguments: [
        ("HTTP://A.example", "http://A.example"), (" https://a.example/ ", "https://a.example/"),
        ("//a.example/x", "https://a.example/x"), ("https:\\\\a.example\\b?c\\d", "https://a.example/b?c%5Cd"),
        ("https://a.example/a b/ü|<>{}^`[]", "https://a.example/a%20b/%C3%BC%7C%3C%3E%7B%7D%5E%60%5B%5D"),
        ("https://a.example/100%/%zz/%2F", "https://a.example/100%25/%25zz/%2F"),
        ("https://a.example/#a#b", "https://a.example/#a%23b"), ("https://u:p@a.example/", "https://a.example/"),
        ("https://bücher.example/", "https://bücher.example/"),
        ("https://xn--bcher-kva.example/", "https://xn--bcher-kva.example/"),
        ("https://xn--wgv71a119e.example", "https://xn--wgv71a119e.example"),
        ("mailto:?subject=x", "mailto:?subject=x"), ("http://[::1]:80/x", "http://[::1]:80/x"),
        ("http://127.0.0.1:8080/", "http://127.0.0.1:8080/"), ("https://a.example:/", "https://a.example/"),
        ("mailto:ann lee@a.example?subject=a b", "mailto:ann%20lee@a.example?subject=a%20b"),
        ("tel:+49 30 123", "tel:+4930123"), ("ht\ntps://a.example/", "https://a.example/"),
    ])
    func `addresses are made valid`(target: String, expected: String) {
        #expect(LinkTarget(target) == .address(expected))
        // What is valid stays.
        #expect(LinkTarget(expected) == .address(expected))
    }

    @Test func `a user and a password in an address go, and it is said`() {
        let result = rendered(.link(text("words"), target: "https://u:p@a.example/"))
        #expect(result.markup == "<a href=\"https://a.example/\">words</a>")
        #expect(result.codes == ["address-credentials"])
        #expect(rendered(.link(text("words"), target: "https://a.example/@u")).codes == [])
    }

    @Test func `a link to a footnote leads to it`() {
        let result = Rendered([.paragraph([.link(text("note"), target: "#n1")]), .footnote(id: "n1", [paragraph("N")])])
        #expect(result.markup.hasPrefix("<p><a href=\"#fn-1\">note</a></p><aside id=\"fn-1\""))
    }

    @Test func `links do not nest`() {
        let inner = Inline.link(text("in"), target: "https://b.example/")
        let result = rendered(.link([.strong([inner]), .footnoteReference(id: "x")], target: "https://a.example/"))
        #expect(result.markup == "<a href=\"https://a.example/\"><strong>in</strong><sup>1</sup></a>")
        #expect(result.codes == ["nested-link", "footnote-missing"])
    }

    @Test func `a link without words is told and dropped`() {
        #expect(rendered(.text("a"), .link([], target: "https://a.example/")).codes == ["empty-link"])
    }

    @Test func `a link of a silent image has a name`() {
        let image = Inline.image(ImageReference(url: "https://a.example/i", alternativeText: ""))
        #expect(
            rendered(.link([image], target: "https://b.example/")).markup.contains("aria-label=\"https://b.example/\"")
        )
    }

    @Test func `ruby does not nest`() {
        let inner = Inline.ruby(base: text("b"), annotation: text("a"))
        let result = rendered(.ruby(base: [inner], annotation: text("c")))
        #expect(result.markup == "<ruby>b(a)<rt>c</rt></ruby>")
        #expect(rendered(.ruby(base: text("b"), annotation: [])).markup == "b")
    }

    @Test func `marks nested too deep leave their words`() {
        var inline = Inline.text("deep")
        for _ in 0..<2_000 { inline = .emphasis([inline]) }
        let result = rendered(inline)
        #expect(result.markup.contains("deep"))
        #expect(result.codes == ["too-deep"])
        #expect(result.isWellFormed)
    }

    @Test(arguments: [
        ("en", "en"), ("en_US", "en-US"), ("zh-Hant-TW", "zh-Hant-TW"), ("de-1996", "de-1996"),
        ("sr-Latn-x-foo", "sr-Latn"),
        ("en-u-ca-buddhist", "en"), ("zh-cmn-Hans-CN", "zh-cmn-Hans-CN"), ("es-419", "es-419"), ("und", "und"),
        ("de-1996-1996", "de-1996"), ("en-", "en"), ("english", "english"),
    ])
    func `language tags are kept as far as they are well formed`(tag: String, expected: String) {
        #expect(LanguageTag.wellFormed(tag) == expected)
    }

    @Test(arguments: ["", "x", "x-y", "e1", "toolonglanguage", "<b>", "日本"]) func `other things are no tags`(
        tag: String
    ) {
        #expect(LanguageTag.wellFormed(tag) == nil)
    }
}
