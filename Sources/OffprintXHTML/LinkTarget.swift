package import OffprintModel

/// Where a link may lead, made safe and valid.
///
/// Only `http`, `https`, `mailto` and `tel` addresses and places within the page pass. Scripts, data and whatever
/// else runs or opens files do not, however they are disguised.
public enum LinkTarget: Sendable, Hashable {
    /// An address, with everything percent-encoded that must be.
    case address(String)
    /// A place within the page, by its name.
    case fragment(String)
    /// Nowhere; the reason follows `because`.
    case refused(String)

    /// Looks at an address as a browser would: white space around it and line ends within do not count.
    public init(_ text: String) {
        let bytes = Self.cleaned(text)
        guard let first = bytes.first else {
            self = .refused("it is empty")
            return
        }
        if first == UInt8(ascii: "#") {
            self =
                bytes.count > 1
                ? .fragment(String(decoding: bytes.dropFirst(), as: UTF8.self)) : .refused("it names no place")
            return
        }
        if bytes.starts(with: "//".utf8) {
            self = Self.web("https", bytes[...])
            return
        }
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[..<colon].isScheme else {
            self = .refused("it is relative, and the address of the page is not known")
            return
        }
        let scheme = String(decoding: bytes[..<colon].map { $0 | 0x20 }, as: UTF8.self)
        let rest = bytes[(colon + 1)...]
        switch scheme {
        case "http", "https": self = Self.web(scheme, rest)
        case "mailto": self = Self.opaque(scheme, rest)
        case "tel": self = Self.opaque(scheme, rest.filter { $0 != 0x20 }[...])
        default: self = .refused("\"\(scheme.prefix(20)):\" is not an address of the web, of mail or of a telephone")
        }
    }

    /// The address; `nil` for a fragment and for what was refused.
    public var address: String? {
        guard case .address(let address) = self else { return nil }
        return address
    }

    /// The address without a user and a password before its host; `nil` where it has none.
    ///
    /// They mislead people, and nobody means to publish them: no output holds them.
    package static func withoutCredentials(_ text: String) -> String? {
        guard text.utf8.contains(UInt8(ascii: "@")) else { return nil }
        let bytes = cleaned(text)
        var rest = bytes[...]
        if let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[..<colon].isScheme {
            let scheme = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
            guard ["http", "https", "ftp"].contains(scheme) else { return nil }
            rest = bytes[(colon + 1)...]
        } else if !(bytes.count > 1 && isSlash(bytes[0]) && isSlash(bytes[1])) {
            return nil
        }
        let authority = authority(of: rest)
        guard let at = authority.lastIndex(of: UInt8(ascii: "@")) else { return nil }
        return String(decoding: bytes[..<authority.startIndex] + bytes[(at + 1)...], as: UTF8.self)
    }

    /// What is reported of an address that had them.
    package static let credentialsReport: (code: Diagnostic.Code, message: String) = (
        "address-credentials", "A user or a password in an address was left out."
    )

    private static func cleaned(_ text: String) -> [UInt8] {
        let trimmed = text.utf8.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
            .drop { $0 <= 0x20 }
        let end = trimmed.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? trimmed.startIndex
        return Array(trimmed[..<end])
    }

    /// What stands between the slashes behind a scheme and the path.
    private static func authority(of rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        rest.drop(while: isSlash).prefix { !isSlash($0) && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    }

    private static func isSlash(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") }

    private static func opaque(_ scheme: String, _ rest: ArraySlice<UInt8>) -> LinkTarget {
        guard let first = rest.first(where: { $0 > 0x20 }), first != UInt8(ascii: "#") else {
            return .refused("it names nobody")
        }
        return .address(scheme + ":" + percentEncoded(rest, isWeb: false))
    }

    private static func web(_ scheme: String, _ rest: ArraySlice<UInt8>) -> LinkTarget {
        var authority = authority(of: rest)
        let behind = rest[authority.endIndex...]
        // A name and a password before the host mislead people, and readers refuse them.
        if let at = authority.lastIndex(of: UInt8(ascii: "@")) { authority = authority[(at + 1)...] }
        guard let host = Host.checked(authority) else { return .refused("its host is not one") }
        return .address("\(scheme)://\(host)" + percentEncoded(behind, isWeb: true))
    }

    /// Encodes whatever RFC 3986 does not allow behind the host; escapes that are there stay.
    private static func percentEncoded(_ bytes: ArraySlice<UInt8>, isWeb: Bool) -> String {
        var encoded: [UInt8] = []
        var isPath = isWeb
        var hasFragment = false
        for (index, byte) in zip(bytes.indices, bytes) {
            switch byte {
            case UInt8(ascii: "%") where bytes[(index + 1)...].prefix(2).filter(\.isHexDigit).count == 2:
                encoded.append(byte)
            case UInt8(ascii: "\\") where isPath: encoded.append(UInt8(ascii: "/"))
            case UInt8(ascii: "#") where !hasFragment:
                (hasFragment, isPath) = (true, false)
                encoded.append(byte)
            case _ where byte.isAllowedInURL:
                if byte == UInt8(ascii: "?") { isPath = false }
                encoded.append(byte)
            default:
                let digits = Array("0123456789ABCDEF".utf8)
                encoded.append(contentsOf: [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]])
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }
}

extension Collection<UInt8> {
    /// Whether the bytes are a scheme: a letter, then letters, digits and a few marks.
    fileprivate var isScheme: Bool {
        guard let first, first.isAlphanumeric, !first.isDigit else { return false }
        return allSatisfy { $0.isAlphanumeric || [0x2B, 0x2D, 0x2E].contains($0) }
    }
}
