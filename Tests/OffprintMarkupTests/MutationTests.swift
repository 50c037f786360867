import OffprintMarkup
import Testing

/// Pages that chance has damaged: they become a sound tree all the same.
@Suite struct MutationTests {
    @Test func `a damaged page becomes a sound tree`() throws {
        var random = SplitMix64(seed: 11)
        for _ in 0..<60 {
            let page = Self.page(&random)
            for _ in 0..<12 { try expectSoundTree(of: Self.damaged(page, &random)) }
        }
    }

    static let hostile: [(name: String, html: String)] = [
        ("links around paragraphs", String(repeating: "<a href=x><p>", count: 5_000)),
        (
            "formatting that crosses blocks",
            String(repeating: "<b><div>", count: 2_000) + String(repeating: "</b>", count: 20_000)
        ),
        ("formatting of every kind", String(repeating: "<a><b><i><p>", count: 3_000)),
        (
            "formatting that comes back",
            (0..<3_000).map { "<b id=\($0)>" }.joined() + String(repeating: "<p>x", count: 3_000)
        ),
        (
            "ends of nothing",
            String(repeating: "<y><div><span>", count: 3_000) + String(repeating: "</y></x></p>", count: 10_000)
        ),
        ("drawings without end", String(repeating: "<svg>", count: 20_000)),
        ("text elements without end", String(repeating: "<iframe><textarea><title>", count: 10_000)),
        ("quotes without end", String(repeating: "<a b=\"", count: 20_000)),
        ("comments without end", String(repeating: "<!--", count: 20_000)),
        ("tables without end", String(repeating: "<table><tr><td>", count: 3_000)),
        (
            "forms without end",
            String(repeating: "<form><div></form>", count: 3_000) + String(repeating: "</div>", count: 10_000)
        ),
        (
            "roots and bodies",
            String(repeating: "<p>x", count: 10_000) + String(repeating: "<html a=1><body b=2>", count: 10_000)
        ),
        ("names of its own", (0..<70_000).map { "<x\($0)>" }.joined(separator: "</p>").prefix(600_000) + ""),
        ("references to nothing", String(repeating: "&&a&#", count: 50_000)),
    ]

    @Test(arguments: hostile) func `what is made to take long does not`(_ sample: (name: String, html: String)) throws {
        let time = ContinuousClock().measure {
            do throws(MarkupError) {
                _ = try MarkupDocument(html: Array("<body>\(sample.html)".utf8))
            } catch {
                #expect(error.code == .depthLimit)
            }
        }
        #expect(time < .seconds(5))
    }

    private func expectSoundTree(of page: [UInt8]) throws {
        let tree = try MarkupDocument(html: page).tree
        #expect(String(validating: tree.textBytes, as: UTF8.self) != nil)
        #expect(tree.end(of: tree.document) == tree.count)
        var isSound = true
        for node in tree.all.dropFirst() {
            let parent = tree.parent(of: node)
            isSound = isSound && parent >= 0 && parent < node && !tree.isText(parent)
            isSound = isSound && tree.end(of: node) > node && tree.end(of: node) <= tree.end(of: parent)
            isSound = isSound && tree.children(of: parent).contains(node)
            isSound =
                isSound && tree.textRange(of: parent).clamped(to: tree.textRange(of: node)) == tree.textRange(of: node)
            isSound = isSound && tree.line(of: node) >= 1
            for attribute in tree.attributes(of: node) { isSound = isSound && !attribute.value.utf8.contains(0) }
        }
        if !isSound { Issue.record("\(String(decoding: page, as: UTF8.self)) became \(tree.outline)") }
    }

    // MARK: Pages

    private static let pieces: [String] = [
        "<p>", "</p>", "<p class=\"a &amp; b\" id=c>", "<div>", "</div>", "<div data-x='{\"a\":1}'>", "<b>", "</b>",
        "<i>", "</i>",
        "<a href=\"/x?a=1&copy=2\">", "</a>", "<h2>", "</h2>", "<ul>", "<li>", "</li>", "</ul>", "<table>", "<tr>",
        "<td>", "</td>",
        "</table>", "<caption>", "<tbody>", "<form>", "</form>", "<button>", "</button>", "<select><option>x",
        "</select>", "<br>",
        "<img src=x alt=\"é\">", "<br/>", "<hr>", "<pre>\n", "</pre>", "<svg><g/></svg>", "<svg>",
        "<math><mi>x</mi></math>",
        "<script>if (a < b) {}</script>", "<script type=application/ld+json>{\"a\":\"</p>\"}</script>",
        "<style>p{}</style>",
        "<!-- c -->", "<noscript>", "</noscript>", "<template>", "</template>", "<textarea>", "</textarea>",
        "<title>t</title>",
        "<iframe src=y>z</iframe>", "<html lang=en>", "<head>", "</head>", "<body class=d>", "</body>", "<object>",
        "</object>",
        "<ruby>a<rt>b", "</ruby>", "<dl><dt>a<dd>b", "</dl>", "<x-y z>", "</x-y>", "text ", "æøå 漢字 ", "&lt;", "&#146;",
        "&notit;",
        "\r\n", "\n   ", "<meta name=a content=b>", "<link rel=c>", "<span>", "</span>", "<font color=red>", "</font>",
        "<nobr>",
    ]

    private static func page(_ random: inout SplitMix64) -> [UInt8] {
        var page = ""
        for _ in 0..<Int.random(in: 1...120, using: &random) { page += pieces.randomElement(using: &random) ?? "" }
        return Array(page.utf8)
    }

    private static func damaged(_ page: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
        var page = page
        for _ in 0..<Int.random(in: 0...4, using: &random) where !page.isEmpty {
            let place = Int.random(in: 0..<page.count, using: &random)
            let length = Int.random(in: 0...min(20, page.count - place), using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: page[place] ^= UInt8.random(in: 1...255, using: &random)
            case 1: page.removeSubrange(place...)
            case 2: page.removeSubrange(place..<place + length)
            default: page.insert(contentsOf: page[place..<place + length], at: place)
            }
        }
        return page
    }
}
