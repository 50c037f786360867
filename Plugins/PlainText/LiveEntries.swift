import OffprintModel

extension TextLayout {
    /// Finds the entries of a live blog: lines that open with a time of day, one after the other in the day.
    ///
    /// Three at least, all later or all earlier than the one before, and most with running text: a timetable has none.
    mutating func findLiveEntries() {
        var entries: [Int] = []
        var times: [Int] = []
        for index in lines.indices where roles[index] == .paragraph {
            guard let clock = clockTime(opening: index) else { continue }
            entries.append(index)
            times.append(clock.minutes)
        }
        guard entries.count >= 3 else { return }
        let steps = zip(times, times.dropFirst())
        guard steps.allSatisfy({ $0 <= $1 }) || steps.allSatisfy({ $0 >= $1 }) else { return }
        let told = zip(entries, entries.dropFirst() + [lines.count]).count { start, end in
            (start..<end).contains { lines[$0].width >= 40 && closesSentence($0) }
        }
        guard told * 2 > entries.count else { return }
        for index in entries { roles[index] = .entry }
    }

    private func clockTime(opening index: Int) -> ClockTime? {
        // Most lines open with a letter and need no closer look.
        guard let first = bytes[lines[index].range].first, 0x28...0x5B ~= first else { return nil }
        return ClockTime(Array(bytes[lines[index].range].prefix(64)))
    }

    /// The time of an entry as it stands, and what follows it in its line.
    func entryParts(of index: Int) -> (time: String, rest: String) {
        guard let clock = clockTime(opening: index) else { return (text(of: index), "") }
        let line = bytes[lines[index].range]
        return (
            String(decoding: line.prefix(clock.end), as: UTF8.self).trimmed,
            String(decoding: line.dropFirst(clock.content), as: UTF8.self)
        )
    }
}

/// A time of day that a line opens with: `14:05`, `14.05 Uhr`, `14h05`, `2:05 p.m.`, `[14:05]`.
struct ClockTime {
    /// Minutes since midnight.
    let minutes: Int
    /// How many bytes of the line it takes.
    let end: Int
    /// How many bytes of the line stand before the text after it.
    let content: Int

    init?(_ line: [UInt8]) {
        var index = 0
        func at(_ index: Int) -> UInt8 { index < line.count ? line[index] : 0 }
        if at(0) == 0x5B || at(0) == 0x28 { index = 1 }
        guard let hour = Self.number(line, &index, digits: 1...2), hour < 24, [0x3A, 0x2E, 0x68].contains(at(index))
        else { return nil }
        let usesStop = at(index) == 0x2E
        index += 1
        guard let minute = Self.number(line, &index, digits: 2...2), minute < 60 else { return nil }
        // `12.05.2024` is a date: no digit or stop follows a time.
        if 0x30...0x39 ~= at(index) || at(index) == 0x2E { return nil }
        let rest = String(decoding: line[index...].prefix(12), as: UTF8.self).lowercased()
        let word = Self.words.first { rest.hasPrefix($0) } ?? ""
        index += word.utf8.count
        end = index
        while [0x20, 0x2D, 0x3A, 0x2E, 0x7C, 0x5D, 0x29].contains(at(index)) { index += 1 }
        while at(index) == 0xE2, at(index + 1) == 0x80, 0x93...0x95 ~= at(index + 2) {
            index += 3
            while at(index) == 0x20 { index += 1 }
        }
        // `3.50 euros` is a sum: after a full stop the hour needs its word or a sign.
        guard index >= line.count || index > end, !usesStop || !word.isEmpty || index - end >= 3 else { return nil }
        content = index
        minutes = (word.contains("p") && hour < 12 ? hour + 12 : hour) * 60 + minute
    }

    private static let words = [
        " uhr", " p.m.", " a.m.", " pm", " am", "pm", "am", " gmt", " bst", " cet", " cest", " est", " edt", " utc",
        " мск",
    ]

    private static func number(_ line: [UInt8], _ index: inout Int, digits: ClosedRange<Int>) -> Int? {
        var (value, count) = (0, 0)
        while index < line.count, count < digits.upperBound, 0x30...0x39 ~= line[index] {
            value = value * 10 + Int(line[index] - 0x30)
            (index, count) = (index + 1, count + 1)
        }
        return digits.contains(count) ? value : nil
    }
}

/// The words by which headlines of live blogs say what they are.
enum LiveWords {
    static func areIn(_ title: String) -> Bool {
        let lower = title.lowercased()
        let words = lower.split { !$0.isLetter }.map(String.init)
        return words.contains(where: single.contains) || phrases.contains { lower.contains($0) }
    }

    private static let single: Set<String> = [
        "live", "liveblog", "liveticker", "newsticker", "ticker", "direct", "онлайн", "трансляция", "canlı", "مباشر",
    ]
    private static let phrases = [
        "en vivo", "en directo", "ao vivo", "in diretta", "na żywo", "prosto z", "živě", "élőben", "בשידור חי",
        "מתעדכן", "速報",
        "直播", "实时", "실시간", "สด",
    ]
}
