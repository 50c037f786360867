import Foundation
import Offprint
import OffprintMarkdown
import OffprintTesting
import Testing

/// What cmark-gfm reads in what was written: the same text, and nothing else.
@Suite(.enabled(if: Tools.readsMarkdown, "Neither cmark-gfm nor the Python package cmarkgfm is here."))
struct ParseTests {
    private static let pieces = [
        "*", "**", "***", "_", "__", "`", "``", "```", "~", "~~", "~~~", "[", "]", "(", ")", "](u)", "[^1]", "[x]",
        "[ ] ",
        "<", ">", "<b>", "</b>", "<div", "</p", "<script>", "<a href=\"", "<!--", "-->", "<http://x.org>", "&", "&amp;",
        "&copy;", "&#42;", "\\",
        "\\\\",
        "!", "![", "#", "##", "-", "--", "---", "+", "=", "===", "1.", "2)", "10. ", "|", "| --- |", ":", ": ", ":-",
        "\"", "'",
        "$", "{{", "{%", " ", " ", " ", " ", "  ", "a", "b", "word", "é", "漢", "「", "」", "“", "€", "🙂", "\u{A0}", ".",
        ",",
        "http://a.org", "www.a.org", "https://", "www.", "^", "%", "/", "x",
    ]

    private struct Source {
        var random: SeededRandom

        mutating func text() -> String {
            let count = Int.random(in: 1...9, using: &random)
            return (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        }
    }

    /// SplitMix64.
    private struct SeededRandom: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }

    private static func collapsed(_ text: String) -> String {
        text.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }

    /// A document, and the HTML that it must come back as.
    private struct Case {
        let name: String
        let blocks: [Block]
        let html: String
    }

