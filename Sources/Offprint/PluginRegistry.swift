/// The plugins in use.
///
/// A value: build it, hand it over, and nothing changes under you.
///
/// Two plugins that claim one name are an error, never a matter of order.
public struct PluginRegistry: Sendable {
    private var readers: [Format.ID: Registered<any Reader>] = [:]
    /// Each reader once, for detection.
    private var detectors: [any Reader] = []
    private var writers: [Format.ID: Registered<any Writer>] = [:]
    private var transforms: [String: any Transform] = [:]
    private var declarations: [String: [OptionDeclaration]] = [:]

    /// Something of a plugin, and the plugin's name.
    private struct Registered<Value: Sendable>: Sendable {
        let value: Value
        let plugin: String
    }

    /// Creates a registry of plugins.
    ///
    /// - Throws: ``ConversionError`` with the code `conflict` where two claim one format, transform or name.
    public init(_ plugins: [any Plugin]) throws(ConversionError) {
        for plugin in plugins { try register(plugin) }
    }

    /// Adds a plugin.
    ///
    /// - Throws: ``ConversionError`` with the code `conflict` where another claims its name, a format of the same direction or a transform.
    public mutating func register(_ plugin: any Plugin) throws(ConversionError) {
        guard declarations.updateValue(plugin.options, forKey: plugin.name) == nil else {
            throw conflict("are called", plugin.name, plugin)
        }
        for reader in plugin.readers {
            detectors.append(reader)
            for format in reader.formats
            where readers.updateValue(Registered(value: reader, plugin: plugin.name), forKey: format.id) != nil {
                throw conflict("read", format.id.rawValue, plugin)
            }
        }
        for writer in plugin.writers {
            let id = writer.format.id
            guard writers.updateValue(Registered(value: writer, plugin: plugin.name), forKey: id) == nil else {
                throw conflict("write", id.rawValue, plugin)
            }
        }
        for transform in plugin.transforms {
            guard transforms.updateValue(transform, forKey: transform.name) == nil else {
                throw conflict("have the transform", transform.name, plugin)
            }
        }
    }

    private func conflict(_ verb: String, _ name: String, _ plugin: any Plugin) -> ConversionError {
        ConversionError(.conflict, "Two plugins \(verb) \"\(name)\"; the second is \"\(plugin.name)\". Leave one out.")
    }

    // MARK: Looking up

    /// The formats that something reads, by name.
    public var readableFormats: [Format] {
        // A reader of many formats stands here once a format.
        readers.flatMap { id, reader in reader.value.formats.filter { $0.id == id } }.sorted {
            $0.id.rawValue < $1.id.rawValue
        }
    }

    /// The formats that something writes, by name.
    public var writableFormats: [Format] {
        writers.values.map(\.value.format).sorted { $0.id.rawValue < $1.id.rawValue }
    }

    /// The transforms, by name.
    public var availableTransforms: [any Transform] { transforms.values.sorted { $0.name < $1.name } }

