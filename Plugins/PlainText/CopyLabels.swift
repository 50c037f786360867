import OffprintDates
import OffprintModel

/// A line over the text that says what kind of text it is, or from when it may be used.
enum CopyLabel: Hashable {
    case pressRelease
    case embargo

    /// What a line is that holds nothing but such a label; `nil` for another line.
    init?(_ line: String) {
        let text = line.lowercased().trimmedOfSigns
        if Self.release.contains(text) {
            self = .pressRelease
        } else if Self.embargoes.contains(where: { text.utf8.starts(with: $0.utf8) }) {
            self = .embargo
        } else {
            return nil
        }
    }

    private static let release: Set<String> = [
        "for immediate release", "press release", "news release", "media release",
        "press release for immediate release",
        "pressemitteilung", "presseinformation", "medienmitteilung", "presseaussendung", "communiqué de presse",
        "communique de presse", "pour diffusion immédiate", "comunicado de prensa", "nota de prensa",
        "para publicación inmediata", "comunicado de imprensa", "comunicado à imprensa", "nota de imprensa",
        "comunicato stampa", "persbericht", "pressmeddelande", "pressemeddelelse", "pressemelding", "tiedote",
        "lehdistötiedote", "informacja prasowa", "komunikat prasowy", "tisková zpráva", "tlačová správa",
        "sajtóközlemény",
        "comunicat de presă", "priopćenje", "пресс-релиз", "прес-реліз", "прессъобщение", "δελτίο τύπου",
        "basın bülteni",
        "siaran pers", "بيان صحفي", "بلاغ صحفي", "הודעה לעיתונות", "新闻稿", "新聞稿", "プレスリリース", "報道発表", "報道資料",
        "보도자료", "ข่าวประชาสัมพันธ์", "thông cáo báo chí", "प्रेस विज्ञप्ति",
    ]

    private static let embargoes = [
        "embargo", "under embargo", "strictly embargoed", "not for publication before", "hold for release until",
        "hold for release", "sperrfrist", "gesperrt bis", "sous embargo", "bajo embargo", "sob embargo",
        "sotto embargo",
        "onder embargo", "эмбарго", "محظور حتى", "אמברגו",
    ]
}

extension String {
    /// The text without signs and white space at its ends.
    var trimmedOfSigns: String {
        var text = self[...]
        while let first = text.first, !first.isLetter, !first.isNumber { text.removeFirst() }
        while let last = text.last, !last.isLetter, !last.isNumber { text.removeLast() }
        return String(text)
    }
}

extension TextLayout {
    /// Finds, over the text, labels of press releases, embargoes, slugs and notes to editors; under it, notes again.
    mutating func findCopyLabels() {
        guard let body = firstBodyLine() else { return }
        for index in lines.indices.prefix(min(body + 1, Self.linesAtTop)) where roles[index] == .paragraph {
            guard lines[index].width <= 160 else { continue }
            let line = text(of: index)
            if let label = CopyLabel(line) {
                roles[index] = .label(label)
            } else if EditorNotes.isNote(line) {
                roles[index] = .note
            }
        }
        findSlugs()
        for index in lines.indices.suffix(12).reversed() where index > body && roles[index] == .paragraph {
            guard lines[index].width <= 600 else { break }
            let line = text(of: index)
            if EditorNotes.isNote(line) || EditorNotes.isCredit(line) { roles[index] = .note }
        }
    }

    /// A note may have looked like the first sentence of the text: only now is it known where that starts.
    private mutating func findSlugs() {
        guard let body = firstBodyLine() else { return }
        for index in lines.indices.prefix(min(body, 2)) where roles[index] == .paragraph && lines[index].width <= 60 {
            if Slug.isSlug(text(of: index)), hasHeadline(between: index + 1, body) { roles[index] = .slug }
        }
    }

    /// Whether a headline stands between two lines; without one, what looks like a slug is the headline itself.
    private func hasHeadline(between start: Int, _ body: Int) -> Bool {
        start < body
            && (start..<body).contains { index in
                guard roles[index] == .paragraph, isHeadline(index) else { return false }
                let line = text(of: index)
                return Byline(line, language) == nil && PublicationLine(line, language) == nil && CopyLabel(line) == nil
            }
    }
}
