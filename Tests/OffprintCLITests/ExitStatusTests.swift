import Foundation
import Testing

@Suite struct `Exit status` {
    let bench: Bench

    init() throws {
        bench = try Bench()
        try bench.write("ferry.txt", Bench.article("Last ferry leaves the northern quay"))
        try bench.write("school.txt", Bench.article("School opens under a new roof"))
        try bench.write("empty.txt", "")
    }

    @Test func `is 0 where all was converted`() throws {
        let run = try bench.run("convert", "ferry.txt", "--to", "json")
        #expect(run.status == 0)
        #expect(run.message == "")
        #expect(run.text.contains("Last ferry leaves the northern quay"))
    }

    @Test func `is 2 where some documents failed, and the others are converted`() throws {
        let run = try bench.run(
            "convert",
            "ferry.txt",
            "empty.txt",
            "school.txt",
            "--to",
            "json",
            "--output-dir",
            "out"
        )
        #expect(run.status == 2)
        #expect(bench.files(in: "out") == ["ferry.json", "school.json"])
        #expect(
            run.message == """
                empty.txt: error[empty-source]: "empty.txt" is empty: there is nothing to convert.
                offprint: 1 of 3 documents failed.

                """
        )
    }

    @Test func `is 2 where one of two inputs is missing`() throws {
        let run = try bench.run("convert", "ferry.txt", "gone.txt", "--to", "json", "--output-dir", "out")
        #expect(run.status == 2)
        #expect(bench.files(in: "out") == ["ferry.json"])
        #expect(run.message.hasPrefix("gone.txt: error[no-input]: there is no such file.\n"))
    }

    @Test func `pictures among the pages of a folder are no failures`() throws {
        let gif = Data([0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 0, 1, 0, 0, 0, 0, 0x3B])
        try bench.write("pages/ferry.txt", Bench.article("Ferry"))
        try bench.write("pages/ferry_files/quay.gif", gif)
        let run = try bench.run("convert", "pages", "--to", "json", "--output-dir", "out")
        #expect(run.status == 0, "\(run.message)")
        #expect(bench.files(in: "out") == ["ferry.json"])
        try bench.write("pictures/quay.gif", gif)
        #expect(try bench.run("convert", "pictures", "--to", "json", "--output-dir", "out2").status == 66)
        // One that somebody names is meant, and cannot be read.
        #expect(try bench.run("convert", "pictures/quay.gif", "--to", "json").status == 65)
    }

    @Test func `is 65 where the only input cannot be read`() throws {
        #expect(try bench.run("convert", "empty.txt", "--to", "json").status == 65)
        let run = try bench.run("convert", "ferry.txt", "--from", "json", "--to", "json")
        #expect(run.status == 65)
        #expect(run.message.hasPrefix("ferry.txt:1: error["))
        try bench.write("picture.bin", Data([0, 1, 2, 3, 0xFF, 0xFE, 0, 0]))
        let unknown = try bench.run("convert", "picture.bin", "--to", "json")
        #expect(unknown.status == 65)
        #expect(unknown.message.contains("--from"))
    }

    @Test(arguments: [
        (["gone.txt"], "offprint: gone.txt: there is no such file.\n"),
        (["*.nothing"], "offprint: *.nothing: nothing matches this pattern.\n"),
        (["bare"], "offprint: There is no file in what was given: name a file, or a folder that holds one.\n"),
        (["--files-from", "gone.list"], "offprint: gone.list: cannot read this list: No such file or directory.\n"),
    ])
    func `is 66 where there is no input`(arguments: [String], message: String) throws {
        try FileManager.default.createDirectory(
            at: bench.folder.appending(path: "bare"),
            withIntermediateDirectories: true
        )
        let quoted = arguments.map { "'\($0)'" }.joined(separator: " ")
        let run = try bench.shell("\"$offprint\" convert \(quoted) --to json --output-dir out")
        #expect(run.status == 66)
        #expect(run.message == message)
    }

    @Test func `is 66 where none of several inputs is there`() throws {
        #expect(try bench.run("convert", "no.txt", "nor.txt", "--to", "json", "--output-dir", "out").status == 66)
    }

    @Test(arguments: [
        ["-o", "ferry.txt/x.json"], ["-o", "nowhere/x.json"], ["-o", "there.json"], ["-o", "."],
        ["--output-dir", "ferry.txt"], ["--output-dir", "ferry.txt/out"],
    ])
    func `is 73 where the output cannot be created`(arguments: [String]) throws {
        try bench.write("there.json", "mine")
        let run = try bench.shell(
            "\"$offprint\" convert ferry.txt --to json \(arguments.joined(separator: " "))"
        )
        #expect(run.status == 73)
        #expect(run.message.contains("\""))
        #expect(bench.text(of: "there.json") == "mine")
    }

    @Test func `is 74 where the disk is full`() throws {
        guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
        let run = try bench.shell("\"$offprint\" convert ferry.txt --to json > /dev/full")
        #expect(run.status == 74)
        #expect(run.message == "offprint: cannot write \"<stdout>\": No space left on device.\n")
        let many = try bench.shell("\"$offprint\" convert ferry.txt school.txt --to flat -o /dev/full")
        #expect(many.status == 74)
    }

    @Test func `is quiet where nobody reads on`() throws {
        let text = (0..<4_000).map { "Paragraph number \($0) of a long report about the ferry.\n\n" }.joined()
        try bench.write("long.txt", Bench.article("A long report") + text)
        let run = try bench.shell("\"$offprint\" convert long.txt --to flat | head -c 10; exit ${PIPESTATUS[0]}")
        #expect([0, 74, 141].contains(run.status))
        #expect(run.message == "")
        // Python and others start programs with the signal ignored.
        let ignored = try bench.shell(
            "trap '' PIPE; \"$offprint\" convert long.txt --to flat | head -c 10; exit ${PIPESTATUS[0]}"
        )
        #expect([0, 74].contains(ignored.status))
        #expect(ignored.message == "")
    }

    @Test(arguments: [
        ("convert --to json", "Name an input: a file, a folder, or - for standard input."),
        ("convert ferry.txt", "Say what to write with --to FORMAT."),
        ("convert ferry.txt --to docx9", "Nothing here writes \"docx9\"."),
        ("convert ferry.txt --to json --from docx9", "Nothing here reads \"docx9\"."),
        (
            "convert ferry.txt --to json --option json.claims",
            "--option takes NAME=VALUE, such as epub.cover=no, not \"json.claims\"."
        ),
        ("convert ferry.txt --to json --option json.nonsense=1", "There is no option \"json.nonsense\". Known: "),
        (
            "convert ferry.txt --to json --option json.claims=few",
            "\"json.claims\" does not take \"few\"; it takes best, all."
        ),
        ("convert ferry.txt --to json --transform shout", "There is no transform \"shout\". Known: strip-links."),
        ("convert ferry.txt --to json -j many", "-j takes a whole number from 1, not \"many\"."),
        (
            "convert ferry.txt --to json -j 4",
            "-j 4: this version converts one document at a time. Leave -j out, or give -j 1."
        ),
        (
            "convert ferry.txt --to json -o x.json --output-dir out",
            "-o names one file and --output-dir a folder for many: give one of them."
        ),
        ("convert ferry.txt --to json,flat", "Several formats make several files: say where with --output-dir."),
        (
            "convert ferry.txt school.txt --to json",
            "Several inputs make several files: say where with --output-dir, or name one file with -o."
        ),
        (
            "convert . --to flat",
            "Several inputs make several files: say where with --output-dir, or name one file with -o."
        ),
        (
            "convert ferry.txt -o ferry.news",
            "The name \"ferry.news\" does not tell a format: say what to write with --to FORMAT."
        ),
        (
            "convert ferry.txt --to json --name '{n}'",
            "--name says how to call the files of --output-dir; give that too."
        ),
        (
            "convert ferry.txt --to json --output-dir out --name '{when}'",
            "--name does not know \"{when}\". Known: {name}, {slug}, {n}."
        ),
        (
            "convert ferry.txt --to json --output-dir out --name '{n'",
            "--name \"{n\" has a \"{\" without a \"}\". Known: {name}, {slug}, {n}."
        ),
        ("convert - - --to json", "Standard input can be read once: give - once."),
        (
            "convert ferry.txt --to json --diagnostics -",
            "Results and --diagnostics - both go to standard output: give one of them a file."
        ),
        (
            "convert ferry.txt --to json -o ferry.txt --force",
            "\"ferry.txt\" is an input too; it stays as it is. Name another output."
        ),
        ("inspect", "Name one input: a file, or - for standard input."),
        ("inspect .", "\".\" is not one file; inspect shows one."),
        ("formats --schema epub", "There is no schema of \"epub\". Known: json."),
        ("convert --nonsense", "Unknown option '--nonsense'"),
        ("nonsense", ""),
    ])
    func `is 64 where the command makes no sense`(line: String, message: String) throws {
        let before = bench.text(of: "ferry.txt")
        let run = try bench.shell("\"$offprint\" \(line)")
        #expect(run.status == 64)
        #expect(run.message.hasPrefix("offprint: " + message))
        #expect(run.text == "")
        #expect(bench.text(of: "ferry.txt") == before)
        #expect(bench.files(in: "out") == [])
    }

    @Test func `is 64 with the date of the output misspelt`() throws {
        let run = try bench.run(
            "convert",
            "ferry.txt",
            "--to",
            "json",
            environment: ["SOURCE_DATE_EPOCH": "yesterday"]
        )
        #expect(run.status == 64)
        #expect(run.message.contains("SOURCE_DATE_EPOCH is \"yesterday\""))
    }
}
