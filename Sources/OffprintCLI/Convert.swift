import ArgumentParser
import Offprint

/// `offprint convert`.
struct Convert: ParsableCommand {
    static let configuration = CommandConfiguration(
        // Without a name here, finding one by reflection costs a start of the tool a millisecond.
        commandName: "convert",
        _superCommandName: "offprint",
        abstract: "Convert articles to other formats.",
        discussion: """
            An INPUT is a file, a folder (with all that is in it), a pattern in quotes, or - for standard input. \
            Gzipped files are read through.

            One text goes to standard output, or to the file of -o. Several inputs or formats need --output-dir, \
            unless the format holds many articles: then -o takes them all.

            EXAMPLES:
              offprint convert article.html --to markdown
              offprint convert article.html -o article.epub
              offprint convert pages/ --to markdown,json --output-dir out
              offprint convert pages/ --to flat -o pages.flat.jsonl
              offprint convert news.xml --to markdown --output-dir out --name '{n}-{slug}'
              curl -s URL | offprint convert - --from html --to markdown

            EXIT STATUS:
              0 fine, 1 aborted, 2 some documents failed, 64 usage, 65 the input cannot be read as its format, \
            66 no such input, 73 the output cannot be created, 74 I/O error.
            """
    )

    static var _errorPrefix: String { "offprint: " }

    @Argument(help: ArgumentHelp("Files, folders, patterns, or - for standard input.", valueName: "input"))
    var inputs: [String] = []

    @Option(help: ArgumentHelp("What to write: formats, separated by commas.", valueName: "format"))
    var to: String?

