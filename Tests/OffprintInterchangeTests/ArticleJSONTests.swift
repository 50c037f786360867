import Foundation
import OffprintInterchange
import OffprintModel
import OffprintTesting
import Testing

struct ArticleJSONTests {
    private func decode(_ text: String) throws(JSONError) -> [Article] {
        var diagnostics = Diagnostics()
        return try ArticleJSON.decode(Array(text.utf8), reporting: &diagnostics)
    }

    private func body(_ text: String) throws -> [Block] {
        try decode("{\"offprint\":{\"model\":\"1.0\"},\"body\":\(text)}").first?.body ?? []
    }

    private func bodyText(_ body: [Block]) -> String {
        var diagnostics = Diagnostics()
        let text = String(decoding: ArticleJSON.encode(Article(body: body), reporting: &diagnostics), as: UTF8.self)
        return String(text.dropFirst("{\"offprint\":{\"model\":\"1.0\"},\"metadata\":{},\"body\":".count).dropLast())
    }

    // MARK: Lossless

    @Test(arguments: [true, false])
    func `J1 every article comes back as it was, and its text too`(isIndented: Bool) throws {
        var generator = ArticleGenerator(seed: 20_240_506)
        for index in 0..<500 {
            let article = generator.article()
            var diagnostics = Diagnostics()
            let bytes = ArticleJSON.encode(article, indented: isIndented, reporting: &diagnostics)
            let again = try ArticleJSON.decode(bytes, reporting: &diagnostics)
            #expect(again == [article], "article \(index)")
            guard let first = again.first else { continue }
            // Swift compares strings by their meaning; the bytes must be the same as well.
            let twice = ArticleJSON.encode(first, indented: isIndented, reporting: &diagnostics)
            #expect(twice == bytes, "article \(index)")
            #expect(diagnostics.all.isEmpty)
        }
    }

    @Test func `many articles come back from an array and from lines`() throws {
        let articles = SampleArticles.all.map(\.article).filter { $0 != SampleArticles.deep }
        var diagnostics = Diagnostics()
        let array = ArticleJSON.encode(articles, reporting: &diagnostics)
        #expect(try ArticleJSON.decode(array, reporting: &diagnostics) == articles)
        var lines: [UInt8] = []
        for article in articles { lines += ArticleJSON.encode(article, reporting: &diagnostics) + [0x0A] }
        #expect(try ArticleJSON.decode(lines, reporting: &diagnostics) == articles)
        #expect(ArticleJSON.encode([Article](), reporting: &diagnostics) == Array("[]\n".utf8))
        #expect(diagnostics.all.isEmpty)
    }

    @Test func `best writes one claim a field, in the same shape`() throws {
        var diagnostics = Diagnostics()
        let bytes = ArticleJSON.encode(SampleArticles.everything, claims: .best, reporting: &diagnostics)
        let again = try #require(try ArticleJSON.decode(bytes, reporting: &diagnostics).first)
        #expect(again.metadata.title.all == Array(SampleArticles.everything.metadata.title.all.prefix(1)))
        #expect(again.body == SampleArticles.everything.body)
    }

    // MARK: Form

    @Test func `has the form that its users were told`() {
        var metadata = Metadata()
        metadata.title.add("T", from: Origin(.openGraph, at: "meta[property=\"og:title\"]", line: 3))
        if let day = Timestamp(iso8601: "2024-05-06") { metadata.published.add(day, from: Origin(.address, at: "url")) }
        let article = Article(
            metadata: metadata,
            body: [.paragraph([.text("A "), .strong([.text("b")])], role: .lead), .thematicBreak],
            resources: ["i": Resource(id: "i", mediaType: "image/png", location: .bytes([1, 2]))]
        )
        var diagnostics = Diagnostics()
        let text = String(decoding: ArticleJSON.encode(article, reporting: &diagnostics), as: UTF8.self)
        let expected =
            #"{"offprint":{"model":"1.0"},"metadata":{"#
            + #""title":[{"value":"T","evidence":"open-graph","locator":"meta[property=\"og:title\"]","line":3,"confidence":"medium"}],"#
            + #""published":[{"value":"2024-05-06","evidence":"address","locator":"url","confidence":"low"}]},"#
            + #""body":[{"type":"paragraph","role":"lead","content":[{"type":"text","text":"A "},"#
            + #"{"type":"strong","content":[{"type":"text","text":"b"}]}]},{"type":"thematicBreak"}],"#
            + #""resources":{"i":{"mediaType":"image/png","bytes":"AQI="}}}"#
        #expect(text == expected)
    }

