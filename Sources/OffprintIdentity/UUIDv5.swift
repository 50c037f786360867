/// Identifiers that follow from a name (RFC 9562, version 5).
package enum UUIDv5 {
    // The name space of addresses: 6ba7b811-9dad-11d1-80b4-00c04fd430c8.
    private static let addresses: [UInt8] = [
        0x6B, 0xA7, 0xB8, 0x11, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8,
    ]

    /// The identifier of an address, as a URN.
    package static func urn(for address: String) -> String {
        var bytes = Array(SHA1.digest(of: addresses + Array(address.utf8)).prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x50
        bytes[8] = bytes[8] & 0x3F | 0x80
        let text = Array(SHA1.hexadecimal(bytes).utf8)
        let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
        return "urn:uuid:" + groups.map { String(decoding: text[$0], as: UTF8.self) }.joined(separator: "-")
    }
}
