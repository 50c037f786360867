import Offprint
import OffprintPlainText
import OffprintTesting
import Testing

@Suite struct `Cases of plain text` {
    @Test(arguments: CaseFolder.all(in: "text")) func `reads as its cases say`(folder: CaseFolder) {
        expectReads(folder, with: PlainTextPlugin())
    }

    @Test func `keeps what every plugin promises`() throws {
        let sample = try Repository.bytes("Tests/Cases/text/english-page/source.txt")
        PluginConformance(PlainTextPlugin(), samples: ["text": sample]).check()
    }
}
