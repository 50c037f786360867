import Offprint
import OffprintPlainText
import Testing

private let first = "The harbour bridge will stay closed until April at least, the council said on Monday morning."
private let second =
    "A ferry will carry people across the harbour while the engineers look for a way to mend the pillars."

@Suite struct `Conventions of copy` {
    @Test(
        arguments: [
            ("MARLOW (AP) — \(first)", "MARLOW", ["AP"]), ("Berlin (dpa) - \(first)", "Berlin", ["dpa"]),
            ("PARIS, 3 mars 2024 (AFP) – \(first)", "PARIS", ["AFP"]),
            ("San Diego (tca/dpa) - \(first)", "San Diego", ["tca", "dpa"]),
            ("CHATHAM, Mass. (AP) _ \(first)", "CHATHAM, Mass.", ["AP"]), ("(Reuters) - \(first)", nil, ["Reuters"]),
            ("SAITAMA, Japan, Dec. 9 Kyodo - \(first)", "SAITAMA, Japan", ["Kyodo"]),
            ("МОСКВА, 3 мар — РИА Новости. \(first)", "МОСКВА", ["РИА Новости"]),
            ("КИЕВ, 3 марта /ТАСС/. \(first)", "КИЕВ", ["ТАСС"]), ("(ANSA) - ROMA, 3 MAR - \(first)", "ROMA", ["ANSA"]),
            ("القاهرة (رويترز) - \(first)", "القاهرة", ["رويترز"]), ("【ロンドン共同】\(first)", "ロンドン", ["共同"]),
            ("［東京　３日　ロイター］ - \(first)", "東京", ["ロイター"]), ("新华社北京3月3日电 \(first)", "北京", ["新华社"]),
            ("(서울=연합뉴스) \(first)", "서울", ["연합뉴스"]), ("MARLOW – \(first)", "MARLOW", []),
        ] as [(String, String?, [String])]
    ) func `datelines give place and agency`(_ text: String, _ place: String?, _ agencies: [String]) throws {
        let reading = try Reading("Bridge closed\n\n\(text)\n\n\(second)")
        #expect(reading.article.metadata.places.best?.first == place)
        #expect((reading.article.metadata.agencies.best ?? []).map(\.name) == agencies)
        #expect(reading.outline.contains(text))
    }

    @Test(
        arguments: [
            "The council (NATO) - \(first)", "He said (see below) - \(first)", "NATO is here. \(first)",
            "The bridge - \(first)",
            "A (B) - \(first)", "In 2024 (AP) was there, and \(first)",
        ]
    ) func `what only looks like a dateline is none`(_ text: String) throws {
        let metadata = try Reading("Bridge closed\n\n\(text)\n\n\(second)").article.metadata
        #expect(metadata.places.isEmpty && metadata.agencies.isEmpty)
    }

    @Test(arguments: [
        "-30-", "###", "# # #", "ENDS", "-ends-", "(END)", "– Ende –", "- FIN -", "(koniec)", "انتهى", "（完）", "(끝)",
        "— конец —",
    ]) func `end marks go, and what follows are notes`(_ mark: String) throws {
        let reading = try Reading("Bridge closed\n\n\(first)\n\n\(second)\n\n\(mark)\n\nContact: Ann Lee, the council")
        #expect(reading.outline == ["title: Bridge closed", first, second])
        #expect(reading.dropped == [7])
        #expect(reading.article.metadata.notes.best == ["Contact: Ann Lee, the council"])
    }

    @Test(arguments: ["End", "Fine", "Край", "Son", "انتهاء", "More"]) func `a word with text after it is a crosshead`(
        _ word: String
    ) throws {
        #expect(try Reading("\(first)\n\n\(word)\n\n\(second)").outline == [first, "h2: \(word)", second])
    }

    @Test(arguments: ["US-MARLOW TALKS BEGIN", "COVID-19 UPDATE", "Achtung: Hochwasser", "Attention: high water"])
    func `a headline that looks like a slug or a note is the headline`(_ title: String) throws {
        let reading = try Reading("\(title)\n\nBy Ann Lee\n\n\(first)\n\n\(second)")
        #expect(reading.article.metadata.title.best == title)
        #expect(reading.article.metadata.slug.isEmpty && reading.article.metadata.notes.isEmpty)
    }

    @Test(arguments: ["afp/zp/lr", "dpa kl mn", "hh/ph/ts/hd", "(ats/sj)"]) func `initials of the desk go`(
        _ line: String
    ) throws {
        let reading = try Reading("Bridge closed\n\n\(first)\n\n\(second)\n\n\(line)")
        #expect(reading.outline == ["title: Bridge closed", first, second])
        #expect(reading.dropped == [7])
    }

    @Test(arguments: ["Reuters", "and so on", "dpa Berlin", "either/or", "the end"]) func `other short lines stay`(
        _ line: String
    ) throws {
        #expect(try Reading("\(first)\n\n\(second)\n\n\(line)").outline == [first, second, line])
    }

