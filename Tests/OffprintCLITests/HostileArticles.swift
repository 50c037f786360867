import Offprint

/// Articles that try to bring a script, or an address that runs one, into whatever is made of them.
enum HostileArticles {
    /// Texts for every place that holds words.
    static let texts = [
        "<script>alert(1)</script>", "</script><script>alert(1)</script>", "</style><script>alert(1)</script>",
        "</title><svg onload=alert(1)>", "<!--<script>", "--><script>alert(1)</script>", "]]><script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "<iframe srcdoc='<script>alert(1)</script>'>",
        "<a href=\"javascript:alert(1)\">x</a>", "[x](javascript:alert(1))", "![x](javascript:alert(1))",
        "<javascript:alert(1)>", "[x]: javascript:alert(1)\n[x]", "&lt;script&gt;alert(1)&lt;/script&gt;",
        "&#60;script&#62;alert(1)", "\n---\n<script>alert(1)</script>\n---\n", "```\n<script>alert(1)</script>",
        "`` <script>alert(1)</script>", "<base href=//x.example/>", "<meta http-equiv=refresh content=0>",
        "<form action=x><input autofocus onfocus=alert(1)>", "{{constructor.constructor('alert(1)')()}}",
        "<?xml-stylesheet href='x'?>", "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/hostname'>]>&y;",
        "<x onclick=alert(1)>",
        "\u{0}<scr\u{0}ipt>alert(1)</script>", "<div><math><mi//xlink:href=\"data:x,<script>alert(4)</script>\">",
        "<svg><![CDATA[<script>alert(1)</script>", "%><script>alert(1)</script>", "\u{2028}<script>alert(1)</script>",
    ]

    /// Addresses for every place that holds one.
    static let addresses = [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " \t\njavascript:alert(1)", "java\tscript:alert(1)",
        "java\nscript:alert(1)", "java\r\nscript:alert(1)", "\u{1}javascript:alert(1)", "java\u{0}script:alert(1)",
        "javascript\t:alert(1)", "javascript&colon;alert(1)", "&#106;avascript:alert(1)",
        "&#x6A;avascript&#58;alert(1)",
        "java&Tab;script:alert(1)", "java&NewLine;script&colon;alert(1)", "\u{A0}javascript:alert(1)",
        "javascript://x.example/%0Aalert(1)", "javascript:/*--></script>*/alert(1)",
        "vbscript:msgbox(1)", "VBScript:msgbox(1)", "vb\nscript:msgbox(1)", "data:text/html,<script>alert(1)</script>",
        "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==", "DATA:image/svg+xml,<svg onload=alert(1)>",
        "data:,<script>alert(1)</script>", "feed:javascript:alert(1)", "view-source:javascript:alert(1)",
        "https://x.example/\" onmouseover=\"alert(1)", "https://x.example/'><script>alert(1)</script>",
        "https://x.example/)[y](javascript:alert(1)", "https://x.example/> [y](javascript:alert(1))",
        "https:javascript:alert(1)", "//javascript:alert(1)", "file:///etc/hostname", "blob:https://x.example/1",
        "\\javascript:alert(1)", "javascript%3Aalert(1)", "jar:javascript:alert(1)!/", "livescript:alert(1)",
    ]

    /// An article with a text in every place for words and an address in every place for one.
    static func article(text: String, address: String) -> Article {
        let origin = Origin(.user, at: text)
        var metadata = Metadata()
        metadata.title.add(text, from: origin)
        metadata.subtitle.add(text, from: origin)
        metadata.kicker.add(text, from: origin)
        metadata.authors.add([Contributor(text, kind: .person, role: text, url: address)], from: origin)
        metadata.byline.add(text, from: origin)
        metadata.contributors.add([Contributor(text, role: text, url: address)], from: origin)
        metadata.language.add(text, from: origin)
        metadata.description.add(text, from: origin)
        metadata.publisher.add(Organization(text, url: address), from: origin)
        metadata.agencies.add([Organization(text, url: address)], from: origin)
        metadata.url.add(address, from: origin)
        metadata.identifiers.add([Identifier(text, scheme: text)], from: origin)
        metadata.tags.add([Tag(text, uri: address)], from: origin)
        metadata.sections.add([text, text], from: origin)
        metadata.kind.add(.liveBlog, from: origin)
        let image = ImageReference(url: address, alternativeText: text, title: text)
        let held = ImageReference(resource: "held", alternativeText: text, title: text)
        metadata.images.add([Picture(image, caption: text, credit: text), Picture(held)], from: origin)
        metadata.rights.add(text, from: origin)
        metadata.places.add([text], from: origin)
        metadata.notes.add([text], from: origin)
        metadata.slug.add(text, from: origin)
        var article = Article(metadata: metadata, body: body(text, address, [image, held]))
        let drawing = Array(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"><script>1</script></svg>".utf8
        )
        article.resources = [
            "held": Resource(id: "held", mediaType: "image/png", location: .bytes(drawing)),
            Resource.ID(rawValue: address): Resource(id: "far", mediaType: text, location: .remote(url: address)),
            Resource.ID(rawValue: text): Resource(id: "near", mediaType: "text/html", location: .file(path: address)),
        ]
        return article
    }

    private static func body(_ text: String, _ address: String, _ images: [ImageReference]) -> [Block] {
        let run: [Inline] =
            [
                .text(text), .link([.text(text)], target: address, title: text), .code(text), .lineBreak, .text(text),
                .footnoteReference(id: text), .math(Math(.tex, text, alternativeText: text)),
                .math(Math(.mathML, "<math><mi href=\"\(address)\" onclick=\"1\">\(text)</mi></math>")),
                .span([.text(text)], language: text), .ruby(base: [.text(text)], annotation: [.text(text)]),
                .custom(Custom(name: text, data: text, fallback: [.text(text)])),
            ] + images.map { .image($0) }
        let words: [Block] = [.paragraph(run)]
        return [
            .paragraph(run, role: .lead), .heading(level: 2, run), .code(text, language: text),
            .quote(words, attribution: run),
            .pullQuote(words, attribution: run), .list(ItemList(.bullet, items: [ItemList.Item(words, isDone: true)])),
            .table(Table(caption: run, head: [[Table.Cell(words)]], bodies: [[[Table.Cell(words)]]])),
            .figure(Figure(images: images, caption: run, credit: text)),
            .embed(Embed(.video, url: address, title: text, fallback: words)), .embed(Embed(.other, url: address)),
            .aside(Aside(.related, title: run, content: words)),
            .liveEntry(LiveEntry(title: run, author: text, content: words)),
            .definitionList([Definition(term: run, meanings: [words])]), .math(Math(.tex, text)),
            .footnote(id: text, words),
            .custom(Custom(name: text, data: text, fallback: words)),
        ]
    }
}
