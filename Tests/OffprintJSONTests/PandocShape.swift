import OffprintInterchange

/// What is wrong with the shape of a document in pandoc's tree: its constructors with the arguments they take.
struct PandocShape {
    private(set) var problems: [String] = []

    static func problems(of document: JSONValue) -> [String] {
        var shape = PandocShape()
        shape.expect(
            document.object?.members.map(\.key) == ["pandoc-api-version", "meta", "blocks"],
            "the top is another"
        )
        for member in document["meta"]?.object?.members ?? [] { shape.meta(member.value) }
        shape.list(document["blocks"], .block)
        return shape.problems
    }

    /// What an argument of a constructor is.
    private indirect enum Argument: Sendable {
        case block, inline, attributes, text, number, target, caption, alignment, columnWidth, cell, row
        case head, body, foot, nothing
        case tag([String])
        case list(Argument)
        case tuple([Argument])
    }

    private static let blocks: [String: Argument] = [
        "Plain": .list(.inline), "Para": .list(.inline), "CodeBlock": .tuple([.attributes, .text]),
        "BlockQuote": .list(.block), "BulletList": .list(.list(.block)), "HorizontalRule": .nothing,
        "OrderedList": .tuple([
            .tuple([.number, .tag(["Decimal", "LowerAlpha", "LowerRoman"]), .tag(["Period"])]), .list(.list(.block)),
        ]),
        "DefinitionList": .list(.tuple([.list(.inline), .list(.list(.block))])),
        "Header": .tuple([.number, .attributes, .list(.inline)]),
        "Table": .tuple([
            .attributes, .caption, .list(.tuple([.alignment, .columnWidth])), .head, .list(.body), .foot,
        ]),
        "Figure": .tuple([.attributes, .caption, .list(.block)]), "Div": .tuple([.attributes, .list(.block)]),
    ]

    private static let inlines: [String: Argument] = [
        "Str": .text, "Space": .nothing, "LineBreak": .nothing, "Emph": .list(.inline), "Strong": .list(.inline),
        "Strikeout": .list(.inline), "Superscript": .list(.inline), "Subscript": .list(.inline),
        "Quoted": .tuple([.tag(["DoubleQuote"]), .list(.inline)]), "Code": .tuple([.attributes, .text]),
        "Math": .tuple([.tag(["InlineMath", "DisplayMath"]), .text]), "RawInline": .tuple([.text, .text]),
        "Link": .tuple([.attributes, .list(.inline), .target]),
        "Image": .tuple([.attributes, .list(.inline), .target]),
        "Note": .list(.block), "Span": .tuple([.attributes, .list(.inline)]),
    ]

    private mutating func expect(_ isRight: Bool, _ problem: @autoclosure () -> String) {
        if !isRight { problems.append(problem()) }
    }

    private mutating func meta(_ value: JSONValue) {
        switch value["t"]?.string {
        case "MetaInlines": list(value["c"], .inline)
        case "MetaList": for element in value["c"]?.array ?? [] { meta(element) }
        default: problems.append("unknown metadata \(value)")
        }
    }

    private mutating func list(_ value: JSONValue?, _ element: Argument) {
        guard let elements = value?.array else { return problems.append("a list is missing") }
        for one in elements { check(one, element) }
    }

    private mutating func node(_ value: JSONValue, _ known: [String: Argument]) {
        guard let type = value["t"]?.string, let argument = known[type] else {
            return problems.append("unknown node \(value["t"]?.string ?? value.kind)")
        }
        if case .nothing = argument {
            expect(value["c"] == nil, "\(type) has content")
        } else if let content = value["c"] {
            check(content, argument)
        } else {
            problems.append("\(type) has no content")
        }
    }

    private mutating func check(_ value: JSONValue, _ argument: Argument) {
        switch argument {
        case .block: node(value, Self.blocks)
        case .inline: node(value, Self.inlines)
        case .text: expect(value.string != nil, "\(value.kind) for text")
        case .number: expect(value.integer != nil, "\(value.kind) for a number")
        case .nothing: problems.append("nothing has no value")
        case .target: check(value, .tuple([.text, .text]))
        case .attributes: check(value, .tuple([.text, .list(.text), .list(.tuple([.text, .text]))]))
        case .caption:
            expect(value.array?.count == 2 && value.array?.first?.isNull == true, "a caption is another")
            list(value.array?.last, .block)
        case .alignment: check(value, .tag(["AlignLeft", "AlignCenter", "AlignRight", "AlignDefault"]))
        case .columnWidth: check(value, .tag(["ColWidthDefault"]))
        case .cell: check(value, .tuple([.attributes, .alignment, .number, .number, .list(.block)]))
        case .row: check(value, .tuple([.attributes, .list(.cell)]))
        case .head, .foot: check(value, .tuple([.attributes, .list(.row)]))
        case .body: check(value, .tuple([.attributes, .number, .list(.row), .list(.row)]))
        case .tag(let names): expect(names.contains(value["t"]?.string ?? ""), "unknown tag \(value)")
        case .list(let element): list(value, element)
        case .tuple(let arguments):
            guard let values = value.array, values.count == arguments.count else {
                return problems.append("\(value.array?.count ?? 0) arguments for \(arguments.count)")
            }
            for (value, argument) in zip(values, arguments) { check(value, argument) }
        }
    }
}