    @Option(help: ArgumentHelp("What to read, where the input does not tell.", valueName: "format"))
    var from: String?

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("The file to write, or - for standard output.", valueName: "file"),
        completion: .file()
    )
    var output: String?

    @Option(
        name: .customLong("output-dir"),
        help: ArgumentHelp("The folder for the files of many inputs or formats.", valueName: "dir"),
        completion: .directory
    )
    var outputFolder: String?

    @Option(help: ArgumentHelp("What to call them: {name}, {slug}, {n}.", valueName: "template"))
    var name: String?

    @Option(
        name: .customLong("option"),
        help: ArgumentHelp("An option of a format; 'offprint formats' lists them.", valueName: "name=value")
    )
    var options: [String] = []

    @Option(
        name: .customLong("transform"),
        help: ArgumentHelp("A change to make; 'offprint formats' lists them.", valueName: "name")
    )
    var transforms: [String] = []

    @Option(
        name: [.customShort("j"), .long],
        help: ArgumentHelp("How many documents to convert at once; 1 for now.", valueName: "n")
    )
    var jobs: String?

    @Option(
        name: .customLong("files-from"),
        help: ArgumentHelp("A list of inputs, one a line, or - for standard input.", valueName: "file"),
        completion: .file()
    )
    var list: String?

    @Option(
        name: .customLong("max-size"),
        help: ArgumentHelp("How large an input may be, such as 1G; 256M unless given.", valueName: "size")
    )
    var maximumSize: String?

    @Option(
        help: ArgumentHelp("A file for all that was noticed as JSON lines, or -.", valueName: "file"),
        completion: .file()
    )
    var diagnostics: String?

    @Flag(
        name: .customLong("fetch-images"),
        help: "Fetch images that are on the web, so that results can hold them; off unless asked for."
    )
    var fetchesImages = false

    @Option(
        name: .customLong("fetch-allow"),
        help: ArgumentHelp(
            "Fetch from this host too, though its address is no public one.",
            valueName: "address:port",
            visibility: .hidden
        )
    )
    var allowedHosts: [String] = []

    @Flag(help: "Replace files that are there.")
    var force = false

    @Flag(help: "Print errors alone.")
    var quiet = false

    @Flag(help: "Print notes too.")
    var verbose = false

    func run() throws {
        let settings = try ConvertSettings(self)
        let inputs = try findInputs()
        try check(settings, inputs)
        let rules = OutputRules(replaces: force, inputs: Set(inputs.all.compactMap(\.status?.identity)))
        let printing = try makePrinting(settings, rules)
        let output = try makeOutput(settings, inputs.all.count, rules)
        let joined: [InputFile]? = if case .folder = settings.destination { nil } else { inputs.all }
        var run = ConversionRun(settings, try Dating(joining: joined), printing, to: output)
        let status = try run.convert(inputs.all)
        if status != .fine { throw ExitCode(status.rawValue) }
    }

    private func findInputs() throws(Failure) -> InputFiles {
        var files = InputFiles()
        for argument in inputs { files.add(argument: argument) }
        if let list { files.add(list: try read(list: list)) }
        files.nameGroups()
        guard !inputs.isEmpty || list != nil else {
            throw .usage("Name an input: a file, a folder, or - for standard input.")
        }
        let usesOfStandardInput = inputs.count { $0 == "-" } + (list == "-" ? 1 : 0)
        guard usesOfStandardInput < 2 else { throw .usage("Standard input can be read once: give - once.") }
        guard !files.all.isEmpty else {
            throw Failure(
                .noInput,
                "no-input",
                "There is no file in what was given: name a file, or a folder that holds one.",
                endsRun: true
            )
        }
        // The one input there is: nothing is left to go on with.
        if files.all.count == 1, let only = files.all.first, var problem = only.problem {
            problem.message = "\(only.label): \(problem.message)"
            problem.endsRun = true
            throw problem
        }
        return files
    }

    private func read(list: String) throws(Failure) -> [UInt8] {
        do throws(SystemError) {
            return try Platform.read(list == "-" ? nil : Platform.path(fromArgument: list), limit: 1 << 30)
        } catch {
            throw Failure(.noInput, "no-input", "\(list): cannot read this list: \(error.text).", endsRun: true)
        }
    }

    /// Refuses what cannot end well before anything is read.
    private func check(_ settings: ConvertSettings, _ inputs: InputFiles) throws(Failure) {
        if case .folder = settings.destination { return }
        guard let format = settings.formats.first else { return }
        let isMany = inputs.all.count > 1 || inputs.isCollection
        if output == nil, isMany {
            throw .usage("Several inputs make several files: say where with --output-dir, or name one file with -o.")
        }
        if inputs.all.count > 1, format.capacity == .one {
            throw .usage(
                "A \(format.name) file holds one article, and here are \(inputs.all.count) inputs. "
                    + "Give each its own file with --output-dir."
            )
        }
        guard case .standardOutput = settings.destination else { return }
        if !format.isText, Platform.Descriptor.standardOutput.isTerminal {
            throw .usage("\(format.name) is no text for a terminal: name a file with -o.")
        }
        if diagnostics == "-" {
            throw .usage("Results and --diagnostics - both go to standard output: give one of them a file.")
        }
    }

    private func makePrinting(_ settings: ConvertSettings, _ rules: OutputRules) throws(Failure) -> DiagnosticPrinting {
        let verbosity: DiagnosticPrinting.Verbosity = quiet ? .errors : verbose ? .notes : .warnings
        guard let diagnostics else { return DiagnosticPrinting(verbosity) }
        guard diagnostics != "-" else {
            return DiagnosticPrinting(verbosity, log: .standardOutput, logName: "<stdout>")
        }
        let path = Platform.path(fromArgument: diagnostics)
        if case .file(path) = settings.destination { throw .usage("-o and --diagnostics name the same file.") }
        do throws(Failure) {
            try rules.check(path)
            do throws(SystemError) {
                return DiagnosticPrinting(verbosity, log: try Platform.create(path, .truncating), logName: path.text)
            } catch { throw Failure.creating(path.text, error) }
        } catch {
            var failure = error
            failure.endsRun = true
            throw failure
        }
    }

    private func makeOutput(_ settings: ConvertSettings, _ count: Int, _ rules: OutputRules) throws(Failure)
        -> any Output
    {
        switch settings.destination {
        case .folder(let folder): return try SeparateOutput(settings, in: folder, rules)
        case .file(let path):
            return try JoinedOutput(settings, settings.formats[0], to: path, isOnly: count == 1, rules)
        case .standardOutput:
            return try JoinedOutput(settings, settings.formats[0], to: nil, isOnly: count == 1, rules)
        }
    }
}
