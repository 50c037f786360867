import Offprint

// CommonMark's rules for `*`, `_` and `~~`, applied to what was written.
extension Composer {
    /// Chooses for each pair of marks the characters that every reader understands, a tag, or nothing.
    ///
    /// Emphasis goes first: it can be `_` where strong emphasis beside it is `**`.
    mutating func settleMarks() {
        guard run.suspects.contains(where: { $0.kind == .opener }) else { return }
        for round in 0..<8 {
            var dropped = false
            for mark in [Run.Mark.emphasis, .strong, .strikethrough] {
                for index in run.suspects.indices
                where run.suspects[index].kind == .opener && run.suspects[index].mark == mark
                    && run.suspects[index].form == .plain
                {
                    dropped = settle(index, round: round) || dropped
                }
            }
            // What was dropped changes what stands beside the others.
            if !dropped { break }
        }
    }

    /// Settles one pair; gives whether it was dropped.
    private mutating func settle(_ opener: Int, round: Int) -> Bool {
        let closer = run.suspects[opener].partner
        let mark = run.suspects[opener].mark
        let candidates: [UInt8] = mark == .strikethrough ? (dialect.isGFM ? [.tilde] : []) : [.star, .underscore]
        if round < 7 {
            for candidate in candidates where works(candidate, opener, closer) {
                fill(opener, candidate)
                fill(closer, candidate)
                return false
            }
        }
        let isTag = dialect.allowsHTML
        if !isTag { losses.add(Self.code(of: mark), "Marks that CommonMark would not read there were left out.") }
        for index in [opener, closer] {
            run.suspects[index].form = isTag ? .tag : .dropped
            // A tag looks like punctuation to its neighbours; nothing looks like nothing.
            fill(index, isTag ? .less : 0)
        }
        return !isTag
    }

    private static func code(of mark: Run.Mark) -> Diagnostic.Code {
        switch mark {
        case .emphasis: "emphasis"
        case .strong: "strong"
        case .strikethrough: "strikethrough"
        }
    }

    private mutating func fill(_ index: Int, _ byte: UInt8) {
        let suspect = run.suspects[index]
        for offset in 0..<suspect.length { out[suspect.position + offset] = byte }
    }

    private func works(_ byte: UInt8, _ opener: Int, _ closer: Int) -> Bool {
        for index in [opener, closer] where isBeside(byte, index) { return false }
        let begin = run.suspects[opener]
        let end = run.suspects[closer]
        return flanking(begin.position, begin.length, byte).opens && flanking(end.position, end.length, byte).closes
    }

    func flanking(_ position: Int, _ length: Int, _ byte: UInt8) -> Flanking {
        Neighbour.flanking(
            neighbour(before: position, of: byte),
            neighbour(after: position + length, of: byte),
            isUnderscore: byte == .underscore
        )
    }

    /// Whether another mark of the same character touches: the two would be read as one run.
    private func isBeside(_ byte: UInt8, _ index: Int) -> Bool {
        let own = run.suspects[index]
        var before = index - 1
        while before >= 0, run.suspects[before].form == .dropped { before -= 1 }
        if before >= 0, isMark(before, byte),
            touches(run.suspects[before].position + run.suspects[before].length, own.position)
        {
            return true
        }
        var after = index + 1
        while after < run.suspects.count, run.suspects[after].form == .dropped { after += 1 }
        return after < run.suspects.count && isMark(after, byte)
            && touches(own.position + own.length, run.suspects[after].position)
    }

    /// Whether nothing but dropped marks stands between two positions.
    private func touches(_ end: Int, _ start: Int) -> Bool {
        var index = end
        while index < start, out[index] == 0 { index += 1 }
        return index == start
    }

    private func isMark(_ index: Int, _ byte: UInt8) -> Bool {
        let suspect = run.suspects[index]
        return (suspect.kind == .opener || suspect.kind == .closer) && suspect.form == .plain
            && out[suspect.position] == byte
    }

    // MARK: Characters that are text

    /// Escapes the runs of `*`, `_` and `~` that could begin or end something.
    ///
    /// Of two that would make a pair the first is escaped; then the second has no partner.
    func settleLiterals(_ verdict: inout Verdict) {
        guard run.suspects.contains(where: { $0.kind == .literal }) else { return }
        for byte in [UInt8.star, .underscore, .tilde] where byte != .tilde || dialect.isGFM {
            var judged: [Judged] = []
            var scopes: [Int] = []
            var scope = 0
            var scopeCount = 1
            for (index, suspect) in run.suspects.enumerated() {
                switch suspect.kind {
                case .linkStart:
                    scopes.append(scope)
                    scope = scopeCount
                    scopeCount += 1
                case .linkEnd, .noteEnd: scope = scopes.popLast() ?? 0
                case .literal, .opener, .closer, .formula:
                    guard suspect.form == .plain, out[suspect.position] == byte else { continue }
                    let flanking = flanking(suspect.position, suspect.length, byte)
                    judged.append(Judged(index: index, scope: scope, flanking: flanking))
                case .bracket, .endBracket, .backticks, .code, .byte, .email: continue
                }
            }
            if judged.contains(where: { run.suspects[$0.index].kind == .literal }) {
                settle(judged, byte, scopeCount, &verdict)
            }
        }
    }

    /// A run of one character, the text or link that it stands in, and how it may be read.
    ///
    /// Nothing within a link pairs with anything outside.
    private struct Judged {
        let index: Int
        let scope: Int
        let flanking: Flanking
    }

    private func settle(_ judged: [Judged], _ byte: UInt8, _ scopes: Int, _ verdict: inout Verdict) {
        var lastCloser = [Int](repeating: -1, count: scopes)
        var open = [Int](repeating: 0, count: scopes)
        for item in judged where item.flanking.mayClose && run.suspects[item.index].kind != .closer {
            lastCloser[item.scope] = item.index
        }
        for item in judged {
            let suspect = run.suspects[item.index]
            if suspect.kind == .opener {
                open[item.scope] += 1
            } else if suspect.kind == .closer {
                open[item.scope] -= 1
            } else if suspect.kind == .formula {
                // What could close it is escaped if it is text.
                if item.flanking.mayOpen { open[item.scope] += 1 }
            } else {
                let isWithin = open[item.scope] > 0
                let opens = item.flanking.mayOpen && (isWithin || lastCloser[item.scope] > item.index)
                let pairs = opens || item.flanking.mayClose && isWithin
                let (before, after) = marks(beside: item.index, byte)
                let isAll = byte == .tilde ? before || after || pairs && suspect.length < 3 : pairs
                if isAll {
                    for offset in 0..<suspect.length { verdict.flag(suspect.position + offset) }
                } else {
                    // Beside a mark one backslash is enough: it keeps the two runs apart.
                    if before { verdict.flag(suspect.position) }
                    if after { verdict.flag(suspect.position + suspect.length - 1) }
                }
            }
        }
    }

    /// Whether marks of the same character touch a run of text, with which they would be one run.
    private func marks(beside index: Int, _ byte: UInt8) -> (before: Bool, after: Bool) {
        let suspect = run.suspects[index]
        var before = false
        if index > 0, isMark(index - 1, byte) {
            before = run.suspects[index - 1].position + run.suspects[index - 1].length == suspect.position
        }
        let after =
            index + 1 < run.suspects.count && isMark(index + 1, byte)
            && run.suspects[index + 1].position == suspect.position + suspect.length
        return (before, after)
    }
}
