import Foundation
import Offprint
import OffprintArchive
import Testing

@testable import OffprintCLI

@Suite struct `Messages` {
    let bench: Bench

    init() throws {
        bench = try Bench()
        let packed = Gzip.compress(Array(Bench.article("Last ferry leaves the northern quay").utf8))
        try bench.write("cut.txt.gz", Data(packed.dropLast(12)))
    }

    @Test func `are JSON lines where asked for`() throws {
        let run = try bench.run(
            "convert",
            "cut.txt.gz",
            "gone.txt",
            "--to",
            "json",
            "--output-dir",
            "out",
            "--diagnostics",
            "log"
        )
        #expect(run.status == 2)
        let rows = try (bench.text(of: "log") ?? "").split(separator: "\n").map { line in
            try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
        }
        let known = rows.filter { ["truncated", "no-input"].contains($0["code"] as? String ?? "") }
        #expect(known.map { $0["input"] as? String } == ["cut.txt.gz", "gone.txt"])
        #expect(known.map { $0["severity"] as? String } == ["warning", "error"])
        let toOutput = try bench.run(
            "convert",
            "cut.txt.gz",
            "--to",
            "json",
            "--output-dir",
            "out2",
            "--diagnostics",
            "-"
        )
        #expect(toOutput.text.hasPrefix("{\"input\":\"cut.txt.gz\",\"severity\":\"warning\",\"code\":\"truncated\""))
    }

    @Test func `are errors alone where quiet is asked for`() throws {
        let run = try bench.run("convert", "cut.txt.gz", "gone.txt", "--to", "json", "--output-dir", "out", "--quiet")
        #expect(!run.message.contains("warning["))
        #expect(run.message.contains("gone.txt: error[no-input]"))
    }

    @Test func `have no colour in a file`() throws {
        #expect(!(try bench.run("convert", "cut.txt.gz", "--to", "json").message.contains("\u{1B}")))
    }

