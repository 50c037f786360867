import Foundation
import Offprint
import OffprintMarkdown
import Testing
import Yams

struct FrontMatterTests {
    static let presets = ["yaml", "obsidian", "hugo", "jekyll", "pandoc"]

    /// Titles that YAML takes for something else, or not at all.
    static let titles = [
        "a: b", ": b", "a:", "a #b", "# a", "#a", "- a", "-", "--- a", "---", "...", "? a", "! a", "!tag",
        "!!python/object:x",
        "&a", "& a", "*a", "* a", "> a", "| a", "%a", "@a", "`a`", "'a'", "\"a\"", "it's", "'", "\"", "''",
        "say \"hi\" 'bye'",
        "yes", "No", "on", "OFF", "y", "N", "true", "False", "null", "Null", "~", "123", "1_000", "0o7", "0x1F", "1e3",
        ".5", ".inf",
        ".NaN", "-1", "+1", "1:30", "12:30:45", "2024-05-06", "2024-05-06T10:00:00Z", "=", "<<", "[a]", "[a, b]",
        "{a: b}", "{{ a }}",
        "a, b", "a \\ b", "C:\\new\\table", "two\nlines", "a\tb", "a\u{0}b", "a\u{85}b", "a\u{2028}b", "\u{FEFF}a",
        "a\u{1B}b",
        " lead", "trail ", "  ", "Ünïcödé – “quoted”", "🔥 emoji 👩‍👩‍👧", "عنوان: الخبر", "\u{202E}rtl", "כותרת \"אחת\"",
        "日本語：見出し",
        "\u{FFFF}", "\u{10FFFF}", "a\u{A0}b", "a\r\nb", "a ... b", "a -- b", "e\u{301}",
        String(repeating: "long title ", count: 400) + "x",
    ]

    private static func article(_ title: String) -> Article {
        let origin = Origin(.user, at: "test")
        var metadata = Metadata()
        metadata.title.add(title, from: origin)
        metadata.authors.add([Contributor(title), Contributor("Ada Marsh")], from: origin)
        metadata.description.add(title, from: origin)
        metadata.publisher.add(Organization(title), from: origin)
        metadata.url.add(title, from: origin)
        return Article(metadata: metadata, body: [.p("Text.")])
    }

    private static func frontMatter(_ article: Article, _ preset: String) throws -> String {
        let text = try written(article, ["front-matter": preset]).text
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        try #require(lines.first == "---")
        let end = try #require(lines.dropFirst().firstIndex(of: "---"))
        return lines[1..<end].joined(separator: "\n") + "\n"
    }

    private static func authors(_ data: [String: Any]) -> [String]? {
        (data["authors"] ?? data["author"]) as? [String]
    }

    @Test(arguments: presets)
    func `gives every title back as the same string`(preset: String) throws {
        // Yams drops a byte order mark at the start of a string; PyYAML, below, does not.
        for title in Self.titles where !title.hasPrefix("\u{FEFF}") {
            let matter = try Self.frontMatter(Self.article(title), preset)
            let data = try #require(try Yams.load(yaml: matter) as? [String: Any], "\(matter)")
            #expect((data["title"] as? String).map { Array($0.utf8) } == Array(title.utf8), "\(matter)")
            #expect(Self.authors(data) == [title, "Ada Marsh"], "\(matter)")
        }
    }

    @Test(.enabled(if: Tools.python != nil, "No Python with PyYAML is here."), arguments: presets)
    func `gives every title to PyYAML as the same string`(preset: String) throws {
        let python = try #require(Tools.python)
        let matters = try Self.titles.map { try Self.frontMatter(Self.article($0), preset) }
        let script = """
            import json, sys, yaml
            found = []
            for text in json.load(sys.stdin):
                data = yaml.safe_load(text)
                found.append([data["title"], (data.get("authors") or data.get("author"))[0]])
            json.dump(found, sys.stdout)
            """
        let out = try Tools.run(python, ["-c", script], JSONEncoder().encode(matters))
        let found = try JSONDecoder().decode([[String]].self, from: out)
        try #require(found.count == Self.titles.count)
        for (title, strings) in zip(Self.titles, found) {
            for string in strings { #expect(Array(string.utf8) == Array(title.utf8)) }
        }
    }

    @Test(
        arguments: [
            ("2024", "\"2024\"", nil), ("2024-05", "\"2024-05\"", nil), ("2024-05-06", "2024-05-06", "2024-05-06"),
            ("2024-05-06T10:00+02:00", "\"2024-05-06T10:00+02:00\"", "2024-05-06T10:00:00+02:00"),
            ("2024-05-06T10:00:30Z", "2024-05-06T10:00:30Z", "2024-05-06T10:00:30Z"),
        ] as [(String, String, String?)]
    )
    func `dates as precisely as the source`(date: String, own: String, day: String?) throws {
        var article = Article()
        article.metadata.published.add(try #require(Timestamp(iso8601: date)), from: Origin(.user, at: "test"))
        for (preset, key) in [("yaml", "published"), ("obsidian", "created"), ("pandoc", "date")] {
            #expect(try written(article, ["front-matter": preset]).text == "---\n\(key): \(own)\n---\n")
        }
        for preset in ["hugo", "jekyll"] {
            let (text, losses) = try written(article, ["front-matter": preset])
            #expect(text == (day.map { "---\ndate: \($0)\n---\n" } ?? ""))
            #expect(losses == (day == nil ? ["date-precision"] : []))
        }
    }

    @Test(arguments: [
        ("https://example.org/\"onmouseover=\"alert(1)", "https://example.org/%22onmouseover=%22alert(1)"),
        ("https://example.org/a<b> c", "https://example.org/a%3Cb%3E%20c"), ("java\nscript:alert(1)", nil),
    ])
    func `encodes addresses as links are`(address: String, expected: String?) throws {
        var article = Article()
        article.metadata.url.add(address, from: Origin(.user, at: "test"))
        for preset in Self.presets where preset != "pandoc" {
            let (text, losses) = try written(article, ["front-matter": preset])
            let plain = text.split(separator: "\"").joined()
            #expect(expected.map { plain.contains(": \($0)\n") } ?? text.isEmpty, "\(text)")
            #expect(losses == (expected == nil ? ["unsafe-link"] : []))
        }
    }

    @Test func `joins the words of a tag for Obsidian alone`() throws {
        var article = Article()
        article.metadata.tags.add([Tag("climate change"), Tag("a: b")], from: Origin(.user, at: "test"))
        #expect(
            try written(article, ["front-matter": "obsidian"]).text
                == "---\ntags:\n  - climate-change\n  - \"a: b\"\n---\n"
        )
        #expect(
            try written(article, ["front-matter": "pandoc"]).text
                == "---\nkeywords:\n  - climate change\n  - \"a: b\"\n---\n"
        )
    }

    @Test func `puts the title over the text, unless told otherwise`() throws {
        let article = Self.article("A *b*\nc")
        #expect(try written(article, ["title": "yes"]).text == "# A \\*b* c\n\nText.\n")
        #expect(try written(article).text == "Text.\n")
        #expect(try written(Article(), ["title": "yes", "front-matter": "yaml"]).text == "")
    }
}
