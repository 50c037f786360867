import OffprintMarkup
import Testing

@testable import OffprintHTML

/// The parts of which the finder of the article is made.
struct FindingTests {
    private func tree(_ html: String) throws -> MarkupTree { try MarkupDocument(html: Array(html.utf8)).tree }

    private func statistics(_ text: String) -> TextStatistics {
        let bytes = Array(text.utf8)
        return TextStatistics(bytes, 0..<bytes.count)
    }

    // MARK: Counts

    @Test func `counts what shows in a text`() {
        let counted = statistics("In 1998, Ada Moss (of 14 Mill Lane) came at 09:30 (“late”)!")
        #expect(counted.words == 12)
        #expect(counted.years == 1)
        #expect(counted.clocks == 1)
        #expect(counted.commas == 1)
        #expect(counted.sentences == 1)
        #expect(counted.quotes == 2)
        #expect(counted.capitals == 5)
        #expect(counted.digits == 10)
        #expect(counted.first == UInt8(ascii: "I"))
        #expect(counted.last == UInt8(ascii: "!"))
    }

    @Test func `gives texts that differ in case and punctuation one hash`() {
        #expect(statistics("Ferry returns, at last!").hash == statistics("  FERRY RETURNS AT LAST").hash)
        #expect(statistics("Ferry returns").hash != statistics("Ferry returned").hash)
        #expect(statistics("Fähre").hash != statistics("Fahre").hash)
    }

    @Test(arguments: [
        ("", true), (" \n\t", true), ("\u{A0}\u{AD}\u{200B}", true), (" a", false), ("…", false), ("é", false),
    ])
    func `knows text that shows nothing`(text: String, isBlank: Bool) {
        let bytes = Array(text.utf8)
        #expect(TextStatistics.isBlank(bytes, 0..<bytes.count) == isBlank)
    }

    @Test func `counts by key beside others that share a slot`() {
        var table = CountTable(expecting: 10)
        for key in UInt32(1)...200 { table.add(key) }
        table.add(7, 5)
        #expect(table.count(of: 7) == 6)
        #expect(table.count(of: 200) == 1)
        #expect(table.count(of: 201) == 0)
    }

    // MARK: Passages

    private func texts(_ html: String) throws -> [String] {
        let passages = Passages(of: try tree(html), headline: nil)
        return passages.all.map {
            String(decoding: passages.tree.textBytes[$0.bytes], as: UTF8.self)
                .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }

    @Test func `divides a page where boxes start and end`() throws {
        #expect(
            try texts("<div>One <b>two</b><p>Three</p>four<ul><li>Five<li>Six</ul></div>") == [
                "One two", "Three", "four", "Five", "Six",
            ]
        )
    }

    @Test func `divides at two line breaks and not at one`() throws {
        #expect(try texts("<p>One<br> two<br><br>three<br> <br>four</p>") == ["One two", "three", "four"])
    }

    @Test func `takes no text from elements that show none`() throws {
        let html = "<p>One</p><select><option>Two</select><noscript>Three</noscript><button>Four</button><p>Five</p>"
        #expect(try texts(html) == ["One", "Five"])
    }

    // MARK: The model

    @Test func `adds up the leaves that a row falls into`() {
        // One fork on column 1 at 10: a logit of 2 to the left, of -2 to the right.
        let fork: UInt32 = 1 | 2 << 8 | 10 << 16
        let leaf = { (logit: Int16) in UInt32(255) | UInt32(UInt16(bitPattern: logit * 1_024)) << 16 }
        let model = ContentModel(starts: [0, 3], nodes: [fork, leaf(2), leaf(-2), leaf(0)])
        #expect(model.chances(for: [0, 10, 0, 11, 50, 9], width: 2) == [881, 119, 881])
        #expect(ContentModel.chance(ofLogit: 0) == 500)
        #expect(ContentModel.chance(ofLogit: 1 << 20) == 1_000)
        #expect(ContentModel.chance(ofLogit: -1 << 20) == 0)
    }

    // MARK: The region

    @Test func `reads from the deepest box around all of the article`() throws {
        let tree = try tree("<main><div id=a><ul><li>One</li></ul><p>Two</p></div><div><p>Three</p></div></main>")
        let passages = Passages(of: tree, headline: nil).all
        var region = ArticleRegion(tree)
        #expect(tree.name(of: region.root) == .body)
        region.include(passages[0])
        // A list is read as what it is.
        #expect(tree.name(of: region.root) == .div)
        region.include(passages[1])
        #expect(tree.name(of: region.root) == .div)
        region.include(passages[2])
        #expect(tree.name(of: region.root) == .main)
        #expect(region.isOutside.indices.allSatisfy { !tree.isText($0) || !region.isOutside[$0] })
    }

    @Test func `keeps the breaks that set passages off`() throws {
        let tree = try tree("<div>One<br><br>two<br><br>three</div>")
        let passages = Passages(of: tree, headline: nil).all
        var region = ArticleRegion(tree)
        region.include(passages[0])
        region.include(passages[1])
        let breaks = tree.descendants(of: region.root).filter { tree.name(of: $0) == .br }
        #expect(breaks.filter { !region.isOutside[$0] }.count == 4)
        #expect(region.isOutside[passages[2].nodes.lowerBound])
    }

    @Test func `knows the article that holds the title`() throws {
        let html = "<p>Zero</p><article><h1>One</h1><div><p>Two</p></div></article><article><p>Three</p></article>"
        let passages = Passages(of: try tree(html), headline: nil)
        let articles = PageArticles(passages, title: 1)
        #expect(articles.count == 2)
        #expect(passages.all.map { articles.number(of: $0.box) } == [0, 1, 1, 2])
        #expect(passages.all.map { articles.isTitles($0.box) } == [0, 1, 1, 0])
        #expect(passages.all.map { articles.levelsToTitle(from: $0.box) } == [2, 0, 1, 2])
        #expect(PageArticles(passages, title: nil).isTitles(passages.all[1].box) == -1)
    }

    // MARK: Bounds

    @Test func `looks through a table without headings once`() throws {
        let tree = try tree("<table><tr><td><p>One</p></td><td><p>Two</p></td></tr></table>")
        let passages = Passages(of: tree, headline: nil)
        let table = try #require(tree.first(.table, in: tree.document))
        var plain: Set<MarkupTree.NodeID> = []
        #expect(passages.whole(around: passages.all[0].box, plain: &plain) == nil)
        #expect(plain == [table])
        // A table that is known to be plain is not looked through again, whatever stands in it.
        let headed = try self.tree("<table><tr><th>One</th><td>Two</td></tr></table>")
        let cells = Passages(of: headed, headline: nil)
        let known = try #require(headed.first(.table, in: headed.document))
        var none: Set<MarkupTree.NodeID> = []
        #expect(cells.whole(around: cells.all[1].box, plain: &none) == known)
        var all: Set<MarkupTree.NodeID> = [known]
        #expect(cells.whole(around: cells.all[1].box, plain: &all) == nil)
    }

    @Test func `looks no further up than a page can nest`() throws {
        let levels = Passages.farthest + 10
        let html =
            "<ul><li>" + String(repeating: "<div>", count: levels) + "<p>Deep</p>"
            + String(repeating: "</div>", count: levels) + "</ul>"
        let passages = Passages(of: try tree(html), headline: nil)
        var plain: Set<MarkupTree.NodeID> = []
        #expect(passages.whole(around: passages.all[0].box, plain: &plain) == nil)
    }
}