    @Test func `ignores fields that it does not know and takes null for absent`() throws {
        #expect(
            try body(#"[{"type":"code","text":"x","language":null,"new":{"a":[]}}]"#) == [.code("x")]
        )
        let text = #"{"x":1,"body":[],"offprint":{"model":"1.7","tool":"t"},"metadata":{"mood":[1]}}"#
        #expect(try decode(text) == [Article()])
    }

    @Test(arguments: [
        #"[{"type":"poll","question":"Why?","votes":[1.50,2e3]}]"#,
        #"[{"question":"Why?","type":"poll","fallback":[{"type":"paragraph","content":[{"type":"text","text":"x"}]}]}]"#,
        #"[{"type":"poll","fallback":[]}]"#, #"[{"type":"poll","fallback":"text"}]"#, #"[{"type":"poll","a":1,"a":2}]"#,
        #"[{"type":"paragraph","content":[{"type":"emoji","name":"é","n":null}]}]"#,
        #"[{"type":"custom","name":"poll","data":{"a":[1,{}]}}]"#, #"[{"type":"custom","name":"poll","data":"{ }"}]"#,
        #"[{"type":"custom","name":"paragraph","data":{"type":"paragraph"}}]"#,
    ])
    func `nodes of unknown types pass through`(text: String) throws {
        #expect(bodyText(try body(text)) == text)
    }

    @Test func `an unknown node is a custom one with its fallback`() throws {
        let text = #"[{"type":"poll","q":"Why?","fallback":[{"type":"thematicBreak"}]}]"#
        let data = #"{"type":"poll","q":"Why?"}"#
        #expect(try body(text) == [.custom(Custom(name: "poll", data: data, fallback: [.thematicBreak]))])
    }

    // MARK: Faults

