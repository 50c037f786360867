import OffprintEncoding
import Testing

@Suite struct `Undeclared encodings` {
    struct Sample: Sendable, CustomTestStringConvertible {
        var language: String
        var encodings: [String]
        var text: String

        var testDescription: String { language }
    }

    // Sentences of our own, all about a town and its bridge.
    static let samples: [Sample] = [
        Sample(
            language: "de",
            encodings: ["windows-1252", "macintosh"],
            text:
                "Die Stadt hat am Montag mitgeteilt, dass die alte Brücke bis zum Ende des Jahres für den Verkehr gesperrt wird."
        ),
        Sample(
            language: "fr",
            encodings: ["windows-1252", "macintosh"],
            text:
                "La mairie a annoncé lundi que le vieux pont sera fermé pour des travaux jusqu'à la fin de l'année."
        ),
        Sample(
            language: "es",
            encodings: ["windows-1252", "macintosh"],
            text:
                "El ayuntamiento dijo el lunes que el viejo puente estará cerrado por obras hasta que termine el año."
        ),
        Sample(
            language: "it",
            encodings: ["windows-1252", "macintosh"],
            text:
                "Il comune ha detto lunedì che il vecchio ponte della città resterà chiuso per i lavori fino alla fine dell'anno."
        ),
        Sample(
            language: "pt",
            encodings: ["windows-1252", "macintosh"],
            text:
                "A câmara disse na segunda-feira que a ponte velha não vai abrir ao trânsito até ao fim do ano, mas os peões podem passar."
        ),
        Sample(
            language: "sv",
            encodings: ["windows-1252", "macintosh"],
            text:
                "Kommunen säger att den gamla bron ska vara stängd för trafik till slutet av året, men att det går att gå över den."
        ),
        Sample(
            language: "da",
            encodings: ["windows-1252", "macintosh"],
            text:
                "Kommunen siger, at den gamle bro skal være lukket for biler, og at arbejdet ikke er færdigt før efter nytår, men at nogle kan gå over."
        ),
        Sample(
            language: "is",
            encodings: ["windows-1252"],
            text:
                "Bærinn segir að gamla brúin verði lokuð fyrir bíla til áramóta og að það sé ekki hægt að fara yfir hana."
        ),
        Sample(
            language: "fi",
            encodings: ["windows-1252", "macintosh"],
            text:
                "Kaupunki kertoo, että vanha silta on suljettu vuoden loppuun, mutta sen yli voi vielä kävellä, kun työt ovat alussa."
        ),
        Sample(
            language: "pl",
            encodings: ["windows-1250", "iso-8859-2"],
            text:
                "Miasto podało w poniedziałek, że stary most będzie zamknięty do końca roku i nie można po nim jeździć."
        ),
        Sample(
            language: "cs",
            encodings: ["windows-1250", "iso-8859-2"],
            text:
                "Město v pondělí oznámilo, že starý most bude uzavřen do konce roku a že přes něj nebude možné jezdit, ale lidé projdou."
        ),
        Sample(
            language: "sk",
            encodings: ["windows-1250", "iso-8859-2"],
            text:
                "Mesto v pondelok oznámilo, že starý most bude uzavretý do konca roka a že cez neho sa nebude dať jazdiť, ale ľudia prejdú."
        ),
        Sample(
            language: "hu",
            encodings: ["windows-1250", "iso-8859-2"],
            text:
                "A város hétfőn azt közölte, hogy a régi híd az év végéig le lesz zárva, és nem lehet rajta autóval átmenni."
        ),
        Sample(
            language: "hr",
            encodings: ["windows-1250", "iso-8859-2"],
            text:
                "Grad je objavio da će stari most biti zatvoren do kraja godine, što znači da nije moguće prijeći automobilom, kazao je tko zna prije nego itko."
        ),
        Sample(
            language: "sl",
            encodings: ["windows-1250", "iso-8859-2"],
            text:
                "Mesto je sporočilo, da bo stari most zaprt do konca leta in da se z avtom ne bo dalo peljati čez, kar ljudi jezi."
        ),
        Sample(
            language: "tr",
            encodings: ["windows-1254"],
            text:
                "Belediye pazartesi günü eski köprünün yıl sonuna kadar kapalı olduğunu ve bu iş için çok para gerektiğini söyledi."
        ),
        Sample(
            language: "et",
            encodings: ["windows-1257"],
            text:
                "Linn ütles, et vana sild on aasta lõpuni suletud ja et autoga üle silla ei saa, aga jalgsi on see siiski võimalik."
        ),
        Sample(
            language: "lv",
            encodings: ["windows-1257"],
            text:
                "Pilsēta ziņoja, ka vecais tilts būs slēgts līdz gada beigām un ka ar mašīnu pāri tikt nevar, bet kājām to var."
        ),
        Sample(
            language: "lt",
            encodings: ["windows-1257"],
            text:
                "Miestas pranešė, kad senasis tiltas bus uždarytas iki metų pabaigos ir kad automobiliu per jį važiuoti nebus galima, bet pėsčiomis dar galima."
        ),
        Sample(
            language: "ru",
            encodings: ["windows-1251", "iso-8859-5", "koi8-r", "ibm866", "x-mac-cyrillic", "ibm855"],
            text:
                "Городские власти сообщили, что старый мост будет закрыт до конца года и что по нему не проехать на машине."
        ),
        Sample(
            language: "bg",
            encodings: ["windows-1251", "iso-8859-5", "koi8-r", "ibm866", "x-mac-cyrillic", "ibm855"],
            text:
                "Общината съобщи, че старият мост ще бъде затворен до края на годината и че през него не може да се минава."
        ),
        Sample(
            language: "uk",
            encodings: ["windows-1251", "koi8-u", "iso-8859-5"],
            text:
                "Міська влада повідомила, що старий міст буде закрито до кінця року і що через нього не можна проїхати."
        ),
        Sample(
            language: "sr",
            encodings: ["windows-1251", "iso-8859-5"],
            text:
                "Град је саопштио да ће стари мост бити затворен до краја године и да се преко њега не може колима."
        ),
        Sample(
            language: "el",
            encodings: ["windows-1253", "iso-8859-7"],
            text:
                "Ο δήμος ανακοίνωσε ότι η παλιά γέφυρα θα μείνει κλειστή."
        ),
        Sample(
            language: "he",
            encodings: ["windows-1255", "iso-8859-8"],
            text:
                "העירייה הודיעה כי הגשר הישן יהיה סגור עד סוף השנה, אבל הולכי רגל יוכלו לעבור גם אחרי זה על הגשר."
        ),
        Sample(
            language: "ar",
            encodings: ["windows-1256", "iso-8859-6"],
            text:
                "أعلنت البلدية أن الجسر القديم سيغلق حتى نهاية العام بعد أن ظهرت شقوق في أعمدته، وقال رئيسها إن المشاة يمكنهم العبور من عليه."
        ),
        Sample(
            language: "th",
            encodings: ["windows-874"],
            text:
                "เทศบาลประกาศว่าสะพานเก่าจะปิดจนถึงสิ้นปี"
        ),
        Sample(
            language: "ja",
            encodings: ["shift_jis", "euc-jp"],
            text:
                "市は月曜日、古い橋を年末まで通行止めにすると発表した。"
        ),
        Sample(
            language: "zh",
            encodings: ["gb18030"],
            text:
                "市政府星期一宣布，旧桥将关闭至年底，行人仍可通过。"
        ),
        Sample(
            language: "ko",
            encodings: ["euc-kr", "johab"],
            text:
                "시는 월요일에 오래된 다리를 연말까지 폐쇄한다고 발표했다."
        ),
        Sample(
            language: "ro",
            encodings: ["windows-1250", "iso-8859-2"],
            text:
                "Primăria a spus luni că podul vechi va fi închis până la sfârşitul anului şi că nu se poate trece cu maşina."
        ),
        Sample(
            language: "zh-Hant",
            encodings: ["big5"],
            text:
                "市政府星期一宣布，舊橋將關閉至年底，行人仍可通過。"
        ),
    ]

