import Foundation
import Offprint
import Testing

/// The article that the project started from, in `seeds/`.
@Suite struct `The seed` {
    let lines: [String]
    let reading: Reading

    init() throws {
        let bytes = try Repository.bytes("seeds/000_5fc534e57c6457f7.txt")
        lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(
            String.init
        )
        reading = try Reading(bytes)
    }

    private func line(_ number: Int) -> String { lines[number - 1] }

    @Test func `headlines become title and subtitle, with their lines`() {
        let metadata = reading.article.metadata
        #expect(metadata.title.all.map(\.value) == [line(1)])
        #expect(metadata.title.all.first?.origin == Origin(.textLayout, at: "line 1", line: 1))
        #expect(metadata.subtitle.all.map(\.value) == [line(3)])
        #expect(metadata.subtitle.all.first?.origin.line == 3)
    }

    @Test func `the body is figure, paragraphs and crossheads, unchanged to the letter`() throws {
        let body = reading.article.body
        try #require(body.count == 17)
        #expect(
            body[0]
                == .figure(
                    Figure(caption: [.text("الأسد يرتمي في أحضان بوتين خلال اجتماع في سوتشي")], credit: "أ.ف.ب")
                )
        )
        let expected = [9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31, 33, 35, 37, 39].map { number in
            number == 25 || number == 35
                ? Block.heading(level: 2, [.text(line(number))]) : .paragraph([.text(line(number))])
        }
        #expect(Array(body.dropFirst()) == expected)
        #expect(line(19).contains("الح رب"))
    }

    @Test func `what the page had around the article is dropped and named`() {
        #expect(reading.diagnostics.all.map(\.line) == [7, 41])
        #expect(reading.diagnostics.all.allSatisfy { $0.severity == .note && $0.code == "furniture-dropped" })
        #expect(reading.diagnostics.all.first?.message.contains("\"\(line(7))\"") == true)
        #expect(reading.diagnostics.all.last?.message.contains("\"Email\"") == true)
    }

    @Test func `language and direction come from the text`() {
        let metadata = reading.article.metadata
        #expect(metadata.language.best == "ar")
        #expect(metadata.direction.best == .rightToLeft)
        #expect(metadata.language.all.first?.origin.evidence == .textStatistics)
    }

    @Test func `nothing is made up`() {
        let metadata = reading.article.metadata
        #expect(metadata.authors.isEmpty && metadata.byline.isEmpty && metadata.contributors.isEmpty)
        #expect(metadata.published.isEmpty && metadata.modified.isEmpty)
        #expect(metadata.publisher.isEmpty && metadata.agencies.isEmpty && metadata.places.isEmpty)
        #expect(metadata.kicker.isEmpty && metadata.description.isEmpty && metadata.images.isEmpty)
        #expect(reading.article.resources.isEmpty)
    }
}
