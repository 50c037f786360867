package import OffprintModel

extension LanguageIdentification {
    /// Whether it is sure enough to doubt what a source states.
    fileprivate var isClear: Bool { tag != "und" && confidence >= 0.6 }
}

extension Article {
    private static func isEnglish(_ tag: String) -> Bool { tag == "en" || tag.hasPrefix("en-") }

    /// Adds what the letters and words of the body tell: its language and its direction.
    package mutating func addTextClaims() {
        let start = body.plainTextBytes(upTo: LanguageIdentifier.sampleBytes)
        let text = start.span.extracting(first: LanguageIdentifier.sampleBytes)
        let counts = ScriptCounts(of: text)
        let origin = Origin(.textStatistics, at: "body")
        let identification = LanguageIdentifier.identify(text, counts)
        let language = identification.tag
        if language != "und" || metadata.language.isEmpty { metadata.language.add(language, from: origin) }
        // Templates say `en` for whatever is filled in: a clear text in another language knows better.
        if identification.isClear, counts.letters >= 300, let stated = metadata.language.best, Self.isEnglish(stated),
            !Self.isEnglish(language)
        {
            metadata.language.add(language, from: Origin(.clearText, at: "body"))
        }
        if let direction = TextDirection.majority(of: counts) { metadata.direction.add(direction, from: origin) }
    }
}
