import Offprint
import Testing

/// A story of two long paragraphs, to set lines around and between.
private let first = "The harbour bridge will stay closed until April at least, the council said on Monday morning."
private let second =
    "A ferry will carry people across the harbour while the engineers look for a way to mend the pillars."

@Suite struct `Rules of the layout` {
    @Test(
        arguments: [
            // A brief and a poem have no title; a text that opens with running text has none.
            ("Ferry fares rise", ["Ferry fares rise"]),
            ("The tide\nComes in\nThe tide\nGoes out", ["The tide", "Comes in", "The tide", "Goes out"]),
            ("\(first)\n\n\(second)", [first, second]),
            // The body goes on with its sentence.
            (
                "The council said that the\nold bridge will stay closed for repairs.\n\nIt is old.",
                ["The council said that the", "old bridge will stay closed for repairs.", "It is old."]
            ),
            // A full stop, a colon or a date makes no headline.
            ("Bridge closed.\n\n\(first)", ["Bridge closed.", first]),
            (
                "Bridge closed\n\n12 March 2024, 10:15\n\n\(first)",
                ["title: Bridge closed", first]
            ),
            ("Bridge closed\n\nHarbour\n\n\(first)", ["title: Bridge closed", "Harbour", first]),
            ("Bridge closed\n=============\n\n\(first)", ["title: Bridge closed", first]),
        ]
    ) func `headlines`(_ text: String, _ outline: [String]) throws {
        #expect(try Reading(text).outline == outline)
    }

    @Test(
        arguments: [
            ("Money", "h2: Money"), ("What now?", "h2: What now?"), ("iPhone sales", "h2: iPhone sales"),
            ("Money:", "Money:"), ("It is over.", "It is over."), ("\"It is over.\"", "\"It is over.\""),
            ("– Really", "– Really"), ("- Really", "- Really"), ("and so on", "and so on"), ("12", "12"),
            ("www.example.org", "www.example.org"), ("Telegram", "h2: Telegram"),
        ]
    ) func `crossheads`(_ line: String, _ expected: String) throws {
        #expect(try Reading("\(first)\n\n\(line)\n\n\(second)").outline == [first, expected, second])
    }

    @Test func `a crosshead needs text on both sides`() throws {
        #expect(try Reading("\(first)\n\nMoney").outline == [first, "Money"])
        #expect(try Reading("\(first)\n\nMoney\n\nMore money").outline == [first, "Money", "More money"])
    }

