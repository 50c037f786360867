import OffprintInterchange
import Testing

struct JSONParserTests {
    private func parse(_ text: String, _ mode: JSONParser.Mode = .strict) throws(JSONError) -> JSONValue {
        try JSONParser(mode).parse(Array(text.utf8))
    }

    private func compact(_ value: JSONValue) -> String {
        var json = JSONWriter()
        json.value(value)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("{}", "{}"), (" [ ] ", "[]"), ("\u{FEFF}1", "1"), ("[1,2 , 3]", "[1,2,3]"), ("-0", "-0"), ("1E+5", "1E+5"),
        ("0.10", "0.10"), ("123456789012345678901234567890", "123456789012345678901234567890"), ("\"\"", "\"\""),
        (#"{"b":1,"a":2}"#, #"{"b":1,"a":2}"#), (#"{"a":1,"a":2}"#, #"{"a":1,"a":2}"#), ("null", "null"),
        ("true", "true"),
        ("\"\\u0000\"", "\"\\u0000\""), (#""\u00e9\ud83d\ude42\/""#, "\"é🙂/\""),
        ("\"\u{2028}\u{7F}\"", "\"\u{2028}\u{7F}\""),
        ("[[[]],{\"a\":{}}]", "[[[]],{\"a\":{}}]"), ("\t\n\r false", "false"),
        ("\"\\\"\\\\\\b\\f\\n\\r\\t\"", "\"\\\"\\\\\\b\\f\\n\\r\\t\""),
    ])
    func `takes what the standard allows`(text: String, expected: String) throws {
        #expect(compact(try parse(text)) == expected)
    }

    @Test(arguments: [
        ("", 1, 1), (" ", 1, 2), ("[", 1, 2), ("[1", 1, 3), ("[1,]", 1, 4), ("[,1]", 1, 2), ("[1 2]", 1, 4),
        ("{\"a\"}", 1, 5),
        ("{\"a\":}", 1, 6), ("{\"a\":1,}", 1, 8), ("{a:1}", 1, 2), ("{\"a\":1 \"b\":2}", 1, 8), ("]", 1, 1),
        ("[1]]", 1, 4),
        ("01", 1, 2), ("+1", 1, 1), ("1.", 1, 3), (".5", 1, 1), ("1e", 1, 3), ("-", 1, 2), ("- 1", 1, 2), ("0x1", 1, 2),
        ("NaN", 1, 1),
        ("nul", 1, 1), ("True", 1, 1), ("'a'", 1, 1), ("\"a", 1, 3), ("\"\\x\"", 1, 3), ("\"\\u12G4\"", 1, 3),
        ("\"\\ud800\"", 1, 2),
        ("\"\\udc00\"", 1, 2), ("\"\\ud800\\u0041\"", 1, 2), ("\"a\nb\"", 1, 3), ("\"\u{0}\"", 1, 2), ("1 1", 1, 3),
        ("[1] // x", 1, 5),
        ("[\n1,\n é]", 3, 2), ("{}\u{FEFF}", 1, 3), ("\u{A0}1", 1, 1),
    ])
    func `says where a text is not JSON`(text: String, line: Int, column: Int) {
        let error = #expect(throws: JSONError.self) { try parse(text) }
        #expect(error?.line == line)
        #expect(error?.column == column, "\(error?.description ?? "")")
    }

    @Test(
        arguments: [
            [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
            [0x22, 0xF0, 0x9F, 0x98, 0x22],
            [0x22, 0xEF, 0xBF, 0x22],
        ] as [[UInt8]]
    )
    func `refuses invalid UTF-8 and repairs it where asked`(bytes: [UInt8]) throws {
        let error = #expect(throws: JSONError.self) { try JSONParser().parse(bytes) }
        #expect(error?.code == .encoding)
        #expect(try JSONParser(.lenient).parse(bytes).string?.contains("\u{FFFD}") == true)
    }

    @Test func `says what it expected`() {
        #expect(throws: JSONError(.syntax, "Expected \",\" or \"}\", found \"x\".", line: 2, column: 8)) {
            try parse("{\n \"a\": 1x}")
        }
        #expect(throws: JSONError(.syntax, "Expected a value, but the text ends here.", line: 1, column: 6)) {
            try parse("{\"a\":")
        }
        let error = JSONError(.syntax, "Expected a value.", line: 2, column: 3)
        #expect(error.description == "line 2, column 3: Expected a value.")
    }

