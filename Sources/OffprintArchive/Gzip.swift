/// Files of gzip (RFC 1952).
public enum Gzip {
    /// What a gzip file holds, and in what state it is.
    ///
    /// News archives are full of files that were cut or joined. What can be read of them is worth having, so damage
    /// is a flag beside the bytes.
    public struct Contents: Sendable, Hashable {
        /// The bytes of all members, one after the other.
        public var bytes: [UInt8] = []
        /// How many members there are, the last one included where it is cut.
        public var members = 0
        /// Whether the file ends within a member.
        public var isTruncated = false
        /// Whether a member breaks the rules of deflate; what is behind that place is missing.
        public var isDamaged = false
        /// Whether a member's bytes are not what its checksum and length say.
        public var hasBadChecksum = false
        /// Whether something other than zeros stands behind the last member; it was ignored.
        public var hasTrailingGarbage = false

        /// Whether nothing is wrong with the file.
        public var isIntact: Bool { !isTruncated && !isDamaged && !hasBadChecksum && !hasTrailingGarbage }
    }

    /// Whether bytes begin as a gzip file does.
    public static func isGzip(_ prefix: Span<UInt8>) -> Bool {
        prefix.count >= 3 && prefix[0] == 0x1F && prefix[1] == 0x8B && prefix[2] == 8
    }

    /// Decompresses all members of a file.
    ///
    /// - Throws: ``ArchiveError`` with the code `notAnArchive` where the bytes do not begin as gzip does, and
    ///   `limitExceeded` where they give more than the limit allows.
    public static func decompress(
        _ file: Span<UInt8>,
        limit: OutputLimit = OutputLimit()
    ) throws(ArchiveError) -> Contents {
        guard isGzip(file) else {
            throw ArchiveError(
                .notAnArchive,
                "The bytes do not begin as a gzip file does: read them as they are.",
                offset: 0
            )
        }
        var contents = Contents()
        var offset = 0
        while offset < file.count {
            guard isGzip(file.extracting(offset...)) else {
                contents.hasTrailingGarbage = file.extracting(offset...).hasNonzero
                return contents
            }
            contents.members += 1
            guard let body = bodyOffset(of: file, at: offset) else {
                contents.isTruncated = true
                return contents
            }
            offset = body
            guard try readMember(file, at: &offset, into: &contents, limit: limit) else { return contents }
        }
        return contents
    }

    /// Decompresses all members of a file.
    ///
    /// - Throws: ``ArchiveError`` with the code `notAnArchive` where the bytes do not begin as gzip does, and
    ///   `limitExceeded` where they give more than the limit allows.
    public static func decompress(
        _ file: [UInt8],
        limit: OutputLimit = OutputLimit()
    ) throws(ArchiveError) -> Contents {
        try decompress(file.span, limit: limit)
    }

    /// Compresses to one member without a name or a time, so that equal bytes give equal files.
    ///
    /// `level` is 1 (fast) to 9 (small).
    public static func compress(_ bytes: Span<UInt8>, level: Int = 6) -> [UInt8] {
        // Deflate, no flags, no time; the system is "unknown".
        var file: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
        file.append(contentsOf: Zlib.deflate(bytes, level: level))
        file.appendLittleEndian(Zlib.crc32(bytes))
        file.appendLittleEndian(UInt32(truncatingIfNeeded: bytes.count))
        return file
    }

    /// Compresses to one member without a name or a time, so that equal bytes give equal files.
    ///
    /// `level` is 1 (fast) to 9 (small).
    public static func compress(_ bytes: [UInt8], level: Int = 6) -> [UInt8] { compress(bytes.span, level: level) }

    /// Reads one member behind its header; whether another may follow.
    private static func readMember(
        _ file: Span<UInt8>,
        at offset: inout Int,
        into contents: inout Contents,
        limit: OutputLimit
    ) throws(ArchiveError) -> Bool {
        let start = contents.bytes.count
        switch Zlib.inflate(file, at: &offset, appendingTo: &contents.bytes, limit: limit) {
        case .complete: break
        case .truncated:
            contents.isTruncated = true
            return false
        case .corrupt:
            contents.isDamaged = true
            return false
        case .overLimit: throw limit.error(of: "The gzip file", at: offset)
        }
        guard let crc: UInt32 = file.littleEndian(at: offset), let size: UInt32 = file.littleEndian(at: offset + 4)
        else {
            contents.isTruncated = true
            return false
        }
        offset += 8
        contents.checkLastMember(from: start, crc: crc, size: size)
        return true
    }

    /// Where the deflate stream of the member at `offset` begins; `nil` where the file ends before it.
    private static func bodyOffset(of file: Span<UInt8>, at offset: Int) -> Int? {
        guard offset + 10 <= file.count else { return nil }
        let flags = file[offset + 3]
        var position = offset + 10
        if flags & 4 != 0 {
            guard let extra: UInt16 = file.littleEndian(at: position) else { return nil }
            position += 2 + Int(extra)
        }
        // The file's name and a comment, each ended by a zero.
        for flag in [UInt8(8), 16] where flags & flag != 0 {
            while position < file.count, file[position] != 0 { position += 1 }
            position += 1
        }
        if flags & 2 != 0 { position += 2 }
        return position <= file.count ? position : nil
    }
}

extension Gzip.Contents {
    fileprivate mutating func checkLastMember(from start: Int, crc: UInt32, size: UInt32) {
        let isSound =
            crc == Zlib.crc32(bytes.span.extracting(start...))
            && size == UInt32(truncatingIfNeeded: bytes.count - start)
        if !isSound { hasBadChecksum = true }
    }
}

extension Span<UInt8> {
    fileprivate var hasNonzero: Bool {
        for index in indices where self[index] != 0 { return true }
        return false
    }
}
