import Offprint
import OffprintPlugins

/// What `convert` was asked for, checked.
struct ConvertSettings {
    /// Where the results go.
    enum Destination {
        case standardOutput
        case file(Path)
        case folder(Path)
    }

    let pipeline: ConversionPipeline
    let source: Format.ID?
    let formats: [Format]
    let destination: Destination
    let template: NameTemplate?
    let images: ImageFetching?

    init(_ command: Convert) throws(Failure) {
        try Self.checkJobs(command.jobs)
        pipeline = try .asked(
            options: command.options,
            transforms: command.transforms,
            limits: SizeLimit.limits(command.maximumSize)
        )
        source = try pipeline.registry.source(command.from)
        destination = try Self.destination(command)
        formats = try Self.formats(command.to, destination, pipeline.registry)
        images = try ImageFetching(isAsked: command.fetchesImages, allowing: command.allowedHosts)
        template = try command.name.map { (text) throws(Failure) in try NameTemplate(text) }
        if template != nil, command.outputFolder == nil {
            throw .usage("--name says how to call the files of --output-dir; give that too.")
        }
        if formats.count > 1, command.outputFolder == nil {
            throw .usage("Several formats make several files: say where with --output-dir.")
        }
    }

    private static func checkJobs(_ jobs: String?) throws(Failure) {
        guard let jobs, jobs != "1" else { return }
        guard let number = Int(jobs), number > 0 else {
            throw .usage("-j takes a whole number from 1, not \"\(jobs)\".")
        }
        throw .usage("-j \(number): this version converts one document at a time. Leave -j out, or give -j 1.")
    }

    private static func destination(_ command: Convert) throws(Failure) -> Destination {
        switch (command.output, command.outputFolder) {
        case (_?, _?): throw .usage("-o names one file and --output-dir a folder for many: give one of them.")
        case ("-", nil), (nil, nil): return .standardOutput
        case (let file?, nil):
            guard !file.isEmpty else { throw .usage("-o needs the name of a file.") }
            return .file(Platform.path(fromArgument: file))
        case (nil, let folder?):
            guard !folder.isEmpty else { throw .usage("--output-dir needs the name of a folder.") }
            return .folder(Platform.path(fromArgument: folder))
        }
    }

    private static func formats(
        _ names: String?,
        _ destination: Destination,
        _ registry: PluginRegistry
    ) throws(Failure) -> [Format] {
        guard let names else { return [try format(fitting: destination, registry)] }
        var formats: [Format] = []
        for name in names.split(separator: ",", omittingEmptySubsequences: false) {
            do throws(ConversionError) {
                let format = try registry.writer(of: Format.ID(rawValue: String(name))).writer.format
                if !formats.contains(format) { formats.append(format) }
            } catch { throw .usage(error.message) }
        }
        return formats
    }

    /// The format that the extension of the output says.
    private static func format(fitting destination: Destination, _ registry: PluginRegistry) throws(Failure) -> Format {
        guard case .file(let path) = destination else { throw .usage("Say what to write with --to FORMAT.") }
        let name = String(decoding: path.name, as: UTF8.self).lowercased()
        let formats = registry.writableFormats
        // `news.flat.jsonl` says more than `news.jsonl`: the longest extension tells.
        let endings = formats.flatMap { format in
            format.fileExtensions.flatMap { [$0, "\(format.id).\($0)"] }.filter { name.hasSuffix(".\($0)") }.map {
                (format: format, length: $0.utf8.count)
            }
        }
        let longest = endings.map(\.length).max()
        let fitting = endings.filter { $0.length == longest }.map(\.format)
        if let format = fitting.first(where: { name.hasSuffix(".\($0.id)") }) { return format }
        guard let format = fitting.first else {
            throw .usage("The name \"\(path.text)\" does not tell a format: say what to write with --to FORMAT.")
        }
        guard fitting.count == 1 else {
            let ids = fitting.map(\.id.rawValue).joined(separator: ", ")
            throw .usage("\"\(path.text)\" may be \(ids): say which with --to.")
        }
        return format
    }
}

// What `convert` and `inspect` share.

extension ConversionPipeline {
    /// A pipeline of the bundled plugins with options and transforms as given on the command line.
    static func asked(
        options: [String],
        transforms names: [String] = [],
        limits: Limits = Limits()
    ) throws(Failure) -> ConversionPipeline {
        var values: [String: String] = [:]
        for option in options {
            guard let equals = option.utf8.firstIndex(of: UInt8(ascii: "=")), equals > option.startIndex else {
                throw .usage("--option takes NAME=VALUE, such as epub.cover=no, not \"\(option)\".")
            }
            values[String(option[..<equals])] = String(option[option.utf8.index(after: equals)...])
        }
        do throws(ConversionError) {
            let registry = try PluginRegistry.bundled
            var transforms: [any Transform] = []
            for name in names { transforms.append(try registry.transform(named: name)) }
            var pipeline = try ConversionPipeline(
                registry: registry,
                transforms: transforms,
                options: values,
                limits: limits
            )
            let reading = OptionFileReading(limit: pipeline.limits.sourceBytes)
            for (option, file, folder) in registry.files(for: values) {
                pipeline.files[option] = try reading.files(file, folder, for: option)
            }
            return pipeline
        } catch { throw .usage(error.message) }
    }
}

extension PluginRegistry {
    /// The format to read, as given on the command line.
    func source(_ name: String?) throws(Failure) -> Format.ID? {
        guard let name else { return nil }
        let id = Format.ID(rawValue: name)
        do throws(ConversionError) { _ = try reader(of: id) } catch { throw .usage(error.message) }
        return id
    }
}
