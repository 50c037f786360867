/// Text as UTF-8, and how it was decoded.
public struct DecodedText: Sendable, Hashable {
    /// Why an encoding was taken, the surest first.
    public enum Evidence: String, Sendable, Hashable, CaseIterable {
        /// A byte order mark stands at the start.
        case byteOrderMark
        /// The zero bytes of UTF-16 stand where they must.
        case pattern
        /// The bytes are valid UTF-8.
        case valid
        /// The sender, a `meta` element or an XML declaration names it.
        case declared
        /// Nothing else was left.
        case fallback
    }

    /// The text: valid UTF-8 without a byte order mark.
    public let utf8: [UInt8]
    /// The encoding it came in, by its WHATWG name in lower case.
    public let encoding: String
    /// Why that encoding was taken.
    public let evidence: Evidence
    /// How many sequences were no character and became U+FFFD.
    public let repairs: Int
}

/// Decodes bytes to UTF-8 as browsers do, with one difference: UTF-8 that validates wins over a declared single-byte
/// encoding.
///
/// Pages and feeds lie about their encoding mostly in that direction; text in a single-byte encoding that is also
/// valid UTF-8 and not ASCII does not occur in practice. The labels are those of the WHATWG Encoding Standard, so
/// `iso-8859-1` means windows-1252.
public enum TextDecoding {
    /// Decodes `bytes`, which their sender, a `meta` element or an XML declaration says are in the encoding that
    /// `label` names.
    public static func decode(_ bytes: [UInt8], declaredBy label: String? = nil) -> DecodedText {
        if let marked = decodeMarked(bytes) { return marked }
        if let isBigEndian = patternOfUTF16(bytes) {
            return decodeUTF16(bytes[...], isBigEndian: isBigEndian, evidence: .pattern)
        }
        let declared = label.flatMap(EncodingLabels.name(of:))
        // A document that could be read for its declaration is not in UTF-16, whatever the declaration says.
        let legacy = declared.flatMap { $0 == "utf-8" || $0.hasPrefix("utf-16") ? nil : $0 }
        if legacy != "iso-2022-jp", isValidUTF8(bytes.span) {
            return DecodedText(utf8: bytes, encoding: "utf-8", evidence: .valid, repairs: 0)
        }
        if let legacy, let decoded = decodeLegacy(bytes, as: legacy) {
            return DecodedText(utf8: decoded.utf8, encoding: legacy, evidence: .declared, repairs: decoded.repairs)
        }
        if declared == "utf-8" || isMostlyUTF8(bytes) {
            return repairUTF8(bytes[...], evidence: declared == nil ? .valid : .declared)
        }
        return DecodedText(
            utf8: Windows1252.decode(bytes),
            encoding: "windows-1252",
            evidence: .fallback,
            repairs: 0
        )
    }

    /// Whether the bytes are valid UTF-8.
    public static func isValidUTF8(_ bytes: Span<UInt8>) -> Bool { (try? UTF8Span(validating: bytes)) != nil }

    // MARK: Unicode encodings

