/// Reads a ZIP file in memory.
///
/// Only the central directory is believed, and only where it stays within the file: names that leave the archive's
/// folder, sizes beyond the limits and content that is not what it claims are errors.
public struct ZipReader: Sendable {
    /// Bounds on what an archive may hold.
    public struct Limits: Sendable, Hashable {
        /// How many entries.
        public var entries: Int
        /// How many bytes all entries may hold together, by what the directory says.
        public var totalBytes: Int
        /// How much one entry may give.
        public var entry: OutputLimit

        /// Creates limits; the standard ones are 200,000 entries, 1 GiB in all and the standard ``OutputLimit``.
        public init(entries: Int = 200_000, totalBytes: Int = 1 << 30, entry: OutputLimit = OutputLimit()) {
            self.entries = entries
            self.totalBytes = totalBytes
            self.entry = entry
        }
    }

    /// A file or folder of the archive.
    public struct Entry: Sendable, Hashable {
        /// Its path within the archive, with slashes; a folder's ends in one.
        public let name: String
        /// The size that the directory gives for it.
        public let size: Int
        /// Its size within the archive.
        public let compressedSize: Int
        /// Whether it is kept as it is.
        public let isStored: Bool
        /// Whether it is a folder.
        public var isDirectory: Bool { name.utf8.last == UInt8(ascii: "/") }

        let method: UInt16
        let flags: UInt16
        let crc: UInt32
        let offset: Int
    }

    /// The entries, in the order of the directory.
    public let entries: [Entry]
    /// The bounds that hold.
    public let limits: Limits
    private let file: [UInt8]

    /// Reads the directory of an archive.
    ///
    /// - Throws: ``ArchiveError`` where the bytes are no ZIP file, or a directory that lies, names something unsafe or
    ///   passes a limit.
    public init(_ file: [UInt8], limits: Limits = Limits()) throws(ArchiveError) {
        let directory = try ZipDirectory.locate(in: file.span)
        entries = try directory.entries(in: file.span, limits: limits)
        self.limits = limits
        self.file = file
    }

    /// The bytes of the entry of a name; the last one where several have it, as other tools do.
    ///
    /// - Throws: ``ArchiveError`` where there is none or it cannot be read.
    public func read(_ name: String) throws(ArchiveError) -> [UInt8] {
        guard let entry = entries.last(where: { $0.name == name }) else {
            throw ArchiveError(
                .noSuchEntry,
                "The ZIP file has no entry \"\(ZipFormat.shown(name))\": look through its entries for the name."
            )
        }
        return try read(entry)
    }

    /// The bytes of an entry.
    ///
    /// - Throws: ``ArchiveError`` where it is damaged, encrypted, of an unknown method or larger than it may be.
    public func read(_ entry: Entry) throws(ArchiveError) -> [UInt8] {
        let thing = "The entry \"\(ZipFormat.shown(entry.name))\" of the ZIP file"
        guard entry.flags & ZipFormat.isEncrypted == 0 else {
            throw ArchiveError(.unsupported, "\(thing) is encrypted: decrypt the archive first.", offset: entry.offset)
        }
        let content = try content(of: entry, thing)
        let bytes: [UInt8]
        switch entry.method {
        case ZipFormat.stored:
            guard entry.size == entry.compressedSize, entry.size <= limits.entry.bytes else {
                throw limits.entry.error(of: thing, at: entry.offset)
            }
            bytes = Array(file[content])
        case ZipFormat.deflated:
            // The directory's size is a promise: more than that is a lie, whatever the limit.
            var limit = limits.entry
            limit.bytes = min(limit.bytes, entry.size)
            var inflated: [UInt8] = []
            var offset = 0
            let end = Zlib.inflate(
                file.span.extracting(content),
                at: &offset,
                appendingTo: &inflated,
                limit: limit
            )
            try Deflate.check(end, of: thing, at: content.lowerBound + offset, limit: limit)
            bytes = inflated
        default:
            throw ArchiveError(
                .unsupported,
                "\(thing) is compressed by method \(entry.method): pack the archive again with deflate.",
                offset: entry.offset
            )
        }
        let crc = CRC32.of(bytes)
        guard bytes.count == entry.size, crc == entry.crc else {
            throw ArchiveError(
                .badChecksum,
                "\(thing) is not what its checksum says: get the file again.",
                offset: entry.offset
            )
        }
        return bytes
    }

    /// Where the content of an entry lies; the local header says how long it is itself, and no more is asked of it.
    private func content(of entry: Entry, _ thing: String) throws(ArchiveError) -> Range<Int> {
        guard file.span.littleEndian(UInt32.self, at: entry.offset) == ZipFormat.localHeader,
            let nameSize: UInt16 = file.span.littleEndian(at: entry.offset + 26),
            let extraSize: UInt16 = file.span.littleEndian(at: entry.offset + 28)
        else {
            throw ArchiveError(
                .damaged,
                "\(thing) has no header at byte \(entry.offset): get the file again.",
                offset: entry.offset
            )
        }
        let start = entry.offset + 30 + Int(nameSize) + Int(extraSize)
        guard start <= file.count, entry.compressedSize <= file.count - start else {
            throw ArchiveError(.truncated, "\(thing) runs past the end of the file: get the file again.", offset: start)
        }
        return start..<start + entry.compressedSize
    }
}
