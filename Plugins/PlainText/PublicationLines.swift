import OffprintDates
import OffprintModel

extension TextLayout {
    /// Finds, between the headline and the text, the line that says when the article was published or changed.
    mutating func findDateLines() {
        guard let body = firstBodyLine() else { return }
        for index in lines.indices.prefix(min(body + 1, Self.linesAtTop)).dropFirst() where roles[index] == .paragraph {
            if lines[index].width <= 60, PublicationLine(text(of: index), language) != nil { roles[index] = .date }
        }
    }
}

/// A line that holds a date and hardly anything else.
struct PublicationLine {
    let moment: Timestamp
    /// Whether it says that the article was changed then.
    let isChange: Bool
    /// What stands before the date, without signs at its ends: a byline, it may be.
    let opening: String

    /// Reads a line of an article in a language; `nil` where it says more than who wrote it and when.
    init?(_ line: String, _ language: String?) {
        let bytes = Array(line.utf8)
        guard Self.hasDigit(bytes), let found = DateReader().firstDate(in: line),
            found.timestamp.day != nil
        else { return nil }
        opening = String(decoding: bytes[..<found.range.lowerBound], as: UTF8.self).trimmedOfSigns
        let before = opening.lowercased()
        let after = String(decoding: bytes[found.range.upperBound...], as: UTF8.self).trimmedOfSigns
        guard before.count <= 40, after.count <= 24, DateWords.areAll(of: after),
            DateWords.areAll(of: before) || Byline(opening, language) != nil
        else { return nil }
        moment = found.timestamp
        isChange = Self.changes.contains { before.hasPrefix($0) }
    }

    /// A digit of ASCII, or what may be one of another script.
    private static func hasDigit(_ bytes: [UInt8]) -> Bool {
        if bytes.contains(where: { 0x30...0x39 ~= $0 }) { return true }
        return String(decoding: bytes, as: UTF8.self).unicodeScalars.contains {
            $0.value >= 0x660 && $0.properties.generalCategory == .decimalNumber
        }
    }

    private static let changes = [
        "updated", "last updated", "modified", "aktualisiert", "stand", "mis à jour", "modifié", "actualizado",
        "atualizado",
        "aggiornato", "bijgewerkt", "gewijzigd", "uppdaterad", "opdateret", "oppdatert", "aktualizacja",
        "aktualizováno",
        "обновлено", "оновлено", "güncelle", "diperbarui", "آخر تحديث", "עודכן", "更新", "수정", "แก้ไข",
    ]
}
