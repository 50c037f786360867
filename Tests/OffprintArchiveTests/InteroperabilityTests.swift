import Foundation
import OffprintArchive
import Testing

/// What other programs make of our files, and we of theirs; skipped where the program is missing.
@Suite struct InteroperabilityTests {
    private static let python = program("python3")
    private static let unzip = program("unzip")

    @Test(.enabled(if: python != nil, "needs python3 on the PATH")) func `Python reads our ZIP files`() throws {
        try inTemporaryFolder { folder in
            var small = ZipWriter(mostSize: 100)
            try small.add("mimetype", bytes("application/epub+zip"), stored: true)
            try small.add("größe.txt", bytes(String(repeating: "groß ", count: 500)))
            try small.add("far.txt", bytes("behind the limit"))
            try write(small.finish(), folder, "a.zip")
            var many = ZipWriter()
            for index in 0..<70_000 { try many.add("e\(index)", []) }
            try write(many.finish(), folder, "b.zip")
            try write(Gzip.compress(bytes("gzip of ours")), folder, "c.gz")
            let script = """
                import gzip, sys, zipfile
                a, b = zipfile.ZipFile(sys.argv[1] + '/a.zip'), zipfile.ZipFile(sys.argv[1] + '/b.zip')
                assert a.testzip() is None and b.testzip() is None
                assert a.namelist() == ['mimetype', 'größe.txt', 'far.txt'], a.namelist()
                assert a.read('größe.txt').decode() == 'groß ' * 500
                assert a.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0) and not a.infolist()[0].extra
                assert len(b.namelist()) == 70000
                assert gzip.open(sys.argv[1] + '/c.gz').read() == b'gzip of ours'
                """
            #expect(try run(#require(Self.python), ["-c", script, folder.path]) == 0)
        }
    }

    @Test(.enabled(if: unzip != nil, "needs unzip on the PATH")) func `unzip finds no fault`() throws {
        try inTemporaryFolder { folder in
            var zip = ZipWriter()
            try zip.add("mimetype", bytes("application/epub+zip"), stored: true)
            try zip.add("größe.txt", bytes(String(repeating: "groß ", count: 500)))
            try write(zip.finish(), folder, "a.zip")
            #expect(try run(#require(Self.unzip), ["-tqq", folder.path + "/a.zip"]) == 0)
        }
    }

    @Test(.enabled(if: python != nil, "needs python3 on the PATH")) func `we read Python's ZIP files`() throws {
        try inTemporaryFolder { folder in
            // A pipe cannot be wound back, so its entries have data descriptors; force_zip64 adds their fields.
            let script = """
                import sys, zipfile
                class Pipe:
                    def __init__(self, f): self.f = f
                    def write(self, b): return self.f.write(b)
                    def flush(self): self.f.flush()
                with open(sys.argv[1] + '/p.zip', 'wb') as f, zipfile.ZipFile(Pipe(f), 'w', zipfile.ZIP_DEFLATED) as z:
                    z.writestr('größe.txt', 'groß ' * 500)
                    with z.open('large.txt', 'w', force_zip64=True) as e: e.write(b'x' * 3000)
                    z.comment = b'a comment'
                """
            #expect(try run(#require(Self.python), ["-c", script, folder.path]) == 0)
            let reader = try ZipReader(Array(Data(contentsOf: folder.appendingPathComponent("p.zip"))))
            #expect(try reader.read("größe.txt") == bytes(String(repeating: "groß ", count: 500)))
            #expect(try reader.read("large.txt") == bytes(String(repeating: "x", count: 3_000)))
        }
    }

    private static func program(_ name: String) -> String? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
            .first(where: FileManager.default.isExecutableFile(atPath:))
    }

    private func run(_ program: String, _ arguments: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    private func write(_ file: [UInt8], _ folder: URL, _ name: String) throws {
        try Data(file).write(to: folder.appendingPathComponent(name))
    }

    private func inTemporaryFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("offprint-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }
}
