import Foundation
import OffprintArchive
import Testing

/// The article in `seeds/` from end to end, as `make demo` converts it.
@Suite struct SeedTests {
    private static let seed: URL = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = root.appending(path: "seeds")
        let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return files?.first { $0.pathExtension == "txt" } ?? folder
    }()

    private static let python: String? = {
        let environment = ProcessInfo.processInfo.environment
        let folder = environment["OFFPRINT_TOOLS"] ?? (environment["HOME"] ?? "") + "/.cache/offprint-tools"
        return FileManager.default.isExecutableFile(atPath: folder + "/bin/python") ? folder + "/bin/python" : nil
    }()

    @Test(.enabled(if: python != nil, "SKIPPED: cmark-gfm is missing; .ci/setup tests installs it."))
    func `its Markdown renders to one title, two crossheads and fourteen paragraphs`() throws {
        let bench = try Bench()
        let outcome = try bench.run(
            "convert",
            Self.seed.path,
            "--to",
            "markdown",
            "--option",
            "markdown.front-matter=none"
        )
        #expect(outcome.status == 0)
        try bench.write("seed.md", outcome.output)
        let script = """
            import cmarkgfm, sys
            from cmarkgfm.cmark import Options
            print(cmarkgfm.github_flavored_markdown_to_html(open('seed.md', encoding='utf-8').read(), options=Options.CMARK_OPT_UNSAFE))
            """
        try bench.write("render.py", Data(script.utf8))
        let html = try bench.shell("\(Self.python ?? "python3") render.py").text
        #expect(html.components(separatedBy: "<h1>").count - 1 == 1)
        #expect(html.components(separatedBy: "<h2>").count - 1 == 2)
        #expect(html.components(separatedBy: "<p>").count - 1 == 14)
        #expect(!html.contains("Email") && !html.contains("الحجم الطبيعي"))
        #expect(html.contains("<figcaption>") && !html.contains("<img"))
    }

    @Test func `its book reads from right to left on every page`() throws {
        let bench = try Bench()
        #expect(try bench.run("convert", Self.seed.path, "-o", "seed.epub").status == 0)
        let book = try ZipReader([UInt8](try Data(contentsOf: bench.folder.appending(path: "seed.epub"))))
        var pages = 0
        for entry in book.entries {
            let text = String(decoding: try book.read(entry), as: UTF8.self)
            if entry.name.hasSuffix(".opf") { #expect(text.contains("page-progression-direction=\"rtl\"")) }
            guard entry.name.hasSuffix(".xhtml") else { continue }
            pages += 1
            #expect(text.contains("dir=\"rtl\"") && text.contains(" lang=\"ar\""), "\(entry.name)")
        }
        #expect(pages >= 2)
    }

    @Test func `its JSON comes back to the byte`() throws {
        let bench = try Bench()
        for claims in ["best", "all"] {
            let option = "json.claims=\(claims)"
            #expect(try bench.run("convert", Self.seed.path, "-o", "a.json", "--option", option, "--force").status == 0)
            #expect(try bench.run("convert", "a.json", "-o", "b.json", "--option", option, "--force").status == 0)
            let files = try ["a.json", "b.json"].map { try Data(contentsOf: bench.folder.appending(path: $0)) }
            #expect(files[0] == files[1])
        }
    }
}
