import Offprint
import OffprintXHTML

// Figures, embeds, asides, entries of a live blog, definitions.
extension Composer {
    /// Each image is a paragraph of its own, which Hugo, Obsidian and pandoc show as a picture.
    ///
    /// The caption is the paragraph behind them, the credit the one behind that. Where no image survived, nothing
    /// would tell these from running text, so they stand as the caption of an HTML figure, if HTML is allowed.
    mutating func figure(_ figure: Figure) -> Bool {
        if figure.images.isEmpty, dialect.allowsHTML { return captionAlone(figure) }
        var isFirst = true
        for image in figure.images {
            let mark = out.count
            if !isFirst { blankLine() }
            if inlines([.image(image)], .paragraph) { isFirst = false } else { out.removeLast(out.count - mark) }
        }
        if !figure.caption.isEmpty || figure.credit != nil {
            losses.approximate("caption", "The caption of a picture became the paragraph behind it.")
        }
        for words in [figure.caption, figure.credit.map { [.text($0)] } ?? []] {
            let mark = out.count
            if !isFirst { blankLine() }
            if inlines(words, .paragraph) { isFirst = false } else { out.removeLast(out.count - mark) }
        }
        return !isFirst
    }

    private mutating func captionAlone(_ figure: Figure) -> Bool {
        guard !figure.caption.isEmpty || figure.credit != nil else { return false }
        element("figure") {
            $0.element("figcaption") {
                $0.htmlInlines(figure.caption, depth: 0)
                guard let credit = figure.credit else { return }
                if !figure.caption.isEmpty { $0.write(" ") }
                $0.element("small") { $0.htmlInlines([.text(credit)], depth: 0) }
            }
        }
        return true
    }

    /// A block quote with the title in bold.
    mutating func aside(_ aside: Aside, depth: Int) -> Bool {
        losses.approximate("aside", "A box beside the text became a block quote: Markdown has no other.")
        return quoted { composer in
            let wrote = composer.inlines([.strong(aside.title)], .paragraph)
            let mark = composer.out.count
            if wrote { composer.blankLine() }
            if composer.blocks(aside.content, depth: depth + 1) { return true }
            composer.out.removeLast(composer.out.count - mark)
            return wrote
        }
    }

    /// A heading with the time and the title, the author in emphasis, then the entry's blocks.
    mutating func liveEntry(_ entry: LiveEntry, depth: Int) -> Bool {
        losses.approximate("live-entry", "An entry of a live blog became a heading and what follows it.")
        var wrote = false
        var title = entry.title
        if let time = entry.time {
            let moment = Inline.text(time.momentText)
            title = title.isEmpty ? [moment] : [moment, .text(" – ")] + title
        }
        let start = out.count
        write("## ")
        if inlines(title, .heading) { wrote = true } else { out.removeLast(out.count - start) }
        if let author = entry.author {
            let mark = out.count
            if wrote { blankLine() }
            if inlines([.emphasis([.text(author)])], .paragraph) {
                wrote = true
            } else {
                out.removeLast(out.count - mark)
            }
        }
        let mark = out.count
        if wrote { blankLine() }
        if blocks(entry.content, depth: depth + 1) { return true }
        out.removeLast(out.count - mark)
        return wrote
    }

    /// A `dl`, or the terms in bold and their meanings as blocks.
    mutating func definitionList(_ definitions: [Definition], depth: Int) -> Bool {
        guard !definitions.isEmpty else { return false }
        guard !dialect.allowsHTML else {
            write("<dl>")
            for definition in definitions {
                newLine()
                write("<dt>")
                htmlInlines(definition.term, depth: 0)
                write("</dt>")
                for meaning in definition.meanings {
                    newLine()
                    write("<dd>")
                    container(meaning, depth: depth + 1)
                    write("</dd>")
                }
            }
            newLine()
            write("</dl>")
            return true
        }
        losses.approximate(
            "definition-list",
            "Terms and their meanings became paragraphs: Markdown has no list for them."
        )
        var content: [Block] = []
        for definition in definitions {
            content.append(.paragraph([.strong(definition.term)]))
            content += definition.meanings.joined()
        }
        return blocks(content, depth: depth + 1)
    }
}
