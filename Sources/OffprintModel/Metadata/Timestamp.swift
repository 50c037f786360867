/// A date as precise as its source: a year, a month, a day or a moment, with or without an offset from UTC.
///
/// Nothing is filled in: a day has no midnight, and a time without a zone stays without one. The text form is ISO
/// 8601 (`2024-05-06`, `2024-05-06T10:00+02:00`); the calendar is the proleptic Gregorian one.
public struct Timestamp: Sendable, Hashable {
    /// A time of day.
    public struct Time: Sendable, Hashable {
        /// The hour, 0 to 23.
        public var hour: Int
        /// The minute, 0 to 59.
        public var minute: Int
        /// The second, 0 to 60, where it is known.
        public var second: Int?
        /// The digits behind the decimal point of the second, as the source has them; empty where it has none.
        public var fraction: String
        /// Minutes east of UTC; `nil` where the source does not say.
        public var offset: Int?
        /// Whether the source wrote the offset as `Z`.
        public var isZulu: Bool

        /// Creates a time of day.
        public init(
            hour: Int,
            minute: Int,
            second: Int? = nil,
            fraction: String = "",
            offset: Int? = nil,
            isZulu: Bool = false
        ) {
            self.hour = hour
            self.minute = minute
            self.second = second
            self.fraction = fraction
            self.offset = isZulu ? 0 : offset
            self.isZulu = isZulu
        }
    }

    /// The year, 1 to 9999.
    public let year: Int
    /// The month, 1 to 12, where it is known.
    public let month: Int?
    /// The day of the month, where it is known.
    public let day: Int?
    /// The time of day, where it is known.
    public let time: Time?

    /// Creates a date, or gives `nil` where the calendar has no such date or the day no such time.
    public init?(year: Int, month: Int? = nil, day: Int? = nil, time: Time? = nil) {
        guard (1...9999).contains(year) else { return nil }
        if let month, !(1...12).contains(month) { return nil }
        if let day {
            guard let month, day >= 1, day <= Self.days(in: month, of: year) else { return nil }
        }
        if let time {
            guard day != nil, (0...23).contains(time.hour), (0...59).contains(time.minute) else { return nil }
            guard (0...60).contains(time.second ?? 0), abs(time.offset ?? 0) <= 18 * 60 else { return nil }
            guard time.fraction.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
                time.fraction.isEmpty || time.second != nil
            else { return nil }
        }
        self.year = year
        self.month = month
        self.day = day
        self.time = time.map { time in
            var time = time
            // `Z` is an offset of nothing, whatever else was set.
            if time.isZulu { time.offset = 0 }
            return time
        }
    }

    /// The number of days in a month.
    public static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Seconds since 1970-01-01T00:00:00Z; a missing part counts as its first, a missing offset as UTC.
    public var secondsSinceEpoch: Int {
        let (m, d) = (month ?? 1, day ?? 1)
        // Days from civil: https://howardhinnant.github.io/date_algorithms.html
        let y = m <= 2 ? year - 1 : year
        let era = y / 400
        let dayOfYear = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1
        let days =
            era * 146_097 + (y - era * 400) * 365 + (y - era * 400) / 4 - (y - era * 400) / 100 + dayOfYear - 719_468
        guard let time else { return days * 86_400 }
        return days * 86_400 + time.hour * 3_600 + time.minute * 60 + (time.second ?? 0) - (time.offset ?? 0) * 60
    }

    /// Creates the moment `seconds` after 1970-01-01T00:00:00Z, in UTC.
    public init?(secondsSinceEpoch seconds: Int) {
        guard abs(seconds) < 400_000_000_000 else { return nil }
        let days = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
        let rest = seconds - days * 86_400
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthIndex = (5 * dayOfYear + 2) / 153
        let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
            month: month,
            day: dayOfYear - (153 * monthIndex + 2) / 5 + 1,
            time: Time(hour: rest / 3_600, minute: rest / 60 % 60, second: rest % 60, isZulu: true)
        )
    }
}

extension Timestamp: ClaimedValue {
    /// Whether `other` is the same day.
    ///
    /// Two moments with their zones may be the same though written on two days.
    public func agrees(with other: Timestamp) -> Bool {
        if (year, month, day) == (other.year, other.month, other.day) { return true }
        guard time?.offset != nil, other.time?.offset != nil else { return false }
        return secondsSinceEpoch / 60 == other.secondsSinceEpoch / 60
    }

    /// Whether this has a time of day, or a zone, that `other` lacks on the same day.
    ///
    /// Midnight on the dot is what programs write who know the day only.
    public func isFuller(than other: Timestamp) -> Bool {
        guard agrees(with: other), precision > other.precision else { return false }
        guard time?.offset != nil, other.time?.offset != nil, other.precision > 2 else { return true }
        return secondsSinceEpoch / 60 == other.secondsSinceEpoch / 60
    }

    private var precision: Int {
        guard let time else { return day == nil ? 0 : 1 }
        if time.hour == 0, time.minute == 0, time.second ?? 0 == 0 { return 2 }
        // UTC is what machines write; another zone is the newsroom's.
        guard let offset = time.offset else { return 3 }
        return offset == 0 ? 4 : 5
    }
}

extension Timestamp: CustomStringConvertible {
    /// The date in ISO 8601, as precise as it is known.
    public var description: String {
        var text = Self.padded(year, 4)
        guard let month else { return text }
        text += "-" + Self.padded(month, 2)
        guard let day else { return text }
        text += "-" + Self.padded(day, 2)
        guard let time else { return text }
        text += "T" + Self.padded(time.hour, 2) + ":" + Self.padded(time.minute, 2)
        if let second = time.second { text += ":" + Self.padded(second, 2) }
        if !time.fraction.isEmpty { text += "." + time.fraction }
        if time.isZulu { return text + "Z" }
        guard let offset = time.offset else { return text }
        return text + (offset < 0 ? "-" : "+") + Self.padded(abs(offset) / 60, 2) + ":"
            + Self.padded(abs(offset) % 60, 2)
    }

    static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
