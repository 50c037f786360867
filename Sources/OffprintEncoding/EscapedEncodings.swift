/// Encodings that are ASCII but for the escapes which change what its bytes mean.
enum EscapedEncodings {
    /// The encoding whose escapes a text has; `nil` where it has none.
    static func name(of text: Span<UInt8>) -> String? {
        guard text.count >= 4 else { return nil }
        var index = 0
        let end = text.count - 2
        while index < end {
            let byte = text[index]
            if byte == 0x1B {
                if let name = name(ofEscape: text, at: index) { return name }
            } else if byte >= 0x80 {
                return nil
            }
            index += 1
        }
        return nil
    }

    private static func name(ofEscape text: Span<UInt8>, at index: Int) -> String? {
        let third = index + 3 < text.count ? text[index + 3] : 0
        switch (text[index + 1], text[index + 2], third) {
        case (0x24, 0x29, 0x43): return "iso-2022-kr"
        case (0x24, 0x29, 0x41), (0x24, 0x29, 0x47), (0x24, 0x2A, 0x48): return "iso-2022-cn"
        case (0x24, 0x40, _), (0x24, 0x42, _), (0x28, 0x4A, _), (0x28, 0x49, _), (0x24, 0x28, 0x44):
            return "iso-2022-jp"
        default: return nil
        }
    }
}
