import Testing

@testable import OffprintLanguage

@Suite struct `Languages` {
    struct Sample: Sendable, CustomTestStringConvertible {
        let tag: String
        let text: String
        var testDescription: String { tag }
    }

    // Sentences of our own, all about a town and its bridge.
    static let samples: [Sample] = [
        Sample(
            tag: "en",
            text:
                "The council said on Monday that the old bridge would be closed for repairs until the end of the year."
        ),
        Sample(
            tag: "de",
            text:
                "Die Stadt hat am Montag mitgeteilt, dass die alte Brücke bis zum Ende des Jahres für den Verkehr gesperrt wird."
        ),
        Sample(
            tag: "fr",
            text: "La mairie a annoncé lundi que le vieux pont sera fermé pour des travaux jusqu'à la fin de l'année."
        ),
        Sample(
            tag: "es",
            text: "El ayuntamiento dijo el lunes que el viejo puente estará cerrado por obras hasta que termine el año."
        ),
        Sample(
            tag: "it",
            text:
                "Il comune ha detto lunedì che il vecchio ponte della città resterà chiuso per i lavori fino alla fine dell'anno."
        ),
        Sample(
            tag: "pt",
            text:
                "A câmara disse na segunda-feira que a ponte velha não vai abrir ao trânsito até ao fim do ano, mas os peões podem passar."
        ),
        Sample(
            tag: "nl",
            text:
                "De gemeente heeft maandag gezegd dat de oude brug tot het einde van het jaar voor het verkeer dicht is."
        ),
        Sample(
            tag: "sv",
            text:
                "Kommunen säger att den gamla bron ska vara stängd för trafik till slutet av året, men att det går att gå över den."
        ),
        Sample(
            tag: "da",
            text:
                "Kommunen siger, at den gamle bro skal være lukket for biler, og at arbejdet ikke er færdigt før efter nytår, men at nogle kan gå over."
        ),
        Sample(
            tag: "nb",
            text:
                "Kommunen sier at den gamle broen skal være stengt for biler, og at arbeidet ikke er ferdig før etter nyttår, men at noen kan gå over."
        ),
        Sample(
            tag: "is",
            text:
                "Bærinn segir að gamla brúin verði lokuð fyrir bíla til áramóta og að það sé ekki hægt að fara yfir hana."
        ),
        Sample(
            tag: "pl",
            text:
                "Miasto podało w poniedziałek, że stary most będzie zamknięty do końca roku i nie można po nim jeździć."
        ),
        Sample(
            tag: "cs",
            text:
                "Město v pondělí oznámilo, že starý most bude uzavřen do konce roku a že přes něj nebude možné jezdit, ale lidé projdou."
        ),
        Sample(
            tag: "sk",
            text:
                "Mesto v pondelok oznámilo, že starý most bude uzavretý do konca roka a že cez neho sa nebude dať jazdiť, ale ľudia prejdú."
        ),
        Sample(
            tag: "hu",
            text:
                "A város hétfőn azt közölte, hogy a régi híd az év végéig le lesz zárva, és nem lehet rajta autóval átmenni."
        ),
        Sample(
            tag: "ro",
            text:
                "Primăria a spus luni că podul vechi va fi închis până la sfârșitul anului și că nu se poate trece cu mașina."
        ),
        Sample(
            tag: "fi",
            text:
                "Kaupunki kertoo, että vanha silta on suljettu vuoden loppuun, mutta sen yli voi vielä kävellä, kun työt ovat alussa."
        ),
        Sample(
            tag: "et",
            text:
                "Linn ütles, et vana sild on aasta lõpuni suletud ja et autoga üle silla ei saa, aga jalgsi on see siiski võimalik."
        ),
        Sample(
            tag: "lv",
            text:
                "Pilsēta ziņoja, ka vecais tilts būs slēgts līdz gada beigām un ka ar mašīnu pāri tikt nevar, bet kājām to var."
        ),
        Sample(
            tag: "lt",
            text:
                "Miestas pranešė, kad senasis tiltas bus uždarytas iki metų pabaigos ir kad automobiliu per jį važiuoti nebus galima, bet pėsčiomis dar galima."
        ),
        Sample(
            tag: "tr",
            text:
                "Belediye pazartesi günü eski köprünün yıl sonuna kadar kapalı olduğunu ve bu iş için çok para gerektiğini söyledi."
        ),
        Sample(
            tag: "az",
            text:
                "Bələdiyyə bildirib ki, köhnə körpü ilin sonuna qədər bağlı olacaq və bu iş üçün daha çox vaxt lazımdır."
        ),
        Sample(
            tag: "id",
            text:
                "Pemerintah kota mengatakan bahwa jembatan tua itu akan ditutup hingga akhir tahun karena perbaikan dan tidak bisa dilewati mobil."
        ),
        Sample(
            tag: "ms",
            text:
                "Majlis bandaran berkata bahawa jambatan lama itu akan ditutup sehingga akhir tahun kerana kerja pembaikan dan tidak boleh dilalui kereta."
        ),
        Sample(
            tag: "vi",
            text:
                "Thành phố cho biết cây cầu cũ sẽ đóng cửa đến cuối năm và người dân không được đi qua trong khi sửa chữa."
        ),
        Sample(
            tag: "ca",
            text:
                "L'ajuntament ha dit que el pont vell serà tancat per obres fins a finals d'any i que els veïns no hi poden passar amb cotxe."
        ),
        Sample(
            tag: "eu",
            text:
                "Udalak esan du zubi zaharra urte amaiera arte itxita egongo dela eta ezin izango dela autoz igaro, baina oinez bai."
        ),
        Sample(
            tag: "hr",
            text:
                "Grad je objavio da će stari most biti zatvoren do kraja godine, što znači da nije moguće prijeći automobilom, kazao je tko zna prije nego itko."
        ),
        Sample(
            tag: "sl",
            text:
                "Mesto je sporočilo, da bo stari most zaprt do konca leta in da se z avtom ne bo dalo peljati čez, kar ljudi jezi."
        ),
        Sample(
            tag: "sq",
            text:
                "Bashkia tha se ura e vjetër do të jetë e mbyllur deri në fund të vitit dhe nuk mund të kalohet me makinë."
        ),
        Sample(
            tag: "af",
            text:
                "Die stad het Maandag gesê dat die ou brug tot die einde van die jaar gesluit is en dat hulle nie daaroor kan ry nie."
        ),
        Sample(
            tag: "sw",
            text:
                "Baraza la mji limesema kwamba daraja la zamani litafungwa hadi mwisho wa mwaka kwa ajili ya ukarabati na magari ya watu hayo hayataruhusiwa."
        ),
        Sample(
            tag: "ru",
            text:
                "Городские власти сообщили, что старый мост будет закрыт до конца года и что по нему не проехать на машине."
        ),
        Sample(
            tag: "uk",
            text:
                "Міська влада повідомила, що старий міст буде закрито до кінця року і що через нього не можна проїхати."
        ),
        Sample(
            tag: "be",
            text: "Гарадскія ўлады паведамілі, што стары мост будзе закрыты да канца года і што праз яго не праехаць."
        ),
        Sample(
            tag: "bg",
            text:
                "Общината съобщи, че старият мост ще бъде затворен до края на годината и че през него не може да се минава."
        ),
        Sample(
            tag: "sr",
            text: "Град је саопштио да ће стари мост бити затворен до краја године и да се преко њега не може колима."
        ),
        Sample(
            tag: "mk",
            text:
                "Градот соопшти дека стариот мост ќе биде затворен до крајот на годината и дека преку него не може да се помине."
        ),
        Sample(
            tag: "kk",
            text:
                "Қала әкімдігі ескі көпір жыл соңына дейін жабық болады деп хабарлады, бұл жөндеу үшін керек және уақытша."
        ),
        Sample(tag: "el", text: "Ο δήμος ανακοίνωσε ότι η παλιά γέφυρα θα μείνει κλειστή."),
        Sample(tag: "hy", text: "Քաղաքը հայտնեց, որ հին կամուրջը փակ կլինի։"),
        Sample(tag: "ka", text: "ქალაქმა განაცხადა, რომ ძველი ხიდი დაიხურება."),
        Sample(
            tag: "he",
            text: "העירייה הודיעה כי הגשר הישן יהיה סגור עד סוף השנה, אבל הולכי רגל יוכלו לעבור גם אחרי זה על הגשר."
        ),
        Sample(tag: "yi", text: "די שטאט האט געזאגט אז די אלטע בריק איז פארמאכט און מען קען נישט פארן מיט א קאר."),
        Sample(
            tag: "ar",
            text:
                "أعلنت البلدية أن الجسر القديم سيغلق حتى نهاية العام بعد أن ظهرت شقوق في أعمدته، وقال رئيسها إن المشاة يمكنهم العبور من عليه."
        ),
        Sample(
            tag: "fa",
            text:
                "شهرداری اعلام کرد که پل قدیمی تا پایان سال بسته است و خودروها نمی‌توانند از آن عبور کنند، اما این کار برای ایمنی لازم است."
        ),
        Sample(
            tag: "ur",
            text: "بلدیہ نے کہا ہے کہ پرانا پل سال کے آخر تک بند رہے گا اور اس پر گاڑیاں نہیں چل سکیں گی۔"
        ),
        Sample(
            tag: "ps",
            text: "ښاروالۍ ويلي چې زوړ پل به د کال تر پایه تړلی وي او موټرونه نه شي کولی چې له هغه څخه تېر شي."
        ),
        Sample(
            tag: "ckb",
            text:
                "شارەوانی ڕایگەیاند کە پردە کۆنەکە تا کۆتایی ساڵ داخراوە و ئەم کارە بۆ سەلامەتی هەموو کەس پێویستە لە شار."
        ),
        Sample(tag: "hi", text: "नगर परिषद ने कहा है कि पुराना पुल साल के अंत तक बंद रहेगा और इस पर गाड़ियां नहीं चलेंगी।"),
        Sample(tag: "mr", text: "नगरपालिकेने सांगितले की जुना पूल वर्षाच्या अखेरपर्यंत बंद आहे आणि त्यावरून वाहने जाणार नाही, असे त्यांनी सांगितले होते."),
        Sample(
            tag: "bn",
            text: "পৌরসভা জানিয়েছে যে পুরনো সেতু এই বছরের শেষ পর্যন্ত বন্ধ থাকবে এবং গাড়ি চলাচল করা যাবে না, তবে হেঁটে পার হওয়ার জন্য একটি পথ থাকবে।"
        ),
        Sample(tag: "ta", text: "பழைய பாலம் ஆண்டு இறுதி வரை மூடப்படும்."),
        Sample(tag: "th", text: "เทศบาลประกาศว่าสะพานเก่าจะปิดจนถึงสิ้นปี"),
        Sample(tag: "ja", text: "市は月曜日、古い橋を年末まで通行止めにすると発表した。"),
        Sample(tag: "zh", text: "市政府星期一宣布，旧桥将关闭至年底，行人仍可通过。"),
        Sample(tag: "ko", text: "시는 월요일에 오래된 다리를 연말까지 폐쇄한다고 발표했다."),
    ]

