import OffprintModel

extension TextLayout {
    /// Reads the dateline that one of the first paragraphs opens with; the text keeps it.
    func addDateline(to metadata: inout Metadata) {
        let openings = lines.indices.lazy.filter { roles[$0] == .paragraph }.prefix(2)
        for index in openings {
            guard let dateline = Dateline(String(text(of: index).prefix(Dateline.longest))) else { continue }
            let number = Int(lines[index].number)
            let origin = Origin(.textLayout, at: "dateline", line: number)
            if let place = dateline.place { metadata.places.add([place], from: origin) }
            if !dateline.agencies.isEmpty {
                metadata.agencies.add(dateline.agencies.map { Organization($0) }, from: origin)
            }
            if !dateline.authors.isEmpty {
                metadata.authors.add(dateline.authors.map { Contributor($0, kind: .person) }, from: origin)
            }
            return
        }
    }
}

/// The place, the agency and perhaps the reporter that agency copy opens with.
///
/// `BERLIN (dpa) -`, `PARIS, 3 mars (AFP) —`, `МОСКВА, 3 мар — РИА Новости.`, `（新华社北京3月3日电（记者 李明）`, `【ロンドン共同】`,
/// `(서울=연합뉴스) 김철수 기자 =`. An agency must be one that is known: any acronym would pass otherwise.
struct Dateline {
    private(set) var place: String?
    private(set) var agencies: [String] = []
    private(set) var authors: [String] = []

    /// How many characters of a paragraph are looked at.
    static let longest = 120
    private static let longestPlace = 60
    private static let dashes: Set<Character> = ["-", "–", "—", "―", "_", "−"]

    init?(_ start: String) {
        if readChinese(start) || readBracketed(start) || readKorean(start) { return }
        if readParenthesised(start) || readCapitals(start) { return }
        return nil
    }

    // MARK: Alphabets

    /// `PLACE, date (AGENCY) -` and `PLACE /AGENCY/`; the dash may be missing.
    private mutating func readParenthesised(_ start: String) -> Bool {
        for (open, close) in [("(", ")"), ("/", "/"), ("（", "）")] as [(Character, Character)] {
            guard let from = start.firstIndex(of: open) else { continue }
            let inner = start[start.index(after: from)...]
            guard let to = inner.firstIndex(of: close), let names = Agencies.names(in: String(inner[..<to])) else {
                continue
            }
            let before = start[..<from].trimmed
            if before.isEmpty {
                // `(ANSA) - ROMA, 3 MAR - `, or the agency alone.
                guard open != "/", startsWithDash(inner[inner.index(after: to)...]) else { continue }
                agencies = names
                _ = readCapitals(afterDash(inner[inner.index(after: to)...]))
                return true
            }
            guard let place = Self.place(in: before) else { continue }
            (self.place, agencies) = (place, names)
            return true
        }
        return false
    }

    /// `PLACE, date AGENCY -` and `PLACE, date — AGENCY.`, with the place in capitals.
    private mutating func readCapitals(_ start: String) -> Bool {
        guard
            let dash = start.indices.first(where: { index in
                Self.dashes.contains(start[index]) && index > start.startIndex
                    && start[start.index(before: index)] == " "
            })
        else { return false }
        var words = start[..<dash].split(separator: " ").map(String.init)
        let first = words.first?.filter(\.isLetter) ?? ""
        guard words.count <= 9, first.count >= 3, first.allSatisfy(\.isUppercase) else { return false }
        for length in [2, 1] where words.count > length {
            let last = words.suffix(length).joined(separator: " ").trimmed
            guard Agencies.isKnown(last), agencies.isEmpty else { continue }
            agencies = [last]
            words.removeLast(length)
        }
        let rest = afterDash(start[dash...])
        if agencies.isEmpty, let stop = rest.firstIndex(where: { ".—–-".contains($0) }),
            let names = Agencies.names(in: String(rest[..<stop]))
        {
            agencies = names
        }
        guard let place = Self.place(in: words.joined(separator: " ")) else { return !agencies.isEmpty }
        self.place = place
        return true
    }

