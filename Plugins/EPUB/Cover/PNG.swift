import OffprintArchive

/// Writes PNG pictures of sixteen colours.
enum PNG {
    /// `rows` has a filter byte before each row, and two dots a byte.
    static func bytes(width: Int, height: Int, palette: [UInt8], rows: [UInt8]) -> [UInt8] {
        let header: [UInt8] = bigEndian(UInt32(width)) + bigEndian(UInt32(height)) + [4, 3, 0, 0, 0]
        var packed: [UInt8] = [0x78, 0x9C]
        packed += Deflate.compress(rows)
        packed += bigEndian(adler32(rows))
        var png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        png += chunk("IHDR", header)
        png += chunk("PLTE", palette)
        png += chunk("IDAT", packed)
        png += chunk("IEND", [])
        return png
    }

    private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let named = Array(name.utf8) + content
        var chunk = bigEndian(UInt32(content.count))
        chunk += named
        chunk += bigEndian(CRC32.of(named))
        return chunk
    }

    /// The checksum of zlib's frame (RFC 1950).
    private static func adler32(_ bytes: [UInt8]) -> UInt32 {
        var (low, high): (UInt32, UInt32) = (1, 0)
        var index = 0
        while index < bytes.count {
            // As many as fit before the sums can overflow.
            let end = min(bytes.count, index + 5_552)
            while index < end {
                low &+= UInt32(bytes[index])
                high &+= low
                index += 1
            }
            low %= 65_521
            high %= 65_521
        }
        return high << 16 | low
    }

    private static func bigEndian(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> UInt32($0)) }
    }
}
