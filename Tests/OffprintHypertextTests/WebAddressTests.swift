import OffprintHypertext
import OffprintMarkup
import OffprintModel
import Testing

@Suite struct WebAddressTests {
    /// References from RFC 3986, section 5.4, and forms of pages, against one base.
    static let references: [(reference: String, absolute: String)] = [
        ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"),
        ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"), ("#s", "#s"),
        ("g#s", "http://a/b/c/g#s"), (".", "http://a/b/c/"), ("..", "http://a/b/"), ("../g", "http://a/b/g"),
        ("../../g", "http://a/g"), ("../../../g", "http://a/g"), ("mailto:x@y", "mailto:x@y"), ("", ""),
        ("g\n", "http://a/b/c/g"), ("g?a=../b", "http://a/b/c/g?a=../b"),
    ]

    @Test(arguments: references) func `a reference is resolved`(_ sample: (reference: String, absolute: String)) {
        #expect(WebAddress.resolve(sample.reference, against: "http://a/b/c/d;p?q") == sample.absolute)
    }

    @Test(arguments: [
        "javascript:x", " JavaScript:x", "java\nscript:x", "vbscript:x", "data:text/html,x", "\u{1}javascript:x",
    ])
    func `an address that runs code is not safe`(_ address: String) {
        #expect(!WebAddress.isSafe(address))
    }

    @Test(arguments: ["https://a/", "mailto:a@b", "#x", "a/b", "data:image/png;base64,AA", "javascript.html"])
    func `any other is`(_ address: String) {
        #expect(WebAddress.isSafe(address))
    }
}

@Suite struct BlockBuilderTests {
    private func blocks(_ html: String) throws -> [Block] {
        let tree = try MarkupDocument(html: Array(html.utf8)).tree
        var builder = BlockBuilder(tree)
        return builder.blocks(in: tree.document)
    }

    @Test func `boxes nest as deep as they like`() throws {
        let html = String(repeating: "<div>", count: 15_000) + "deep"
        #expect(try blocks(html) == [.paragraph([.text("deep")])])
    }

    @Test func `quotes nest to the limit of the model and no text is lost`() throws {
        let html = String(repeating: "<blockquote>", count: 1_000) + "deep"
        let tree = try MarkupDocument(html: Array(html.utf8)).tree
        var builder = BlockBuilder(tree)
        let blocks = builder.blocks(in: tree.document)
        var deepest = 0
        blocks.walk { _, depth in deepest = max(deepest, depth) }
        #expect(deepest < Article.maximumDepth)
        #expect(blocks.plainText == "deep")
        #expect(builder.losses.map(\.code) == ["depth-limit"])
    }

    @Test func `a space between two marks stands outside both`() throws {
        #expect(
            try blocks("<p><b>a </b><i>b</i> <b> c</b></p>") == [
                .paragraph([
                    .strong([.text("a")]), .text(" "), .emphasis([.text("b")]), .text(" "), .strong([.text("c")]),
                ])
            ]
        )
    }

    @Test func `a mark goes on over the blocks within it`() throws {
        #expect(
            try blocks("<em>a<div>b</div>c</em>") == [
                .paragraph([.emphasis([.text("a")])]), .paragraph([.emphasis([.text("b")])]),
                .paragraph([.emphasis([.text("c")])]),
            ]
        )
    }
}
