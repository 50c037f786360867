import Offprint
import OffprintTesting
import Synchronization
import Testing

// The kit is worth what it finds: each of these breaks one rule, and the check must say so.

struct ConformanceTests {
    /// The messages of the issues that `check` records.
    private func issues(_ check: () -> Void) -> String {
        let messages = Messages()
        withKnownIssue {
            check()
        } matching: { issue in
            messages.text.withLock { $0 += "\(issue) \(issue.comments.map(\.rawValue).joined())\n" }
            return true
        }
        return messages.text.withLock { $0 }
    }

    /// A box for what the matching closure sees.
    private final class Messages: Sendable { let text = Mutex("") }

    @Test func `finds a writer that forgets, lets controls through and is never the same`() {
        let found = issues { WriterConformance(CarelessWriter()).check() }
        #expect(found.contains("is carried whole or reported as a loss"))
        #expect(found.contains("gives no control characters"))
        #expect(found.contains("written twice gives the same bytes"))
        #expect(found.contains("has no dot"))
    }

    @Test func `finds a reader that nests too deep and does not know its sample`() {
        let found = issues { ReaderConformance(CarelessReader(), sample: Array("x".utf8)).check() }
        #expect(found.contains("nest at most"))
        #expect(found.contains("recognises its sample"))
        #expect(found.contains("Bad Name"))
    }

    @Test func `finds options that do not take their default`() {
        let found = issues { PluginConformance(CarelessPlugin()).check() }
        #expect(found.contains("does not take its default \"maybe\""))
        #expect(found.contains("has one line of help"))
    }

    @Test func `a case that is not there fails`() {
        let folders = CaseFolder.all(in: "no-such-format")
        #expect(folders.count == 1)
        for folder in folders {
            #expect(issues { expectReads(folder, with: MarkPlugin()) }.contains("holds no case"))
            #expect(issues { expectWrites(folder, with: MarkPlugin()) }.contains("holds no case"))
        }
    }
}

private struct CarelessWriter: Writer {
    final class Counter: Sendable { let count = Mutex(0) }
    let counter = Counter()
    let format = Format(id: "careless", name: "Careless", fileExtensions: [".x"], mediaTypes: [])

    func write(_ request: WriteRequest, reporting diagnostics: inout Diagnostics) -> Rendition {
        let count = counter.count.withLock { count in
            count += 1
            return count
        }
        return Rendition(Array((request.entries.map(\.article.body.plainText).joined() + "\(count)\u{1}").utf8))
    }
}

private struct CarelessReader: Reader {
    let formats = [Format(id: "Bad Name", name: "Bad", fileExtensions: ["bad"], mediaTypes: [])]

    func recognize(_ prefix: Span<UInt8>, hint: SourceHint) -> Recognition { .none }

    func read(_ request: ReadRequest, reporting diagnostics: inout Diagnostics) -> [Article] {
        var body: [Block] = []
        for _ in 0...Article.maximumDepth { body = [.quote(body)] }
        return [Article(body: body)]
    }
}

private struct CarelessPlugin: Plugin {
    let name = "careless"
    let options = [OptionDeclaration("cover", .flag, default: "maybe", help: "")]
}
