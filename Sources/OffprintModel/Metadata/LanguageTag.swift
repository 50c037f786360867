/// Tags of languages (BCP 47).
public enum LanguageTag {
    /// The tag as far as it is well formed: language, script, region and variants.
    ///
    /// `nil` where it does not begin as a tag does.
    ///
    /// Extensions and private parts say nothing that a page needs, and validators quarrel over them.
    public static func wellFormed(_ text: String) -> String? {
        guard text.utf8.count <= 100 else { return nil }
        let parts = text.utf8.split(whereSeparator: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") })
            .map { String(decoding: $0.filter { $0 > 0x20 }, as: UTF8.self) }
        guard let language = parts.first, language.isAlphabetic, [2, 3, 5, 6, 7, 8].contains(language.utf8.count) else {
            return nil
        }
        var kept = [language]
        var rest = parts.dropFirst()
        func take(_ fits: (String) -> Bool) {
            if let part = rest.first, fits(part) { kept.append(rest.removeFirst()) }
        }
        if language.utf8.count <= 3 { for _ in 0..<3 { take { $0.isAlphabetic && $0.utf8.count == 3 } } }
        take { $0.isAlphabetic && $0.utf8.count == 4 }
        take { ($0.isAlphabetic && $0.utf8.count == 2) || ($0.isNumeric && $0.utf8.count == 3) }
        let first = kept.count
        while let part = rest.first, part.isVariant,
            !kept[first...].contains(where: { $0.lowercased() == part.lowercased() })
        {
            kept.append(rest.removeFirst())
        }
        return kept.joined(separator: "-")
    }

    /// The tag as ``wellFormed(_:)`` has it, in the usual case: `en_us` and `EN-US` are `en-US`, `zh-hant` is
    /// `zh-Hant`.
    public static func normalized(_ text: String) -> String? {
        guard let tag = wellFormed(text) else { return nil }
        let parts = tag.split(separator: "-").enumerated().map { index, part in
            switch part.utf8.count {
            case 2 where index > 0: part.uppercased()
            case 4 where index > 0: part.prefix(1).uppercased() + part.dropFirst().lowercased()
            default: part.lowercased()
            }
        }
        return parts.joined(separator: "-")
    }
}

extension String {
    fileprivate var isAlphabetic: Bool { utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) } }
    fileprivate var isNumeric: Bool { utf8.allSatisfy { (0x30...0x39).contains($0) } }
    fileprivate var isVariant: Bool {
        guard utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) }) else { return false }
        if (5...8).contains(utf8.count) { return true }
        return utf8.count == 4 && utf8.first.map { (0x30...0x39).contains($0) } == true
    }
}
