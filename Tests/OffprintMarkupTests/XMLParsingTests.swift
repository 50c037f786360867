import OffprintMarkup
import Testing

@Suite struct XMLParsingTests {
    static let documents: [(xml: String, outline: String)] = [
        ("<a><b>x</b>y</a>", #"#document(a(b("x") "y"))"#),
        ("  \n<?xml version='1.0' encoding='utf-16'?>\n<a/>", "#document(a())"),
        ("<a>&amp;&lt;&#8364;&nbsp;&eacute;</a>", "#document(a(\"&<€\u{A0}é\"))"),
        ("<a t='1 &amp; 2'/>", "#document(a(t=1 & 2))"),
        ("<a>Fish & chips &c</a>", #"#document(a("Fish & chips &c"))"#),
        ("<a><![CDATA[<p>&nbsp; & x</p>]]> &copy;</a>", #"#document(a("<p>&nbsp; & x</p> ©"))"#),
        (
            "<!DOCTYPE a [<!ENTITY co \"ACME &amp; &x;\"><!ENTITY x '<b>bold</b>'>]><a>&co;</a>",
            #"#document(a("ACME & " b("bold")))"#
        ),
        ("<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/a.dtd'><a>x</a>", #"#document(a("x"))"#),
        ("<m:a xmlns:m='urn:m' m:b='1' c='2'/>", "#document(a(b=1 c=2))"),
        ("<a><?php x ?><!-- & --></a>", "#document(a())"),
    ]

    @Test(arguments: documents) func `a document becomes its tree`(_ sample: (xml: String, outline: String)) throws {
        let document = try MarkupDocument(xml: Array(sample.xml.utf8))
        #expect(document.tree.outline == sample.outline)
        #expect(document.issues.isEmpty)
    }

    @Test func `names keep their namespaces`() throws {
        let tree = try MarkupDocument(
            xml: Array("<a xmlns='urn:one' xmlns:t='urn:two'><t:title/><title xml:lang='ar'/></a>".utf8)
        ).tree
        #expect(tree.all.dropFirst().map { tree.qualifiedName(of: $0).namespace } == ["urn:one", "urn:two", "urn:one"])
        #expect(tree.all.dropFirst(2).map { tree.name(of: $0) } == [.title, .title])
        #expect(tree.attribute(.lang, of: 3) == "ar")
    }

    @Test func `what is not well-formed is recovered and reported with its line`() throws {
        let document = try MarkupDocument(
            xml: Array("<a>\n<b>one</b>\n<c>two</d>\n<b>three &amp; 4 &lt; &foo;</b></a>".utf8)
        )
        #expect(document.tree.text(of: 0).contains("one"))
        #expect(document.tree.text(of: 0).contains("two"))
        #expect(document.tree.text(of: 0).contains("three & 4 < &foo;"))
        guard case .notWellFormed(let message, let line)? = document.issues.last else {
            Issue.record("no issue")
            return
        }
        #expect(line == 3)
        #expect(message.contains("mismatch"))
    }

    @Test func `an external entity is not opened`() throws {
        let xml =
            "<!DOCTYPE a [<!ENTITY f SYSTEM 'file:///etc/passwd'><!ENTITY % p SYSTEM 'file:///etc/hosts'>%p;]>\n<a>x&f;y</a>"
        let document = try MarkupDocument(xml: Array(xml.utf8))
        #expect(document.tree.text(of: 0) == "xy")
        #expect(document.issues == [.externalEntity(name: "%p;", line: 1), .externalEntity(name: "&f;", line: 2)])
    }

    @Test func `an entity that nobody declares stands as text`() throws {
        let document = try MarkupDocument(xml: Array("<a>\n&nobody;</a>".utf8))
        #expect(document.tree.text(of: 0) == "\n&nobody;")
        #expect(document.issues == [.unknownEntity(name: "&nobody;", line: 2)])
    }

    static let bombs: [String] = {
        let levels = (1...9).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }.joined()
        let laughs = "<!DOCTYPE a [<!ENTITY l0 \"lol\">\(levels)]><a>&l9;</a>"
        let loop = "<!DOCTYPE a [<!ENTITY x \"&y;\"><!ENTITY y \"&x;\">]><a>&x;</a>"
        let long = String(repeating: "A", count: 100_000)
        let quadratic = "<!DOCTYPE a [<!ENTITY x \"\(long)\">]><a>\(String(repeating: "&x;", count: 25_000))</a>"
        return [laughs, loop, quadratic]
    }()

    @Test(arguments: bombs) func `entities that explode are refused at once`(_ xml: String) {
        let time = ContinuousClock().measure {
            let error = #expect(throws: MarkupError.self) { try MarkupDocument(xml: Array(xml.utf8)) }
            #expect(error?.code == .entityLimit)
        }
        #expect(time < .seconds(1))
    }

    @Test func `deep nesting is refused`() {
        let xml = String(repeating: "<a>", count: 100_000)
        let error = #expect(throws: MarkupError.self) { try MarkupDocument(xml: Array(xml.utf8)) }
        #expect(error?.code == .depthLimit)
    }
}
