/// Writes a ZIP file in memory.
///
///     var zip = ZipWriter()
///     try zip.add("mimetype", Array("application/epub+zip".utf8), stored: true)
///     let file = zip.finish()
///
/// Entries stand in the order in which they were added, and carry no time of their own: equal entries give equal
/// files.
public struct ZipWriter: Sendable {
    private var file: [UInt8] = []
    private var directory: [UInt8] = []
    private var names: Set<String> = []
    private let mostSize: Int
    private let level: Int

    /// Creates an archive without an entry; `level` is 1 (fast) to 9 (small).
    public init(level: Int = 6) {
        self.level = level
        mostSize = 0xFFFF_FFFE
    }

    /// Creates an archive that uses ZIP64 for sizes and offsets above `mostSize`: for tests without 4 GiB to spare.
    package init(mostSize: Int) {
        level = 6
        self.mostSize = mostSize
    }

    /// Adds a file; it is deflated unless it is to be stored or would grow.
    ///
    /// - Throws: ``ArchiveError`` where the name is unsafe or taken.
    public mutating func add(_ name: String, _ bytes: [UInt8], stored: Bool = false) throws(ArchiveError) {
        if let fault = ZipFormat.fault(in: name) { throw ZipFormat.nameError(name, fault) }
        guard names.insert(name).inserted else {
            throw ArchiveError(
                .duplicateName,
                "The ZIP file has an entry \"\(ZipFormat.shown(name))\" already: give each entry a name of its own."
            )
        }
        let packed = stored ? bytes : Zlib.deflate(bytes.span, level: level)
        let isStored = stored || packed.count >= bytes.count
        let content = isStored ? bytes : packed
        let header = Header(
            name: Array(name.utf8),
            method: isStored ? ZipFormat.stored : ZipFormat.deflated,
            crc: Zlib.crc32(bytes.span),
            packedSize: content.count,
            size: bytes.count,
            offset: file.count,
            mostSize: mostSize
        )
        header.appendLocal(to: &file)
        file.append(contentsOf: content)
        header.appendCentral(to: &directory)
    }

    /// The file, with its directory.
    public consuming func finish() -> [UInt8] {
        let offset = file.count
        let (size, count) = (directory.count, names.count)
        file.append(contentsOf: directory)
        let isLarge = count >= 0xFFFF || size > mostSize || offset > mostSize
        if isLarge {
            let end = file.count
            file.appendLittleEndian(ZipFormat.zip64End)
            file.appendLittleEndian(UInt64(44))  // the size of what follows
            file.appendLittleEndian(UInt16(45))
            file.appendLittleEndian(UInt16(45))
            file.appendLittleEndian(UInt64(0))  // two disk numbers
            file.appendLittleEndian(UInt64(count))
            file.appendLittleEndian(UInt64(count))
            file.appendLittleEndian(UInt64(size))
            file.appendLittleEndian(UInt64(offset))
            file.appendLittleEndian(ZipFormat.zip64Locator)
            file.appendLittleEndian(UInt32(0))
            file.appendLittleEndian(UInt64(end))
            file.appendLittleEndian(UInt32(1))
        }
        file.appendLittleEndian(ZipFormat.endOfDirectory)
        file.appendLittleEndian(UInt32(0))  // two disk numbers
        for _ in 0..<2 { file.appendLittleEndian(isLarge ? UInt16.max : UInt16(count)) }
        file.appendLittleEndian(isLarge ? UInt32.max : UInt32(size))
        file.appendLittleEndian(isLarge ? UInt32.max : UInt32(offset))
        file.appendLittleEndian(UInt16(0))
        return file
    }
}

/// What both headers of an entry say.
private struct Header {
    let name: [UInt8]
    let method: UInt16
    let crc: UInt32
    let packedSize: Int
    let size: Int
    let offset: Int
    let mostSize: Int

    private var isLarge: Bool { size > mostSize || packedSize > mostSize }
    private var isFar: Bool { offset > mostSize }
    /// Plain ASCII needs no flag, and an EPUB reader of old stumbles over none.
    private var flags: UInt16 { name.allSatisfy { $0 < 0x80 } ? 0 : ZipFormat.namesAreUTF8 }
    /// 2.0 for deflate, 4.5 for ZIP64.
    private var version: UInt16 { isLarge || isFar ? 45 : 20 }

    func appendLocal(to file: inout [UInt8]) {
        file.appendLittleEndian(ZipFormat.localHeader)
        appendCommon(to: &file, extraSize: isLarge ? 20 : 0)
        file.append(contentsOf: name)
        guard isLarge else { return }
        file.appendLittleEndian(ZipFormat.zip64Extra)
        file.appendLittleEndian(UInt16(16))
        file.appendLittleEndian(UInt64(size))
        file.appendLittleEndian(UInt64(packedSize))
    }

    func appendCentral(to directory: inout [UInt8]) {
        let extra = (isLarge ? 16 : 0) + (isFar ? 8 : 0)
        directory.appendLittleEndian(ZipFormat.centralHeader)
        directory.appendLittleEndian(version)
        appendCommon(to: &directory, extraSize: extra == 0 ? 0 : 4 + extra)
        directory.appendLittleEndian(UInt16(0))  // comment
        directory.appendLittleEndian(UInt16(0))  // disk
        directory.appendLittleEndian(UInt16(0))  // internal attributes
        directory.appendLittleEndian(UInt32(0))  // external attributes
        directory.appendLittleEndian(isFar ? UInt32.max : UInt32(offset))
        directory.append(contentsOf: name)
        guard extra > 0 else { return }
        directory.appendLittleEndian(ZipFormat.zip64Extra)
        directory.appendLittleEndian(UInt16(extra))
        if isLarge {
            directory.appendLittleEndian(UInt64(size))
            directory.appendLittleEndian(UInt64(packedSize))
        }
        if isFar { directory.appendLittleEndian(UInt64(offset)) }
    }

    private func appendCommon(to bytes: inout [UInt8], extraSize: Int) {
        bytes.appendLittleEndian(version)
        bytes.appendLittleEndian(flags)
        bytes.appendLittleEndian(method)
        bytes.appendLittleEndian(UInt16(0))  // time
        bytes.appendLittleEndian(ZipFormat.date)
        bytes.appendLittleEndian(crc)
        bytes.appendLittleEndian(isLarge ? UInt32.max : UInt32(packedSize))
        bytes.appendLittleEndian(isLarge ? UInt32.max : UInt32(size))
        bytes.appendLittleEndian(UInt16(name.count))
        bytes.appendLittleEndian(UInt16(extraSize))
    }
}
