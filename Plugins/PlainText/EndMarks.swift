extension TextLayout {
    /// Finds end marks such as `-30-`, `###` and `ENDS`, and what stands under them: notes, not text.
    ///
    /// A word that ends copy may also be a crosshead; it is a mark only where little follows.
    mutating func findEndMarks() {
        guard let body = firstBodyLine() else { return }
        var before = 0
        var total = 0
        for index in lines.indices where !roles[index].isBesideText { total += Int(lines[index].width) }
        for index in lines.indices {
            defer { if !roles[index].isBesideText { before += Int(lines[index].width) } }
            guard index > body, lines[index].width <= 24, roles[index] == .paragraph || roles[index] == .rule else {
                continue
            }
            switch EndMark(text(of: index)) {
            case .more:
                // `MORE` closes a page; as a crosshead it would have text of its own kind around it.
                roles[index] = .furniture(.continued)
            case .end where (total - before) * 2 <= before:
                roles[index] = .furniture(.endMark)
                for rest in lines.indices.suffix(from: index + 1)
                where roles[rest] == .paragraph || roles[rest] == .crosshead {
                    roles[rest] = .note
                }
                return
            case .end, nil: continue
            }
        }
    }
}

/// A line that says where copy ends, or that it does not end yet.
enum EndMark {
    case end, more

    init?(_ line: String) {
        let signs = line.filter { $0 != " " }
        if signs == "###" || signs == "-30-" || signs == "–30–" || signs == "—30—" || signs == "XXX" || signs == "#30#"
        {
            self = .end
            return
        }
        let text = line.lowercased().trimmedOfSigns
        // Words of ordinary text need the signs or the capitals of a mark.
        let isMarked = line.first.map { !$0.isLetter } ?? false
        let isCapital = !line.contains(where: \.isLowercase)
        if Self.continuations.contains(text), isMarked || isCapital {
            self = .more
        } else if Self.ends.contains(text), isMarked || isCapital || Self.always.contains(text) {
            self = .end
        } else {
            return nil
        }
    }

    private static let continuations: Set<String> = [
        "more", "more to come", "mehr", "folgt mehr", "à suivre", "sigue", "segue", "mfl", "forts", "ещё", "يتبع",
        "(続)", "続く",
        "待续", "待續", "계속",
    ]
    private static let ends: Set<String> = [
        "ends", "end", "ende", "fin", "fine", "fim", "einde", "slut", "slutt", "loppu", "koniec", "konec", "vége",
        "sfârșit",
        "kraj", "конец", "кінець", "край", "τέλος", "son", "selesai", "tamat", "hết", "انتهى", "انتهت", "پایان", "סוף",
        "完", "終",
        "了", "끝", "จบ", "समाप्त",
    ]
    private static let always: Set<String> = ["ends", "انتهى", "끝"]
}
