package import OffprintModel

extension Article {
    /// Adds what the letters and words of the body tell: its language and its direction.
    package mutating func addTextClaims() {
        let start = body.plainTextBytes(upTo: LanguageIdentifier.sampleBytes)
        let text = start.span.extracting(first: LanguageIdentifier.sampleBytes)
        let counts = ScriptCounts(of: text)
        let origin = Origin(.textStatistics, at: "body")
        let language = LanguageIdentifier.identify(text, counts).tag
        if language != "und" || metadata.language.isEmpty { metadata.language.add(language, from: origin) }
        if let direction = TextDirection.majority(of: counts) { metadata.direction.add(direction, from: origin) }
    }
}
