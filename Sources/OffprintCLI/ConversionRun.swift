import Offprint

/// A document that was read.
struct Document {
    let input: InputFile
    let articles: [Article]
    /// The moment to date its output by.
    let moment: Timestamp?

    /// The articles as a writer takes them.
    var entries: [WriteRequest.Entry] {
        let id = input.relativePath.text
        return articles.enumerated().map { index, article in
            WriteRequest.Entry(
                article,
                source: input.source,
                id: articles.count == 1 ? id : "\(id)#\(index + 1)",
                group: input.group
            )
        }
    }

    /// The entries with the bytes of the images that lie beside the document.
    func withImages(
        _ entries: [WriteRequest.Entry],
        _ printing: DiagnosticPrinting
    ) throws(Failure) -> [WriteRequest.Entry] {
        guard var files = ImageFiles(beside: input) else { return entries }
        var filled = entries
        var diagnostics = Diagnostics()
        for index in filled.indices { files.fill(&filled[index].article, reporting: &diagnostics) }
        try printing.print(diagnostics, of: input.label)
        return filled
    }
}

/// Converts one document after the other; one that fails never stops the rest.
struct ConversionRun {
    private let settings: ConvertSettings
    private let printing: DiagnosticPrinting
    private let dating: Dating
    private var output: any Output
    /// How each document that failed would have ended the tool.
    private var failures: [ExitStatus] = []
    /// How many documents the output took.
    private var taken = 0
    /// How many files of a folder are no documents but belong to some.
    private var passedOver = 0

    init(_ settings: ConvertSettings, _ dating: Dating, _ printing: DiagnosticPrinting, to output: any Output) {
        self.settings = settings
        self.dating = dating
        self.printing = printing
        self.output = output
    }

    /// Converts the documents; how the tool is to end.
    mutating func convert(_ inputs: [InputFile]) throws(Failure) -> ExitStatus {
        defer { settings.images?.close() }
        do throws(Failure) {
            for input in inputs { try convert(input) }
            if taken > 0 { try output.finish(printing) } else { output.discard() }
        } catch {
            output.discard()
            throw error
        }
        guard let first = failures.first else {
            guard taken == 0, passedOver > 0 else { return .fine }
            printing.print("There are images alone in what was given, and no document.")
            return .noInput
        }
        if inputs.count == 1 { return first }
        printing.print("\(failures.count) of \(inputs.count) documents failed.")
        return failures.count == inputs.count && failures.allSatisfy { $0 == .noInput } ? .noInput : .someFailed
    }

    private mutating func convert(_ input: InputFile) throws(Failure) {
        var diagnostics = Diagnostics()
        do throws(Failure) {
            var isIncomplete: Bool
            let document: Document
            do throws(Failure) {
                let reading = try InputReading(input, limits: settings.pipeline.limits, reporting: &diagnostics)
                if input.isFound, ImageSignature.mediaType(of: reading.source.bytes) != nil {
                    passedOver += 1
                    diagnostics.note("image-passed-over", "It is an image: it goes into the documents that show it.")
                    return try printing.print(diagnostics, of: input.label)
                }
                isIncomplete = reading.isIncomplete
                var articles = try read(reading.source, reporting: &diagnostics)
                settings.images?.fetch(for: &articles, reporting: &diagnostics)
                document = Document(input: input, articles: articles, moment: dating.moment(of: input))
            } catch {
                try printing.print(diagnostics, of: input.label)
                throw error
            }
            if diagnostics.all.contains(where: { $0.severity == .error }) { isIncomplete = true }
            try printing.print(diagnostics, of: input.label)
            try output.take(document, printing)
            taken += 1
            if isIncomplete { failures.append(.someFailed) }
        } catch {
            guard !error.endsRun else { throw error }
            failures.append(error.status)
            try printing.print(error, of: input.label)
        }
    }

    private func read(_ source: Source, reporting diagnostics: inout Diagnostics) throws(Failure) -> [Article] {
        do throws(ConversionError) {
            let articles = try settings.pipeline.read(source, as: settings.source, reporting: &diagnostics)
            guard articles.isEmpty else { return articles }
            throw ConversionError(.emptySource, "\"\(source.name)\" holds no article.")
        } catch { throw Failure(error) }
    }
}

/// The moment by which output is dated, for writers that have no clock.
struct Dating {
    private let fixed: Timestamp?
    private let newest: Int?

    /// Reads `SOURCE_DATE_EPOCH`; of several inputs that make one file, the newest counts.
    init(joining inputs: [InputFile]?) throws(Failure) {
        if let text = Platform.variable("SOURCE_DATE_EPOCH") {
            guard let seconds = Int(text), let moment = Timestamp(secondsSinceEpoch: seconds) else {
                throw .usage("SOURCE_DATE_EPOCH is \"\(text)\"; it takes seconds since 1970, such as 1700000000.")
            }
            (fixed, newest) = (moment, nil)
        } else {
            fixed = nil
            newest = inputs?.compactMap { $0.status?.kind == .file ? $0.status?.modified : nil }.max()
        }
    }

    /// The moment for what an input becomes.
    func moment(of input: InputFile) -> Timestamp? {
        if let fixed { return fixed }
        let modified = input.status?.kind == .file ? input.status?.modified : nil
        return Timestamp(secondsSinceEpoch: newest ?? modified ?? Platform.now)
    }
}
