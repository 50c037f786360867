/// The header of a mail: of one as it was sent, or of one as programs print it, in any of their languages.
struct MailHeader {
    private(set) var from: String?
    private(set) var subject: String?
    private(set) var date: String?
    private(set) var contentType = ""
    private(set) var transferEncoding = ""
    /// How many of the lines it takes, the blank one after it included.
    private(set) var length = 0

    private enum Field {
        case from, subject, date, other
    }

    /// Reads the header that lines open with; `nil` where they open otherwise.
    init?(of lines: some RandomAccessCollection<CopyLine>, isPart: Bool = false) {
        var (name, value, known) = ("", "", 0)
        var isOpen = false
        for line in lines.prefix(2_000) {
            length += 1
            if line.isBlank {
                if isOpen { break }
                continue
            }
            if line.isIndented, isOpen {
                value += " " + line.trimmed
                continue
            }
            guard let (next, text) = Self.field(line.text) else {
                // A program's print has no blank line after it.
                guard known >= 3 else { return nil }
                length -= 1
                break
            }
            known += take(name, value)
            (name, value, isOpen) = (next, text, true)
        }
        known += take(name, value)
        guard isPart || known >= 2 && (from != nil || subject != nil) else { return nil }
    }

    /// `Subject: Bridge closed`; the name is a word or two without signs.
    private static func field(_ line: String) -> (name: String, value: String)? {
        guard let colon = line.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
        let name = line[..<colon].trimmed
        guard !name.isEmpty, name.utf8.count <= 60, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }) else {
            return nil
        }
        return (name.lowercased(), line[line.index(after: colon)...].trimmed)
    }

    /// Keeps what a field says; 1 where it is one that only mail has.
    private mutating func take(_ name: String, _ value: String) -> Int {
        switch name {
        case "content-type": contentType = value
        case "content-transfer-encoding": transferEncoding = value.lowercased()
        case "": return 0
        default: break
        }
        switch Self.names[name] {
        case .from: from = from ?? EncodedWords.decode(value)
        case .subject: subject = subject ?? EncodedWords.decode(value)
        case .date: date = date ?? value
        case .other: break
        case nil: return 0
        }
        return 1
    }

    private static let names: [String: Field] = {
        var names: [String: Field] = [:]
        let table: [(Field, String)] = [
            (
                .from,
                "from von de da van från fra od lähettäjä feladó от від gönderen pengirim מאת من 发件人 寄件者 差出人 보낸사람 จาก"
            ),
            (
                .subject,
                """
                subject betreff objet asunto assunto oggetto onderwerp ämne emne temat předmět predmet aihe tárgy тема \
                konu perihal נושא الموضوع 主题 主旨 件名 제목 เรื่อง
                """
            ),
            (
                .date,
                """
                date datum gesendet fecha data dato päivämäärä dátum дата tarih tanggal תאריך التاريخ 日期 日時 送信日時 날짜 \
                วันที่ sent envoyé enviado inviato verzonden
                """
            ),
            (
                .other,
                """
                to an à para a aan till til do komu vastaanottaja címzett кому kime kepada אל إلى 收件人 宛先 받는사람 ถึง \
                cc kopie reply-to received message-id mime-version delivered-to return-path list-id list-unsubscribe \
                content-type dkim-signature sender x-mailer
                """
            ),
        ]
        for (field, words) in table {
            for word in words.split(separator: " ") where names[String(word)] == nil { names[String(word)] = field }
        }
        return names
    }()
}
