public import OffprintModel

extension Timestamp {
    /// The value for `datetime` of a `time` element: what HTML allows of ISO 8601.
    public var htmlDateTime: String {
        guard var time else { return description }
        // HTML knows thousandths at most, and no leap second.
        time.fraction = String(time.fraction.prefix(3))
        time.second = time.second.map { min($0, 59) }
        return Timestamp(year: year, month: month, day: day, time: time)?.description ?? dayText
    }

    /// The date for a person of any language: `2024-05-06 10:00`.
    public var visibleText: String {
        guard let time else { return description }
        return "\(dayText) \(Self.twoDigits(time.hour)):\(Self.twoDigits(time.minute))"
    }

    /// The moment of an entry of a live blog, for a person of any language: `2024-05-06 10:00 +02:00`.
    ///
    /// Its offset stands, without which it says little to readers elsewhere; seconds stand where they are not zero.
    public var momentText: String {
        guard let time else { return description }
        var text = visibleText
        if let second = time.second, second > 0 { text += ":" + Self.twoDigits(second) }
        guard let offset = time.offset else { return text }
        if offset == 0 { return text + " UTC" }
        let (hours, minutes) = abs(offset).quotientAndRemainder(dividingBy: 60)
        return text + (offset < 0 ? " -" : " +") + Self.twoDigits(hours) + ":" + Self.twoDigits(minutes)
    }

    /// The date without its time.
    public var dayText: String { Timestamp(year: year, month: month, day: day)?.description ?? "" }

    private static func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}
