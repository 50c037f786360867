import OffprintEncoding

/// Encodes text by asking the decoder what each byte, or each pair, stands for.
struct Encoder {
    private var characters: [Unicode.Scalar: [UInt8]] = [:]

    private static let pairs: Set = ["shift_jis", "euc-jp", "gb18030", "big5", "euc-kr", "johab"]

    init(_ label: String) {
        if Self.pairs.contains(label) {
            for lead in UInt8(0x81)...0xFE { add((UInt8(0x31)...0xFE).map { [lead, $0] }, label) }
        } else {
            add((UInt8(0x80)...0xFF).map { [$0] }, label)
        }
    }

    /// Takes what each of these is, which a line of its own tells.
    private mutating func add(_ codes: [[UInt8]], _ label: String) {
        guard let decoded = TextDecoding.decode(codes.flatMap { $0 + [0x0A] }, as: label) else { return }
        let lines = String(decoding: decoded.utf8, as: UTF8.self).unicodeScalars.split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        for (code, line) in zip(codes, lines) {
            guard line.count == 1, let scalar = line.first, scalar != "\u{FFFD}", characters[scalar] == nil else {
                continue
            }
            characters[scalar] = code
        }
    }

    /// The bytes of a text; `nil` where a character has none.
    func encode(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            if scalar.value < 0x80 {
                bytes.append(UInt8(scalar.value))
            } else if let own = characters[scalar] {
                bytes += own
            } else {
                return nil
            }
        }
        return bytes
    }
}