    /// The options of each plugin that has any, by plugin.
    public var options: [(plugin: String, declarations: [OptionDeclaration])] {
        declarations.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The options that the reader or writer of a format takes, with the plugin's name.
    public func options(of format: Format.ID) -> (plugin: String, declarations: [OptionDeclaration])? {
        guard let plugin = readers[format]?.plugin ?? writers[format]?.plugin else { return nil }
        return (plugin, declarations[plugin] ?? [])
    }

    /// The reader of a format.
    ///
    /// - Throws: ``ConversionError`` with the code `unknownFormat` where nothing reads it.
    public func reader(of format: Format.ID) throws(ConversionError) -> (reader: any Reader, plugin: String) {
        guard let found = readers[format] else { throw unknown("reads", format, readers.keys) }
        return (found.value, found.plugin)
    }

    /// The writer of a format.
    ///
    /// - Throws: ``ConversionError`` with the code `unknownFormat` where nothing writes it.
    public func writer(of format: Format.ID) throws(ConversionError) -> (writer: any Writer, plugin: String) {
        guard let found = writers[format] else { throw unknown("writes", format, writers.keys) }
        return (found.value, found.plugin)
    }

    /// The transform of a name.
    ///
    /// - Throws: ``ConversionError`` with the code `unknownTransform` where there is none.
    public func transform(named name: String) throws(ConversionError) -> any Transform {
        guard let transform = transforms[name] else {
            let known = transforms.keys.sorted().joined(separator: ", ")
            throw ConversionError(.unknownTransform, "There is no transform \"\(name)\". Known: \(known).")
        }
        return transform
    }

    private func unknown(_ verb: String, _ format: Format.ID, _ ids: some Sequence<Format.ID>) -> ConversionError {
        let known = ids.map(\.rawValue).sorted().joined(separator: ", ")
        return ConversionError(.unknownFormat, "Nothing here \(verb) \"\(format)\". Known: \(known).")
    }

    /// The values of a plugin's options: its defaults, replaced by those of `given` (full names, such as
    /// `epub.cover`) that are its own.
    ///
    /// `files` has what the files hold that options name, by the same names.
    public func values(
        for plugin: String,
        given: [String: String],
        files: [String: [OptionFile]] = [:]
    ) -> OptionValues {
        let declared = declarations[plugin] ?? []
        var own: [String: String] = [:]
        var ownFiles: [String: [OptionFile]] = [:]
        for declaration in declared {
            let name = "\(plugin).\(declaration.name)"
            own[declaration.name] = given[name]
            ownFiles[declaration.name] = files[name]
        }
        return OptionValues(declared: declared, given: own, files: ownFiles)
    }

    /// What a host reads for the options: by their full names, the file that a value names and the folder of the user's
    /// configuration whose files with an extension belong to it.
    public func files(
        for given: [String: String]
    ) -> [(option: String, file: String?, folder: (name: String, extension: String)?)] {
        var found: [(option: String, file: String?, folder: (name: String, extension: String)?)] = []
        for (plugin, all) in options {
            for declaration in all {
                let name = "\(plugin).\(declaration.name)"
                let value = given[name] ?? declaration.defaultValue
                switch declaration.kind {
                case .file(let words): if !words.contains(value) { found.append((name, value, nil)) }
                case .files(let folder, let ending):
                    if value != "none" { found.append((name, value == "auto" ? nil : value, (folder, ending))) }
                case .choice, .flag, .integer, .text: break
                }
            }
        }
        return found
    }

    /// Checks options by their full names.
    ///
    /// - Throws: ``ConversionError`` with the code `invalidOption` for the first that no plugin declares or whose value it does not take.
    public func check(_ given: [String: String]) throws(ConversionError) {
        for (fullName, value) in given.sorted(by: { $0.key < $1.key }) {
            let parts = fullName.split(separator: ".", maxSplits: 1).map(String.init)
            let declared = parts.count == 2 ? declarations[parts[0]] ?? [] : []
            guard let declaration = declared.first(where: { $0.name == parts.last }) else {
                let known = options.flatMap { plugin, all in all.map { "\(plugin).\($0.name)" } }.joined(
                    separator: ", "
                )
                throw ConversionError(.invalidOption, "There is no option \"\(fullName)\". Known: \(known).")
            }
            if let expectation = declaration.expectation(violatedBy: value) {
                throw ConversionError(
                    .invalidOption,
                    "\"\(fullName)\" does not take \"\(value)\"; it takes \(expectation)."
                )
            }
        }
    }

    // MARK: Detection

    /// The format of a source: that of the reader most sure of it.
    ///
    /// Where two are equally sure, the file's extension decides, then the name.
    ///
    /// - Throws: ``ConversionError`` with the code `unrecognizedSource` where no reader knows it.
    public func format(of source: Source) throws(ConversionError) -> Format.ID {
        let prefix = source.bytes.span.extracting(first: 4_096)
        var best = Recognition.none
        var bestIsByName = false
        for reader in detectors {
            let found = reader.recognize(prefix, hint: source.hint)
            guard found.certainty > .none else { continue }
            let byName = reader.recognize(by: source.hint).format == found.format
            let rank = (found.certainty, byName ? 1 : 0)
            let bestRank = (best.certainty, bestIsByName ? 1 : 0)
            if rank > bestRank || (rank == bestRank && found.format.rawValue < best.format.rawValue) {
                (best, bestIsByName) = (found, byName)
            }
        }
        guard best.certainty > .none else {
            throw ConversionError(
                .unrecognizedSource,
                "Cannot tell the format of \"\(source.name)\". Name it with --from."
            )
        }
        return best.format
    }
}
