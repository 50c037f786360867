import Foundation
public import Offprint
public import Testing

/// A test case that is a folder: `Tests/Cases/<format>/<name>/`.
///
/// A reader's case holds `source.<extension>` and `expected.json`, the articles as indented native JSON with all
/// claims. A writer's case holds `source.json`, the articles, and `expected.<extension>`. Both may hold
/// `options.json` (`{"html.scope": "page"}`), the files that options name, and `diagnostics.json`, the diagnostics to expect; without that file
/// there must be none.
///
///     @Test(arguments: CaseFolder.all(in: "text"))
///     func `reads as its cases say`(folder: CaseFolder) { expectReads(folder, with: PlainTextPlugin()) }
///
/// With `OFFPRINT_RECORD=1` in the environment a run writes the expected files, and fails.
public struct CaseFolder: Sendable, CustomTestStringConvertible {
    /// The format that it is a case of: the name of the folder around it.
    public let format: Format.ID
    /// Its own name.
    public let name: String
    /// The folder, as a path.
    public let path: String
    /// What is wrong with it; a case with a problem fails wherever it is used.
    let problem: String?

    /// The cases of a format, in the folder `Cases` nearest above the file of the caller.
    ///
    /// Where there is none, one case comes back that fails, since a test without cases would pass.
    public static func all(in format: Format.ID, beside file: String = #filePath) -> [CaseFolder] {
        func failing(_ problem: String) -> [CaseFolder] {
            [CaseFolder(format: format, name: "no cases", path: "", problem: problem)]
        }
        let manager = FileManager.default
        var folder = URL(fileURLWithPath: file).deletingLastPathComponent()
        while !manager.fileExists(atPath: folder.appendingPathComponent("Cases").path) {
            guard folder.pathComponents.count > 1 else {
                return failing("No folder \"Cases\" stands above \(file). Make Tests/Cases/\(format)/<name>.")
            }
            folder.deleteLastPathComponent()
        }
        folder.appendPathComponent("Cases/\(format)")
        let names = (try? manager.contentsOfDirectory(atPath: folder.path)) ?? []
        let cases = names.filter { !$0.hasPrefix(".") }.sorted().map { name in
            CaseFolder(format: format, name: name, path: folder.appendingPathComponent(name).path, problem: nil)
        }
        return cases.isEmpty ? failing("\(folder.path) holds no case. Make a folder in it for each.") : cases
    }

    /// The format and the name.
    public var testDescription: String { "\(format)/\(name)" }

    // MARK: Files

    private var url: URL { URL(fileURLWithPath: path, isDirectory: true) }

    /// The bytes of a file; `nil` where there is none.
    func bytes(of file: String) -> [UInt8]? {
        (try? Data(contentsOf: url.appendingPathComponent(file))).map(Array.init)
    }

    /// Writes a file, or takes it away.
    func record(_ bytes: [UInt8]?, as file: String) throws {
        let target = url.appendingPathComponent(file)
        if let bytes {
            try Data(bytes).write(to: target)
        } else if FileManager.default.fileExists(atPath: target.path) {
            try FileManager.default.removeItem(at: target)
        }
    }

    /// The file to read.
    ///
    /// - Throws: ``CaseProblem`` where there is not exactly one `source.*`.
    public func source() throws -> Source {
        if let problem { throw CaseProblem(problem) }
        let names = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasPrefix("source.") }
        guard names.count == 1, let name = names.first, let bytes = bytes(of: name) else {
            throw CaseProblem("\(path) needs exactly one file \"source.<extension>\"; it has \(names.count).")
        }
        let fileExtension = String(name.dropFirst("source.".count))
        return Source(bytes, name: name, hint: SourceHint(fileExtension: fileExtension))
    }

    /// The options of the case by their full names; none where it has no `options.json`.
    ///
    /// - Throws: ``CaseProblem`` where that file is not an object of strings.
    public func options() throws -> [String: String] {
        guard let bytes = bytes(of: "options.json") else { return [:] }
        guard let options = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: String] else {
            throw CaseProblem("\(path)/options.json must be an object of strings, such as {\"html.scope\": \"page\"}.")
        }
        return options
    }
}

/// What is wrong with a case folder.
public struct CaseProblem: Error, CustomStringConvertible {
    /// What to mend.
    public let description: String

    /// Creates a problem.
    init(_ description: String) { self.description = description }
}
