import Offprint
import Testing

@testable import OffprintXML

struct MappingTests {
    private func problem(_ mapping: String) -> String? {
        do throws(ConversionError) {
            _ = try MappingFile(Array(mapping.utf8), name: "m.json").mappings()
            return nil
        } catch { return error.message }
    }

    @Test(arguments: [
        ("{\"match\":{\"root\":\"a\"}", "m.json:1:22: "),
        ("{\"match\":{\"root\":\"a\"},\n  \"feilds\":{}}", "m.json:2:12: \"feilds\" means nothing here. Known: name,"),
        ("{\"match\":{}}", "m.json:1:10: A mapping says which documents it is for"),
        ("{\"match\":{\"root\":\"a\"},\"fields\":{\"headline\":\"b\"}}", "\"headline\" means nothing here"),
        ("{\"match\":{\"root\":\"a\"},\"fields\":{\"title\":\"b[\"}}", "m.json:1:41: \"b[\" is no XPath 1.0: "),
        ("{\"match\":{\"root\":\"a\"},\"fields\":{\"title\":{}}}", "A rule has either a \"select\" or a \"value\"."),
        (
            "{\"match\":{\"root\":\"a\"},\"fields\":{\"title\":{\"select\":\"b\",\"split\":\"(\"}}}",
            "no regular expression"
        ),
        (
            "{\"match\":{\"root\":\"a\"},\"fields\":{\"title\":{\"select\":\"b\",\"strip\":\"(a+)+$\"}}}",
            "m.json:1:63: \"(a+)+$\" may never end"
        ),
        (
            "{\"match\":{\"root\":\"a\"},\"body\":{\"select\":\"b\",\"strip\":\"(a*b?){2,}\"}}",
            "may never end"
        ),
        (
            "{\"match\":{\"root\":\"a\"},\"fields\":{\"published\":{\"select\":\"b\",\"zone\":\"Mars/Base\"}}}",
            "give an offset"
        ),
        (
            "{\"match\":{\"root\":\"a\"},\"fields\":{\"published\":{\"select\":\"b\",\"format\":\"dd.MM\"}}}",
            "no order of y, M"
        ),
        (
            "{\"match\":{\"root\":\"a\"},\"body\":{\"select\":\"b\",\"content\":\"pdf\"}}",
            "is html, text, xml, wikitext, not \"pdf\""
        ),
        (
            "{\"match\":{\"root\":\"a\"},\"body\":{\"select\":\"b\",\"blocks\":{\"X\":\"title\"}}}",
            "An element may be list,"
        ),
        ("{\"version\":2,\"match\":{\"root\":\"a\"}}", "m.json:1:12: This reads mappings of version 1."),
        ("[{\"match\":{\"root\":\"a\"}},{\"match\":{\"root\":1}}]", "m.json:1:42: \"root\" is a string, not a number."),
    ])
    func `a mapping that means nothing is an error with its place`(mapping: String, message: String) throws {
        let found = try #require(problem(mapping))
        #expect(found.contains(message), "\(found)")
    }

    @Test(arguments: [
        ("(a+)+$", true), ("(a*)*", true), ("((a+)b?)+", true), ("(?:a{2,})*", true), ("(a+){1,40}", true),
        ("(\\s+|x)+?", true), ("(a+)", false), ("(a|b)+", false), ("\\s+og\\s+|,\\s*", false), ("(?:ab)+c+", false),
        ("([+*])+", false), ("(\\+)+", false), ("(\\Qa+\\E)+", false), ("(\\d+\\.){3}\\d+", false), ("(a+)?b+", false),
        ("[](+]+(x)*", false), ("a{2}{", false),
    ])
    func `a repetition of repetitions is known`(pattern: String, isNested: Bool) {
        #expect(RepeatedGroups.areNested(in: pattern) == isNested)
    }

    @Test func `a value too long for a pattern stays as it is`() throws {
        var rule = Mapping.Rule(select: "a")
        rule.strip = Pattern("x+")
        let long = String(repeating: "xé", count: 2_001)
        #expect(rule.parts(of: long) == [long])
        #expect(rule.parts(of: String(repeating: "xé", count: 2_000)) == [String(repeating: "é", count: 2_000)])
    }

    @Test(
        arguments: [
            ("yyyyMMdd", "20240506", "2024-05-06"), ("d.M.yyyy", "6.5.2024", "2024-05-06"),
            ("dd.MM.yyyy HH:mm", "06.05.2024 09:30", "2024-05-06T09:30"),
            ("yyyyMMdd'T'HHmmssZ", "20240506T093000+0200", "2024-05-06T09:30:00+02:00"),
            ("yyyy", "2024", "2024"), ("yyyyMMdd", "2024-05-06", nil), ("d.M.yyyy", "31.2.2024", nil),
        ] as [(String, String, String?)]
    )
    func `dates are read in the order given`(pattern: String, text: String, date: String?) throws {
        #expect(try #require(DatePattern(pattern)).date(text)?.description == date)
    }

    @Test(arguments: [
        // Facts of https://data.iana.org/time-zones/tzdb: the last hour of winter, the first of summer, and back.
        ("Europe/Copenhagen", "2024-03-31T01:59", "+01:00"), ("Europe/Copenhagen", "2024-03-31T03:00", "+02:00"),
        ("Europe/Copenhagen", "2024-10-27T01:59", "+02:00"), ("Europe/Copenhagen", "2024-10-27T03:00", "+01:00"),
        ("Europe/London", "2025-03-30T00:59", "+00:00"), ("Europe/London", "2025-03-30T02:00", "+01:00"),
        ("America/New_York", "2024-03-10T01:59", "-05:00"), ("America/New_York", "2024-03-10T03:00", "-04:00"),
        ("America/New_York", "2024-11-03T00:59", "-04:00"), ("America/New_York", "2024-11-03T02:00", "-05:00"),
        ("Asia/Tokyo", "2024-07-01T12:00", "+09:00"), ("-03:30", "2024-07-01T12:00", "-03:30"),
    ])
    func `zones have summer where they had it`(name: String, local: String, offset: String) throws {
        let date = try #require(Timestamp(iso8601: local))
        #expect(try #require(Zone(name)).placing(date).description == local + offset)
    }

    @Test func `a day and a time with an offset stay as they are`() throws {
        let zone = try #require(Zone("Europe/Oslo"))
        for text in ["2024-05-06", "2024-05-06T10:00Z", "2024-05-06T10:00-05:00"] {
            #expect(zone.placing(try #require(Timestamp(iso8601: text))).description == text)
        }
    }
}
