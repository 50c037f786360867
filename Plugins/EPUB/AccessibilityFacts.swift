import Offprint

/// What may truly be said of how a book can be read (EPUB Accessibility 1.1).
///
/// Conformance is a claim for who has tested the book, and is never made.
struct AccessibilityFacts {
    /// Properties and values, in order.
    let properties: [(String, String)]
    /// The same for a person, in English.
    let summary: String

    init(_ book: Book) {
        // A drawn cover shows nothing but words.
        let hasImages = book.images.contains { !(book.coverSaysTitle && $0 == book.cover) }
        let hasMath = book.chapters.contains(where: \.containsMathML)
        let isDescribed = !book.lacksAlternativeText
        // A moving picture may flash; nobody has looked.
        let mayFlash = book.images.contains { $0.format == .gif || $0.format == .webP }
        var facts = [("schema:accessMode", "textual")]
        if hasImages { facts.append(("schema:accessMode", "visual")) }
        if hasImages { facts.append(("schema:accessModeSufficient", "textual,visual")) }
        if isDescribed { facts.append(("schema:accessModeSufficient", "textual")) }
        facts.append(("schema:accessibilityFeature", "structuralNavigation"))
        facts.append(("schema:accessibilityFeature", "tableOfContents"))
        facts.append(("schema:accessibilityFeature", "displayTransformability"))
        if hasImages, isDescribed { facts.append(("schema:accessibilityFeature", "alternativeText")) }
        if hasMath { facts.append(("schema:accessibilityFeature", "MathML")) }
        facts.append(("schema:accessibilityHazard", mayFlash ? "unknown" : "none"))
        properties = facts
        var sentences = ["The text can be resized and read aloud, and has headings and a table of contents."]
        if hasImages {
            sentences.append(
                isDescribed
                    ? "Every image has a description or is marked as decoration."
                    : "Some images have no description."
            )
        }
        if hasMath { sentences.append("Formulas are in MathML.") }
        summary = sentences.joined(separator: " ")
    }
}
