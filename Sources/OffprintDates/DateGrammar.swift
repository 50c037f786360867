internal import OffprintModel

/// The forms that a date takes, tried at one token after the other.
struct DateGrammar {
    let tokens: DateTokens
    let all: [DateToken]
    private let isMonthFirst: Bool
    private let isCroatian: Bool

    init(_ tokens: DateTokens, isMonthFirst: Bool, isCroatian: Bool) {
        self.tokens = tokens
        all = tokens.all
        self.isMonthFirst = isMonthFirst
        self.isCroatian = isCroatian
    }

    /// A day, and the token behind it.
    private struct Day {
        var year: Int
        var month: Int
        var day: Int
        var end: Int
    }

    /// The date that starts at a token.
    func date(at start: Int) -> FoundDate? {
        let found: Day?
        switch all[start].kind {
        case .number:
            found = numeric(start) ?? eastAsian(start) ?? dayMonthYear(start) ?? yearMonthDay(start)
        case .word: found = monthDayYear(start)
        case .mark: found = nil
        }
        guard let found, let day = Timestamp(year: found.year, month: found.month, day: found.day) else { return nil }
        let clock = DateClock(self)
        guard let (time, span) = clock.time(before: start, behind: found.end),
            let moment = Timestamp(year: day.year, month: day.month, day: day.day, time: time)
        else {
            return FoundDate(timestamp: day, range: all[start].range.lowerBound..<all[found.end - 1].range.upperBound)
        }
        return FoundDate(
            timestamp: moment,
            range: all[min(start, span.lowerBound)].range
                .lowerBound..<all[max(found.end, span.upperBound) - 1].range.upperBound
        )
    }

    // MARK: Tokens

    func number(_ index: Int) -> DateToken? {
        index >= 0 && index < all.count && all[index].kind == .number ? all[index] : nil
    }

    func isMark(_ index: Int, _ marks: StaticString) -> Bool {
        guard index >= 0, index < all.count, all[index].kind == .mark else { return false }
        return marks.description.unicodeScalars.contains { Int($0.value) == all[index].value }
    }

    func isWord(_ index: Int, _ words: [String]) -> Bool {
        guard index >= 0, index < all.count, all[index].kind == .word else { return false }
        let word = tokens.word(all[index])
        return words.contains { word.elementsEqual($0.utf8) }
    }

    private func touches(_ index: Int) -> Bool {
        index > 0 && index < all.count && all[index - 1].range.upperBound == all[index].range.lowerBound
    }

    private func month(_ index: Int) -> Int? {
        guard index >= 0, index < all.count, all[index].kind == .word else { return nil }
        let word = tokens.word(all[index])
        guard let month = MonthNames.month(of: word) else { return nil }
        return isCroatian && month == 11 && word.starts(with: "listopad".utf8) ? 10 : month
    }

    /// The year of a number of four digits; that of the Buddhist calendar counts 543 more.
    private func year(_ index: Int) -> Int? {
        guard let token = number(index), token.digits == 4 else { return nil }
        switch token.value {
        case 1_900...2_100: return token.value
        case 2_443...2_643: return token.value - 543
        default: return nil
        }
    }

    // MARK: Forms

    /// `2024-05-06`, `20240506`, `06.05.2024`, `5/6/24`.
    private func numeric(_ start: Int) -> Day? {
        guard !isPartOfNumber(start) else { return nil }
        if let whole = number(start), whole.digits == 8, (1_900_01_01...2_100_00_00).contains(whole.value) {
            return Day(
                year: whole.value / 10_000,
                month: whole.value / 100 % 100,
                day: whole.value % 100,
                end: start + 1
            )
        }
        guard let first = number(start), all.count > start + 4, all[start + 1].kind == .mark,
            [0x2D, 0x2E, 0x2F, 0x2013, 0x2011, 0xFF0F].contains(all[start + 1].value),
            all[start + 3].value == all[start + 1].value, all[start + 3].kind == .mark,
            let second = number(start + 2), second.digits <= 2, let third = number(start + 4)
        else { return nil }
        if first.digits == 4, third.digits <= 2, let year = year(start) {
            return Day(year: year, month: second.value, day: third.value, end: start + 5)
        }
        guard first.digits <= 2, !isContinued(start + 5, by: all[start + 1].value) else { return nil }
        let last: Int
        if let year = year(start + 4) {
            last = year
        } else if third.digits == 2, second.digits == 2 || all[start + 1].value == 0x2F {
            last = third.value + (third.value < 70 ? 2_000 : 1_900)
        } else {
            return nil
        }
        // Stops mean that the day comes first everywhere.
        let swaps =
            (isMonthFirst && all[start + 1].value != 0x2E && second.value <= 31 && first.value <= 12)
            || second.value > 12
        return Day(
            year: last,
            month: swaps ? first.value : second.value,
            day: swaps ? second.value : first.value,
            end: start + 5
        )
    }

    private func isPartOfNumber(_ start: Int) -> Bool {
        touches(start) && start >= 2 && number(start - 2) != nil && touches(start - 1) && isMark(start - 1, ".-/")
    }

    private func isContinued(_ index: Int, by mark: Int) -> Bool {
        index + 1 < all.count && all[index].kind == .mark && all[index].value == mark && touches(index)
            && number(index + 1) != nil && touches(index + 1)
    }

