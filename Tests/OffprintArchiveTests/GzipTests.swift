import OffprintArchive
import Testing

@Suite struct GzipTests {
    private let text = bytes("The mayor spoke. ") + bytes(String(repeating: "The river rose. ", count: 400))

    @Test func `what is compressed comes back`() throws {
        let file = Gzip.compress(text)
        #expect(file.count < text.count / 10)
        let contents = try Gzip.decompress(file)
        #expect(contents.bytes == text)
        #expect(contents.members == 1)
        #expect(contents.isIntact)
    }

    @Test func `equal bytes give equal files`() { #expect(Gzip.compress(text) == Gzip.compress(text)) }

    @Test(arguments: 0..<60 as Range<UInt64>) func `any bytes come back`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let sample = generator.bytes()
        let level = Int.random(in: -1...11, using: &generator)
        #expect(try Gzip.decompress(Gzip.compress(sample, level: level)).bytes == sample)
        #expect(try Deflate.decompress(Deflate.compress(sample, level: level)) == sample)
    }

    @Test func `all members are read`() throws {
        let contents = try Gzip.decompress(
            Gzip.compress(bytes("one ")) + Gzip.compress([]) + Gzip.compress(bytes("two"))
        )
        #expect(contents.bytes == bytes("one two"))
        #expect(contents.members == 3)
        #expect(contents.isIntact)
    }

    @Test func `a file cut anywhere gives the bytes so far and says so`() throws {
        let file = Gzip.compress(text) + Gzip.compress(bytes("second"))
        let whole = text + bytes("second")
        let first = Gzip.compress(text).count
        for end in 3..<file.count where end != first {
            let contents = try Gzip.decompress(Array(file[..<end]))
            // Less than three bytes of a second header are not yet known to be one.
            #expect(contents.isTruncated || (end < first + 3 && contents.hasTrailingGarbage), "cut at \(end)")
            #expect(whole.starts(with: contents.bytes), "cut at \(end)")
        }
        #expect(try Gzip.decompress(Array(file[..<(first - 8)])).bytes == text)
    }

    @Test func `a wrong checksum or length is a flag`() throws {
        let file = Gzip.compress(text)
        for index in (file.count - 8)..<file.count {
            var broken = file
            broken[index] ^= 0x10
            let contents = try Gzip.decompress(broken)
            #expect(contents.hasBadChecksum)
            #expect(contents.bytes == text)
        }
    }

    @Test func `damage within the stream keeps what came before it`() throws {
        var file = Gzip.compress((0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 7) }, level: 1)
        let middle = file.count / 2
        for index in middle..<middle + 64 { file[index] = 0xFF }
        let contents = try Gzip.decompress(file)
        #expect(contents.isDamaged || contents.hasBadChecksum)
        #expect(!contents.bytes.isEmpty)
    }

    @Test func `garbage behind the last member is ignored and told`() throws {
        let contents = try Gzip.decompress(Gzip.compress(text) + bytes("HTTP/1.1"))
        #expect(contents.bytes == text)
        #expect(contents.hasTrailingGarbage)
        let padded = try Gzip.decompress(Gzip.compress(text) + [UInt8](repeating: 0, count: 512))
        #expect(padded.bytes == text)
        #expect(padded.isIntact)
    }

    @Test func `every field of a header is skipped`() throws {
        let plain = Gzip.compress(text)
        var header: [UInt8] = [0x1F, 0x8B, 8, 0b11110, 1, 2, 3, 4, 0, 3]
        header += [3, 0, 9, 9, 9] + bytes("name.txt") + [0] + bytes("a comment") + [0] + [0xAB, 0xCD]
        let contents = try Gzip.decompress(header + plain[10...])
        #expect(contents.bytes == text)
        #expect(contents.isIntact)
    }

    @Test(arguments: [[], [0x1F], [0x1F, 0x8B], [0x1F, 0x8B, 7], bytes("plain text")])
    func `what is no gzip file is refused`(file: [UInt8]) {
        #expect(archiveError { () throws(ArchiveError) in _ = try Gzip.decompress(file) }?.code == .notAnArchive)
    }

    @Test func `a bomb is refused by size and by ratio`() throws {
        let zeros = [UInt8](repeating: 0, count: 20 << 20)
        let bomb = Gzip.compress(zeros)
        let ratio = archiveError { () throws(ArchiveError) in _ = try Gzip.decompress(bomb) }
        #expect(ratio?.code == .limitExceeded)
        #expect(ratio?.message.contains("Raise the limit") == true)
        let size = OutputLimit(bytes: 1_000, ratio: .max)
        let error = archiveError { () throws(ArchiveError) in _ = try Gzip.decompress(bomb, limit: size) }
        #expect(error?.code == .limitExceeded)
        #expect(try Gzip.decompress(bomb, limit: .none).bytes.count == zeros.count)
        // Many small members are a bomb too.
        let members = Array(repeatElement(Gzip.compress([UInt8](repeating: 0, count: 1 << 20)), count: 12).joined())
        #expect(archiveError { () throws(ArchiveError) in _ = try Gzip.decompress(members) }?.code == .limitExceeded)
    }

    @Test func `the limit is a limit and not one less`() throws {
        let limit = OutputLimit(bytes: text.count, ratio: .max)
        #expect(try Gzip.decompress(Gzip.compress(text), limit: limit).bytes == text)
    }

    @Test func `flipped bits never crash`() throws {
        let file = Gzip.compress(bytes("A short text, a short text."))
        for index in 3..<file.count {
            for bit in 0..<8 {
                var broken = file
                broken[index] ^= 1 << bit
                _ = try? Gzip.decompress(broken)
                _ = try? Deflate.decompress(Array(broken[10...]))
            }
        }
    }

    @Test(arguments: [("", 0), ("123456789", 0xCBF4_3926), ("a", 0xE8B7_BE43)] as [(String, UInt32)])
    func `CRC-32 is the one of the standards`(text: String, expected: UInt32) {
        #expect(CRC32.of(bytes(text)) == expected)
        let half = bytes(text).count / 2
        let first = CRC32.of(Array(bytes(text)[..<half]))
        #expect(CRC32.of(Array(bytes(text)[half...]), continuing: first) == expected)
    }
}
