import OffprintHypertext
import OffprintXHTML

/// An address that may be asked for an image, taken apart.
public struct FetchAddress: Sendable, Hashable {
    /// `http` or `https`.
    public let scheme: String
    /// The name of the host in lower case, or its number without brackets.
    public let host: String
    /// The port, also where the address leaves it out.
    public let port: Int
    /// The path and the query, from its slash.
    public let path: String

    /// Takes an address apart.
    ///
    /// - Throws: ``FetchFailure`` for what is never asked: another scheme, a name and a password, a port of another
    ///   service, a host that is none.
    public init(_ text: String) throws(FetchFailure) {
        let bytes = text.utf8.filter { $0 > 0x20 }
        let lead = String(decoding: bytes.prefix(8), as: UTF8.self).lowercased()
        guard lead.hasPrefix("http:") || lead.hasPrefix("https:") || lead.hasPrefix("//") else {
            throw FetchFailure(.address, "it is not an address of http or https")
        }
        let authority = bytes.drop { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "\\") }
            .drop { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
            .prefix { !"/\\?#".utf8.contains($0) }
        guard !authority.contains(UInt8(ascii: "@")) else {
            throw FetchFailure(.address, "it holds a name or a password")
        }
        // In one spelling, so that nobody who reads it later can read it otherwise.
        guard let address = LinkTarget(text).address, let colon = address.firstIndex(of: ":") else {
            throw FetchFailure(.address, "its host is not one")
        }
        scheme = String(address[..<colon])
        let rest = address[colon...].dropFirst(3)
        let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
        (host, port) = try Self.host(rest[..<end], isSecure: scheme == "https")
        let tail = String(rest[end...].prefix { $0 != "#" })
        path = tail.hasPrefix("/") ? tail : "/" + tail
    }

    private static func host(_ authority: Substring, isSecure: Bool) throws(FetchFailure) -> (String, Int) {
        var host = authority.lowercased()
        var port = isSecure ? 443 : 80
        if let colon = host.lastIndex(of: ":"), !host[colon...].contains("]") {
            let digits = host[colon...].dropFirst()
            if !digits.isEmpty { port = Int(digits) ?? 0 }
            host = String(host[..<colon])
        }
        if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
        while host.hasSuffix(".") { host.removeLast() }
        guard !host.isEmpty, host.utf8.allSatisfy({ $0 < 0x80 }) else {
            throw FetchFailure(.address, "the name of its host is not in ASCII")
        }
        guard port == 80 || port == 443 || (1_024...65_535).contains(port) && !otherServices.contains(port) else {
            throw FetchFailure(.address, "its port \(port) is not one of the web")
        }
        return (host, port)
    }

    /// Ports that browsers refuse too: https://fetch.spec.whatwg.org/#port-blocking.
    private static let otherServices: Set<Int> = [
        1_719, 1_720, 1_723, 2_049, 3_659, 4_045, 4_190, 5_060, 5_061, 6_000, 6_566, 6_665, 6_666, 6_667, 6_668, 6_669,
        6_679, 6_697, 10_080,
    ]

    /// The host as a number, where it is one.
    public var ipAddress: IPAddress? { IPAddress(host) }

    /// The whole address.
    public var text: String {
        let name = host.contains(":") ? "[\(host)]" : host
        let isUsual = port == (scheme == "https" ? 443 : 80)
        return "\(scheme)://\(name)\(isUsual ? "" : ":\(port)")\(path)"
    }

    /// Where a redirect leads from here.
    func following(_ location: String) throws(FetchFailure) -> FetchAddress {
        try FetchAddress(WebAddress.resolve(location, against: text))
    }
}
