import OffprintModel

extension Rendering {
    /// Renders inlines, which lie within `depth` others.
    mutating func inlines(_ inlines: [Inline], depth: Int) {
        guard depth < Article.maximumDepth else {
            diagnostics.lose(
                "too-deep",
                "Marks nested more than \(Article.maximumDepth) deep were dropped; their words are kept."
            )
            return out.text(inlines.plainText)
        }
        for inline in inlines { self.inline(inline, depth: depth) }
    }

    private mutating func inline(_ inline: Inline, depth: Int) {
        switch inline {
        case .text(let text): out.text(text)
        case .emphasis(let inner): mark("em", inner, depth)
        case .strong(let inner): mark("strong", inner, depth)
        case .strikethrough(let inner): mark("s", inner, depth)
        case .superscript(let inner): mark("sup", inner, depth)
        case .subscript(let inner): mark("sub", inner, depth)
        case .code(let text): out.element("code", text: text)
        case .link(let inner, let target, let title): link(inner, target, title, depth)
        case .image(let image): self.image(image)
        case .lineBreak: out.empty("br")
        case .footnoteReference(let id): footnoteReference(id)
        case .math(let math): self.math(math, isBlock: false)
        case .quoted(let inner): mark("q", inner, depth)
        case .cite(let inner): mark("cite", inner, depth)
        case .ruby(let base, let annotation): ruby(base, annotation, depth)
        case .span(let inner, let language, let direction):
            let tag = language.flatMap(LanguageTag.wellFormed)
            guard tag != nil || direction != nil else { return inlines(inner, depth: depth + 1) }
            out.open("span", ["lang": tag, "xml:lang": tag, "dir": direction?.rawValue])
            inlines(inner, depth: depth + 1)
            out.close("span")
        case .custom(let custom):
            diagnostics.lose(
                "custom-inline",
                "The inline \"\(shown(custom.name))\" is not known here; its fallback stands in."
            )
            inlines(custom.fallback, depth: depth + 1)
        }
    }

    private mutating func mark(_ name: String, _ inner: [Inline], _ depth: Int) {
        guard !inner.isEmpty else { return }
        out.open(name)
        inlines(inner, depth: depth + 1)
        out.close(name)
    }

    private mutating func link(_ inner: [Inline], _ target: String, _ title: String?, _ depth: Int) {
        guard !isInLink else {
            diagnostics.lose("nested-link", "The link to \"\(shown(target))\" lies within another; its words are kept.")
            return inlines(inner, depth: depth + 1)
        }
        guard !inner.isBlank else {
            diagnostics.lose("empty-link", "The link to \"\(shown(target))\" has no words and cannot be followed.")
            return inlines(inner, depth: depth + 1)
        }
        guard let address = address(of: target) else { return inlines(inner, depth: depth + 1) }
        // A link of one silent image needs a name for who cannot see it.
        let isSilent = inner.plainText.utf8.allSatisfy { $0 <= 0x20 } && !inner.holdsSpeech
        out.open("a", ["href": address, "title": title.flatMap(\.nonEmpty), "aria-label": isSilent ? address : nil])
        isInLink = true
        inlines(inner, depth: depth + 1)
        isInLink = false
        out.close("a")
    }

    /// The `href` for a target; `nil`, with a report, where it may not be one.
    private mutating func address(of target: String) -> String? {
        switch LinkTarget(target) {
        case .address(let address):
            noteCredentials(in: target)
            return address
        case .fragment(let name):
            if notes.isDefined(name) { return "#\(configuration.idPrefix)fn-\(notes.number(of: name))" }
            diagnostics.lose(
                "link-dropped",
                "The link to \"#\(shown(name))\" leads nowhere in the article; its words are kept."
            )
        case .refused(let reason):
            diagnostics.lose(
                "link-dropped",
                "The link to \"\(shown(target))\" was dropped because \(reason); its words are kept."
            )
        }
        return nil
    }

    private mutating func ruby(_ base: [Inline], _ annotation: [Inline], _ depth: Int) {
        guard !base.isBlank, !annotation.isBlank else { return inlines(base + annotation, depth: depth + 1) }
        guard !isInRuby else {
            inlines(base, depth: depth + 1)
            out.text("(")
            inlines(annotation, depth: depth + 1)
            return out.text(")")
        }
        isInRuby = true
        out.open("ruby")
        inlines(base, depth: depth + 1)
        // No `rp`: what reads EPUB knows ruby, and validators advise against it. A space that nobody sees keeps the
        // reading apart for who takes the text alone.
        out.markup(configuration.footnotes == .epub ? "<rt> " : "<rt>")
        inlines(annotation, depth: depth + 1)
        out.markup("</rt></ruby>")
        isInRuby = false
    }
}

extension [Inline] {
    /// Whether they hold something that is spoken though it has no plain text.
    fileprivate var holdsSpeech: Bool {
        var found = false
        walk { inline in
            switch inline {
            case .math, .footnoteReference: found = true
            case .text, .emphasis, .strong, .strikethrough, .superscript, .subscript, .code, .link, .image,
                .lineBreak, .quoted, .cite, .ruby, .span, .custom:
                break
            }
        }
        return found
    }
}

extension String {
    /// The string, or `nil` where there is nothing to see in it.
    var nonEmpty: String? { utf8.contains { $0 > 0x20 } ? self : nil }
}
