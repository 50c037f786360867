import Offprint
import Testing

private let first = "The harbour bridge will stay closed until April at least, the council said on Monday morning."
private let second =
    "A ferry will carry people across the harbour while the engineers look for a way to mend the pillars."

/// Lines that look like one thing and are another.
@Suite struct `Lines that may be misread` {
    @Test(arguments: [
        "10:00 Opening of the doors\n11:30 Talk by Anna Berg", "PRESENT: A. Brown, C. Dale\nAPOLOGIES: G. Hill",
    ]) func `the first line of a list is no second headline`(_ list: String) throws {
        let reading = try Reading("Programme of the day\n\n\(list)\n\n\(first)")
        #expect(
            reading.outline == ["title: Programme of the day"] + list.split(separator: "\n").map(String.init) + [first]
        )
    }

    @Test(arguments: ["BC-Harbour-Fire", "BC-Harbour-Fire, 1st Ld-Writethru", "HARBOUR-FIRE/LEAD"])
    func `a slug is no headline, with a note under it or not`(_ slug: String) throws {
        for note in ["", "Eds: UPDATES with quote from fire chief.\n"] {
            let reading = try Reading("\(slug)\n\(note)\nBridge closed\n\n\(first)")
            #expect(reading.outline == ["title: Bridge closed", first])
            #expect(reading.article.metadata.slug.best == slug)
        }
    }

    @Test(arguments: ["AM-radio wins new listeners", "BC- and more", "PM-s meet."]) func `not every stroke is a slug`(
        _ title: String
    ) throws {
        let reading = try Reading("\(title)\n\nBridge closed for the winter\n\n\(first)")
        #expect(reading.article.metadata.slug.isEmpty)
    }

    @Test func `columns set in spaces or tabs are a table, and reported`() throws {
        for rows in [
            "Name          Club            Time\nAnna Berg     Northside       12:01\nCarl Dahl     Harbour AC      12:44",
            "Name\tClub\tTime\nAnna Berg\tNorthside\t12:01\nCarl Dahl\tHarbour AC\t12:44",
            "Name      Club   Time\nAnna Berg Northside",
        ] {
            let reading = try Reading("Results of the race\n\n\(rows)\n\n\(first)")
            guard rows.contains("Carl") else {
                #expect(reading.article.metadata.subtitle.isEmpty)
                continue
            }
            #expect(
                reading.outline == [
                    "title: Results of the race",
                    "table: Name | Club | Time + Anna Berg | Northside | 12:01 + Carl Dahl | Harbour AC | 12:44", first,
                ]
            )
            #expect(reading.diagnostics.all.contains { $0.code == "table-from-columns" && $0.line == 3 })
        }
    }

    @Test func `words that gaps part without columns are no table`() throws {
        let lines = ["She waited.    He did not.", "Nobody   came that day."]
        #expect(try Reading("\(first)\n\n\(lines.joined(separator: "\n"))\n\n\(second)").outline.count == 4)
    }

    @Test func `a gap within a sentence does not end its paragraph`() throws {
        let lines = [
            "The council said on Monday that the harbour bridge will stay closed",
            "until April at least, and    that a ferry will carry people across it",
            "while the engineers look for a way to mend the pillars of the bridge",
            "which has been in use for more than a hundred years and has not been",
            "mended since the flood.",
        ]
        #expect(try Reading(lines.joined(separator: "\n")).article.body.count == 1)
    }

    @Test(arguments: ["Jane Roe, 3 March 2021", "3 March 2021, Jane Roe", "Upper Marsh, 3 March 2021"])
    func `what stands beside a date is not swallowed`(_ line: String) throws {
        let reading = try Reading("Bridge closed\n\n\(line)\n\n\(first)")
        #expect(reading.outline == ["title: Bridge closed", line, first])
    }

    @Test(
        arguments: [
            "Wednesday, 3 March 2021", "Posted on 3 March 2021 at 10:15 a.m.", "Publié le mercredi 3 mars 2021",
            "Mittwoch, 3. März 2021, 10:15 Uhr", "发布时间：2021年3月3日", "By Jane Roe | 3 March 2021",
            "Опубликовано 3 марта 2021 г.", "نشر في: 3 مارس 2021",
        ]
    ) func `a date with its day and label dates the article`(_ line: String) throws {
        let reading = try Reading("Bridge closed\n\n\(line)\n\n\(first)")
        #expect(reading.article.metadata.published.best?.description.hasPrefix("2021-03-03") == true)
        #expect(reading.article.body == [.paragraph([.text(first)])])
    }

    @Test func `whom to ask about a press release is a note`() throws {
        let contacts = ["Contact: Maria Silva", "press@acme.example", "+1 555 0100"]
        let reading = try Reading(
            "FOR IMMEDIATE RELEASE\n\n\(contacts.joined(separator: "\n"))\n\nBridge closed\n\n\(first)"
        )
        #expect(reading.outline == ["title: Bridge closed", first])
        #expect(reading.article.metadata.notes.best == contacts)
    }

    @Test func `a line of speech under another is no crosshead`() throws {
        let speech = ["ANNA: Where have you been?", "BEN: At the harbour.", "ANNA: All night?", "BEN: \(first)"]
        let reading = try Reading("\(first)\n\n\(speech.joined(separator: "\n"))\n\n\(second)")
        #expect(reading.outline == [first] + speech + [second])
    }

    @Test func `one of several questions is no crosshead`() throws {
        let lines = [first, "How did it begin?", second, "Do you still live there?", "Yes, I do."]
        #expect(try Reading(lines.joined(separator: "\n\n")).outline == lines)
    }

    @Test(
        arguments: [
            ("He wrote to me in May:", false), ("He wrote this:", false), ("In 2021 the law said:", false),
            ("On 3 March 2021, Ann Lee wrote:", true), ("Am Montag schrieb Ann Lee:", true),
            ("Ann Lee <ann@example.org>:", true),
        ]
    ) func `a sentence before a quotation is no attribution`(_ line: String, _ attributes: Bool) throws {
        let reading = try Reading("\(first)\n\n\(line)\n\n> \(second)")
        let quote = attributes ? ["quote by \(line): \(second)"] : [line, "quote by : \(second)"]
        #expect(reading.outline == [first] + quote)
    }

    @Test func `a comment of code is no heading`() throws {
        let reading = try Reading("\(first)\n\n    # comment\n    int main(void);\n\n\(second)")
        #expect(reading.outline == [first, "# comment", "int main(void);", second])
    }

    @Test func `the agency under a byline is metadata`() throws {
        let reading = try Reading("Bridge closed\n\nBy ANN LEE\nAssociated Press\n\n\(first)\n\n\(second)")
        #expect(reading.outline == ["title: Bridge closed", "authors: ANN LEE", first, second])
        #expect(reading.article.metadata.agencies.best?.map(\.name) == ["Associated Press"])
        let desk = try Reading("Bridge closed\n\nBy Ann Lee\nStaff Writer\n\n\(first)\n\n\(second)")
        #expect(desk.article.metadata.byline.all.map(\.value) == ["By Ann Lee", "Staff Writer"])
    }

    @Test func `stanzas keep their lines`() throws {
        let one = ["The road goes down beside the stream,", "The willows lean and sway,", "And all is like a dream."]
        let two = ["O bring me home, the thrushes sing,", "O bring me home at last,", "And all the year is past."]
        let reading = try Reading("The Road\n\n\(one.joined(separator: "\n"))\n\n\(two.joined(separator: "\n  "))")
        let stanza = { (lines: [String]) -> Block in
            .paragraph(Array(lines.map { [Inline.text($0)] }.joined(separator: [.lineBreak])))
        }
        #expect(reading.article.metadata.title.best == "The Road")
        #expect(reading.article.body == [stanza(one), stanza(two)])
        // An address among the paragraphs of a letter is none.
        let letter = try Reading("Edith Grey\n12 Hill Lane\nUpper Marsh\n\n\(first)\n\n\(second)")
        #expect(
            !letter.article.body.contains { if case .paragraph(let text, _) = $0 { text.count > 1 } else { false } }
        )
    }

    @Test(arguments: ["abc/ def/", "ab/cd", "EFE\n\nab/cd"]) func `initials of two go`(_ lines: String) throws {
        let reading = try Reading("Bridge closed\n\n\(first)\n\n\(second)\n\n\(lines)")
        #expect(reading.outline == ["title: Bridge closed", first, second])
        #expect(reading.article.metadata.agencies.best?.map(\.name) == (lines.hasPrefix("EFE") ? ["EFE"] : nil))
    }

    @Test func `marks of quotation alone are no text`() throws {
        let error = #expect(throws: ConversionError.self) { try Reading("> >\n>\n") }
        #expect(error?.code == .emptySource && error?.message.contains("white space or marks") == true)
    }
}
