import OffprintArchive
import Testing

@Suite struct ZipTests {
    private func sample() throws -> [UInt8] {
        var zip = ZipWriter()
        try zip.add("mimetype", bytes("application/epub+zip"), stored: true)
        try zip.add("EPUB/über.xhtml", bytes(String(repeating: "<p>Text</p>", count: 30)))
        try zip.add("EPUB/empty/", [])
        return zip.finish()
    }

    @Test func `entries come back in order`() throws {
        let reader = try ZipReader(sample())
        #expect(reader.entries.map(\.name) == ["mimetype", "EPUB/über.xhtml", "EPUB/empty/"])
        #expect(reader.entries.map(\.isStored) == [true, false, true])
        #expect(reader.entries.map(\.isDirectory) == [false, false, true])
        #expect(try reader.read("mimetype") == bytes("application/epub+zip"))
        #expect(try reader.read("EPUB/über.xhtml").count == 330)
        #expect(try reader.read(reader.entries[2]).isEmpty)
    }

    @Test func `a stored first entry is where EPUB wants it`() throws {
        let file = try sample()
        // Name and content follow the 30 bytes of the header: there is no extra field.
        #expect(Array(file[30..<58]) == bytes("mimetypeapplication/epub+zip"))
        #expect(file[28] == 0 && file[29] == 0)
    }

    @Test func `equal entries give equal bytes`() throws { #expect(try sample() == sample()) }

    @Test func `what would grow is stored`() throws {
        var generator = SeededGenerator(seed: 1)
        let noise = (0..<500).map { _ in UInt8.random(in: 0...255, using: &generator) }
        var zip = ZipWriter()
        try zip.add("noise", noise)
        #expect(try ZipReader(zip.finish()).entries[0].isStored)
    }

    @Test(arguments: 0..<40 as Range<UInt64>) func `any entries come back`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var zip = Bool.random(using: &generator) ? ZipWriter() : ZipWriter(mostSize: 100)
        var expected: [String: [UInt8]] = [:]
        for index in 0..<Int.random(in: 0...12, using: &generator) {
            let (name, content) = ("d/é\(index)", generator.bytes())
            try zip.add(name, content, stored: Bool.random(using: &generator))
            expected[name] = content
        }
        let reader = try ZipReader(zip.finish())
        #expect(reader.entries.count == expected.count)
        for entry in reader.entries { #expect(try reader.read(entry) == expected[entry.name]) }
    }

    @Test func `many entries need ZIP64 and get it`() throws {
        var zip = ZipWriter()
        for index in 0..<70_000 { try zip.add("e\(index)", []) }
        let reader = try ZipReader(zip.finish())
        #expect(reader.entries.count == 70_000)
        #expect(reader.entries.last?.name == "e69999")
    }

    @Test(arguments: [
        "", "/etc/passwd", "../up", "a/../../b", "..", "a\\b", "C:/x", "c:x", "a\u{0}b", "a\nb",
        String(repeating: "n", count: 70_000),
    ])
    func `unsafe names are refused on both ways`(name: String) throws {
        var zip = ZipWriter()
        let error = archiveError { () throws(ArchiveError) in try zip.add(name, []) }
        #expect(error?.code == .unsafeName)
        #expect(error?.message.utf8.allSatisfy { $0 >= 0x20 } == true)
        guard name.utf8.count > 0, name.utf8.count < 100 else { return }
        // The same name put into a finished archive by its bytes.
        var honest = ZipWriter()
        let placeholder = String(repeating: "x", count: name.utf8.count)
        try honest.add(placeholder, [])
        let forged = honest.finish().replacing(bytes(placeholder), with: bytes(name))
        #expect(archiveError { () throws(ArchiveError) in _ = try ZipReader(forged) }?.code == .unsafeName)
    }

    @Test(arguments: ["a..b", "..a", "a/.b", "ab:c", "ü", "a b"]) func `odd names that are safe pass`(name: String)
        throws
    {
        var zip = ZipWriter()
        try zip.add(name, [1])
        #expect(try ZipReader(zip.finish()).read(name) == [1])
    }

    @Test func `a name is taken once`() throws {
        var zip = ZipWriter()
        try zip.add("a", [])
        #expect(archiveError { () throws(ArchiveError) in try zip.add("a", []) }?.code == .duplicateName)
    }

    @Test func `an archive cut anywhere is an error`() throws {
        let file = try sample()
        for end in file.indices {
            #expect(throws: ArchiveError.self, "cut at \(end)") { try ZipReader(Array(file[..<end])) }
        }
        for start in 1..<file.count { readAll(Array(file[start...])) }
    }

    @Test func `flipped bits never crash and never pass for the content`() throws {
        let file = try sample()
        let honest = try ZipReader(file)
        for index in file.indices {
            for bit in 0..<8 {
                var broken = file
                broken[index] ^= 1 << bit
                guard let reader = try? ZipReader(broken) else { continue }
                for entry in reader.entries {
                    guard let content = try? reader.read(entry), !entry.isDirectory,
                        let original = honest.entries.first(where: { $0.name == entry.name })
                    else { continue }
                    #expect(try content == honest.read(original), "byte \(index), bit \(bit)")
                }
            }
        }
    }

    @Test func `numbers of a directory that lie never crash`() throws {
        for large in [false, true] {
            var zip = large ? ZipWriter(mostSize: 1) : ZipWriter()
            try zip.add("abc", bytes(String(repeating: "text", count: 40)))
            let file = zip.finish()
            for index in file.indices {
                for value in [0x00, 0x7F, 0xFF] as [UInt8] {
                    for width in [1, 2, 4, 8] where index + width <= file.count {
                        var broken = file
                        for place in index..<index + width { broken[place] = value }
                        readAll(broken)
                    }
                }
            }
        }
    }

    @Test func `limits hold`() throws {
        var zip = ZipWriter()
        try zip.add("zeros", [UInt8](repeating: 0, count: 10 << 20))
        try zip.add("more", [UInt8](repeating: 0, count: 10 << 20))
        let file = zip.finish()
        let standard = try ZipReader(file)
        #expect(archiveError { () throws(ArchiveError) in _ = try standard.read("zeros") }?.code == .limitExceeded)
        for limits in [ZipReader.Limits(entries: 1), ZipReader.Limits(totalBytes: 15 << 20)] {
            let error = archiveError { () throws(ArchiveError) in _ = try ZipReader(file, limits: limits) }
            #expect(error?.code == .limitExceeded)
        }
        let small = try ZipReader(file, limits: ZipReader.Limits(entry: OutputLimit(bytes: 1_000)))
        #expect(archiveError { () throws(ArchiveError) in _ = try small.read("zeros") }?.code == .limitExceeded)
        let open = try ZipReader(file, limits: ZipReader.Limits(entry: .none))
        #expect(try open.read("zeros").count == 10 << 20)
    }

    @Test func `an entry that is not there is an error that names it`() throws {
        let reader = try ZipReader(sample())
        let error = archiveError { () throws(ArchiveError) in _ = try reader.read("no\u{1B}[31m") }
        #expect(error?.code == .noSuchEntry)
        #expect(error?.message.contains("no?[31m") == true)
    }

    @Test func `bytes before the archive are stepped over`() throws {
        let reader = try ZipReader(bytes("#!/bin/sh\nexit\n") + sample())
        #expect(try reader.read("mimetype") == bytes("application/epub+zip"))
    }

    private func readAll(_ file: [UInt8]) {
        guard let reader = try? ZipReader(file) else { return }
        for entry in reader.entries { _ = try? reader.read(entry) }
    }
}
