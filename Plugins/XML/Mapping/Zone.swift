import Offprint

/// The time zone of a newsroom: an offset such as `+01:00`, or the name of a zone whose rule has been the same for years.
///
/// No database of zones is read, for a reader is a pure function. A zone that is not here is given as an offset.
struct Zone: Sendable {
    /// When clocks go forward.
    private enum Summer: Sendable {
        case never
        /// From the last Sunday of March, 01:00 UTC, to the last of October (Directive 2000/84/EC; since 1996).
        case europe
        /// From the second Sunday of March, 02:00, to the first of November (Energy Policy Act of 2005; since 2007).
        case america
    }

    private let minutes: Int
    private let summer: Summer

    /// Creates a zone; `nil` where nothing is known by such a name.
    init?(_ name: String) {
        if let offset = Self.offset(name) {
            (minutes, summer) = (offset, .never)
            return
        }
        guard let known = Self.known.first(where: { $0.names.split(separator: " ").contains(Substring(name)) }) else {
            return nil
        }
        (minutes, summer) = (known.minutes, known.summer)
    }

    private static func offset(_ text: String) -> Int? {
        if ["UTC", "GMT", "Z"].contains(text) { return 0 }
        guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
        let digits = text.dropFirst().filter { $0 != ":" }
        guard digits.count == 4, let number = Int(digits), number % 100 < 60, number <= 1_800 else { return nil }
        return (number / 100 * 60 + number % 100) * (sign == "-" ? -1 : 1)
    }

    /// A date with the zone's offset, where it has a time and states no offset of its own.
    func placing(_ date: Timestamp) -> Timestamp {
        guard var time = date.time, time.offset == nil else { return date }
        time.offset = minutes + (isSummer(date) ? 60 : 0)
        return Timestamp(year: date.year, month: date.month, day: date.day, time: time) ?? date
    }

    /// Whether clocks are forward; the hour that comes twice counts as summer.
    private func isSummer(_ date: Timestamp) -> Bool {
        let since = summer == .europe ? 1996 : 2007
        guard summer != .never, date.year >= since else { return false }
        // Local time by the clock, in minutes since the year 1970.
        let local = date.secondsSinceEpoch / 60
        let (start, end): (Int, Int)
        switch summer {
        case .never: return false
        case .europe:
            start = Self.sunday(of: date.year, 3, .last) + 60 + minutes
            end = Self.sunday(of: date.year, 10, .last) + 60 + minutes + 60
        case .america:
            start = Self.sunday(of: date.year, 3, .second) + 120
            end = Self.sunday(of: date.year, 11, .first) + 120
        }
        return start <= local && local < end
    }

    private enum Which { case first, second, last }

    /// Midnight of a Sunday, in minutes since 1970.
    private static func sunday(of year: Int, _ month: Int, _ which: Which) -> Int {
        let day = which == .last ? Timestamp.days(in: month, of: year) - 6 : (which == .first ? 1 : 8)
        let days = (Timestamp(year: year, month: month, day: day)?.secondsSinceEpoch ?? 0) / 86_400
        // 1970-01-01 was a Thursday.
        return (days + (10 - days % 7) % 7) * 1_440
    }

    private static let known: [(minutes: Int, summer: Summer, names: String)] = [
        (0, .europe, "Europe/London Europe/Dublin Europe/Lisbon Atlantic/Canary WET"),
        (
            60, .europe,
            "Europe/Amsterdam Europe/Andorra Europe/Belgrade Europe/Berlin Europe/Bratislava Europe/Brussels Europe/Budapest "
                + "Europe/Copenhagen Europe/Ljubljana Europe/Luxembourg Europe/Madrid Europe/Malta Europe/Monaco Europe/Oslo "
                + "Europe/Paris Europe/Podgorica Europe/Prague Europe/Rome Europe/Sarajevo Europe/Skopje Europe/Stockholm "
                + "Europe/Tirane Europe/Vaduz Europe/Vienna Europe/Warsaw Europe/Zagreb Europe/Zurich CET"
        ),
        (
            120, .europe,
            "Europe/Athens Europe/Bucharest Europe/Helsinki Europe/Kyiv Europe/Kiev Europe/Mariehamn Europe/Riga Europe/Sofia "
                + "Europe/Tallinn Europe/Vilnius EET"
        ),
        (-300, .america, "America/New_York America/Toronto America/Detroit US/Eastern"),
        (-360, .america, "America/Chicago America/Winnipeg US/Central"),
        (-420, .america, "America/Denver America/Edmonton US/Mountain"),
        (-480, .america, "America/Los_Angeles America/Vancouver US/Pacific"),
        (-420, .never, "America/Phoenix"), (-300, .never, "America/Bogota America/Lima"),
        (-180, .never, "America/Argentina/Buenos_Aires America/Sao_Paulo"), (60, .never, "Africa/Lagos Africa/Algiers"),
        (120, .never, "Africa/Johannesburg Africa/Tripoli Europe/Kaliningrad"),
        (180, .never, "Europe/Moscow Europe/Minsk Europe/Istanbul Africa/Nairobi Asia/Baghdad Asia/Riyadh Asia/Qatar"),
        (240, .never, "Asia/Dubai"), (300, .never, "Asia/Karachi Asia/Tashkent"), (330, .never, "Asia/Kolkata"),
        (420, .never, "Asia/Bangkok Asia/Jakarta Asia/Ho_Chi_Minh"),
        (480, .never, "Asia/Shanghai Asia/Hong_Kong Asia/Singapore Asia/Taipei Asia/Manila Australia/Perth"),
        (540, .never, "Asia/Tokyo Asia/Seoul"), (600, .never, "Australia/Brisbane"),
    ]
}
