import OffprintModel

extension Rendering {
    mutating func aside(_ aside: Aside, depth: Int) {
        // As a note it is no landmark, of which a page should have few.
        out.open("aside", ["class": "inset \(aside.kind.rawValue)", "role": "note"])
        out.newline()
        paragraph(aside.title, class: "title")
        blocks(aside.content, depth: depth + 1)
        out.close("aside")
    }

    mutating func liveEntry(_ entry: LiveEntry, depth: Int) {
        out.open("section", ["class": "live-entry"])
        out.newline()
        if let time = entry.time {
            out.open("p", ["class": "time"])
            out.element("time", ["datetime": time.htmlDateTime], text: time.momentText)
            out.close("p")
        }
        heading(2, entry.title)
        if let author = entry.author?.nonEmpty { out.element("p", ["class": "byline"], text: author) }
        blocks(entry.content, depth: depth + 1)
        out.close("section")
    }

    /// A formula: MathML that passes the check, TeX as code, else the words for it.
    mutating func math(_ math: Math, isBlock: Bool) {
        switch math.notation {
        case .tex:
            diagnostics.approximate("math-as-source", "A formula in TeX is written as its source.")
            out.element("code", ["class": "tex"], text: math.source)
        case .mathML:
            if let checked = MathML(math.source), !checked.isBlank || math.alternativeText?.nonEmpty != nil {
                containsMathML = true
                checked.append(to: &out, isBlock: isBlock, alternativeText: math.alternativeText)
            } else {
                diagnostics.lose(
                    "math-not-carried",
                    "A formula \"\(shown(math.source))\" is not MathML that can be carried; its words stand in."
                )
                out.text(math.alternativeText?.nonEmpty ?? MathML.words(of: math.source))
            }
        }
    }
}
