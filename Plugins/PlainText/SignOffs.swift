extension TextLayout {
    /// Finds, under the text, the initials of the desk and the line of copyright.
    mutating func findSignOffs() {
        guard let body = firstBodyLine() else { return }
        for index in lines.indices.suffix(4).reversed() where index > body {
            switch roles[index] {
            case .note, .furniture, .rule: continue
            case .paragraph: break
            case .title, .subtitle, .byline, .affiliation, .date, .photo, .crosshead, .markedHeading, .item, .row,
                .quote, .verse, .turn,
                .entry,
                .highlight, .slug, .label, .rights:
                return
            }
            guard lines[index].width <= 100 else { return }
            let line = text(of: index)
            if index + 1 < lines.count, roles[index + 1] == .furniture(.signOff), Agencies.isKnown(line) {
                roles[index] = .affiliation
            } else if Self.isCopyright(line) {
                roles[index] = .rights
            } else if Self.isSignOff(line) {
                roles[index] = .furniture(.signOff)
            } else {
                return
            }
        }
    }

    /// `afp/zp/lr`, `dpa kl mn`, `hh/ph/ts/hd`, `(SDA/sj)`: initials, and an agency before them or strokes between.
    static func isSignOff(_ line: String) -> Bool {
        guard line.utf8.count <= 40, !line.contains(where: { ".!?:".contains($0) }) else { return false }
        let parts = line.trimmedOfSigns.split { " /-".contains($0) }
        guard (2...8).contains(parts.count), parts.allSatisfy({ $0.count <= 5 && $0.allSatisfy(\.isLetter) }) else {
            return false
        }
        let initials = parts.dropFirst().allSatisfy { !$0.contains(where: \.isUppercase) && $0.first?.isCased == true }
        guard initials else { return false }
        if Agencies.isKnown(parts[0]) { return true }
        guard line.contains("/"), !parts[0].contains(where: \.isUppercase) else { return false }
        // Each of two may close with a stroke: `abc/ def/`.
        if line.contains(" ") { return line.split(separator: " ").allSatisfy { $0.hasSuffix("/") } }
        return parts.count >= 3 || parts.allSatisfy { 2...3 ~= $0.count } && parts[0].count == parts[1].count
    }

    private static func isCopyright(_ line: String) -> Bool {
        let start = line.prefix(12).lowercased()
        return start.hasPrefix("©") || start.hasPrefix("(c) ") || start.hasPrefix("copyright ")
    }
}