    @Test(arguments: samples) func `are told by a sentence`(_ sample: Sample) throws {
        for encoding in sample.encodings {
            let bytes = try #require(Encoder(encoding).encode(sample.text), "\(encoding)")
            let decoded = TextDecoding.decode(bytes)
            #expect(String(decoding: decoded.utf8, as: UTF8.self) == sample.text, "\(encoding)")
            #expect(decoded.evidence == .statistics && decoded.repairs == 0)
            #expect(decoded.confidence > 0.25 && decoded.confidence < 1)
        }
    }

    @Test(arguments: samples) func `are told within markup too`(_ sample: Sample) throws {
        let page = "<html><head><title>x</title></head><body class=\"a\"><p>\(sample.text)</p></body></html>"
        let bytes = try #require(Encoder(sample.encodings[0]).encode(page))
        #expect(String(decoding: TextDecoding.decode(bytes).utf8, as: UTF8.self) == page)
    }

    @Test func `more text makes surer`() throws {
        let russian = try #require(Self.samples.first { $0.language == "ru" })
        let bytes = try #require(Encoder("windows-1251").encode(russian.text))
        let (short, long) = (TextDecoding.decode(Array(bytes.prefix(6))), TextDecoding.decode(bytes))
        #expect(short.confidence < long.confidence && long.confidence > 0.6)
    }

    @Test func `UTF-16 without a mark is seen in scripts without zero bytes`() {
        let text = "市は月曜日、古い橋を年末まで通行止めにすると発表した。\n渡し船が増える。\n"
        let bytes = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let decoded = TextDecoding.decode(bytes)
        #expect(String(decoding: decoded.utf8, as: UTF8.self) == text && decoded.encoding == "utf-16le")
        let swapped = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(TextDecoding.decode(swapped).encoding == "utf-16be")
    }

    @Test func `a person may name the encoding`() throws {
        let bytes: [UInt8] = [0xCC, 0xEE, 0xF1, 0xF2]
        func text(_ label: String) -> String? {
            TextDecoding.decode(bytes, as: label).map { String(decoding: $0.utf8, as: UTF8.self) }
        }
        #expect(text("windows-1251") == "Мост" && text("CP1251") == "Мост" && text("latin1") == "Ìîñò")
        #expect(text("ibm855") != nil && text("johab") != nil && text("no-such") == nil)
        #expect(TextDecoding.decode([0x41, 0, 0, 0], as: "UTF-32LE")?.utf8 == [0x41])
    }

    @Test func `any bytes are decoded, in time that grows with them alone`() {
        var state: UInt64 = 7
        func next() -> UInt8 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 33)
        }
        for length in 0..<300 {
            let bytes = (0..<length).map { _ in next() }
            let decoded = TextDecoding.decode(bytes)
            #expect(String(validating: decoded.utf8, as: UTF8.self) != nil)
        }
        // One word without an end, and no ASCII at all.
        let run = [UInt8](repeating: 0xE9, count: 300_000)
        #expect(TextDecoding.decode(run).utf8.count >= run.count)
    }
}
