public import Offprint
public import Testing

/// What every plugin must do, whoever wrote it: its names and options, then all that it reads, writes and changes.
///
///     @Test func `the plugin keeps the rules`() {
///         PluginConformance(AcmePlugin(), samples: ["acme": Array("<acme>…</acme>".utf8)]).check()
///     }
///
/// Each rule that is broken is an issue of the test.
public struct PluginConformance: Sendable {
    private let plugin: any Plugin
    private let samples: [Format.ID: [UInt8]]

    /// Creates a check; `samples` holds a valid source for each format that the plugin reads.
    public init(_ plugin: any Plugin, samples: [Format.ID: [UInt8]] = [:]) {
        self.plugin = plugin
        self.samples = samples
    }

    /// Checks all of it.
    public func check(sourceLocation: SourceLocation = #_sourceLocation) {
        checkName(plugin.name, of: "plugin", sourceLocation)
        do { _ = try PluginRegistry([plugin]) } catch { Issue.record("\(error)", sourceLocation: sourceLocation) }
        checkOptions(sourceLocation)
        let options = OptionValues(declared: plugin.options)
        for reader in plugin.readers {
            #expect(!reader.formats.isEmpty, "A reader reads at least one format.", sourceLocation: sourceLocation)
            for format in reader.formats {
                ReaderConformance(reader, reading: format.id, sample: samples[format.id], options: options).check(
                    sourceLocation: sourceLocation
                )
            }
        }
        for writer in plugin.writers {
            WriterConformance(writer, options: options).check(sourceLocation: sourceLocation)
        }
        for transform in plugin.transforms { TransformConformance(transform).check(sourceLocation: sourceLocation) }
    }

    private func checkOptions(_ place: SourceLocation) {
        let names = plugin.options.map(\.name)
        #expect(Set(names).count == names.count, "No option stands twice: \(names).", sourceLocation: place)
        for option in plugin.options {
            checkName(option.name, of: "option", place)
            let isOneLine = !option.help.isEmpty && !option.help.contains { $0.isNewline }
            #expect(isOneLine, "The option \"\(option.name)\" has one line of help.", sourceLocation: place)
            if let expectation = option.expectation(violatedBy: option.defaultValue) {
                Issue.record(
                    "The option \"\(option.name)\" does not take its default \"\(option.defaultValue)\": \(expectation).",
                    sourceLocation: place
                )
            }
        }
    }
}

/// Names are lower case letters, digits and hyphens, a letter first.
func checkName(_ name: String, of kind: String, _ place: SourceLocation) {
    let isFine =
        name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
        && (0x61...0x7A).contains(name.utf8.first ?? 0)
    #expect(
        isFine,
        "The \(kind) \"\(name)\" is called by lower case letters, digits and hyphens.",
        sourceLocation: place
    )
}

/// A format is declared so that people can ask for it and files can be named.
func checkDeclaration(of format: Format, _ place: SourceLocation) {
    checkName(format.id.rawValue, of: "format", place)
    #expect(!format.name.isEmpty, "The format \"\(format.id)\" has a full name.", sourceLocation: place)
    for fileExtension in format.fileExtensions {
        let isFine =
            !fileExtension.isEmpty && !fileExtension.hasPrefix(".") && fileExtension == fileExtension.lowercased()
        #expect(isFine, "The extension \"\(fileExtension)\" is lower case and has no dot.", sourceLocation: place)
    }
    for mediaType in format.mediaTypes {
        let parts = mediaType.split(separator: "/", omittingEmptySubsequences: false)
        let isFine = parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && mediaType == mediaType.lowercased()
        #expect(isFine, "The media type \"\(mediaType)\" is of the form \"type/subtype\".", sourceLocation: place)
    }
}

extension Article {
    /// How deep the blocks of the body nest.
    var bodyDepth: Int {
        var deepest = 0
        body.walk { _, depth in deepest = max(deepest, depth + 1) }
        return deepest
    }
}
