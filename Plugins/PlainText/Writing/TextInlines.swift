import Offprint
import OffprintXHTML

extension TextRendering {
    /// Running text of inlines; line ends are those that the author meant.
    mutating func running(_ inlines: [Inline], depth: Int = 0) -> String {
        // What has no place in a line of text would end it; spaces stand for themselves.
        func oneLine(_ text: String) -> String {
            String(String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.isWhitespace ? spaced($0) : $0 }))
        }
        func spaced(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
            switch scalar.value {
            case 0x09...0x0D, 0x85, 0x2028, 0x2029: " "
            default: scalar
            }
        }
        guard depth < Article.maximumDepth else { return oneLine(inlines.plainText) }
        var text = ""
        for inline in inlines {
            switch inline {
            case .text(let run), .code(let run): text += oneLine(run)
            case .emphasis(let inner), .strong(let inner), .cite(let inner), .span(let inner, _, _):
                losses.insert(.marks)
                text += running(inner, depth: depth + 1)
            case .strikethrough(let inner):
                losses.insert(.strikethrough)
                text += running(inner, depth: depth + 1)
            case .superscript(let inner): text += raised(running(inner, depth: depth + 1), Self.superscripts)
            case .subscript(let inner): text += raised(running(inner, depth: depth + 1), Self.subscripts)
            case .link(let inner, let target, _): text += link(running(inner, depth: depth + 1), target)
            case .image(let image): text += words(for: image)
            case .lineBreak: text += "\n"
            case .footnoteReference(let id):
                if let number = notes.number(ofFootnote: id) { text += "[\(number)]" } else { losses.insert(.footnote) }
            case .math(let math): text += oneLine(words(for: math))
            case .quoted(let inner): text += "“" + running(inner, depth: depth + 1) + "”"
            case .ruby(let base, let annotation):
                let reading = running(annotation, depth: depth + 1)
                text += running(base, depth: depth + 1) + (reading.isEmpty ? "" : "(\(reading))")
            case .custom(let custom):
                losses.insert(.custom)
                text += running(custom.fallback, depth: depth + 1)
            }
        }
        return text
    }

    private mutating func link(_ words: String, _ target: String) -> String {
        guard notes.listsLinks, let address = LinkTarget(target).address else {
            losses.insert(.link)
            return words
        }
        if LinkTarget.withoutCredentials(target) != nil { losses.insert(.credentials) }
        // Words that are the address need no note.
        return words == target ? words : "\(words) [\(notes.number(of: address))]"
    }

    /// What stands for an image.
    mutating func words(for image: ImageReference) -> String {
        guard let words = (image.alternativeText ?? image.title).flatMap(\.onOneLine) else {
            // Decoration is nothing to miss.
            if image.alternativeText != "" { losses.insert(.silentImage) }
            return ""
        }
        losses.insert(.image)
        return words
    }

    /// What stands for a formula.
    mutating func words(for math: Math) -> String {
        let words = [Inline.math(math)].plainText
        if words.isEmpty { losses.insert(.math) }
        return words
    }

    private mutating func raised(_ text: String, _ signs: [Character: Character]) -> String {
        let raised = text.compactMap { signs[$0] }
        guard raised.count == text.count else {
            losses.insert(.marks)
            return text
        }
        return String(raised)
    }

    // Ten to the sixth must not read as a hundred and six.
    private static let superscripts = Dictionary(
        uniqueKeysWithValues: zip("0123456789+-−=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾")
    )
    private static let subscripts = Dictionary(uniqueKeysWithValues: zip("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎"))
}

/// What a block loses as plain text; each is reported once a block.
enum TextLoss: Int, CaseIterable {
    case marks, strikethrough, link, credentials, image, silentImage, footnote, math, custom, frame, span, embed
    case tooDeep

    func report(to diagnostics: inout Diagnostics) {
        switch self {
        case .marks: diagnostics.approximate("marks-dropped", "Plain text has no marks; their words are kept.")
        case .strikethrough: diagnostics.lose("strikethrough-dropped", "Words that were struck out stand as others do.")
        case .link:
            diagnostics.approximate("link-dropped", "A link leaves its words; text.links=notes lists the addresses.")
        case .credentials:
            diagnostics.approximate(LinkTarget.credentialsReport.code, LinkTarget.credentialsReport.message)
        case .image: diagnostics.approximate("image-as-words", "Words stand in for an image.")
        case .silentImage: diagnostics.lose("image-dropped", "An image has no words that could stand in for it.")
        case .footnote: diagnostics.lose("footnote-missing", "The text of a footnote is not in the article.")
        case .math: diagnostics.lose("math-not-carried", "A formula has no words that could stand in for it.")
        case .custom: diagnostics.lose("custom-node", "Of a node that is not known here only its fallback is carried.")
        case .frame: diagnostics.approximate("frame-as-indent", "What stands beside the text is set in.")
        case .span: diagnostics.approximate("table-span", "A cell that spans others stands once.")
        case .embed: diagnostics.approximate("embed-as-address", "An embed is its title and its address.")
        case .tooDeep: diagnostics.lose("too-deep", "Blocks nested more than \(Article.maximumDepth) deep were cut.")
        }
    }
}
