import Foundation
import OffprintArchive
import Testing

@Suite struct `Where results go` {
    let bench: Bench

    init() throws {
        bench = try Bench()
        try bench.write("in/ferry.txt", Bench.article("Last ferry leaves the northern quay"))
        try bench.write("in/town/school.txt", Bench.article("School opens under a new roof"))
        try bench.write("in/.hidden.txt", Bench.article("Not for anybody"))
    }

    @Test func `one text goes to standard output`() throws {
        let run = try bench.run("convert", "in/ferry.txt", "--to", "flat")
        #expect(run.lines.count == 1)
        #expect(run.text.hasPrefix("{\"id\":\"ferry.txt\",\"source\":\"in/ferry.txt\""))
    }

    @Test func `standard input is read`() throws {
        let run = try bench.run("convert", "-", "--to", "flat", input: Data(Bench.article("From a pipe").utf8))
        #expect(run.status == 0)
        #expect(run.text.hasPrefix("{\"id\":\"stdin\",\"source\":\"-\""))
        #expect(run.text.contains("From a pipe"))
        let failed = try bench.run("convert", "-", "--to", "flat")
        #expect(failed.status == 65)
        #expect(failed.message.hasPrefix("<stdin>: error[empty-source]"))
    }

    @Test func `several formats and a folder keep the folder's shape`() throws {
        let run = try bench.run("convert", "in", "--to", "json,jsonl,flat,epub", "--output-dir", "out")
        #expect(run.status == 0)
        #expect(
            bench.files(in: "out") == [
                "ferry.epub", "ferry.flat.jsonl", "ferry.json", "ferry.jsonl",
                "town/school.epub", "town/school.flat.jsonl", "town/school.json", "town/school.jsonl",
            ]
        )
    }

    @Test func `names that collide are numbered`() throws {
        for name in ["a/one.txt", "b/one.txt", "b/ONE.text"] { try bench.write(name, Bench.article("One")) }
        let run = try bench.run(
            "convert",
            "a/one.txt",
            "b/one.txt",
            "b/ONE.text",
            "--to",
            "json,flat",
            "--output-dir",
            "out"
        )
        #expect(run.status == 0)
        #expect(
            bench.files(in: "out") == [
                "ONE-3.flat.jsonl", "ONE-3.json", "one-2.flat.jsonl", "one-2.json", "one.flat.jsonl", "one.json",
            ]
        )
    }

    @Test func `a template names files by title and number`() throws {
        let run = try bench.run(
            "convert",
            "in",
            "--to",
            "json",
            "--output-dir",
            "out",
            "--name",
            "../{n}/{slug}-{name}"
        )
        #expect(run.status == 0)
        #expect(
            bench.files(in: "out") == [
                "1/last-ferry-leaves-the-northern-quay-ferry.json", "2/school-opens-under-a-new-roof-school.json",
            ]
        )
    }

    @Test func `a file takes many articles in input order`() throws {
        let run = try bench.run("convert", "in/town", "in/ferry.txt", "-o", "all.flat.jsonl")
        #expect(run.status == 0)
        let lines = bench.text(of: "all.flat.jsonl")?.split(separator: "\n") ?? []
        #expect(
            lines.map { $0.prefix(25) }
                == ["{\"id\":\"school.txt\",\"source", "{\"id\":\"ferry.txt\",\"source\""].map { $0.prefix(25) }
        )
        #expect(try bench.run("convert", "in", "-o", "all.json").status == 0)
        #expect(bench.text(of: "all.json")?.hasPrefix("[") == true)
        #expect(try bench.run("convert", "in", "-o", "all.epub").status == 0)
        #expect(bench.text(of: "all.epub")?.hasPrefix("PK") == true)
        #expect(bench.files(in: ".").allSatisfy { !$0.contains(".part") })
    }

    @Test func `a file of lines holds the documents that did not fail`() throws {
        try bench.write("in/bad.txt", "")
        let run = try bench.run("convert", "in", "--to", "flat", "-o", "all.jsonl")
        #expect(run.status == 2)
        #expect(bench.text(of: "all.jsonl")?.split(separator: "\n").count == 2)
    }

    @Test func `nothing is left where all failed`() throws {
        try bench.write("none/a.txt", "")
        try bench.write("none/b.txt", "")
        #expect(try bench.run("convert", "none", "-o", "none.json").status == 2)
        #expect(bench.text(of: "none.json") == nil)
        #expect(bench.files(in: ".").allSatisfy { !$0.contains(".part") })
    }

    @Test func `a feed fills one file of a format that holds many and numbered ones else`() throws {
        try bench.write("news.xml", Bench.feed(["First", "Second one", "Third of all"]))
        let run = try bench.run("convert", "news.xml", "--from", "rss", "--to", "flat", "--output-dir", "out")
        #expect(run.status == 0)
        #expect(bench.files(in: "out") == ["news.flat.jsonl"])
        let ids = bench.text(of: "out/news.flat.jsonl")?.split(separator: "\n").map { $0.prefix(18) }
        #expect(
            ids
                == ["{\"id\":\"news.xml#1\",", "{\"id\":\"news.xml#2\",", "{\"id\":\"news.xml#3\","].map {
                    $0.prefix(18)
                }
        )
    }

    @Test func `files that are there stay, unless forced`() throws {
        try bench.write("out/ferry.json", "mine")
        let kept = try bench.run("convert", "in", "--to", "json", "--output-dir", "out")
        #expect(kept.status == 2)
        #expect(kept.message.contains("in/ferry.txt: error[output-exists]: \"out/ferry.json\" is there already."))
        #expect(bench.text(of: "out/ferry.json") == "mine")
        #expect(bench.files(in: "out").contains("town/school.json"))
        #expect(try bench.run("convert", "in", "--to", "json", "--output-dir", "out", "--force").status == 0)
        #expect(bench.text(of: "out/ferry.json") != "mine")
    }

    @Test func `an input is never overwritten, whatever it is called`() throws {
        #expect(try bench.run("convert", "in/ferry.txt", "-o", "in/record.json").status == 0)
        let before = bench.text(of: "in/record.json")
        try FileManager.default.createSymbolicLink(
            atPath: bench.folder.appending(path: "link.json").path,
            withDestinationPath: "in/record.json"
        )
        for output in [["--output-dir", "in"], ["-o", "link.json"], ["-o", "in/town/../record.json"]] {
            let run = try bench.shell(
                "\"$offprint\" convert in/record.json --to json --force \(output.joined(separator: " "))"
            )
            #expect(run.status == 64)
            #expect(bench.text(of: "in/record.json") == before)
        }
    }

    @Test func `lists, patterns and dangling links are inputs`() throws {
        try FileManager.default.createSymbolicLink(
            atPath: bench.folder.appending(path: "in/away.txt").path,
            withDestinationPath: "nowhere.txt"
        )
        let linked = try bench.run("convert", "in", "--to", "flat", "-o", "-")
        #expect(linked.status == 2)
        #expect(linked.lines.count == 2)
        #expect(linked.message.hasPrefix("in/away.txt: error[no-input]: this link leads nowhere.\n"))
        try bench.write("list", "in/ferry.txt\nin/town\n")
        let listed = try bench.run("convert", "--files-from", "list", "--to", "flat", "-o", "-")
        #expect(listed.status == 0)
        #expect(listed.lines.count == 2)
        let matched = try bench.run("convert", "in/*/s*.txt", "--to", "json", "--output-dir", "matched")
        #expect(matched.status == 0)
        #expect(bench.files(in: "matched") == ["town/school.json"])
    }

    @Test func `two runs give the same bytes`() throws {
        for output in ["one", "two"] {
            #expect(
                try bench.run(
                    "convert",
                    "in",
                    "--to",
                    "json,flat,epub",
                    "--output-dir",
                    output,
                    environment: ["SOURCE_DATE_EPOCH": "1700000000", "TZ": output == "one" ? "UTC" : "Asia/Tokyo"]
                ).status == 0
            )
        }
        for file in bench.files(in: "one") {
            #expect(
                try Data(contentsOf: bench.folder.appending(path: "one/\(file)"))
                    == Data(contentsOf: bench.folder.appending(path: "two/\(file)"))
            )
        }
    }

    @Test func `names that are no text or hold controls are kept safe`() throws {
        try bench.write("in/odd\u{1B}[31m\nname.txt", "")
        let run = try bench.run("convert", "in", "--to", "json", "--output-dir", "out")
        #expect(run.status == 2)
        #expect(run.message.hasPrefix("in/odd\\x1b[31m\\nname.txt: error[empty-source]"))
        #expect(!run.message.contains("\u{1B}"))
        try bench.write("in/odd\u{1B}[31m\nname.txt", Bench.article("Odd"))
        #expect(try bench.run("convert", "in", "--to", "json", "--output-dir", "safe").status == 0)
        #expect(bench.files(in: "safe").contains("odd_[31m_name.json"))
        let bytes = try bench.shell(
            "printf 'Quay closed\\n\\nThe quay is closed for a week.\\n' > \"$(printf 'caf\\351.txt')\"; "
                + "\"$offprint\" convert \"$(printf 'caf\\351.txt')\" --to json"
        )
        #expect(bytes.status == 0)
        let typed = try bench.run("convert", "\u{1B}]0;gone\u{7}", "--to", "json")
        #expect(typed.message == "offprint: \\x1b]0;gone\\x07: there is no such file.\n")
    }
}

