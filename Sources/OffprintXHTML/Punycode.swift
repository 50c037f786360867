/// Labels of hosts in ASCII clothing (RFC 3492).
enum Punycode {
    /// The label behind `xn--`; `nil` where it does not decode.
    static func decode(_ label: some Collection<UInt8>) -> [Unicode.Scalar]? {
        let bytes = Array(label)
        let mark = bytes.lastIndex(of: UInt8(ascii: "-"))
        var output = bytes[..<(mark ?? 0)].map { UInt32($0) }
        var position = mark.map { $0 + 1 } ?? 0
        var (number, bias, index) = (UInt32(128), 72, 0)
        guard position < bytes.count else { return nil }
        while position < bytes.count {
            let (old, count) = (index, output.count + 1)
            var weight = 1
            var step = 36
            while true {
                guard position < bytes.count, let digit = value(of: bytes[position]) else { return nil }
                position += 1
                index += digit * weight
                let threshold = min(26, max(1, step - bias))
                // A label has 63 bytes at most; numbers beyond this are no characters.
                guard index < 1 << 32 else { return nil }
                if digit < threshold { break }
                weight *= 36 - threshold
                guard weight < 1 << 32 else { return nil }
                step += 36
            }
            bias = adapted(index - old, count, isFirst: old == 0)
            number += UInt32(min(index / count, 0x11_0000))
            guard number <= 0x10_FFFF else { return nil }
            index %= count
            output.insert(number, at: index)
            index += 1
        }
        let scalars = output.compactMap(Unicode.Scalar.init)
        return scalars.count == output.count ? scalars : nil
    }

    private static func value(of byte: UInt8) -> Int? {
        switch byte {
        case 0x30...0x39: Int(byte) - 0x30 + 26
        case 0x41...0x5A, 0x61...0x7A: Int(byte | 0x20) - 0x61
        default: nil
        }
    }

    private static func adapted(_ difference: Int, _ count: Int, isFirst: Bool) -> Int {
        var rest = difference / (isFirst ? 700 : 2)
        rest += rest / count
        var bias = 0
        while rest > 455 {
            rest /= 35
            bias += 36
        }
        return bias + 36 * rest / (rest + 38)
    }
}
