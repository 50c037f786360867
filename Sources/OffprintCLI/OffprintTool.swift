import ArgumentParser

/// The tool `offprint`.
struct OffprintTool: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "offprint",
        abstract: "Convert news articles between formats.",
        discussion: """
            EXAMPLES:
              offprint convert article.html --to markdown
              offprint inspect article.html
              offprint formats
            """,
        version: "0.1.0",
        subcommands: [Convert.self, Inspect.self, Formats.self]
    )

    static var _errorPrefix: String { "offprint: " }
}

@main
enum Main {
    static func main() {
        var arguments = Array(CommandLine.arguments.dropFirst())
        var root: any ParsableCommand.Type = OffprintTool.self
        // A subcommand that is named first is parsed on its own: ArgumentParser looks at the whole tool twice before
        // it comes to a subcommand, and that takes as long as converting a page.
        if let command = OffprintTool.configuration.subcommands.first(where: {
            $0.configuration.commandName == arguments.first
        }) {
            root = command
            arguments.removeFirst()
        }
        do {
            var command = try root.parseAsRoot(arguments)
            try command.run()
        } catch let failure as Failure {
            end(failure)
        } catch {
            end(error, of: root)
        }
    }

    private static func end(_ failure: Failure) -> Never {
        if !failure.message.isEmpty { DiagnosticPrinting(.errors).print(failure.message) }
        Platform.exit(failure.status.rawValue)
    }

    /// Help, the version, completions, and arguments that make no sense.
    private static func end(_ error: any Error, of root: any ParsableCommand.Type) -> Never {
        let code = root.exitCode(for: error)
        let text = root.fullMessage(for: error)
        if !text.isEmpty {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                // A subcommand that was parsed on its own does not say its full name here.
                let see = "  See '"
                guard root != OffprintTool.self, line.hasPrefix(see) else { return String(line) }
                return see + "offprint " + line.dropFirst(see.count)
            }
            // A message repeats what the user typed; help does not.
            let safe = lines.map { code.isSuccess ? $0 : $0.printable }.joined(separator: "\n")
            let descriptor: Platform.Descriptor = code.isSuccess ? .standardOutput : .standardError
            try? descriptor.write(Array(safe.utf8) + [0x0A])
        }
        Platform.exit(code.rawValue)
    }
}
