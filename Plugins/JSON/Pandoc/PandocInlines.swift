import Offprint
import OffprintHypertext
import OffprintInterchange
import OffprintXHTML

extension PandocEncoder {
    /// An array of inlines, which lie within `depth` others.
    mutating func inlines(_ inlines: [Inline], depth: Int = 0) {
        array { $0.run(inlines, depth: depth) }
    }

    /// Inlines, one behind the other.
    mutating func run(_ inlines: [Inline], depth: Int) {
        guard depth < Article.maximumDepth else {
            diagnostics.lose(
                "too-deep",
                "Marks nested more than \(Article.maximumDepth) deep were dropped; their words are kept."
            )
            return words(inlines.plainText)
        }
        for inline in inlines { self.inline(inline, depth: depth) }
    }

    private mutating func inline(_ inline: Inline, depth: Int) {
        switch inline {
        case .text(let text): words(text)
        case .emphasis(let inner): mark("Emph", inner, depth)
        case .strong(let inner): mark("Strong", inner, depth)
        case .strikethrough(let inner): mark("Strikeout", inner, depth)
        case .superscript(let inner): mark("Superscript", inner, depth)
        case .subscript(let inner): mark("Subscript", inner, depth)
        case .code(let text):
            tuple("Code") { encoder in
                encoder.attributes()
                encoder.json.string(text.visible)
            }
        case .link(let inner, let target, let title): link(inner, target, title, depth)
        case .image(let image): self.image(image)
        case .lineBreak: tag("LineBreak")
        case .footnoteReference(let id): footnoteReference(id)
        case .math(let math): self.math(math, isBlock: false)
        case .quoted(let inner):
            tuple("Quoted") { encoder in
                encoder.tag("DoubleQuote")
                encoder.inlines(inner, depth: depth + 1)
            }
        // Pandoc's own `Cite` is a reference to a bibliography.
        case .cite(let inner): span(["cite"], [], inner, depth)
        case .ruby(let base, let annotation):
            diagnostics.approximate("ruby-in-brackets", "A reading stands behind its characters, in brackets.")
            tuple("Span") { encoder in
                encoder.attributes(["ruby"])
                encoder.array { encoder in
                    encoder.run(base, depth: depth + 1)
                    // Most outputs do not raise it over the base, so that it needs marks of its own.
                    encoder.span(["rt"], [], [.text("(")] + annotation + [.text(")")], depth + 1)
                }
            }
        case .span(let inner, let language, let direction):
            let tag = language.flatMap(LanguageTag.wellFormed).map { ("lang", $0) }
            let pairs = [tag, direction.map { ("dir", $0.rawValue) }].compactMap { $0 }
            if pairs.isEmpty { run(inner, depth: depth + 1) } else { span([], pairs, inner, depth) }
        case .custom(let custom):
            diagnostics.lose(
                "custom-inline",
                "The inline \"\(custom.name)\" is not known here; its fallback stands in."
            )
            run(custom.fallback, depth: depth + 1)
        }
    }

    private mutating func mark(_ type: String, _ inner: [Inline], _ depth: Int) {
        guard !inner.isEmpty else { return }
        node(type) { $0.inlines(inner, depth: depth + 1) }
    }

    mutating func span(_ classes: [String], _ pairs: [(String, String)], _ inner: [Inline], _ depth: Int) {
        tuple("Span") { encoder in
            encoder.attributes(classes, pairs)
            encoder.inlines(inner, depth: depth + 1)
        }
    }

    /// Text: pandoc has words and the spaces between them apart.
    mutating func words(_ text: String) {
        let bytes = text.utf8.span
        var start = 0
        var index = 0
        while index < bytes.count {
            guard bytes[index] <= 0x20, bytes[index].isSpace else {
                index += 1
                continue
            }
            word(bytes, start, index)
            tag("Space")
            while index < bytes.count, bytes[index].isSpace { index += 1 }
            start = index
        }
        word(bytes, start, index)
    }

    private mutating func word(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) {
        guard start < end else { return }
        let text = String(decoding: (start..<end).map { bytes[$0] }, as: UTF8.self).visible
        guard !text.isEmpty else { return }
        node("Str") { $0.json.string(text) }
    }

    // MARK: Links and images

    private mutating func link(_ inner: [Inline], _ target: String, _ title: String?, _ depth: Int) {
        guard !isInLink else {
            diagnostics.lose("nested-link", "A link lies within another; its words are kept.")
            return run(inner, depth: depth + 1)
        }
        guard let address = Self.address(target) else {
            diagnostics.lose(
                "link-dropped",
                "A link was dropped because its address may not be followed; its words are kept."
            )
            return run(inner, depth: depth + 1)
        }
        noteCredentials(in: target)
        isInLink = true
        tuple("Link") { encoder in
            encoder.attributes()
            encoder.inlines(inner, depth: depth + 1)
            encoder.target(address, title)
        }
        isInLink = false
    }

