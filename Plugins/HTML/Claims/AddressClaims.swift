import Offprint

/// What the address of a page says: the day in its path, its sections.
enum AddressClaims {
    static func add(_ page: PageSource, to metadata: inout Metadata) {
        guard let address = page.address, let start = address.place(of: "://")?.upperBound else { return }
        let path = address[start...].prefix { $0 != "?" && $0 != "#" }
        let parts = path.split(separator: "/").dropFirst().map(String.init)
        if let day = day(in: parts) { metadata.published.add(day, from: Origin(.address, at: "path of the address")) }
        let sections = parts.dropLast().prefix(3).filter { part in
            part.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D } && part.utf8.count > 2
        }
        if !sections.isEmpty, sections.count == parts.dropLast().count {
            metadata.sections.add(Array(sections), from: Origin(.address, at: "path of the address"))
        }
    }

    /// The day in the path of an address.
    static func day(inPathOf address: String) -> Timestamp? {
        guard let start = address.place(of: "://")?.upperBound else { return nil }
        let path = address[start...].prefix { $0 != "?" && $0 != "#" }
        return day(in: path.split(separator: "/").dropFirst().map(String.init))
    }

    /// `/2024/05/06/`, `/2024-05-06-title`, `/20240506/`.
    private static func day(in parts: [String]) -> Timestamp? {
        for (index, part) in parts.enumerated() {
            if let year = number(part, digits: 4), index + 2 < parts.count, let month = month(parts[index + 1]),
                let day = number(parts[index + 2], digits: 2) ?? number(parts[index + 2], digits: 1)
            {
                if let date = plausible(year, month, day) { return date }
            }
            let digits = part.utf8.prefix { (0x30...0x39).contains($0) || $0 == 0x2D }
            let text = String(decoding: Array(digits), as: UTF8.self)
            let fields = text.split(separator: "-").prefix(3).map(String.init)
            if fields.count == 3, let year = number(fields[0], digits: 4), let month = number(fields[1], digits: 2),
                let day = number(fields[2], digits: 2), let date = plausible(year, month, day)
            {
                return date
            }
            if let whole = number(part, digits: 8), let date = plausible(whole / 10_000, whole / 100 % 100, whole % 100)
            {
                return date
            }
        }
        return nil
    }

    private static func month(_ text: String) -> Int? {
        if let month = number(text, digits: 2) ?? number(text, digits: 1) { return month }
        let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        return text.utf8.count == 3 ? names.firstIndex(of: text.lowercased()).map { $0 + 1 } : nil
    }

    private static func number(_ text: String, digits: Int) -> Int? {
        guard text.utf8.count == digits, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text)
    }

    private static func plausible(_ year: Int, _ month: Int, _ day: Int) -> Timestamp? {
        (1_990...2_100).contains(year) ? Timestamp(year: year, month: month, day: day) : nil
    }
}
