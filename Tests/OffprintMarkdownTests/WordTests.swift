import Foundation
import Offprint
import OffprintMarkdown
import OffprintTesting
import Testing

/// Whatever an article holds, what cmark-gfm reads in the file has its words and its blocks.
@Suite(.enabled(if: Tools.readsMarkdown, "Neither cmark-gfm nor the Python package cmarkgfm is here."))
struct WordTests {
    /// The text without white space, controls and marks of byte order, which the form of a file changes.
    private static func visible(_ text: String) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        // Digits may be raised or lowered.
        let text = text.precomposedStringWithCompatibilityMapping
        for scalar in text.unicodeScalars
        where !scalar.properties.isWhitespace && scalar.properties.generalCategory != .control && scalar != "\u{FEFF}" {
            result.append(scalar)
        }
        return result
    }

    /// What a page of HTML says, its tags and entities resolved.
    ///
    /// By bytes: a joiner behind an entity would make one `Character` of its semicolon.
    private static func text(of page: String) -> String {
        let entities: [(name: String, byte: UInt8)] = [
            ("&lt;", 0x3C), ("&gt;", 0x3E), ("&quot;", 0x22), ("&#10;", 0x0A), ("&amp;", 0x26),
        ]
        var text: [UInt8] = []
        var rest = Array(page.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == 0x3C {
                rest = rest.drop { $0 != 0x3E }.dropFirst()
            } else if byte == 0x26,
                let entity = entities.first(where: { rest.starts(with: $0.name.utf8.dropFirst()) })
            {
                text.append(entity.byte)
                rest = rest.dropFirst(entity.name.utf8.count - 1)
            } else {
                text.append(byte)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The texts of an article; pictures are looked for elsewhere, and formulas are rewritten.
    private static func texts(of blocks: [Block]) -> [String] {
        var texts: [String] = []
        func add(_ inlines: [Inline]) {
            inlines.walk { inline in
                switch inline {
                case .text(let text), .code(let text): texts.append(text)
                case .emphasis, .strong, .strikethrough, .superscript, .subscript, .link, .image, .lineBreak,
                    .footnoteReference, .math, .quoted, .cite, .ruby, .span, .custom:
                    break
                }
            }
        }
        blocks.walk { block, _ in
            for run in block.inlines { add(run) }
            switch block {
            case .code(let text, language: _): texts.append(text)
            case .figure(let figure): texts.append(figure.credit ?? "")
            case .embed(let embed): texts.append(embed.title ?? "")
            case .liveEntry(let entry): texts.append(entry.author ?? "")
            case .paragraph, .heading, .list, .quote, .pullQuote, .table, .aside, .definitionList, .thematicBreak,
                .math, .footnote, .custom:
                break
            }
        }
        return texts
    }

    /// How many rules and blocks of code an article has, at least.
    private static func counts(of blocks: [Block]) -> [String: Int] {
        var counts: [String: Int] = [:]
        blocks.walk { block, _ in
            switch block {
            case .thematicBreak: counts["<hr", default: 0] += 1
            case .code: counts["<pre", default: 0] += 1
            case .heading(let level, let words):
                let texts = texts(of: [.paragraph(words)])
                if texts.contains(where: { $0.contains(where: \.isLetter) }) { counts["<h\(level)>", default: 0] += 1 }
            case .paragraph, .list, .quote, .pullQuote, .table, .figure, .embed, .aside, .liveEntry, .definitionList,
                .math, .footnote, .custom:
                break
            }
        }
        return counts
    }

    @Test(arguments: [["html": "when-needed"], ["html": "never"]])
    func `keeps the words and blocks of any article`(options: [String: String]) throws {
        let articles = (0..<400).map { seed in
            var generator = ArticleGenerator(seed: UInt64(seed))
            return generator.article()
        }
        let files = try articles.map { try written($0, options).text }
        let pages = try Tools.html(of: files)
        try #require(pages.count == articles.count)
        for (seed, (article, page)) in zip(articles, pages).enumerated() {
            let read = Self.visible(Self.text(of: page))
            for text in Self.texts(of: article.body) {
                let wanted = Self.visible(text)
                #expect(
                    wanted.isEmpty || read.contains(wanted),
                    "seed \(seed): \(text.debugDescription) in \(files[seed].debugDescription)"
                )
            }
            guard options["html"] != "never" else { continue }
            for (tag, count) in Self.counts(of: article.body) {
                let parts = Array(page.utf8).split(separator: Array(tag.utf8), omittingEmptySubsequences: false)
                let found = parts.count - 1
                #expect(found >= count, "seed \(seed): \(found) of \(tag), not \(count)")
            }
        }
    }
}
