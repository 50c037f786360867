import Offprint
import OffprintLanguage

/// What the letters and words of the body tell: its language, where the page does not say it, and its direction.
enum TextClaims {
    static func add(to article: inout Article) {
        let text = Array(article.body.plainText.utf8)
        let identified = LanguageIdentifier.identify(text)
        if identified.tag != "und" || article.metadata.language.isEmpty {
            article.metadata.language.add(identified.tag, from: Origin(.textStatistics, at: "body"))
        }
        if let direction = TextDirection.majority(of: text.span) {
            article.metadata.direction.add(direction, from: Origin(.textStatistics, at: "body"))
        }
    }
}
