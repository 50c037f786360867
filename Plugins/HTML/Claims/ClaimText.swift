import OffprintHypertext
import OffprintMarkup

// How pages write the values of metadata.

extension String {
    /// The text as a value of metadata: references escaped twice are resolved, tags dropped, white space tidied.
    ///
    /// `nil` where nothing is left.
    var claimText: String? {
        guard utf8.contains(0x26) || utf8.contains(0x3C) else { return ValueText.tidied(self) }
        guard !Markup.isTopic(of: self) else { return ValueText.tidied(self) }
        return ValueText.tidied(
            CharacterReferences.resolved(in: Markup.removed(from: CharacterReferences.resolved(in: self)))
        )
    }

    /// Whether it is an address of the web.
    var isWebAddress: Bool { hasPrefix("http://") || hasPrefix("https://") }
}

/// A value on one line.
enum ValueText {
    /// The text with single spaces and none at its edges, without what nobody sees; `nil` where nothing is left.
    static func tidied(_ text: String) -> String? {
        let bytes = text.utf8.span
        var kept: [UInt8] = []
        kept.reserveCapacity(bytes.count)
        var isBehindSpace = false
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            var length = 1
            var isSpace = false
            var isHidden = false
            if byte <= 0x20 {
                isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
                isHidden = !isSpace
            } else if byte == 0xC2, index + 1 < bytes.count {
                length = 2
                isSpace = bytes[index + 1] == 0xA0
                isHidden = bytes[index + 1] == 0xAD
            } else if byte >= 0xE2, byte <= 0xEF, index + 2 < bytes.count {
                length = 3
                let (second, third) = (bytes[index + 1], bytes[index + 2])
                isSpace =
                    byte == 0xE2 && second == 0x80 && (third <= 0x8A || third == 0xA8 || third == 0xA9 || third == 0xAF)
                    || byte == 0xE3 && second == 0x80 && third == 0x80
                isHidden =
                    byte == 0xE2 && second == 0x80 && third == 0x8B || byte == 0xEF && second == 0xBB && third == 0xBF
            }
            if isSpace {
                isBehindSpace = true
            } else if !isHidden {
                if isBehindSpace, !kept.isEmpty { kept.append(0x20) }
                isBehindSpace = false
                for offset in 0..<length { kept.append(bytes[index + offset]) }
            }
            index += length
        }
        return kept.isEmpty ? nil : String(decoding: kept, as: UTF8.self)
    }
}

/// Tags within a value.
enum Markup {
    /// Whether a text speaks of markup, so that its tags and references are words: no line of text holds a script.
    static func isTopic(of text: String) -> Bool {
        guard text.utf8.contains(0x3C) else { return false }
        let lower = text.lowercased()
        return lower.contains("</script") || lower.contains("<script")
    }

    /// The text without what looks like a tag of HTML; a single `<` stays.
    static func removed(from text: String) -> String {
        guard text.utf8.contains(0x3C) else { return text }
        let bytes = Array(text.utf8)
        var kept: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x3C, index + 1 < bytes.count,
                bytes[index + 1] == 0x2F || (0x61...0x7A).contains(bytes[index + 1] | 0x20),
                let end = bytes[index...].prefix(300).firstIndex(of: 0x3E)
            {
                // A line break stands for a space.
                if bytes[index...].starts(with: "<br".utf8) { kept.append(0x20) }
                index = end + 1
            } else {
                kept.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: kept, as: UTF8.self)
    }
}

/// Character references in text that markup has already been parsed out of: pages escape twice.
enum CharacterReferences {
    static func resolved(in text: String) -> String {
        guard text.utf8.contains(0x26) else { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x26, let end = bytes[index...].prefix(12).firstIndex(of: 0x3B),
                let scalar = scalar(bytes[index + 1..<end])
            {
                result.append(contentsOf: UTF8.encode(scalar) ?? .init())
                index = end + 1
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func scalar(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
        let text = String(decoding: name, as: UTF8.self)
        if text.hasPrefix("#x") || text.hasPrefix("#X") {
            return UInt32(text.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
        }
        if text.hasPrefix("#") {
            guard let number = UInt32(text.dropFirst()) else { return nil }
            return Unicode.Scalar(number)
        }
        if let scalar = named[text] { return scalar }
        // The letters of Latin-1 are a letter and the name of its mark.
        guard let index = latin1.firstIndex(of: text) else { return nil }
        return Unicode.Scalar(UInt32(0xC0 + index))
    }

    private static let named: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "shy": "\u{AD}",
        "ndash": "\u{2013}", "mdash": "\u{2014}", "lsquo": "\u{2018}", "rsquo": "\u{2019}", "sbquo": "\u{201A}",
        "ldquo": "\u{201C}", "rdquo": "\u{201D}", "bdquo": "\u{201E}", "laquo": "«", "raquo": "»",
        "lsaquo": "\u{2039}", "rsaquo": "\u{203A}", "hellip": "\u{2026}", "bull": "\u{2022}", "middot": "·",
        "euro": "€", "pound": "£", "copy": "©", "reg": "®", "trade": "™", "iquest": "¿", "iexcl": "¡", "deg": "°",
        "ordm": "º", "ordf": "ª", "acute": "´", "frac12": "½", "scaron": "š", "Scaron": "Š", "sect": "§",
    ]

    private static let latin1 =
        """
        Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde \
        Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc \
        atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc \
        otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
        """.split(separator: " ").map(String.init)
}

extension MarkupTree {
    /// The language of the root.
    var language: String? {
        first(.html, in: document).flatMap { attribute(.lang, of: $0) }
    }

    /// The words of a link's `rel`.
    func relations(of node: NodeID) -> [String] {
        attribute(.rel, of: node)?.lowercased().split(whereSeparator: \.isWhitespace).map(String.init) ?? []
    }
}
