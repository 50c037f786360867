// What begins a block at the start of a line, and what GFM links by itself.
extension Composer {
    func settleLines(_ verdict: inout Verdict) {
        switch run.place {
        case .cell: return
        case .heading: settleClosingHashes(&verdict)
        case .paragraph, .firstInItem:
            for (number, line) in run.lines.enumerated() where line.start < line.end {
                let isLast = number + 1 == run.lines.count
                settleLine(line.start, line.end, isFirst: number == 0, isLast: isLast, &verdict)
            }
        }
    }

    /// `#` at the end of a heading would be taken for its closing marks.
    private func settleClosingHashes(_ verdict: inout Verdict) {
        guard out.last == .hash else { return }
        var start = out.count
        while start > run.start, out[start - 1] == .hash { start -= 1 }
        if start == run.start || out[start - 1] == .blank { verdict.flag(start) }
    }

    /// Escapes what begins a block.
    ///
    /// What must fill its line to mean something cannot but on the last, as the others end with the backslash of
    /// their break.
    private func settleLine(_ start: Int, _ end: Int, isFirst: Bool, isLast: Bool, _ verdict: inout Verdict) {
        var start = start
        while start < end, out[start] == 0 { start += 1 }  // Marks that were dropped.
        guard start < end else { return }
        let first = out[start]
        guard first.isPunctuation || first.isDigit, !isMarkup(at: start) else { return }
        let line = out[start..<end]
        let second = start + 1 < end ? out[start + 1] : isLast ? .blank : .backslash
        switch first {
        case .hash:
            let count = line.prefix { $0 == .hash }.count
            let next = count < line.count ? out[start + count] : isLast ? .blank : .backslash
            if count <= 6, next == .blank { verdict.flag(start) }
        case .greater: verdict.flag(start)
        case .plus: if second == .blank { verdict.flag(start) }
        case .star, .underscore, .dash:
            let isBullet = first != .underscore && second == .blank
            let least = isFirst && run.place == .firstInItem ? 2 : 3
            let fills = isLast && (Self.isRule(line, first, least) || !isFirst && Self.isDelimiterRow(line))
            if isBullet || fills { flagRun(at: start, &verdict) }
        case .equals: if isLast, !isFirst, line.allSatisfy({ $0 == .equals }) { verdict.flag(start) }
        case .pipe, .colon: if isLast, !isFirst, Self.isDelimiterRow(line) { verdict.flag(start) }
        case .tilde: if line.starts(with: [.tilde, .tilde, .tilde]) { flagRun(at: start, &verdict) }
        case .backtick:
            let rest = line.drop { $0 == .backtick }
            if line.count - rest.count >= 3, !rest.contains(.backtick) { verdict.flag(start) }
        case .less: if mayBeBlock(at: start, end) { verdict.flag(start) }
        case .leftBracket: settleBracket(start, end, isFirst: isFirst, &verdict)
        case 0x30...0x39: settleNumber(line, isFirst: isFirst, isLast: isLast, &verdict)
        default: break
        }
    }

    /// Escapes the first of some marks, and all of them where what is left could pair with others.
    private func flagRun(at position: Int, _ verdict: inout Verdict) {
        verdict.flag(position)
        let mark = out[position]
        let hasOthers = run.suspects.contains {
            $0.position != position && ($0.kind == .literal || $0.kind == .opener) && out[$0.position] == mark
        }
        guard hasOthers else { return }
        var next = position + 1
        while next < out.count, out[next] == mark {
            verdict.flag(next)
            next += 1
        }
    }

    /// Whether a mark, a link or code is at a position, rather than text.
    private func isMarkup(at position: Int) -> Bool {
        guard let suspect = suspects(at: position).first else {
            // A tag of ours: text would have been noted.
            return out[position] == .less
        }
        switch suspect.kind {
        case .opener, .closer, .code, .linkEnd, .email, .formula: return true
        case .linkStart: return out[position] != .leftBracket || byte(at: position + 1) != .caret
        case .literal, .backticks, .bracket, .endBracket, .noteEnd, .byte: return false
        }
    }

    /// The suspects at a position.
    func suspects(at position: Int) -> ArraySlice<Run.Suspect> {
        var low = 0
        var high = run.suspects.count
        while low < high {
            let middle = (low + high) / 2
            if run.suspects[middle].position < position { low = middle + 1 } else { high = middle }
        }
        return run.suspects[low...].prefix { $0.position == position }
    }

