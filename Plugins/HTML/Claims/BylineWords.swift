/// The words of bylines in the languages of news.
enum BylineWords {
    /// What introduces the names of authors, by its first byte, the longer first.
    static let introductions: [[String]] = byByte(introductionWords.sorted { $0.utf8.count > $1.utf8.count }, at: 0)

    private static let introductionWords: [String] = [
        "view all posts by", "all posts by", "posts by", "more by", "more from", "show all articles of",
        "all articles by",
        "zeige alle beiträge von", "alle beiträge von", "alle artikel von", "alles von", "mehr von", "beiträge von",
        "weitere artikel von", "eingestellt von", "gepostet von", "blog beitrag von", "blogbeitrag von", "über",
        "articles par", "tous les articles de", "ver todas las entradas de", "- redaktion:",
        "written by", "posted by", "published by", "reported by", "reporting by", "story by", "words by", "review by",
        "article by", "interview by", "opinion by", "analysis by", "photos and text by", "text and photos by",
        "authored by",
        "submitted by", "created by", "contributed by", "added by", "compiled by", "by line", "byline:", "by",
        "text und fotos", "text und foto", "text & fotos", "text und interview", "text und bild", "texte et photos",
        "geschrieben von", "verfasst von", "veröffentlicht von", "erstellt von", "gepostet von", "ein artikel von",
        "ein beitrag von", "ein gastbeitrag von", "gastbeitrag von", "ein kommentar von", "kommentar von",
        "artikel von",
        "beitrag von", "interview von", "text von", "autor/in:", "autor/in", "autor:in", "autorin", "autoren", "autor",
        "verfasser", "von unserem redakteur", "von unserer redakteurin", "von redakteur", "von redakteurin",
        "redakteur:",
        "redaktion:", "redaktor:", "aus der redaktion von", "von",
        "écrit par", "publié par", "rédigé par", "propos recueillis par", "un article de", "article de", "auteur",
        "texte", "par",
        "scritto da", "pubblicato da", "a cura di", "autore", "testo di", "articolo di", "di",
        "escrito por", "publicado por", "redactado por", "elaborado por", "texto", "por",
        "geschreven door", "auteur:", "tekst:", "door",
        "skrevet av", "skrevet af", "skriven av", "publicerad av", "tekst", "av", "af", "journalist:", "reporter:",
        "text:", "foto und text", "foto & text", "text",
        "kirjoittanut", "teksti", "napsal", "napsala", "autor článku", "tekst i zdjęcia", "szerző:", "írta:", "forrás:",
        "scris de", "autor:", "yazan:", "yazar:", "haber:", "oleh", "penulis:", "laporan", "reporter",
        "автор:", "автор", "текст:", "авторы:", "автори:", "текст", "от", "συντάκτης:", "του", "της", "γράφει",
        "מאת", "بقلم:", "بقلم", "كتب:", "كتب", "کا", "نویسنده:", "लेखक:", "文/", "文／", "文：", "文:", "作者：", "作者:", "作者",
        "责任编辑：", "记者：", "记者", "記者", "執筆", "文・", "writer:", "writer", "author:", "authors:", "author", "authors",
    ]

    /// What follows the names and is about pictures, helpers or times, by the byte behind its space.
    static let credits: [[String]] = byByte(creditWords, at: 1)

    /// Whether a line may start with an introduction, by a look at its bytes.
    static func mayIntroduce(_ line: ArraySlice<UInt8>) -> Bool {
        guard let start = line.firstIndex(where: { $0 > 0x20 }) else { return false }
        let first = line[start]
        // Capitals past ASCII have other bytes than small letters: such a line is looked at whole.
        if first >= 0x80 { return true }
        return introductions[Int(first | 0x20)].contains { word in
            word.utf8.contains { $0 >= 0x80 } || line[start...].starts(withSmall: word)
        }
            || [0x65, 0x61, 0x69, 0x74, 0x66, 0x70, 0x75, 0x64, 0x6E, 0x6B, 0x62, 0x67, 0x72].contains(first | 0x20)
                && line[start...].prefix(120).contains(0x20) && line.count < 200 && startsKind(line[start...])
    }

    /// Whether the first word of a line is a kind of text.
    private static func startsKind(_ line: ArraySlice<UInt8>) -> Bool {
        let word = line.prefix { $0 > 0x20 }
        guard word.count <= 14 else { return false }
        return kindsOfText.contains(String(decoding: word, as: UTF8.self).lowercased())
    }

    private static func byByte(_ words: [String], at place: Int) -> [[String]] {
        var table = [[String]](repeating: [], count: 256)
        for word in words { table[Int(Array(word.utf8)[place])].append(word) }
        return table
    }

