import OffprintMarkup

extension BlockBuilder {
    /// Where a link leads; `nil` where it leads nowhere that a text may lead to.
    func linkTarget(of node: MarkupTree.NodeID) -> String? {
        guard let address = tree.attribute(.href, of: node)?.trimmed, isSafe(address) else { return nil }
        return resolve(address)
    }

    func resolve(_ address: String) -> String {
        guard let base = context.base else { return address }
        return WebAddress.resolve(address, against: base)
    }

    /// Whether an address has no scheme that runs code or holds a document.
    func isSafe(_ address: String) -> Bool { WebAddress.isSafe(address) }
}

/// Addresses of the web as text: resolved as RFC 3986 has it, for the forms that links take.
public enum WebAddress {
    /// Whether following an address neither runs code nor opens a document that the address itself holds.
    ///
    /// White space and control characters do not hide a scheme: browsers ignore them.
    public static func isSafe(_ address: String) -> Bool {
        let visible = address.utf8.lazy.filter { $0 > 0x20 }.prefix(24).map {
            (0x41...0x5A).contains($0) ? $0 | 0x20 : $0
        }
        let start = String(decoding: Array(visible), as: UTF8.self)
        return !["javascript:", "vbscript:", "data:text", "data:application", "data:image/svg", "livescript:"]
            .contains(where: start.hasPrefix)
    }

    /// The absolute form of a reference on a page at `base`; the reference itself where `base` is not absolute.
    public static func resolve(_ reference: String, against base: String) -> String {
        let reference = String(
            decoding: reference.utf8.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D },
            as: UTF8.self
        )
        guard scheme(of: reference) == nil, let scheme = scheme(of: base) else { return reference }
        if reference.isEmpty || reference.hasPrefix("#") { return reference }
        let rest = base.dropFirst(scheme.count + 1)
        if reference.hasPrefix("//") { return "\(scheme):\(reference)" }
        guard rest.hasPrefix("//") else { return reference }
        let authorityEnd = rest.dropFirst(2).firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
        let root = "\(scheme):" + rest[..<authorityEnd]
        let path = rest[authorityEnd...].prefix { $0 != "?" && $0 != "#" }
        if reference.hasPrefix("?") { return root + (path.isEmpty ? "/" : String(path)) + reference }
        let ownPath = reference.prefix { $0 != "?" && $0 != "#" }
        let tail = reference[ownPath.endIndex...]
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "/"
        let joined = ownPath.hasPrefix("/") ? String(ownPath) : folder + String(ownPath)
        return root + withoutDots(joined) + tail
    }

    /// The scheme of an absolute address; `nil` where there is none.
    public static func scheme(of address: String) -> String? {
        guard let colon = address.utf8.firstIndex(of: 0x3A), colon > address.startIndex else { return nil }
        let scheme = address[..<colon]
        guard let first = scheme.utf8.first, (0x41...0x5A).contains(first & 0xDF) else { return nil }
        let isScheme = scheme.utf8.allSatisfy {
            (0x41...0x5A).contains($0 & 0xDF) || (0x30...0x39).contains($0) || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E
        }
        return isScheme ? String(scheme) : nil
    }

    private static func withoutDots(_ path: String) -> String {
        var parts: [Substring] = []
        let all = path.split(separator: "/", omittingEmptySubsequences: false)
        for (index, part) in all.enumerated() {
            switch part {
            case ".": if index == all.count - 1 { parts.append("") }
            case "..":
                if parts.count > 1 { parts.removeLast() }
                if index == all.count - 1 { parts.append("") }
            default: parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }
}
