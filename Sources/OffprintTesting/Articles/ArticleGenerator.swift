public import Offprint

/// Makes articles at random, the same for the same seed: every node and field, with text that is meant to hurt.
///
///     var generator = ArticleGenerator(seed: 7)
///     let article = generator.article()
public struct ArticleGenerator: Sendable {
    var random: SeededGenerator

    /// Creates a generator.
    public init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// An article.
    public mutating func article() -> Article {
        var article = Article(metadata: metadata(), body: blocks(depth: 0))
        for _ in 0..<below(3) {
            let id = Resource.ID(rawValue: text())
            article.resources[id] = resource(id)
        }
        return article
    }

    // MARK: Choosing

    mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }

    mutating func chance(_ one: Int) -> Bool { below(one) == 0 }

    mutating func maybe<Value>(_ value: (inout Self) -> Value) -> Value? { chance(2) ? value(&self) : nil }

    mutating func many<Value>(_ bound: Int, _ value: (inout Self) -> Value) -> [Value] {
        (0..<below(bound)).map { _ in value(&self) }
    }

    mutating func any<Value>(_ values: [Value], or standard: Value) -> Value {
        values.randomElement(using: &random) ?? standard
    }

    // MARK: Text

    private static let pieces = [
        "word", "Wort ", " ", "  ", "\n", "\t", "\u{0}", "\u{1}", "\u{1F}", "\u{7F}", "\u{85}", "\u{A0}", "\u{2028}",
        "\u{FEFF}", "\u{FFFD}", "\u{FFFF}", "\u{10FFFF}", "<", ">", "&", "&amp;", "\"", "'", "\\", "\\u0000", "/",
        "</script>",
        "<!--", "]]>", "*", "_", "**", "`", "```", "#", "---", "1. ", "- ", "[x]", "](y)", "|", "~", "$", "{", "}", "%",
        ":",
        "سلام", "שלום", "\u{202E}", "\u{200F}", "漢字", "かな", "한국어", "🙂", "👩‍👩‍👧", "🇪🇺", "e\u{301}", "é", "n\u{303}",
        "ا\u{64E}", "\u{200B}", "\u{200D}", "ﬁ", "ß", "İ", "0", "42", "-", "–", "…", "“", "”", "null", "true",
    ]

    /// A text of a few pieces, markup, scripts and controls among them; one in eight is empty.
    public mutating func text() -> String {
        guard !chance(8) else { return "" }
        return (0...below(6)).map { _ in any(Self.pieces, or: "") }.joined()
    }

    // MARK: Blocks

    mutating func blocks(depth: Int) -> [Block] {
        many(depth == 0 ? 8 : 3) { $0.block(depth: depth) }
    }

    private mutating func block(depth: Int) -> Block {
        // Leaves alone where it is deep.
        switch below(depth > 4 ? 7 : 17) {
        case 0, 1: return .paragraph(inlines(), role: any(ParagraphRole.allCases, or: .body))
        case 2: return .heading(level: below(6) + 1, inlines())
        case 3: return .code(text(), language: maybe { $0.text() })
        case 4:
            return .figure(Figure(images: many(3) { $0.image() }, caption: inlines(), credit: maybe { $0.text() }))
        case 5: return .thematicBreak
        case 6: return .math(math())
        case 7: return .list(list(depth: depth))
        case 8: return .quote(blocks(depth: depth + 1), attribution: inlines())
        case 9: return .pullQuote(blocks(depth: depth + 1), attribution: inlines())
        case 10: return .table(table(depth: depth))
        case 11:
            let kind = any(Embed.Kind.allCases, or: .other)
            return .embed(
                Embed(kind, url: maybe { $0.text() }, title: maybe { $0.text() }, fallback: blocks(depth: depth + 1))
            )
        case 12:
            let kind = any(Aside.Kind.allCases, or: .note)
            return .aside(Aside(kind, title: inlines(), content: blocks(depth: depth + 1)))
        case 13:
            return .liveEntry(
                LiveEntry(
                    time: maybe { $0.timestamp() },
                    title: inlines(),
                    author: maybe { $0.text() },
                    content: blocks(depth: depth + 1)
                )
            )
        case 14:
            return .definitionList(
                many(3) { own in
                    Definition(term: own.inlines(), meanings: own.many(3) { $0.blocks(depth: depth + 1) })
                }
            )
        case 15: return .footnote(id: text(), blocks(depth: depth + 1))
        default: return .custom(Custom(name: name(), data: data(), fallback: blocks(depth: depth + 1)))
        }
    }

    private mutating func list(depth: Int) -> ItemList {
        let marker: ItemList.Marker = chance(2) ? .bullet : .number(start: below(2_000) - 1_000)
        let items = many(4) { own in
            let isDone = own.maybe { $0.chance(2) }
            return ItemList.Item(own.blocks(depth: depth + 1), isDone: isDone)
        }
        return ItemList(marker, isTight: chance(2), items: items)
    }

    private mutating func table(depth: Int) -> Table {
        func rows(_ own: inout Self) -> [Table.Row] { own.many(3) { own in own.many(3) { cell(&$0) } } }
        func cell(_ own: inout Self) -> Table.Cell {
            Table.Cell(
                own.blocks(depth: depth + 1),
                isHeader: own.chance(2),
                columnSpan: own.below(3) + 1,
                rowSpan: own.below(3) + 1,
                alignment: own.maybe { $0.any(Table.Alignment.allCases, or: .left) }
            )
        }
        return Table(
            caption: inlines(),
            columns: many(4) { own in own.maybe { $0.any(Table.Alignment.allCases, or: .left) } },
            head: rows(&self),
            bodies: many(3) { rows(&$0) },
            foot: rows(&self)
        )
    }

    // MARK: Inlines

    mutating func inlines(depth: Int = 0) -> [Inline] { many(4) { $0.inline(depth: depth) } }

    private mutating func inline(depth: Int) -> Inline {
        switch below(depth > 3 ? 7 : 18) {
        case 0, 1: return .text(text())
        case 2: return .code(text())
        case 3: return .image(image())
        case 4: return .lineBreak
        case 5: return .footnoteReference(id: text())
        case 6: return .math(math())
        case 7: return .emphasis(inlines(depth: depth + 1))
        case 8: return .strong(inlines(depth: depth + 1))
        case 9: return .strikethrough(inlines(depth: depth + 1))
        case 10: return .superscript(inlines(depth: depth + 1))
        case 11: return .subscript(inlines(depth: depth + 1))
        case 12: return .link(inlines(depth: depth + 1), target: text(), title: maybe { $0.text() })
        case 13: return .quoted(inlines(depth: depth + 1))
        case 14: return .cite(inlines(depth: depth + 1))
        case 15: return .ruby(base: inlines(depth: depth + 1), annotation: inlines(depth: depth + 1))
        case 16:
            let direction = maybe { $0.any(Direction.allCases, or: .leftToRight) }
            return .span(inlines(depth: depth + 1), language: maybe { $0.text() }, direction: direction)
        default: return .custom(Custom(name: name(), data: data(), fallback: inlines(depth: depth + 1)))
        }
    }

    // MARK: Parts

    private mutating func name() -> String { any(["poll", "paragraph", "custom", "text", text()], or: "poll") }

    private mutating func data() -> String {
        any(
            [
                "", "{}", "{\"a\":1}", "{ \"a\": 1 }", "{\"type\":\"poll\",\"q\":[1.50,{\"x\":null}]}",
                "{\"type\":\"poll\"}",
                "{\"type\":\"paragraph\"}", "{\"type\":\"poll\",\"fallback\":[]}",
                "{\"type\":\"poll\",\"fallback\":[1]}",
                "{\"fallback\":\"x\",\"type\":\"poll\"}", "{\"a\":1,\"a\":2}", "[1]", "{", "{\"a\":\"\\u00e9\"}",
                text(),
            ],
            or: ""
        )
    }

    mutating func image() -> ImageReference {
        ImageReference(
            url: maybe { $0.text() },
            resource: maybe { Resource.ID(rawValue: $0.text()) },
            alternativeText: maybe { $0.text() },
            title: maybe { $0.text() },
            width: maybe { $0.below(5_000) },
            height: maybe { $0.below(5_000) }
        )
    }

    private mutating func math() -> Math {
        Math(chance(2) ? .tex : .mathML, text(), alternativeText: maybe { $0.text() })
    }

    private mutating func resource(_ id: Resource.ID) -> Resource {
        let location: Resource.Location =
            switch below(3) {
            case 0: .bytes(many(9) { UInt8($0.below(256)) })
            case 1: .file(path: text())
            default: .remote(url: text())
            }
        return Resource(id: chance(4) ? "other" : id, mediaType: maybe { $0.text() }, location: location)
    }
}