    private static func decodeMarked(_ bytes: [UInt8]) -> DecodedText? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return repairUTF8(bytes[3...], evidence: .byteOrderMark) }
        if bytes.starts(with: [0xFF, 0xFE]) {
            return decodeUTF16(bytes[2...], isBigEndian: false, evidence: .byteOrderMark)
        }
        if bytes.starts(with: [0xFE, 0xFF]) {
            return decodeUTF16(bytes[2...], isBigEndian: true, evidence: .byteOrderMark)
        }
        return nil
    }

    /// Whether the bytes are UTF-16 without a mark, and in which order.
    ///
    /// Text of any script has spaces, line ends and markup, whose upper bytes are zero, and text in no other encoding
    /// has zero bytes at every second place only.
    private static func patternOfUTF16(_ bytes: [UInt8]) -> Bool? {
        guard bytes.count >= 4, bytes.count % 2 == 0 else { return nil }
        var zeros = (even: 0, odd: 0)
        let prefix = bytes.prefix(1_024)
        for (index, byte) in prefix.enumerated() where byte == 0 {
            if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
        }
        if zeros.odd > prefix.count / 16, zeros.even == 0 { return false }
        if zeros.even > prefix.count / 16, zeros.odd == 0 { return true }
        return nil
    }

    private static func decodeUTF16(
        _ bytes: ArraySlice<UInt8>,
        isBigEndian: Bool,
        evidence: DecodedText.Evidence
    ) -> DecodedText {
        var utf8: [UInt8] = []
        utf8.reserveCapacity(bytes.count)
        var repairs = 0
        var position = bytes.startIndex
        func unit(_ at: Int) -> UInt16 {
            isBigEndian
                ? UInt16(bytes[at]) << 8 | UInt16(bytes[at + 1]) : UInt16(bytes[at + 1]) << 8 | UInt16(bytes[at])
        }
        while position + 1 < bytes.endIndex {
            let first = unit(position)
            position += 2
            var scalar = Unicode.Scalar(UInt32(first))
            if first & 0xFC00 == 0xD800, position + 1 < bytes.endIndex, unit(position) & 0xFC00 == 0xDC00 {
                scalar = Unicode.Scalar(0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(unit(position) & 0x3FF)))
                position += 2
            }
            if scalar == nil { repairs += 1 }
            utf8.append(contentsOf: UTF8.encode(scalar ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
        }
        if position < bytes.endIndex {
            repairs += 1
            utf8.append(contentsOf: UTF8.encodedReplacementCharacter)
        }
        let name = isBigEndian ? "utf-16be" : "utf-16le"
        return DecodedText(utf8: utf8, encoding: name, evidence: evidence, repairs: repairs)
    }

    private static func repairUTF8(_ bytes: ArraySlice<UInt8>, evidence: DecodedText.Evidence) -> DecodedText {
        let own = Array(bytes)
        guard !isValidUTF8(own.span) else {
            return DecodedText(utf8: own, encoding: "utf-8", evidence: evidence, repairs: 0)
        }
        // The standard library replaces each maximal part of an ill-formed sequence, as the WHATWG asks.
        let repaired = Array(String(decoding: own, as: UTF8.self).utf8)
        let repairs = countReplacements(repaired) - countReplacements(own)
        return DecodedText(utf8: repaired, encoding: "utf-8", evidence: evidence, repairs: repairs)
    }

    private static func countReplacements(_ bytes: [UInt8]) -> Int {
        var count = 0
        for index in bytes.indices.dropLast(2)
        where bytes[index] == 0xEF && bytes[index + 1] == 0xBF && bytes[index + 2] == 0xBD { count += 1 }
        return count
    }

    /// Whether the bytes are UTF-8 that somebody damaged: most sequences that are not ASCII are well-formed.
    private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
        var good = 0
        var bad = 0
        var index = 0
        while index < bytes.count {
            let lead = bytes[index]
            let length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0
            if length == 1 {
                index += 1
                continue
            }
            let tail = bytes[min(index + 1, bytes.count)..<min(index + max(length, 1), bytes.count)]
            if length > 1, tail.count == length - 1, tail.allSatisfy({ $0 & 0xC0 == 0x80 }) {
                good += 1
                index += length
            } else {
                bad += 1
                index += 1
            }
        }
        return good > bad * 4
    }

    // MARK: Legacy encodings

    private static func decodeLegacy(_ bytes: [UInt8], as name: String) -> (utf8: [UInt8], repairs: Int)? {
        switch name {
        case "windows-1252": (Windows1252.decode(bytes), 0)
        case "x-user-defined", "replacement": nil
        default: SystemConverter.decode(bytes, from: EncodingLabels.systemName(of: name))
        }
    }
}
