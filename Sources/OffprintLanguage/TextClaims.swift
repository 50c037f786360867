package import OffprintModel

extension Article {
    /// Adds what the letters and words of the body tell: its language and its direction.
    package mutating func addTextClaims() {
        var start: [UInt8] = []
        for block in body where start.count < LanguageIdentifier.sampleBytes {
            start += CollectionOfOne(block).plainText.utf8
            start += "\n\n".utf8
        }
        let text = start.span.extracting(first: LanguageIdentifier.sampleBytes)
        let counts = ScriptCounts(of: text)
        let origin = Origin(.textStatistics, at: "body")
        let language = LanguageIdentifier.identify(text, counts).tag
        if language != "und" || metadata.language.isEmpty { metadata.language.add(language, from: origin) }
        if let direction = TextDirection.majority(of: counts) { metadata.direction.add(direction, from: origin) }
    }
}
