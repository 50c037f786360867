import OffprintXHTML

/// Which SVG may be put into a book: well formed, without scripts, styles or anything that is fetched.
enum SVGCheck {
    private static let refused: Set<String> = [
        "script", "foreignobject", "style", "handler", "iframe", "audio", "video", "animate", "set",
        "animatetransform", "animatemotion", "a", "metadata",
    ]
    private static let known: Set<String> = ["", "xml", "xlink"]

    static func passes(_ bytes: [UInt8]) -> Bool {
        // Most bytes that reach this are no SVG; looking is cheaper than parsing.
        guard let start = bytes.prefix(200).firstIndex(where: { $0 > 0x20 && $0 < 0x80 }),
            bytes[start] == UInt8(ascii: "<"), let events = StrictXML.events(of: bytes),
            case .start("svg", let root)? = events.first(where: { if case .start = $0 { true } else { false } }),
            root.contains(where: { $0.name == "xmlns" && $0.value == "http://www.w3.org/2000/svg" })
        else { return false }
        let bindsLinks = root.contains { $0.name == "xmlns:xlink" && $0.value == "http://www.w3.org/1999/xlink" }
        var ids: Set<String> = []
        var places: Set<String> = []
        for case .start(let name, let attributes) in events {
            guard !name.contains(":"), !refused.contains(name.lowercased()) else { return false }
            for attribute in attributes {
                guard isHarmless(attribute, bindsLinks, isRoot: name == "svg"), let used = self.places(in: attribute)
                else { return false }
                places.formUnion(used)
                if attribute.name == "id", !ids.insert(attribute.value).inserted { return false }
            }
        }
        return places.isSubset(of: ids)
    }

    private static func isHarmless(_ attribute: StrictXML.Attribute, _ bindsLinks: Bool, isRoot: Bool) -> Bool {
        let name = attribute.name.lowercased()
        if name == "xmlns" || name.hasPrefix("xmlns:") { return isRoot }
        let prefix = name.split(separator: ":").dropLast().first.map(String.init) ?? ""
        guard known.contains(prefix), prefix != "xlink" || bindsLinks, !name.hasPrefix("on") else { return false }
        let value = attribute.value.lowercased()
        if name == "src" || value.contains("javascript:") { return false }
        if name == "id" {
            return value.utf8.first.map { (0x61...0x7A).contains($0) || $0 == 0x5F } == true
                && !value.utf8.contains { $0 <= 0x20 || $0 == UInt8(ascii: ":") }
        }
        return true
    }

    /// The places in the drawing that a value names; `nil` where it names anything else.
    private static func places(in attribute: StrictXML.Attribute) -> [String]? {
        let name = attribute.name.lowercased()
        let value = Array(attribute.value.utf8)
        if name == "href" || name == "xlink:href" {
            return value.first == UInt8(ascii: "#") && value.count > 1 ? [String(attribute.value.dropFirst())] : nil
        }
        // What CSS spells in another way, or fetches by another name.
        let folded = value.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        guard !folded.contains(UInt8(ascii: "\\")) else { return nil }
        var places: [String] = []
        var position = 0
        while let open = folded[position...].firstIndex(of: UInt8(ascii: "(")) {
            position = open + 1
            let function = folded[..<open]
            if fetching.contains(where: function.ends) { return nil }
            guard function.ends(with: "url") else { continue }
            guard let close = folded[position...].firstIndex(of: UInt8(ascii: ")")) else { return nil }
            var target = value[position..<close].trimmed { $0 <= 0x20 }
            if let quote = target.first, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") {
                guard target.count > 2, target.last == quote else { return nil }
                target = target.dropFirst().dropLast()
            }
            guard target.first == UInt8(ascii: "#"), target.count > 1 else { return nil }
            places.append(String(decoding: target.dropFirst(), as: UTF8.self))
            position = close + 1
        }
        return places
    }

    /// Functions of CSS that take an address without `url`.
    private static let fetching = ["image-set", "image", "src"]
}

extension ArraySlice<UInt8> {
    fileprivate func ends(with word: String) -> Bool { suffix(word.utf8.count).elementsEqual(word.utf8) }

    fileprivate func trimmed(_ isBlank: (UInt8) -> Bool) -> Self {
        let start = drop(while: isBlank)
        return start.prefix(through: start.lastIndex { !isBlank($0) } ?? start.startIndex - 1)
    }
}
