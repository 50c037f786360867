import OffprintMarkup
import Testing

/// What browsers make of tags that do not match (https://html.spec.whatwg.org/#tree-construction).
@Suite struct TreeConstructionTests {
    static let implied: [(html: String, outline: String)] = [
        ("<p>a<div>b</div>c", #"p("a") div("b") "c""#),
        ("<p>a<h2>b</h2><ul><li>c</ul>", #"p("a") h2("b") ul(li("c"))"#),
        ("<p>a<button><p>b</p></button>c", #"p("a" button(p("b")) "c")"#),
        ("<h2>a<h3>b</h3>", #"h2("a") h3("b")"#),
        ("<h2>a</h3>b", #"h2("a") "b""#),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", #"ul(li("a" ul(li("b"))) li("c"))"#),
        ("<ul><li><div>a<li>b</ul>", #"ul(li(div("a")) li("b"))"#),
        ("<ul><li><section>a<li>b</section></ul>", #"ul(li(section("a" li("b"))))"#),
        ("<dl><dt>a<dd>b<dt>c<dd>d</dl>", #"dl(dt("a") dd("b") dt("c") dd("d"))"#),
        (
            "<select><option>a<option>b<optgroup><option>c</select>d",
            #"select(option("a") option("b") optgroup(option("c"))) "d""#
        ),
        ("<ruby>a<rp>(<rt>b<rp>)</ruby>c", #"ruby("a" rp("(") rt("b") rp(")")) "c""#),
        ("a</p>b", #""a" p() "b""#),
        ("a</br>b", #""a" br() "b""#),
        ("a<br/>b<hr/>c<img src=x />d", #""a" br() "b" hr() "c" img(src=x) "d""#),
        ("<div/>a", #"div("a")"#),
        ("<image src=x>a", #"img(src=x) "a""#),
        ("<pre>\n\na\nb</pre>", "pre(\"\na\nb\")"),
        ("<pre>\r\na\r\nb\rc</pre>", "pre(\"a\nb\nc\")"),
        ("a</body></html>b<p>c", #""ab" p("c")"#),
        ("<form>a<form>b</form>c", #"form("ab") "c""#),
        ("<div><form><div>a</form>b</div>c</div>d", #"div(form(div("ab")) "c") "d""#),
        ("<span>a<div>b</span>c</div>d", #"span("a" div("bc") "d")"#),
        ("<x-a>a<p>b</x-a>c", #"x-a("a" p("bc"))"#),
        ("<object><p>a</object>b", #"object(p("a")) "b""#),
    ]

    static let tables: [(html: String, outline: String)] = [
        ("<table><tr><td>a<td>b<tr><th>c</table>d", #"table(tr(td("a") td("b")) tr(th("c"))) "d""#),
        ("<table><thead><tr><td>a<tbody><tr><td>b</table>", #"table(thead(tr(td("a"))) tbody(tr(td("b"))))"#),
        ("<table><td>a</table>", #"table(tr(td("a")))"#),
        ("<table><caption>a<tr><td>b</table>", #"table(caption("a") tr(td("b")))"#),
        ("<table><col><colgroup><col></colgroup><tr><td>a</table>", #"table(col() colgroup(col()) tr(td("a")))"#),
        ("<table><tr><td><table><tr><td>a</table>b</table>c", #"table(tr(td(table(tr(td("a"))) "b"))) "c""#),
        ("<table><tr><td>a</div>b</p></table>", #"table(tr(td("ab" p())))"#),
        ("<div><table><tr><td>a</div>b</table>c</div>", #"div(table(tr(td("ab"))) "c")"#),
        ("<table><form><tr><td>a</form></table>", #"table(form() tr(td("a")))"#),
        ("<table>lost<tr><td>a</table>", #"table("lost" tr(td("a")))"#),
        ("<table><tr><div>lost</div><td>a</table>", #"table(tr(div("lost") td("a")))"#),
        ("<table><tr><table><tr><td>a</table>", #"table(tr()) table(tr(td("a")))"#),
        ("<td>a</td><tr>b", #""ab""#),
        ("<b><table><tr><td>a</b>c</table>d", #"b(table(tr(td("ac"))) "d")"#),
        ("<template><tr><td>a<td>b</template>c", #"template(tr(td("a") td("b"))) "c""#),
    ]

    static let formatting: [(html: String, outline: String)] = [
        ("<b>a<i>b</b>c</i>d", #"b("a" i("b")) i("c") "d""#),
        ("<p><b>a<p>b</b>c", #"p(b("a")) p(b("b") "c")"#),
        ("<b><p>a</b>b</p>c", #"b() p(b("a") "b") "c""#),
        ("<b>a<p>b</b>c</p>d", #"b("a") p(b("b") "c") "d""#),
        ("<b><i><p>a</b>b</i>c</p>d", #"b(i()) i() p(i(b("a") "b") "c") "d""#),
        ("<a href=1><div>a</a>b</div>c", #"a(href=1) div(a(href=1 "a") "b") "c""#),
        ("<a href=1>a<a href=2>b</a>c", #"a(href=1 "a") a(href=2 "b") "c""#),
        ("<a href=1><div>a<a href=2>b</a></div>", #"a(href=1) div(a(href=1 "a") a(href=2 "b"))"#),
        ("<p><a href=1>a<div>b</div></a>c", #"p(a(href=1 "a")) div(a(href=1 "b")) "c""#),
        ("<div><b>a</div>\n<p>b</p>", "div(b(\"a\")) \"\n\" p(b(\"b\"))"),
        ("<p><b><b><b><b><b>a<p>b", #"p(b(b(b(b(b("a")))))) p(b(b(b("b"))))"#),
        ("<table><tr><td><b>a<td>b</table>c", #"table(tr(td(b("a")) td("b"))) "c""#),
        ("<noscript><b><div>a</noscript>b", #"noscript(b(div("a"))) "b""#),
    ]

    static let texts: [(html: String, outline: String)] = [
        ("&copy;&copy 1&copyb &notin; &notit; &nosuch;", "\"©© 1©b ∉ ¬it; &nosuch;\""),
        ("<a href='?a=1&copy=2&lt=3&amp;x&lt;'>a</a>", "a(href=?a=1&copy=2&lt=3&x< \"a\")"),
        ("&#x41;&#65&#X61;&#;&#x;&#1234567890;", "\"AAa&#;&#x;\u{FFFD}\""),
        ("&NotEqualTilde;&ThickSpace;", "\"\u{2242}\u{338}\u{205F}\u{200A}\""),
        ("<p a=1 a=2 A=3 b = '4'c=5 d e=>f</p>", #"p(a=1 b=4 c=5 d= e= "f")"#),
        ("<p a=\"1\r\n2\">b</p>", "p(a=1\n2 \"b\")"),
        ("<p a='never closed>b</p><p>c</p>", #"p(a=never closed "b") p("c")"#),
        ("<title>a <b> & &amp; c</title>d", #"title("a <b> & & c") "d""#),
        ("<textarea>\na</textarea><xmp>&amp;<b></xmp>", #"textarea("a") xmp("&amp;<b>")"#),
        ("<iframe>a", #"iframe() "a""#),
        ("a<![CDATA[b]]>c<?d?>e</3>f</>g<3", #""acefg<3""#),
        ("a<script><!-- <script>b</script>c --></script>d", #""ad""#),
        ("a<script><!-- <script>b --></script>c", #""ac""#),
        ("a<script><!-- <script>b</script>c", #""ac""#),
        ("a<!-- b --!>c<!doctype d>e", #""ace""#),
    ]

    @Test(arguments: implied + tables + formatting + texts)
    func `a body becomes what browsers make of it`(_ sample: (html: String, outline: String)) throws {
        #expect(try bodyOutline("<body>\(sample.html)") == sample.outline)
    }

    static let pages: [(html: String, outline: String)] = [
        ("a", #"html(body("a"))"#),
        ("<title>t</title>a", #"html(head(title("t")) body("a"))"#),
        (
            "<html lang=en><head><meta charset=utf-8></head>\n<body id=b>a",
            #"html(lang=en head(meta(charset=utf-8)) body(id=b "a"))"#
        ),
        ("<head></head><link rel=x><meta name=y><p>a", #"html(head(link(rel=x) meta(name=y)) body(p("a")))"#),
        ("\u{FEFF}\u{FEFF}<html lang=en><title>t</title>", #"html(lang=en head(title("t")))"#),
        ("x<html lang=en class=c><body id=b><p>a", #"html(lang=en class=c body(id=b "x" p("a")))"#),
        (
            "<head><noscript><img src=p></noscript><meta name=y></head>a",
            #"html(head(noscript(img(src=p)) meta(name=y)) body("a"))"#
        ),
        ("<head><noscript><img src=p><body>a", #"html(head(noscript(img(src=p))) body("a"))"#),
        ("<title>never closed <meta name=y><p>a", #"html(head(title("never closed ") meta(name=y)) body(p("a")))"#),
        (
            "<head><script type=application/json>1</script><p>a",
            #"html(head(script(type=application/json)) body(p("a")))"#
        ),
    ]

    @Test(arguments: pages) func `a page becomes what browsers make of it`(_ sample: (html: String, outline: String))
        throws
    {
        #expect(try MarkupDocument(html: Array(sample.html.utf8)).tree.outline == "#document(\(sample.outline))")
    }
}
