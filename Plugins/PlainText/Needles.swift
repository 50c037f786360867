/// A few words to look for in lines, as bytes: searching each as a string takes longer than all the rest.
struct Needles {
    private let needles: [[UInt8]]
    private let openings: Set<UInt8>

    /// Takes words in lower case.
    init(_ words: [String]) {
        needles = words.map { Array($0.utf8) }
        openings = Set(needles.compactMap(\.first))
    }

    /// Whether a text has one of them; only the case of ASCII letters is overlooked.
    func areIn(_ text: String) -> Bool {
        let bytes = text.utf8.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
        return bytes.indices.contains { index in
            openings.contains(bytes[index]) && needles.contains { bytes[index...].starts(with: $0) }
        }
    }
}