    @Test func `the line of copyright is about rights`() throws {
        let reading = try Reading("\(first)\n\n\(second)\n\n© 2024 Harbour News")
        #expect(reading.outline == [first, second] && reading.article.metadata.rights.best == "© 2024 Harbour News")
    }

    @Test(arguments: [("Q:", "A:"), ("Frage:", "Antwort:"), ("问：", "答："), ("Вопрос:", "Ответ:"), ("س:", "ج:")])
    func `an interview has questions and answers`(_ question: String, _ answer: String) throws {
        let turns = [
            "\(question) Is it shut?", "\(answer) It is.", "\(question) Until spring?",
            "\(answer) Until spring at least.",
        ]
        let body = try Reading(([first] + turns).joined(separator: "\n\n")).article.body
        #expect(
            body == [
                .paragraph([.text(first)]), .paragraph([.text(turns[0])], role: .question),
                .paragraph([.text(turns[1])], role: .answer), .paragraph([.text(turns[2])], role: .question),
                .paragraph([.text(turns[3])], role: .answer),
            ]
        )
    }

    @Test func `a page of copy goes on after its mark`() throws {
        let reading = try Reading("Bridge closed\n\n\(first)\n\nMORE\n\n\(second)")
        #expect(reading.outline == ["title: Bridge closed", first, second])
    }

    @Test(
        arguments: [
            "Eds: With photos.", "EDITORS' NOTE: Updates throughout.", "(Achtung: Sperrfrist beachten)",
            "Nota a los editores: hay fotos", "Note aux rédactions : avec photo", "Uwaga redakcje: nowa wersja",
            "编者按：有更新",
        ]
    ) func `notes to editors stay out of the text`(_ note: String) throws {
        let reading = try Reading("Bridge closed\n\n\(note)\n\n\(first)\n\n\(second)")
        #expect(reading.outline == ["title: Bridge closed", first, second])
        #expect(reading.article.metadata.notes.best == [note])
    }

    @Test(
        arguments: [
            ("12 March 2024", "2024-03-12", nil), ("Published: 12 March 2024, 10:15", "2024-03-12T10:15", nil),
            ("Updated 12 March 2024", nil, "2024-03-12"), ("12. März 2024", "2024-03-12", nil),
            ("2024年3月12日", "2024-03-12", nil), ("١٢ مارس ٢٠٢٤", "2024-03-12", nil),
            ("Обновлено 12 марта 2024 г.", nil, "2024-03-12"),
        ] as [(String, String?, String?)]
    ) func `a line with a date dates the article`(_ line: String, _ published: String?, _ modified: String?) throws {
        let reading = try Reading("Bridge closed\n\n\(line)\n\n\(first)")
        #expect(reading.article.metadata.published.best?.description == published)
        #expect(reading.article.metadata.modified.best?.description == modified)
        #expect(reading.outline == ["title: Bridge closed", first])
    }

    @Test func `a byline may stand before the date`() throws {
        let reading = try Reading("Bridge closed\n\nBy Ann Lee, 12 March 2024\n\n\(first)")
        #expect(reading.article.metadata.published.best?.description == "2024-03-12")
        #expect(reading.outline == ["title: Bridge closed", "authors: Ann Lee", first])
    }

    @Test(arguments: ["The council met on 12 March 2024", "12345", "Room 12, 3 to 4"])
    func `other lines with digits stay`(
        _ line: String
    ) throws {
        let reading = try Reading("Bridge closed\n\n\(line)\n\n\(first)")
        #expect(reading.article.metadata.published.isEmpty)
        #expect(reading.outline.contains { $0.hasSuffix(line) })
    }

    @Test(
        arguments: [
            ("Photo: A diver at work (Tom Hook/Reuters)", "figure: A diver at work | Tom Hook/Reuters"),
            ("Foto: dpa", "figure:  | dpa"), ("Légende : Un plongeur au travail", "figure: Un plongeur au travail | "),
            ("写真：港の橋", "figure: 港の橋 | "), ("صورة: الجسر في الميناء", "figure: الجسر في الميناء | "),
        ]
    ) func `lines about pictures are figures`(_ line: String, _ figure: String) throws {
        #expect(try Reading("Bridge closed\n\n\(line)\n\n\(first)").outline == ["title: Bridge closed", figure, first])
    }

    @Test(arguments: ["20:15 Film", "8:00 Bus\n\n8:30 Bus\n\n9:00 Bus", "3.50 euros\n\n4.20 euros\n\n5.10 euros"])
    func `a timetable is no live blog`(_ text: String) throws {
        #expect(!(try Reading("\(first)\n\n\(text)\n\n\(second)").outline.contains { $0.hasPrefix("entry") }))
    }

    @Test func `entries of a live blog keep their times`() throws {
        let text = "Storm live\n\n\(first)\n\n2:05 p.m. – \(second)\n\n1.30 Uhr: \(first)\n\n[1:00] \(second)"
        let reading = try Reading(text.replacing("1.30 Uhr", with: "13.30 Uhr").replacing("[1:00]", with: "[13:00]"))
        #expect(
            reading.outline == [
                "title: Storm live", first, "entry 2:05 p.m.: \(second)", "entry 13.30 Uhr: \(first)",
                "entry [13:00: \(second)",
            ]
        )
        #expect(reading.article.metadata.kind.best == .liveBlog)
    }
}

