import OffprintModel

/// The moment that the trailer of a wire message states.
enum WireTrailer {
    /// Reads `071341 GMT Okt 15`, the day and time of IPTC 7901, or `AP-WF-08-29-16 1626GMT`, those of ANPA 1312.
    ///
    /// A time without a zone keeps none.
    static func moment(in trailer: String) -> Timestamp? {
        let words = trailer.split { $0 == " " || $0 == "<" }.map(String.init)
        return iptc(words) ?? anpa(words)
    }

    private static func iptc(_ words: [String]) -> Timestamp? {
        guard words.count >= 3, words[0].utf8.count == 6, let stamp = Int(words[0]) else { return nil }
        let zone = ["gmt", "utc", "z"].contains(words[1].lowercased())
        let rest = words.dropFirst(zone ? 2 : 1)
        guard rest.count >= 2, let month = month(rest[rest.startIndex]), let year = Int(rest[rest.startIndex + 1])
        else {
            return nil
        }
        return Timestamp(
            year: century(year),
            month: month,
            day: stamp / 10_000,
            time: time(hour: stamp / 100 % 100, minute: stamp % 100, isUniversal: zone)
        )
    }

    private static func anpa(_ words: [String]) -> Timestamp? {
        guard words.count >= 2, let last = words.last, last.uppercased().hasSuffix("GMT"), last.utf8.count == 7,
            let clock = Int(last.prefix(4))
        else { return nil }
        let parts = words[words.count - 2].split(separator: "-").suffix(3).compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        return Timestamp(
            year: century(parts[2]),
            month: parts[0],
            day: parts[1],
            time: time(hour: clock / 100, minute: clock % 100, isUniversal: true)
        )
    }

    private static func time(hour: Int, minute: Int, isUniversal: Bool) -> Timestamp.Time {
        Timestamp.Time(hour: hour, minute: minute, offset: isUniversal ? 0 : nil, isZulu: isUniversal)
    }

    private static func century(_ year: Int) -> Int { year >= 100 ? year : year < 70 ? 2_000 + year : 1_900 + year }

    /// A month by its first letters, in the languages of the agencies that use these formats.
    private static func month(_ name: String) -> Int? {
        // Three letters tell all months but two: "juin" and "juillet".
        if name.lowercased().hasPrefix("juil") { return 7 }
        let start = String(name.lowercased().prefix(3))
        return months.firstIndex { $0.contains(start) }.map { $0 + 1 }
    }

    private static let months = [
        ["jan", "jän", "gen", "ene"], ["feb", "fév", "fev"], ["mar", "mär", "mrz", "maa", "mrt"],
        ["apr", "avr", "abr"],
        ["may", "mai", "mei", "maj", "mag"], ["jun", "jui", "giu"], ["jul", "lug"], ["aug", "aoû", "aou", "ago"],
        ["sep", "set"], ["oct", "okt", "ott", "out"], ["nov"], ["dec", "dez", "déc", "dic"],
    ]
}
