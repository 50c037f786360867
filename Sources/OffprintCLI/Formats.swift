import ArgumentParser
import Offprint
import OffprintInterchange
import OffprintPlugins

/// `offprint formats`.
struct Formats: ParsableCommand {
    static let configuration = CommandConfiguration(
        // Without a name here, finding one by reflection costs a start of the tool a millisecond.
        commandName: "formats",
        _superCommandName: "offprint",
        abstract: "List formats, their options, and transforms.",
        discussion: """
            EXAMPLES:
              offprint formats
              offprint formats --json
              offprint formats --schema json > article.schema.json
            """
    )

    static var _errorPrefix: String { "offprint: " }

    @Flag(help: "Print the list as JSON.")
    var json = false

    @Option(help: ArgumentHelp("Print the JSON Schema of a format: json.", valueName: "format"))
    var schema: String?

    func run() throws {
        let output: [UInt8]
        if let schema {
            guard schema == "json" else { throw Failure.usage("There is no schema of \"\(schema)\". Known: json.") }
            output = Array(ArticleJSON.schema.utf8)
        } else {
            let catalogue = FormatCatalogue(try PluginRegistry.bundled)
            output = json ? catalogue.json : Array(catalogue.text(Style(for: .standardOutput)).utf8)
        }
        try OutputFile.standardOutput.write(output)
    }
}

/// All formats of a registry, by name, each with its directions.
struct FormatCatalogue {
    struct Row {
        let format: Format
        var isRead: Bool
        var isWritten: Bool
    }

    let rows: [Row]
    private let registry: PluginRegistry

    init(_ registry: PluginRegistry) {
        self.registry = registry
        var rows: [Format.ID: Row] = [:]
        // Where a format has both, its writer tells how many articles a file holds.
        for format in registry.writableFormats { rows[format.id] = Row(format: format, isRead: false, isWritten: true) }
        for format in registry.readableFormats {
            rows[format.id, default: Row(format: format, isRead: true, isWritten: false)].isRead = true
        }
        self.rows = rows.values.sorted { $0.format.id.rawValue < $1.format.id.rawValue }
    }

    // MARK: Text

    func text(_ style: Style) -> String {
        var lines = [style.paint("Formats", .bold)]
        let idWidth = rows.map(\.format.id.rawValue.utf8.count).max() ?? 0
        let nameWidth = rows.map(\.format.name.columns).max() ?? 0
        for row in rows {
            let direction = row.isRead && row.isWritten ? "read, write" : row.isRead ? "read" : "write"
            let extensions = row.format.fileExtensions.map { ".\($0)" }.joined(separator: " ")
            let cells = [
                style.paint(row.format.id.rawValue.padded(to: idWidth), .cyan),
                row.format.name.padded(to: nameWidth),
                direction.padded(to: "read, write".utf8.count),
                extensions.padded(to: 12) + "  " + row.format.mediaTypes.joined(separator: " "),
            ]
            lines.append("  " + cells.joined(separator: "  "))
        }
        lines += ["", style.paint("Options", .bold) + " (--option NAME=VALUE)"]
        for (plugin, declarations) in registry.options {
            for option in declarations {
                let name = style.paint("\(plugin).\(option.name)", .cyan)
                let standard = option.defaultValue.isEmpty ? "" : " (default: \(option.defaultValue))"
                lines += ["  \(name)  \(option.kind.values)\(standard)", "      \(option.help)"]
            }
        }
        lines += ["", style.paint("Transforms", .bold) + " (--transform NAME)"]
        for transform in registry.availableTransforms {
            lines.append("  \(style.paint(transform.name, .cyan))  \(transform.summary)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: JSON

    var json: [UInt8] {
        var json = JSONWriter(indented: true)
        json.object { json in
            json.array("formats", rows) { json, row in write(row, to: &json) }
            json.array("options", registry.options.flatMap { own in own.declarations.map { (own.plugin, $0) } }) {
                json,
                option in
                write(option.1, of: option.0, to: &json)
            }
            json.array("transforms", registry.availableTransforms) { json, transform in
                json.object { json in
                    json.field("name", transform.name)
                    json.field("summary", transform.summary)
                }
            }
        }
        json.endLine()
        return json.bytes
    }

    private func write(_ row: Row, to json: inout JSONWriter) {
        let format = row.format
        json.object { json in
            json.field("id", format.id.rawValue)
            json.field("name", format.name)
            json.field("read", row.isRead)
            json.field("write", row.isWritten)
            json.field("extensions", format.fileExtensions)
            json.field("mediaTypes", format.mediaTypes)
            json.field("holds", format.capacity == .one ? "one" : "many")
            json.field("text", format.isText)
            if let (plugin, declarations) = registry.options(of: format.id) {
                json.field("options", declarations.map { "\(plugin).\($0.name)" })
            }
        }
    }

    private func write(_ option: OptionDeclaration, of plugin: String, to json: inout JSONWriter) {
        json.object { json in
            json.field("name", "\(plugin).\(option.name)")
            switch option.kind {
            case .choice(let words):
                json.field("type", "choice")
                json.field("values", words)
            case .flag:
                json.field("type", "flag")
                json.field("values", ["yes", "no"])
            case .integer(let range):
                json.field("type", "integer")
                json.field("minimum", range.lowerBound)
                json.field("maximum", range.upperBound)
            case .text: json.field("type", "text")
            case .file(let words):
                json.field("type", "file")
                json.field("values", words)
            case .files:
                json.field("type", "file")
                json.field("values", ["auto", "none"])
            }
            json.field("default", option.defaultValue)
            json.field("help", option.help)
        }
    }
}

extension OptionDeclaration.Kind {
    /// What it takes, for a person.
    fileprivate var values: String {
        switch self {
        case .choice(let words): words.joined(separator: " | ")
        case .flag: "yes | no"
        case .integer(let range): "\(range.lowerBound) to \(range.upperBound)"
        case .text: "text"
        case .file(let words): (words + ["a file"]).joined(separator: " | ")
        case .files: "auto | none | a file"
        }
    }
}
