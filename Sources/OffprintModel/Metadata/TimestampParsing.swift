// The two notations that standards give dates in. Dates in prose are the readers' work.

extension Timestamp {
    /// Reads ISO 8601 in the forms that occur.
    ///
    /// `2024`, `2024-05`, `2024-05-06`, `20240506`, a time behind `T` or a space with or without colons, seconds and
    /// fraction, and an offset as `Z`, `+02:00`, `+0200` or `+02`. Gives `nil` for anything else, text behind the
    /// date included.
    public init?(iso8601 text: some StringProtocol) {
        var scanner = DateScanner(text)
        guard let year = scanner.digits(4) else { return nil }
        let isExtended = scanner.skip("-")
        guard let month = scanner.digits(2) else {
            guard !isExtended, scanner.isAtEnd else { return nil }
            self.init(year: year)
            return
        }
        if isExtended, !scanner.skip("-") {
            guard scanner.isAtEnd else { return nil }
            self.init(year: year, month: month)
            return
        }
        guard let day = scanner.digits(2) else { return nil }
        guard !scanner.isAtEnd else {
            self.init(year: year, month: month, day: day)
            return
        }
        guard scanner.skip("T") || scanner.skip("t") || scanner.skip(" "), var time = scanner.timeOfDay() else {
            return nil
        }
        _ = scanner.skip(" ")
        if scanner.skip("Z") || scanner.skip("z") || scanner.skip("UTC") || scanner.skip("GMT") {
            time.isZulu = true
            time.offset = 0
        } else if !scanner.isAtEnd {
            guard let offset = scanner.offset() else { return nil }
            time.offset = offset
        }
        guard scanner.isAtEnd else { return nil }
        self.init(year: year, month: month, day: day, time: time)
    }

    /// Reads a date of mail and RSS (RFC 5322 with the obsolete zones of RFC 822).
    ///
    /// `Mon, 06 May 2024 10:00:00 +0200`. The weekday, the seconds and the zone may be missing; a year of two digits
    /// is read as RFC 5322 says.
    public init?(rfc5322 text: some StringProtocol) {
        var scanner = DateScanner(text)
        scanner.skipWord()
        _ = scanner.skip(",")
        scanner.skipSpaces()
        guard let day = scanner.digits(2) ?? scanner.digits(1) else { return nil }
        scanner.skipSeparators()
        guard let month = scanner.monthName() else { return nil }
        scanner.skipSeparators()
        guard var year = scanner.digits(4) ?? scanner.digits(2) else { return nil }
        if year < 50 { year += 2000 } else if year < 1000 { year += 1900 }
        scanner.skipSpaces()
        guard !scanner.isAtEnd else {
            self.init(year: year, month: month, day: day)
            return
        }
        guard var time = scanner.timeOfDay() else { return nil }
        scanner.skipSpaces()
        if let offset = scanner.zone() { time.offset = offset } else if !scanner.isAtEnd { return nil }
        self.init(year: year, month: month, day: day, time: time)
    }
}

/// Reads numbers and names off the front of a date.
private struct DateScanner {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: some StringProtocol) {
        let whole = Array(text.utf8)
        let from = whole.firstIndex { $0 > 0x20 } ?? whole.endIndex
        let to = whole.lastIndex { $0 > 0x20 } ?? whole.startIndex
        bytes = from < whole.endIndex ? Array(whole[from...to]) : []
    }

    var isAtEnd: Bool { position >= bytes.count }
    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func digits(_ count: Int) -> Int? {
        guard position + count <= bytes.count else { return nil }
        var number = 0
        for byte in bytes[position..<position + count] {
            guard (0x30...0x39).contains(byte) else { return nil }
            number = number * 10 + Int(byte - 0x30)
        }
        position += count
        return number
    }

    mutating func skip(_ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard position + count <= bytes.count else { return false }
        let matches = word.description.utf8.elementsEqual(bytes[position..<position + count])
        if matches { position += count }
        return matches
    }

    mutating func skipSpaces() { while next == 0x20 { position += 1 } }
    mutating func skipSeparators() { while let byte = next, byte == 0x20 || byte == 0x2D { position += 1 } }
    mutating func skipWord() { while let byte = next, (0x41...0x5A).contains(byte & 0xDF) { position += 1 } }

    mutating func timeOfDay() -> Timestamp.Time? {
        guard let hour = digits(2) ?? digits(1) else { return nil }
        let hasColons = skip(":")
        guard let minute = digits(2) else { return nil }
        var time = Timestamp.Time(hour: hour, minute: minute)
        if hasColons ? skip(":") : next.map({ (0x30...0x39).contains($0) }) == true {
            guard let second = digits(2) else { return nil }
            time.second = second
            if skip(".") || skip(",") {
                let from = position
                while let byte = next, (0x30...0x39).contains(byte) { position += 1 }
                time.fraction = String(decoding: bytes[from..<position], as: UTF8.self)
            }
        }
        return time
    }

    mutating func offset() -> Int? {
        let isWest = skip("-")
        guard isWest || skip("+"), let hours = digits(2) else { return nil }
        _ = skip(":")
        let minutes = digits(2) ?? 0
        return (isWest ? -1 : 1) * (hours * 60 + minutes)
    }

    mutating func monthName() -> Int? {
        let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        guard position + 3 <= bytes.count else { return nil }
        let name = String(decoding: bytes[position..<position + 3].map { $0 | 0x20 }, as: UTF8.self)
        guard let index = names.firstIndex(of: name) else { return nil }
        skipWord()
        return index + 1
    }

    /// Minutes east of UTC by number or by a zone of RFC 822; `nil` where there is none that is known.
    mutating func zone() -> Int? {
        if let offset = offset() { return isAtEnd || next == 0x20 || next == 0x28 ? offset : nil }
        let zones: [(StaticString, Int)] = [
            ("GMT", 0), ("UTC", 0), ("UT", 0), ("Z", 0), ("EST", -300), ("EDT", -240), ("CST", -360), ("CDT", -300),
            ("MST", -420), ("MDT", -360), ("PST", -480), ("PDT", -420), ("CET", 60), ("CEST", 120), ("BST", 60),
        ]
        for (name, offset) in zones.reversed() where skip(name) { return isAtEnd ? offset : nil }
        return nil
    }
}
