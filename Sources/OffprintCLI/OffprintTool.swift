import ArgumentParser
import Offprint
import OffprintPlugins

@main
struct OffprintTool: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "offprint",
        abstract: "Convert news articles between formats."
    )
    func run() throws { print(try PluginRegistry.bundled.readableFormats.count) }
}
