public import Offprint

/// What becomes of every node and metadata field in each of several formats, as a Markdown page.
public struct CarriageTable: Sendable {
    private let columns: [(format: Format, carriage: Carriage)]

    /// Creates a table of the writers of some plugins, each with its default options.
    public init(of plugins: [any Plugin]) {
        columns = plugins.flatMap { plugin in
            plugin.writers.map { writer in
                (writer.format, Carriage(writer, options: OptionValues(declared: plugin.options)))
            }
        }
    }

    /// The tables of nodes and of fields.
    ///
    /// - Throws: ``ConversionError`` where a writer does.
    public func markdown() throws(ConversionError) -> String {
        var text = "## Nodes\n\n" + heading("node", of: whole)
        for probe in Carriage.probes {
            var row = "| \(probe.name) |"
            for column in whole { row += " \(Self.mark(of: try column.carriage.verdict(on: probe))) |" }
            text += row + "\n"
        }
        text += "\n## Metadata\n\n" + heading("field", of: columns)
        for field in Field.allCases {
            var row = "| \(field.rawValue) |"
            for column in columns { row += " \(try column.carriage.carries(field) ? "●" : "") |" }
            text += row + "\n"
        }
        return text
    }

    /// The formats whose business is the whole article.
    private var whole: [(format: Format, carriage: Carriage)] { columns.filter { $0.format.content == .article } }

    private func heading(_ first: String, of columns: [(format: Format, carriage: Carriage)]) -> String {
        "| \(first) |" + columns.map { " \($0.format.id) |" }.joined() + "\n|---|"
            + columns.map { _ in ":-:|" }.joined() + "\n"
    }

    private static func mark(of verdict: Carriage.Verdict) -> String {
        switch verdict {
        case .carried: "●"
        case .approximated: "◐"
        case .lost: "○"
        case .silent: "**?**"
        }
    }
}
