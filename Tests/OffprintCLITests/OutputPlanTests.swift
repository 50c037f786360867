import Offprint
import Testing

@testable import OffprintCLI

@Suite struct `Planning names` {
    static func format(_ id: Format.ID, _ fileExtension: String) -> Format {
        Format(id: id, name: id.rawValue, fileExtensions: [fileExtension], mediaTypes: [])
    }

    @Test func `gives formats that share an extension their own`() {
        let formats = [
            Self.format("json", "json"), Self.format("ninjs", "json"), Self.format("jsonl", "jsonl"),
            Self.format("flat", "flat.jsonl"), Self.format("markdown", "md"),
        ]
        let extensions = OutputPlan.extensions(of: formats)
        #expect(
            extensions == [
                "json": "json", "ninjs": "ninjs.json", "jsonl": "jsonl", "flat": "flat.jsonl", "markdown": "md",
            ]
        )
        #expect(OutputPlan.extensions(of: [formats[1]]) == ["ninjs": "json"])
    }

    @Test func `never gives a name twice`() {
        var plan = OutputPlan(formats: [Self.format("jsonl", "jsonl"), Self.format("flat", "flat.jsonl")])
        let inputs = ["a.txt", "a.html", "A.txt", "a.flat.txt", "a-2.txt", "sub/a.txt", "a.txt"]
        let names = inputs.flatMap { plan.paths(of: Path($0), in: ["jsonl", "flat"], article: Article()) }
        #expect(Set(names.map { $0.text.lowercased() }).count == inputs.count * 2)
    }

    @Test(.timeLimit(.minutes(1))) func `many files of one name take no longer each`() {
        var plan = OutputPlan(formats: [Self.format("markdown", "md")])
        let names = (0..<20_000).map { plan.paths(of: Path("\($0)/a.txt"), in: ["markdown"], article: Article())[0] }
        #expect(names.last?.text == "19999/a.md")
        let same = (0..<20_000).map { _ in plan.paths(of: Path("a.txt"), in: ["markdown"], article: Article())[0] }
        #expect(same.last?.text == "a-20000.md")
        #expect(Set(same).count == same.count)
    }

    @Test func `numbers the articles of a source so that names sort`() {
        var plan = OutputPlan(formats: [Self.format("markdown", "md")])
        let names = [0, 11].map { index in
            plan.paths(of: Path("feed.xml"), in: ["markdown"], article: Article(), position: (index, 12))[0].text
        }
        #expect(names == ["feed-01.md", "feed-12.md"])
    }

    @Test(arguments: [
        ("../../etc/passwd", "etc/passwd.md"), ("/abs/{n}", "abs/1.md"), ("a//b", "a/b.md"), ("..", "document.md"),
        ("{slug}", "the-ferry-s-last-trip-to-ærø-2024.md"), ("{name}.x", "in.put.x.md"), ("bell\u{7}", "bell_.md"),
    ])
    func `keeps templates within the folder`(template: String, name: String) throws {
        var article = Article()
        article.metadata.title.add("The Ferry’s last trip/../to “Ærø” (2024)!", from: Origin(.user, at: ""))
        var plan = OutputPlan(formats: [Self.format("markdown", "md")], template: try NameTemplate(template))
        #expect(plan.paths(of: Path("in.put.txt"), in: ["markdown"], article: article)[0].text == name)
    }

    @Test func `keeps names within 200 bytes and whole characters`() throws {
        var article = Article()
        article.metadata.title.add(String(repeating: "船", count: 500), from: Origin(.user, at: ""))
        for template in ["{slug}{slug}{slug}{slug}", String(repeating: "é", count: 300)] {
            var plan = OutputPlan(formats: [Self.format("markdown", "md")], template: try NameTemplate(template))
            for _ in 0..<3 {
                let name = plan.paths(of: Path("x.txt"), in: ["markdown"], article: article)[0]
                #expect(name.bytes.count <= 200)
                #expect(!name.text.unicodeScalars.contains("\u{FFFD}"))
            }
        }
    }

    @Test(arguments: [
        ("page.html", "page", "html"), ("page.HTML.gz", "page", "html"), ("report", "report", nil),
        ("minutes.2024", "minutes.2024", nil), (".profile", ".profile", nil), ("a.b c", "a.b c", nil),
        ("feed.xhtml", "feed", "xhtml"), ("x.gz", "x", nil),
    ])
    func `takes file names apart`(name: String, stem: String, fileExtension: String?) {
        let taken = FileName(Array(name.utf8))
        #expect(String(decoding: taken.stem, as: UTF8.self) == stem)
        #expect(taken.fileExtension == fileExtension)
    }

    @Test(arguments: [
        ("a/b", "a", "b"), ("a", ".", "a"), ("/a", "/", "a"), ("a/b//", "a", "b"), ("/", "/", ""), ("./x", ".", "x"),
    ])
    func `takes paths apart`(path: String, parent: String, name: String) {
        #expect(Path(path).parent == Path(parent))
        #expect(Path(path).name == Array(name.utf8))
    }
}
