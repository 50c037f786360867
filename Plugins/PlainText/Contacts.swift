extension TextLayout {
    /// Finds, under the label of a press release, whom the newsrooms may ask: a block of a name, addresses and numbers.
    mutating func findContacts() {
        guard let label = roles.firstIndex(of: .label(.pressRelease)), let body = firstBodyLine() else { return }
        var start = label + 1
        while start < min(body, label + Self.linesOfContacts) {
            guard roles[start] == .paragraph else {
                start += 1
                continue
            }
            var end = start + 1
            while end < body, roles[end] == .paragraph, !lines[end].followsBlank { end += 1 }
            let block = start..<end
            let opens = Contact.opens(text(of: start))
            if block.count <= 8, opens || block.allSatisfy({ Contact.isDetail(text(of: $0)) }) {
                for index in block { roles[index] = .note }
            }
            start = end
        }
    }

    private static var linesOfContacts: Int { 24 }
}

/// Lines that say how to reach somebody.
enum Contact {
    /// `Contact: Ann Lee`, `Media contacts`, `Pressekontakt:`.
    static func opens(_ line: String) -> Bool {
        let line = line.lowercased()
        guard line.utf8.count <= 80, let word = words.first(where: { line.hasPrefix($0) }) else { return false }
        let rest = line.dropFirst(word.count).drop { $0 == "s" || $0 == "e" || $0 == " " }
        return rest.isEmpty || rest.first == ":" || rest.first == "："
    }

    /// An address of mail or the web, or a telephone number with its label or without.
    static func isDetail(_ line: String) -> Bool {
        guard line.utf8.count <= 80 else { return false }
        if opens(line) || line.contains("@") && line.split(separator: " ").count <= 4 { return true }
        let digits = line.count(where: \.isNumber)
        let letters = line.count(where: \.isLetter)
        return digits >= 6 && letters <= 10
            && line.allSatisfy { $0.isLetter || $0.isNumber || "+-–()/.: ".contains($0) }
            && line.split(separator: " ").allSatisfy {
                !$0.contains(where: \.isLetter) || labels.contains($0.lowercased())
            }
    }

    private static let words = [
        "media contact", "press contact", "contact", "for more information", "for further information",
        "media enquiries",
        "press enquiries", "media inquiries", "pressekontakt", "kontakt", "ansprechpartner", "rückfragen",
        "contact presse",
        "contacts presse", "contacto de prensa", "contacto", "contato", "contatti", "contatto", "perscontact",
        "presskontakt", "yhteyshenkilö", "kontakt prasowy", "контакты", "контакт", "контакти", "للتواصل", "للاستفسار",
        "פרטים נוספים", "联系人", "聯絡人", "お問い合わせ", "문의",
    ].sorted { $0.count > $1.count }

    private static let labels: Set<String> = [
        "tel", "tel.", "tel:", "tel.:", "t:", "phone", "phone:", "telephone", "telephone:", "mobile", "mobile:", "m:",
        "cell", "cell:", "fax", "fax:", "telefon", "telefon:", "mobil", "mobil:", "tél.", "tél", "tél:", "teléfono",
        "teléfono:", "telefone:", "puh.", "тел.", "тел", "тел.:", "телефон:", "هاتف:", "ext", "ext.", "x",
    ]
}
