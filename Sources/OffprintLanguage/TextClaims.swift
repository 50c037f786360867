package import OffprintModel

extension Article {
    /// Adds what the letters and words of the body tell: its language and its direction.
    package mutating func addTextClaims() {
        let whole = Array(body.plainText.utf8)
        let text = whole.span.extracting(first: LanguageIdentifier.sampleBytes)
        let origin = Origin(.textStatistics, at: "body")
        let language = LanguageIdentifier.identify(text).tag
        if language != "und" || metadata.language.isEmpty { metadata.language.add(language, from: origin) }
        if let direction = TextDirection.majority(of: text) { metadata.direction.add(direction, from: origin) }
    }
}
