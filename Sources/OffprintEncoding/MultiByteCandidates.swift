/// An encoding of more bytes a character, and the commonest characters of its language.
struct MultiByteCandidate {
    let name: String
    let handicap: Float
    private let common: CommonCharacters
    private let everyday: CommonCharacters

    /// How much of a text is decoded.
    static let sampleBytes = 8_192

    /// What a text in this encoding costs; `nil` where the C library does not know it.
    func cost(of sample: [UInt8]) -> Float? {
        guard let decoded = SystemConverter.decode(sample, from: EncodingLabels.systemName(of: name)) else {
            return nil
        }
        let text = String(decoding: decoded.utf8, as: UTF8.self)
        var total = handicap
        for scalar in text.unicodeScalars where scalar.value >= 0x80 { total += cost(of: scalar) }
        return total
    }

    private func cost(of scalar: Unicode.Scalar) -> Float {
        let value = scalar.value
        switch value {
        case 0xFFFD: return 20
        case 0xE000..<0xF900: return 15
        // Half the width, and one byte.
        case 0xFF61...0xFF9F: return 7
        case _ where common.contains(value): return 5.8
        case 0x3000..<0x3100, 0xFF00..<0xFF61: return 6
        case _ where everyday.contains(value): return 9.5
        default: return 13
        }
    }

    static let all = [
        MultiByteCandidate(name: "gb18030", handicap: 1, common: .simplifiedChinese, everyday: .gb2312),
        MultiByteCandidate(name: "shift_jis", handicap: 1, common: .japanese, everyday: .jis),
        MultiByteCandidate(name: "euc-jp", handicap: 1, common: .japanese, everyday: .jis),
        MultiByteCandidate(name: "big5", handicap: 1, common: .traditionalChinese, everyday: .big5),
        MultiByteCandidate(name: "euc-kr", handicap: 1, common: .korean, everyday: .ksx1001),
        MultiByteCandidate(name: "euc-tw", handicap: 4, common: .traditionalChinese, everyday: .big5),
        MultiByteCandidate(name: "johab", handicap: 4, common: .korean, everyday: .ksx1001),
    ]
}
