/// A script, as far as it tells languages apart.
public enum Script: UInt8, Sendable, Hashable, CaseIterable {
    case latin, greek, cyrillic, armenian, georgian
    case hebrew, arabic, syriac, thaana, nko
    case devanagari, bengali, gurmukhi, gujarati, odia, tamil, telugu, kannada, malayalam, sinhala
    case thai, lao, tibetan, myanmar, khmer, ethiopic, mongolian
    case han, kana, hangul

    /// The script of a letter, by its code point; `nil` for digits, signs, marks and letters of other scripts.
    public init?(of codePoint: UInt32) {
        guard let script = Self.find(codePoint) else { return nil }
        self = script
    }

    /// The direction in which the script is written.
    public var isRightToLeft: Bool {
        switch self {
        case .hebrew, .arabic, .syriac, .thaana, .nko: true
        case .latin, .greek, .cyrillic, .armenian, .georgian, .devanagari, .bengali, .gurmukhi, .gujarati, .odia,
            .tamil, .telugu, .kannada, .malayalam, .sinhala, .thai, .lao, .tibetan, .myanmar, .khmer, .ethiopic,
            .mongolian, .han, .kana, .hangul:
            false
        }
    }

    private static func find(_ point: UInt32) -> Script? {
        if point < 0x80 { return (point | 0x20) &- 0x61 < 26 ? .latin : nil }
        // The blocks of most news, before the search.
        switch point {
        case 0x00C0...0x024F: return point == 0xD7 || point == 0xF7 ? nil : .latin
        case 0x0400...0x0481, 0x048A...0x052F: return .cyrillic
        case 0x0620...0x063F, 0x0641...0x064A, 0x0671...0x06D3: return .arabic
        case 0x3041...0x3096, 0x30A1...0x30FA: return .kana
        case 0x4E00...0x9FFF: return .han
        case 0xAC00...0xD7A3: return .hangul
        default: break
        }
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].last < point { low = middle + 1 } else { high = middle }
        }
        guard low < ranges.count, ranges[low].first <= point else { return nil }
        return ranges[low].script
    }

    /// Blocks of letters in order; those that `find` answers first are left out.
    private static let ranges: [(first: UInt32, last: UInt32, script: Script)] = [
        (0x00AA, 0x00AA, .latin), (0x00B5, 0x00B5, .greek), (0x00BA, 0x00BA, .latin), (0x0250, 0x02AF, .latin),
        (0x0370, 0x0373, .greek), (0x0376, 0x0377, .greek), (0x037B, 0x037D, .greek), (0x0386, 0x0386, .greek),
        (0x0388, 0x03FF, .greek), (0x0531, 0x0556, .armenian), (0x0560, 0x0588, .armenian),
        (0x05D0, 0x05EA, .hebrew), (0x05EF, 0x05F2, .hebrew), (0x066E, 0x066F, .arabic), (0x06D5, 0x06D5, .arabic),
        (0x06E5, 0x06E6, .arabic), (0x06EE, 0x06EF, .arabic), (0x06FA, 0x06FC, .arabic), (0x06FF, 0x06FF, .arabic),
        (0x0710, 0x072F, .syriac), (0x074D, 0x074F, .syriac), (0x0750, 0x077F, .arabic), (0x0780, 0x07A5, .thaana),
        (0x07CA, 0x07EA, .nko), (0x0860, 0x086A, .syriac), (0x0870, 0x0887, .arabic), (0x08A0, 0x08C9, .arabic),
        (0x0904, 0x0939, .devanagari), (0x0958, 0x0961, .devanagari), (0x0972, 0x097F, .devanagari),
        (0x0985, 0x09B9, .bengali), (0x09CE, 0x09CE, .bengali), (0x09DC, 0x09E1, .bengali), (0x09F0, 0x09F1, .bengali),
        (0x0A05, 0x0A39, .gurmukhi), (0x0A59, 0x0A5E, .gurmukhi), (0x0A72, 0x0A74, .gurmukhi),
        (0x0A85, 0x0AB9, .gujarati), (0x0B05, 0x0B39, .odia), (0x0B5C, 0x0B61, .odia), (0x0B83, 0x0BB9, .tamil),
        (0x0C05, 0x0C39, .telugu), (0x0C85, 0x0CB9, .kannada), (0x0D05, 0x0D3A, .malayalam),
        (0x0D7A, 0x0D7F, .malayalam), (0x0D85, 0x0DC6, .sinhala), (0x0E01, 0x0E30, .thai), (0x0E32, 0x0E33, .thai),
        (0x0E40, 0x0E46, .thai), (0x0E81, 0x0EB0, .lao), (0x0EB2, 0x0EB3, .lao), (0x0EC0, 0x0EC6, .lao),
        (0x0F40, 0x0F6C, .tibetan), (0x1000, 0x102A, .myanmar), (0x1050, 0x1055, .myanmar),
        (0x10A0, 0x10FF, .georgian), (0x1100, 0x11FF, .hangul), (0x1200, 0x135A, .ethiopic),
        (0x1380, 0x138F, .ethiopic), (0x1780, 0x17B3, .khmer), (0x1820, 0x1878, .mongolian),
        (0x1C80, 0x1C88, .cyrillic),
        (0x1C90, 0x1CBF, .georgian), (0x1E00, 0x1EFF, .latin), (0x1F00, 0x1FFF, .greek), (0x2C60, 0x2C7F, .latin),
        (0x2D00, 0x2D2D, .georgian), (0x2D80, 0x2DDE, .ethiopic), (0x3005, 0x3007, .han), (0x30FC, 0x30FF, .kana),
        (0x3131, 0x318E, .hangul), (0x31F0, 0x31FF, .kana), (0x3400, 0x4DBF, .han), (0xA640, 0xA66E, .cyrillic),
        (0xA680, 0xA69D, .cyrillic), (0xA722, 0xA7FF, .latin), (0xAB01, 0xAB2E, .ethiopic), (0xF900, 0xFAFF, .han),
        (0xFB00, 0xFB06, .latin), (0xFB13, 0xFB17, .armenian), (0xFB1D, 0xFB4F, .hebrew), (0xFB50, 0xFBB1, .arabic),
        (0xFBD3, 0xFD3D, .arabic), (0xFD50, 0xFDFB, .arabic), (0xFE70, 0xFEFC, .arabic), (0xFF21, 0xFF3A, .latin),
        (0xFF41, 0xFF5A, .latin), (0xFF66, 0xFF9D, .kana), (0x20000, 0x323AF, .han),
    ]
}
