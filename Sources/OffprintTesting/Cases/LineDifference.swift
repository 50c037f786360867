/// The lines in which two texts differ, as a person reads them.
struct LineDifference {
    /// The lines with their numbers: `-` those expected, `+` those made, two of context around each run.
    let text: String

    private static let context = 2
    private static let maximumLines = 60
    private static let maximumWidth = 400

    init(from expected: [UInt8], to actual: [UInt8]) {
        let (old, new) = (Self.lines(expected), Self.lines(actual))
        var start = 0
        while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
        var common = 0
        while common < min(old.count, new.count) - start, old[old.count - 1 - common] == new[new.count - 1 - common] {
            common += 1
        }
        let middle = (old[start..<old.count - common], new[start..<new.count - common])
        var rows = old[max(0, start - Self.context)..<start].map { "  " + $0 }
        if middle.0.count + middle.1.count <= 4_000 {
            rows += Self.merged(Array(middle.0), Array(middle.1))
        } else {
            rows += middle.0.prefix(20).map { "- " + $0 } + middle.1.prefix(20).map { "+ " + $0 }
        }
        rows += old[(old.count - common)...].prefix(Self.context).map { "  " + $0 }
        var shown = rows.prefix(Self.maximumLines).map {
            $0.count > Self.maximumWidth ? $0.prefix(Self.maximumWidth) + "…" : $0
        }
        if rows.count > shown.count { shown.append("… and \(rows.count - shown.count) lines more") }
        text = "at line \(start + 1):\n" + shown.joined(separator: "\n")
    }

    private static func lines(_ bytes: [UInt8]) -> [String] {
        bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Both texts in one, with what is common but for the context left out.
    private static func merged(_ old: [String], _ new: [String]) -> [String] {
        let difference = new.difference(from: old)
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in difference {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var rows: [String] = []
        var (left, right) = (0, 0)
        while left < old.count || right < new.count {
            if removed.contains(left) {
                rows.append("- " + old[left])
                left += 1
            } else if inserted.contains(right) {
                rows.append("+ " + new[right])
                right += 1
            } else {
                rows.append("  " + old[left])
                (left, right) = (left + 1, right + 1)
            }
        }
        let changed = rows.indices.filter { !rows[$0].hasPrefix("  ") }
        let near = Set(changed.flatMap { $0 - context...$0 + context })
        return rows.indices.filter(near.contains).map { rows[$0] }
    }
}
