import Offprint
import Testing

/// A reader that knows sources by their first byte and makes an article of the rest.
struct MarkReader: Reader {
    let id: Format.ID
    let mark: Character
    var certainty = Recognition.Certainty.certain
    var fileExtension = "mark"

    var formats: [Format] {
        [Format(id: id, name: "Mark", fileExtensions: [fileExtension], mediaTypes: ["text/x-mark"])]
    }

    func recognize(_ prefix: Span<UInt8>, hint: SourceHint) -> Recognition {
        guard prefix.count > 0, let value = mark.asciiValue, prefix[0] == value else { return recognize(by: hint) }
        return Recognition(id, certainty)
    }

    func read(_ request: ReadRequest, reporting diagnostics: inout Diagnostics) throws(ConversionError) -> [Article] {
        let text = String(decoding: request.source.bytes, as: UTF8.self)
        diagnostics.note("read", "option \(request.options["depth"] ?? "none")")
        return text.split(separator: "\n").map { Article(body: [.paragraph([.text(String($0))])]) }
    }
}

/// A writer of plain text.
struct MarkWriter: Writer {
    var id: Format.ID = "mark"
    var capacity = Format.Capacity.one
    var format: Format { Format(id: id, name: "Mark", fileExtensions: ["mark"], mediaTypes: [], capacity: capacity) }

    func write(_ request: WriteRequest, reporting diagnostics: inout Diagnostics) -> Rendition {
        Rendition(Array(request.entries.map { $0.id + "=" + $0.article.body.plainText }.joined(separator: "\n").utf8))
    }
}

struct MarkPlugin: Plugin {
    var name = "mark"
    var readers: [any Reader] = [MarkReader(id: "mark", mark: "#")]
    var writers: [any Writer] = [MarkWriter()]
    var transforms: [any Transform] = []
    var options = [
        OptionDeclaration("depth", .integer(1...6), default: "3", help: "How deep."),
        OptionDeclaration("cover", .flag, default: "no", help: "Whether there is one."),
        OptionDeclaration("flavor", .choice(["plain", "fancy"]), default: "plain", help: "How it tastes."),
        OptionDeclaration("title", .text, default: "", help: "What it is called."),
    ]
}

struct PluginRegistryTests {
    private func failure<Value>(_ body: () throws -> Value) -> ConversionError? {
        #expect(throws: ConversionError.self) { try body() }
    }

    @Test(arguments: [
        (MarkPlugin(), "Two plugins are called \"mark\"; the second is \"mark\". Leave one out."),
        (MarkPlugin(name: "two"), "Two plugins read \"mark\"; the second is \"two\". Leave one out."),
        (MarkPlugin(name: "two", readers: []), "Two plugins write \"mark\"; the second is \"two\". Leave one out."),
        (
            MarkPlugin(name: "two", readers: [], writers: [], transforms: [StripLinks()]),
            "Two plugins have the transform \"strip-links\"; the second is \"two\". Leave one out."
        ),
    ])
    func `two that claim one thing are an error`(second: MarkPlugin, message: String) {
        let first = MarkPlugin(transforms: [StripLinks()])
        let error = failure { try PluginRegistry([first, second]) }
        #expect(error?.code == .conflict)
        #expect(error?.message == message)
    }

    @Test func `one plugin may read and write one format`() throws {
        let registry = try PluginRegistry([MarkPlugin(), StandardTransforms()])
        #expect(registry.readableFormats.map(\.id) == ["mark"])
        #expect(registry.writableFormats.map(\.id) == ["mark"])
        #expect(registry.availableTransforms.map(\.name) == ["strip-links"])
        #expect(registry.options.map(\.plugin) == ["mark"])
        #expect(registry.options(of: "mark")?.declarations.count == 4)
    }

