import OffprintModel
import OffprintXHTML
import Testing

@Suite struct MathTests {
    private static let namespace = "xmlns=\"http://www.w3.org/1998/Math/MathML\""

    @Test(arguments: [
        ("<math><msup><mi>c</mi><mn>2</mn></msup></math>", " alttext=\"c2\"", "<msup><mi>c</mi><mn>2</mn></msup>"),
        (
            "<m:math xmlns:m=\"urn:x\" onclick=\"x\"><m:mi href=\"javascript:x\" mathvariant=\"bold\" style=\"x\">a</m:mi></m:math>",
            " alttext=\"a\"", "<mi mathvariant=\"bold\">a</mi>"
        ),
        (
            "<math><semantics><mo>&lt;</mo><annotation encoding=\"application/x-tex\">&lt;</annotation>"
                + "<annotation-xml><script>x</script></annotation-xml></semantics></math>",
            " alttext=\"&lt;\"",
            "<semantics><mo>&lt;</mo><annotation encoding=\"application/x-tex\">&lt;</annotation></semantics>"
        ),
        (
            "<math><mi>x</mi><mspace width=\"1em\" height=\"evil\"/><mtable><mtr><mtd columnspan=\"2\"/></mtr></mtable></math>",
            " alttext=\"x\"",
            "<mi>x</mi><mspace width=\"1em\"></mspace><mtable><mtr><mtd columnspan=\"2\"></mtd></mtr></mtable>"
        ),
    ])
    func `MathML that passes is put together again`(source: String, alternative: String, expected: String) {
        let result = rendered(.math(Math(.mathML, source)))
        #expect(result.markup == "<math \(Self.namespace)\(alternative)>\(expected)</math>")
        #expect(result.fragment.containsMathML)
        #expect(result.codes.isEmpty)
    }

    @Test func `a formula of its own is set as a block`() {
        let result = Rendered([.math(Math(.mathML, "<math><mi>a</mi></math>", alternativeText: "a \"b\""))])
        #expect(
            result.markup
                == "<div class=\"math\"><math display=\"block\" \(Self.namespace) alttext=\"a &quot;b&quot;\"><mi>a</mi></math></div>"
        )
    }

    @Test(arguments: [
        "<math><mi>a</math>", "<math><mi>a</mi></math><math/>", "a", "<math/>", "<math><script>a</script></math>",
        "<math><mfrac><mi>a</mi></mfrac></math>", "<math>a<mi>b</mi></math>", "<math><mi>&nbsp;a</mi></math>",
        "<!DOCTYPE math><math><mi>a</mi></math>", "<math><mi a=\"1\" a=\"2\">a</mi></math>",
        "<math><mtd>a</mtd></math>",
        "<math><math><mi>a</mi></math></math>", "<mi>a</mi>", "<math><mi a=1>a</mi></math>", "<math><mi>a</mi>",
        "<math><mi><mn>a</mn></mi></math>", "<math><?php a ?><mi>a</mi></math>", "<math><mi>&#0;a</mi></math>",
        "<math><svg:mi>a</svg:mi></math", "<math><mi>a</mi></ math>", "<math><a:b:mi>a</a:b:mi></math>",
    ])
    func `other markup leaves its words and a loss`(source: String) {
        let result = rendered(.math(Math(.mathML, source, alternativeText: "in words")))
        #expect(result.markup == "in words")
        #expect(!result.fragment.containsMathML)
        #expect(result.codes == ["math-not-carried"])
        #expect(!rendered(.math(Math(.mathML, source))).markup.contains("<"))
    }

    @Test func `a formula of which nothing can be seen needs words`() {
        let source = "<math><mrow/></math>"
        #expect(rendered(.math(Math(.mathML, source))).codes == ["math-not-carried"])
        #expect(
            rendered(.math(Math(.mathML, source, alternativeText: "nothing"))).markup.contains("alttext=\"nothing\"")
        )
    }

    @Test func `a formula nested too deep is refused`() {
        let source = String(repeating: "<mrow>", count: 100_000)
        #expect(rendered(.math(Math(.mathML, "<math>\(source)", alternativeText: "x"))).markup == "x")
    }

    @Test(arguments: ["<a>b</a>", "<?xml version=\"1.0\"?>\n<a b='c&#x41;'><!-- d --><![CDATA[<e>]]></a>\n", "<ü/>"])
    func `what is well formed passes`(document: String) { #expect(StrictXML.events(of: Array(document.utf8)) != nil) }

    @Test func `a document cut anywhere is not well formed`() {
        let document = Array("<?xml version=\"1.0\"?><a b=\"c\"><!-- d --><![CDATA[<e>]]>&amp;<f/></a>".utf8)
        for end in document.indices { #expect(StrictXML.events(of: Array(document[..<end])) == nil, "cut at \(end)") }
    }
}
