/// Raw deflate streams (RFC 1951), without a header or a checksum.
public enum Deflate {
    /// Compresses; `level` is 1 (fast) to 9 (small).
    public static func compress(_ bytes: Span<UInt8>, level: Int = 6) -> [UInt8] { Zlib.deflate(bytes, level: level) }

    /// Compresses; `level` is 1 (fast) to 9 (small).
    public static func compress(_ bytes: [UInt8], level: Int = 6) -> [UInt8] { compress(bytes.span, level: level) }

    /// Decompresses one stream; bytes behind its end are ignored.
    ///
    /// - Throws: ``ArchiveError`` where the stream is damaged, ends early or gives more than the limit allows.
    public static func decompress(
        _ bytes: Span<UInt8>,
        limit: OutputLimit = OutputLimit()
    ) throws(ArchiveError) -> [UInt8] {
        var output: [UInt8] = []
        var offset = 0
        let end = Zlib.inflate(bytes, at: &offset, appendingTo: &output, limit: limit)
        try check(end, of: "The deflate stream", at: offset, limit: limit)
        return output
    }

    /// Decompresses one stream; bytes behind its end are ignored.
    ///
    /// - Throws: ``ArchiveError`` where the stream is damaged, ends early or gives more than the limit allows.
    public static func decompress(
        _ bytes: [UInt8],
        limit: OutputLimit = OutputLimit()
    ) throws(ArchiveError) -> [UInt8] {
        try decompress(bytes.span, limit: limit)
    }

    static func check(
        _ end: InflationEnd,
        of thing: String,
        at offset: Int,
        limit: OutputLimit
    ) throws(ArchiveError) {
        switch end {
        case .complete: return
        case .truncated:
            throw ArchiveError(
                .truncated,
                "\(thing) ends early, at byte \(offset): get the file again.",
                offset: offset
            )
        case .corrupt:
            throw ArchiveError(.damaged, "\(thing) is damaged near byte \(offset): get the file again.", offset: offset)
        case .overLimit: throw limit.error(of: thing, at: offset)
        }
    }
}

extension OutputLimit {
    func error(of thing: String, at offset: Int) -> ArchiveError {
        ArchiveError(
            .limitExceeded,
            "\(thing) gives more than the limit of \(bytes) bytes, \(ratio) for each byte of input, near byte \(offset). "
                + "Raise the limit if you trust the file.",
            offset: offset
        )
    }
}

/// CRC-32 as gzip, ZIP and PNG use it.
public enum CRC32 {
    /// The checksum of bytes, or of bytes behind those whose checksum is `crc`.
    public static func of(_ bytes: Span<UInt8>, continuing crc: UInt32 = 0) -> UInt32 {
        Zlib.crc32(bytes, continuing: crc)
    }

    /// The checksum of bytes, or of bytes behind those whose checksum is `crc`.
    public static func of(_ bytes: [UInt8], continuing crc: UInt32 = 0) -> UInt32 {
        of(bytes.span, continuing: crc)
    }
}
