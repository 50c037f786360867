import Offprint
import OffprintTesting
import OffprintXML
import Testing

@Suite struct XMLCaseTests {
    static let cases =
        CaseFolder.all(in: "rss") + CaseFolder.all(in: "atom") + CaseFolder.all(in: "nitf")
        + CaseFolder.all(in: "xml")

    @Test(arguments: cases) func `reads as its cases say`(folder: CaseFolder) {
        expectReads(folder, with: XMLPlugin())
    }

    @Test func `keeps what every plugin promises`() {
        PluginConformance(
            XMLPlugin(),
            samples: [
                "rss": Array(
                    "<rss><channel><item><title>T</title><description>One.</description></item></channel></rss>".utf8
                ),
                "atom": Array("<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>T</title></entry></feed>".utf8),
                "nitf": Array("<nitf><body><body.content><p>One.</p></body.content></body></nitf>".utf8),
            ]
        ).check()
    }
}
