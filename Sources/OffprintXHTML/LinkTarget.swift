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
        let trimmed = text.utf8.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
            .drop { $0 <= 0x20 }
        let end = trimmed.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? trimmed.startIndex
        let bytes = Array(trimmed[..<end])
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

    private static func opaque(_ scheme: String, _ rest: ArraySlice<UInt8>) -> LinkTarget {
        guard let first = rest.first(where: { $0 > 0x20 }), first != UInt8(ascii: "#") else {
            return .refused("it names nobody")
        }
        return .address(scheme + ":" + percentEncoded(rest, isWeb: false))
    }

    private static func web(_ scheme: String, _ rest: ArraySlice<UInt8>) -> LinkTarget {
        let isSlash: (UInt8) -> Bool = { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
        let behindSlashes = rest.drop(while: isSlash)
        let end = behindSlashes.firstIndex { isSlash($0) || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
        var authority = behindSlashes[..<(end ?? behindSlashes.endIndex)]
        // A name and a password before the host mislead people, and readers refuse them.
        if let at = authority.lastIndex(of: UInt8(ascii: "@")) { authority = authority[(at + 1)...] }
        guard let host = Host.checked(authority) else { return .refused("its host is not one") }
        return .address(
            "\(scheme)://\(host)" + percentEncoded(behindSlashes[(end ?? behindSlashes.endIndex)...], isWeb: true)
        )
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
