import Foundation
import OffprintArchive
import Testing

@Suite struct `Fetching images for a conversion` {
    private static let page = """
        <!doctype html><html lang="en"><head><title>Ferry leaves the quay</title></head><body><article>
        <h1>Ferry leaves the quay</h1>
        <p>The old ferry left the northern quay for the last time on Monday and will not come back to the island.</p>
        <figure><img src="http://127.0.0.1:PORT/quay.gif" alt="A quay"></figure>
        <p>The council bought a smaller boat that runs on batteries and carries forty people across the sound.</p>
        </article></body></html>
        """

    @Test func `is for builds that can, and for who asks`() throws {
        let bench = try Bench()
        try bench.write("page.html", Self.page.replacingOccurrences(of: "PORT", with: "8080"))
        let stray = try bench.run("convert", "page.html", "--to", "markdown", "--fetch-allow", "127.0.0.1:9")
        #expect(stray.status == 64)
        let bad = try bench.run(
            "convert",
            "page.html",
            "--to",
            "markdown",
            "--fetch-images",
            "--fetch-allow",
            "localhost"
        )
        #expect(bad.status == 64)
        #expect(bad.message.contains("--fetch-allow takes ADDRESS:PORT"))
        let run = try bench.run("convert", "page.html", "--to", "markdown", "--fetch-images")
        #if Fetching
            #expect(run.status == 0)
            #expect(run.message.contains("warning[image-not-fetched]") && run.message.contains("this machine"))
        #else
            #expect(run.status == 64)
            #expect(run.message == "offprint: This build cannot fetch images: build it with --traits Fetching.\n")
        #endif
    }

    #if Fetching
        private static let hasPython = FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")

        @Test(.enabled(if: hasPython)) func `puts them into the book`() throws {
            let bench = try Bench()
            let gif =
                "GIF89a\u{1}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0},\u{0}\u{0}\u{0}\u{0}\u{1}\u{0}\u{1}\u{0}\u{0}\u{2}\u{0};"
            try bench.write("site/quay.gif", gif)
            try bench.write("page.html", Self.page)
            let run = try bench.shell(
                """
                /usr/bin/python3 -u -m http.server 0 --bind 127.0.0.1 --directory site > port 2> log &
                for _ in $(seq 100); do grep -q port port && break; sleep 0.1; done
                port=$(sed -n 's/.* port \\([0-9]*\\) .*/\\1/p' port)
                sed "s/PORT/$port/" page.html > there.html
                "$offprint" convert there.html -o there.epub --fetch-images --fetch-allow "127.0.0.1:$port"
                status=$?
                kill -9 $!
                exit $status
                """
            )
            #expect(run.status == 0, "\(run.message)")
            #expect(!run.message.contains("image-not-fetched"))
            let book = try ZipReader(Array(try Data(contentsOf: bench.folder.appending(path: "there.epub"))))
            let images = book.entries.filter { $0.name.hasSuffix(".gif") }
            #expect(images.count == 1)
            #expect(try images.map { try book.read($0) } == [Array(gif.utf8)])
        }
    #endif
}
