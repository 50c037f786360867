import OffprintMarkup

/// Where the picture of an `img` element is, among the attributes that may say so.
///
/// Pages that load late keep the address in an attribute of data and a stand-in in `src`.
struct ImageAddress {
    private let tree: MarkupTree
    /// Whether the address that is there comes before those that a script would put in its place.
    private let isLiteral: Bool

    init(in tree: MarkupTree, isLiteral: Bool = false) {
        self.tree = tree
        self.isLiteral = isLiteral
    }

    /// The address as the page writes it; `nil` where only a stand-in is there.
    func of(_ node: MarkupTree.NodeID) -> ArraySlice<UInt8>? {
        let source = usable(tree.attributeBytes(.src, of: node))
        if isLiteral, let source, !Self.isStandIn(source) { return source }
        let late =
            usable(tree.attributeBytes(.dataSrc, of: node)) ?? usable(tree.attributeBytes(.dataOriginal, of: node))
            ?? usable(tree.attributeBytes(.dataLazySrc, of: node))
        if let late { return late }
        if let source, !Self.isStandIn(source) { return source }
        return largest(of: node) ?? fromData(of: node) ?? source
    }

    /// The largest candidate of an element's sets: an `img`, or a `source` of a `picture`.
    func largest(of node: MarkupTree.NodeID) -> ArraySlice<UInt8>? {
        for name in [MarkupName.srcset, .dataSrcset] {
            if let set = tree.attributeBytes(name, of: node), let largest = SourceSet(set).largest,
                let address = usable(largest)
            {
                return address
            }
        }
        return nil
    }

    /// An address in an attribute of data that no convention names.
    private func fromData(of node: MarkupTree.NodeID) -> ArraySlice<UInt8>? {
        for (name, value) in tree.attributes(of: node) where name.local.hasPrefix("data-") {
            let bytes = Array(value.utf8)[...]
            if Self.isImage(value), let address = usable(bytes) { return address }
            if name.local.hasSuffix("srcset"), let largest = SourceSet(bytes).largest, let address = usable(largest) {
                return address
            }
        }
        return nil
    }

    /// An address that leads to a picture: safe, no data, no template still to fill.
    private func usable(_ address: ArraySlice<UInt8>?) -> ArraySlice<UInt8>? {
        guard let address = address?.trimmedOfSpace, !address.isEmpty, !address.starts(with: "data:".utf8),
            !address.starts(with: "about:".utf8), !address.starts(with: "blob:".utf8), WebAddress.isSafe(address),
            !address.contains(0x7B), address.first != 0x23
        else { return nil }
        return address
    }

    /// Whether the name of a picture says that it only holds the place of another.
    static func isStandIn(_ address: ArraySlice<UInt8>) -> Bool {
        let end = address.firstIndex { $0 == 0x3F || $0 == 0x23 } ?? address.endIndex
        let start = address[..<end].lastIndex(of: 0x2F).map { $0 + 1 } ?? address.startIndex
        guard end - start <= 40 else { return false }
        // The words by their first letters: few names have any of these.
        for index in start..<end {
            switch address[index] | 0x20 {
            case 0x31, 0x62, 0x65, 0x6C, 0x70, 0x73, 0x74:
                let rest = address[index..<end]
                if standIns.contains(where: { rest.hasPrefix($0) }) { return true }
            default: continue
            }
        }
        return false
    }

    private static let standIns: [[UInt8]] = [
        "placeholder", "blank.", "spacer", "transparent", "lazy", "loading", "1x1", "pixel.", "empty.",
    ].map { Array($0.utf8) }

    /// Whether the path of an address ends as that of a picture does.
    static func isImage(_ address: String) -> Bool {
        let path = address.utf8.prefix { $0 != 0x3F && $0 != 0x23 }
        let tail = Array(path.suffix(6)).map { $0 | 0x20 }
        return [".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif"].contains { suffix in
            tail.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
        }
    }
}

/// The candidates of a `srcset` (https://html.spec.whatwg.org/#parse-a-srcset-attribute).
struct SourceSet {
    /// The candidate with the largest descriptor.
    private(set) var largest: ArraySlice<UInt8>?

    init(_ set: ArraySlice<UInt8>) {
        var size = 0.0
        var index = set.startIndex
        while index < set.endIndex {
            // White space and commas before a candidate.
            while index < set.endIndex, set[index] <= 0x20 || set[index] == 0x2C { index += 1 }
            let start = index
            while index < set.endIndex, set[index] > 0x20 { index += 1 }
            var address = set[start..<index]
            var ends = false
            while address.last == 0x2C {
                address.removeLast()
                ends = true
            }
            var descriptor: ArraySlice<UInt8> = []
            if !ends {
                let rest = index
                var depth = 0
                while index < set.endIndex, set[index] != 0x2C || depth > 0 {
                    if set[index] == 0x28 { depth += 1 }
                    if set[index] == 0x29 { depth -= 1 }
                    index += 1
                }
                descriptor = set[rest..<index].trimmedOfSpace
            }
            guard !address.isEmpty else { continue }
            let number = descriptor.prefix { (0x30...0x39).contains($0) || $0 == 0x2E }
            let own = Double(String(decoding: number, as: UTF8.self)) ?? 1
            if own > size { (largest, size) = (address, own) }
        }
    }
}

extension ArraySlice<UInt8> {
    /// Whether the bytes start with a word, whatever the case of their letters.
    fileprivate func hasPrefix(_ word: [UInt8]) -> Bool {
        guard count >= word.count else { return false }
        for offset in word.indices where self[startIndex + offset] | 0x20 != word[offset] | 0x20 { return false }
        return true
    }
}