    private func startsWithDash(_ text: Substring) -> Bool {
        text.first { $0 != " " }.map(Self.dashes.contains) ?? false
    }

    private func afterDash(_ text: Substring) -> String { String(text.drop { $0 == " " || Self.dashes.contains($0) }) }

    /// The place before an agency, without the date that may stand beside it.
    private static func place(in text: String) -> String? {
        let parts = text.split { $0 == "," || $0 == "،" }.map(\.trimmed).filter { part in
            !part.isEmpty && !part.contains(where: \.isDigit)
        }
        let place = parts.joined(separator: ", ")
        guard place.count <= longestPlace, let first = place.first, first.isLetter, !first.isLowercase,
            place.split(separator: " ").count <= 7, !place.contains(where: { ".!?:;\"«»“”".contains($0) && $0 != "." }),
            isAbbreviationOnly(place)
        else { return nil }
        return place
    }

    /// Whether full stops in a place end abbreviations, as in `CHATHAM, Mass.` and `ST. LOUIS`.
    private static func isAbbreviationOnly(_ place: String) -> Bool {
        place.split(separator: " ").allSatisfy { !$0.contains(".") || $0.count <= 6 }
    }

    // MARK: East Asia

    /// `新华社北京3月3日电（记者 李明）`.
    private mutating func readChinese(_ start: String) -> Bool {
        guard let end = start.firstRange(of: "日电") ?? start.firstRange(of: "日電"),
            let agency = ["新华社", "新華社", "中新社", "中新网", "中央社", "路透社", "法新社"].first(
                where: start.drop(while: { "（(".contains($0) }).hasPrefix
            )
        else { return false }
        let head = start[..<end.lowerBound].drop { "（(".contains($0) }.dropFirst(agency.count)
        let place = head.prefix { !$0.isDigit }.trimmed
        guard place.count <= 12, place.allSatisfy(\.isLetter) else { return false }
        agencies = [agency]
        if !place.isEmpty { self.place = place }
        let rest = start[end.upperBound...].drop { $0 == " " }
        if let open = rest.first, open == "（" || open == "(",
            let close = rest.firstIndex(where: { $0 == "）" || $0 == ")" }),
            let names = EastAsianByline.names(in: String(rest[rest.index(after: rest.startIndex)..<close]))
        {
            authors = names
        }
        return true
    }

    /// `【ロンドン共同】`, `［東京　３日　ロイター］`, `【台北3日中央社】`.
    private mutating func readBracketed(_ start: String) -> Bool {
        guard let open = start.first, "【［[".contains(open), let close = start.firstIndex(where: { "】］]".contains($0) })
        else { return false }
        var inner = String(start[start.index(after: start.startIndex)..<close])
        for length in 2...5 {
            let last = String(inner.suffix(length)).trimmed
            guard inner.count >= length, Agencies.isKnown(last) else { continue }
            agencies = [last]
            inner = String(inner.dropLast(length)).trimmed
            break
        }
        guard !agencies.isEmpty else { return false }
        let place = inner.prefix { !$0.isDigit && $0 != " " && $0 != "　" }.trimmed
        if !place.isEmpty, place.count <= 20 { self.place = place }
        return true
    }

    /// `(서울=연합뉴스) 김철수 기자 = `.
    private mutating func readKorean(_ start: String) -> Bool {
        guard start.first == "(" || start.first == "[", let close = start.firstIndex(where: { $0 == ")" || $0 == "]" })
        else { return false }
        let parts = start[start.index(after: start.startIndex)..<close].split(separator: "=").map(\.trimmed)
        guard parts.count == 2, Agencies.isKnown(parts[1]) else { return false }
        (place, agencies) = (parts[0], [parts[1]])
        let rest = start[start.index(after: close)...]
        if let equals = rest.firstIndex(of: "="), let names = EastAsianByline.names(in: String(rest[..<equals])) {
            authors = names
        }
        return true
    }
}

extension Character {
    /// Whether it is a digit: an ideograph such as 京 counts as a number too.
    fileprivate var isDigit: Bool {
        unicodeScalars.allSatisfy { $0.properties.generalCategory == .decimalNumber }
    }
}