    @Test(arguments: [
        ("<!-- {\"a\":1} -->", "{\"a\":1}"), ("//<![CDATA[\n{\"a\":1}\n//]]>", "{\"a\":1}"),
        ("// <![CDATA[ {\"a\":1} // ]]>", "{\"a\":1}"),
        ("/*<![CDATA[*/[1]/*]]>*/", "[1]"), ("<![CDATA[{\"a\":[]}]]>", "{\"a\":[]}"), ("{\"a\":1};", "{\"a\":1}"),
        ("var data = {\"a\":1};", "{\"a\":1}"), ("{\"a\":\"x\ny\t\"}", "{\"a\":\"x\\ny\\t\"}"),
        ("{\"a\":1,}", "{\"a\":1}"), ("[1,2,]", "[1,2]"),
        ("{\"a\":[1,{\"b\":2", "{\"a\":[1,{\"b\":2}]}"), ("{\"a\":1,\"b\":", "{\"a\":1}"),
        ("{\"a\":1,\"b\"", "{\"a\":1}"), ("[1,", "[1]"),
        ("{", "{}"), ("{\"a\":\"\\x\\'\\ud800\\u12\"}", "{\"a\":\"x'\u{FFFD}u12\"}"),
        ("\u{A0}{\"a\":\u{A0}1}", "{\"a\":1}"),
        ("{\"a\": /* why */ 1, // so\n\"b\":2}", "{\"a\":1,\"b\":2}"), ("{\"a\":1}}}", "{\"a\":1}"),
        ("\"alone\"", "\"alone\""),
        ("{\"url\":\"http://x/<!--\"}", "{\"url\":\"http://x/<!--\"}"),
    ])
    func `takes what web pages write`(text: String, expected: String) throws {
        #expect(compact(try parse(text, .lenient)) == expected)
    }

    @Test(arguments: ["", "no JSON at all", "{a:1}", "[1 2]", "{\"a\":tru}", "{\"a\":\"cut off"])
    func `knows when there is nothing to save`(text: String) {
        #expect(throws: JSONError.self) { try parse(text, .lenient) }
    }

    @Test func `follows nesting so deep and no deeper`() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(compact(try parse(nested(512))) == nested(512))
        #expect(throws: JSONError.self) { try parse(nested(513)) }
        #expect(throws: JSONError.self) { try parse(String(repeating: "[", count: 1_000_000), .lenient) }
    }

    @Test func `reads values one behind the other`() throws {
        let values = try JSONParser().parseSequence(Array("{\"a\":1}\n\n[2]\r\n3\n".utf8))
        #expect(values.map(compact) == ["{\"a\":1}", "[2]", "3"])
        #expect(try JSONParser().parseSequence([]).isEmpty)
    }

    @Test func `finds members in small objects and in large ones`() throws {
        let large = "{" + (0..<100).map { "\"k\($0)\":\($0)" }.joined(separator: ",") + ",\"k7\":-7}"
        let value = try parse(large)
        #expect(value["k99"]?.integer == 99)
        #expect(value["k7"]?.integer == -7)
        #expect(value["absent"] == nil)
        #expect(try parse(#"{"a":1,"a":2}"#)["a"]?.double == 2)
    }

    @Test func `takes time in proportion to the text`() throws {
        let text = "[" + String(repeating: "{\"key\":\"some text \\n here\",\"n\":1.5},", count: 50_000) + "0]"
        #expect(try parse(text).array?.count == 50_001)
    }
}
