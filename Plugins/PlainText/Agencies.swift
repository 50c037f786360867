import OffprintModel

/// The agencies that datelines and credits name.
enum Agencies {
    /// Whether a text names one agency, in any of its spellings.
    static func isKnown(_ name: some StringProtocol) -> Bool { known.contains(key(String(name))) }

    /// The agencies of a text that is nothing but their names, as in `AFP/dpa` or `ats afp`; `nil` for another text.
    static func names(in text: String) -> [String]? {
        let text = text.trimmed
        if isKnown(text) { return [text] }
        guard text.utf8.count <= 60 else { return nil }
        for separators in [["/", ",", "=", "·", "、"], [" "]] as [Set<Character>] {
            let parts = text.split { separators.contains($0) }.map(\.trimmed).filter { !$0.isEmpty }
            // A regional service stands beside its agency: `dpa/lni`.
            guard parts.count > 1, parts.contains(where: isKnown) else { continue }
            if parts.allSatisfy({ isKnown($0) || $0.count <= 4 && $0.allSatisfy(\.isLowercase) }) { return parts }
        }
        return nil
    }

    /// Adds the agencies that a line names, such as `Associated Press` under a byline.
    static func add(_ line: String, from origin: Origin, to metadata: inout Metadata) {
        guard let names = names(in: line.hasPrefix("The ") ? String(line.dropFirst(4)) : line) else { return }
        metadata.agencies.add(names.map { Organization($0) }, from: origin)
    }

    /// A name without its dots and spaces, in lower case.
    private static func key(_ name: String) -> String {
        String(String.UnicodeScalarView(name.lowercased().unicodeScalars.filter { $0 != "." && $0.value > 0x20 }))
    }

    private static let known: Set<String> = [
        // Of the world
        "afp", "ap", "associatedpress", "theassociatedpress", "reuters", "thomsonreuters", "dpa", "dpa-afx", "tca",
        "upi", "bloomberg", "efe", "ansa", "tass", "itar-tass", "interfax", "xinhua", "kyodo", "kyodonews", "jiji",
        "ians",
        "pti", "ani", "aa", "anadolu", "cnn", "bbc", "tns", "mct", "prnewswire", "businesswire", "globenewswire", "ots",
        // Europe
        "pa", "pamedia", "pawire", "epa", "epa-efe", "apa", "apa-ots", "ats", "sda", "keystone", "keystone-sda",
        "belga",
        "anp", "tt", "ntb", "ritzau", "stt", "ritzau/afp", "pap", "čtk", "ctk", "tasr", "sita", "mti", "agerpres",
        "mediafax", "bta", "tanjug", "hina", "sta", "srna", "fena", "mia", "ata", "ana-mpa", "amna", "lusa",
        "europapress",
        "adnkronos", "agi", "askanews", "elta", "bns", "leta", "belta", "ukrinform", "unian", "ritm", "dha", "iha",
        "риановости", "ріановини", "тасс", "итар-тасс", "интерфакс", "рейтер", "укринформ", "укрінформ", "унн", "белта",
        "бта", "тањуг", "танјуг", "срна", "απε-μπε", "απε",
        // Asia and Africa
        "mna", "irna", "isna", "wam", "spa", "mena", "kuna", "qna", "petra", "sana", "nna", "wafa", "map", "aps", "tap",
        "antara", "bernama", "yonhap", "newsis", "news1", "cna", "vna", "ttxvn", "nan", "sapa", "aap", "nzpa", "cp",
        "thecanadianpress", "canadianpress", "notimex", "telam", "télam", "agenciabrasil", "estadãoconteúdo",
        "prensalatina",
        "أفب", "افب", "رويترز", "أب", "دبأ", "دبا", "وام", "واس", "قنا", "كونا", "بترا", "سانا", "وفا", "شينخوا", "تاس",
        "رویترز", "ایرنا", "ایسنا", "مهر", "فارس", "新华社", "新華社", "中新社", "中央社", "共同", "共同社", "共同通信", "時事", "時事通信",
        "ロイター", "路透社", "路透", "法新社", "美联社", "美聯社", "연합뉴스", "뉴시스", "뉴스1", "로이터", "רויטרס", "סוכנויותהידיעות",
        "รอยเตอร์", "รอยเตอร์ส", "เอพี", "เอเอฟพี", "ซินหัว",
        // Of pictures
        "getty", "gettyimages", "scanpix", "imago", "alamy", "shutterstock",
    ]
}
