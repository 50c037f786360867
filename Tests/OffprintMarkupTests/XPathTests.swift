import OffprintMarkup
import Testing

struct XPathTests {
    private static let source = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE news [<!ENTITY desk "Island desk">]>
        <news xmlns:a="urn:a"><head lang="da">Færge &amp; kaj<!-- no element --></head>
        <?target data?><a:by>&desk;</a:by><body><p>One</p><p>Two<![CDATA[ & more]]></p></body></news>
        """

    private func document() throws -> XPathDocument { try XPathDocument(xml: Array(Self.source.utf8)) }

    private func words(_ expression: String) throws -> [String] {
        let document = try document()
        switch try document.evaluate(expression, namespaces: [("a", "urn:a")]) {
        case .text(let text): return [text]
        case .places(let places): return places.map { $0.text ?? document.document.tree.text(of: $0.element) }
        }
    }

    @Test(arguments: [
        ("/news/head", ["Færge & kaj"]), ("//p", ["One", "Two & more"]), ("//p[2]/text()", ["Two", " & more"]),
        ("/news/head/@lang", ["da"]), ("//a:by", ["Island desk"]), ("count(//p)", ["2"]), ("//nothing", []),
        ("string(/news/body/p[1])", ["One"]), ("//p | //head", ["Færge & kaj", "One", "Two & more"]),
        ("/*", ["Færge & kaj\nIsland deskOneTwo & more"]),
    ])
    func `finds what XPath says`(expression: String, found: [String]) throws {
        #expect(try words(expression) == found)
    }

    @Test func `an expression starts at an element`() throws {
        let document = try document()
        guard case .places(let bodies) = try document.evaluate("/news/body"), let body = bodies.first,
            case .places(let paragraphs) = try document.evaluate("p", at: body.element)
        else { return #expect(Bool(false), "The body is found.") }
        #expect(paragraphs.map { document.document.tree.text(of: $0.element) } == ["One", "Two & more"])
    }

    @Test func `says what is wrong with an expression`() throws {
        #expect(XPathDocument.problem(in: "/news/head") == nil)
        #expect(XPathDocument.problem(in: "/news[") != nil)
        let document = try document()
        #expect(throws: MarkupError.self) { try document.evaluate("//b:by") }
        #expect(throws: MarkupError.self) { try document.evaluate("document('/etc/passwd')") }
    }

    @Test func `an expression that takes too long is an error`() throws {
        let rows = String(repeating: "<p/>", count: 20_000)
        let document = try XPathDocument(xml: Array("<news>\(rows)</news>".utf8))
        #expect(throws: MarkupError.self) { try document.evaluate("//p[count(//p[count(//p) > 1]) > 1]") }
    }

    @Test func `deep and broken documents are numbered alike`() throws {
        let deep = String(repeating: "<a>", count: 10_000) + "x" + String(repeating: "</a>", count: 10_000)
        #expect(throws: Never.self) { try XPathDocument(xml: Array(deep.utf8)) }
        let broken = try XPathDocument(xml: Array("<news><p>One<b></p><p>Two</p></news>".utf8))
        guard case .places(let places) = try broken.evaluate("//p") else { return }
        #expect(places.count == 2)
    }
}
