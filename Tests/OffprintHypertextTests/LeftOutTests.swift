import OffprintHypertext
import OffprintMarkup
import OffprintModel
import Testing

/// What a builder keeps of elements that its user leaves out.
@Suite struct LeftOutTests {
    private func blocks(_ html: String, leavingOut name: MarkupName) throws -> [Block] {
        let tree = try MarkupDocument(html: Array(html.utf8)).tree
        let outside = try #require(tree.first(name, in: tree.document))
        var builder = BlockBuilder(tree) { outside <= $0 && $0 < tree.end(of: outside) }
        return builder.blocks(in: tree.document)
    }

    @Test func `text that is left out is`() throws {
        #expect(try blocks("<p>a</p><section>b</section>", leavingOut: .section) == [.paragraph([.text("a")])])
    }

    @Test func `a caption goes with its picture`() throws {
        let html = #"<div><img src="a.jpg"></div><p class="caption">The quay. Photo: A. Lens</p>"#
        let picture = ImageReference(url: "a.jpg")
        #expect(
            try blocks(html, leavingOut: .p) == [
                .figure(Figure(images: [picture], caption: [.text("The quay.")], credit: "Photo: A. Lens"))
            ]
        )
    }

    @Test func `a note goes with its reference`() throws {
        let html = ##"""
            <p>Text<sup><a id="r" href="#n">1</a></sup></p>
            <section><ol><li id="n">A note. <a href="#r">↩</a></li><li>None.</li></ol></section>
            """##
        #expect(
            try blocks(html, leavingOut: .section) == [
                .paragraph([.text("Text"), .footnoteReference(id: "1")]),
                .footnote(id: "1", [.paragraph([.text("A note.")])]),
            ]
        )
    }
}

/// Input that is made to take long: each of these is read in time that grows with its length.
@Suite struct HostileBlockTests {
    @Test(
        arguments: [
            "<div class=\"caption\">", "<figure>", "<table><tr><td>", "<blockquote>", "<ul><li>", "<dl><dd>", "<b><i>",
            "<aside role=note>", "<article>", "<details><summary>", "<span class=\"math\">", "<picture>", "<ruby>",
            "<x-y>", "<noscript>", "<object data=a>", "<div itemprop=acceptedAnswer>", "<pre><div>", "<code><b>",
        ]
    )
    func `elements that nest without end`(tag: String) throws {
        let html = String(repeating: tag, count: 9_000) + "deep"
        let tree = try MarkupDocument(html: Array(html.utf8), limits: .init(depth: 40_000)).tree
        var builder = BlockBuilder(tree)
        var deepest = 0
        builder.blocks(in: tree.document).walk { _, depth in deepest = max(deepest, depth) }
        #expect(deepest < Article.maximumDepth)
    }

    @Test func `links to one note, many times`() throws {
        let links = String(repeating: ##"<sup><a href="#n">1</a></sup>"##, count: 20_000)
        let html = "<p>\(links)</p><ol><li id=n>" + String(repeating: "<b></b>", count: 5_000) + "A note</ol>"
        let tree = try MarkupDocument(html: Array(html.utf8)).tree
        var builder = BlockBuilder(tree)
        #expect(!builder.blocks(in: tree.document).isEmpty)
    }
}
