import Offprint

// The end of a run: which suspects need a backslash, and which marks must be tags.
extension Composer {
    mutating func resolve() {
        if !run.suspects.isEmpty || needsLineCheck {
            var verdict = Verdict(start: run.start)
            if !run.suspects.isEmpty {
                settleMarks()
                settleLiterals(&verdict)
                settleBrackets(&verdict)
                settleBackticks(&verdict)
                settleBytes(&verdict)
            }
            settleLines(&verdict)
            apply(verdict)
        }
        if run.place == .cell { escapePipes() }
    }

    /// Whether a line of the run begins with something that could begin a block.
    private var needsLineCheck: Bool {
        if run.place == .heading { return out.last == .hash }
        guard run.place != .cell else { return false }
        if run.lines.count > 1 { return true }
        let byte = out[run.start]
        return byte.isPunctuation || byte.isDigit
    }

    /// Inserts the backslashes and puts tags in the place of marks.
    private mutating func apply(_ verdict: Verdict) {
        let changed = run.suspects.first { $0.form != .plain }?.position
        guard let first = [verdict.first, changed].compactMap({ $0 }).min() else { return }
        let tail = Array(out[first...])
        out.removeLast(out.count - first)
        var suspect = 0
        var index = 0
        while index < tail.count {
            let position = first + index
            while suspect < run.suspects.count, run.suspects[suspect].position < position { suspect += 1 }
            while suspect < run.suspects.count, run.suspects[suspect].position == position,
                run.suspects[suspect].form == .plain
            {
                suspect += 1
            }
            if suspect < run.suspects.count, run.suspects[suspect].position == position {
                let mark = run.suspects[suspect]
                if mark.form == .tag {
                    if mark.kind == .email {
                        out.append(.less)
                        out.append(contentsOf: tail[index..<index + mark.length])
                        out.append(.greater)
                    } else {
                        write(mark.kind == .opener ? "<\(mark.mark.tag)>" : "</\(mark.mark.tag)>")
                    }
                }
                index += mark.length
                suspect += 1
                continue
            }
            if verdict.isFlagged(position) { out.append(.backslash) }
            out.append(tail[index])
            index += 1
        }
    }

    /// A table splits its cells at pipes before it looks for anything else.
    private mutating func escapePipes() {
        guard let first = out[run.start...].firstIndex(of: .pipe) else { return }
        let tail = Array(out[first...])
        out.removeLast(out.count - first)
        for byte in tail {
            if byte == .pipe { out.append(.backslash) }
            out.append(byte)
        }
    }

    // MARK: Neighbours

    /// The character before a position, seen past marks that were dropped.
    func neighbour(before position: Int, of mark: UInt8) -> Neighbour {
        var index = position - 1
        var found: Neighbour = []
        while index >= run.start {
            let byte = out[index]
            if byte == 0 {
                index -= 1
            } else if byte == .tilde && mark != .tilde && dialect.isGFM {
                found.insert(.punctuation)
                index -= 1
            } else if byte < 0x80 {
                return found.union(Neighbour(ascii: byte))
            } else {
                while index > run.start, out[index] & 0xC0 == 0x80 { index -= 1 }
                return found.union(scalar(at: index))
            }
        }
        return found.union(.space)
    }

    /// The character at a position, seen past marks that were dropped.
    func neighbour(after position: Int, of mark: UInt8) -> Neighbour {
        var index = position
        var found: Neighbour = []
        while index < out.count {
            let byte = out[index]
            if byte == 0 {
                index += 1
            } else if byte == .tilde && mark != .tilde && dialect.isGFM {
                found.insert(.punctuation)
                index += 1
            } else {
                return found.union(byte < 0x80 ? Neighbour(ascii: byte) : scalar(at: index))
            }
        }
        return found.union(.space)
    }

    private func scalar(at index: Int) -> Neighbour {
        var decoder = UTF8()
        var bytes = out[index..<min(index + 4, out.count)].makeIterator()
        if case .scalarValue(let scalar) = decoder.decode(&bytes) { return Neighbour(scalar) }
        return .letter
    }

    // MARK: Brackets, backticks, other bytes

    private func settleBrackets(_ verdict: inout Verdict) {
        var open: [OpenBracket] = []
        for (index, suspect) in run.suspects.enumerated() {
            switch suspect.kind {
            case .linkStart: open.append(OpenBracket(index: index, position: -1, isActive: suspect.length == 1))
            case .bracket:
                if isNote(at: suspect.position) {
                    verdict.flag(suspect.position)
                } else {
                    open.append(OpenBracket(index: index, position: suspect.position, isActive: true))
                }
            case .endBracket: closeBracket(index, &open, &verdict)
            case .linkEnd, .noteEnd:
                var isLink = false
                while let last = open.popLast() {
                    isLink = last.isActive
                    if last.position < 0 { break }
                    verdict.flag(last.position)
                }
                // Links do not nest: what was open before a link can begin none.
                if isLink, suspect.kind == .linkEnd { deactivate(&open) }
                if suspect.kind == .noteEnd, byte(at: suspect.position) == .leftParenthesis {
                    verdict.flag(suspect.position)
                }
            case .literal, .opener, .closer, .backticks, .code, .byte, .email, .formula: break
            }
        }
    }

    /// A bracket that nothing has closed: of text, or with the position -1 of a link or an image.
    private struct OpenBracket {
        var index: Int
        var position: Int
        var isActive: Bool
    }

