// What the reader and the writer of ZIP both know (APPNOTE.TXT 6.3).

enum ZipFormat {
    static let localHeader: UInt32 = 0x0403_4B50
    static let centralHeader: UInt32 = 0x0201_4B50
    static let endOfDirectory: UInt32 = 0x0605_4B50
    static let zip64End: UInt32 = 0x0606_4B50
    static let zip64Locator: UInt32 = 0x0706_4B50
    static let zip64Extra: UInt16 = 0x0001
    static let namesAreUTF8: UInt16 = 1 << 11
    static let isEncrypted: UInt16 = 1
    static let stored: UInt16 = 0
    static let deflated: UInt16 = 8
    /// 1 January 1980: the first day that ZIP knows, so that two runs give the same bytes.
    static let date: UInt16 = 0x0021

    /// What is wrong with a name; `nil` where a file may safely be called by it.
    static func fault(in name: String) -> String? {
        let bytes = Array(name.utf8)
        if bytes.isEmpty { return "is empty" }
        if bytes.count > 0xFFFF { return "is longer than 65,535 bytes" }
        if bytes[0] == UInt8(ascii: "/") { return "is absolute" }
        if bytes.contains(UInt8(ascii: "\\")) { return "holds a backslash" }
        if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return "holds a control character" }
        if bytes.count > 1, bytes[1] == UInt8(ascii: ":"), (0x41...0x5A).contains(bytes[0] & 0xDF) {
            return "begins with a drive"
        }
        let climbs = bytes.split(separator: UInt8(ascii: "/")).contains { $0.elementsEqual("..".utf8) }
        return climbs ? "climbs out of its folder" : nil
    }

    /// A name as a message may show it: short, and without anything that a terminal obeys.
    static func shown(_ name: String) -> String {
        String(
            String.UnicodeScalarView(
                name.unicodeScalars.prefix(80).map { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) ? "?" : $0 }
            )
        )
    }

    static func nameError(_ name: String, _ fault: String) -> ArchiveError {
        ArchiveError(
            .unsafeName,
            "The name \"\(shown(name))\" in a ZIP file \(fault): make it relative, with plain slashes, below the archive."
        )
    }
}
