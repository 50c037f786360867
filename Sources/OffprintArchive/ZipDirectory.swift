/// Where the central directory of a ZIP file lies.
struct ZipDirectory {
    let start: Int
    let size: Int
    let count: Int
    /// How far the archive begins behind the file's start, as with a program that unpacks itself.
    let shift: Int

    private static let damaged = "The directory of the ZIP file is damaged: get the file again."

    /// Finds the directory by the record at the end of the file.
    static func locate(in file: Span<UInt8>) throws(ArchiveError) -> ZipDirectory {
        guard let end = endRecord(in: file) else {
            throw ArchiveError(
                .notAnArchive,
                "The bytes hold no end of a ZIP directory: this is no ZIP file, or its end is missing."
            )
        }
        // `endRecord` has seen to it that the record is whole.
        var count = Int(file.littleEndian(UInt16.self, at: end + 10) ?? 0)
        var size = Int(file.littleEndian(UInt32.self, at: end + 12) ?? 0)
        var offset = Int(file.littleEndian(UInt32.self, at: end + 16) ?? 0)
        var limit = end
        let locator = end - 20
        if file.littleEndian(UInt32.self, at: locator) == ZipFormat.zip64Locator,
            let record = zip64Record(in: file, before: locator)
        {
            guard let large = file.integer(at: record + 32), let bytes = file.integer(at: record + 40),
                let place = file.integer(at: record + 48)
            else { throw ArchiveError(.damaged, damaged, offset: record) }
            (count, size, offset, limit) = (large, bytes, place, record)
        }
        guard size <= limit, offset <= limit - size else { throw ArchiveError(.damaged, damaged, offset: end) }
        return ZipDirectory(start: limit - size, size: size, count: count, shift: limit - size - offset)
    }

    /// The last end record whose comment reaches the file's end.
    private static func endRecord(in file: Span<UInt8>) -> Int? {
        var position = file.count - 22
        let first = max(0, position - 0xFFFF)
        while position >= first {
            if file[position] == 0x50, file.littleEndian(UInt32.self, at: position) == ZipFormat.endOfDirectory,
                let comment: UInt16 = file.littleEndian(at: position + 20), position + 22 + Int(comment) <= file.count
            {
                return position
            }
            position -= 1
        }
        return nil
    }

    /// The ZIP64 record that a locator names: where it says, or right before it where the archive was moved.
    private static func zip64Record(in file: Span<UInt8>, before locator: Int) -> Int? {
        for place in [file.integer(at: locator + 8), locator - 56] {
            if let place, place <= locator - 56, file.littleEndian(UInt32.self, at: place) == ZipFormat.zip64End {
                return place
            }
        }
        return nil
    }

    /// Reads the entries.
    func entries(in file: Span<UInt8>, limits: ZipReader.Limits) throws(ArchiveError) -> [ZipReader.Entry] {
        guard count <= limits.entries else {
            throw ArchiveError(
                .limitExceeded,
                "The ZIP file claims \(count) entries, more than the limit of \(limits.entries). "
                    + "Raise the limit if you trust the file."
            )
        }
        var entries: [ZipReader.Entry] = []
        var total = 0
        var position = start
        for _ in 0..<count {
            let entry = try entry(in: file, at: &position)
            let (sum, overflows) = total.addingReportingOverflow(entry.size)
            guard !overflows, sum <= limits.totalBytes else {
                throw ArchiveError(
                    .limitExceeded,
                    "The entries of the ZIP file hold more than the limit of \(limits.totalBytes) bytes. "
                        + "Raise the limit if you trust the file.",
                    offset: position
                )
            }
            total = sum
            entries.append(entry)
        }
        return entries
    }

    private func entry(in file: Span<UInt8>, at position: inout Int) throws(ArchiveError) -> ZipReader.Entry {
        let damaged = ArchiveError(.damaged, Self.damaged, offset: position)
        guard file.littleEndian(UInt32.self, at: position) == ZipFormat.centralHeader,
            let flags: UInt16 = file.littleEndian(at: position + 8),
            let method: UInt16 = file.littleEndian(at: position + 10),
            let crc: UInt32 = file.littleEndian(at: position + 16),
            let packedSize: UInt32 = file.littleEndian(at: position + 20),
            let size: UInt32 = file.littleEndian(at: position + 24),
            let nameSize: UInt16 = file.littleEndian(at: position + 28),
            let extraSize: UInt16 = file.littleEndian(at: position + 30),
            let commentSize: UInt16 = file.littleEndian(at: position + 32),
            let offset: UInt32 = file.littleEndian(at: position + 42)
        else { throw damaged }
        let extraStart = position + 46 + Int(nameSize)
        let next = extraStart + Int(extraSize) + Int(commentSize)
        guard next <= start + self.size else { throw damaged }
        let name = ZipName.decode(
            file.extracting(position + 46..<extraStart),
            isUTF8: flags & ZipFormat.namesAreUTF8 != 0
        )
        if let fault = ZipFormat.fault(in: name) { throw ZipFormat.nameError(name, fault) }
        var large = Zip64Fields(file, extraStart..<extraStart + Int(extraSize))
        guard let realSize = large.value(for: size), let realPacked = large.value(for: packedSize),
            let realOffset = large.value(for: offset), realOffset <= file.count - shift
        else { throw damaged }
        position = next
        return ZipReader.Entry(
            name: name,
            size: realSize,
            compressedSize: realPacked,
            isStored: method == ZipFormat.stored,
            method: method,
            flags: flags,
            crc: crc,
            offset: realOffset + shift
        )
    }
}

/// The numbers of a ZIP64 extra field, which stand in for those that are all ones, in order.
private struct Zip64Fields {
    private var numbers: [Int?] = []

    init(_ file: Span<UInt8>, _ range: Range<Int>) {
        var position = range.lowerBound
        while position + 4 <= range.upperBound, let id: UInt16 = file.littleEndian(at: position),
            let size: UInt16 = file.littleEndian(at: position + 2)
        {
            let end = min(range.upperBound, position + 4 + Int(size))
            if id == ZipFormat.zip64Extra {
                numbers = stride(from: position + 4, through: end - 8, by: 8).map { file.integer(at: $0) }.reversed()
            }
            position = end
        }
    }

    /// The number behind a field of 32 bits; `nil` where it is missing or too large for this machine.
    mutating func value(for field: UInt32) -> Int? {
        guard field == .max, !numbers.isEmpty else { return Int(field) }
        return numbers.removeLast()
    }
}

extension Span<UInt8> {
    /// The 64-bit number at `offset`; `nil` where there is none or it does not fit.
    fileprivate func integer(at offset: Int) -> Int? {
        littleEndian(UInt64.self, at: offset).flatMap(Int.init(exactly:))
    }
}
