import OffprintEncoding
import Testing

@Suite struct TextDecodingTests {
    struct Sample: Sendable {
        var bytes: [UInt8]
        var label: String?
        var text: String
        var encoding: String
        var evidence: DecodedText.Evidence
        var repairs = 0
    }

    static let samples: [Sample] = [
        Sample(bytes: Array("café".utf8), text: "café", encoding: "utf-8", evidence: .valid),
        Sample(bytes: [], text: "", encoding: "utf-8", evidence: .valid),
        Sample(bytes: [0xEF, 0xBB, 0xBF, 0x41], text: "A", encoding: "utf-8", evidence: .byteOrderMark),
        Sample(
            bytes: [0xEF, 0xBB, 0xBF, 0x41, 0xFF],
            text: "A\u{FFFD}",
            encoding: "utf-8",
            evidence: .byteOrderMark,
            repairs: 1
        ),
        Sample(
            bytes: [0xFF, 0xFE, 0x41, 0, 0xE9, 0, 0x3D, 0xD8, 0x00, 0xDE],
            text: "Aé\u{1F600}",
            encoding: "utf-16le",
            evidence: .byteOrderMark
        ),
        Sample(
            bytes: [0xFE, 0xFF, 0, 0x41, 0xD8, 0x00],
            text: "A\u{FFFD}",
            encoding: "utf-16be",
            evidence: .byteOrderMark,
            repairs: 1
        ),
        Sample(bytes: [0x41, 0, 0x42, 0, 0xE9, 0, 0x0A, 0], text: "ABé\n", encoding: "utf-16le", evidence: .pattern),
        Sample(bytes: [0, 0x41, 0, 0x42, 0, 0x0A], text: "AB\n", encoding: "utf-16be", evidence: .pattern),
        // A declaration that the bytes belie.
        Sample(bytes: Array("café".utf8), label: "iso-8859-1", text: "café", encoding: "utf-8", evidence: .valid),
        Sample(bytes: Array("café".utf8), label: "utf-16", text: "café", encoding: "utf-8", evidence: .valid),
        // The web's names.
        Sample(
            bytes: [0x63, 0xE9, 0x80],
            label: " ISO-8859-1 ",
            text: "cé€",
            encoding: "windows-1252",
            evidence: .declared
        ),
        Sample(bytes: [0xCC, 0xCE], label: "windows-1251", text: "МО", encoding: "windows-1251", evidence: .declared),
        Sample(bytes: [0xCF, 0xD0, 0xD2], label: "koi8-r", text: "опр", encoding: "koi8-r", evidence: .declared),
        Sample(
            bytes: [0x93, 0xFA, 0x96, 0x7B],
            label: "x-sjis",
            text: "日本",
            encoding: "shift_jis",
            evidence: .declared
        ),
        Sample(bytes: [0xC6, 0xFC, 0xCB, 0xDC], label: "euc-jp", text: "日本", encoding: "euc-jp", evidence: .declared),
        Sample(
            bytes: [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x4B, 0x5C, 0x1B, 0x28, 0x42],
            label: "iso-2022-jp",
            text: "日本",
            encoding: "iso-2022-jp",
            evidence: .declared
        ),
        Sample(bytes: [0xD6, 0xD0, 0xCE, 0xC4], label: "gb2312", text: "中文", encoding: "gbk", evidence: .declared),
        Sample(bytes: [0xA4, 0xA4, 0xA4, 0xE5], label: "big5", text: "中文", encoding: "big5", evidence: .declared),
        Sample(
            bytes: [0xC7, 0xD1, 0xB1, 0xDB],
            label: "ks_c_5601-1987",
            text: "한글",
            encoding: "euc-kr",
            evidence: .declared
        ),
        Sample(bytes: [0xA1, 0xD2, 0xC3], label: "tis-620", text: "การ", encoding: "windows-874", evidence: .declared),
        Sample(bytes: [0xE0, 0xEC], label: "iso-8859-8-i", text: "אל", encoding: "iso-8859-8-i", evidence: .declared),
        // A byte that is no character.
        Sample(
            bytes: [0x41, 0xFF, 0x42],
            label: "shift_jis",
            text: "A\u{FFFD}B",
            encoding: "shift_jis",
            evidence: .declared,
            repairs: 1
        ),
        Sample(
            bytes: [0x41, 0xFF],
            label: "utf-8",
            text: "A\u{FFFD}",
            encoding: "utf-8",
            evidence: .declared,
            repairs: 1
        ),
        // Damaged UTF-8, and text in no known encoding.
        Sample(
            bytes: Array("ééééé".utf8) + [0xE9, 0x20],
            text: "ééééé\u{FFFD} ",
            encoding: "utf-8",
            evidence: .valid,
            repairs: 1
        ),
        Sample(bytes: [0x63, 0x61, 0x66, 0xE9], text: "café", encoding: "windows-1252", evidence: .statistics),
        Sample(bytes: [0x63, 0xE9], label: "no-such", text: "cé", encoding: "windows-1252", evidence: .statistics),
        Sample(
            bytes: [0xF9, 0xE0, 0xEC],
            label: "windows-1255",
            text: "שאל",
            encoding: "windows-1255",
            evidence: .declared
        ),
        // UTF-8 that was declared, and is nothing like it.
        Sample(
            bytes: [0xCC, 0xEE, 0xF1, 0xF2, 0x20, 0xE7, 0xE0, 0xEA, 0xF0, 0xFB, 0xF2],
            label: "utf-8",
            text: "Мост закрыт",
            encoding: "windows-1251",
            evidence: .statistics
        ),
        // A sign of money is no capital of Polish.
        Sample(
            bytes: Array("a ".utf8) + [0xA3, 0x93, 0x74, 0x65, 0x73, 0x74, 0x94],
            text: "a £“test”",
            encoding: "windows-1252",
            evidence: .statistics
        ),
        // Four bytes a character.
        Sample(
            bytes: [0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0, 0x00, 0xF6, 0x01, 0],
            text: "A\u{1F600}",
            encoding: "utf-32le",
            evidence: .byteOrderMark
        ),
        Sample(
            bytes: [0, 0, 0, 0x41, 0, 0, 0, 0xE9, 0, 0, 0, 0x0A],
            text: "Aé\n",
            encoding: "utf-32be",
            evidence: .pattern
        ),
        // Escapes.
        Sample(bytes: Array("~{VPND~} a~~b ~".utf8), text: "中文 a~b ~", encoding: "hz-gb-2312", evidence: .pattern),
        Sample(bytes: Array("~{x} ~{ab".utf8), text: "~{x} ~{ab", encoding: "utf-8", evidence: .valid),
        Sample(
            bytes: [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x4B, 0x5C, 0x1B, 0x28, 0x42],
            text: "日本",
            encoding: "iso-2022-jp",
            evidence: .pattern
        ),
    ]

    @Test(arguments: samples) func `bytes become the text that a browser would show`(_ sample: Sample) {
        let decoded = TextDecoding.decode(sample.bytes, declaredBy: sample.label)
        #expect(String(decoding: decoded.utf8, as: UTF8.self) == sample.text)
        #expect(decoded.encoding == sample.encoding)
        #expect(decoded.evidence == sample.evidence)
        #expect(decoded.repairs == sample.repairs)
    }

    @Test func `every label of the standard has a decoder`() {
        for name in ["iso-8859-16", "macintosh", "x-mac-cyrillic", "koi8-u", "ibm866", "iso-8859-3", "windows-1258"] {
            #expect(TextDecoding.decode([0x41, 0xE1], declaredBy: name).evidence == .declared, "\(name)")
        }
    }
}
