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

    @Test func `a second plugin of the name is refused`() throws {
        var registry = try PluginRegistry([BibTeXPlugin()])
        let error = #expect(throws: ConversionError.self) { try registry.register(BibTeXPlugin()) }
        #expect(error?.code == .conflict)
    }
}
