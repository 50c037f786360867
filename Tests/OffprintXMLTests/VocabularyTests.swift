import OffprintMarkup
import Testing

@testable import OffprintXML

struct VocabularyTests {
    @Test(arguments: [
        ("a/b", "1 2"), ("//b", "1 2 3"), ("a//b", "1 2 3"), ("*/b[@k]", "1"), ("*/b[!@k]", "2"), ("//b[@k=main]", "1"),
        ("a/c/b", "3"), ("a/none", ""), ("//b@k", "x:Main"), ("a/b[@k=x]", ""),
    ])
    func `paths lead to elements by their local names`(path: String, found: String) throws {
        let text = "<r xmlns:p='urn:p'><p:a><b k='x:Main'>1</b><p:b>2</p:b><c><b>3</b></c></p:a></r>"
        let source = XMLSource(try MarkupDocument(xml: Array(text.utf8)).tree, name: "r.xml")
        let values = source.values(XMLPath(path), from: source.root).map(\.text)
        #expect(values.joined(separator: " ") == found)
    }

    @Test(arguments: [
        ("By Karen Holm", ["Karen Holm"]), ("Mia Holm and Jordan Lee", ["Mia Holm", "Jordan Lee"]),
        ("By Benjamin Wright, Press Association", ["Benjamin Wright"]), ("MARIO ROSSI", ["MARIO ROSSI"]),
        ("Situation serious, ready for all scenarios says EC", []), ("hh/ph/ts", []), ("By Staff Reporter", []),
        ("Von Anna van der Berg und Ole Dahl", ["Anna van der Berg", "Ole Dahl"]), ("TESTKUNDE BØRS ASA", []),
        ("Wiktor Holm/TT", ["Wiktor Holm"]), ("Ann Press and The Canadian Press", ["Ann Press"]),
        ("Ken Thomas and Julie Pace", ["Ken Thomas", "Julie Pace"]),
    ])
    func `a byline names people or nobody`(line: String, names: [String]) {
        #expect(PrintedByline(line).names == names)
    }

    @Test(
        arguments: [
            ("STOCKHOLM, Aug 29, 2014 (AFP) -", "STOCKHOLM"), ("Strasbourg, 10 juil 2024 (AFP)", "Strasbourg"),
            ("Peine (dpa/lni) -", "Peine"), ("January 21", nil), ("15.7.2019 12:09:11 CEST", nil),
            ("Newport News, VA", "Newport News, VA"), ("2013-03-04 11:40:31 GMT+00:00", nil), ("Helsinki", "Helsinki"),
            ("Mayfield, May 6", "Mayfield"),
        ] as [(String, String?)]
    )
    func `a dateline names a place or none`(line: String, place: String?) {
        #expect(Dateline.place(line) == place)
    }

    @Test(
        arguments: [
            ("<?xml version='1.0'?><!-- x --><a:b c='d'/>", "b"), ("<!DOCTYPE x [<!ENTITY y '>'>]><x/>", "x"),
            ("<!DOCTYPE nitf [<!ENTITY a \"aaaa", "nitf"), ("text", nil), ("<?xml version='1.0'?>", nil), ("<", nil),
        ] as [(String, String?)]
    )
    func `the root is found without a parse`(text: String, name: String?) {
        #expect(RootElement(Array(text.utf8))?.name == name)
    }

    @Test(arguments: [
        ("One\ntwo\n\nthree", ["One two", "three"]), ("One\ntwo\n    Three\nfour", ["One two", "Three four"]),
        ("    all\n    stand\n    in", ["all stand in"]), ("", []), ("\n\n", []),
    ])
    func `paragraphs of text are parted by blank lines or begun by lines that stand in`(text: String, parts: [String]) {
        #expect(PlainParagraphs.split(text) == parts)
    }

    @Test(
        arguments: [
            ("T25l", "One"), ("T25l\n  ", "One"), ("SGk=", "Hi"), ("no base64!", nil), ("", ""),
        ] as [(String, String?)]
    )
    func `base64 is read as documents break it`(text: String, words: String?) {
        #expect(Base64.decode(text).map { String(decoding: $0, as: UTF8.self) } == words)
    }

    @Test(
        arguments: [
            ("<r xml:base='https://a.example/b/'><e xml:base='c/'><x/></e></r>", "https://a.example/b/c/"),
            ("<r xml:base='https://a.example/b/'><e xml:base='/d'><x/></e></r>", "https://a.example/d"),
            ("<r xml:base='https://a.example/b/'><e><x xml:base='https://e.example/'/></e></r>", "https://e.example/"),
            ("<r xml:base='https://a.example/b/'><e xml:base=''><x/></e></r>", nil), ("<r><e><x/></e></r>", nil),
        ] as [(String, String?)]
    )
    func `bases are resolved against those around them`(text: String, base: String?) throws {
        let tree = try MarkupDocument(xml: Array(text.utf8)).tree
        #expect(tree.base(at: try #require(tree.descendant("x", in: tree.document))) == base)
    }

    @Test(
        arguments: [
            ("Paris, 1 jan (AFP)", "AFP"), ("Peine (dpa/lni) -", "dpa"), ("LONDON, May 6 (Reuters) -", "Reuters"),
            ("Washington (DC)", nil), ("Paris (Texas)", nil), ("Paris", nil), ("(AFP)", nil), ("Oslo (NTB) i dag", nil),
        ] as [(String, String?)]
    )
    func `a dateline names an agency or none`(line: String, agency: String?) {
        #expect(Dateline.agency(line) == agency)
    }

    @Test(arguments: [
        ("Use of <div> in HTML", "Use of <div> in HTML"), ("How to center a <div>", "How to center a <div>"),
        ("Use of &lt;div&gt; in HTML", "Use of <div> in HTML"), ("Q&amp;A on <title>, again", "Q&A on <title>, again"),
        ("The <b>bold</b> one", "The bold one"), ("One<br>two", "One two"), ("One. <p> Two", "One. Two"),
        ("<p>One</p>", "One"), ("Some words <p>", "Some words"), ("A <span class='x'> B", "A B"),
    ])
    func `a title may name an element`(text: String, line: String) {
        #expect(EscapedMarkup(text, base: nil).line == line)
    }
}
