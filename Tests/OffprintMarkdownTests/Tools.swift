import Foundation

/// Programs outside that judge what was written.
///
/// Where one is missing, its tests are skipped, and say so.
enum Tools {
    /// A Python with the packages `cmarkgfm` and `yaml`: `$OFFPRINT_TOOLS/bin/python`, by default in `~/.cache`.
    static let python: String? = {
        let environment = ProcessInfo.processInfo.environment
        let folder = environment["OFFPRINT_TOOLS"] ?? (environment["HOME"] ?? "") + "/.cache/offprint-tools"
        return executable(folder + "/bin/python")
    }()

    private static let cmark = executable("/usr/bin/cmark-gfm")

    /// Whether anything here reads GitHub Flavored Markdown.
    static var readsMarkdown: Bool { python != nil || cmark != nil }

    private static func executable(_ path: String) -> String? {
        FileManager.default.isExecutableFile(atPath: path) ? path : nil
    }

    /// The HTML that cmark-gfm makes of each document, from one run.
    static func html(of documents: [String]) throws -> [String] {
        if let python {
            let script = """
                import json, sys, cmarkgfm
                from cmarkgfm.cmark import Options
                names = ["table", "strikethrough", "autolink", "tasklist"]
                options = Options.CMARK_OPT_FOOTNOTES | Options.CMARK_OPT_UNSAFE
                convert = cmarkgfm.cmark.markdown_to_html_with_extensions
                texts = json.load(sys.stdin)
                json.dump([convert(text, options=options, extensions=names) for text in texts], sys.stdout)
                """
            let out = try run(python, ["-c", script], JSONEncoder().encode(documents))
            return try JSONDecoder().decode([String].self, from: out)
        }
        guard let cmark else { return [] }
        // Debian's program has no footnotes; a comment parts the documents.
        let text = documents.joined(separator: "\n\n<!-- next -->\n\n")
        let extensions = ["table", "strikethrough", "autolink", "tasklist"].flatMap { ["-e", $0] }
        let out = try run(cmark, ["--unsafe"] + extensions, Data(text.utf8))
        return String(decoding: out, as: UTF8.self).components(separatedBy: "<!-- next -->\n")
    }

    /// What a program answers to `input`.
    static func run(_ program: String, _ arguments: [String], _ input: Data) throws -> Data {
        // A file holds the input, so that a full pipe cannot stop both sides.
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("offprint-\(UUID().uuidString)")
        try input.write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardInput = try FileHandle(forReadingFrom: file)
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let out = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return out
    }
}