    @Test(arguments: samples) func `a sentence is enough`(_ sample: Sample) {
        let found = LanguageIdentifier.identify(Array(sample.text.utf8))
        #expect(found.tag == sample.tag)
        #expect(found.confidence > 0)
    }

    @Test(arguments: samples) func `capitals and repetition change nothing`(_ sample: Sample) {
        let text = String(repeating: sample.text + "\n\n", count: 3)
        #expect(LanguageIdentifier.identify(Array(text.utf8)).tag == sample.tag)
    }

    @Test(
        arguments: [
            "", " \n", "Email", "OK", "12 345,67", "Breaking news", "Angela Merkel", "Москва", "محمد", "東京", "שלום",
            "Reuters AFP DPA EFE TASS", "lorem ipsum dolor sit amet consectetur adipiscing elit",
            "Kraków Praha Wien Budapest Bratislava Ljubljana Zagreb",
            "de la", "x = y + z; if (a) { b(); }", "\u{FFFD}\u{FFFD}\u{FFFD}",
            "The bridge is closed. Мост закрыт до конца года. الجسر مغلق حتى نهاية العام. 旧桥将关闭至年底",
        ]
    ) func `what is short or mixed stays undetermined`(_ text: String) {
        #expect(LanguageIdentifier.identify(Array(text.utf8)) == .undetermined)
    }