@Suite struct `Gzipped inputs` {
    let bench: Bench
    let packed: [UInt8]

    init() throws {
        bench = try Bench()
        packed = Gzip.compress(Array(Bench.article("Last ferry leaves the northern quay").utf8))
    }

    @Test func `are read through and lose both extensions`() throws {
        try bench.write("ferry.txt.gz", Data(packed))
        let run = try bench.run("convert", "ferry.txt.gz", "--to", "json", "--output-dir", "out")
        #expect(run.status == 0)
        #expect(bench.files(in: "out") == ["ferry.json"])
    }

    @Test func `that are cut give what they hold and count as failed`() throws {
        try bench.write("ferry.txt.gz", Data(packed.dropLast(12)))
        let run = try bench.run("convert", "ferry.txt.gz", "--to", "flat", "-o", "ferry.jsonl")
        #expect(run.status == 2)
        #expect(run.message.hasPrefix("ferry.txt.gz: warning[truncated]: "))
        #expect(bench.text(of: "ferry.jsonl")?.contains("The old ferry left") == true)
    }

    @Test func `with a bad checksum are warned of`() throws {
        var damaged = packed
        damaged[damaged.count - 6] ^= 0xFF
        try bench.write("ferry.txt.gz", Data(damaged))
        let run = try bench.run("convert", "ferry.txt.gz", "--to", "flat")
        #expect(run.status == 0)
        #expect(run.message.hasPrefix("ferry.txt.gz: warning[gzip-checksum]: "))
    }

    @Test func `that blow up are refused`() throws {
        let bomb = Gzip.compress([UInt8](repeating: 0x20, count: 64 << 20), level: 9)
        try bench.write("bomb.txt.gz", Data(bomb))
        let run = try bench.run("convert", "bomb.txt.gz", "--to", "flat")
        #expect(run.status == 65)
        #expect(run.message.hasPrefix("bomb.txt.gz: error[limit-exceeded]: "))
    }
}
