/// The words that stand beside a date in the line over the text which says when an article was published.
enum DateWords {
    /// Whether a text holds nothing but such words, numbers and signs.
    static func areAll(of text: String) -> Bool {
        let text = text.lowercased()
        if labels.contains(where: { text.hasPrefix($0) && isBare(text.dropFirst($0.count)) }) { return true }
        return isBare(text[...])
    }

    /// Whether a text names a day of the week.
    static func nameWeekday(_ text: String) -> Bool {
        text.lowercased().split { !$0.isLetter && $0 != "-" }.contains { weekdays.contains(String($0)) }
    }

    private static func isBare(_ text: Substring) -> Bool {
        text.split { !$0.isLetter && $0 != "-" }.allSatisfy { part in
            part.allSatisfy { !$0.isLetter } || weekdays.contains(String(part)) || small.contains(String(part))
        }
    }

    private static let labels = [
        "first published", "published", "posted", "last updated", "updated", "last modified", "modified", "created",
        "date", "issued", "released", "veröffentlicht", "erstellt", "aktualisiert", "erschienen", "publiziert",
        "datum", "stand", "publié", "publication", "mis en ligne", "mis à jour", "modifié", "créé", "publicado",
        "publicada", "actualizado", "actualizada", "fecha", "atualizado", "atualizada", "data", "pubblicato",
        "aggiornato", "gepubliceerd", "geplaatst", "bijgewerkt", "gewijzigd", "publicerad", "publicerat", "uppdaterad",
        "uppdaterat", "publiceret", "offentliggjort", "opdateret", "publisert", "oppdatert", "julkaistu", "päivitetty",
        "opublikowano", "publikacja", "aktualizacja", "zaktualizowano", "zveřejněno", "publikováno", "vydáno",
        "aktualizováno", "aktualizované", "publikované", "megjelent", "közzétéve", "frissítve", "frissült",
        "objavljeno",
        "ažurirano", "publicat", "actualizat", "опубликовано", "дата публикации", "дата", "обновлено", "изменено",
        "опубліковано", "оновлено", "публикувано", "обновена", "објављено", "δημοσιεύθηκε", "δημοσίευση", "ενημερώθηκε",
        "yayınlanma", "yayın tarihi", "yayınlandı", "güncelleme", "güncellendi", "güncelle", "diterbitkan",
        "dipublikasikan",
        "diperbarui", "ngày đăng", "cập nhật", "نشر في", "نُشر", "نشرت", "نشر", "تاريخ النشر", "التاريخ", "آخر تحديث",
        "تحديث", "تاریخ انتشار", "منتشر شده", "פורסם", "עודכן", "תאריך", "发布时间", "发布日期", "发表时间", "发表于", "发布于", "发布",
        "更新时间",
        "更新", "發布時間", "發佈時間", "發布", "更新時間", "公開日", "公開", "掲載日", "掲載", "配信", "投稿日", "更新日", "発行日",
        "입력", "등록", "수정", "게시", "승인", "เผยแพร่", "อัปเดต", "แก้ไข", "วันที่", "प्रकाशित", "अपडेट",
    ].sorted { $0.count > $1.count }

    private static let weekdays: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed",
        "thu",
        "thur", "thurs", "fri", "sat", "sun", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag",
        "sonnabend", "sonntag", "mo", "di", "mi", "do", "fr", "sa", "so", "lundi", "mardi", "mercredi", "jeudi",
        "vendredi", "samedi", "dimanche", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo",
        "segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "lunedì", "martedì", "mercoledì",
        "giovedì", "venerdì", "sabato", "domenica", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag",
        "zaterdag", "zondag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag", "mandag",
        "tirsdag",
        "lørdag", "søndag", "maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai", "sunnuntai",
        "poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela", "pondělí", "úterý", "středa",
        "čtvrtek", "pátek", "neděle", "pondelok", "utorok", "streda", "štvrtok", "piatok", "nedeľa", "hétfő", "kedd",
        "szerda", "csütörtök", "péntek", "szombat", "vasárnap", "luni", "marți", "miercuri", "joi", "vineri", "sâmbătă",
        "duminică", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье", "понеділок",
        "вівторок", "середа", "четвер", "п'ятниця", "субота", "неділя", "понеделник", "сряда", "четвъртък", "петък",
        "събота", "неделя", "δευτέρα", "τρίτη", "τετάρτη", "πέμπτη", "παρασκευή", "σάββατο", "κυριακή", "pazartesi",
        "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar", "senin", "selasa", "rabu", "kamis", "jumat",
        "sabtu", "minggu", "الاثنين", "الإثنين", "الثلاثاء", "الأربعاء", "الاربعاء", "الخميس", "الجمعة", "السبت",
        "الأحد", "الاحد", "دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه", "שני", "שלישי", "רביעי",
        "חמישי", "שישי", "שבת", "ראשון", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日", "星期天",
        "月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日", "日曜日", "월요일", "화요일", "수요일", "목요일", "금요일", "토요일",
        "일요일", "จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์",
    ]

    /// Small words, hours and zones.
    private static let small: Set<String> = [
        "on", "at", "the", "of", "am", "pm", "a", "p", "m", "h", "uhr", "um", "vom", "den", "der", "le", "à", "el",
        "las",
        "em", "às", "il", "alle", "ore", "op", "om", "uur", "kl", "klo", "dnia", "o", "godz", "v", "в", "от", "г",
        "года", "р", "року", "о", "на", "год", "ob", "u", "saat", "pukul", "wib", "lúc", "في", "يوم", "الساعة", "ه",
        "م",
        "ביום", "ה", "בשעה", "gmt", "utc", "z", "bst", "ist", "cet", "cest", "est", "edt", "cst", "cdt", "mst",
        "mdt", "pst", "pdt", "et", "msk", "мск", "jst", "kst", "日", "日付", "時", "分", "时", "오전", "오후", "เวลา", "น",
    ]
}