    @Test(arguments: [
        (#"{"body":[]}"#, 1, 1, "$"),
        (#"{"offprint":{"model":"2.0"},"body":[]}"#, 1, 22, "$.offprint.model"),
        (#"{"offprint":{"model":1}}"#, 1, 22, "$.offprint.model"),
        (
            "{\"offprint\":{\"model\":\"1.0\"},\n \"body\": [{\"type\":\"paragraph\",\n\"content\":[{\"type\":\"text\",\"text\":7}]}]}",
            3, 34, "$.body[0].content[0].text"
        ),
        ("{\"offprint\":{\"model\":\"1.0\"},\"body\":{}}", 1, 36, "$.body"),
        ("{\"offprint\":{\"model\":\"1.0\"},\"body\":[{\"level\":1}]}", 1, 37, "$.body[0]"),
        (
            "{\"offprint\":{\"model\":\"1.0\"},\"metadata\":{\"published\":[{\"value\":\"soon\",\"evidence\":\"user\"}]}}",
            1, 63, "$.metadata.published[0].value"
        ),
        ("{\"offprint\":{\"model\":\"1.0\"},\"resources\":{\"a b\":{}}}", 1, 48, "$.resources[\"a b\"]"),
        ("[{\"offprint\":{\"model\":\"1.0\"}},\n 5]", 2, 2, "$[1]"),
        ("{\"offprint\":{\"model\":\"1.0\"}}\n{\"offprint\":{\"model\":\"1.0\"},\"body\":[3]}", 2, 37, "$[1].body[0]"),
        ("5", 1, 1, "$"),
    ])
    func `says where a value is not what it should be`(text: String, line: Int, column: Int, path: String) {
        let error = #expect(throws: JSONError.self) { try decode(text) }
        #expect(error?.path == path)
        #expect(error?.line == line)
        #expect(error?.column == column, "\(error?.description ?? "")")
    }

    @Test func `says what a value should be`() {
        let text = #"{"offprint":{"model":"1.0"},"body":[{"type":"aside","kind":"box","content":[]}]}"#
        let error = #expect(throws: JSONError.self) { try decode(text) }
        #expect(
            error?.description
                == "line 1, column 60, $.body[0].kind: \"box\" is none of factBox, correction, related, note."
        )
    }

    @Test func `cuts what nests too deep and says so, writing and reading`() throws {
        var diagnostics = Diagnostics()
        let bytes = ArticleJSON.encode(SampleArticles.deep, reporting: &diagnostics)
        #expect(diagnostics.losses.map(\.code) == ["nesting-cut", "nesting-cut"])
        diagnostics = Diagnostics()
        let article = try #require(try ArticleJSON.decode(bytes, reporting: &diagnostics).first)
        #expect(diagnostics.all.isEmpty)
        #expect(article.body.plainText.contains("bottom"))
        let quote = String(repeating: #"{"type":"quote","content":["#, count: 100)
        let deep = #"{"offprint":{"model":"1.0"},"body":["# + quote + String(repeating: "]}", count: 100) + "]}"
        let cut = try #require(try ArticleJSON.decode(Array(deep.utf8), reporting: &diagnostics).first)
        #expect(diagnostics.all.map(\.code) == ["nesting-cut"])
        var depth = 0
        cut.body.walk { depth = max(depth, $1) }
        #expect(depth == Article.maximumDepth - 1)
    }

    // MARK: Schema

    @Test func `the schema is JSON and names every type`() throws {
        let schema = try JSONParser().parse(Array(ArticleJSON.schema.utf8))
        func types(_ name: String) -> [String] {
            (schema["$defs"]?[name]?["allOf"]?.array ?? []).compactMap {
                $0["if"]?["properties"]?["type"]?["const"]?.string
            }
        }
        func used(_ text: String) -> Set<String> {
            Set(text.matches(of: /"type":"([A-Za-z]+)"/).map { String($0.output.1) })
        }
        #expect(
            used(bodyText(SampleArticles.everything.body)).subtracting(types("block")).subtracting(types("inline"))
                .isEmpty
        )
        #expect(types("block").count == 16)
        #expect(types("inline").count == 17)
        let fields = schema["$defs"]?["metadata"]?["properties"]?.object?.members.map(\.key)
        #expect(fields?.sorted() == Field.allCases.map(\.rawValue).sorted())
    }

    private static let python =
        (ProcessInfo.processInfo.environment["OFFPRINT_TOOLS"] ?? NSHomeDirectory() + "/.cache/offprint-tools")
        + "/bin/python"

    @Test(
        .enabled(if: FileManager.default.isExecutableFile(atPath: python), "Python with jsonschema is not installed.")
    )
    func `J1 what is written validates against the schema`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("offprint-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var generator = ArticleGenerator(seed: 4)
        var lines: [UInt8] = []
        var diagnostics = Diagnostics()
        let articles = SampleArticles.all.map(\.article) + (0..<100).map { _ in generator.article() }
        for article in articles { lines += ArticleJSON.encode(article, reporting: &diagnostics) + [0x0A] }
        lines += Array(#"{"offprint":{"model":"1.0"},"metadata":{},"body":[{"type":"paragraph","contents":[]}]}"#.utf8)
        try Data(lines).write(to: folder.appendingPathComponent("articles"))
        try Data(ArticleJSON.schema.utf8).write(to: folder.appendingPathComponent("schema"))
        let script = """
            import json, sys
            from jsonschema import Draft202012Validator
            schema = json.load(open("schema"))
            Draft202012Validator.check_schema(schema)
            # Against an article alone: the choice between one and many hides what is wrong.
            validator = Draft202012Validator({**schema["$defs"]["article"], "$defs": schema["$defs"]})
            for number, line in enumerate(open("articles", encoding="utf-8", newline="\\n"), 1):
                for error in validator.iter_errors(json.loads(line)):
                    print(number, "/".join(map(str, error.absolute_path)), error.message[:120])
            """
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Self.python)
        process.arguments = ["-c", script]
        process.currentDirectoryURL = folder
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(output)")
        // The last line is wrong on purpose: a schema that lets everything pass proves nothing.
        let complaints = output.split(separator: "\n").filter { !$0.hasPrefix("\(articles.count + 1) ") }
        #expect(complaints.isEmpty, "\(complaints.prefix(10))")
        #expect(output.contains("\(articles.count + 1) "))
    }
}
