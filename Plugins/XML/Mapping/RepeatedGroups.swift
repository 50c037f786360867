import OffprintHypertext

/// Looks for groups that repeat without a bound and hold what does so too, such as `(a+)+`: there are more ways to match
/// them than anybody can wait for.
struct RepeatedGroups {
    private let characters: [Character]
    private var position = 0
    /// For each group that is open, whether it holds a repetition without a bound.
    private var open = [false]
    /// Whether what was read last holds one.
    private var last = false

    /// More repetitions than this are as bad as any number.
    private static let manyTimes = 9

    private init(_ pattern: String) { characters = Array(pattern) }

    /// Whether a pattern has such a group.
    static func areNested(in pattern: String) -> Bool {
        var reading = RepeatedGroups(pattern)
        while reading.position < reading.characters.count { if reading.step() { return true } }
        return false
    }

    /// Reads a part; whether it repeats one that repeats.
    private mutating func step() -> Bool {
        let character = characters[position]
        position += 1
        switch character {
        case "\\":
            skipEscape()
            last = false
        case "[":
            skipClass()
            last = false
        case "(":
            open.append(false)
            // `(?` opens a group of some kind; the sign repeats nothing.
            if position < characters.count, characters[position] == "?" { position += 1 }
            last = false
        case ")":
            let holds = open.count > 1 ? open.removeLast() : false
            if holds { open[open.count - 1] = true }
            last = holds
        case "*", "+": return repeats(isUnbounded: true)
        case "?": return repeats(isUnbounded: false)
        case "{":
            guard let isUnbounded = readBounds() else {
                last = false
                break
            }
            return repeats(isUnbounded: isUnbounded)
        default: last = false
        }
        return false
    }

    private mutating func repeats(isUnbounded: Bool) -> Bool {
        // `+?` and `++` are one sign.
        if position < characters.count, characters[position] == "?" || characters[position] == "+" { position += 1 }
        guard isUnbounded else { return false }
        if last { return true }
        open[open.count - 1] = true
        return false
    }

    private mutating func skipEscape() {
        let quotes = position < characters.count && characters[position] == "Q"
        position += 1
        guard quotes else { return }
        while position < characters.count {
            position += 1
            if characters[position - 1] == "E", characters[position - 2] == "\\" { return }
        }
    }

    private mutating func skipClass() {
        var depth = 1
        let start = position
        while position < characters.count, depth > 0 {
            let isFirst = position == start || position == start + 1 && characters[start] == "^"
            switch characters[position] {
            case "\\": position += 1
            case "[": depth += 1
            case "]" where !isFirst: depth -= 1
            default: break
            }
            position += 1
        }
    }

    /// Whether bounds such as `{2,}` have no end; `nil` where the brace is a character.
    private mutating func readBounds() -> Bool? {
        guard let close = characters[position...].firstIndex(of: "}") else { return nil }
        let words = String(characters[position..<close]).split(separator: ",", omittingEmptySubsequences: false)
        guard words.count <= 2, let most = words.last,
            words.allSatisfy({ $0.allSatisfy { $0.isNumber || $0.isWhitespace } })
        else { return nil }
        position = close + 1
        return Int(String(most).trimmed ?? "").map { $0 > Self.manyTimes } ?? true
    }
}
