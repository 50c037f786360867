import OffprintMarkup
import OffprintModel

extension BlockBuilder {
    func code(_ node: MarkupTree.NodeID) -> Block {
        var text = codeText(from: node + 1, to: tree.end(of: node))
        // A line end behind the tag and one at the end are layout of the source.
        if text.first == 0x0A, !context.isLiteral { text.removeFirst() }
        if text.last == 0x0A { text.removeLast() }
        return .code(String(decoding: text, as: UTF8.self), language: CodeLanguage.of(pre: node, in: tree))
    }

    /// The text of code, line for line: breaks and blocks end lines, numbers beside them are left out.
    private func codeText(from start: Int, to end: Int) -> [UInt8] {
        var text: [UInt8] = []
        var index = start
        var lastCodeEnd = -1
        while index < end {
            let name = name(of: index)
            switch name {
            case .text:
                appendLines(tree.textBytes[tree.textRange(of: index)], to: &text)
                index += 1
                continue
            case .br: text.append(0x0A)
            case .div, .p, .li, .tr: if let last = text.last, last != 0x0A { text.append(0x0A) }
            case .code:
                // A line each, where one follows straight upon the other.
                if index == lastCodeEnd, let last = text.last, last != 0x0A { text.append(0x0A) }
                lastCodeEnd = tree.end(of: index)
            case .button, .style, .script, .svg:
                index = tree.end(of: index)
                continue
            default: break
            }
            if isGutter(index) {
                index = tree.end(of: index)
                continue
            }
            index += 1
        }
        return text
    }

    /// Adds text with line ends as `\n` and without characters that only break lines.
    private func appendLines(_ bytes: ArraySlice<UInt8>, to text: inout [UInt8]) {
        let keepsInvisible = context.isLiteral
        guard bytes.contains(where: { $0 == 0x0D || $0 == 0xC2 || $0 == 0xE2 || $0 == 0xEF }) else {
            return text.append(contentsOf: bytes)
        }
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let length = keepsInvisible ? 0 : Invisible.length(at: index, in: bytes, after: text)
            if length > 0 {
                index += length
            } else {
                if bytes[index] == 0x0D {
                    if index + 1 == bytes.endIndex || bytes[index + 1] != 0x0A { text.append(0x0A) }
                } else {
                    text.append(bytes[index])
                }
                index += 1
            }
        }
    }

    /// Whether an element within code holds the numbers of lines.
    private func isGutter(_ node: MarkupTree.NodeID) -> Bool {
        let bytes = tree.textBytes[tree.textRange(of: node)]
        guard !context.isLiteral, bytes.allSatisfy({ $0 <= 0x20 || (0x30...0x39).contains($0) }),
            traits(of: node).contains(.lineNumbers)
        else {
            return false
        }
        return true
    }

    /// The code of a table whose one column numbers the lines of the other, as highlighters make them.
    func numberedCode(inTable table: MarkupTree.NodeID) -> Block? {
        guard let pre = tree.descendants(of: table).prefix(4_000).last(where: { tree.name(of: $0) == .pre }) else {
            return nil
        }
        // Everything outside the code is numbers.
        let code = tree.textRange(of: pre)
        let before = tree.textBytes[tree.textRange(of: table).lowerBound..<code.lowerBound]
        let behind = tree.textBytes[code.upperBound..<tree.textRange(of: table).upperBound]
        var digits = 0
        for byte in before {
            if (0x30...0x39).contains(byte) { digits += 1 } else if byte > 0x20 { return nil }
        }
        guard digits > 0, !behind.contains(where: { $0 > 0x20 }) else { return nil }
        return self.code(pre)
    }

    // MARK: Within a line

    /// Code within a line: its text under the marks and links that it holds.
    mutating func readInlineCode(_ node: MarkupTree.NodeID, into walk: inout Walk) {
        let end = tree.end(of: node)
        if tree.descendants(of: node).allSatisfy(tree.isText) {
            let text = tree.text(of: node)
            if !text.isEmpty { walk.flow.append(.code(text)) }
            return
        }
        var index = node + 1
        while index < end {
            walk.leave(before: index)
            let name = name(of: index)
            if name == .text {
                walk.flow.append(.code(tree.text(of: index)))
            } else if name == .br {
                walk.flow.append(.lineBreak)
            } else if name == .a {
                if let target = linkTarget(of: index) {
                    let mark = InlineMark(kind: .link(target: target, title: nil), node: index)
                    walk.open(mark, until: tree.end(of: index))
                }
            } else if let kind = InlineMark.Kind(name) {
                walk.open(InlineMark(kind: kind, node: index), until: tree.end(of: index))
            } else if case .skipped = ElementRole(name) {
                index = tree.end(of: index)
                continue
            }
            index += 1
        }
        walk.leave(before: end)
    }
}
