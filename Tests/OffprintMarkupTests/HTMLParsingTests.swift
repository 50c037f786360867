import OffprintMarkup
import Testing

@Suite struct HTMLParsingTests {
    static let bodies: [(html: String, outline: String)] = [
        ("<p>One<p>Two", #"p("One") p("Two")"#),
        ("<p class=a id='b'>x &amp; y&nbsp;z</p>", "p(class=a id=b \"x & y\u{A0}z\")"),
        ("<p>a<!-- no -->b</p>", #"p("ab")"#),
        ("<p>a<!-->b</p>", #"p("ab")"#),
        ("<p>a<!-- open <p>b", #"p("a")"#),
        ("<p>a<script>if (1 < 2) document.write('<p>no</p>')</script>b</p>", #"p("ab")"#),
        ("<p>a<style>p { color: red }</style>b</p>", #"p("ab")"#),
        ("<p title='<script>'>a</p><p>b</p>", #"p(title=<script> "a") p("b")"#),
        ("<p title=\"a > b\" class=c>d</p>", #"p(title=a > b class=c "d")"#),
        ("<p>a</p><svg><g><svg/><text>no</text></g></svg><p>b</p>", #"p("a") svg() p("b")"#),
        ("<svg><g>never closed<p>b</p>", #"svg(g("never closed")) p("b")"#),
        ("<p>a <math><mi>x</mi></math> b</p>", #"p("a " math() " b")"#),
        ("<textarea><b>not bold</b></textarea><p>a</p>", #"textarea("<b>not bold</b>") p("a")"#),
        ("<iframe src=x><p>fallback</p></iframe><p>a</p>", #"iframe(src=x) p("a")"#),
        ("<p>it&#146;s &#8364;</p>", #"p("it’s €")"#),
        ("<p title='it&#146;s'>a</p>", #"p(title=it’s "a")"#),
        ("<p>&#xD800;&#0;&#x110000;</p>", "p(\"\u{FFFD}\u{FFFD}\u{FFFD}\")"),
        ("<p>a\0b</p>", #"p("ab")"#),
        ("<p>AT&T &unknown; &c</p>", #"p("AT&T &unknown; &c")"#),
        ("<p>1 < 2 and 3 > 2</p>", #"p("1 < 2 and 3 > 2")"#),
        ("<ARTICLE><H1>Big</H1></ARTICLE>", #"article(h1("Big"))"#),
        ("<ul><li>a<li>b</ul>", #"ul(li("a") li("b"))"#),
    ]

    @Test(arguments: bodies) func `a body becomes its tree`(_ sample: (html: String, outline: String)) throws {
        #expect(try bodyOutline("<html><body>\(sample.html)</body></html>") == sample.outline)
    }

    @Test func `opaque runs are at hand where they stood`() throws {
        let html =
            "<head><script type='application/ld+json'>{\"a\": 1}</script></head><body><p>x</p><svg id=s><g/></svg></body>"
        let tree = try MarkupDocument(html: Array(html.utf8)).tree
        let script = try #require(tree.first(.script, in: tree.document))
        #expect(String(decoding: try #require(tree.opaqueContent(of: script)), as: UTF8.self) == "{\"a\": 1}")
        let drawing = try #require(tree.first(.svg, in: tree.document))
        #expect(
            String(decoding: try #require(tree.opaqueContent(of: drawing)), as: UTF8.self) == "<svg id=s><g/></svg>"
        )
        #expect(tree.attribute(.id, of: drawing) == "s")
        let paragraph = try #require(tree.first(.p, in: tree.document))
        #expect(tree.opaqueContent(of: paragraph) == nil)
    }

    @Test func `a page cannot forge an opaque run`() throws {
        let tree = try MarkupDocument(html: Array("<p _=0>a</p><svg _=7></svg><svg _=1><g/></svg>".utf8)).tree
        #expect(tree.opaqueContent(of: try #require(tree.first(.p, in: tree.document))) == nil)
        let drawings = tree.all.filter { tree.name(of: $0) == .svg }.map { tree.opaqueContent(of: $0).map(Array.init) }
        #expect(drawings == [Array("<svg _=7></svg>".utf8), Array("<svg _=1><g/></svg>".utf8)])
    }

    @Test func `lines count what has left no node`() throws {
        let html = "<html>\n<script>\n\n\n</script>\n<body>\n<!--\n-->\n<p>here</p>\n<svg>\n\n</svg><h2>there</h2>"
        let tree = try MarkupDocument(html: Array(html.utf8)).tree
        #expect(tree.line(of: try #require(tree.first(.p, in: tree.document))) == 9)
        #expect(tree.line(of: try #require(tree.first(.h2, in: tree.document))) == 12)
    }

    @Test func `the text within a node is one run`() throws {
        let tree = try MarkupDocument(html: Array("<div><p>a<b>b</b>c</p><p>d</p></div><p>e</p>".utf8)).tree
        #expect(tree.text(of: try #require(tree.first(.div, in: tree.document))) == "abcd")
        #expect(tree.text(of: try #require(tree.first(.b, in: tree.document))) == "b")
    }

    static let declarations: [(bytes: [UInt8], text: String, encoding: String)] = [
        (Array("<meta charset=iso-8859-1><p>caf\u{E9}".utf8), "café", "utf-8"),
        (Array("<meta charset=\"windows-1251\"><p>".utf8) + [0xCC, 0xCE], "МО", "windows-1251"),
        (
            Array("<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=Shift_JIS'><p>".utf8) + [0x93, 0xFA], "日",
            "shift_jis"
        ),
        (Array("<meta charset=utf-16><p>caf\u{E9}".utf8), "café", "utf-8"),
        (Array("<meta charset=utf-8><p>caf".utf8) + [0xE9, 0x20], "caf\u{FFFD} ", "utf-8"),
        (Array("<p>caf".utf8) + [0xE9], "café", "windows-1252"),
        (Array("<?xml version=\"1.0\" encoding=\"koi8-r\"?><p>".utf8) + [0xCF], "о", "koi8-r"),
    ]

    @Test(arguments: declarations)
    func `a page is decoded as it is and not as it says`(_ page: (bytes: [UInt8], text: String, encoding: String))
        throws
    {
        let document = try MarkupDocument(html: page.bytes)
        #expect(document.tree.text(of: try #require(document.tree.first(.p, in: document.tree.document))) == page.text)
        #expect(document.encoding == page.encoding)
    }
}
