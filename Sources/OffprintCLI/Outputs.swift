import Offprint

/// Where documents go once they are read.
protocol Output {
    /// Writes a document, or keeps it for later.
    mutating func take(_ document: Document, _ printing: DiagnosticPrinting) throws(Failure)
    /// Writes what was kept.
    mutating func finish(_ printing: DiagnosticPrinting) throws(Failure)
    /// Leaves no trace of what is not finished.
    func discard()
}

extension ConversionPipeline {
    /// Writes entries and prints what was noticed on the way.
    fileprivate func write(
        _ entries: [WriteRequest.Entry],
        to format: Format.ID,
        _ moment: Timestamp?,
        _ printing: DiagnosticPrinting,
        label: String
    ) throws(Failure) -> [UInt8] {
        var diagnostics = Diagnostics()
        let result = Result { () throws(ConversionError) in
            try write(entries, to: format, moment: moment, reporting: &diagnostics)
        }
        try printing.print(diagnostics, of: label, format: format)
        switch result {
        case .success(let rendition): return rendition.bytes
        case .failure(let error): throw Failure(error)
        }
    }
}

/// Files of their own for each document, in a folder.
struct SeparateOutput: Output {
    private let pipeline: ConversionPipeline
    private let formats: [Format]
    private let folder: Path
    private let rules: OutputRules
    private var plan: OutputPlan

    init(_ settings: ConvertSettings, in folder: Path, _ rules: OutputRules) throws(Failure) {
        pipeline = settings.pipeline
        formats = settings.formats
        plan = OutputPlan(formats: formats, template: settings.template)
        (self.folder, self.rules) = (folder, rules)
        do throws(SystemError) { try Platform.createFolder(folder) } catch {
            var failure = Failure.creating(folder.text, error)
            failure.endsRun = true
            throw failure
        }
    }

    mutating func take(_ document: Document, _ printing: DiagnosticPrinting) throws(Failure) {
        let entries = document.entries
        var first: Failure?
        func attempt(_ entries: [WriteRequest.Entry], _ formats: [Format.ID], _ paths: [Path]) throws(Failure) {
            for (format, path) in zip(formats, paths) {
                do throws(Failure) {
                    try write(entries, to: format, folder.appending(path.bytes), document, printing)
                } catch {
                    guard !error.endsRun else { throw error }
                    // The document fails by the first; the others are said at once.
                    if first == nil { first = error } else { try printing.print(error, of: document.input.label) }
                }
            }
        }
        guard let article = document.articles.first else { return }
        let input = document.input.relativePath
        let single = entries.count > 1 ? formats.filter { $0.capacity == .one }.map(\.id) : []
        let whole = formats.map(\.id).filter { !single.contains($0) }
        if !whole.isEmpty { try attempt(entries, whole, plan.paths(of: input, in: whole, article: article)) }
        if !single.isEmpty {
            for (index, entry) in entries.enumerated() {
                let position = (index, entries.count)
                let paths = plan.paths(of: input, in: single, article: entry.article, position: position)
                try attempt([entry], single, paths)
            }
        }
        if let first { throw first }
    }

    private func write(
        _ entries: [WriteRequest.Entry],
        to format: Format.ID,
        _ path: Path,
        _ document: Document,
        _ printing: DiagnosticPrinting
    ) throws(Failure) {
        try rules.check(path)
        let label = document.input.label
        let holdsImages = formats.contains { $0.id == format && $0.holdsImages }
        let entries = holdsImages ? try document.withImages(entries, printing) : entries
        let bytes = try pipeline.write(entries, to: format, document.moment, printing, label: label)
        do throws(SystemError) { try Platform.createFolder(path.parent) } catch {
            throw .creating(path.parent.text, error)
        }
        let file = try OutputFile(path, rules)
        try file.write(bytes)
        try file.finish()
    }

    mutating func finish(_ printing: DiagnosticPrinting) {}
    func discard() {}
}

/// One file, or standard output, for all documents.
struct JoinedOutput: Output {
    private let pipeline: ConversionPipeline
    private let format: Format
    private let file: OutputFile
    private let label: String
    private let isOnly: Bool
    /// What waits for the end, in formats whose files are put together at once.
    private var entries: [WriteRequest.Entry] = []
    private var moment: Timestamp?
    /// What is not written yet: a call to the system for each short record takes longer than making it.
    private var waiting: [UInt8] = []
    private static let enough = 262_144

    /// `isOnly` tells that there is one document.
    init(_ settings: ConvertSettings, _ format: Format, to path: Path?, isOnly: Bool, _ rules: OutputRules)
        throws(Failure)
    {
        pipeline = settings.pipeline
        self.format = format
        self.isOnly = isOnly
        label = path?.text ?? "<stdout>"
        do throws(Failure) {
            if let path { file = try OutputFile(path, rules) } else { file = .standardOutput }
        } catch {
            var failure = error
            failure.endsRun = true
            throw failure
        }
    }

    mutating func take(_ document: Document, _ printing: DiagnosticPrinting) throws(Failure) {
        let found =
            format.holdsImages ? try document.withImages(document.entries, printing) : document.entries
        guard isOnly || format.capacity != .many else {
            entries += found
            moment = document.moment
            return
        }
        let label = document.input.label
        try write(try pipeline.write(found, to: format.id, document.moment, printing, label: label))
    }

    mutating func finish(_ printing: DiagnosticPrinting) throws(Failure) {
        if !entries.isEmpty {
            do throws(Failure) {
                try write(try pipeline.write(entries, to: format.id, moment, printing, label: label))
            } catch {
                guard !error.endsRun else { throw error }
                throw Failure(.aborted, error.code, "cannot make \"\(label)\": \(error.message)", endsRun: true)
            }
        }
        try flush()
        try file.finish()
    }

    private mutating func write(_ bytes: [UInt8]) throws(Failure) {
        // Who reads along wants each document as soon as it is there.
        guard file.isHidden else { return try file.write(bytes) }
        waiting += bytes
        if waiting.count >= Self.enough { try flush() }
    }

    private mutating func flush() throws(Failure) {
        guard !waiting.isEmpty else { return }
        try file.write(waiting)
        waiting.removeAll(keepingCapacity: true)
    }

    func discard() { file.discard() }
}
