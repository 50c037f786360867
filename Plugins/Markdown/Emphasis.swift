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
        if before >= 0, isMark(before, byte), touches(run.suspects[before].position + run.suspects[before].length, own.position) {
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
            var lastCloser = -1
            var judged: [(index: Int, flanking: Flanking)] = []
            for index in run.suspects.indices {
                let suspect = run.suspects[index]
                guard suspect.form == .plain, suspect.kind == .literal || suspect.kind == .opener,
                    out[suspect.position] == byte
                else { continue }
                let flanking = flanking(suspect.position, suspect.length, byte)
                if flanking.mayClose { lastCloser = index }
                if suspect.kind == .literal { judged.append((index, flanking)) }
            }
            settle(judged, byte, lastCloser, &verdict)
        }
    }

    private func settle(
        _ judged: [(index: Int, flanking: Flanking)],
        _ byte: UInt8,
        _ lastCloser: Int,
        _ verdict: inout Verdict
    ) {
        var open = 0
        var next = 0
        for (index, flanking) in judged {
            while next < index {
                if isMark(next, byte) { open += run.suspects[next].kind == .opener ? 1 : -1 }
                next += 1
            }
            let suspect = run.suspects[index]
            let touchesMark =
                index > 0 && isMark(index - 1, byte)
                && run.suspects[index - 1].position + run.suspects[index - 1].length == suspect.position
                || index + 1 < run.suspects.count && isMark(index + 1, byte)
                    && run.suspects[index + 1].position == suspect.position + suspect.length
            let pairs =
                flanking.mayClose && open > 0 || flanking.mayOpen && (open > 0 || lastCloser > index)
            guard touchesMark || pairs && (byte != .tilde || suspect.length < 3) else { continue }
            for offset in 0..<suspect.length { verdict.flag(suspect.position + offset) }
        }
    }
}
