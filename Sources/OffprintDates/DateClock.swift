internal import OffprintModel

/// The time of day beside a date.
struct DateClock {
    private let grammar: DateGrammar
    private var all: [DateToken] { grammar.all }

    init(_ grammar: DateGrammar) { self.grammar = grammar }

    /// How many tokens may stand between a date and its time.
    private static let reach = 6

    /// The time behind a date, or just before it, and the tokens that it takes.
    func time(before start: Int, behind end: Int) -> (Timestamp.Time, Range<Int>)? {
        var index = end
        while index < min(all.count, end + Self.reach) {
            if all[index].kind == .number {
                // A number that is no time ends the search: it belongs to something else.
                if let found = time(at: index) { return found }
                break
            }
            index += 1
        }
        index = start - 1
        while index >= max(0, start - Self.reach - 4) {
            if all[index].kind == .number, let found = time(at: index), found.1.upperBound <= start { return found }
            index -= 1
        }
        return nil
    }

    private func time(at index: Int) -> (Timestamp.Time, Range<Int>)? {
        guard let hour = grammar.number(index), hour.digits <= 2, hour.value <= 24 else { return nil }
        var next = index + 1
        var time: Timestamp.Time
        if let minute = minute(behind: index) {
            time = Timestamp.Time(hour: hour.value, minute: minute.value)
            next = minute.end
            if grammar.isMark(next, ":"), let second = grammar.number(next + 1), second.digits == 2, second.value < 61 {
                time.second = second.value
                next += 2
                if grammar.isMark(next, ".,"), let fraction = grammar.number(next + 1), fraction.digits <= 9 {
                    next += 2
                }
            }
        } else if grammar.isWord(next, ["uhr", "am", "pm"]) {
            time = Timestamp.Time(hour: hour.value, minute: 0)
        } else {
            return nil
        }
        applyHalf(&time, &next)
        if isAfternoon(before: index), time.hour < 12 { time.hour += 12 }
        if grammar.isWord(next, ["uhr", "h", "hrs", "hs", "klo"]) { next += 1 }
        applyZone(&time, &next)
        return time.hour < 24 ? (time, index..<next) : nil
    }

    private func minute(behind index: Int) -> (value: Int, end: Int)? {
        let isColon = grammar.isMark(index + 1, ":：時时시")
        let isWord = grammar.isWord(index + 1, ["h", "t", "u"])
        let isStop = grammar.isMark(index + 1, ".")
        guard isColon || isWord || isStop, let minute = grammar.number(index + 2), minute.digits == 2, minute.value < 60
        else { return nil }
        // 10.45 is a time where a word says so.
        if isStop {
            let isSaid =
                grammar.isWord(index + 3, ["uhr", "wib", "wita", "wit", "am", "pm", "h"])
                || grammar.isWord(index - 1, ["kl", "klo", "um", "ore", "alle", "pukul", "kell", "at"])
                || (grammar.isMark(index - 1, ".") && grammar.isWord(index - 2, ["kl"]))
            guard isSaid else { return nil }
        }
        return (minute.value, grammar.isMark(index + 3, "分분") ? index + 4 : index + 3)
    }

    /// Whether the hour is said to be past noon: `오후`, `午後` or `下午` stands before it.
    private func isAfternoon(before index: Int) -> Bool {
        grammar.isMark(index - 1, "후後后") || (grammar.isMark(index - 1, "午") && grammar.isMark(index - 2, "下"))
    }

    /// Applies `PM`, `p.m.` and their like.
    private func applyHalf(_ time: inout Timestamp.Time, _ next: inout Int) {
        let isAfternoon: Bool
        if grammar.isWord(next, ["am", "pm"]) {
            isAfternoon = grammar.isWord(next, ["pm"])
            next += 1
        } else if grammar.isWord(next, ["a", "p"]), grammar.isMark(next + 1, "."), grammar.isWord(next + 2, ["m"]) {
            isAfternoon = grammar.isWord(next, ["p"])
            next += grammar.isMark(next + 3, ".") ? 4 : 3
        } else {
            return
        }
        guard time.hour <= 12 else { return }
        time.hour = time.hour % 12 + (isAfternoon ? 12 : 0)
    }

    private func applyZone(_ time: inout Timestamp.Time, _ next: inout Int) {
        var index = next
        if grammar.isMark(index, "(") { index += 1 }
        if index < all.count, all[index].kind == .word {
            for (name, offset) in Self.zones where grammar.isWord(index, [name]) {
                time.offset = offset
                time.isZulu = name == "z"
                index += 1
                next = index
                break
            }
        }
        guard grammar.isMark(index, "+-−"), let hours = grammar.number(index + 1) else { return }
        let sign = grammar.isMark(index, "+") ? 1 : -1
        if hours.digits == 4 {
            time.offset = sign * (hours.value / 100 * 60 + hours.value % 100)
            next = index + 2
        } else if hours.digits <= 2, grammar.isMark(index + 2, ":"), let minutes = grammar.number(index + 3) {
            time.offset = sign * (hours.value * 60 + minutes.value)
            next = index + 4
        } else if hours.digits <= 2, time.offset == 0, hours.value <= 14 {
            time.offset = sign * hours.value * 60
            next = index + 2
        }
        if let offset = time.offset, abs(offset) > 18 * 60 { time.offset = nil }
        time.isZulu = false
    }

    /// Zones whose letters mean one thing in news; `ET` and `IST` do not.
    private static let zones: [(String, Int)] = [
        ("z", 0), ("utc", 0), ("gmt", 0), ("cet", 60), ("cest", 120), ("mez", 60), ("mesz", 120), ("est", -300),
        ("edt", -240), ("cst", -360), ("cdt", -300), ("mst", -420), ("mdt", -360), ("pst", -480), ("pdt", -420),
        ("bst", 60), ("eet", 120), ("eest", 180), ("msk", 180), ("jst", 540), ("kst", 540), ("aest", 600),
        ("aedt", 660), ("wib", 420), ("sast", 120), ("hkt", 480), ("sgt", 480), ("wita", 480), ("wit", 540),
    ]
}
