/// Lines that an editor writes to the newsrooms which take the copy.
enum EditorNotes {
    /// Whether a line is such a note by its opening: `Eds:`, `EDITORS' NOTE —`, `Hinweis an die Redaktionen`.
    static func isNote(_ line: String) -> Bool {
        let start = line.prefix(60).lowercased().drop { "([*-–— ".contains($0) }
        if line.hasPrefix("("), start.hasPrefix("achtung") { return true }
        return openings.contains { opening in
            guard start.utf8.starts(with: opening.utf8) else { return false }
            let next = start.dropFirst(opening.count).first
            return next.map { !$0.isLetter } ?? true
        }
    }

    /// Whether a line says who reported and edited the text: `(Reporting by Ann Lee; editing by Bob Ray)`.
    static func isCredit(_ line: String) -> Bool {
        guard line.hasPrefix("("), line.hasSuffix(")") else { return false }
        let start = line.dropFirst().prefix(40).lowercased()
        return credits.contains { start.hasPrefix($0) }
    }

    private static let credits = [
        "reporting by", "additional reporting", "writing by", "editing by", "compiled by", "bericht von",
        "bearbeitet von",
        "reportage", "par ", "reporte de", "escrito por", "editado por", "reportagem", "a cura di", "verslag",
        "rapportering",
    ]

    private static let openings = [
        "eds:", "eds.:", "eds note", "editors:", "editor's note", "editors' note", "editor’s note", "editors’ note",
        "note to editors", "notes to editors", "note to the editor", "attention editors", "attn editors",
        "hinweis an die redaktion", "hinweis an die redaktionen",
        "hinweise an die redaktionen",
        "achtung redaktionen", "redaktionelle hinweise", "redaktioneller hinweis", "anmerkung der redaktion",
        "anm. d. red.", "note aux rédactions", "notes aux rédactions", "note de la rédaction", "ndlr",
        "nota a los editores", "nota del editor", "nota para editores", "nota aos editores", "nota do editor",
        "nota ai redattori", "nota della redazione", "ndr:", "noot voor de redactie", "noot redactie",
        "till redaktionen",
        "til redaktionen", "til redaksjonen", "uwaga redakcje", "od redakcji", "poznámka redakce",
        "poznámka pro editory",
        "примечание редакции", "примечание для редакторов", "к сведению редакций", "ملاحظة للمحررين", "ملاحظة المحرر",
        "تنويه للمحررين", "הערה לעורכים", "הערת העורך", "编者按", "編者按", "编辑注", "編集者注", "編集部注", "편집자 주",
        "หมายเหตุถึงบรรณาธิการ",
    ]
}
