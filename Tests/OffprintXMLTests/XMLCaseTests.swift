import Offprint
import OffprintTesting
import OffprintXML
import Testing

@Suite struct XMLCaseTests {
    static let formats: [Format.ID] = [
        "rss", "atom", "nitf", "newsml-g2", "newsml-1", "tei", "jats", "docbook", "wxr", "xml",
    ]
    static let cases = formats.flatMap { CaseFolder.all(in: $0) }

    @Test(arguments: cases) func `reads as its cases say`(folder: CaseFolder) {
        expectReads(folder, with: XMLPlugin())
    }

    @Test(arguments: formats) func `every format has a plain case and a difficult one`(format: Format.ID) {
        #expect(CaseFolder.all(in: format).count >= 2)
    }

    @Test func `keeps what every plugin promises`() {
        PluginConformance(XMLPlugin(), samples: Self.samples.mapValues { Array($0.utf8) }).check()
    }

    private static let samples: [Format.ID: String] = [
        "rss": "<rss><channel><item><title>T</title><description>One.</description></item></channel></rss>",
        "atom": "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>T</title></entry></feed>",
        "nitf": "<nitf><body><body.content><p>One.</p></body.content></body></nitf>",
        "newsml-g2": """
        <newsItem guid="g"><itemMeta><pubStatus qcode="stat:withheld"/></itemMeta><contentMeta><headline>T</headline>\
        </contentMeta><contentSet><inlineXML><html><body><p>One.</p></body></html></inlineXML></contentSet></newsItem>
        """,
        "newsml-1": """
        <NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>T</HeadLine></NewsLines><ContentItem><DataContent>\
        <p>One.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>
        """,
        "tei": """
        <TEI><teiHeader/><text><body><p>One<note place="foot">Two</note> <quote><p>Three</p></quote></p>\
        <list><item>Four</item></list></body></text></TEI>
        """,
        "jats": """
        <article article-type="news"><front><article-meta><title-group><article-title>T</article-title></title-group>\
        </article-meta></front><body><p>One<fn><p>Two</p></fn></p><fig><caption><p>C</p></caption></fig></body></article>
        """,
        "docbook": """
        <article xmlns="http://docbook.org/ns/docbook"><info><title>T</title></info><para>One<footnote><para>Two</para>\
        </footnote></para><informaltable><tgroup cols="1"><tbody><row><entry>x</entry></row></tbody></tgroup>\
        </informaltable></article>
        """,
        "wxr": """
        <rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>\
        <item><title>T</title><content:encoded>One [gallery ids="1"] two</content:encoded><wp:post_type>post</wp:post_type>\
        <wp:status>publish</wp:status></item></channel></rss>
        """,
        "xml": "<REUTERS><TEXT><TITLE>T</TITLE><BODY>One.</BODY></TEXT></REUTERS>",
    ]
}
