/// Base64 with padding, RFC 4648 section 4.
package enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// The base64 of `data`.
    package static func text(of data: [UInt8]) -> String {
        var text: [UInt8] = []
        encode(data, into: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Appends the base64 of `data`.
    static func encode(_ data: [UInt8], into text: inout [UInt8]) {
        let alphabet = alphabet
        text.reserveCapacity(text.count + (data.count + 2) / 3 * 4)
        var index = 0
        while index < data.count {
            let left = data.count - index
            let second = left > 1 ? data[index + 1] : 0
            let third = left > 2 ? data[index + 2] : 0
            let group = Int(data[index]) << 16 | Int(second) << 8 | Int(third)
            text.append(alphabet[group >> 18])
            text.append(alphabet[group >> 12 & 63])
            text.append(left > 1 ? alphabet[group >> 6 & 63] : 0x3D)
            text.append(left > 2 ? alphabet[group & 63] : 0x3D)
            index += 3
        }
    }

    /// The bytes that `text` stands for; `nil` where it is not base64 with padding.
    static func decode(_ text: String) -> [UInt8]? {
        let values = table
        let utf8 = Array(text.utf8)
        guard utf8.count % 4 == 0 else { return nil }
        let padding = utf8.suffix(2).reversed().prefix { $0 == 0x3D }.count
        var data: [UInt8] = []
        data.reserveCapacity(utf8.count / 4 * 3)
        var group = 0
        for (index, byte) in utf8.dropLast(padding).enumerated() {
            let value = values[Int(byte)]
            guard value >= 0 else { return nil }
            group = group << 6 | value
            // Three bytes a group, each as soon as its last bit is there.
            switch index % 4 {
            case 1: data.append(UInt8(truncatingIfNeeded: group >> 4))
            case 2: data.append(UInt8(truncatingIfNeeded: group >> 2))
            case 3: data.append(UInt8(truncatingIfNeeded: group))
            default: group = value
            }
        }
        return data
    }

    private static let table: [Int] = {
        var values = [Int](repeating: -1, count: 256)
        for (value, byte) in alphabet.enumerated() { values[Int(byte)] = value }
        return values
    }()
}