    private static let creditWords: [String] = [
        " fotos:", " foto:", " fotos von ", " foto von ", " illustration von ", " illustration:", " illustrationen:",
        " photo:",
        " photos:", " photos by ", " photo by ", " photography by ", " bilder:", " bild:", " bilder von ", " grafik:",
        " video:", " illustrations by ", " illustration by ", " published ", " updated ", " posted on ", " on ",
        " veröffentlicht ",
        " aktualisiert", " stand:", " am ", " vom ", " posted in ", " in category ", " filed under ", " le ",
        " publié ",
        " edited by ", " read more", " last updated", " lesezeit", " min read", " photographs by ", " mit fotos ",
    ]

    /// What stands first in `… von Name`.
    static let kindsOfText: Set<String> = [
        "ein", "eine", "text", "texte", "interview", "artikel", "beitrag", "kommentar", "analyse", "essay", "reportage",
        "bericht", "kolumne", "glosse", "gastbeitrag", "gastkommentar", "porträt", "rezension", "an", "a", "aus", "un",
        "une",
        "aufgezeichnet", "protokolliert", "übersetzt", "fotos", "photos", "das", "news",
    ]

    /// Words between two names.
    static let conjunctions: Set<String> = [
        "and", "und", "et", "y", "e", "og", "och", "en", "ja", "ve", "dan", "oraz", "i", "a", "és", "și", "şi", "with",
        "mit", "con",
        "avec", "и", "і", "та", "και", "و", "&", "+",
    ]

    /// Those of them that join single words too.
    static let strongConjunctions: Set<String> = ["and", "und", "&", "+", "και", "oraz"]

    /// Small words within names.
    static let particles: Set<String> = [
        "von", "van", "de", "der", "den", "del", "della", "di", "da", "dos", "das", "do", "du", "la", "le", "el", "al",
        "bin",
        "ibn", "ben", "zu", "zum", "zur", "vom", "af", "av", "ten", "ter", "te", "op", "y", "e", "i", "und", "van't",
        "ap", "st",
        "degli", "dei", "dal", "lo", "las", "los", "v.", "d.", "auf", "dem", "bint", "abu", "san", "'t", "la", "delle",
        "af",
    ]

    /// Words that no person's name has.
    static let notNames: Set<String> = [
        "newsletter", "kommentare", "kommentar", "comments", "comment", "share", "teilen", "uhr", "min", "minuten",
        "minutes",
        "lesezeit", "read", "login", "anmelden", "abo", "home", "startseite", "mehr", "more", "the", "this", "and",
        "our",
        "news", "artikel", "article", "video", "foto", "fotos", "photo", "photos", "bild", "today", "heute", "drucken",
        "print",
        "facebook", "twitter", "instagram", "whatsapp", "linkedin", "menü", "menu", "suche", "search", "kontakt",
        "impressum",
        "updated", "published", "posted", "veröffentlicht", "aktualisiert", "monday", "tuesday", "wednesday",
        "thursday",
        "friday", "saturday", "sunday", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag",
        "january", "february", "march", "april", "june", "july", "august", "september", "october", "november",
        "december",
        "januar", "februar", "märz", "juni", "juli", "oktober", "dezember", "anzeige", "werbung", "der", "die", "das",
        "ein",
        "eine", "für", "mit", "bei", "über", "wie", "was", "warum", "im", "am", "how", "why", "what", "with", "for",
        "from",
        "zurück", "suchergebnissen", "gesundheit", "ort", "kategorie", "issue", "current", "olympische",
        "pressemitteilung", "pressemitteilungen", "pressemeldung", "meldung", "aktuell", "aktuelle", "aktuelles",
        "sport",
        "politik", "kultur", "wirtschaft", "wissenschaft", "gesellschaft", "panorama", "lokales", "regional",
        "politics",
        "business", "culture", "science", "technology", "health", "world", "deutsche", "deutscher", "deutsches",
        "deutschland",
        "schweiz", "österreich", "europa", "germany", "france", "sprache", "klima", "umwelt", "leben", "reise",
        "ehrenamt",
        "netzwerk", "handball", "fussball", "fußball", "bundesliga", "championships", "presse", "medien", "events",
        "termine",
        "bericht", "interview", "allgemein", "uncategorized", "blog", "unternehmen", "produkte", "service", "themen",
        "politique",
        "économie", "société", "deportes", "política", "economía", "sociedad", "cronaca", "attualità", "creative",
        "commons",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "feed", "follow", "folgen",
        "subscribe",
        "all", "alle", "view", "show", "zur", "zum", "nach", "aus", "to", "in", "on", "about", "über", "latest", "top",
    ]

    /// Words behind a name that do not belong to it.
    static let trailing: Set<String> = [
        "am", "um", "on", "at", "vom", "in", "le", "el", "il", "for", "für", "from", "aus", "published", "updated",
        "posted",
        "veröffentlicht", "aktualisiert", "and", "und", "et", "y", "with", "mit", "wrote", "schreibt", "says", "기자",
        "특파원", "記者",
        "记者", "선임기자", "editor",
    ]

