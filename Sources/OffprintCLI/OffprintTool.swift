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
        do {
            var command = try OffprintTool.parseAsRoot()
            try command.run()
        } catch let failure as Failure {
            end(failure)
        } catch {
            end(error)
        }
    }

    private static func end(_ failure: Failure) -> Never {
        if !failure.message.isEmpty { DiagnosticPrinting(.errors).print(failure.message) }
        Platform.exit(failure.status.rawValue)
    }

    /// Help, the version, completions, and arguments that make no sense.
    private static func end(_ error: any Error) -> Never {
        let code = OffprintTool.exitCode(for: error)
        let text = OffprintTool.fullMessage(for: error)
        if !text.isEmpty {
            // Each line on its own, for the message repeats what the user typed.
            let safe =
                code.isSuccess
                ? text
                : text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).printable }
                    .joined(separator: "\n")
            let descriptor: Platform.Descriptor = code.isSuccess ? .standardOutput : .standardError
            try? descriptor.write(Array(safe.utf8) + [0x0A])
        }
        Platform.exit(code.rawValue)
    }
}
