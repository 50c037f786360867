import OffprintMarkup
import Testing

@Suite struct LimitTests {
    @Test func `a million nested elements end in an error and not in a crash`() {
        let page = Array(String(repeating: "<div>", count: 1_000_000).utf8)
        let error = #expect(throws: MarkupError.self) { try MarkupDocument(html: page) }
        #expect(error?.code == .depthLimit)
    }

    @Test(arguments: ["<div>", "<b>", "<x-y>", "<blockquote>"]) func `ten thousand nested elements are read`(
        _ tag: String
    ) throws {
        let page = Array((String(repeating: tag, count: 10_000) + "deep").utf8)
        let tree = try MarkupDocument(html: page).tree
        #expect(tree.text(of: tree.document) == "deep")
        #expect(tree.count > 10_000)
    }

    @Test func `fifty thousand attributes take no time and lose no text`() throws {
        let attributes = (0..<50_000).map { "a\($0)=\"\($0)\"" }.joined(separator: " ")
        let clock = ContinuousClock()
        var document: MarkupDocument?
        let time = try clock.measure {
            document = try MarkupDocument(html: Array("<p \(attributes)>x</p><p>TAIL</p>".utf8))
        }
        let tree = try #require(document?.tree)
        #expect(time < .seconds(2))
        #expect(tree.text(of: tree.document) == "xTAIL")
        let kept = tree.attributes(of: try #require(tree.first(.p, in: tree.document))).count
        #expect(kept == 1_000)
        #expect(document?.issues == [.attributesLeftOut(line: 1)])
    }

    @Test(arguments: [100_000, 1_000_000]) func `as many attributes in XML take no time and lose no text`(
        count: Int
    ) throws {
        let attributes = (0..<count).map { "a\($0)='>'" }.joined(separator: " ")
        let clock = ContinuousClock()
        var document: MarkupDocument?
        let time = try clock.measure {
            document = try MarkupDocument(xml: Array("<!DOCTYPE r>\n<r><p \(attributes)>x</p>\n<q/></r>".utf8))
        }
        let tree = try #require(document?.tree)
        #expect(time < .seconds(10))
        #expect(tree.text(of: tree.document) == "x\n")
        let kept = tree.attributes(of: try #require(tree.first(.p, in: tree.document))).count
        #expect(kept == 1_000)
        #expect(document?.issues == [.attributesLeftOut(line: 2)])
        let after = tree.all.first { tree.qualifiedName(of: $0).local == "q" }
        #expect(after.map { tree.line(of: $0) } == 3)
    }

    @Test(arguments: [
        ("<p a='1' b='2' c='3' d='4'/>", 3), ("<p a='1' b='2' c='3'/>", 3), ("<p a='1' b='2'>&amp;</p>", 2),
        ("<p a='&amp;' b='>' c=\"'\" d='' e=''><b/></p>", 3), ("<p>a='1' b='2' c='3' d='4' e='5' f='6'</p>", 0),
        ("<p a='1'><![CDATA[a \"b\" \"c\" \"d\" =\"e\" =\"f\" =\"g\" =\"h\" > i]]></p>", 1),
    ])
    func `attributes of XML are read up to the limit`(text: String, count: Int) throws {
        let document = try MarkupDocument(xml: Array(text.utf8), limits: .init(attributes: 3))
        let element = try #require(document.tree.first(.p, in: document.tree.document))
        #expect(document.tree.attributes(of: element).count == count)
        #expect(!document.issues.contains { if case .notWellFormed = $0 { true } else { false } })
    }

    @Test func `more names than can be told apart are refused`() {
        let elements = (0..<70_000).map { "<a\($0)/>" }.joined()
        let error = #expect(throws: MarkupError.self) { try MarkupDocument(xml: Array("<r>\(elements)</r>".utf8)) }
        #expect(error?.code == .nameLimit)
    }

    @Test func `twenty megabytes of text arrive whole`() throws {
        let text = String(repeating: "words ", count: 3_500_000)
        let tree = try MarkupDocument(html: Array("<p>\(text)</p><p>TAIL</p>".utf8)).tree
        #expect(tree.textRange(of: tree.document).count == text.utf8.count + 4)
    }

    @Test func `a document with more nodes than the limit is refused`() {
        let page = Array(String(repeating: "<br>", count: 5_000).utf8)
        let error = #expect(throws: MarkupError.self) { try MarkupDocument(html: page, limits: .init(nodes: 1_000)) }
        #expect(error?.code == .nodeLimit)
    }

    @Test func `every start of a page is read without a crash`() throws {
        let page = Array(
            """
            <!DOCTYPE html><html lang="en"><meta charset=utf-8><!-- c --><script type="application/ld+json">{"a":"</p>"}</script>
            <p title='a>b' class=c>x &#128; &amp; &nbsp <svg><a/></svg><math></math><textarea><b></textarea></p><![CDATA[x]]><?php ?>
            """.utf8
        )
        for end in 0...page.count {
            let tree = try MarkupDocument(html: Array(page[..<end])).tree
            #expect(String(validating: tree.textBytes, as: UTF8.self) != nil)
            _ = try? MarkupDocument(xml: Array(page[..<end]))
        }
    }

    @Test func `random bytes are read without a crash`() throws {
        var random = SplitMix64(seed: 7)
        let alphabet = Array("<>/!-&#;\"'= \n\0abpsvgtitle?[]x0123é\u{2028}".utf8) + [0xFF, 0xC3, 0xED, 0xA0]
        for _ in 0..<2_000 {
            let page = (0..<Int.random(in: 0...300, using: &random)).map { _ in
                alphabet.randomElement(using: &random) ?? 0
            }
            let tree = try MarkupDocument(html: page).tree
            #expect(String(validating: tree.textBytes, as: UTF8.self) != nil)
            #expect(tree.end(of: tree.document) == tree.count)
            _ = try? MarkupDocument(xml: page)
        }
    }
}

/// A generator with a seed, so that a failure can be had again.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