    @Test(
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")),
        arguments: [
            ("", true), ("NO_COLOR=1 ", false), ("TERM=dumb ", false),
        ]
    )
    func `have colour on a terminal that wants it`(setting: String, isColoured: Bool) throws {
        let run = try bench.shell(
            "export TERM=xterm; script -qec \"\(setting)$offprint convert gone.txt gone2.txt --to json --output-dir out\" /dev/null",
        )
        #expect(run.text.contains("error"))
        #expect(run.text.contains("\u{1B}[31m") == isColoured)
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")))
    func `refuse to put a binary format on a terminal`() throws {
        try bench.write("ferry.txt", Bench.article("Ferry"))
        let run = try bench.shell("script -qec \"$offprint convert ferry.txt --to epub\" /dev/null")
        #expect(run.status == 64)
        #expect(run.text.hasPrefix("offprint: EPUB is no text for a terminal: name a file with -o."))
    }

    @Test(arguments: [
        ("plain", "plain"), ("naïve “quote” 見出し", "naïve “quote” 見出し"), ("a\u{1B}[2Jb", "a\\x1b[2Jb"),
        ("line\nline\t.", "line\\nline\\t."), ("c1 \u{9B}31m", "c1 \\x9b31m"), ("\u{202E}txt", "\\u{202e}txt"),
        ("\u{7F}", "\\x7f"),
    ])
    func `show what a terminal would obey`(text: String, printed: String) { #expect(text.printable == printed) }

    @Test(arguments: [
        ("short", 10, "short"), ("exactly", 7, "exactly"), ("too long", 5, "too …"), ("見出し語", 5, "見出…"),
        ("見出し語", 8, "見出し語"), ("e\u{301}te\u{301}s", 4, "e\u{301}te\u{301}s"),
    ])
    func `are cut by columns`(text: String, width: Int, cut: String) {
        #expect(text.shortened(to: width) == cut)
        #expect(text.shortened(to: width).columns <= width)
    }
}

@Suite struct `Inspecting` {
    let bench: Bench

    init() throws {
        bench = try Bench()
        try bench.write("ferry.txt", Bench.article("Last ferry leaves the northern quay"))
    }

    @Test func `shows each field with its origin, and the body's outline`() throws {
        let run = try bench.run("inspect", "ferry.txt")
        #expect(run.status == 0)
        #expect(run.text.hasPrefix("ferry.txt  text, 1 article\n\ntitle "))
        #expect(run.text.contains("Last ferry leaves the northern quay"))
        #expect(run.text.contains("text-layout"))
        #expect(run.text.contains("Body  2 paragraphs, 38 words"))
    }

    @Test func `keeps to the width of the terminal`() throws {
        let run = try bench.run("inspect", "ferry.txt", environment: ["COLUMNS": "60"])
        #expect(run.lines.allSatisfy { String($0).columns <= 60 })
        #expect(run.text.contains("…"))
    }

    @Test func `gives everything as JSON`() throws {
        let run = try bench.run("inspect", "ferry.txt", "--json")
        let json = try JSONSerialization.jsonObject(with: run.output) as? [String: Any] ?? [:]
        #expect(json["format"] as? String == "text")
        let article = (json["articles"] as? [[String: Any]])?.first
        #expect((article?["outline"] as? [String: Any])?["paragraphs"] as? Int == 2)
        #expect((article?["article"] as? [String: Any])?["metadata"] != nil)
        #expect(json["diagnostics"] is [Any])
    }

    @Test func `says what is wrong`() throws {
        #expect(try bench.run("inspect", "gone.txt").status == 66)
        try bench.write("empty.txt", "")
        let run = try bench.run("inspect", "empty.txt")
        #expect(run.status == 65)
        #expect(run.message.hasPrefix("empty.txt: error[empty-source]"))
    }

    @Test func `puts the claims below the best in its table`() {
        var article = Article(body: [.heading(level: 2, [.text("Fares")]), .paragraph([.text("They rise.")])])
        article.metadata.title.add("From the page", from: Origin(.titleElement, at: "title", line: 3))
        article.metadata.title.add("船が\u{1B}港を出た", from: Origin(.jsonLD, at: "headline", line: 9))
        let table = InspectionTable(width: 70, style: Style(isColoured: false))
        #expect(
            table.text("page.html", "html", [article], Diagnostics()) == """
                page.html  html, 1 article

                title  船が\\x1b港を出た  medium  json-ld headline (line 9)
                       · From the page   medium  title-element title (line 3)

                Body  1 paragraph, 1 heading, 3 words
                    h2 Fares

                """
        )
    }
}

@Suite struct `Listing formats` {
    @Test func `names every format, option and transform`() throws {
        let bench = try Bench()
        let run = try bench.run("formats")
        for word in ["text", "json", "epub", "json.claims", "strip-links"] { #expect(run.text.contains(word)) }
        let json = try JSONSerialization.jsonObject(with: try bench.run("formats", "--json").output) as? [String: Any]
        #expect((json?["formats"] as? [Any])?.isEmpty == false)
        #expect((json?["options"] as? [Any])?.isEmpty == false)
        #expect((json?["transforms"] as? [Any])?.isEmpty == false)
    }

    @Test func `prints the schema`() throws {
        let run = try Bench().run("formats", "--schema", "json")
        let schema = try JSONSerialization.jsonObject(with: run.output) as? [String: Any]
        #expect(schema?["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    }

    @Test(arguments: [
        (["--version"], "0.1.0\n"), (["--help"], "OVERVIEW"), (["convert", "--help"], "EXAMPLES"),
        (["help", "inspect"], "EXAMPLES"), (["formats", "--help"], "EXAMPLES"),
        (["--generate-completion-script", "bash"], "convert"),
    ])
    func `helps`(arguments: [String], part: String) throws {
        let run = try Bench().shell("\"$offprint\" \(arguments.joined(separator: " "))")
        #expect(run.status == 0)
        #expect(run.text.contains(part))
        #expect(!run.text.contains(" offprint offprint "))
    }
}
