/// The labels that pages put on their buttons, as whole lines.
enum FurnitureLexicon {
    /// Whether a line is a row of buttons for sharing, printing or commenting; counts beside them do not matter.
    static func isShareRow(_ line: String) -> Bool {
        let segments = line.lowercased().split { "|·•/,،、".contains($0) }.map(stripped).filter { !$0.isEmpty }
        return !segments.isEmpty
            && segments.allSatisfy { segment in
                if share.contains(segment) { return true }
                let words = segment.split(separator: " ").map(String.init).filter { !isNumber($0) }
                return !words.isEmpty && words.allSatisfy { share.contains($0) }
            }
    }

    /// Whether a line is the label over an advertisement.
    static func isAdvertisementLabel(_ line: String) -> Bool {
        advertisement.contains(stripped(line.lowercased()[...]))
    }

    /// Whether the label of an advertisement may start with a code point: few do, and most lines need no closer look.
    static func mayOpenAdvertisement(_ point: UInt32) -> Bool { advertisementOpenings.contains(point) }

    private static let advertisementOpenings = Set(
        advertisement.flatMap { [$0.unicodeScalars.first, $0.uppercased().unicodeScalars.first] }.compactMap(\.?.value)
    ).union(["-", "—", "[", "("].map { (mark: Unicode.Scalar) in mark.value })

    private static func stripped(_ text: Substring) -> String {
        var text = text
        while let first = text.first, !first.isLetter, !first.isNumber { text.removeFirst() }
        while let last = text.last, !last.isLetter, !last.isNumber { text.removeLast() }
        return String(text)
    }

    private static func isNumber(_ word: String) -> Bool { word.allSatisfy { $0.isNumber || $0 == "." || $0 == "," } }

    private static let advertisement: Set<String> = [
        "advertisement", "anzeige", "publicité", "publicidad", "publicidade", "pubblicità", "advertentie", "annons",
        "reklama", "реклама", "إعلان", "آگهی", "פרסומת", "广告", "廣告", "広告", "スポンサーリンク", "광고",
        "article continues below", "story continues below advertisement", "skip advertisement",
    ]

    private static let share: Set<String> = [
        // Services and signs of all languages.
        "email", "e-mail", "mail", "tweet", "facebook", "twitter", "whatsapp", "telegram", "linkedin", "pinterest",
        "reddit", "instagram", "messenger", "copy", "link", "viber", "tumblr", "line", "x",
        // English
        "share", "share this", "share this article", "share on facebook", "share on twitter", "share on whatsapp",
        "share on x", "print", "print this", "print this article", "copy link", "save", "save article", "comment",
        "comments", "follow us", "email this", "email this article", "gift article", "listen", "tweet this",
        // Arabic, Persian, Urdu
        "طباعة", "طباعه", "مشاركة", "شارك", "شاركها", "شارك المقال", "تغريد", "غرد", "إرسال", "ارسال", "إرسال إلى صديق",
        "البريد الإلكتروني", "بريد إلكتروني", "نسخ الرابط", "تعليق", "تعليقات", "فيسبوك", "تويتر", "واتساب", "تيليجرام",
        "چاپ", "اشتراک گذاری", "اشتراک‌گذاری", "ارسال به دوستان", "شیئر", "شیئر کریں", "پرنٹ",
        // German
        "teilen", "artikel teilen", "drucken", "merken", "kommentieren", "kommentare", "twittern", "mailen", "vorlesen",
        // French
        "partager", "partager cet article", "imprimer", "envoyer", "envoyer par e-mail", "commenter", "copier le lien",
        "enregistrer", "sauvegarder", "tweeter", "réagir",
        // Spanish, Portuguese
        "compartir", "imprimir", "enviar", "comentar", "guardar", "copiar enlace", "comentarios", "compartilhar",
        "partilhar", "comentários", "copiar link", "twittear", "correo",
        // Italian
        "condividi", "stampa", "invia", "commenta", "salva",
        // Dutch, Swedish, Danish, Norwegian, Finnish
        "delen", "printen", "afdrukken", "reageer", "dela", "skriv ut", "del", "del artikel", "del saken", "udskriv",
        "jaa", "tulosta",
        // Polish, Czech, Slovak, Hungarian, Romanian
        "udostępnij", "drukuj", "skomentuj", "sdílet", "vytisknout", "zdieľať", "vytlačiť", "megosztás", "nyomtatás",
        "distribuie", "printează",
        // Russian, Ukrainian, Bulgarian, Greek, Turkish
        "поделиться", "распечатать", "печать", "комментировать", "поділитися", "друкувати", "сподели", "принтирай",
        "κοινοποίηση", "εκτύπωση", "paylaş", "yazdır", "yorum yap",
        // Hebrew
        "שתף", "שיתוף", "שתפו", "הדפסה", "הדפס", "תגובות",
        // Chinese, Japanese, Korean
        "分享", "分享到", "打印", "列印", "收藏", "评论", "轉發", "转发", "シェア", "シェアする", "ツイート", "印刷", "共有", "保存",
        "공유", "공유하기", "인쇄", "댓글",
        // Indonesian, Vietnamese, Thai, Hindi
        "bagikan", "cetak", "chia sẻ", "in bài viết", "แชร์", "พิมพ์", "साझा करें", "शेयर करें",
    ]
}
