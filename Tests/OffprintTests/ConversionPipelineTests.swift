import Offprint
import OffprintTesting
import Testing

struct ConversionPipelineTests {
    private func pipeline(options: [String: String] = [:]) throws -> ConversionPipeline {
        try ConversionPipeline(registry: PluginRegistry([MarkPlugin()]), options: options)
    }

    private func source(_ text: String, fileExtension: String? = nil) -> Source {
        Source(Array(text.utf8), name: "a.mark", hint: SourceHint(fileExtension: fileExtension))
    }

    private func failure<Value>(_ body: () throws -> Value) -> ConversionError? {
        #expect(throws: ConversionError.self) { try body() }
    }

    @Test func `reads, transforms and writes`() throws {
        var pipeline = try pipeline(options: ["mark.depth": "2"])
        pipeline.transforms = [Shout()]
        let conversion = try pipeline.convert(source("#hello"), to: "mark")
        #expect(String(decoding: conversion.rendition.bytes, as: UTF8.self) == "a.mark=#HELLO")
        #expect(conversion.diagnostics.all.map(\.message) == ["option 2"])
        #expect(conversion.articles.count == 1)
    }

    @Test func `numbers the articles of one source`() {
        let entries = WriteRequest.entries(of: [Article(), Article()], from: "f", group: "g")
        #expect(entries.map(\.id) == ["f#1", "f#2"])
        #expect(entries.map(\.source) == ["f", "f"])
        #expect(entries.map(\.group) == ["g", "g"])
        #expect(WriteRequest.entries(of: [Article()], from: "f").map(\.id) == ["f"])
    }

    @Test func `says what ended a conversion`() throws {
        var pipeline = try pipeline()
        pipeline.limits.sourceBytes = 10
        let cases: [(Source, Format.ID?, Format.ID, ConversionError)] = [
            (
                source(""), nil, "mark",
                ConversionError(.emptySource, "\"a.mark\" is empty: there is nothing to convert.")
            ),
            (
                source("#2345678901"), nil, "mark",
                ConversionError(
                    .limitExceeded,
                    "\"a.mark\" holds 11 bytes, more than the limit of 10 (`Limits.sourceBytes`)."
                )
            ),
            (
                source("hello"), nil, "mark",
                ConversionError(.unrecognizedSource, "Cannot tell the format of \"a.mark\". Name it with --from.")
            ),
            (
                source("#a"), "docx", "mark",
                ConversionError(.unknownFormat, "Nothing here reads \"docx\". Known: mark.")
            ),
            (source("#a"), nil, "docx", ConversionError(.unknownFormat, "Nothing here writes \"docx\". Known: mark.")),
            (
                source("#a\n#b"), nil, "mark",
                ConversionError(
                    .tooManyArticles,
                    "A Mark file holds one article, and here are 2. Write them to files of their own with --output-dir."
                )
            ),
        ]
        for (source, input, output, error) in cases {
            #expect(failure { try pipeline.convert(source, from: input, to: output) } == error)
        }
    }

    @Test func `refuses options before it reads`() {
        #expect(failure { try pipeline(options: ["mark.depth": "0"]) }?.code == .invalidOption)
    }

    @Test func `a format of many takes many`() throws {
        let plugin = MarkPlugin(writers: [MarkWriter(capacity: .many)])
        let pipeline = try ConversionPipeline(registry: PluginRegistry([plugin]))
        let conversion = try pipeline.convert(source("#a\n#b"), to: "mark")
        #expect(String(decoding: conversion.rendition.bytes, as: UTF8.self) == "a.mark#1=#a\na.mark#2=#b")
    }

    // MARK: Transforms

    @Test func `strip-links leaves the words`() {
        var article = Article(body: [
            .list(
                ItemList(
                    .bullet,
                    items: [
                        .init([.paragraph([.text("a "), .link([.strong([.text("b")])], target: "t"), .text(" c")])])
                    ]
                )
            ),
            .figure(Figure(caption: [.link([.link([.text("d")], target: "t")], target: "t")])),
        ])
        var diagnostics = Diagnostics()
        StripLinks().apply(to: &article, reporting: &diagnostics)
        #expect(
            article.body == [
                .list(
                    ItemList(.bullet, items: [.init([.paragraph([.text("a "), .strong([.text("b")]), .text(" c")])])])
                ),
                .figure(Figure(caption: [.text("d")])),
            ]
        )
    }

    @Test func `the standard transforms keep the rules for plugins`() {
        PluginConformance(StandardTransforms()).check()
    }

    // MARK: Diagnostics

    @Test func `keeps so many diagnostics and counts the rest`() {
        var diagnostics = Diagnostics()
        for _ in 0..<Diagnostics.capacity + 5 { diagnostics.lose("x", "y", line: 3) }
        #expect(diagnostics.all.count == Diagnostics.capacity)
        #expect(diagnostics.omitted == 5)
        #expect(diagnostics.losses.count == Diagnostics.capacity)
    }
}

/// Makes text loud.
private struct Shout: Transform {
    let name = "shout"

    func apply(to article: inout Article, reporting diagnostics: inout Diagnostics) {
        article.rewriteInlines { inline in
            guard case .text(let text) = inline else { return [inline] }
            return [.text(text.uppercased())]
        }
    }
}
