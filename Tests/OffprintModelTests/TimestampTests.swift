import OffprintModel
import OffprintTesting
import Testing

struct TimestampTests {
    @Test(arguments: [
        ("2024", "2024"), ("2024-05", "2024-05"), ("2024-05-06", "2024-05-06"), ("20240506", "2024-05-06"),
        ("2024-05-06T10:00", "2024-05-06T10:00"), ("2024-05-06t10:00z", "2024-05-06T10:00Z"),
        ("2024-05-06 10:00:09", "2024-05-06T10:00:09"),
        ("2024-05-06T10:00:09.120Z", "2024-05-06T10:00:09.120Z"),
        ("2024-05-06T10:00:09,5+0200", "2024-05-06T10:00:09.5+02:00"),
        ("20240506T100009-0330", "2024-05-06T10:00:09-03:30"), ("2024-05-06T10:00+02", "2024-05-06T10:00+02:00"),
        ("2024-05-06T10:00-00:30", "2024-05-06T10:00-00:30"), ("2024-05-06T23:59:60Z", "2024-05-06T23:59:60Z"),
        (" 2024-02-29 \n", "2024-02-29"),
        ("2000-02-29", "2000-02-29"), ("2024-05-06 10:00:00 UTC", "2024-05-06T10:00:00Z"), ("0001-01-01", "0001-01-01"),
        ("2024-05-06T00:00:00+18:00", "2024-05-06T00:00:00+18:00"),
    ])
    func `reads ISO 8601 and writes it as precise as it was`(text: String, expected: String) {
        #expect(Timestamp(iso8601: text)?.description == expected)
    }

    @Test(arguments: [
        "", "24", "2024-", "2024-13", "2024-00", "2023-02-29", "1900-02-29", "2024-04-31", "2024-05-06T",
        "2024-05-06T10", "2024-05-06T24:00",
        "2024-05-06T10:60", "2024-05-06T10:00:61", "2024-05-06T10:00+19:00", "2024-05-06T10:00 CEST", "2024-05-06x",
        "0000-01-01", "٢٠٢٤-٠٥-٠٦",
        "6 May 2024", "2024-05-06T10:00:00.5.5",
    ])
    func `knows what is no ISO 8601`(text: String) { #expect(Timestamp(iso8601: text) == nil) }

    @Test(arguments: [
        ("Mon, 06 May 2024 10:00:00 +0200", "2024-05-06T10:00:00+02:00"),
        ("6 May 2024 10:00 GMT", "2024-05-06T10:00+00:00"),
        ("Mon, 6 May 24 10:00:00 EST", "2024-05-06T10:00:00-05:00"),
        ("06 May 99 10:00:00 UT", "1999-05-06T10:00:00+00:00"),
        ("Mon, 06 May 2024", "2024-05-06"), ("Monday, 06-May-2024 10:00:00 PDT", "2024-05-06T10:00:00-07:00"),
        ("Sat, 01 September 2024 09:30:00 CEST", "2024-09-01T09:30:00+02:00"),
        ("Mon, 06 May 2024 10:00:00", "2024-05-06T10:00:00"),
        ("Mon, 06 May 2024 10:00:00 +0200 (CEST)", "2024-05-06T10:00:00+02:00"),
    ])
    func `reads the dates of mail and feeds`(text: String, expected: String) {
        #expect(Timestamp(rfc5322: text)?.description == expected)
    }

    @Test(arguments: [
        "", "Mon", "06 Foo 2024", "31 Feb 2024", "06 May 2024 25:00:00", "06 May 2024 10:00:00 noon", "May 6, 2024",
    ])
    func `knows what is no date of mail`(text: String) { #expect(Timestamp(rfc5322: text) == nil) }

    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("1969-12-31T23:59:59Z", -1), ("2000-02-29T12:00:00Z", 951_825_600),
        ("2024-05-06T10:00+02:00", 1_714_982_400),
        ("2024-05-06", 1_714_953_600), ("2024", 1_704_067_200), ("0001-01-01T00:00:00Z", -62_135_596_800),
        ("9999-12-31T23:59:59Z", 253_402_300_799),
    ])
    func `counts from the epoch`(text: String, seconds: Int) {
        #expect(Timestamp(iso8601: text)?.secondsSinceEpoch == seconds)
    }

    @Test func `comes back from the epoch`() throws {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<2_000 {
            let seconds = Int.random(in: -62_135_596_800...253_402_300_799, using: &random)
            let timestamp = try #require(Timestamp(secondsSinceEpoch: seconds))
            #expect(timestamp.secondsSinceEpoch == seconds)
            #expect(Timestamp(iso8601: timestamp.description) == timestamp)
        }
        #expect(Timestamp(secondsSinceEpoch: .max) == nil)
        #expect(Timestamp(secondsSinceEpoch: -62_135_596_801) == nil)
    }

    @Test func `its text says all of it`() {
        var generator = ArticleGenerator(seed: 5)
        for _ in 0..<2_000 {
            let timestamp = generator.timestamp()
            #expect(Timestamp(iso8601: timestamp.description) == timestamp)
        }
        let odd = Timestamp(
            year: 2024,
            month: 5,
            day: 6,
            time: {
                var time = Timestamp.Time(hour: 1, minute: 2, isZulu: true)
                time.offset = 60
                return time
            }()
        )
        #expect(odd?.time?.offset == 0)
    }

    @Test func `fills nothing in`() {
        #expect(Timestamp(year: 2024, day: 6) == nil)
        #expect(Timestamp(year: 2024, month: 5, time: .init(hour: 1, minute: 1)) == nil)
        #expect(Timestamp(year: 2024, month: 5, day: 6, time: .init(hour: 1, minute: 1, fraction: "5")) == nil)
    }
}
