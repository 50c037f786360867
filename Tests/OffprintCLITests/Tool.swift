import Foundation
import Testing

/// A scratch folder, and runs of the built tool in it.
struct Bench {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "offprint-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// How a run ended.
    struct Outcome {
        let status: Int32
        let output: Data
        let message: String

        var text: String { String(decoding: output, as: UTF8.self) }
        var lines: [Substring] { text.split(separator: "\n") }
    }

    /// The tool stands beside the test bundle, in debug and in release.
    static let tool: URL = {
        let beside = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "offprint")
        if let beside, FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
        return URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: ".build/debug/offprint")
    }()

    /// Runs the tool in the folder.
    func run(_ arguments: String..., input: Data = Data(), environment: [String: String] = [:]) throws -> Outcome {
        try run(Self.tool, arguments, input: input, environment: environment)
    }

    /// Runs a line of shell in the folder; the tool is `$offprint`.
    func shell(_ line: String, environment: [String: String] = [:]) throws -> Outcome {
        try run(URL(filePath: "/bin/bash"), ["-c", line], environment: environment)
    }

    private func run(
        _ program: URL,
        _ arguments: [String],
        input: Data = Data(),
        environment: [String: String]
    ) throws -> Outcome {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        var variables = ["PATH": "/usr/bin:/bin", "offprint": Self.tool.path]
        variables.merge(environment) { _, given in given }
        process.environment = variables
        // Files, not pipes: nothing fills up and nothing waits.
        let (out, err, given) = (scratch("out"), scratch("err"), scratch("in"))
        for file in [out, err] { try Data().write(to: file) }
        try input.write(to: given)
        process.standardOutput = try FileHandle(forWritingTo: out)
        process.standardError = try FileHandle(forWritingTo: err)
        process.standardInput = try FileHandle(forReadingFrom: given)
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus,
            output: try Data(contentsOf: out),
            message: String(decoding: try Data(contentsOf: err), as: UTF8.self)
        )
    }

    private func scratch(_ name: String) -> URL {
        FileManager.default.temporaryDirectory.appending(path: "\(folder.lastPathComponent).\(name)")
    }

    // MARK: Files

    /// Writes a file and the folders it is in.
    @discardableResult
    func write(_ name: String, _ data: Data) throws -> URL {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
        return file
    }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> URL { try write(name, Data(text.utf8)) }

    func text(of name: String) -> String? {
        (try? Data(contentsOf: folder.appending(path: name))).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The files of a folder, by path below it, sorted.
    func files(in name: String) -> [String] {
        let root = folder.appending(path: name)
        let all = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        return all.filter { path in
            (try? root.appending(path: path).resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == false
        }.sorted()
    }

    /// An article as a newsroom types it.
    static func article(_ title: String) -> String {
        """
        \(title)

        By Ida Holm

        The old ferry left the northern quay for the last time on Monday and will not come back to the island.

        The council bought a smaller boat that runs on batteries and carries forty people across the sound.

        """
    }

    /// A feed of several articles.
    static func feed(_ titles: [String]) -> String {
        let items = titles.map { title in
            "<item><title>\(title)</title><link>https://news.example/\(title.count)</link>"
                + "<description>&lt;p&gt;The ferry left the quay for the last time on Monday.&lt;/p&gt;</description></item>"
        }
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Island News</title>"
            + items.joined() + "</channel></rss>"
    }
}