    private func deactivate(_ open: inout [OpenBracket]) {
        for index in open.indices.reversed() where open[index].position >= 0 {
            let position = open[index].position
            if !open[index].isActive { break }
            if position == run.start || out[position - 1] != .bang { open[index].isActive = false }
        }
    }

    private func closeBracket(_ index: Int, _ open: inout [OpenBracket], _ verdict: inout Verdict) {
        guard let last = open.last else { return }
        let position = run.suspects[index].position
        if last.position < 0 || last.isActive && mayBeTarget(at: position + 1) {
            verdict.flag(position)
        } else {
            open.removeLast()
            // cmark-gfm takes all between `[^` and `]` for a label, and gives it back with its backslashes and marks.
            if dialect.isGFM, last.index + 1 < index, byte(at: last.position + 1) == .caret {
                verdict.flag(last.position)
            }
        }
    }

    /// Whether text in brackets spells the mark of a footnote that there is.
    private func isNote(at position: Int) -> Bool {
        guard dialect.isGFM, !notes.labels.isEmpty, byte(at: position + 1) == .caret else { return false }
        let label = out[(position + 2)...].prefix(66).prefix { $0 != .rightBracket && $0 != 0 }
        return notes.labels.contains(String(decoding: label, as: UTF8.self).lowercased())
    }

    /// A run of backticks begins code where another of its length follows.
    private func settleBackticks(_ verdict: inout Verdict) {
        guard run.suspects.contains(where: { $0.kind == .backticks }) else { return }
        var later: Set<Int> = []
        var codes = 0
        for index in run.suspects.indices.reversed() {
            let suspect = run.suspects[index]
            if suspect.kind == .code {
                later.insert(suspect.length)
                codes += 1
            }
            guard suspect.kind == .backticks else { continue }
            var escaped = 0
            var joined = 0  // The backticks of code that touch.
            if index + 1 < run.suspects.count, run.suspects[index + 1].kind == .code,
                run.suspects[index + 1].position == suspect.position + suspect.length
            {
                escaped = suspect.length
                joined = run.suspects[index + 1].length
            } else if index > 0, run.suspects[index - 1].kind == .code,
                run.suspects[index - 1].position + run.suspects[index - 1].length == suspect.position
            {
                escaped = 1
            }
            // cmark-gfm loses count: behind a run without a partner it reads the first of several pieces of code only.
            if codes > 3 { escaped = suspect.length }
            while escaped < suspect.length, later.contains(suspect.length - escaped) { escaped += 1 }
            for offset in 0..<escaped { verdict.flag(suspect.position + offset) }
            // The bytes stay backticks to a reader that looks for the end of code before them.
            if escaped > 1 { later.insert(1) }
            later.insert(escaped == 0 ? suspect.length : suspect.length - escaped + 1 + joined)
        }
    }

    private mutating func settleBytes(_ verdict: inout Verdict) {
        var lastGreater: Int?
        var lastDollar: Int?
        for index in run.suspects.indices {
            let suspect = run.suspects[index]
            let position = suspect.position
            if suspect.kind == .email {
                if !canStandBare(suspect) { run.suspects[index].form = .tag }
                continue
            }
            guard suspect.kind == .byte else { continue }
            let next = byte(at: position + 1)
            switch out[position] {
            case .backslash: if next.isPunctuation || next == .newline { verdict.flag(position) }
            case .ampersand: if out.isEntity(at: position) { verdict.flag(position) }
            case .bang:
                if next == .leftBracket, index + 1 < run.suspects.count, run.suspects[index + 1].kind == .linkStart,
                    index + 2 == run.suspects.count || run.suspects[index + 2].kind != .noteEnd
                {
                    verdict.flag(position)
                }
            case .less:
                let greater = lastGreater ?? out[run.start...].lastIndex(of: .greater) ?? -1
                lastGreater = greater
                if greater > position, mayBeTag(at: position) { verdict.flag(position) }
            case .dollar:
                if let last = lastDollar, canBeMath(last, position) { verdict.flag(last) }
                lastDollar = position
            case .colon: if isBareAddress(at: position) { verdict.flag(position) }
            case .dot: if isBareHost(at: position) { verdict.flag(position) }
            case .brace, .percent: verdict.flag(position)
            default: break
            }
        }
    }

    /// Whether two dollar signs in a row could stand around a formula.
    private func canBeMath(_ first: Int, _ second: Int) -> Bool {
        second > first + 1 && !out[first + 1].isSpace && !out[second - 1].isSpace && !byte(at: second + 1).isDigit
    }

    /// The byte at a position of the run, past marks that were dropped; 0 behind its end.
    func byte(at position: Int) -> UInt8 {
        var index = position
        while index < out.count {
            if out[index] != 0 { return out[index] }
            index += 1
        }
        return 0
    }
}

/// Which bytes of a run get a backslash before them.
struct Verdict {
    private let start: Int
    private var flags: [Bool] = []
    /// The first of them.
    private(set) var first: Int?

    init(start: Int) { self.start = start }

    mutating func flag(_ position: Int) {
        let index = position - start
        guard index >= 0 else { return }
        if index >= flags.count {
            flags.append(contentsOf: repeatElement(false, count: max(index + 1, flags.count * 2) - flags.count))
        }
        flags[index] = true
        first = min(first ?? position, position)
    }

    func isFlagged(_ position: Int) -> Bool {
        let index = position - start
        return index < flags.count && flags[index]
    }
}
