import Offprint

extension Carriage {
    /// A probe for each node of the model and for each thing that a node may say about itself.
    public static var probes: [Probe] { blocks + lists + tables + figures + insets + inlines }

    private static func words(_ text: String = "Some words.") -> [Block] { [.paragraph([.text(text)])] }

    private static var blocks: [Probe] {
        ParagraphRole.allCases.filter { $0 != .body }.map {
            Probe("paragraph: \($0.rawValue)", [.paragraph([.text("Some words.")], role: $0)], plain: words())
        } + [
            Probe("heading", [.heading(level: 2, [.text("Some words.")])], plain: words()),
            Probe(
                "heading: level",
                [.heading(level: 2, [.text("One")]), .heading(level: 4, [.text("Two")])],
                plain: [.heading(level: 2, [.text("One")]), .heading(level: 2, [.text("Two")])]
            ),
            Probe("quote", [.quote(words())], plain: words()),
            Probe(
                "quote: attribution",
                [.quote(words(), attribution: [.text("Ada Marsh")])],
                plain: [.quote(words() + words("Ada Marsh"))]
            ),
            Probe("pull quote", [.pullQuote(words())], plain: [.quote(words())]),
            Probe("code", [.code("let x = 1")], plain: words("let x = 1")),
            Probe("code: language", [.code("let x = 1", language: "swift")], plain: [.code("let x = 1")]),
            Probe("definition list", [definitions], plain: words("Term") + words("Meaning")),
            Probe("thematic break", words() + [.thematicBreak] + words(), plain: words() + words()),
            Probe("math: TeX", [.math(Math(.tex, "x^2"))], plain: words("x^2")),
            Probe("math: MathML", [.math(Math(.mathML, mathML, alternativeText: "x"))], plain: words("x")),
            Probe("footnote", note, plain: words("A claim.") + words("The note.")),
            Probe(
                "custom block",
                [.custom(Custom(name: "poll", data: "{\"n\":1}", fallback: words()))],
                plain: words()
            ),
        ]
    }

    private static var lists: [Probe] {
        let items = ["One", "Two"].map { ItemList.Item(words($0)) }
        let inner = ItemList.Item(words("Two") + [.list(ItemList(.bullet, items: [ItemList.Item(words("Three"))]))])
        let done = ["One", "Two"].map { ItemList.Item(words($0), isDone: $0 == "One") }
        return [
            Probe("list", [.list(ItemList(.bullet, items: items))], plain: words("One") + words("Two")),
            Probe(
                "list: numbered",
                [.list(ItemList(.number(start: 1), items: items))],
                plain: [.list(ItemList(.bullet, items: items))]
            ),
            Probe(
                "list: first number",
                [.list(ItemList(.number(start: 3), items: items))],
                plain: [.list(ItemList(.number(start: 1), items: items))]
            ),
            Probe(
                "list: loose",
                [.list(ItemList(.bullet, isTight: false, items: items))],
                plain: [.list(ItemList(.bullet, items: items))]
            ),
            Probe(
                "list: nested",
                [.list(ItemList(.bullet, items: [items[0], inner]))],
                plain: [.list(ItemList(.bullet, items: items + [ItemList.Item(words("Three"))]))]
            ),
            Probe(
                "list: tasks",
                [.list(ItemList(.bullet, items: done))],
                plain: [.list(ItemList(.bullet, items: items))]
            ),
        ]
    }

    private static var tables: [Probe] {
        func cell(_ text: String, header: Bool = false, columns: Int = 1, rows: Int = 1) -> Table.Cell {
            Table.Cell(words(text), isHeader: header, columnSpan: columns, rowSpan: rows)
        }
        let head = [[cell("A", header: true), cell("B", header: true)]]
        let body = [[cell("1"), cell("2")], [cell("3"), cell("4")]]
        let plain = Block.table(Table(head: head, bodies: [body]))
        let flow = words("A") + words("B") + words("1") + words("2") + words("3") + words("4")
        let list = Block.list(ItemList(.bullet, items: [ItemList.Item(words("2"))]))
        var blocks = body
        blocks[0][1] = Table.Cell(words("2") + [list])
        var flat = body
        flat[0][1] = Table.Cell([.paragraph([.text("2 2")])])
        return [
            Probe("table", [plain], plain: flow),
            Probe(
                "table: caption",
                [.table(Table(caption: [.text("A caption")], head: head, bodies: [body]))],
                plain: words("A caption") + [plain]
            ),
            Probe(
                "table: column alignment",
                [.table(Table(columns: [.right], head: head, bodies: [body]))],
                plain: [plain]
            ),
            Probe(
                "table: several bodies",
                [.table(Table(head: head, bodies: [[body[0]], [body[1]]]))],
                plain: [plain]
            ),
            Probe("table: foot", [.table(Table(head: head, bodies: [[body[0]]], foot: [body[1]]))], plain: [plain]),
            Probe(
                "table: row header",
                [.table(Table(head: head, bodies: [[[cell("1", header: true), cell("2")], body[1]]]))],
                plain: [plain]
            ),
            Probe(
                "table: cell over columns",
                [.table(Table(head: head, bodies: [[[cell("1", columns: 2)], body[1]]]))],
                plain: [.table(Table(head: head, bodies: [[[cell("1"), Table.Cell([])], body[1]]]))]
            ),
            Probe(
                "table: cell over rows",
                [.table(Table(head: head, bodies: [[[cell("1", rows: 2), cell("2")], [cell("4")]]]))],
                plain: [.table(Table(head: head, bodies: [[[cell("1"), cell("2")], [Table.Cell([]), cell("4")]]]))]
            ),
            Probe(
                "table: blocks in a cell",
                [.table(Table(head: head, bodies: [blocks]))],
                plain: [.table(Table(head: head, bodies: [flat]))]
            ),
        ]
    }

