/// A path of the file system.
///
/// File names are bytes, not text: one that is no UTF-8 is opened, listed and copied like any other.
struct Path: Hashable, Sendable {
    /// The bytes, without a zero.
    let bytes: [UInt8]

    init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }
    init(_ text: String) { bytes = Array(text.utf8) }

    /// The path as text, invalid UTF-8 replaced.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The bytes as C wants them.
    var cString: [CChar] { bytes.map(CChar.init(bitPattern:)) + [0] }

    /// The parts between slashes, empty ones left out.
    var components: [[UInt8]] { bytes.split(separator: Self.slash).map(Array.init) }

    /// The last part; empty for the root.
    var name: [UInt8] { components.last ?? [] }

    /// The path without its last part; `.` where there is but one.
    var parent: Path {
        let trimmed = bytes.droppingTrailing(Self.slash)
        guard !trimmed.isEmpty else { return Path(bytes.isEmpty ? "." : "/") }
        guard let slash = trimmed.lastIndex(of: Self.slash) else { return Path(".") }
        let head = trimmed[..<slash].droppingTrailing(Self.slash)
        return head.isEmpty ? Path("/") : Path(head)
    }

    /// The path of something in this folder.
    func appending(_ name: some Collection<UInt8>) -> Path {
        guard !bytes.isEmpty else { return Path(name) }
        return Path(bytes.last == Self.slash ? bytes + name : bytes + [Self.slash] + name)
    }

    static let slash = UInt8(ascii: "/")
}

extension Collection<UInt8> where Self: BidirectionalCollection {
    fileprivate func droppingTrailing(_ byte: UInt8) -> SubSequence {
        var end = endIndex
        while end > startIndex, self[index(before: end)] == byte { end = index(before: end) }
        return self[..<end]
    }
}

/// A file name, taken apart.
struct FileName {
    /// The name without its extension.
    var stem: [UInt8]
    /// The extension in lower case, without the dot and without `gz`.
    var fileExtension: String?

    /// What counts as an extension is short and holds a letter, so that `minutes.2024` keeps its year.
    init(_ name: [UInt8]) {
        var rest = name[...]
        if rest.count > 3, String(decoding: rest.suffix(3), as: UTF8.self).lowercased() == ".gz" {
            rest = rest.dropLast(3)
        }
        stem = Array(rest)
        guard let dot = rest.lastIndex(of: UInt8(ascii: ".")), dot > rest.startIndex else { return }
        let tail = rest[(dot + 1)...]
        guard (1...9).contains(tail.count), tail.allSatisfy(\.isLetterOrDigit), !tail.allSatisfy(\.isDigit)
        else { return }
        stem = Array(rest[..<dot])
        fileExtension = String(decoding: tail, as: UTF8.self).lowercased()
    }
}

extension UInt8 {
    /// Whether it is an ASCII digit.
    var isDigit: Bool { (0x30...0x39).contains(self) }
    /// Whether it is an ASCII letter or digit.
    var isLetterOrDigit: Bool { isDigit || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
}
