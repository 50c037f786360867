/// The host and port of an address.
enum Host {
    /// The host and port; `nil` where a reader would not take them.
    static func checked(_ authority: ArraySlice<UInt8>) -> String? {
        var host = authority
        var port: ArraySlice<UInt8> = []
        let bracket = authority.lastIndex(of: UInt8(ascii: "]"))
        if let colon = authority.lastIndex(of: UInt8(ascii: ":")), colon > bracket ?? -1 {
            (host, port) = (authority[..<colon], authority[(colon + 1)...])
        }
        guard port.allSatisfy(\.isDigit), port.count <= 5 else { return nil }
        guard Int(String(decoding: port, as: UTF8.self)) ?? 0 <= 65_535 else { return nil }
        let name = String(decoding: host, as: UTF8.self)
        guard bracket != nil ? isAddress6(host) : isName(name) else { return nil }
        return port.isEmpty ? name : name + ":" + String(decoding: port, as: UTF8.self)
    }

    private static func isName(_ name: String) -> Bool {
        guard !name.isEmpty, name.utf8.count <= 253 else { return false }
        var labels = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        if labels.count > 1, labels.last?.isEmpty == true { labels.removeLast() }
        guard labels.allSatisfy({ !$0.isEmpty && $0.count <= 63 }) else { return false }
        guard labels.allSatisfy({ isLabel(Substring($0)) }), let last = labels.last else { return false }
        // A host whose last part is a number is an address of four numbers, or it is nothing.
        guard last.allSatisfy(\.isDigit) || last.starts(with: "0x".utf8) else { return true }
        return labels.count == 4
            && labels.allSatisfy { label in
                label.allSatisfy(\.isDigit) && (label.count == 1 || label.first != UInt8(ascii: "0"))
                    && Int(String(decoding: Array(label), as: UTF8.self)).map { $0 <= 255 } == true
            }
    }

    private static func isLabel(_ label: Substring) -> Bool {
        guard label.utf8.first != UInt8(ascii: "-"), label.utf8.last != UInt8(ascii: "-") else { return false }
        guard label.lowercased().hasPrefix("xn--") else { return areSound(label.unicodeScalars) }
        guard label.utf8.allSatisfy({ $0 < 0x80 }), let decoded = Punycode.decode(label.utf8.dropFirst(4)) else {
            return false
        }
        return areSound(decoded) && decoded.contains { !$0.isASCII } && !decoded.contains { $0.properties.isUppercase }
    }

    /// Letters, digits and marks, a mark not first.
    private static func areSound(_ scalars: some Collection<Unicode.Scalar>) -> Bool {
        var isFirst = true
        for scalar in scalars {
            defer { isFirst = false }
            if scalar.isASCII {
                let byte = UInt8(truncatingIfNeeded: scalar.value)
                guard byte.isAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") else {
                    return false
                }
                continue
            }
            switch scalar.properties.generalCategory {
            case .lowercaseLetter, .uppercaseLetter, .otherLetter, .modifierLetter, .decimalNumber: continue
            case .nonspacingMark, .spacingMark: if isFirst { return false }
            default: return false
            }
        }
        return true
    }

    private static func isAddress6(_ host: ArraySlice<UInt8>) -> Bool {
        guard host.first == UInt8(ascii: "["), host.last == UInt8(ascii: "]"), host.count > 3 else { return false }
        let inner = host.dropFirst().dropLast()
        guard inner.allSatisfy({ $0.isHexDigit || $0 == UInt8(ascii: ":") }) else { return false }
        let text = String(decoding: inner, as: UTF8.self)
        let halves = text.split(separator: "::", omittingEmptySubsequences: false)
        let groups = text.split(separator: ":")
        guard halves.count <= 2, groups.allSatisfy({ $0.utf8.count <= 4 }) else { return false }
        let isWhole = halves.allSatisfy { !$0.hasPrefix(":") && !$0.hasSuffix(":") }
        return isWhole && (halves.count == 2 ? groups.count <= 7 : groups.count == 8)
    }
}

extension UInt8 {
    var isDigit: Bool { (0x30...0x39).contains(self) }
    var isAlphanumeric: Bool { isDigit || (0x61...0x7A).contains(self | 0x20) }
    var isHexDigit: Bool { isDigit || (0x61...0x66).contains(self | 0x20) }
    var isAllowedInURL: Bool { isAlphanumeric || "-._~!$&'()*+,;=:@/?".utf8.contains(self) }
}
