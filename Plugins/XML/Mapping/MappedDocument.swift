import Offprint
import OffprintDates
import OffprintHypertext
import OffprintMarkup

/// A document as a mapping reads it.
struct MappedDocument {
    private let mapping: Mapping
    private let document: XPathDocument
    let source: XMLSource
    private var tree: MarkupTree { document.document.tree }

    init(_ document: XPathDocument, _ mapping: Mapping, name: String) {
        self.mapping = mapping
        self.document = document
        source = XMLSource(document.document.tree, name: name)
    }

    /// Whether the mapping is for this document.
    func isMatched() throws(ConversionError) -> Bool {
        let name = tree.qualifiedName(of: source.root)
        if let root = mapping.match.root, root != name.local { return false }
        if let namespace = mapping.match.namespace, namespace != name.namespace ?? "" { return false }
        guard let has = mapping.match.has else { return true }
        switch try evaluate(has, at: source.root) {
        case .places(let places): return !places.isEmpty
        // An expression that asks, as `count(x) > 1`, answers "true" or "false".
        case .text(let text): return !["", "false", "0", "NaN"].contains(text)
        }
    }

    /// The articles.
    ///
    /// - Throws: ``ConversionError`` where an expression cannot be evaluated, or an element that no rule names is an
    ///   error.
    func articles(reporting diagnostics: inout Diagnostics) throws(ConversionError) -> [Article] {
        guard case .places(let places) = try evaluate(mapping.each, at: nil) else { return [] }
        var articles: [Article] = []
        for place in places where place.text == nil {
            source.carry(place.element, alone: true)
            articles.append(try article(at: place.element, reporting: &diagnostics))
        }
        return articles
    }

    private func article(
        at element: MarkupTree.NodeID,
        reporting diagnostics: inout Diagnostics
    ) throws(ConversionError) -> Article {
        var article = Article()
        for (field, rule) in mapping.fields {
            let found = try values(
                of: rule,
                at: element,
                isMany: rule.isMany ?? field.isList,
                reporting: &diagnostics
            )
            guard let first = found.first else { continue }
            let origin = Origin(.formatField, at: rule.select ?? mapping.name, line: first.line)
            let texts = found.map(\.text)
            if !article.metadata.claim(texts, as: field, by: rule, scheme: mapping.name, from: origin) {
                diagnostics.warn(
                    "mapping-value",
                    "\"\(first.text.prefix(60))\" is no value of \(field.rawValue): say what it means with \"map\" or \"format\".",
                    line: first.line
                )
            }
        }
        // A byline names the authors where no rule does.
        if let line = article.metadata.byline.all.first, !mapping.fields.contains(where: { $0.field == .authors }) {
            article.metadata.addByline(line.value, from: line.origin)
        }
        if let body = mapping.body {
            let reading = MappedBody(body, source: source, language: article.metadata.language.best)
            for place in try places(of: body.select, at: element) {
                article.body += try reading.blocks(of: place, reporting: &diagnostics)
            }
        }
        if let images = mapping.images { try add(images, at: element, to: &article, &diagnostics) }
        return article
    }

    // MARK: Values

    private func values(
        of rule: Mapping.Rule,
        at element: MarkupTree.NodeID,
        isMany: Bool,
        reporting diagnostics: inout Diagnostics
    ) throws(ConversionError) -> [(text: String, line: Int?)] {
        var found: [(text: String, line: Int?)] = []
        if let value = rule.value {
            found = [(value, nil)]
        } else if let select = rule.select {
            found = try values(of: select, at: element)
        }
        if rule.isHTML {
            found = found.compactMap { value in
                EscapedMarkup(value.text, base: nil).line.map { ($0, value.line) }
            }
        }
        if rule.split != nil || rule.strip != nil {
            for value in found where Pattern.isTooLong(value.text, for: Pattern.longestValue) {
                diagnostics.warn(
                    "mapping-pattern",
                    "A value of more than \(Pattern.longestValue) characters was left as it is: no pattern is tried on it.",
                    line: value.line
                )
            }
        }
        found = found.flatMap { value in rule.parts(of: value.text).map { ($0, value.line) } }
        return isMany ? found : Array(found.prefix(1))
    }

    /// What an expression finds, as tidied text; nothing that is empty.
    private func values(
        of expression: String,
        at element: MarkupTree.NodeID
    ) throws(ConversionError) -> [(text: String, line: Int?)] {
        switch try evaluate(expression, at: element) {
        case .text(let text): return text.tidied.trimmed.map { [($0, tree.line(of: element))] } ?? []
        case .places(let places):
            return places.compactMap { place in
                source.carry(place.element, alone: place.text != nil)
                let text = (place.text ?? tree.text(of: place.element)).tidied.trimmed
                return text.map { ($0, tree.line(of: place.element)) }
            }
        }
    }

    private func places(
        of expression: String,
        at element: MarkupTree.NodeID
    ) throws(ConversionError) -> [XPathDocument.Place] {
        guard case .places(let places) = try evaluate(expression, at: element) else { return [] }
        return places
    }

    private func evaluate(
        _ expression: String,
        at element: MarkupTree.NodeID?
    ) throws(ConversionError) -> XPathDocument.Value {
        do throws(MarkupError) {
            return try document.evaluate(expression, at: element, namespaces: mapping.namespaces)
        } catch {
            throw ConversionError(.invalidOption, "The mapping \"\(mapping.name)\": \(error.message)")
        }
    }

    // MARK: Images

    private func add(
        _ images: Mapping.Images,
        at element: MarkupTree.NodeID,
        to article: inout Article,
        _ diagnostics: inout Diagnostics
    ) throws(ConversionError) {
        var figures: [Block] = []
        var pictures: [Picture] = []
        for place in try places(of: images.each, at: element) {
            func value(_ rule: Mapping.Rule?) throws(ConversionError) -> String? {
                guard let rule else { return nil }
                return try values(of: rule, at: place.element, isMany: false, reporting: &diagnostics).first?.text
            }
            let caption = try value(images.caption)
            let credit = try value(images.credit)
            let image = ImageReference(
                url: try value(images.source),
                alternativeText: try value(images.alternativeText)
            )
            guard image.url != nil || caption != nil else { continue }
            let shown = image.url == nil ? [] : [image]
            figures.append(
                .figure(Figure(images: shown, caption: caption.map { [.text($0)] } ?? [], credit: credit))
            )
            if image.url != nil { pictures.append(Picture(image, caption: caption, credit: credit)) }
        }
        if !pictures.isEmpty {
            let origin = Origin(.formatField, at: images.each, line: tree.line(of: element))
            article.metadata.images.add(pictures, from: origin)
        }
        let known = Set(article.body.addresses)
        let news = figures.filter { figure in [figure].addresses.allSatisfy { !known.contains($0) } }
        // The first leads the text, as on a page; the others follow it.
        article.body = Array(news.prefix(1)) + article.body + news.dropFirst()
    }
}

extension [Block] {
    /// The addresses of the images in figures.
    fileprivate var addresses: [String] {
        var addresses: [String] = []
        walk { block, _ in if case .figure(let figure) = block { addresses += figure.images.compactMap(\.url) } }
        return addresses
    }
}