@Suite struct `Envelopes` {
    private static func message(_ number: Int) -> String {
        "\u{1}abc\(number) 3 i 20  ann 001\n\nHarbour/Bridge/\n\u{2}Bridge \(number) closed =\n\nMarlow (dpa) - \(first)\n"
            + "\u{3}041432 GMT Mar 24\n\u{7F}\u{4}\n"
    }

    @Test func `a file of several messages has as many articles`() throws {
        let reading = try Reading(Self.message(1) + Self.message(2) + Self.message(3))
        #expect(
            reading.articles.map(\.metadata.title.best) == ["Bridge 1 closed", "Bridge 2 closed", "Bridge 3 closed"]
        )
        #expect(reading.articles.last?.metadata.title.all.first?.origin.line == 20)
        #expect(reading.articles.allSatisfy { $0.metadata.published.best?.description == "2024-03-04T14:32Z" })
    }

    @Test(arguments: [("juil", 7), ("juillet", 7), ("juin", 6), ("Mrz", 3)]) func `trailers name months`(
        _ month: String,
        _ number: Int
    ) throws {
        let message = Self.message(1).replacing("Mar 24", with: "\(month) 24")
        #expect(try Reading(message).article.metadata.published.best?.description == "2024-0\(number)-04T14:32Z")
    }

    @Test(arguments: ["Notizblock", "dpa-Notizblock", "dpa Notizblock"]) func `a notebook is no text`(
        _ heading: String
    ) throws {
        let notebook = "\n\n# \(heading)\n\n## Internet\n- A page\n"
        let message = Self.message(1).replacing(first, with: "\(first)\n\n\(second)\(notebook)")
        let reading = try Reading(message)
        #expect(reading.article.body.plainText.hasSuffix(second))
        #expect(reading.article.metadata.notes.best == ["Internet: A page"])
    }

    @Test func `an envelope that is cut off still has its text`() throws {
        let reading = try Reading("\u{1}abc1 3 i 20 ann\n\nHarbour/\n\u{2}Bridge closed =\n\nMarlow (dpa) - \(first)")
        #expect(reading.outline == ["title: Bridge closed", "Marlow (dpa) - \(first)"])
    }

    @Test func `the envelope is recognised whatever the name`() {
        let bytes = Array(Self.message(1).utf8)
        #expect(PlainTextReader().recognize(bytes.span, hint: SourceHint(fileExtension: "iptc")).certainty == .likely)
    }

    @Test(arguments: [
        "Warning: this is no mail\n\n\(first)", "Note: one\nTwo: three\n\n\(first)", "From: here\n\n\(first)",
    ])
    func `a colon makes no mail`(_ text: String) throws {
        let metadata = try Reading(text).article.metadata
        #expect(metadata.authors.isEmpty && metadata.published.isEmpty)
    }

    @Test func `the option names the encoding`() throws {
        let bytes: [UInt8] = [0xCC, 0xEE, 0xF1, 0xF2]
        #expect(try Reading(bytes, options: ["encoding": "koi8-r"]).outline == ["лНЯР"])
        let error = #expect(throws: ConversionError.self) { try Reading(bytes, options: ["encoding": "no-such"]) }
        #expect(error?.code == .invalidOption && error?.message.contains("no-such") == true)
    }

    @Test func `hostile texts take time that grows with them alone`() throws {
        let words = String(repeating: "word\n", count: 20_000)
        #expect(try Reading(words).article.body.count == 20_000)
        _ = try Reading(String(repeating: "a", count: 500_000))
        _ = try Reading(String(repeating: "> ", count: 5_000) + "deep")
        _ = try Reading(String(repeating: "> a\n", count: 10_000))
        _ = try Reading(
            "Subject: x\nFrom: y\nContent-Type: multipart/mixed; boundary=b\n\n"
                + String(repeating: "--b\n\nx\n", count: 5_000)
        )
        _ = try Reading(String(repeating: "\u{1}abcd\u{2}b\u{3}\u{4}", count: 20_000))
        _ = try Reading(String(repeating: "|a|b|\n", count: 10_000))
        _ = try Reading(String(repeating: "a   b\n", count: 10_000))
        _ = try Reading(String(repeating: "a\t", count: 100_000))
        _ = try Reading("\u{1}a4711\u{1F}\n\u{2}" + String(repeating: "^a<\n", count: 10_000))
    }
}
