/// Addresses of the web as text: resolved as RFC 3986 has it, for the forms that links take.
public enum WebAddress {
    /// Whether following an address neither runs code nor opens a document that the address itself holds.
    ///
    /// White space and control characters do not hide a scheme: browsers ignore them.
    public static func isSafe(_ address: String) -> Bool { isSafe(Array(address.utf8)[...]) }

    /// Whether the bytes of an address are safe to follow.
    static func isSafe(_ address: ArraySlice<UInt8>) -> Bool {
        guard let first = address.first(where: { $0 > 0x20 }) else { return true }
        // No other letter starts a scheme that does harm.
        switch first | 0x20 {
        case 0x64, 0x6A, 0x6C, 0x76: break
        default: return true
        }
        let visible = address.lazy.filter { $0 > 0x20 }.prefix(24).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        let start = String(decoding: Array(visible), as: UTF8.self)
        return !["javascript:", "vbscript:", "data:text", "data:application", "data:image/svg", "livescript:"]
            .contains(where: start.hasPrefix)
    }

    /// The absolute form of a reference on a page at `base`; the reference itself where `base` is not absolute.
    public static func resolve(_ reference: String, against base: String) -> String {
        let bytes = Array(reference.utf8)[...]
        guard let base = BaseAddress(base) else { return BaseAddress.unresolved(bytes) }
        return base.resolve(bytes)
    }

    /// The scheme of an absolute address; `nil` where there is none.
    public static func scheme(of address: String) -> String? {
        let bytes = Array(address.utf8)[...]
        return schemeEnd(of: bytes).map { String(decoding: bytes[..<$0], as: UTF8.self) }
    }

    /// Where the colon behind the scheme of an absolute address stands.
    static func schemeEnd(of address: ArraySlice<UInt8>) -> Int? {
        guard let first = address.first, (0x41...0x5A).contains(first & 0xDF) else { return nil }
        for index in address.indices {
            switch address[index] {
            case 0x3A: return index
            case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x2B, 0x2D, 0x2E: continue
            default: return nil
            }
        }
        return nil
    }
}

/// An address that others are relative to, taken apart once for all links of a page.
struct BaseAddress {
    private let bytes: [UInt8]
    /// Behind the scheme's colon.
    private let schemeEnd: Int
    /// Where the path starts; `nil` where the address has no authority, so that nothing is relative to it.
    private let pathStart: Int?
    private let pathEnd: Int
    /// Behind the path's last slash.
    private let folderEnd: Int

    /// Takes an address apart; `nil` where it is not absolute.
    init?(_ address: String) {
        bytes = Array(address.utf8)
        guard let colon = WebAddress.schemeEnd(of: bytes[...]) else { return nil }
        schemeEnd = colon + 1
        let bytes = bytes
        func end(from start: Int, _ isEnd: (UInt8) -> Bool) -> Int {
            bytes[start...].firstIndex(where: isEnd) ?? bytes.count
        }
        guard bytes[schemeEnd...].starts(with: [0x2F, 0x2F]) else {
            (pathStart, pathEnd, folderEnd) = (nil, bytes.count, bytes.count)
            return
        }
        let start = end(from: schemeEnd + 2) { $0 == 0x2F || $0 == 0x3F || $0 == 0x23 }
        pathStart = start
        pathEnd = end(from: start) { $0 == 0x3F || $0 == 0x23 }
        folderEnd = bytes[start..<pathEnd].lastIndex(of: 0x2F).map { $0 + 1 } ?? start
    }

    /// A reference as it stands, without line ends and tabs.
    static func unresolved(_ reference: ArraySlice<UInt8>) -> String {
        guard reference.contains(where: Self.isLayout) else { return String(decoding: reference, as: UTF8.self) }
        return String(decoding: reference.filter { !Self.isLayout($0) }, as: UTF8.self)
    }

    private static func isLayout(_ byte: UInt8) -> Bool { byte == 0x09 || byte == 0x0A || byte == 0x0D }

    /// The absolute form of a reference.
    func resolve(_ reference: ArraySlice<UInt8>) -> String {
        if reference.contains(where: Self.isLayout) { return resolve(reference.filter { !Self.isLayout($0) }[...]) }
        guard let pathStart, let first = reference.first, first != 0x23, WebAddress.schemeEnd(of: reference) == nil
        else {
            if reference.starts(with: [0x2F, 0x2F]) { return joined(schemeEnd, reference) }
            return String(decoding: reference, as: UTF8.self)
        }
        if reference.starts(with: [0x2F, 0x2F]) { return joined(schemeEnd, reference) }
        if first == 0x3F {
            return pathStart == pathEnd ? joined(pathStart, [0x2F] + reference) : joined(pathEnd, reference)
        }
        let ownEnd = reference.firstIndex { $0 == 0x3F || $0 == 0x23 } ?? reference.endIndex
        let own = reference[..<ownEnd]
        if first == 0x2F, !Self.mayHaveDots(own) { return joined(pathStart, reference) }
        var path: [UInt8] = []
        if first != 0x2F { path = folderEnd > pathStart ? Array(bytes[pathStart..<folderEnd]) : [0x2F] }
        path += own
        var result = Array(bytes[..<pathStart])
        result.reserveCapacity(pathStart + path.count + reference.count)
        Self.appendWithoutDots(path[...], to: &result)
        result += reference[ownEnd...]
        return String(decoding: result, as: UTF8.self)
    }

    private func joined(_ end: Int, _ rest: ArraySlice<UInt8>) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(end + rest.count)
        result += bytes[..<end]
        result += rest
        return String(decoding: result, as: UTF8.self)
    }

    /// Whether a segment of a path may be one or two dots.
    private static func mayHaveDots(_ path: ArraySlice<UInt8>) -> Bool {
        var last: UInt8 = 0
        for byte in path {
            if byte == 0x2E, last == 0x2F { return true }
            last = byte
        }
        return false
    }

    /// Appends a path that starts with a slash, its dots followed.
    private static func appendWithoutDots(_ path: ArraySlice<UInt8>, to result: inout [UInt8]) {
        guard mayHaveDots(path) else { return result += path }
        let floor = result.count
        var index = path.startIndex
        while index < path.endIndex {
            let end = path[(index + 1)...].firstIndex(of: 0x2F) ?? path.endIndex
            let segment = path[(index + 1)..<end]
            let isLast = end == path.endIndex
            if segment.elementsEqual([0x2E]) {
                if isLast { result.append(0x2F) }
            } else if segment.elementsEqual([0x2E, 0x2E]) {
                if let slash = result[floor...].lastIndex(of: 0x2F) { result.removeSubrange(slash...) }
                if isLast { result.append(0x2F) }
            } else {
                result += path[index..<end]
            }
            index = end
        }
    }
}