    mutating func image(_ image: ImageReference) {
        guard let address = address(of: image) else {
            diagnostics.lose("image-not-embedded", "An image without an address left its alternative text.")
            return words(image.alternativeText ?? "")
        }
        if let url = image.url { noteCredentials(in: url) }
        let size = [("width", image.width), ("height", image.height)].compactMap { name, value in
            value.flatMap { $0 > 0 ? (name, String($0)) : nil }
        }
        tuple("Image") { encoder in
            encoder.attributes([], size)
            encoder.array { $0.words(image.alternativeText ?? "") }
            encoder.target(address, image.title)
        }
    }

    /// The address of an image, which holds the picture itself where only the article does.
    private func address(of image: ImageReference) -> String? {
        if let address = image.url.flatMap({ Self.address($0, ofImage: true) }) { return address }
        guard let resource = image.resource.flatMap({ resources[$0] }) else { return nil }
        switch resource.location {
        case .remote(let url): return Self.address(url, ofImage: true)
        case .file(let path): return path.contains(":") ? nil : Self.address(path, ofImage: true)
        case .bytes(let bytes):
            let kinds = ["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"]
            guard let type = resource.mediaType, kinds.contains(type) else { return nil }
            var json = JSONWriter()
            json.base64(bytes)
            return "data:\(type);base64," + String(decoding: json.bytes.dropFirst().dropLast(), as: UTF8.self)
        }
    }

    /// Reports an address of which a user and a password are cut.
    mutating func noteCredentials(in address: String) {
        guard LinkTarget.withoutCredentials(address) != nil else { return }
        diagnostics.approximate(LinkTarget.credentialsReport.code, LinkTarget.credentialsReport.message)
    }

    mutating func target(_ address: String, _ title: String?) {
        array { encoder in
            encoder.json.string(address)
            encoder.json.string((title ?? "").visible)
        }
    }

    /// The address, relative or not; `nil` where following it would run or open something else than the web.
    static func address(_ text: String, ofImage isImage: Bool = false) -> String? {
        let text = LinkTarget.withoutCredentials(text) ?? text
        let visible = text.visible.utf8.filter { $0 >= 0x20 }
        // An empty address is that of the page itself.
        guard let start = visible.firstIndex(where: { $0 > 0x20 }), let last = visible.lastIndex(where: { $0 > 0x20 })
        else { return isImage ? nil : "" }
        let address = String(decoding: visible[start...last], as: UTF8.self)
        guard WebAddress.isSafe(address) else { return nil }
        guard let scheme = WebAddress.scheme(of: address)?.lowercased() else { return address }
        return scheme == "data" && !isImage || scheme == "file" ? nil : address
    }

    // MARK: Formulas

    /// TeX as it is; MathML as markup, which only some of pandoc's outputs show.
    mutating func math(_ math: Math, isBlock: Bool) {
        switch math.notation {
        case .tex:
            tuple("Math") { encoder in
                encoder.tag(isBlock ? "DisplayMath" : "InlineMath")
                encoder.json.string(math.source.visible)
            }
        case .mathML:
            var ignored = Diagnostics()
            let rendered = XHTMLRenderer().render([Inline.math(math)], reporting: &ignored)
            guard rendered.containsMathML else {
                diagnostics.lose("math-not-carried", "A formula is not MathML that can be carried; its words stand in.")
                return words(math.alternativeText ?? "")
            }
            diagnostics.approximate(
                "math-as-markup",
                "A formula in MathML is seen only in what pandoc makes as HTML or EPUB."
            )
            tuple("RawInline") { encoder in
                encoder.json.string("html")
                encoder.json.string(String(decoding: rendered.bytes, as: UTF8.self))
            }
        }
    }
}

extension UInt8 {
    fileprivate var isSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0C || self == 0x0D }
}

extension String {
    /// The text without the characters that no XML may hold: pandoc would write them into its outputs.
    var visible: String {
        let isClean = utf8.allSatisfy {
            ($0 >= 0x20 && $0 != 0x7F && $0 != 0xEF) || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D
        }
        if isClean { return self }
        let kept = unicodeScalars.filter { scalar in
            switch scalar.value {
            case 0x09, 0x0A, 0x0D: true
            case 0..<0x20, 0x7F, 0xFFFE, 0xFFFF: false
            default: true
            }
        }
        return String(String.UnicodeScalarView(kept))
    }
}
