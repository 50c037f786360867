/// The short names by which newsrooms call a story: `HARBOUR-BRIDGE/CLOSURE (UPDATE 2)`, `BC-Harbour-Fire, 1st Ld`.
enum Slug {
    /// Whether a line is nothing but a slug.
    static func isSlug(_ line: String) -> Bool {
        let words = line.split(separator: " ")
        guard words.count <= 4, line.utf8.count <= 60, let first = words.first else { return false }
        return opensWithCycle(line) && words.allSatisfy { $0.first?.isLowercase == false } && !line.hasSuffix(".")
            || isJoinedCapitals(line, first)
    }

    /// Whether a line opens with the cycle of the news: both cycles, the morning's or the evening's.
    static func opensWithCycle(_ line: String) -> Bool {
        guard line.hasPrefix("BC-") || line.hasPrefix("AM-") || line.hasPrefix("PM-") else { return false }
        return line.dropFirst(3).first.map { !$0.isLowercase && $0 != " " } ?? false
    }

    /// Capitals that strokes hold together.
    private static func isJoinedCapitals(_ line: String, _ first: Substring) -> Bool {
        guard first.contains(where: { $0 == "-" || $0 == "/" }), first.count >= 5 else { return false }
        let parts = first.split { $0 == "-" || $0 == "/" }
        return parts.count >= 2 && parts.allSatisfy { $0.contains(where: \.isLetter) }
            && line.allSatisfy { !$0.isLowercase && !".!?,".contains($0) }
            && line.contains(where: \.isUppercase)
    }
}
