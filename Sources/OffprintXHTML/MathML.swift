/// A formula that was taken apart and checked, so that it can be put together again as valid MathML.
///
/// Presentation MathML only, as EPUB asks. What an element or attribute may be is data, in ``MathMLRules``.
struct MathML {
    private enum Part {
        case start(String, [StrictXML.Attribute])
        case end(String)
        case text(String)
    }

    private var parts: [Part] = []
    private var spoken = ""

    /// Whether no part of it can be seen.
    var isBlank: Bool { spoken.nonEmpty == nil }

    /// Takes a formula apart; `nil` where it is not one `math` element that readers can be trusted with.
    init?(_ source: String) {
        guard source.utf8.count < 1 << 20, let events = StrictXML.events(of: Array(source.utf8)) else { return nil }
        var open: [(name: String, children: [String])] = []
        var skipped = 0
        for event in events {
            switch event {
            case .start(let name, let attributes):
                let name = Self.localName(name)
                // Another notation of the same formula: the one that people read is kept.
                if skipped > 0 || name == "annotation-xml" {
                    skipped += 1
                    continue
                }
                guard MathMLRules.elements[name] != nil, (name == "math") == open.isEmpty else { return nil }
                if !open.isEmpty { open[open.count - 1].children.append(name) }
                open.append((name, []))
                parts.append(.start(name, MathMLRules.allowed(attributes, on: name)))
            case .end:
                if skipped > 0 {
                    skipped -= 1
                    continue
                }
                guard let (name, children) = open.popLast() else { return nil }
                guard MathMLRules.allows(children, in: name, parent: open.last?.name) else { return nil }
                parts.append(.end(name))
            case .text(let text):
                guard skipped == 0, let last = open.last else { continue }
                if MathMLRules.holdsText(last.name) {
                    parts.append(.text(text))
                    if last.name != "annotation" { spoken += text }
                } else if text.utf8.contains(where: { $0 > 0x20 }) {
                    return nil
                }
            }
        }
    }

    func append(to out: inout XMLBuffer, isBlock: Bool, alternativeText: String?) {
        for part in parts {
            switch part {
            case .start("math", let attributes):
                out.markup("<math")
                append(attributes, to: &out)
                if isBlock { out.markup(" display=\"block\"") }
                let words = alternativeText?.nonEmpty ?? Self.collapsed(spoken)
                var value = XMLBuffer()
                value.empty("a", ["xmlns": "http://www.w3.org/1998/Math/MathML", "alttext": words.nonEmpty])
                out.markup(Array(value.bytes.dropFirst(2).dropLast(2)))
                out.markup(">")
            case .start(let name, let attributes):
                out.markup("<\(name)")
                append(attributes, to: &out)
                out.markup(">")
            case .end(let name): out.close(name)
            case .text(let text): out.text(text)
            }
        }
    }

    private func append(_ attributes: [StrictXML.Attribute], to out: inout XMLBuffer) {
        for attribute in attributes {
            var value = XMLBuffer()
            value.empty("a", [attribute.name: attribute.value])
            out.markup(Array(value.bytes.dropFirst(2).dropLast(2)))
        }
    }

    /// What can be read of a formula that is not well formed: whatever stands outside of tags.
    static func words(of source: String) -> String {
        var bytes: [UInt8] = []
        var isTag = false
        for byte in source.utf8 {
            if byte == UInt8(ascii: "<") {
                isTag = true
            } else if byte == UInt8(ascii: ">") {
                isTag = false
            } else if !isTag {
                bytes.append(byte)
            }
        }
        return collapsed(String(decoding: bytes, as: UTF8.self))
    }

    private static func collapsed(_ text: String) -> String {
        text.utf8.split { $0 <= 0x20 }.map { String(decoding: Array($0), as: UTF8.self) }.joined(separator: " ")
    }

    private static func localName(_ name: String) -> String {
        name.utf8.lastIndex(of: UInt8(ascii: ":")).map { String(name[name.utf8.index(after: $0)...]) } ?? name
    }
}
