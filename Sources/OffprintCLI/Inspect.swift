import ArgumentParser
import Offprint
import OffprintInterchange

/// `offprint inspect`.
struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
        // Without a name here, finding one by reflection costs a start of the tool a millisecond.
        commandName: "inspect",
        _superCommandName: "offprint",
        abstract: "Show what a reader finds in an article.",
        discussion: """
            Each metadata field has its best value first and below it what else was claimed, each with what claims it \
            and how far to trust it; then come the outline of the body and what the reader noticed.

            EXAMPLES:
              offprint inspect article.html
              offprint inspect article.txt.gz --json
              offprint inspect - --from html --option html.scope=page < page
            """
    )

    static var _errorPrefix: String { "offprint: " }

    @Argument(help: ArgumentHelp("A file, or - for standard input.", valueName: "input"))
    var inputs: [String] = []

    @Option(help: ArgumentHelp("What to read, where the input does not tell.", valueName: "format"))
    var from: String?

    @Option(
        name: .customLong("max-size"),
        help: ArgumentHelp("How large an input may be, such as 1G; 256M unless given.", valueName: "size")
    )
    var maximumSize: String?

    @Option(
        name: .customLong("option"),
        help: ArgumentHelp("An option of a format; 'offprint formats' lists them.", valueName: "name=value")
    )
    var options: [String] = []

    @Flag(help: "Print everything as JSON.")
    var json = false

    func run() throws {
        let pipeline = try ConversionPipeline.asked(options: options, limits: SizeLimit.limits(maximumSize))
        let given = try pipeline.registry.source(from)
        let input = try findInput()
        let status: ExitStatus
        do throws(Failure) {
            var diagnostics = Diagnostics()
            let reading = try InputReading(input, limits: pipeline.limits, reporting: &diagnostics)
            let (format, articles) = try read(reading.source, given, pipeline, reporting: &diagnostics)
            let output =
                json
                ? jsonBytes(input, format, articles, diagnostics)
                : Array(table.text(input.label, format, articles, diagnostics).utf8)
            try OutputFile.standardOutput.write(output)
            status = reading.isIncomplete ? .someFailed : .fine
        } catch {
            guard !error.endsRun else { throw error }
            try DiagnosticPrinting(.errors).print(error, of: input.label)
            status = error.status
        }
        if status != .fine { throw ExitCode(status.rawValue) }
    }

    private func findInput() throws(Failure) -> InputFile {
        guard inputs.count == 1, let argument = inputs.first else {
            throw .usage("Name one input: a file, or - for standard input.")
        }
        guard argument != "-" else { return .standardInput }
        var files = InputFiles()
        files.add(argument: argument)
        guard files.all.count == 1, !files.isCollection || files.all[0].problem != nil else {
            throw .usage("\"\(argument)\" is not one file; inspect shows one.")
        }
        return files.all[0]
    }

    private func read(
        _ source: Source,
        _ given: Format.ID?,
        _ pipeline: ConversionPipeline,
        reporting diagnostics: inout Diagnostics
    ) throws(Failure) -> (Format.ID, [Article]) {
        do throws(ConversionError) {
            // An empty source has no format; reading it says so.
            let format: Format.ID
            if let given {
                format = given
            } else if source.bytes.isEmpty {
                format = ""
            } else {
                format = try pipeline.registry.format(of: source)
            }
            return (format, try pipeline.read(source, as: format, reporting: &diagnostics))
        } catch { throw Failure(error) }
    }

    private var table: InspectionTable {
        InspectionTable(
            width: Platform.terminalWidth ?? (Platform.Descriptor.standardOutput.isTerminal ? 80 : nil),
            style: Style(for: .standardOutput)
        )
    }

    private func jsonBytes(
        _ input: InputFile,
        _ format: Format.ID,
        _ articles: [Article],
        _ diagnostics: Diagnostics
    ) -> [UInt8] {
        var diagnostics = diagnostics
        var json = JSONWriter(indented: true)
        json.object { json in
            json.field("source", input.source)
            json.field("format", format.rawValue)
            json.array("articles", articles) { json, article in
                json.object { json in
                    json.key("article")
                    ArticleJSON.write(article, to: &json, claims: .all, reporting: &diagnostics)
                    json.object("outline") { write(Outline(of: article.body), to: &$0) }
                }
            }
            json.array("diagnostics", diagnostics.all) { json, diagnostic in
                json.object { json in
                    json.field("severity", diagnostic.severity.rawValue)
                    json.field("code", diagnostic.code.rawValue)
                    json.field("message", diagnostic.message)
                    json.field("line", diagnostic.line)
                }
            }
            if diagnostics.omitted > 0 { json.field("omittedDiagnostics", diagnostics.omitted) }
        }
        json.endLine()
        return json.bytes
    }

    private func write(_ outline: Outline, to json: inout JSONWriter) {
        for (name, count) in outline.counts where name != "headings" { json.field(name, count) }
        json.array("headings", outline.headings) { json, heading in
            json.object { json in
                json.field("level", heading.level)
                json.field("text", heading.text)
            }
        }
    }
}
