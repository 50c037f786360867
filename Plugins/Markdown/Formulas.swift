import Offprint

// Formulas within a run and on their own: TeX between dollar signs, which GFM takes for formulas.
extension Composer {
    /// What of a formula Markdown can say.
    enum Saying {
        case tex(String)
        /// Words, or the signs of the formula without their layout.
        case words(String)
    }

    /// The TeX of a formula; that of MathML stands in its alternative text, if anywhere.
    mutating func tex(of math: Math) -> Saying {
        guard math.notation == .mathML else { return .tex(math.source) }
        guard let words = math.alternativeText, !words.utf8.allSatisfy(\.isSpace) else {
            losses.approximate("mathml", "A formula in MathML was written as its signs, without their layout.")
            return .words(Self.signs(in: math.source))
        }
        losses.approximate("mathml", "A formula in MathML was written as its TeX, or as the words beside it.")
        var source = words
        if source.hasPrefix("{\\displaystyle"), source.hasSuffix("}") {
            source = String(source.dropFirst(14).dropLast().drop { $0 == " " })
        }
        let isTeX = source.utf8.contains { $0 == .backslash || $0 == .caret || $0 == .underscore || $0 == .equals }
        return isTeX ? .tex(source) : .words(source)
    }

    /// What stands between the tags of MathML.
    private static func signs(in source: String) -> String {
        var bytes: [UInt8] = []
        var isTag = false
        for byte in source.utf8 {
            if byte == .less { isTag = true }
            if !isTag { bytes.append(byte) }
            if byte == .greater {
                isTag = false
                if bytes.last != .blank { bytes.append(.blank) }
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    mutating func math(_ math: Math) {
        let source: String
        switch tex(of: math) {
        case .words(let words): return text(words)
        case .tex(let tex): source = tex
        }
        guard dialect.isGFM, let plain = Self.plainTeX(source) else {
            losses.approximate(
                "math",
                dialect.isGFM
                    ? "A formula that Markdown would misread was written as code."
                    : "CommonMark has no formulas; they were written as code."
            )
            return code(source)
        }
        flush()
        out.append(.dollar)
        let start = out.count
        out.append(contentsOf: plain)
        out.append(.dollar)
        var index = start
        while index < out.count {
            let byte = out[index]
            var length = 1
            if byte == .star || byte == .underscore || byte == .tilde {
                while out[index + length] == byte { length += 1 }
                run.note(.formula, index, length)
            }
            index += length
        }
    }

    mutating func mathBlock(_ math: Math) -> Bool {
        let source: String
        switch tex(of: math) {
        case .words(let words): return inlines([.text(words)], .paragraph)
        case .tex(let tex): source = tex
        }
        guard !source.utf8.allSatisfy(\.isSpace) else { return false }
        guard dialect.isGFM else {
            losses.approximate("math", "CommonMark has no formulas; they were written as code.")
            return code(source, "tex")
        }
        guard let plain = Self.plainTeX(source) else { return code(source, "math") }
        write("$$")
        out.append(contentsOf: plain)
        write("$$")
        return true
    }

    /// A formula on one line, or `nil` where a Markdown reader that knows no formulas would find markup in it.
    private static func plainTeX(_ source: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var previous: UInt8 = 0
        for byte in source.utf8 {
            switch byte {
            case .dollar, .backtick: return nil
            case .percent where previous != .backslash: return nil
            case .leftParenthesis where previous == .rightBracket: return nil
            case .caret where previous == .leftBracket: return nil
            case .less: bytes.append(contentsOf: "\\lt ".utf8)
            default:
                if byte.isSpace {
                    if let last = bytes.last, last != .blank { bytes.append(.blank) }
                } else if byte >= .blank && byte != 0x7F {
                    bytes.append(byte)
                }
            }
            previous = byte
        }
        while bytes.last == .blank { bytes.removeLast() }
        return bytes.isEmpty || bytes.last == .backslash ? nil : bytes
    }
}
