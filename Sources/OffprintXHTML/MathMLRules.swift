/// What MathML 3 allows, as far as formulas in articles need it (https://www.w3.org/TR/MathML3/chapter3.html).
enum MathMLRules {
    /// What an element holds.
    enum Content {
        /// Any number of elements.
        case any
        /// As many elements as a notation has parts.
        case exactly(Int)
        /// Text.
        case text
        /// Nothing.
        case nothing
        /// Elements of one name.
        case only(String)
        /// A base and pairs of scripts.
        case scripts
        /// An expression and what else is known of it.
        case annotated
    }

    static let elements: [String: Content] = [
        "math": .any, "mrow": .any, "mstyle": .any, "merror": .any, "mpadded": .any, "mphantom": .any, "msqrt": .any,
        "menclose": .any, "mfenced": .any, "mtd": .any, "mfrac": .exactly(2), "mroot": .exactly(2),
        "msub": .exactly(2), "msup": .exactly(2), "munder": .exactly(2), "mover": .exactly(2),
        "msubsup": .exactly(3), "munderover": .exactly(3), "mi": .text, "mn": .text, "mo": .text, "mtext": .text,
        "ms": .text, "annotation": .text, "mspace": .nothing, "none": .nothing, "mprescripts": .nothing,
        "mtable": .only("mtr"), "mtr": .only("mtd"), "mmultiscripts": .scripts, "semantics": .annotated,
    ]

    // Elements that only stand within one other.
    private static let parents = [
        "mtr": "mtable", "mtd": "mtr", "none": "mmultiscripts", "mprescripts": "mmultiscripts",
        "annotation": "semantics",
    ]

    static func holdsText(_ name: String) -> Bool {
        guard case .text? = elements[name] else { return false }
        return true
    }

    static func allows(_ children: [String], in name: String, parent: String?) -> Bool {
        if let wanted = parents[name], wanted != parent { return false }
        switch elements[name] {
        case .any: return name != "math" || !children.isEmpty
        case .exactly(let count): return children.count == count
        case .text, .nothing: return children.isEmpty
        case .only(let child): return children.allSatisfy { $0 == child }
        case .scripts:
            let sides = children.split(separator: "mprescripts", omittingEmptySubsequences: false)
            guard sides.count <= 2, let right = sides.first, right.count % 2 == 1, right.first != "none" else {
                return false
            }
            return sides.count == 1 || sides[1].count.isMultiple(of: 2)
        case .annotated:
            return children.first.map { $0 != "annotation" } == true
                && children.dropFirst().allSatisfy { $0 == "annotation" }
        case nil: return false
        }
    }

    /// The attributes that are known and have a value that is allowed; the rest is styling, scripts and links.
    static func allowed(_ attributes: [StrictXML.Attribute], on element: String) -> [StrictXML.Attribute] {
        attributes.filter { attribute in
            guard let rule = rules[attribute.name], rule.elements.isEmpty || rule.elements.contains(element) else {
                return false
            }
            return rule.isAllowed(attribute.value)
        }
    }

    private struct Rule {
        var elements: Set<String> = []
        let isAllowed: @Sendable (String) -> Bool
    }

    private static func words(_ words: String..., on elements: Set<String>) -> Rule {
        Rule(elements: elements) { words.contains($0) }
    }

    private static func flag(on elements: Set<String>) -> Rule { words("true", "false", on: elements) }

    private static func length(on elements: Set<String>) -> Rule {
        Rule(elements: elements) { value in
            let unit = ["em", "ex", "px", "pt", "%"].first(where: value.hasSuffix) ?? ""
            let number = value.dropLast(unit.utf8.count)
            let digits = number.hasPrefix("-") ? number.dropFirst() : number
            guard !unit.isEmpty || digits == "0" else { return false }
            let parts = digits.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            return parts.count <= 2
                && parts.allSatisfy { !$0.isEmpty && $0.count < 9 && $0.allSatisfy { (0x30...0x39).contains($0) } }
        }
    }

    private static func number(on elements: Set<String>) -> Rule {
        Rule(elements: elements) { value in Int(value).map { (1...1_000).contains($0) } == true }
    }

    private static let tokens: Set<String> = ["mi", "mn", "mo", "mtext", "ms"]

    private static let rules: [String: Rule] = [
        "mathvariant": words(
            "normal",
            "bold",
            "italic",
            "bold-italic",
            "double-struck",
            "bold-fraktur",
            "script",
            "bold-script",
            "fraktur",
            "sans-serif",
            "monospace",
            on: tokens
        ),
        "displaystyle": flag(on: ["mstyle", "mtable"]),
        "form": words("prefix", "infix", "postfix", on: ["mo"]),
        "fence": flag(on: ["mo"]), "separator": flag(on: ["mo"]), "stretchy": flag(on: ["mo"]),
        "symmetric": flag(on: ["mo"]), "largeop": flag(on: ["mo"]), "movablelimits": flag(on: ["mo"]),
        "lspace": length(on: ["mo"]), "rspace": length(on: ["mo"]), "linethickness": length(on: ["mfrac"]),
        "accent": flag(on: ["mo", "mover", "munderover"]), "accentunder": flag(on: ["munder", "munderover"]),
        "bevelled": flag(on: ["mfrac"]), "width": length(on: ["mspace"]), "height": length(on: ["mspace"]),
        "depth": length(on: ["mspace"]), "columnspan": number(on: ["mtd"]), "rowspan": number(on: ["mtd"]),
        "open": Rule(elements: ["mfenced"]) { $0.utf8.count < 16 },
        "close": Rule(elements: ["mfenced"]) { $0.utf8.count < 16 },
        "separators": Rule(elements: ["mfenced"]) { $0.utf8.count < 16 },
        "columnalign": Rule(elements: ["mtable", "mtr"]) { value in
            !value.isEmpty && value.split(separator: " ").allSatisfy { ["left", "center", "right"].contains($0) }
        },
        "encoding": Rule(elements: ["annotation"]) { $0.utf8.count < 60 },
    ]
}
