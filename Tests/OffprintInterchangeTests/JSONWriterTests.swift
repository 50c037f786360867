import OffprintInterchange
import Testing

struct JSONWriterTests {
    private func text(indented: Bool = false, markup: Bool = false, _ write: (inout JSONWriter) -> Void) -> String {
        var json = JSONWriter(indented: indented, escapesMarkup: markup)
        write(&json)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    @Test func `puts commas and colons where they belong`() {
        let compact = text { json in
            json.object { json in
                json.field("a", 1)
                json.field("absent", String?.none)
                json.array("b", [1, 2]) { $0.integer($1) }
                json.object("c") { _ in }
                json.field("d", [] as [String])
                json.field("e", true)
                json.field("f") { $0.null() }
                json.field("g") { $0.raw("{\"x\":1}") }
                json.field("h") { $0.number(0.5) }
                json.field("i") { $0.number(.infinity) }
            }
        }
        #expect(compact == #"{"a":1,"b":[1,2],"c":{},"d":[],"e":true,"f":null,"g":{"x":1},"h":0.5,"i":null}"#)
    }

    @Test func `indents by two and keeps empty containers together`() {
        let indented = text(indented: true) { json in
            json.object { json in
                json.field("a", ["x", "y"])
                json.array("b", [Int]()) { $0.integer($1) }
            }
            json.endLine()
        }
        #expect(indented == "{\n  \"a\": [\n    \"x\",\n    \"y\"\n  ],\n  \"b\": []\n}\n")
    }

    @Test func `indents 32 levels at most`() {
        let deep = text(indented: true) { json in
            for _ in 0..<3_000 { json.beginArray() }
            json.integer(1)
            for _ in 0..<3_000 { json.endArray() }
        }
        #expect(deep.split(separator: "\n").allSatisfy { $0.prefix { $0 == " " }.count <= 64 })
        #expect(deep.contains("\n" + String(repeating: " ", count: 64) + "1\n"))
    }

    @Test func `starts each line of JSON lines anew`() {
        let lines = text { json in
            for number in 1...2 {
                json.object { $0.field("n", number) }
                json.endLine()
            }
        }
        #expect(lines == "{\"n\":1}\n{\"n\":2}\n")
    }

    @Test(arguments: [
        ("", #""""#), ("plain", #""plain""#), ("a\"b\\c", #""a\"b\\c""#),
        ("\u{0}\u{1F}\u{7F}", "\"\\u0000\\u001f\u{7F}\""),
        ("\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#), ("é漢🙂\u{2028}", "\"é漢🙂\u{2028}\""), ("/<", #""/<""#),
        ("\"\"", #""\"\"""#),
    ])
    func `escapes no more than it must`(string: String, expected: String) {
        #expect(text { $0.string(string) } == expected)
    }

    @Test func `keeps markup out of pages`() {
        #expect(text(markup: true) { $0.string("</script><!--") } == #""\u003c/script>\u003c!--""#)
    }

    @Test(
        arguments: [
            ([], ""), ([0x66], "Zg=="), ([0x66, 0x6F], "Zm8="), ([0x66, 0x6F, 0x6F], "Zm9v"),
            ([0xFF, 0xFE, 0xFD, 0xFC], "//79/A=="),
        ] as [([UInt8], String)]
    )
    func `writes bytes as base64`(bytes: [UInt8], expected: String) {
        #expect(text { $0.base64(bytes) } == "\"\(expected)\"")
    }
}
