import Offprint
import OffprintBibTeX
import OffprintPlugins
import OffprintTesting
import Testing

@Suite struct BibTeXTests {
    @Test func `keeps what every plugin promises`() {
        PluginConformance(BibTeXPlugin()).check()
    }

    @Test(arguments: CaseFolder.all(in: "bibtex")) func `writes as its cases say`(folder: CaseFolder) {
        expectWrites(folder, with: BibTeXPlugin())
    }

    @Test func `registers beside the bundled plugins`() throws {
        var registry = try PluginRegistry.bundled
        try registry.register(BibTeXPlugin())
        let pipeline = try ConversionPipeline(registry: registry, options: ["bibtex.abstract": "yes"])
        let page =
            "<html lang=en><title>A & B</title><meta name=description content='Short.'><p>One long enough paragraph.</p>"
        let conversion = try pipeline.convert(Source(Array(page.utf8), name: "page.html"), to: "bibtex")
        let text = String(decoding: conversion.rendition.bytes, as: UTF8.self)
        #expect(text == "@article{article-1,\n  title = {{A \\& B}},\n  langid = {en},\n  abstract = {Short.},\n}\n")
    }

    @Test func `the lines of the README do what they say`() throws {
        let bytes = Array("<html lang=en><h1>Head</h1><p>One paragraph that is long enough to be text.</p></html>".utf8)
        let pipeline = try ConversionPipeline(registry: .bundled, options: ["markdown.front-matter": "none"])
        let conversion = try pipeline.convert(Source(bytes, name: "story.html"), to: "markdown")
        let text = String(decoding: conversion.rendition.bytes, as: UTF8.self)
        #expect(text == "# Head\n\nOne paragraph that is long enough to be text.\n")
        #expect(conversion.articles[0].metadata.title.best == "Head")
        #expect(conversion.diagnostics.losses.isEmpty)
    }

    @Test func `a second plugin of the name is refused`() throws {
        var registry = try PluginRegistry([BibTeXPlugin()])
        let error = #expect(throws: ConversionError.self) { try registry.register(BibTeXPlugin()) }
        #expect(error?.code == .conflict)
    }
}
