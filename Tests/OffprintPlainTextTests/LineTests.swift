import Offprint
import OffprintPlainText
import Testing

@Suite struct `Lines and bytes` {
    @Test(arguments: ["\n", "\r\n", "\r", "\u{85}", "\u{2028}", "\u{2029}", "\u{0C}", "\n \t\n", "\r\n\u{3000}\r\n"])
    func `any line end will do`(_ end: String) throws {
        #expect(try Reading("One is here.\(end)Two is here.\(end)").outline == ["One is here.", "Two is here."])
    }

    @Test func `lines are counted as an editor counts them`() throws {
        let story = "The harbour bridge will stay closed until April at least, the council said on Monday."
        let text = "\u{FEFF}\r\n\r\nBridge closed\r\rA+ A-\n\n\(story)"
        let reading = try Reading(text)
        #expect(reading.article.metadata.title.all.first?.origin.line == 3)
        #expect(reading.dropped == [5])
    }

    @Test func `white space is single, and marks that show nothing do not open a line`() throws {
        #expect(try Reading("\u{FEFF}  One \t two\u{A0}three \u{200F}  ").outline == ["One two\u{A0}three"])
    }

    @Test func `control characters are dropped and counted`() throws {
        let reading = try Reading("One\u{1}\u{0}two\u{9F}.")
        #expect(reading.outline == ["Onetwo."])
        #expect(
            reading.diagnostics.all == [
                Diagnostic(.warning, "controls-dropped", "Dropped 3 control characters from the text.")
            ]
        )
    }

    @Test func `bytes that are no character are reported`() throws {
        let reading = try Reading([0xEF, 0xBB, 0xBF, 0x41, 0xFF, 0x42])
        #expect(reading.outline == ["A\u{FFFD}B"])
        #expect(reading.diagnostics.all.map(\.code) == ["invalid-bytes"])
    }

    @Test func `an encoding that was assumed is noted, and one that was declared is not`() throws {
        let bytes = Array("Br".utf8) + [0xFC] + Array("cke".utf8)
        #expect(try Reading(bytes).diagnostics.all.map(\.code) == ["encoding-assumed"])
        let declared = try Reading(bytes, charset: "iso-8859-1")
        #expect(declared.outline == ["Brücke"] && declared.diagnostics.all.isEmpty)
    }

    @Test(arguments: ["", " ", "\n\n\t\u{3000}\n", "\u{FEFF}\u{200B}"]) func `blank text is no article`(_ text: String)
    {
        let error = #expect(throws: ConversionError.self) { try Reading(text) }
        #expect(error?.code == .emptySource)
        #expect(error?.message.contains("source.txt") == true)
    }

    @Test func `soft hyphens at line ends vanish, and hyphens before "und" keep their space`() throws {
        let text = """
            Die Brücke bleibt geschlossen, weil die Ingeni\u{AD}
            eure in zwei Pfeilern Risse fanden, und zwar Längs-
            und Querrisse, die niemand hier erwartet hatte, der
            die Brücke und ihre gut gebauten Pfeiler kennt.
            """
        #expect(
            try Reading(text).outline == [
                "Die Brücke bleibt geschlossen, weil die Ingenieure in zwei Pfeilern Risse fanden, und zwar Längs- "
                    + "und Querrisse, die niemand hier erwartet hatte, der die Brücke und ihre gut gebauten Pfeiler kennt."
            ]
        )
    }

    @Test func `any bytes are read without a crash`() throws {
        var state: UInt64 = 42
        let pieces: [[UInt8]] = [
            [0x0A], [0x0D], [0xE2, 0x80, 0xA8], [0xE2], [0xF0, 0x9F], [0x20], [0x7C], [0x2D, 0x20], [0x31, 0x2E, 0x20],
            [0xE2, 0x96, 0xA0], Array("By Ann Lee".utf8), Array("Share".utf8), Array("جسر".utf8), Array("橋。".utf8),
            [0xC2, 0xAD, 0x0A], [0], Array("A+ A-".utf8), [0x2E], Array(repeating: 0x61, count: 70),
            [0x2A, 0x2A, 0x2A],
        ]
        for _ in 0..<400 {
            var bytes: [UInt8] = [0x78]
            for _ in 0..<60 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                bytes += pieces[Int(state >> 33) % pieces.count]
            }
            _ = try Reading(bytes)
            let source = Source(bytes, name: "x")
            _ = PlainTextReader().recognize(source.bytes.span, hint: source.hint)
        }
    }
}

@Suite struct `Recognition of text` {
    private func recognize(_ bytes: [UInt8], _ hint: SourceHint = SourceHint()) -> Recognition.Certainty {
        PlainTextReader().recognize(bytes.span, hint: hint).certainty
    }

    @Test(arguments: [
        "Bridge closed", "[Update] Bridge closed", "{sic} he said", "< 5 people", "# Notes", "جسر", "\u{1B}$B",
    ])
    func `text is possible`(_ text: String) {
        #expect(recognize(Array(text.utf8)) == .possible)
        #expect(recognize(Array(text.utf8), SourceHint(fileExtension: "txt")) == .likely)
        #expect(recognize(Array(text.utf8), SourceHint(mediaType: "text/plain")) == .likely)
    }

    @Test(
        arguments: [
            "", "<html>", " \n<!DOCTYPE html>", "<?xml version=\"1.0\"?>", "\u{FEFF}<rss>", "{\"a\": 1}", "{ }", "[{}]",
            "[ \"a\"]", "%PDF-1.7", "\u{1}\u{2}\u{3}\u{0}\u{5}\u{6}\u{7}", "{\\rtf1",
            "PK\u{3}\u{4}\u{0}\u{0}\u{8}\u{0}",
        ]
    ) func `markup and binary data are not`(_ text: String) { #expect(recognize(Array(text.utf8)) == .none) }

    @Test func `UTF-16 and UTF-32 are text`() {
        let bytes = "Bridge closed until April".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(recognize(bytes) == .possible)
        #expect(recognize([0xFF, 0xFE] + bytes) == .possible)
        let wide = "Bridge closed".unicodeScalars.flatMap { scalar -> [UInt8] in [UInt8(scalar.value), 0, 0, 0] }
        #expect(recognize(wide) == .possible)
        #expect(recognize([0xFF, 0xFE, 0, 0] + wide) == .possible)
        #expect(recognize([0, 0, 0xFE, 0xFF] + Array(wide.reversed())) == .possible)
    }
}
