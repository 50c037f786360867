import Foundation
import OffprintArchive
import Testing

@Suite struct `What goes into a book` {
    let bench: Bench

    init() throws { bench = try Bench() }

    // A GIF of one dot.
    private static let dot = Data(base64Encoded: "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7") ?? Data()

    private func page(_ source: String, base: String = "") -> String {
        "<html lang='en'><head><title>Lights</title>\(base)</head><body><p>The quay is lit again.</p>"
            + "<p><img src='\(source)' alt='A lamp' width='200'></p></body></html>"
    }

    /// The images of the book that a page becomes.
    private func images(of page: String) throws -> [String] {
        try bench.write("in/page.html", page)
        let made = try bench.run(
            "convert",
            "in/page.html",
            "-o",
            "page.epub",
            "--force",
            "--option",
            "html.scope=page",
            "--option",
            "epub.cover=no"
        )
        #expect(made.status == 0)
        let book = try ZipReader(Array(Data(contentsOf: bench.folder.appending(path: "page.epub"))))
        return book.entries.map(\.name).filter { $0.hasPrefix("EPUB/images/") }
    }

    private func put(_ name: String) throws {
        let file = bench.folder.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Self.dot.write(to: file)
    }

    @Test(arguments: [
        ("page_files/a lamp.gif", ""), ("./page_files/a%20lamp.gif?size=1", ""),
        ("page_files/a%20lamp.gif", "<link rel='canonical' href='https://news.example/lights/1'>"),
    ])
    func `an image beside the page is in the book`(source: String, base: String) throws {
        try put("in/page_files/a lamp.gif")
        #expect(try images(of: page(source, base: base)).count == 1)
    }

    @Test(arguments: [
        "../secret.gif", "link.gif", "folder/secret.gif", "gone.gif", "/etc/hostname", "file:///etc/hostname",
    ])
    func `nothing outside the folder is opened`(source: String) throws {
        try put("secret.gif")
        try put("in/other.gif")
        let files = FileManager.default
        let inside = bench.folder.appending(path: "in")
        try files.createSymbolicLink(
            at: inside.appending(path: "link.gif"),
            withDestinationURL: bench.folder.appending(path: "secret.gif")
        )
        try files.createSymbolicLink(at: inside.appending(path: "folder"), withDestinationURL: bench.folder)
        #expect(try images(of: page(source)).isEmpty)
    }

    @Test(arguments: ["link", "embed"]) func `an image beside the page is in the page that is written`(source: String)
        throws
    {
        try put("in/page_files/a lamp.gif")
        try bench.write("in/page.html", page("page_files/a%20lamp.gif"))
        let options = ["--option", "html.scope=page", "--option", "html.images=\(source)"]
        let made = try bench.shell("$offprint convert in/page.html --to html \(options.joined(separator: " "))")
        #expect(made.status == 0)
        #expect(made.text.contains("src=\"data:image/gif;base64,R0lGOD"), "\(made.message)")
    }

    @Test func `one file under many addresses is read once, and what an article cannot take is said`() throws {
        let folder = bench.folder.appending(path: "in")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let large = Self.dot + Data(count: 60 << 20)
        for number in 0..<5 { try large.write(to: folder.appending(path: "\(number).gif")) }
        // A name more for one of five files that are too many, and many more for the first.
        let names = ["0", "1", "2", "3", "4", "4"] + Array(repeating: "0", count: 200)
        let images = names.enumerated().map { "<p>Words.</p><img src='\($1).gif?\($0)' width='200' alt='A lamp'>" }
        let page =
            "<html lang='en'><title>Lights</title><body><p>The quay is lit again.</p>\(images.joined())</body></html>"
        try bench.write("in/page.html", page)
        let made = try bench.shell(
            "ulimit -v 4000000; $offprint convert in/page.html --to epub -o a.epub --option html.scope=page"
        )
        #expect(made.status == 0, "\(made.message)")
        #expect(made.message.contains("images-left-out]: 1 of the image files"), "\(made.message)")
    }

    @Test func `an image outside of the folder is said to be there`() throws {
        try put("secret.gif")
        try bench.write("in/page.html", page("../secret.gif"))
        let made = try bench.run("convert", "in/page.html", "-o", "page.epub", "--option", "html.scope=page")
        #expect(made.message.contains("image-outside"), "\(made.message)")
    }

    @Test func `folders that were given are sections, in that order`() throws {
        for name in ["World/b.txt", "World/a.txt", "Arts & Life/c.txt"] {
            try bench.write(name, Bench.article("Article \(name.suffix(5).prefix(1))"))
        }
        for inputs in ["World 'Arts & Life'", "World/b.txt World/a.txt 'Arts & Life/c.txt'"] {
            let run = try bench.shell("$offprint convert \(inputs) --to epub -o week.epub --force")
            #expect(run.status == 0, "\(run.message)")
            let book = try ZipReader(Array(Data(contentsOf: bench.folder.appending(path: "week.epub"))))
            let navigation = String(decoding: try book.read("EPUB/nav.xhtml"), as: UTF8.self)
            let world = try #require(navigation.range(of: "<span>World</span>"))
            let arts = try #require(navigation.range(of: "<span>Arts &amp; Life</span>"))
            #expect(world.upperBound < arts.lowerBound)
        }
        let only = try bench.run("convert", "World", "--to", "epub", "-o", "world.epub")
        #expect(only.status == 0)
        let book = try ZipReader(Array(Data(contentsOf: bench.folder.appending(path: "world.epub"))))
        #expect(!String(decoding: try book.read("EPUB/nav.xhtml"), as: UTF8.self).contains("<span>"))
    }

    @Test func `a cover is a file that is there`() throws {
        try bench.write("a.txt", Bench.article("An article"))
        let run = try bench.run("convert", "a.txt", "-o", "a.epub", "--option", "epub.cover=gone.jpg")
        #expect(run.status == 64)
        #expect(run.message.contains("gone.jpg"))
    }
}
