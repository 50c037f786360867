import Offprint
import OffprintHypertext
import OffprintMarkup

/// The text of an article as a mapping reads it.
struct MappedBody {
    private let rule: Mapping.Body
    private let source: XMLSource
    private let language: String?

    init(_ rule: Mapping.Body, source: XMLSource, language: String?) {
        self.rule = rule
        self.source = source
        self.language = language
    }

    /// The blocks of a place.
    ///
    /// - Throws: ``ConversionError`` where an element that no rule names is an error.
    func blocks(
        of place: XPathDocument.Place,
        reporting diagnostics: inout Diagnostics
    ) throws(ConversionError) -> [Block] {
        let tree = source.tree
        guard place.text == nil, rule.content != .text, rule.content != .wikitext else {
            source.carry(place.element)
            let whole = place.text ?? tree.text(of: place.element)
            let text = stripped(whole, at: place, reporting: &diagnostics)
            if rule.content == .wikitext { return wikitext(text, at: place, reporting: &diagnostics) }
            return rule.content == .html ? EscapedMarkup(text, base: base(of: place)).blocks : Self.paragraphs(of: text)
        }
        let holdsElements = tree.children(of: place.element).contains { !tree.isText($0) }
        if rule.content == .html, !holdsElements {
            source.carry(place.element)
            return EscapedMarkup(tree.text(of: place.element), base: base(of: place)).blocks
        }
        if rule.content == .xml, rule.unknown != .unwrap {
            try look(through: place.element, reporting: &diagnostics)
        }
        let context = BlockBuilder.Context(base: base(of: place), language: language)
        let read = translation(of: place.element).blocks(in: place.element, of: source, context: context)
        for loss in read.losses { diagnostics.report(loss) }
        return read.blocks
    }

    /// A text without what the mapping takes out of it.
    private func stripped(
        _ text: String,
        at place: XPathDocument.Place,
        reporting diagnostics: inout Diagnostics
    ) -> String {
        guard let strip = rule.strip else { return text }
        guard !Pattern.isTooLong(text, for: Pattern.longestText) else {
            diagnostics.warn(
                "mapping-pattern",
                "A text of more than \(Pattern.longestText) characters was left as it is: no pattern is tried on it.",
                line: source.tree.line(of: place.element)
            )
            return text
        }
        return strip.removed(from: text)
    }

    private func base(of place: XPathDocument.Place) -> String? { source.tree.base(at: place.element) }

    private static func paragraphs(of text: String) -> [Block] {
        PlainParagraphs.split(text).map { .paragraph([.text($0)]) }
    }

    private func wikitext(
        _ text: String,
        at place: XPathDocument.Place,
        reporting diagnostics: inout Diagnostics
    ) -> [Block] {
        var reading = Wikitext()
        let blocks = reading.blocks(of: text)
        guard !reading.leftOut.isEmpty else { return blocks }
        let kinds = reading.leftOut.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
        let line = source.tree.line(of: place.element)
        diagnostics.note("wikitext-left-out", "Left out of the markup of a wiki: \(kinds).", line: line)
        return blocks
    }

    // MARK: Elements of the dialect

    /// The elements that no rule names.
    private func unknown(in node: MarkupTree.NodeID) -> [MarkupTree.NodeID] {
        let tree = source.tree
        return tree.descendants(of: node).filter { element in
            !tree.isText(element) && element != node && rule.blocks[source.name(of: element)] == nil
        }
    }

    private func look(
        through node: MarkupTree.NodeID,
        reporting diagnostics: inout Diagnostics
    ) throws(ConversionError) {
        for element in unknown(in: node) {
            let name = source.name(of: element)
            let line = source.tree.line(of: element)
            guard rule.unknown == .skip else {
                throw ConversionError(
                    .malformedSource,
                    "No rule of the mapping names \"\(name)\": add it to \"blocks\".",
                    line: line
                )
            }
            diagnostics.warn("element-skipped", "\"\(name)\" was left out, as the mapping asks.", line: line)
        }
    }

    private func translation(of node: MarkupTree.NodeID) -> Translation {
        var translation = Translation()
        translation.isOfUnknownElements = true
        guard rule.content == .xml else { return translation }
        if rule.unknown == .skip { translation.skipped = Set(unknown(in: node).map { source.name(of: $0) }) }
        for (name, role) in rule.blocks {
            switch role {
            case .paragraph(.body): translation.elements[name] = .p
            case .paragraph(let role):
                translation.readings[name] = { run, node in
                    run.add(.paragraph(run.inlines(apart: node), role: role), for: node)
                    return .done
                }
            case .heading(let level): translation.elements[name] = MarkupName(rawValue: "h\(level)")
            case .element(let element): translation.elements[name] = MarkupName(rawValue: element)
            case .note: translation.notes.insert(name)
            case .skip: translation.skipped.insert(name)
            case .unwrap: translation.readings[name] = { _, _ in .opened(0) }
            }
        }
        return translation
    }
}