    /// What is put where a name belongs, and is none.
    static let refused: Set<String> = [
        "admin", "administrator", "author", "autor", "autoren", "auteur", "writer", "publisher", "editor", "user",
        "unknown", "benutzername", "username", "autoreninformation", "no author", "wordpressadmin",
        "unbekannt", "anonymous", "anonym", "guest", "gast", "root", "webmaster", "none", "null", "undefined", "nan",
        "n/a",
        "by", "von", "par", "nachrichten", "about the author", "über den autor", "mehr erfahren", "read more", "follow",
        "folgen", "profil", "profile", "kontakt", "contact", "e-mail", "email", "twitter", "facebook", "linkedin",
        "instagram",
        "teilen", "share", "comments", "kommentare", "posts", "all posts", "view all posts", "website", "author name",
        "autor:in",
        "zum autor", "zur person", "zur autorin", "the author", "staff_writer", "wordpress", "typo3", "superuser",
        "super user",
        "wpadmin", "wp-admin", "siteadmin", "datum", "date", "xml", "default", "test", "de", "en", "false", "true",
    ]

    /// Whether a word has a meaning in bylines, so that it is no part of a name.
    static func isInByline(_ word: String) -> Bool {
        introductions[Int(word.utf8.first ?? 0)].contains { $0 == word || $0.utf8.starts(with: word.utf8) }
            || notNames.contains(word) || conjunctions.contains(word) || trailing.contains(word) || isJob(word)
            || isOrganization(word) || kindsOfText.contains(word)
    }

    /// Whether a word names a job.
    static func isJob(_ word: String) -> Bool {
        jobs.contains { word.hasSuffix($0) }
    }

    private static let jobs: [String] = [
        "experte", "expertin", "redakteur", "redakteurin", "redaktor", "redaktorin", "korrespondent", "korrespondentin",
        "reporter", "reporterin", "autor", "autorin", "correspondent", "editor", "writer", "journalist", "journalistin",
        "journaliste", "columnist", "producer", "volontär", "volontärin", "mitarbeiter", "mitarbeiterin",
        "chefredakteur",
        "ressortleiter", "redactor", "redactora", "periodista", "giornalista", "journaliste", "contributor", "analyst",
    ]

    /// Whether a name in small letters is an organisation's.
    static func isOrganization(_ name: String) -> Bool {
        if agencies.contains(name) { return true }
        let words = name.utf8.split(whereSeparator: isSeparator).map { String(Substring($0)) }
        if words.contains(where: { organizations.contains($0) }) { return true }
        if let last = words.last, words.count >= 2,
            ["com", "de", "at", "ch", "org", "net", "info", "eu", "tv", "fr", "it", "co"].contains(last),
            !name.holds(" ")
        {
            return true
        }
        return words.contains { word in organizationEndings.contains { word.hasSuffix($0) && word.count > $0.count } }
    }

    /// Whether a byte stands between the words of a name: one of ` /,.-()|`.
    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x28...0x29).contains(byte) || (0x2C...0x2F).contains(byte) || byte == 0x7C
    }

    private static let agencies: Set<String> = [
        "dpa", "dpa/lno", "agence france-presse", "deutsche presse-agentur", "afp", "ap", "apa", "sda", "epd", "kna",
        "sid", "ddp", "dapd", "reuters", "efe", "ansa", "tass", "upi", "pa",
        "aap", "anp", "belga", "ntb", "ritzau", "tt", "stt", "pap", "čtk", "mti", "agerpres", "antara", "jiji", "kyodo",
        "xinhua", "yonhap", "pti", "ani", "ians", "associated press", "keystone-sda", "bloomberg", "red", "onl", "ots",
        "cnn", "bbc",
    ]

    private static let organizations: Set<String> = [
        "redaktion", "redaction", "redacción", "redazione", "rédaction", "redação", "redactie", "redakcja", "redakce",
        "team",
        "staff", "agency", "agencies", "agentur", "agenturen", "news", "newsdesk", "desk", "gmbh", "ag", "ev", "inc",
        "ltd",
        "llc", "verlag", "zeitung", "magazin", "magazine", "press", "presse", "pressestelle", "dpa", "afp", "reuters",
        "ministerium",
        "ministry", "university", "universität", "institut", "institute", "verband", "stiftung", "foundation", "bund",
        "online",
        "editorial", "editors", "board", "bureau", "webteam", "redaktionsteam", "agence", "agencia", "agenzia",
        "редакция",
        "редакція", "department", "service", "network", "group", "media", "medien", "rundfunk", "radio", "tv", "verein",
        "gesellschaft", "kommission", "departement", "eg", "feuerwehr", "developer", "editors", "bundesamt",
        "behörde", "polizei", "kg", "se", "sa", "digital", "admin", "nachrichten",
    ]

    private static let organizationEndings: [String] = [
        "redaktion", "zeitung", "ministerium", "verband", "stiftung", "nachrichten", "gesellschaft", "magazin", "blatt",
        "institut",
    ]
}
