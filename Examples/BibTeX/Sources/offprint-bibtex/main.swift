// A tool of one's own: the bundled readers, and a writer from this package.
import Foundation
import Offprint
import OffprintBibTeX
import OffprintPlugins

var registry = try PluginRegistry.bundled
try registry.register(BibTeXPlugin())
let pipeline = try ConversionPipeline(registry: registry)

for path in CommandLine.arguments.dropFirst() {
    let file = URL(fileURLWithPath: path)
    let hint = SourceHint(fileExtension: file.pathExtension)
    let source = Source([UInt8](try Data(contentsOf: file)), name: path, hint: hint)
    print(String(decoding: try pipeline.convert(source, to: "bibtex").rendition.bytes, as: UTF8.self), terminator: "")
}
