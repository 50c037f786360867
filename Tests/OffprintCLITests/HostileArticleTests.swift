import Foundation
import Offprint
import OffprintArchive
import OffprintPlugins
import Testing

/// Nothing that is written runs, whatever the article holds: scripts, handlers, addresses that are programs.
@Suite struct `A hostile article` {
    private static let formats: [Format.ID] = ((try? PluginRegistry.bundled.writableFormats) ?? []).map(\.id)

    /// Native JSON carries an article whole, for programs; its strings are data and no addresses to follow.
    private static let lossless: Set<Format.ID> = ["json", "jsonl"]

    private func write(_ article: Article, to format: Format.ID, _ options: [String: String] = [:]) throws -> [UInt8] {
        var diagnostics = Diagnostics()
        let pipeline = try ConversionPipeline(registry: .bundled, options: options)
        let entries = [WriteRequest.Entry(article, source: "page.html", id: "page.html")]
        return try pipeline.write(entries, to: format, reporting: &diagnostics).bytes
    }

    /// An article for each hostile text, with one of the hostile addresses in it, and for each that is left over.
    private var articles: [Article] {
        let (texts, addresses) = (HostileArticles.texts, HostileArticles.addresses)
        return (0..<max(texts.count, addresses.count)).map { index in
            HostileArticles.article(text: texts[index % texts.count], address: addresses[index % addresses.count])
        }
    }

    @Test(arguments: formats) func `runs nowhere`(format: Format.ID) throws {
        #expect(!Self.formats.isEmpty)
        var pages: [[UInt8]] = []
        for (index, article) in articles.enumerated() {
            let bytes = try write(article, to: format)
            var content = ActiveContent()
            switch format {
            case "html": try content.look(atHTML: bytes)
            case "epub": try look(atBook: bytes, &content)
            case "markdown": pages.append(bytes)
            case "text": #expect(!bytes.contains(0x1B))
            case _ where Self.lossless.contains(format):
                #expect(try JSONSerialization.jsonObject(with: Data(bytes)) is NSDictionary)
            default: content.look(atJSON: bytes)
            }
            #expect(content.found == [], "\(format), text and address \(index)")
        }
        try look(atMarkdown: pages)
    }

    @Test func `runs in no page with its images within`() throws {
        for article in articles {
            var content = ActiveContent()
            try content.look(atHTML: write(article, to: "html", ["html.images": "embed"]))
            #expect(content.found == [])
        }
    }

    private func look(atBook bytes: [UInt8], _ content: inout ActiveContent) throws {
        let zip = try ZipReader(bytes)
        for entry in zip.entries where !entry.isDirectory {
            let part = try zip.read(entry)
            let isXML = ["xhtml", "opf", "ncx", "xml", "svg"].contains { entry.name.hasSuffix(".\($0)") }
            if isXML { try content.look(atXML: part) }
            #expect(!entry.name.contains("..") && !entry.name.contains("alert"))
        }
    }

    /// Looks at Markdown as it shows: as the HTML that is made of it, raw markup included.
    private func look(atMarkdown pages: [[UInt8]]) throws {
        guard !pages.isEmpty, let python = Self.python else { return }
        let script = """
            import json, re, sys, cmarkgfm
            from cmarkgfm.cmark import Options
            names = ["table", "strikethrough", "autolink", "tasklist"]
            options = Options.CMARK_OPT_FOOTNOTES | Options.CMARK_OPT_UNSAFE
            strip = lambda text: re.sub(r"\\A---\\n.*?\\n---\\n", "", text, flags=re.S)
            convert = lambda text: cmarkgfm.cmark.markdown_to_html_with_extensions(text, options=options, extensions=names)
            json.dump([convert(strip(text)) for text in json.load(sys.stdin)], sys.stdout)
            """
        let bench = try Bench()
        let texts = pages.map { String(decoding: $0, as: UTF8.self) }
        try bench.write("script.py", script)
        try bench.write("pages.json", try JSONEncoder().encode(texts))
        let run = try bench.shell("'\(python)' script.py < pages.json")
        #expect(run.status == 0, "\(run.message)")
        for (index, page) in try JSONDecoder().decode([String].self, from: run.output).enumerated() {
            var content = ActiveContent()
            content.allowsFrames = true
            try content.look(atHTML: Array(page.utf8))
            #expect(content.found == [], "markdown, text and address \(index)")
        }
    }

    /// A Python with the package `cmarkgfm`.
    private static let python: String? = {
        let environment = ProcessInfo.processInfo.environment
        let tools = environment["OFFPRINT_TOOLS"] ?? (environment["HOME"] ?? "") + "/.cache/offprint-tools"
        let path = tools + "/bin/python"
        return FileManager.default.isExecutableFile(atPath: path) ? path : nil
    }()
}
