/// The encoding that most bytes are in which nobody declared and which are not UTF-8.
enum Windows1252 {
    /// What 0x80 to 0x9F stand for.
    ///
    /// Where the standard leaves a byte out, the control character of that number, as browsers do.
    static let upper: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D,
        0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153,
        0x9D,
        0x017E, 0x0178,
    ]

    static func decode(_ bytes: [UInt8]) -> [UInt8] {
        var utf8: [UInt8] = []
        utf8.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            if byte < 0x80 {
                utf8.append(byte)
            } else {
                let scalar = byte < 0xA0 ? upper[Int(byte) - 0x80] : UInt32(byte)
                if scalar < 0x800 {
                    utf8.append(UInt8(0xC0 | scalar >> 6))
                } else {
                    utf8.append(UInt8(0xE0 | scalar >> 12))
                    utf8.append(UInt8(0x80 | scalar >> 6 & 0x3F))
                }
                utf8.append(UInt8(0x80 | scalar & 0x3F))
            }
        }
        return utf8
    }
}
