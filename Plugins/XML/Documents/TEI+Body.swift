import Offprint
import OffprintHypertext
import OffprintMarkup

// How the elements of a text in TEI are said in HTML.
extension TEI {
    private static let divisions: Set = ["div", "div1", "div2", "div3", "div4", "div5", "div6"]
    private static let sections = divisions.union(["body"])

    static let body = Translation(
        elements: [
            "ab": .p, "item": .li, "row": .tr, "emph": .em, "term": .em, "title": .cite, "lb": .br, "foreign": .span,
            "del": .s, "eg": .pre, "code": .code, "salute": .p, "signed": .p, "trailer": .p, "speaker": .p, "stage": .p,
            "epigraph": .blockquote, "floatingText": .blockquote, "opener": .div, "closer": .div, "dateline": .p,
            "byline": .p,
            "docTitle": .p, "titlePart": .p, "milestone": .hr, "ref": .a, "ptr": .a, "table": .table,
        ],
        attributes: ["target": .href, "cols": .colspan, "rows": .rowspan, "url": .src],
        skipped: [
            "fw", "pb", "cb", "facsimile", "teiHeader", "gb", "anchor", "index", "interp", "interpGrp", "standOff",
            "figDesc", "teiCorpus", "certainty", "space",
        ],
        joints: ["lb", "pb", "cb", "gb"],
        readings: [
            "choice": readAlternatives,
            "app": readAlternatives,
            "lb": { run, node in run.source.attribute("break", of: node) == "no" ? .done : .left },
            "head": { run, node in
                switch run.source.parentName(of: node) {
                case "table": run.start(.caption, for: node)
                case "note": return .done
                case "list": run.start(.p, for: node)
                case let parent where parent.hasPrefix("div") || parent == "body":
                    return run.startHeading(for: node, in: divisions)
                default: run.start(.h3, for: node)
                }
                return .opened(1)
            },
            "ab": { run, node in
                let level = run.source.attribute("rend", of: node).flatMap { $0.last?.wholeNumberValue }
                guard run.source.attribute("type", of: node) == "header" else { return .left }
                let names: [MarkupName] = [.h1, .h1, .h2, .h3, .h4, .h5, .h6]
                run.start(names[min(max(level ?? 2, 1), 6)], for: node)
                return .opened(1)
            },
            "seg": { run, node in
                guard run.source.parentName(of: node) == "u" else { return .left }
                run.start(.p, for: node)
                return .opened(1)
            },
            "list": readList,
            "label": { run, node in
                guard run.source.parentName(of: node) == "list" else { return .left }
                run.start(.dt, for: node)
                return .opened(1)
            },
            "item": { run, node in
                guard run.source.holds(["label"], in: run.tree.parent(of: node)) else { return .left }
                run.start(.dd, for: node)
                return .opened(1)
            },
            "cell": { run, node in
                run.start(run.source.attribute("role", of: node) == "label" ? .th : .td, for: node)
                return .opened(1)
            },
            "hi": readHighlight,
            "quote": readQuote,
            "q": readQuote,
            "said": readQuote,
            "cit": readQuote,
            "note": readNote,
            "figure": readFigure,
            "graphic": { run, node in
                guard let image = run.image(node, at: "url") else { return .done }
                return run.addFigure(node, images: [image], caption: [])
            },
            "gap": { run, node in
                run.text("[…]", for: node)
                return .done
            },
            "lg": { run, node in
                run.start(.p, for: node)
                return .opened(1)
            },
            "l": { run, node in
                run.translate(in: node)
                run.start(.br, for: node, keepsAttributes: false)
                run.end()
                return .done
            },
        ]
    )

    @Sendable
    private static func readList(_ run: inout TranslationRun, _ node: MarkupTree.NodeID) -> Translation.Outcome {
        let word = [run.source.attribute("type", of: node), run.source.attribute("rend", of: node)].compactMap(\.self)
            .joined(separator: " ").lowercased()
        if run.source.holds(["label"], in: node) {
            run.start(.dl, for: node, keepsAttributes: false)
        } else {
            let isNumbered = ["order", "number", "ol"].contains(where: word.contains)
            run.start(isNumbered ? .ol : .ul, for: node, keepsAttributes: false)
        }
        return .opened(1)
    }

    /// One of several forms of the same words: the corrected one, or the first.
    @Sendable
    private static func readAlternatives(
        _ run: inout TranslationRun,
        _ node: MarkupTree.NodeID
    ) -> Translation.Outcome {
        guard run.mayNest else { return .opened(0) }
        let forms = run.tree.children(of: node).filter { !run.tree.isText($0) }
        let names = forms.map { run.source.name(of: $0) }
        let preferred = ["corr", "reg", "expan", "lem"].lazy.compactMap { names.firstIndex(of: $0) }.first
        guard let form = preferred.map({ forms[$0] }) ?? forms.first else { return .opened(0) }
        run.translate(in: form)
        return .done
    }

    @Sendable
    private static func readHighlight(_ run: inout TranslationRun, _ node: MarkupTree.NodeID) -> Translation.Outcome {
        let look = run.source.attribute("rend", of: node)?.lowercased() ?? ""
        let name: MarkupName =
            if look.contains("bold") || look == "#b" || look == "b" {
                .strong
            } else if look.contains("sup") {
                .sup
            } else if look.contains("sub") {
                .sub
            } else if look.contains("strike") || look == "#s" {
                .s
            } else if look.contains("under") || look == "#u" || look == "sc" || look.contains("small") {
                .span
            } else if look == "#t" || look.contains("mono") || look.contains("tt") {
                .code
            } else {
                .em
            }
        run.start(name, for: node, keepsAttributes: false)
        return .opened(1)
    }

    /// A quotation that stands on its own lines, or within a line.
    @Sendable
    private static func readQuote(_ run: inout TranslationRun, _ node: MarkupTree.NodeID) -> Translation.Outcome {
        let parent = run.source.parentName(of: node)
        let isBlock =
            run.source.holds(["p", "ab", "lg", "list", "quote"], in: node) || sections.contains(parent)
            || parent == "item"
            || parent == "cit" && sections.contains(run.source.parentName(of: run.tree.parent(of: node)))
        guard isBlock else {
            // Where the text has its marks, they are not said twice.
            guard !run.hasQuotationMarks(around: node) else { return .opened(0) }
            run.start(.q, for: node, keepsAttributes: false)
            return .opened(1)
        }
        if parent == "cit" { return .opened(0) }
        run.start(.blockquote, for: node)
        return .opened(1)
    }

    @Sendable
    private static func readNote(_ run: inout TranslationRun, _ node: MarkupTree.NodeID) -> Translation.Outcome {
        let place = run.source.attribute("place", of: node)?.lowercased() ?? ""
        let parent = run.source.parentName(of: node)
        guard ["foot", "bottom", "end"].contains(where: place.contains) || !sections.contains(parent) else {
            return run.addAside(node, .note, titled: "head")
        }
        run.note(node)
        return .done
    }

    @Sendable
    private static func readFigure(_ run: inout TranslationRun, _ node: MarkupTree.NodeID) -> Translation.Outcome {
        let alternative = run.source.value("figDesc", from: node)
        let images = run.source.find("graphic", from: node).compactMap {
            run.image($0, at: "url", alternative: alternative)
        }
        let captions = run.source.find("head", from: node) + run.source.find("p", from: node)
        return run.addFigure(node, images: images, caption: captions)
    }
}
