import Offprint
import OffprintHTML
import OffprintTesting
import Testing

@Suite struct HTMLCaseTests {
    @Test(arguments: CaseFolder.all(in: "html")) func `reads as its cases say`(folder: CaseFolder) {
        expectReads(folder, with: HTMLPlugin())
    }

    @Test func `keeps what every plugin promises`() {
        let sample = Array("<!doctype html><html><head><title>T</title></head><body><p>One.</p></body></html>".utf8)
        PluginConformance(HTMLPlugin(), samples: ["html": sample]).check()
    }
}
