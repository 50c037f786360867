public import OffprintModel

/// What stands around an article's body on a page of its own: title, byline and date over it, credits and rights under
/// it.
public struct ArticleFrame: Sendable {
    /// The headline: the title, or without one the first heading.
    ///
    /// That heading is not in ``body``, nor is one that only says the title once more.
    public let headline: String?
    /// The body without what the frame shows.
    public let body: [Block]
    /// How many blocks of the article's body stand in the frame, before those of ``body``.
    public var leadingBlocks: Int { takesHeading ? 1 : 0 }
    private let takesHeading: Bool
    private var dropsMarks = false
    private let metadata: Metadata

    /// Takes an article apart.
    public init(_ article: Article) {
        metadata = article.metadata
        if let title = metadata.title.best?.onOneLine {
            let repeats = article.repeatsTitle && article.headingIsWords
            (headline, takesHeading) = (title, repeats)
            body = repeats ? Array(article.body.dropFirst()) : article.body
        } else if case .heading(_, let inlines)? = article.body.first, inlines.isPlain,
            let heading = inlines.plainText.onOneLine
        {
            (headline, body, takesHeading) = (heading, Array(article.body.dropFirst()), true)
        } else {
            (headline, body, takesHeading) = (nil, article.body, false)
        }
        if takesHeading, case .heading(_, let inlines)? = article.body.first { dropsMarks = !inlines.isPlain }
    }

    /// Reports that the headline stands without the marks and links of the heading that it stands for.
    public func reportMarks(to diagnostics: inout Diagnostics) {
        guard dropsMarks else { return }
        diagnostics.approximate("title-marks", "The headline stands without its marks and links.", block: 0)
    }

    /// What to call the page: its headline, or else where it is from.
    public var pageTitle: String {
        headline ?? metadata.url.best?.onOneLine ?? metadata.publisher.best?.name.onOneLine ?? "Untitled"
    }

    // MARK: Over the body

    /// Writes the `header`; `standIn` is the heading of an article that has none, for pages that need one.
    public func header(to out: inout XMLBuffer, standIn: String? = nil) {
        out.markup("<header>\n")
        line("kicker", metadata.kicker.best, &out)
        if let heading = headline ?? standIn {
            out.element("h1", text: heading)
            out.newline()
        }
        line("subtitle", metadata.subtitle.best, &out)
        line("byline", byline, &out)
        dateline(&out)
        notice(&out)
        out.markup("</header>\n")
    }

    /// The byline as printed where it names every author, else their names.
    public var byline: String? {
        let names = (metadata.authors.best ?? []).compactMap(\.name.onOneLine)
        guard let printed = metadata.byline.best?.onOneLine else {
            return names.isEmpty ? nil : names.joined(separator: ", ")
        }
        return names.allSatisfy(printed.contains) ? printed : names.joined(separator: ", ")
    }

    /// Date, place and source, on one line.
    private func dateline(_ out: inout XMLBuffer) {
        let places = (metadata.places.best ?? []).compactMap(\.onOneLine)
        let address = metadata.url.best.flatMap { LinkTarget($0).address }
        let source = metadata.publisher.best?.name.onOneLine ?? address
        var isFirst = true
        func part(_ write: (inout XMLBuffer) -> Void) {
            if isFirst { out.open("p", ["class": "dateline"]) } else { out.text(" · ") }
            isFirst = false
            write(&out)
        }
        if let date = metadata.published.best {
            part { $0.element("time", ["datetime": date.htmlDateTime], text: date.visibleText) }
        }
        if !places.isEmpty { part { $0.element("span", ["class": "place"], text: places.joined(separator: ", ")) } }
        if let source {
            part { $0.element(address == nil ? "span" : "a", ["class": "source", "href": address], text: source) }
        }
        guard !isFirst else { return }
        out.close("p")
        out.newline()
    }

    /// What a reader must know before the first word: that the article may not be used, or not yet.
    private func notice(_ out: inout XMLBuffer) {
        guard let notice else { return }
        out.element("p", ["class": "notice", "role": "note", "lang": "en", "dir": "ltr"], text: notice)
        out.newline()
    }

    /// What must be said of its status; `nil` where it may be used.
    public var notice: String? {
        switch metadata.status.best {
        case .canceled: return "Canceled by its publisher: not for use."
        case .withheld: return "Withheld by its publisher: not for use."
        case .embargoed: return metadata.embargo.best.map { "Embargoed until \($0)." } ?? "Embargoed."
        case .usable, nil: return metadata.embargo.best.map { "Embargoed until \($0)." }
        }
    }

    // MARK: Under the body

    /// Writes the `footer`, where there is anything for it.
    public func footer(to out: inout XMLBuffer) {
        let rights = metadata.rights.best?.onOneLine
        guard !credits.isEmpty || rights != nil else { return }
        out.markup("<footer>\n")
        line("credits", credits.joined(separator: ", "), &out)
        line("rights", rights, &out)
        out.markup("</footer>\n")
    }

    /// Who else took part, and the agencies whose copy it uses.
    public var credits: [String] {
        let people = (metadata.contributors.best ?? []).compactMap { contributor -> String? in
            guard let name = contributor.name.onOneLine else { return nil }
            return contributor.role?.onOneLine.map { "\($0): \(name)" } ?? name
        }
        var credits: [String] = []
        for credit in people + (metadata.agencies.best ?? []).compactMap(\.name.onOneLine)
        where !credits.contains(credit) {
            credits.append(credit)
        }
        return credits
    }

    private func line(_ name: String, _ text: String?, _ out: inout XMLBuffer) {
        guard let text = text?.onOneLine else { return }
        out.element("p", ["class": name], text: text)
        out.newline()
    }
}

extension String {
    /// The text on one line without control characters; `nil` where nothing is left.
    package var onOneLine: String? {
        let words = unicodeScalars.split { $0.properties.isWhitespace || $0.properties.generalCategory == .control }
        return words.isEmpty ? nil : words.map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
    }
}

extension Article {
    /// Whether the body opens with a heading of the first level that says what the title says.
    package var repeatsTitle: Bool {
        guard case .heading(let level, let inlines)? = body.first, level <= 1,
            let title = metadata.title.best?.onOneLine
        else { return false }
        return inlines.plainText.onOneLine == title
    }

    /// Whether all that the first heading holds is words, with or without marks.
    fileprivate var headingIsWords: Bool {
        guard case .heading(_, let inlines)? = body.first else { return false }
        var isWords = true
        inlines.walk { inline in
            switch inline {
            case .text, .emphasis, .strong, .strikethrough, .superscript, .subscript, .code, .link, .lineBreak,
                .quoted, .cite, .span:
                break
            case .image, .footnoteReference, .math, .ruby, .custom: isWords = false
            }
        }
        return isWords
    }
}

extension [Inline] {
    fileprivate var isPlain: Bool { allSatisfy { if case .text = $0 { true } else { false } } }
}
