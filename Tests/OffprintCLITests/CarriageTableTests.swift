import Foundation
import Offprint
import OffprintPlugins
import OffprintTesting
import Testing

/// `Documentation/carriage.md` is made from what the writers do.
struct CarriageTableTests {
    private static let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Documentation/carriage.md")

    private static let opening = """
        # What each format carries

        Made by `OFFPRINT_RECORD=1 swift test --filter CarriageTableTests` from what the writers do with their default options;
        the tests fail where it is out of date.

        ● carried · ◐ said in another form, reported as an approximation · ○ lost, reported as a loss

        Formats of words alone (`flat` and the like) and of metadata alone have no column among the nodes. In the second table a
        dot says that something of the field shows in the output.


        """

    @Test func `the page says what the writers do`() throws {
        let made = Self.opening + (try CarriageTable(of: PluginRegistry.bundledPlugins).markdown())
        let recorded = (try? String(contentsOf: Self.page, encoding: String.Encoding.utf8)) ?? ""
        if ProcessInfo.processInfo.environment["OFFPRINT_RECORD"] == "1", made != recorded {
            try made.write(to: Self.page, atomically: true, encoding: String.Encoding.utf8)
            Issue.record("Recorded Documentation/carriage.md: read it, then run without.")
        } else {
            let lines = Set(recorded.split(separator: "\n"))
            let news = made.split(separator: "\n").filter { !lines.contains($0) }
            #expect(
                made == recorded,
                "Documentation/carriage.md is out of date; new are:\n\(news.joined(separator: "\n"))"
            )
        }
        #expect(!made.contains("**?**"), "A node vanishes in silence.")
    }
}
