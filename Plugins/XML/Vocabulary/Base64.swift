/// Base64 as documents hold it, broken into lines or not.
enum Base64 {
    /// The most bytes that a document may carry within itself.
    private static let limit = 32 << 20

    /// The bytes that a text stands for; `nil` where it is not in base64.
    static func decode(_ text: String) -> [UInt8]? {
        var result: [UInt8] = []
        var buffer: UInt32 = 0
        var bits = 0
        for byte in text.utf8 {
            let value: UInt32
            switch byte {
            case 0x41...0x5A: value = UInt32(byte - 0x41)
            case 0x61...0x7A: value = UInt32(byte - 0x61) + 26
            case 0x30...0x39: value = UInt32(byte - 0x30) + 52
            case 0x2B, 0x2D: value = 62
            case 0x2F, 0x5F: value = 63
            case 0...0x20, 0x3D: continue
            default: return nil
            }
            buffer = buffer << 6 | value
            bits += 6
            guard bits >= 8 else { continue }
            bits -= 8
            result.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
            guard result.count <= limit else { return nil }
        }
        return result
    }
}