    @Test func `a text in capitals is read like any other`() {
        let text = "THE COUNCIL SAID THAT THE OLD BRIDGE WOULD BE CLOSED FOR THE REST OF THE YEAR."
        #expect(LanguageIdentifier.identify(Array(text.utf8)).tag == "en")
        let russian = "СТАРЫЙ МОСТ БУДЕТ ЗАКРЫТ ДО КОНЦА ГОДА, И ПО НЕМУ НЕ ПРОЕХАТЬ НА МАШИНЕ, ПОТОМУ ЧТО ЭТО ОПАСНО."
        #expect(LanguageIdentifier.identify(Array(russian.utf8)).tag == "ru")
    }

    @Test func `Hebrew with few function words is Hebrew`() {
        let text =
            "תושבי שכונת הנמל התעוררו הבוקר לרעש מכונות כבדות. עובדי חברת הבנייה פירקו מעקות ישנים, והמהנדס "
            + "הראשי הסביר לעיתונאים כי העמודים התחתונים נסדקו. את המכונות הביאו אתמול בלילה על גבי משאיות."
        #expect(LanguageIdentifier.identify(Array(text.utf8)).tag == "he")
    }

    @Test func `letters one by one are no language`() {
        let text = String(repeating: "D a t e s i m e o l c y n \n", count: 50)
        #expect(LanguageIdentifier.identify(Array(text.utf8)) == .undetermined)
    }

    @Test func `foreign names do not sway a text`() {
        let text = "据报道，Apple、Microsoft 和 Google 三家公司的代表星期一在旧桥旁边会面，讨论了大桥的维修费用。"
        #expect(LanguageIdentifier.identify(Array(text.utf8)).tag == "zh")
    }

    @Test func `bytes that are no UTF-8 do no harm`() {
        let bytes = (0..<5_000).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 / 256) }
        _ = LanguageIdentifier.identify(bytes)
        #expect(LanguageIdentifier.identify([0xC3, 0xE2, 0x82, 0xF0, 0x9F]) == .undetermined)
    }
}

@Suite struct `Profiles of languages` {
    @Test(arguments: Script.allCases) func `name each word once`(script: Script) {
        for profile in LanguageProfile.profiles(for: script) {
            let words = profile.words.split(separator: " ", omittingEmptySubsequences: false)
            #expect(Set(words).count == words.count, "\(profile.tag)")
        }
    }
}
