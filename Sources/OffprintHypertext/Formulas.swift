import OffprintMarkup
import OffprintModel

// Formulas: as MathML, and as scripts that typeset TeX leave them in a page.
extension BlockBuilder {
    /// The formula of a `math` element: TeX where it carries that along, for more formats hold TeX.
    func math(_ node: MarkupTree.NodeID) -> (math: Math, isBlock: Bool)? {
        guard let source = tree.opaqueContent(of: node) else { return nil }
        let tag = source.prefix { $0 != 0x3E }
        let isBlock = String(decoding: tag, as: UTF8.self).contains("display=\"block\"")
        let alternative = tree.attribute(named: "alttext", of: node)?.tidied.trimmed
        return (
            Math(
                .mathML,
                String(decoding: source, as: UTF8.self),
                alternativeText: alternative ?? TeX.annotation(in: source)
            ), isBlock
        )
    }

    /// Adds a formula on a line of its own, or within the line.
    func add(_ formula: (math: Math, isBlock: Bool), into walk: inout Walk) {
        if formula.isBlock { walk.add([.math(formula.math)]) } else { walk.flow.append(.math(formula.math)) }
    }

    /// The one formula of an element that a script has made: what it shows is there again for the eye.
    func renderedMath(_ node: MarkupTree.NodeID, _ traits: ClassTraits) -> (math: Math, isBlock: Bool)? {
        guard tree.end(of: node) - node <= 4_000 else { return nil }
        let isDisplay = traits.contains(.display) || tree.attribute(named: "display", of: node) == "true"
        if traits.contains(.renderedMath) || tree.name(of: node) == .other {
            for inner in tree.descendants(of: node) where tree.name(of: inner) == .math {
                if let (math, isBlock) = math(inner) { return (math, isBlock || isDisplay) }
            }
            return nil
        }
        // TeX between delimiters, marked as a formula and not typeset yet.
        guard tree.descendants(of: node).allSatisfy(tree.isText) else { return nil }
        let text = tree.text(of: node)
        guard let source = TeX.delimited(text) else { return nil }
        return (Math(.tex, source), isDisplay || text.hasPrefix("\\["))
    }

    /// The formula of a script of TeX.
    func scriptedMath(_ node: MarkupTree.NodeID) -> (math: Math, isBlock: Bool)? {
        guard let type = tree.attribute(.type, of: node)?.lowercased(), type.hasPrefix("math/tex"),
            let source = tree.opaqueContent(of: node).flatMap({ String(decoding: $0, as: UTF8.self).trimmed })
        else { return nil }
        return (Math(.tex, source), type.contains("mode=display"))
    }

    /// Whether a script of TeX follows, past other looks of its formula.
    func hasScriptedMath(behind node: MarkupTree.NodeID) -> Bool {
        var next = tree.end(of: node)
        for _ in 0..<4 where next < tree.end(of: tree.parent(of: node)) {
            switch tree.name(of: next) {
            case .script: return scriptedMath(next) != nil
            case .text where tree.textBytes[tree.textRange(of: next)].allSatisfy({ $0 <= 0x20 }): next += 1
            case .span, .div:
                guard traits(of: next).contains(.renderedMath) else { return false }
                next = tree.end(of: next)
            default: return false
            }
        }
        return false
    }

    /// The formula within an element that is hidden because a picture of it is shown.
    func hiddenMath(in node: MarkupTree.NodeID) -> Math? {
        guard tree.end(of: node) - node <= 8 else { return nil }
        return tree.first(.math, in: node).flatMap { math($0)?.math }
    }
}

/// TeX as pages carry it.
enum TeX {
    /// The TeX that MathML carries along.
    static func annotation(in source: ArraySlice<UInt8>) -> String? {
        let text = String(decoding: source, as: UTF8.self)
        let mark = "application/x-tex\""
        guard let at = text.utf8.firstOffset(of: mark) else { return nil }
        let rest = text.utf8.dropFirst(at + mark.utf8.count).drop { $0 != 0x3E }.dropFirst()
        let content = String(decoding: Array(rest.prefix { $0 != 0x3C }), as: UTF8.self)
        return content.trimmed.map(unescaped)
    }

    /// The text between delimiters of TeX; `nil` where there are none.
    static func delimited(_ text: String) -> String? {
        guard let text = text.trimmed else { return nil }
        for (open, close) in [("\\(", "\\)"), ("\\[", "\\]"), ("$$", "$$")] {
            guard text.hasPrefix(open), text.hasSuffix(close), text.utf8.count > 4 else { continue }
            return String(text.dropFirst(2).dropLast(2)).trimmed
        }
        return nil
    }

    /// TeX without the delimiters, or the order to set it in display style, that a picture's text has around it.
    static func withoutDelimiters(_ text: String) -> String {
        if let inner = delimited(text) { return inner }
        if text.hasPrefix("{\\displaystyle"), text.hasSuffix("}") {
            return String(text.dropFirst(14).dropLast()).trimmed ?? text
        }
        guard text.hasPrefix("$"), text.hasSuffix("$"), text.utf8.count > 2 else { return text }
        return String(text.dropFirst().dropLast())
    }

    private static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(0x26) else { return text }
        var result: [UInt8] = []
        var rest = Array(text.utf8)[...]
        let entities: [(name: String, byte: UInt8)] = [
            ("&lt;", 0x3C), ("&gt;", 0x3E), ("&amp;", 0x26), ("&quot;", 0x22),
        ]
        while let byte = rest.first {
            if byte == 0x26, let entity = entities.first(where: { rest.starts(with: $0.name.utf8) }) {
                result.append(entity.byte)
                rest = rest.dropFirst(entity.name.utf8.count)
            } else {
                result.append(byte)
                rest = rest.dropFirst()
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

extension String.UTF8View {
    /// How many bytes stand before the first place of a text.
    fileprivate func firstOffset(of part: String) -> Int? {
        let bytes = Array(self)
        let part = Array(part.utf8)
        guard bytes.count >= part.count else { return nil }
        return (0...bytes.count - part.count).first { bytes[$0] == part[0] && bytes[$0...].starts(with: part) }
    }
}
