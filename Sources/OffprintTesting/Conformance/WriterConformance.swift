public import Offprint
public import Testing

/// What every writer must do, whoever wrote it.
///
/// The same articles give the same bytes and diagnostics; every node, an empty article, hostile text and deep nesting
/// are survived; text formats give valid UTF-8 without control characters; a format of many articles takes them; no node
/// vanishes from a format for articles in silence (``Carriage``).
public struct WriterConformance: Sendable {
    private let writer: any Writer
    private let options: OptionValues

    /// Creates a check.
    public init(_ writer: any Writer, options: OptionValues = OptionValues()) {
        self.writer = writer
        self.options = options
    }

    /// Checks all of it.
    public func check(sourceLocation place: SourceLocation = #_sourceLocation) {
        checkDeclaration(of: writer.format, place)
        for (name, article) in SampleArticles.all { _ = write([article], name, place) }
        var generator = ArticleGenerator(seed: 1)
        for index in 0..<24 { _ = write([generator.article()], "random article \(index)", place) }
        if writer.format.capacity != .one {
            _ = write(SampleArticles.all.map(\.article), "several articles", place)
        }
        if writer.format.content == .article { checkLosses(place) }
    }

    private func checkLosses(_ place: SourceLocation) {
        let carriage = Carriage(writer, options: options)
        for probe in Carriage.probes where (try? carriage.verdict(on: probe)) == .silent {
            Issue.record(
                "\(writer.format.id): \(probe.name) is neither in the output nor reported.",
                sourceLocation: place
            )
        }
        let data = "{\"mark\":\"\(SampleArticles.customMark)\"}"
        let nodes: [(String, Block)] = [
            ("block", .custom(Custom(name: "poll", data: data, fallback: [.paragraph([.text("Vote.")])]))),
            ("inline", .paragraph([.custom(Custom(name: "poll", data: data, fallback: [.text("Vote.")]))])),
        ]
        for (kind, block) in nodes {
            guard let (rendition, diagnostics) = write([Article(body: [block])], "a custom \(kind)", place) else {
                continue
            }
            let mark = Array(SampleArticles.customMark.utf8)
            #expect(
                rendition.bytes.contains(mark) || !diagnostics.losses.isEmpty,
                "\(writer.format.id): a custom \(kind) is carried whole or reported as a loss.",
                sourceLocation: place
            )
        }
    }

    /// Writes twice and checks what came of it; `nil` where it throws.
    private func write(_ articles: [Article], _ name: String, _ place: SourceLocation) -> (Rendition, Diagnostics)? {
        let entries = articles.enumerated().map { WriteRequest.Entry($1, source: "sample", id: "sample#\($0 + 1)") }
        let request = WriteRequest(entries, options: options, moment: Timestamp(iso8601: "2024-05-06T12:00:00Z"))
        do throws(ConversionError) {
            var (first, second) = (Diagnostics(), Diagnostics())
            let made = try writer.write(request, reporting: &first)
            let again = try writer.write(request, reporting: &second)
            let id = writer.format.id
            #expect(made == again, "\(id): \(name) written twice gives the same bytes.", sourceLocation: place)
            #expect(first == second, "\(id): \(name) written twice gives the same diagnostics.", sourceLocation: place)
            if writer.format.isText { checkText(made.bytes, name, place) }
            return (made, first)
        } catch {
            Issue.record("\(writer.format.id): \(name) is not written: \(error)", sourceLocation: place)
            return nil
        }
    }

    private func checkText(_ bytes: [UInt8], _ name: String, _ place: SourceLocation) {
        let isText = String(decoding: bytes, as: UTF8.self).utf8.elementsEqual(bytes)
        #expect(isText, "\(writer.format.id): \(name) gives valid UTF-8.", sourceLocation: place)
        let control = bytes.first { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
        #expect(control == nil, "\(writer.format.id): \(name) gives no control characters.", sourceLocation: place)
    }
}

extension [UInt8] {
    /// Whether the bytes of `part` stand somewhere in these.
    fileprivate func contains(_ part: [UInt8]) -> Bool {
        guard let first = part.first, count >= part.count else { return part.isEmpty }
        return indices.dropLast(part.count - 1).contains { index in
            self[index] == first && self[index..<index + part.count].elementsEqual(part)
        }
    }
}