    /// One text in every place where text can stand.
    private static func cases(of text: String) -> [Case] {
        let plain = collapsed(text)
        let html = escaped(plain)
        let core = plain.drop { $0 == "\u{A0}" }
        guard !plain.isEmpty, !core.isEmpty else { return [] }
        // White space at its edges stands outside the marks.
        let isSpace = { (character: Character) in character == " " || character == "\u{A0}" }
        let lead = text.prefix(while: isSpace)
        var inner = text.dropFirst(lead.count)
        while let last = inner.last, isSpace(last) { inner.removeLast() }
        let tail = text.dropFirst(lead.count + inner.count)
        let marked = { (open: String, close: String, before: String, after: String) in
            collapsed("\(before)\(lead)\u{1}\(escaped(String(inner)))\u{2}\(tail)\(after)")
                .replacing("\u{1}", with: open).replacing("\u{2}", with: close)
        }
        let content = Inline.text(text)
        func item(_ inlines: Inline...) -> Block { .list(ItemList(.bullet, items: [.init([.paragraph(inlines)])])) }
        return [
            Case(name: "paragraph", blocks: [.p(content)], html: "<p>\(html)</p>\n"),
            Case(name: "heading", blocks: [.heading(level: 2, [content])], html: "<h2>\(html)</h2>\n"),
            Case(name: "item", blocks: [item(content)], html: "<ul>\n<li>\(html)</li>\n</ul>\n"),
            Case(name: "quote", blocks: [.quote([.p(content)])], html: "<blockquote>\n<p>\(html)</p>\n</blockquote>\n"),
            Case(
                name: "cell",
                blocks: [.table(Table(head: [[Table.Cell([.p("h")])]], bodies: [[[Table.Cell([.p(content)])]]]))],
                html:
                    "<table>\n<thead>\n<tr>\n<th>h</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>\(html)</td>\n</tr>\n</tbody>\n</table>\n"
            ),
            Case(name: "break", blocks: [.p("x", .lineBreak, content)], html: "<p>x<br />\n\(html)</p>\n"),
            Case(
                name: "emphasis",
                blocks: [.p("x", .em(content), "x")],
                html: "<p>\(marked("<em>", "</em>", "x", "x"))</p>\n"
            ),
            Case(
                name: "strong",
                blocks: [.p("(", .b(content), ")")],
                html: "<p>\(marked("<strong>", "</strong>", "(", ")"))</p>\n"
            ),
            Case(
                name: "strike",
                blocks: [.p(.strikethrough([content]))],
                html: "<p>\(marked("<del>", "</del>", "", ""))</p>\n"
            ),
            Case(
                name: "nested",
                blocks: [.p(.b("a ", .em(content), " b"), "c")],
                html: "<p><strong>\(marked("<em>", "</em>", "a ", " b"))</strong>c</p>\n"
            ),
            Case(
                name: "link",
                blocks: [.p("x", .a("u", content), "(y)")],
                html: "<p>\(marked("<a href=\"u\">", "</a>", "x", "(y)"))</p>\n"
            ),
            Case(
                name: "title",
                blocks: [.p(.link(["x"], target: "u", title: text))],
                html: "<p><a href=\"u\" title=\"\(html)\">x</a></p>\n"
            ),
            Case(
                name: "around",
                blocks: [.p(content, .em("m"), content)],
                html: "<p>\(escaped(collapsed(text + "\u{1}" + text)).replacing("\u{1}", with: "<em>m</em>"))</p>\n"
            ),
            Case(
                name: "beside code",
                blocks: [.p(content, .code("c"), content)],
                html: "<p>\(escaped(collapsed(text + "\u{1}" + text)).replacing("\u{1}", with: "<code>c</code>"))</p>\n"
            ),
            Case(
                name: "note",
                blocks: [.p(content), .p("x", .footnoteReference(id: "1"), "."), .footnote(id: "1", [.p("n")])],
                html: "<p>\(html)</p>\n<p>x<sup class=\"footnote-ref\">"
            ),
        ]
    }

    @Test(arguments: [["html": "when-needed"], ["html": "never"]])
    func `reads back every text as it was`(options: [String: String]) throws {
        var source = Source(random: SeededRandom(state: 11))
        var cases: [Case] = []
        for _ in 0..<3_000 { cases += Self.cases(of: source.text()) }
        if options["html"] == "never" {
            cases.removeAll { ["emphasis", "strong", "strike", "nested", "around"].contains($0.name) }
        }
        let documents = try cases.map { try markdown($0.blocks, options) }
        let pages = try Tools.html(of: documents)
        try #require(pages.count == cases.count)
        var wrong = 0
        for (index, page) in pages.enumerated() {
            let expected = cases[index].html
            let isRight = cases[index].name == "note" ? page.hasPrefix(expected) : page == expected
            guard !isRight else { continue }
            wrong += 1
            if wrong <= 12 {
                Issue.record(
                    "\(cases[index].name): \(documents[index].debugDescription)\n  gave \(page)  not  \(expected)"
                )
            }
        }
        #expect(wrong == 0, "of \(cases.count)")
    }

    @Test func `lets nothing through that a browser would run`() throws {
        var documents: [String] = []
        for seed in 0..<150 {
            var generator = ArticleGenerator(seed: UInt64(seed))
            documents.append(try written(generator.article()).text)
        }
        let blocks: [Block] = [
            .p(.a("javascript:alert(1)", "x"), .a("JaVa\tScript:alert(1)", "x"), .a("data:text/html,x", "x")),
            .p("<script>alert(1)</script>", "<img src=x onerror=alert(1)>"), .heading(level: 2, ["<script>"]),
            .definitionList([Definition(term: ["<script>"], meanings: [[.p(.a("vbscript:x", "y"))]])]),
        ]
        documents.append(try markdown(blocks))
        let pages = try Tools.html(of: documents)
        try #require(pages.count == documents.count)
        for page in pages {
            for bad in ["<script", "href=\"javascript", "href=\"vbscript", "href=\"data", "<img src=x"] {
                #expect(!page.lowercased().contains(bad), "\(page)")
            }
        }
    }
}