    /// Whether a line is nothing but so many of one mark or more; behind a bullet two make a rule.
    private static func isRule(_ line: ArraySlice<UInt8>, _ mark: UInt8, _ least: Int) -> Bool {
        var count = 0
        for byte in line {
            if byte == mark { count += 1 } else if byte != .blank { return false }
        }
        return count >= least
    }

    /// Whether a line could part the head of a table from its body, or underline a heading.
    private static func isDelimiterRow(_ line: ArraySlice<UInt8>) -> Bool {
        line.contains(.dash) && line.allSatisfy { $0 == .dash || $0 == .colon || $0 == .pipe || $0 == .blank }
    }

    /// `1.` and `1)` begin a list; within a paragraph only the number 1 does.
    private func settleNumber(_ line: ArraySlice<UInt8>, isFirst: Bool, isLast: Bool, _ verdict: inout Verdict) {
        let digits = line.prefix(10).prefix(while: \.isDigit)
        let end = digits.endIndex
        guard digits.count <= 9, end < line.endIndex, line[end] == .dot || line[end] == .rightParenthesis,
            end + 1 == line.endIndex ? isLast : line[end + 1] == .blank
        else { return }
        if isFirst || Int(String(decoding: digits, as: UTF8.self)) == 1 { verdict.flag(end) }
    }

    /// `[a]: b` defines a link, `[^a]: b` a footnote, and `[x] ` at the start of an item is a box.
    private func settleBracket(_ start: Int, _ end: Int, isFirst: Bool, _ verdict: inout Verdict) {
        let isNote = byte(at: start + 1) == .caret
        if run.place == .firstInItem && isFirst, end - start > 3, out[start + 2] == .rightBracket,
            out[start + 3] == .blank, [.blank, UInt8(ascii: "x"), UInt8(ascii: "X")].contains(out[start + 1])
        {
            verdict.flag(start)
        }
        guard isNote else {
            if isFirst, mayBeDefinition(at: start + 1) { verdict.flag(start) }
            return
        }
        var previous: UInt8 = 0
        for index in start..<end {
            if out[index] == .colon, previous == .rightBracket {
                // The mark of a real footnote cannot be escaped; what follows it can.
                let isReal = suspects(at: index).contains { $0.kind == .noteEnd }
                verdict.flag(isReal ? index : start)
                return
            }
            previous = out[index]
        }
    }

    // MARK: Bare addresses

    /// Whether `://` at a position is within an address that GFM would link.
    func isBareAddress(at position: Int) -> Bool {
        guard byte(at: position + 1) == .slash, byte(at: position + 2) == .slash else { return false }
        let next = byte(at: position + 3)
        guard next.isAlphanumeric || next >= 0x80 || next == .underscore || next == .dash else { return false }
        var start = position
        while start > run.start, out[start - 1].isASCIILetter { start -= 1 }
        let scheme = String(decoding: out[start..<position], as: UTF8.self).lowercased()
        return scheme.hasSuffix("http") || scheme.hasSuffix("https") || scheme.hasSuffix("ftp")
    }

    /// Whether the dot at a position belongs to `www.` where GFM would link a host: cmark-gfm does so whatever
    /// follows.
    func isBareHost(at position: Int) -> Bool {
        guard position - run.start >= 3, out[(position - 3)..<position].elementsEqual("www".utf8) else { return false }
        guard position - 3 > run.start else { return true }
        let before = out[position - 4]
        return before.isSpace || before == .star || before == .underscore || before == .tilde
            || before == .leftParenthesis || before == .backslash || before == 0
    }

    /// Whether GFM links an address of e-mail as it stands: nothing beside it may belong to it.
    func canStandBare(_ suspect: Run.Suspect) -> Bool {
        if suspect.position > run.start {
            let before = out[suspect.position - 1]
            guard before.isSpace || before == .leftParenthesis || before == .star || before == .less || before >= 0x80
            else { return false }
        }
        let end = suspect.position + suspect.length
        let after = byte(at: end)
        if after == .dot || after == 0x2C || after == .bang || after == 0x3F {
            let next = byte(at: end + 1)
            return next == 0 || next.isSpace
        }
        return after == 0 || after.isSpace || after == .rightParenthesis || after == .star || after >= 0x80
            || after == .semicolon || after == .greater
    }
}
