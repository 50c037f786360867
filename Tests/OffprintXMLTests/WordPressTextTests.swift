import Testing

@testable import OffprintXML

struct WordPressTextTests {
    @Test(arguments: [
        ("a [youtube]v[/youtube] b", "a v b"), ("a [/note] b", "a [/note] b"), ("a [youtube] b", "a [youtube] b"),
        ("[vc-row]a[/vc-row]", "a"), ("a [semi-official] b", "a [semi-official] b"), ("a [my_code] b", "a  b"),
        ("[note id=\"1\"]a[/note]", "a"), ("[dropcap]A[/dropcap]n", "An"), ("[caption]", ""),
    ])
    func `brackets are shortcodes or words`(text: String, words: String) {
        let html = WordPressText(pictures: [:]).html(of: text)
        #expect(html.replacing("<p>", with: "").replacing("</p>\n", with: "") == words)
    }

    @Test(arguments: ["[caption] ", "[embed]x ", "[ a ", "[/x] ", "[/"]) func `codes that nothing closes take no time`(
        _ code: String
    ) {
        let text = String(repeating: code, count: 10_000)
        let time = ContinuousClock().measure { _ = WordPressText(pictures: [:]).html(of: text) }
        #expect(time < .seconds(5))
    }
}
