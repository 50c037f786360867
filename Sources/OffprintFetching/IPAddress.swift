/// An address of the Internet, version 4 or 6.
public struct IPAddress: Sendable, Hashable {
    /// Its 4 or 16 bytes.
    public let bytes: [UInt8]

    /// Reads `192.0.2.1` or `2001:db8::1`; `nil` for every other form, a zone among them.
    ///
    /// Programs differ in what `0127.1` or `2130706433` mean, so these mean nothing here.
    public init?(_ text: String) {
        let parsed = text.utf8.contains(UInt8(ascii: ":")) ? Self.version6(text) : Self.version4(text[...])
        guard let parsed else { return nil }
        bytes = parsed
    }

    private static func version4(_ text: Substring) -> [UInt8]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        let bytes = parts.compactMap { part -> UInt8? in
            guard part.utf8.allSatisfy({ (0x30...0x39).contains($0) }), part == "0" || part.first != "0" else {
                return nil
            }
            return UInt8(part)
        }
        return bytes.count == 4 ? bytes : nil
    }

    private static func version6(_ text: String) -> [UInt8]? {
        guard text.utf8.count <= 45 else { return nil }
        var halves: [[UInt8]] = [[]]
        var rest = text[...]
        if rest.hasPrefix("::") {
            halves.append([])
            rest = rest.dropFirst(2)
        } else if rest.hasPrefix(":") {
            return nil
        }
        while !rest.isEmpty {
            let group = rest.prefix { $0 != ":" }
            rest = rest[group.endIndex...]
            if rest.isEmpty, group.contains(".") {
                guard let embedded = version4(group) else { return nil }
                halves[halves.count - 1] += embedded
                break
            }
            guard (1...4).contains(group.utf8.count), group.utf8.allSatisfy(isHexDigit),
                let value = UInt16(group, radix: 16)
            else { return nil }
            halves[halves.count - 1] += [UInt8(value >> 8), UInt8(value & 0xFF)]
            if rest.hasPrefix("::") {
                guard halves.count == 1 else { return nil }
                halves.append([])
                rest = rest.dropFirst(2)
            } else if rest.hasPrefix(":") {
                rest = rest.dropFirst()
                // One colon stands between two groups.
                guard !rest.isEmpty else { return nil }
            }
        }
        let count = halves.reduce(0) { $0 + $1.count }
        guard halves.count == 2 ? count <= 14 : count == 16 else { return nil }
        return halves[0] + [UInt8](repeating: 0, count: 16 - count) + (halves.count == 2 ? halves[1] : [])
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
    }

    // MARK: What it is for

    /// Why nothing is fetched from it: it is not the public Internet's; `nil` where it is.
    ///
    /// After the registries of special addresses of IANA. What carries an address of version 4 within one of version 6
    /// is refused whatever it carries: nobody names a picture's server so.
    public var refusal: String? { bytes.count == 4 ? refusal4 : refusal6 }

    private var refusal4: String? {
        switch (bytes[0], bytes[1], bytes[2]) {
        case (0, _, _): "it is an address of this network"
        case (10, _, _), (172, 16...31, _), (192, 168, _): "it is a private address"
        case (100, 64...127, _): "it is an address within a provider's network"
        case (127, _, _): "it is an address of this machine"
        case (169, 254, _): "it is a link-local address"
        case (192, 0, 0), (192, 0, 2), (192, 88, 99), (198, 18...19, _), (198, 51, 100), (203, 0, 113):
            "it is an address for special use"
        case (224...239, _, _): "it is an address of many receivers"
        case (240...255, _, _): "it is a reserved address"
        default: nil
        }
    }

    private var refusal6: String? {
        func starts(_ prefix: UInt8...) -> Bool { bytes.starts(with: prefix) }
        if bytes.dropLast().allSatisfy({ $0 == 0 }) { return "it is an address of this machine" }
        if bytes[..<10].allSatisfy({ $0 == 0 }) || starts(0x00, 0x64, 0xFF, 0x9B) || starts(0x20, 0x02) {
            return "it is an address of version 4 in another form"
        }
        if bytes[0] == 0xFF { return "it is an address of many receivers" }
        if bytes[0] & 0xFE == 0xFC { return "it is a private address" }
        if bytes[0] == 0xFE { return "it is a link-local address" }
        // Only 2000::/3 is given out.
        guard bytes[0] & 0xE0 == 0x20 else { return "it is a reserved address" }
        let isProtocols = starts(0x20, 0x01) && bytes[2] < 2
        if isProtocols || starts(0x20, 0x01, 0x0D, 0xB8) || starts(0x3F, 0xFF) {
            return "it is an address for special use"
        }
        return nil
    }
}

extension IPAddress: CustomStringConvertible {
    /// The address in full: four numbers, or eight groups.
    public var description: String {
        if bytes.count == 4 { return bytes.map { String($0) }.joined(separator: ".") }
        let groups = stride(from: 0, to: 16, by: 2).map { String(Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]), radix: 16) }
        return groups.joined(separator: ":")
    }
}
