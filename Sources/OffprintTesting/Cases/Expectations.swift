import Foundation
public import Offprint
import OffprintInterchange
public import Testing

/// Expects that a plugin reads the source of a case into the articles and diagnostics that the case holds.
public func expectReads(
    _ folder: CaseFolder,
    with plugin: any Plugin,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    checking(folder, sourceLocation) {
        var diagnostics = Diagnostics()
        let pipeline = try pipeline(of: plugin, for: folder)
        let articles = try pipeline.read(folder.source(), as: folder.format, reporting: &diagnostics)
        var ignored = Diagnostics()
        let json = ArticleJSON.encode(articles, reporting: &ignored)
        return [("expected.json", json), ("diagnostics.json", diagnostics.recorded)]
    }
}

/// Expects that a reader reads the source of a case into the articles and diagnostics that the case holds.
///
/// Options reach the reader without the plugin's name before them.
public func expectReads(
    _ folder: CaseFolder,
    with reader: any Reader,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    checking(folder, sourceLocation) {
        var diagnostics = Diagnostics()
        let request = try ReadRequest(folder.source(), as: folder.format, options: ownOptions(folder))
        let articles = try reader.read(request, reporting: &diagnostics)
        var ignored = Diagnostics()
        let json = ArticleJSON.encode(articles, reporting: &ignored)
        return [("expected.json", json), ("diagnostics.json", diagnostics.recorded)]
    }
}

/// Expects that a plugin writes the articles of a case into the file and diagnostics that the case holds.
public func expectWrites(
    _ folder: CaseFolder,
    with plugin: any Plugin,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    checking(folder, sourceLocation) {
        var diagnostics = Diagnostics()
        let pipeline = try pipeline(of: plugin, for: folder)
        let writer = try pipeline.registry.writer(of: folder.format).writer
        let made = try pipeline.write(entries(of: folder), to: folder.format, moment: moment, reporting: &diagnostics)
        return [(expectedName(writer), made.bytes), ("diagnostics.json", diagnostics.recorded)]
    }
}

/// Expects that a writer writes the articles of a case into the file and diagnostics that the case holds.
///
/// Options reach the writer without the plugin's name before them.
public func expectWrites(
    _ folder: CaseFolder,
    with writer: any Writer,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    checking(folder, sourceLocation) {
        var diagnostics = Diagnostics()
        let request = try WriteRequest(entries(of: folder), options: ownOptions(folder), moment: moment)
        let made = try writer.write(request, reporting: &diagnostics)
        return [(expectedName(writer), made.bytes), ("diagnostics.json", diagnostics.recorded)]
    }
}

/// A pipeline of one plugin with the options of a case; the files that they name lie in its folder.
private func pipeline(of plugin: any Plugin, for folder: CaseFolder) throws -> ConversionPipeline {
    let options = try folder.options()
    var pipeline = try ConversionPipeline(registry: PluginRegistry([plugin]), options: options)
    for (option, file, _) in pipeline.registry.files(for: options) {
        guard let file else { continue }
        guard let bytes = folder.bytes(of: file) else { throw CaseProblem("\(folder.path)/\(file) is missing.") }
        pipeline.files[option] = [OptionFile(name: file, bytes: bytes)]
    }
    return pipeline
}

/// The moment that writers' cases are dated by.
private let moment = Timestamp(iso8601: "2024-05-06T12:00:00Z")

private func expectedName(_ writer: any Writer) -> String { "expected.\(writer.format.fileExtensions.first ?? "out")" }

private func ownOptions(_ folder: CaseFolder) throws -> OptionValues {
    let own = try folder.options().map { name, value in
        (name.split(separator: ".", maxSplits: 1).last.map(String.init) ?? name, value)
    }
    return OptionValues(Dictionary(own, uniquingKeysWith: { first, _ in first }))
}

private func entries(of folder: CaseFolder) throws -> [WriteRequest.Entry] {
    let source = try folder.source()
    var diagnostics = Diagnostics()
    return WriteRequest.entries(of: try ArticleJSON.decode(source.bytes, reporting: &diagnostics), from: source.name)
}

// MARK: - Comparing and recording

/// Compares each file that `make` gives with that of the folder; an empty one must not be there.
private func checking(_ folder: CaseFolder, _ place: SourceLocation, _ make: () throws -> [(String, [UInt8])]) {
    do {
        if let problem = folder.problem { throw CaseProblem(problem) }
        let isRecording = ProcessInfo.processInfo.environment["OFFPRINT_RECORD"] == "1"
        for (file, actual) in try make() {
            let expected = folder.bytes(of: file)
            guard expected ?? [] != actual || (expected == nil && file.hasPrefix("expected.")) else { continue }
            if isRecording {
                try folder.record(actual.isEmpty && file == "diagnostics.json" ? nil : actual, as: file)
                Issue.record(
                    "Recorded \(folder.testDescription)/\(file): read it, then run without.",
                    sourceLocation: place
                )
            } else if expected == nil, file.hasPrefix("expected.") {
                throw CaseProblem("\(folder.path)/\(file) is missing. Run with OFFPRINT_RECORD=1 to make it.")
            } else {
                let difference = LineDifference(from: expected ?? [], to: actual).text
                Issue.record(
                    "\(folder.testDescription)/\(file) differs (- expected, + made):\n\(difference)",
                    sourceLocation: place
                )
            }
        }
    } catch {
        Issue.record("\(folder.testDescription): \(error)", sourceLocation: place)
    }
}

extension Diagnostics {
    /// The diagnostics as a case holds them; no bytes where there are none.
    fileprivate var recorded: [UInt8] {
        guard !all.isEmpty else { return [] }
        var json = JSONWriter(indented: true)
        json.array(all) { json, diagnostic in
            json.object { json in
                json.field("severity", diagnostic.severity.rawValue)
                json.field("code", diagnostic.code.rawValue)
                json.field("line", diagnostic.line)
                json.field("block", diagnostic.block)
                json.field("message", diagnostic.message)
            }
        }
        json.endLine()
        return json.bytes
    }
}