    @Test(
        arguments: [
            ("■ A diver at work | Ada Marsh", "figure: A diver at work | Ada Marsh"),
            ("● A diver | the port | dpa", "figure: A diver | the port | dpa"),
            ("A diver at work | Tom Hook/Reuters", "figure: A diver at work | Tom Hook/Reuters"),
            ("A diver at work | © Harbour News", "figure: A diver at work | © Harbour News"),
            ("A diver at work in the harbour | Morning edition.", "A diver at work in the harbour | Morning edition."),
            ("Home | News | AFP.", "Home | News | AFP."),
        ]
    ) func `photo lines`(_ line: String, _ expected: String) throws {
        #expect(
            try Reading("Bridge closed\n\n\(line)\n\n\(first)").outline == ["title: Bridge closed", expected, first]
        )
    }

    @Test(
        arguments: [
            ("By Ann Lee", ["Ann Lee"]), ("BY ANN LEE", ["ANN LEE"]), ("Von Jan van der Meer", ["Jan van der Meer"]),
            ("Par Zoé Petit et Luc Roy", ["Zoé Petit", "Luc Roy"]),
            ("Por Ana Gil, Luis Paz y Eva Sol", ["Ana Gil", "Luis Paz", "Eva Sol"]),
            ("بقلم سلمى الحداد", ["سلمى الحداد"]), ("Di Carla Neri e Ugo Poli", ["Carla Neri", "Ugo Poli"]),
            ("Door Piet de Boer", ["Piet de Boer"]), ("Av Lars Holm och Eva Berg", ["Lars Holm", "Eva Berg"]),
            ("Af Mads Krog", ["Mads Krog"]), ("Autor: Ewa Kowalska", ["Ewa Kowalska"]),
            ("Автор: Анна Лисина", ["Анна Лисина"]), ("מאת דנה לוי", ["דנה לוי"]), ("โดย สมชาย ใจดี", ["สมชาย ใจดี"]),
            ("记者 李明 王芳", ["李明", "王芳"]), ("本报记者 李明", ["李明"]), ("文＝山田太郎", ["山田太郎"]),
            ("김철수·이영희 기자", ["김철수", "이영희"]), ("Yazan: Ayşe Demir", ["Ayşe Demir"]),
            ("Oleh Budi Santoso dan Sri Wati", ["Budi Santoso", "Sri Wati"]),
        ]
    ) func `bylines name authors`(_ line: String, _ names: [String]) throws {
        // Words such as "De" and "Door" open a byline only where the text is in their language.
        let opening = line.split(separator: " ")[0].lowercased()
        let text = Self.texts[opening] ?? first
        let reading = try Reading("Bridge closed\n\n\(line)\n\n\(text)")
        #expect(reading.article.metadata.authors.best?.map(\.name) == names)
        #expect(reading.article.metadata.byline.best == line)
        #expect(reading.article.body == [.paragraph([.text(text)])])
    }

    private static let texts = [
        "par": "Le pont du port restera fermé jusqu’au mois d’avril, a annoncé le conseil municipal lundi matin.",
        "por":
            "El puente del puerto seguirá cerrado hasta el mes de abril, anunció el ayuntamiento el lunes por la mañana.",
        "di": "Il ponte del porto resterà chiuso fino al mese di aprile, ha annunciato il consiglio lunedì mattina.",
        "door": "De brug over de haven blijft tot april dicht, zei het bestuur van de stad maandag in een verklaring.",
        "av": "Bron över hamnen förblir stängd till april, sade kommunen på måndagen när den berättade om skadorna.",
        "af":
            "Broen over havnen forbliver lukket til april, sagde kommunen mandag, da den fortalte om skaderne på broen.",
    ]

    @Test(
        arguments: [
            "By Grand Central Station", "De Bello Gallico", "Di Marco Polo", "Par Avion Post",
            "By Thomson Reuters", "记者会今天举行", "기자 회견", "By Reuters", "By Our Own Correspondent",
            "By the end of the year", "By Staff Reporter", "Von der Küste",
            "By Ann Lee in Marlow", "By 2030 Everything Changes", "Ann Lee", "Por qué no",
        ]
    ) func `what may be no person is no author`(_ line: String) throws {
        let metadata = try Reading("Bridge closed\n\n\(line)\n\n\(first)").article.metadata
        #expect(metadata.authors.isEmpty && metadata.byline.isEmpty)
    }

    @Test func `share buttons go at both ends, and whole lines alone`() throws {
        let text = "Print\nBridge closed\n\n\(first)\n\nShare this article with a friend\n\nTeilen\n\n3 comments"
        let reading = try Reading(text)
        #expect(reading.outline == ["title: Bridge closed", first, "Share this article with a friend"])
        #expect(reading.dropped == [1, 8, 10])
    }

    @Test(arguments: ["A A", "x + y - z", "A- is a mark", "C++ and C-"]) func `not every plus is a control`(
        _ line: String
    ) throws {
        #expect(try Reading("\(first)\n\n\(line)\n\n\(first)").dropped.isEmpty)
    }

    @Test(arguments: [("AFP", true), ("Подробнее", false), ("Marlow", true), ("東京", false)])
    func `a lone word in another script ends no text`(_ word: String, _ stays: Bool) throws {
        let reading = try Reading("\(first)\n\n\(second)\n\n\(word)")
        #expect(reading.outline == (stays ? [first, second, word] : [first, second]))
    }

    @Test func `where all is furniture all stays`() throws {
        #expect(try Reading("Email\n\nShare").outline == ["Email", "Share"])
        #expect(try Reading("Email").dropped.isEmpty)
    }

    @Test(
        arguments: [
            ("* one\n* two", ["list bullet true: one + two"]), ("• one\n\n• two", ["list bullet false: one + two"]),
            ("3) one\n4) two", ["list number(start: 3) true: one + two"]), ("1. one\n3. two", ["1. one", "3. two"]),
            ("- one", ["- one"]), ("* one\n- two", ["* one", "- two"]), ("– one\n– two", ["– one", "– two"]),
            ("-one\n-two", ["-one", "-two"]), ("2015. one\n2016. two", ["2015. one", "2016. two"]),
        ]
    ) func `lists`(_ text: String, _ outline: [String]) throws { #expect(try Reading(text).outline == outline) }

    @Test func `rules part text from text`() throws {
        let reading = try Reading("***\n\(first)\n* * *\n---\n\(second)\n###")
        #expect(reading.outline == [first, "rule", second])
        #expect(reading.dropped == [1, 4, 6])
    }
}