    @Test func `says what it knows when asked for what it does not`() throws {
        let registry = try PluginRegistry([MarkPlugin(), StandardTransforms()])
        #expect(failure { try registry.reader(of: "docx") }?.message == "Nothing here reads \"docx\". Known: mark.")
        #expect(failure { try registry.writer(of: "docx") }?.message == "Nothing here writes \"docx\". Known: mark.")
        let transform = failure { try registry.transform(named: "shout") }
        #expect(transform?.message == "There is no transform \"shout\". Known: strip-links.")
        #expect(transform?.code == .unknownTransform)
    }

    // MARK: Options

    @Test(arguments: [
        ("mark.depth", "7", "\"mark.depth\" does not take \"7\"; it takes a whole number from 1 to 6."),
        ("mark.depth", "two", "\"mark.depth\" does not take \"two\"; it takes a whole number from 1 to 6."),
        ("mark.cover", "true", "\"mark.cover\" does not take \"true\"; it takes yes or no."),
        ("mark.flavor", "Plain", "\"mark.flavor\" does not take \"Plain\"; it takes plain, fancy."),
        (
            "mark.colour", "red",
            "There is no option \"mark.colour\". Known: mark.depth, mark.cover, mark.flavor, mark.title."
        ),
        ("depth", "1", "There is no option \"depth\". Known: mark.depth, mark.cover, mark.flavor, mark.title."),
        (
            "other.depth", "1",
            "There is no option \"other.depth\". Known: mark.depth, mark.cover, mark.flavor, mark.title."
        ),
    ])
    func `refuses options and says what there is`(name: String, value: String, message: String) throws {
        let registry = try PluginRegistry([MarkPlugin()])
        let error = failure { try registry.check([name: value]) }
        #expect(error?.code == .invalidOption)
        #expect(error?.message == message)
    }

    @Test func `options have their defaults unless given`() throws {
        let registry = try PluginRegistry([MarkPlugin()])
        let given = ["mark.depth": "5", "mark.cover": "yes", "mark.title": "a.b=c"]
        try registry.check(given)
        let values = registry.values(for: "mark", given: given)
        #expect(values["depth"] == "5")
        #expect(values.isOn("cover"))
        #expect(values["flavor"] == "plain")
        #expect(values["title"] == "a.b=c")
        #expect(values["absent"] == nil)
        #expect(OptionValues().isOn("absent", default: true))
    }

    // MARK: Detection

    @Test(
        arguments: [
            ("#x", nil, "a"), ("%x", nil, "b"), ("%x", "a", "b"), ("x", "a", "a"), ("x", "b", "b"), ("&x", nil, "c"),
            // Equally sure: the extension decides, then the name.
            ("$x", "e", "e"), ("$x", nil, "d"),
        ] as [(String, String?, Format.ID)]
    )
    func `the reader most sure of a source reads it`(text: String, fileExtension: String?, id: Format.ID) throws {
        let readers = [
            MarkReader(id: "a", mark: "#", fileExtension: "a"), MarkReader(id: "b", mark: "%", fileExtension: "b"),
            MarkReader(id: "c", mark: "&", certainty: .possible, fileExtension: "c"),
            MarkReader(id: "e", mark: "$", fileExtension: "e"),
            MarkReader(id: "d", mark: "$", fileExtension: "d"),
        ]
        let registry = try PluginRegistry([MarkPlugin(readers: readers)])
        let source = Source(Array(text.utf8), name: "n", hint: SourceHint(fileExtension: fileExtension))
        #expect(try registry.format(of: source) == id)
    }

    @Test func `says when nobody knows a source`() throws {
        let registry = try PluginRegistry([MarkPlugin()])
        let error = failure { try registry.format(of: Source([0x78], name: "news/a")) }
        #expect(error?.code == .unrecognizedSource)
        #expect(error?.message == "Cannot tell the format of \"news/a\". Name it with --from.")
        let typed = Source([0x78], name: "a", hint: SourceHint(mediaType: "text/x-mark"))
        #expect(try registry.format(of: typed) == "mark")
    }
}
