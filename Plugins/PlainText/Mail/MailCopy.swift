import OffprintDates
import OffprintModel

extension Copy {
    /// What a mail holds; `nil` for a text that does not open as one.
    init?(mail text: Span<UInt8>, reporting diagnostics: inout Diagnostics) {
        guard Self.mayOpenMail(text) else { return nil }
        let all = CopyLine.lines(of: text.array, first: 1)
        guard let header = MailHeader(of: all) else { return nil }
        addClaims(of: header)
        namesHeadline = !metadata.title.isEmpty
        let body = all.dropFirst(header.length)
        if let found = MailBody.text(of: body, header) {
            lines = found.lines
            if found.others > 0 {
                let count = found.others == 1 ? "A part" : "\(found.others) parts"
                diagnostics.lose(
                    "mail-parts-left-out",
                    "\(count) of the mail beside its plain text is not in the article."
                )
            }
        } else {
            diagnostics.warn("mail-without-text", "The mail has no part that is plain text.")
        }
        takeSignature(reporting: &diagnostics)
        takeServiceLines()
    }

    /// Whether the first line has a colon near its start: most texts are told by that.
    private static func mayOpenMail(_ text: Span<UInt8>) -> Bool {
        var (index, letters) = (0, 0)
        while index < text.count, text[index] <= 0x20 { index += 1 }
        while index < text.count, letters < 64, text[index] > 0x20 {
            if text[index] == 0x3A { return letters > 0 }
            // The colon of full width, U+FF1A.
            if text[index] == 0xEF, index + 2 < text.count, text[index + 1] == 0xBC, text[index + 2] == 0x9A {
                return true
            }
            (index, letters) = (index + 1, letters + 1)
        }
        return false
    }

    private mutating func addClaims(of header: MailHeader) {
        func origin(_ name: String) -> Origin { Origin(.formatField, at: "mail \(name)") }
        if let subject = header.subject.map(Self.withoutReply), !subject.isEmpty {
            metadata.title.add(subject, from: origin("subject"))
        }
        if let from = header.from {
            let name = from.split(separator: "<").first.map { $0.filter { $0 != "\"" }.trimmed } ?? ""
            if !name.isEmpty, !name.contains("@") { metadata.authors.add([Contributor(name)], from: origin("sender")) }
        }
        if let date = header.date,
            let moment = Timestamp(rfc5322: date) ?? DateReader().firstDate(in: date)?.timestamp
        {
            metadata.published.add(moment, from: origin("date"))
        }
    }

    /// A subject without `Re:` and `Fwd:`.
    private static func withoutReply(_ subject: String) -> String {
        var subject = subject.trimmed
        while let colon = subject.firstIndex(of: ":"), replies.contains(subject[..<colon].lowercased()) {
            subject = subject[subject.index(after: colon)...].trimmed
        }
        return subject
    }

    private static let replies: Set<String> = [
        "re", "fw", "fwd", "aw", "wg", "tr", "rv", "sv", "vs", "vb", "odp", "ynt", "antw", "doorst", "rif", "r", "i",
    ]

    /// Takes out what stands under the line of two dashes.
    private mutating func takeSignature(reporting diagnostics: inout Diagnostics) {
        guard let start = lines.firstIndex(where: { $0.text == "-- " || $0.text == "--" }) else { return }
        let number = lines[start].number
        let dropped = lines[start...].count { !$0.isBlank }
        for index in start..<lines.count { lines[index].text = "" }
        diagnostics.note("signature-dropped", "Dropped the signature of the mail, \(dropped) lines.", line: number)
    }

    /// Finds, near the end, the lines by which newsletters let themselves be stopped.
    private mutating func takeServiceLines() {
        for index in lines.indices.suffix(30) where lines[index].text.utf8.count <= 400 {
            if Self.service.areIn(lines[index].text) { roles[lines[index].number] = .furniture(.service) }
        }
    }

    private static let service = Needles([
        "unsubscribe", "view in browser", "view this email", "manage your subscription", "update your preferences",
        "newsletter abbestellen", "abmelden", "austragen", "im browser ansehen", "se désabonner", "se désinscrire",
        "darse de baja", "cancelar la suscripción", "cancelar a subscrição", "cancelar inscrição",
        "annulla l'iscrizione",
        "disiscriv", "uitschrijven", "afmelden", "avprenumerera", "avregistrera", "afmeld", "meld deg av",
        "zrezygnować z subskrypcji", "wypisać się", "odhlásit", "leiratkoz", "отписаться", "відписатися",
        "إلغاء الاشتراك",
        "להסרה מרשימת", "להסרה מהרשימה", "退订", "取消訂閱", "配信停止", "수신거부", "ยกเลิกการรับ", "abonelikten çık",
    ])
}
