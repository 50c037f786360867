import Foundation
import Offprint
import OffprintPlugins
import Testing

/// An archive is only worth something if the same article gives the same file everywhere.
@Suite struct `The same article gives the same bytes` {
    private static let page = """
        <!doctype html><html lang="en"><head><title>Ferry | Island News</title>
        <link rel="canonical" href="https://news.example/ferry"><meta name="author" content="Ida Holm">
        <meta property="article:published_time" content="2024-05-06T10:00:00+02:00"></head>
        <body><article><h1>Ferry leaves the quay</h1><p>By Ida Holm</p>
        <p>The old ferry left the northern quay for the last time on Monday and will <em>not</em> come back.</p>
        <figure><img src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAAAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==" alt="A quay">
        <figcaption>The quay on Monday.</figcaption></figure>
        <p>The council bought a smaller boat that runs on batteries<sup><a href="#n1" id="r1">1</a></sup>.</p>
        <table><tr><th>Year</th><th>Boats</th></tr><tr><td>2023</td><td>1</td></tr></table>
        <aside class="footnotes"><p id="n1">1. Built in 2023. <a href="#r1">↩</a></p></aside></article></body></html>
        """

    private static var formats: [String] {
        get throws { try PluginRegistry.bundled.writableFormats.map(\.id.rawValue) }
    }

    /// The renditions of a page, a text and a feed in every format, by file.
    private func renditions(_ environment: [String: String]) throws -> [String: Data] {
        let bench = try Bench()
        try bench.write("in/page.html", Self.page)
        try bench.write("in/text.txt", Bench.article("School opens under a new roof"))
        try bench.write("in/feed.xml", Bench.feed(["Ferry stays", "Ferry goes after all"]))
        let run = try bench.run(
            "convert",
            "in",
            "--to",
            try Self.formats.joined(separator: ","),
            "--output-dir",
            "out",
            environment: environment.merging(["SOURCE_DATE_EPOCH": "1700000000"]) { given, _ in given }
        )
        #expect(run.status == 0, "\(run.message)")
        let files = bench.files(in: "out")
        #expect(files.count >= 3 * (try Self.formats.count))
        return try Dictionary(
            uniqueKeysWithValues: files.map { ($0, try Data(contentsOf: bench.folder.appending(path: "out/\($0)"))) }
        )
    }

    @Test func `in another folder and time zone`() throws {
        let here = try renditions(["TZ": "UTC", "LANG": "C"])
        let there = try renditions(["TZ": "Pacific/Kiritimati", "LANG": "de_DE.UTF-8", "HOME": "/"])
        #expect(here.keys.sorted() == there.keys.sorted())
        for (name, bytes) in here { #expect(there[name] == bytes, "\(name) differs.") }
    }
}
