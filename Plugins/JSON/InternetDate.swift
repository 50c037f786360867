import Offprint

extension Timestamp {
    /// The moment in the form of RFC 3339; `nil` where the source knows only a day or no zone, which that form cannot
    /// say.
    var internetDate: String? {
        guard var time, time.offset != nil else { return nil }
        time.second = time.second ?? 0
        return Timestamp(year: year, month: month, day: day, time: time)?.description
    }
}
