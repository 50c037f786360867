/// Text as UTF-8, and how it was decoded.
public struct DecodedText: Sendable, Hashable {
    /// Why an encoding was taken, the surest first.
    public enum Evidence: String, Sendable, Hashable, CaseIterable {
        /// A byte order mark stands at the start.
        case byteOrderMark
        /// The zero bytes of UTF-16 or UTF-32 stand where they must, or the escapes of ISO-2022 do.
        case pattern
        /// The bytes are valid UTF-8.
        case valid
        /// The sender, a `meta` element or an XML declaration names it.
        case declared
        /// The letters that the bytes would be make words of a language.
        case statistics
        /// Nothing else was left.
        case fallback
    }

    /// The text: valid UTF-8 without a byte order mark.
    public let utf8: [UInt8]
    /// The encoding it came in, by its WHATWG name in lower case, or by its common one where the web has none.
    public let encoding: String
    /// Why that encoding was taken.
    public let evidence: Evidence
    /// How many sequences were no character and became U+FFFD.
    public let repairs: Int
    /// How sure the encoding is, from 0 to 1: less than 1 only where statistics or nothing speak for it.
    public let confidence: Double

    init(utf8: [UInt8], encoding: String, evidence: Evidence, repairs: Int, confidence: Double = 1) {
        self.utf8 = utf8
        self.encoding = encoding
        self.evidence = evidence
        self.repairs = repairs
        self.confidence = confidence
    }
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
        if let pattern = UnicodeEncoding.pattern(of: bytes.span) {
            return pattern.decode(bytes.span, from: 0, evidence: .pattern)
        }
        let declared = label.flatMap(EncodingLabels.name(of:))
        // A document that could be read for its declaration is not in UTF-16, whatever the declaration says.
        let legacy = declared.flatMap { $0 == "utf-8" || $0.hasPrefix("utf-16") ? nil : $0 }
        if legacy != "iso-2022-jp", isValidUTF8(bytes.span) {
            if declared == nil, let escaped = decodeEscaped(bytes) { return escaped }
            return DecodedText(utf8: bytes, encoding: "utf-8", evidence: .valid, repairs: 0)
        }
        if let legacy, let decoded = decodeLegacy(bytes, as: legacy) {
            return DecodedText(utf8: decoded.utf8, encoding: legacy, evidence: .declared, repairs: decoded.repairs)
        }
        let damage = UTF8Damage(of: bytes.span)
        if damage.isSlight || declared == "utf-8" && !damage.isTotal {
            return repairUTF8(bytes[...], evidence: declared == nil ? .valid : .declared)
        }
        return guess(bytes)
    }

    /// Decodes bytes from the encoding that a person names, whatever they look like; `nil` where the label names none.
    public static func decode(_ bytes: [UInt8], as label: String) -> DecodedText? {
        let label = label.lowercased()
        let name = EncodingLabels.name(of: label) ?? EncodingLabels.beyondTheWeb.first { $0 == label }
        guard let name else { return nil }
        if name == "utf-8" { return repairUTF8(bytes[...], evidence: .declared) }
        if let unicode = UnicodeEncoding(rawValue: name) {
            return unicode.decode(bytes.span, from: 0, evidence: .declared)
        }
        return decodeLegacy(bytes, as: name).map {
            DecodedText(utf8: $0.utf8, encoding: name, evidence: .declared, repairs: $0.repairs)
        }
    }

    /// Whether the bytes are valid UTF-8.
    public static func isValidUTF8(_ bytes: Span<UInt8>) -> Bool { UTF8Validation.isValid(bytes) }

    // MARK: Unicode encodings

    private static func decodeMarked(_ bytes: [UInt8]) -> DecodedText? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return repairUTF8(bytes[3...], evidence: .byteOrderMark) }
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) {
            return UnicodeEncoding.utf32LE.decode(bytes.span, from: 4, evidence: .byteOrderMark)
        }
        if bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
            return UnicodeEncoding.utf32BE.decode(bytes.span, from: 4, evidence: .byteOrderMark)
        }
        if bytes.starts(with: [0xFF, 0xFE]) {
            return UnicodeEncoding.utf16LE.decode(bytes.span, from: 2, evidence: .byteOrderMark)
        }
        if bytes.starts(with: [0xFE, 0xFF]) {
            return UnicodeEncoding.utf16BE.decode(bytes.span, from: 2, evidence: .byteOrderMark)
        }
        return nil
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

    // MARK: What nobody declares

    /// Decodes a text that is ASCII but for the escapes of ISO-2022.
    private static func decodeEscaped(_ bytes: [UInt8]) -> DecodedText? {
        guard let name = EscapedEncodings.name(of: bytes.span), let decoded = decodeLegacy(bytes, as: name),
            decoded.repairs * 100 <= bytes.count
        else { return nil }
        return DecodedText(utf8: decoded.utf8, encoding: name, evidence: .pattern, repairs: decoded.repairs)
    }

    private static func guess(_ bytes: [UInt8]) -> DecodedText {
        if let guess = EncodingGuess(of: bytes.span), let decoded = decodeLegacy(bytes, as: guess.name) {
            return DecodedText(
                utf8: decoded.utf8,
                encoding: guess.name,
                evidence: .statistics,
                repairs: decoded.repairs,
                confidence: guess.confidence
            )
        }
        return DecodedText(
            utf8: Windows1252.decode(bytes),
            encoding: "windows-1252",
            evidence: .fallback,
            repairs: 0,
            confidence: 0
        )
    }

    // MARK: Legacy encodings

    private static func decodeLegacy(_ bytes: [UInt8], as name: String) -> (utf8: [UInt8], repairs: Int)? {
        switch name {
        case "windows-1252": (Windows1252.decode(bytes), 0)
        case "x-user-defined", "replacement": nil
        case "hz-gb-2312": SystemConverter.decode(HZ.widened(bytes), from: EncodingLabels.systemName(of: name))
        default: SystemConverter.decode(bytes, from: EncodingLabels.systemName(of: name))
        }
    }
}
