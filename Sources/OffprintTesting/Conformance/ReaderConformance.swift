public import Offprint
import OffprintInterchange
public import Testing

/// What every reader must do, whoever wrote it.
///
/// The same bytes give the same articles and diagnostics; hostile bytes give articles or an error that says
/// something, never a crash; blocks nest within ``OffprintModel/Article/maximumDepth``; the reader recognises and
/// reads its sample.
public struct ReaderConformance: Sendable {
    private let reader: any Reader
    private let format: Format
    private let sample: [UInt8]?
    private let options: OptionValues

    /// Creates a check of one of the formats of a reader, the first unless another is named.
    ///
    /// `sample` is a valid source of that format.
    public init(
        _ reader: any Reader,
        reading format: Format.ID? = nil,
        sample: [UInt8]? = nil,
        options: OptionValues = OptionValues()
    ) {
        self.reader = reader
        let found = reader.formats.first { $0.id == format } ?? reader.formats.first
        self.format = found ?? Format(id: "none", name: "", fileExtensions: [], mediaTypes: [])
        self.sample = sample
        self.options = options
    }

    /// Checks all of it.
    public func check(sourceLocation place: SourceLocation = #_sourceLocation) {
        checkDeclaration(of: format, place)
        if let sample { checkSample(sample, place) }
        for (name, bytes) in hostileSources { _ = read(bytes, name, place) }
    }

    private func checkSample(_ sample: [UInt8], _ place: SourceLocation) {
        if case .success(let outcome) = read(sample, "the sample", place) {
            #expect(!outcome.articles.isEmpty, "\(format.id): the sample holds an article.", sourceLocation: place)
        } else {
            Issue.record("\(format.id): the sample cannot be read.", sourceLocation: place)
        }
        let hint = SourceHint(fileExtension: format.fileExtensions.first, mediaType: format.mediaTypes.first)
        let found = reader.recognize(sample.span.extracting(first: 4_096), hint: hint)
        #expect(
            found.format == format.id && found.certainty > .none,
            "\(format.id): the reader recognises its sample by name and content.",
            sourceLocation: place
        )
    }

    private struct Outcome: Equatable {
        var articles: [Article]
        var diagnostics: Diagnostics
    }

    /// Reads twice and checks what came of it.
    private func read(_ bytes: [UInt8], _ name: String, _ place: SourceLocation) -> Result<Outcome, ConversionError> {
        let first = readOnce(bytes)
        #expect(first == readOnce(bytes), "\(format.id): \(name) read twice gives the same.", sourceLocation: place)
        let hint = SourceHint(fileExtension: format.fileExtensions.first)
        _ = reader.recognize(bytes.span.extracting(first: 4_096), hint: hint)
        switch first {
        case .success(let outcome):
            for article in outcome.articles { check(article, of: name, place) }
        case .failure(let error):
            #expect(!error.message.isEmpty, "\(format.id): \(name) fails with a message.", sourceLocation: place)
        }
        return first
    }

    private func check(_ article: Article, of name: String, _ place: SourceLocation) {
        #expect(
            article.bodyDepth <= Article.maximumDepth,
            "\(format.id): blocks of \(name) nest at most \(Article.maximumDepth) deep.",
            sourceLocation: place
        )
        var diagnostics = Diagnostics()
        let json = ArticleJSON.encode(article, reporting: &diagnostics)
        let again = try? ArticleJSON.decode(json, reporting: &diagnostics)
        #expect(
            again == [article] || !diagnostics.all.isEmpty,
            "\(format.id): what \(name) gives survives native JSON.",
            sourceLocation: place
        )
    }

    private func readOnce(_ bytes: [UInt8]) -> Result<Outcome, ConversionError> {
        let hint = SourceHint(fileExtension: format.fileExtensions.first)
        let request = ReadRequest(Source(bytes, name: "sample", hint: hint), as: format.id, options: options)
        var diagnostics = Diagnostics()
        do throws(ConversionError) {
            let articles = try reader.read(request, reporting: &diagnostics)
            return .success(Outcome(articles: articles, diagnostics: diagnostics))
        } catch {
            return .failure(error)
        }
    }

    /// Sources that have broken readers.
    private var hostileSources: [(name: String, bytes: [UInt8])] {
        var sources: [(String, [UInt8])] = [
            ("nothing", []), ("a NUL", [0]), ("NULs", Array(repeating: 0, count: 4_096)), ("a line end", [0x0A]),
            ("invalid UTF-8", [0xC3, 0x28, 0xFF, 0xFE, 0xED, 0xA0, 0x80, 0xF4, 0x90, 0x80, 0x80, 0xC0, 0xAF]),
            ("a byte order mark", [0xEF, 0xBB, 0xBF]), ("UTF-16", [0xFF, 0xFE, 0x41, 0x00, 0x00, 0xD8]),
            ("1 MB of <", Array(repeating: 0x3C, count: 1 << 20)),
            ("1 MB of [", Array(repeating: 0x5B, count: 1 << 20)),
            ("1 MB of spaces", Array(repeating: 0x20, count: 1 << 20)),
        ]
        var random = SeededGenerator(seed: 1)
        for index in 0..<16 {
            let bytes = (0..<200 + index * 40).map { _ in UInt8.random(in: 0...255, using: &random) }
            sources.append(("random bytes \(index)", bytes))
        }
        guard let sample, !sample.isEmpty else { return sources }
        for part in 1..<24 {
            let count = sample.count * part / 24
            sources.append(("the first \(count) bytes of the sample", Array(sample.prefix(count))))
        }
        for index in 0..<24 {
            var bytes = sample
            for _ in 0...index % 4 {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            sources.append(("the sample with random bytes \(index)", bytes))
        }
        return sources
    }
}