    /// Reads `2024年5月6日` and `2024년 5월 6일`.
    private func eastAsian(_ start: Int) -> Day? {
        guard let year = year(start), isMark(start + 1, "年년"), let month = number(start + 2),
            isMark(start + 3, "月월"), let day = number(start + 4), isMark(start + 5, "日일號号")
        else { return nil }
        return Day(year: year, month: month.value, day: day.value, end: start + 6)
    }

    /// `6. Mai 2024`, `1er mai 2024`, `6 de mayo de 2024`, `6th of May, 2024`, `6 tháng 5, 2024`.
    private func dayMonthYear(_ start: Int) -> Day? {
        guard let day = number(start), day.digits <= 2 else { return nil }
        var index = start + 1
        if isMark(index, ".º°-–/") { index += 1 }
        if index < all.count, all[index].kind == .word, touches(index), month(index) == nil,
            tokens.word(all[index]).count <= 8
        {
            index += 1
        }
        if isMark(index, ",.-") { index += 1 }
        index = skipConnectors(index)
        if isWord(index, ["tháng"]), let month = number(index + 1) {
            var behind = index + 2
            while isMark(behind, ",/-") || isWord(behind, ["năm"]) { behind += 1 }
            return year(behind).map { Day(year: $0, month: month.value, day: day.value, end: behind + 1) }
        }
        if let persian = persianDay(index, day.value) { return persian }
        guard let month = month(index) else { return nil }
        index = skipConnectors(skipStops(index + 1))
        // The Levant's months have two names beside each other: نيسان/أبريل.
        if isMark(index, "/"), self.month(index + 1) != nil { index += 2 }
        if let year = year(index) { return Day(year: year, month: month, day: day.value, end: index + 1) }
        guard let short = number(index), short.digits == 2, short.value < 70, !isMark(index + 1, ":.") else {
            return nil
        }
        return Day(year: short.value + 2_000, month: month, day: day.value, end: index + 1)
    }

    /// `May 6th, 2024`, `Mai 6, 2024`.
    private func monthDayYear(_ start: Int) -> Day? {
        guard let day = number(isMark(start + 1, ".") ? start + 2 : start + 1), day.digits <= 2,
            let month = month(start)
        else { return nil }
        var index = isMark(start + 1, ".") ? start + 3 : start + 2
        if isWord(index, ["st", "nd", "rd", "th"]) { index += 1 }
        if isMark(index, ".") { index += 1 }
        while isMark(index, ",،") { index += 1 }
        guard let year = year(index) else { return nil }
        return Day(year: year, month: month, day: day.value, end: index + 1)
    }

    /// `2024. május 6.`, `2024 m. gegužės 6 d.`, `2024. gada 6. maijs`, `2024 May 6`.
    private func yearMonthDay(_ start: Int) -> Day? {
        guard let year = year(start) else { return nil }
        var index = start + 1
        if isMark(index, ".,-") { index += 1 }
        if isWord(index, ["m", "gada", "g", "год", "оны", "йил", "urteko", "ko", "eko", "ko"]) { index += 1 }
        if isMark(index, ".,-") { index += 1 }
        if let month = month(index) {
            index += 1
            if isMark(index, ".,-") { index += 1 }
            guard let day = number(index), day.digits <= 2 else { return nil }
            return Day(year: year, month: month, day: day.value, end: index + 1)
        }
        guard let day = number(index), day.digits <= 2 else { return nil }
        index += 1
        if isMark(index, ".") {
            index += 1
            if let second = number(index), second.digits <= 2, isMark(index + 1, ".") || day.digits == 1 {
                return Day(year: year, month: day.value, day: second.value, end: index + 1)
            }
        }
        return month(index).map { Day(year: year, month: $0, day: day.value, end: index + 1) }
    }

    private func persianDay(_ index: Int, _ day: Int) -> Day? {
        guard index + 1 < all.count, all[index].kind == .word, let year = number(index + 1), year.digits == 4,
            (1_300...1_500).contains(year.value), let month = MonthNames.persianMonth(of: tokens.word(all[index])),
            let civil = PersianCalendar.civil(year: year.value, month: month, day: day)
        else { return nil }
        return Day(year: civil.year, month: civil.month, day: civil.day, end: index + 2)
    }

    private func skipStops(_ index: Int) -> Int {
        var index = index
        while isMark(index, ".,،'’-/"), index < all.count { index += 1 }
        return index
    }

    private func skipConnectors(_ index: Int) -> Int {
        var index = index
        while isWord(index, ["de", "of", "del", "d", "di", "da", "do", "ta", "the", "a", "i", "του", "e", "al"])
            || isMark(index, "'’")
        {
            index += 1
        }
        return index
    }
}

/// The solar calendar of Iran.
enum PersianCalendar {
    /// The same day in the Gregorian calendar, by the leap years of the 33-year cycle, which hold until 1502.
    static func civil(year: Int, month: Int, day: Int) -> (year: Int, month: Int, day: Int)? {
        guard (1...12).contains(month), (1...31).contains(day) else { return nil }
        // 1 Farvardin 1300 was 21 March 1921.
        var days = day - 1 + (month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30)
        for past in 1_300..<year { days += [1, 5, 9, 13, 17, 22, 26, 30].contains(past % 33) ? 366 : 365 }
        guard let start = Timestamp(year: 1921, month: 3, day: 21)?.secondsSinceEpoch,
            let moment = Timestamp(secondsSinceEpoch: start + days * 86_400), let month = moment.month,
            let day = moment.day
        else { return nil }
        return (moment.year, month, day)
    }
}