    private static var figures: [Probe] {
        let pier = ImageReference(url: "https://sample.example/p.jpg", alternativeText: "A pier")
        let bare = Block.figure(Figure(images: [pier]))
        let held = ImageReference(resource: "dot", alternativeText: "A dot")
        let dot = Resource(id: "dot", mediaType: "image/gif", location: .bytes(SampleArticles.pixel))
        return [
            Probe("figure", [bare]),
            Probe(
                "figure: several images",
                [.figure(Figure(images: [pier, ImageReference(url: "https://sample.example/q.jpg")]))],
                plain: [bare]
            ),
            Probe("figure: caption", [.figure(Figure(images: [pier], caption: [.text("The pier")]))], plain: [bare]),
            Probe("figure: credit", [.figure(Figure(images: [pier], credit: "B. Field"))], plain: [bare]),
            Probe("figure: caption alone", [.figure(Figure(caption: [.text("The pier")]))]),
            Probe("image held by the article", [.figure(Figure(images: [held]))], resources: [dot]),
        ]
    }

    private static var insets: [Probe] {
        func embed(_ kind: Embed.Kind, _ fallback: [Block] = []) -> Block {
            .embed(Embed(kind, url: "https://sample.example/embed", title: "A title of it", fallback: fallback))
        }
        let link: [Block] = [.paragraph([.link([.text("A title of it")], target: "https://sample.example/embed")])]
        return Embed.Kind.allCases.map { Probe("embed: \($0.rawValue)", [embed($0)], plain: link) } + [
            Probe("embed: its words", [embed(.post, words("The words of a post."))], plain: [embed(.post)])
        ]
            + Aside.Kind.allCases.map {
                Probe("aside: \($0.rawValue)", [.aside(Aside($0, content: words()))], plain: words())
            } + [
                Probe(
                    "aside: title",
                    [.aside(Aside(title: [.text("In short")], content: words()))],
                    plain: [.aside(Aside(content: words("In short") + words()))]
                ),
                Probe("live entry", [.liveEntry(LiveEntry(content: words()))], plain: words()),
                Probe(
                    "live entry: time",
                    [.liveEntry(LiveEntry(time: Timestamp(iso8601: "2024-05-06T10:05:00Z"), content: words()))],
                    plain: [.liveEntry(LiveEntry(content: words()))]
                ),
                Probe(
                    "live entry: title",
                    [.liveEntry(LiveEntry(title: [.text("Open")], content: words()))],
                    plain: [.liveEntry(LiveEntry(content: words("Open") + words()))]
                ),
                Probe(
                    "live entry: author",
                    [.liveEntry(LiveEntry(author: "Ada Marsh", content: words()))],
                    plain: [.liveEntry(LiveEntry(content: words()))]
                ),
            ]
    }

    private static var inlines: [Probe] {
        let word: [Inline] = [.text("word")]
        let link = Inline.link(word, target: "https://sample.example/")
        return [
            Probe("emphasis", .emphasis(word), plain: word),
            Probe("strong", .strong(word), plain: word),
            Probe("strikethrough", .strikethrough(word), plain: word),
            Probe("superscript", .superscript(word), plain: word),
            Probe("subscript", .subscript(word), plain: word),
            Probe("code in a line", .code("word"), plain: word),
            Probe("link", link, plain: word),
            Probe("link: title", .link(word, target: "https://sample.example/", title: "Home"), plain: [link]),
            Probe(
                "image in a line",
                .image(ImageReference(url: "https://sample.example/i.png", alternativeText: "word")),
                plain: word
            ),
            Probe("line break", .lineBreak, plain: [.text(" ")]),
            Probe("math in a line: TeX", .math(Math(.tex, "x^2")), plain: [.text("x^2")]),
            Probe("math in a line: MathML", .math(Math(.mathML, mathML, alternativeText: "x")), plain: [.text("x")]),
            Probe("quoted", .quoted(word), plain: word),
            Probe("title of a work", .cite(word), plain: [.emphasis(word)]),
            Probe("ruby", .ruby(base: [.text("漢字")], annotation: [.text("かんじ")]), plain: [.text("漢字")]),
            Probe("span: language", .span(word, language: "de"), plain: word),
            Probe("span: direction", .span(word, direction: .rightToLeft), plain: word),
            Probe("custom inline", .custom(Custom(name: "poll", data: "{\"n\":1}", fallback: word)), plain: word),
        ]
    }

    // MARK: Parts

    private static let mathML = "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mi>x</mi></math>"

    private static var definitions: Block {
        .definitionList([Definition(term: [.text("Term")], meanings: [words("Meaning")])])
    }

    private static var note: [Block] {
        [.paragraph([.text("A claim."), .footnoteReference(id: "1")]), .footnote(id: "1", words("The note."))]
    }
}
