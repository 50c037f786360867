import Offprint
import OffprintHypertext

/// The place in a printed dateline, such as `STOCKHOLM, Aug 29, 2014 (AFP) -`.
enum Dateline {
    /// The place; `nil` where the line names only a date.
    static func place(_ line: String) -> String? {
        // The agency in brackets and all behind it are not the place.
        var rest = line[...]
        if let bracket = rest.firstIndex(of: "("), bracket > rest.startIndex { rest = rest[..<bracket] }
        var kept: [Substring] = []
        for part in rest.split(separator: ",") {
            let words = part.split(separator: " ").prefix { word in
                !word.contains(where: \.isNumber) && !isMonth(word)
            }
            guard !words.isEmpty else { break }
            kept.append(Substring(words.joined(separator: " ")))
        }
        var place = kept.joined(separator: ", ")[...]
        while let last = place.last, last.isWhitespace || "-–—:.".contains(last) { place.removeLast() }
        let result = String(place).trimmed
        return result.flatMap { $0.utf8.count > 1 ? $0 : nil }
    }

    /// The agency in brackets at its end, as in `Paris, 1 jan (AFP)`; `nil` where they hold anything else.
    static func agency(_ line: String) -> String? {
        guard let open = line.lastIndex(of: "("), let close = line[open...].firstIndex(of: ")"),
            line[close...].dropFirst().allSatisfy({ $0.isWhitespace || "-–—:.".contains($0) }),
            // Behind it may stand its service, as in `dpa/lni`.
            let name = line[open..<close].dropFirst().split(separator: "/").first.flatMap({ String($0).trimmed }),
            name.allSatisfy(\.isLetter), (2...12).contains(name.count), String(line[..<open]).trimmed != nil
        else { return nil }
        // Without a date before it, it may be a part of the place: `Washington (DC)`, `Paris (Texas)`.
        if line[..<open].contains(where: \.isNumber) { return name }
        return name.count > 2 && (name == name.uppercased() || name == name.lowercased()) ? name : nil
    }

    private static let months: Set = [
        "jan", "feb", "fév", "mar", "mär", "mrz", "apr", "avr", "may", "mai", "maj", "jun", "jui", "jul", "aug", "aoû",
        "ago", "sep", "oct", "okt", "ott", "nov", "dec", "dez", "déc", "dic", "gmt", "cet", "cest", "utc",
    ]

    private static func isMonth(_ word: Substring) -> Bool {
        // A month as a word of its own; places that start so are longer or have another case.
        let letters = word.lowercased().filter(\.isLetter)
        guard months.contains(String(letters.prefix(3))) || months.contains(letters) else { return false }
        let whole: Set = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december", "juil", "juillet", "sept", "januar", "februar", "märz", "mai", "juni", "juli",
            "oktober", "dezember", "gmt", "cet", "cest", "utc",
        ]
        return letters.count == 3 || whole.contains(letters)
    }
}
