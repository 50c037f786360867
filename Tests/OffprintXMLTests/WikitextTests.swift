import Offprint
import Testing

@testable import OffprintXML

struct WikitextTests {
    @Test(arguments: [
        ("[[Harbour|the port]] is [[closed]]", "the port is closed"), ("[https://x.example/ a page] b", "a page b"),
        ("one<ref>two</ref> three<ref name=x/> four", "one three four"), ("[[a", "[[a"), ("a] [b", "a] [b"),
        ("[[File:x.png|thumb|A [[port]]]] b", "b"),
    ])
    func `links and elements of a line end where they do`(text: String, words: String) {
        var reading = Wikitext()
        #expect(reading.blocks(of: text).plainText == words)
    }

    @Test(arguments: ["[[", "[", "[[a", "<ref>", "<ref", "[[a]", "[[[a] "]) func `what nothing closes takes no time`(
        _ opening: String
    ) {
        let text = String(repeating: opening, count: 40_000)
        var reading = Wikitext()
        let time = ContinuousClock().measure { _ = reading.blocks(of: text) }
        #expect(time < .seconds(5))
    }
}
