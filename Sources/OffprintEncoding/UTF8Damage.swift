/// How much of a text that is not valid UTF-8 is UTF-8 all the same.
struct UTF8Damage {
    private var good = 0
    private var bad = 0

    /// Most sequences that are not ASCII are well-formed: somebody damaged it.
    var isSlight: Bool { good > bad * 4 }

    /// Hardly any is: it is another encoding, whatever it is said to be.
    var isTotal: Bool { bad >= 8 && good * 4 < bad }

    init(of bytes: Span<UInt8>) {
        var index = 0
        while index < bytes.count {
            let lead = bytes[index]
            let length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0
            if length == 1 {
                index += 1
            } else if length > 1, Self.isTail(bytes, after: index, length - 1) {
                good += 1
                index += length
            } else {
                bad += 1
                index += 1
            }
        }
    }

    private static func isTail(_ bytes: Span<UInt8>, after index: Int, _ count: Int) -> Bool {
        guard index + count < bytes.count else { return false }
        for offset in 1...count where bytes[index + offset] & 0xC0 != 0x80 { return false }
        return true
    }
}
