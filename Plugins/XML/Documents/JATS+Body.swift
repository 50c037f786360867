import Offprint
import OffprintHypertext
import OffprintMarkup

// How the elements of a text in JATS are said in HTML.
extension JATS {
    private static let sections: Set = ["sec", "app", "ack", "glossary", "ref-list"]

    static let body = Translation(
        elements: [
            "disp-quote": .blockquote, "verse-group": .p, "list-item": .li, "italic": .em, "bold": .strong,
            "monospace": .code,
            "strike": .s, "ext-link": .a, "uri": .a, "email": .span, "break": .br, "preformat": .pre, "code": .pre,
            "def-list": .dl,
            "term": .dt, "def": .dd, "named-content": .span, "styled-content": .span,
            "speech": .div, "speaker": .p, "statement": .div, "ref": .li, "caption": .caption,
            "mixed-citation": .span, "element-citation": .span, "row": .tr,
        ],
        skipped: [
            "front", "object-id", "index-term", "x", "sub-article", "response", "permissions", "fn-type",
            "alternatives-id",
        ],
        readings: [
            "title": { run, node in
                switch run.source.parentName(of: node) {
                case "caption": run.start(.strong, for: node)
                case let parent where sections.contains(parent):
                    let outcome = run.startHeading(for: node, in: sections)
                    // The number of a section stands before its title.
                    if let label = run.source.value("label", from: run.tree.parent(of: node)) {
                        run.text("\(label) ", for: node)
                    }
                    return outcome
                default: run.start(.h3, for: node)
                }
                return .opened(1)
            },
            "label": { run, node in
                // Numbers of notes, lists and references are counted anew.
                ["fn", "list-item", "ref", "disp-formula", "sec", "app"].contains(run.source.parentName(of: node))
                    ? .done : .left
            },
            "p": { run, node in run.readAlone(node, in: ["list-item"]) },
            "boxed-text": { run, node in run.addAside(node, .factBox, titled: "caption/title") },
            "caption": { run, node in run.source.parentName(of: node) == "boxed-text" ? .done : .left },
            "disp-quote": { run, node in run.addQuote(node, by: "attrib") },
            "attrib": { run, node in run.source.parentName(of: node) == "disp-quote" ? .done : .left },
            "list": { run, node in
                let type = run.source.attribute("list-type", of: node) ?? ""
                run.start(
                    ["order", "alpha-lower", "alpha-upper", "roman-lower", "roman-upper"].contains(type) ? .ol : .ul,
                    for: node
                )
                return .opened(1)
            },
            "ref-list": { run, node in
                for title in run.source.find("title", from: node) {
                    run.start(.h2, for: title)
                    run.translate(in: title)
                    run.end()
                }
                run.start(.ol, for: node)
                for reference in run.source.find("ref", from: node) {
                    run.start(.li, for: reference)
                    run.translate(in: reference)
                    run.end()
                }
                run.end()
                return .done
            },
            "table-wrap": readTable,
            "entry": { run, node in run.startCell(for: node) },
            "fig": readFigure,
            "graphic": { run, node in
                guard let image = run.image(node, at: "href") else { return .done }
                return run.addFigure(node, images: [image], caption: run.source.find("caption", from: node))
            },
            "inline-graphic": { run, node in
                run.start(.img, for: node, keepsAttributes: false)
                run.attribute(.src, run.source.attribute("href", of: node) ?? "")
                run.attribute(.alt, run.source.value("alt-text", from: node) ?? "")
                run.end()
                return .done
            },
            "xref": { run, node in
                guard run.source.attribute("ref-type", of: node) == "fn" else { return .left }
                guard let id = run.source.attribute("rid", of: node), let note = run.element(named: id) else {
                    return .left
                }
                run.note(note)
                return .done
            },
            "fn": { run, node in
                // A note that the text refers to stands where it is referred to.
                if let id = run.source.attribute("id", of: node), run.isReferred(to: id) { return .done }
                guard ["fn-group", "table-wrap-foot"].contains(run.source.parentName(of: node)) else {
                    run.note(node)
                    return .done
                }
                return .left
            },
            "disp-formula": readFormula,
            "inline-formula": readFormula,
            "verse-line": { run, node in
                run.translate(in: node)
                run.start(.br, for: node, keepsAttributes: false)
                run.end()
                return .done
            },
        ]
    )

    /// A table with its caption, or the picture of one.
    @Sendable
    private static func readTable(_ run: inout TranslationRun, _ node: MarkupTree.NodeID) -> Translation.Outcome {
        guard run.mayNest, let table = run.source.first("//table", from: node) else { return .left }
        let captions = run.source.find("label", from: node) + run.source.find("caption", from: node)
        run.start(.table, for: table)
        run.start(.caption, for: node, keepsAttributes: false)
        for (index, caption) in captions.enumerated() {
            if index > 0 { run.text(" ", for: caption) }
            run.start(.span, for: caption, keepsAttributes: false)
            run.translate(in: caption)
            run.end()
        }
        run.end()
        run.translate(in: table)
        run.end()
        for foot in run.source.find("table-wrap-foot", from: node) {
            run.start(.div, for: foot)
            run.translate(in: foot)
            run.end()
        }
        return .done
    }

    @Sendable
    private static func readFigure(_ run: inout TranslationRun, _ node: MarkupTree.NodeID) -> Translation.Outcome {
        let alternative = run.source.value("alt-text", from: node) ?? run.source.value("graphic/alt-text", from: node)
        let graphics = run.source.find("graphic", from: node) + run.source.find("alternatives/graphic", from: node)
        let images = graphics.prefix(1).compactMap { run.image($0, at: "href", alternative: alternative) }
        let captions = run.source.find("label", from: node) + run.source.find("caption", from: node)
        return run.addFigure(node, images: images, caption: captions, credit: run.source.value("attrib", from: node))
    }

    @Sendable
    private static func readFormula(_ run: inout TranslationRun, _ node: MarkupTree.NodeID) -> Translation.Outcome {
        guard let tex = run.source.first("//tex-math", from: node), let text = run.source.text(tex) else {
            return .left
        }
        if run.source.name(of: node) == "disp-formula" {
            run.add(.math(Math(.tex, text)), for: node)
        } else {
            run.start(.code, for: node, keepsAttributes: false)
            run.text(text, for: node)
            run.end()
        }
        return .done
    }
}
