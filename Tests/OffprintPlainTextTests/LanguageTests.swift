import Offprint
import Testing

/// Short articles of our own, all about the same bridge.
@Suite struct `Articles of many languages` {
    struct Sample: Sendable, CustomTestStringConvertible {
        var language: String
        var title: String
        var byline: String
        var author: String
        var body: [String]
        var direction = Direction.leftToRight

        var testDescription: String { language }
    }

    static let samples: [Sample] = [
        Sample(
            language: "en",
            title: "Harbour bridge stays shut",
            byline: "By Ann Lee",
            author: "Ann Lee",
            body: [
                "The old bridge in the harbour will be closed until spring, the council said on Monday.",
                "A ferry will carry people across, and tickets for the bus are valid on board.",
            ]
        ),
        Sample(
            language: "de",
            title: "Hafenbrücke bleibt gesperrt",
            byline: "Von Jan Müller",
            author: "Jan Müller",
            body: [
                "Die alte Brücke im Hafen bleibt bis zum Frühjahr gesperrt, teilte die Stadt am Montag mit.",
                "Eine Fähre bringt die Leute hinüber, und die Fahrkarten für den Bus gelten auch an Bord.",
            ]
        ),
        Sample(
            language: "fr",
            title: "Le pont du port reste fermé",
            byline: "Par Zoé Petit",
            author: "Zoé Petit",
            body: [
                "Le vieux pont du port restera fermé jusqu'au printemps, a annoncé la mairie lundi.",
                "Un bac transportera les passagers, et les billets de bus seront valables à bord.",
            ]
        ),
        Sample(
            language: "es",
            title: "El puente del puerto sigue cerrado",
            byline: "Por Ana Gil",
            author: "Ana Gil",
            body: [
                "El viejo puente del puerto seguirá cerrado hasta la primavera, dijo el ayuntamiento el lunes.",
                "Un barco llevará a la gente al otro lado, y los billetes de autobús serán válidos a bordo.",
            ]
        ),
        Sample(
            language: "it",
            title: "Il ponte del porto resta chiuso",
            byline: "Di Carla Neri",
            author: "Carla Neri",
            body: [
                "Il vecchio ponte del porto resterà chiuso fino alla primavera, ha detto lunedì il comune.",
                "Un traghetto porterà le persone sull'altra riva, e i biglietti dell'autobus valgono anche a bordo.",
            ]
        ),
        Sample(
            language: "pt",
            title: "A ponte do porto continua fechada",
            byline: "Por Rui Matos",
            author: "Rui Matos",
            body: [
                "A velha ponte do porto vai continuar fechada até à primavera, disse a câmara na segunda-feira.",
                "Um barco vai levar as pessoas para o outro lado, e os bilhetes do autocarro não perdem a validade.",
            ]
        ),
        Sample(
            language: "nl",
            title: "De havenbrug blijft dicht",
            byline: "Door Piet de Boer",
            author: "Piet de Boer",
            body: [
                "De oude brug in de haven blijft tot het voorjaar gesloten, zei de gemeente maandag.",
                "Een veerboot brengt de mensen naar de overkant, en kaartjes voor de bus zijn ook aan boord geldig.",
            ]
        ),
        Sample(
            language: "sv",
            title: "Bron i hamnen är stängd",
            byline: "Av Lars Holm",
            author: "Lars Holm",
            body: [
                "Den gamla bron i hamnen ska vara stängd till våren, sade kommunen på måndagen.",
                "En färja ska ta folk över vattnet, och biljetter till bussen gäller också ombord.",
            ]
        ),
        Sample(
            language: "pl",
            title: "Most w porcie zamknięty",
            byline: "Autor: Ewa Kowalska",
            author: "Ewa Kowalska",
            body: [
                "Stary most w porcie będzie zamknięty do wiosny, podało w poniedziałek miasto.",
                "Prom będzie przewoził ludzi na drugi brzeg, a bilety autobusowe są ważne także na nim.",
            ]
        ),
        Sample(
            language: "ru",
            title: "Мост в порту закрыт",
            byline: "Автор: Анна Лисина",
            author: "Анна Лисина",
            body: [
                "Старый мост в порту будет закрыт до весны, сообщили в понедельник городские власти.",
                "Людей будет перевозить паром, и билеты на автобус будут действовать и на нем.",
            ]
        ),
        Sample(
            language: "tr",
            title: "Liman köprüsü kapalı kalıyor",
            byline: "Yazan: Ayşe Demir",
            author: "Ayşe Demir",
            body: [
                "Belediye pazartesi günü limandaki eski köprünün bahara kadar kapalı kalacağını söyledi.",
                "Bir vapur insanları karşıya taşıyacak ve otobüs biletleri bu vapurda da geçerli olacak.",
            ]
        ),
        Sample(
            language: "ar",
            title: "جسر الميناء مغلق",
            byline: "بقلم سلمى الحداد",
            author: "سلمى الحداد",
            body: [
                "أعلنت البلدية يوم الاثنين أن الجسر القديم في الميناء سيبقى مغلقا حتى الربيع.",
                "وستنقل عبارة الناس إلى الضفة الأخرى، وقالت البلدية إن تذاكر الحافلة صالحة على متنها.",
            ],
            direction: .rightToLeft
        ),
        Sample(
            language: "he",
            title: "גשר הנמל נשאר סגור",
            byline: "מאת דנה לוי",
            author: "דנה לוי",
            body: [
                "העירייה הודיעה ביום שני כי הגשר הישן בנמל יהיה סגור עד האביב.",
                "מעבורת תסיע את האנשים לצד השני, וכרטיסי האוטובוס תקפים גם על המעבורת הזאת.",
            ],
            direction: .rightToLeft
        ),
        Sample(
            language: "zh",
            title: "港口大桥继续封闭",
            byline: "记者 李明",
            author: "李明",
            body: ["市政府星期一宣布，港口的旧桥将封闭至春季。", "渡轮将把行人送到对岸，公交车票在船上同样有效，票价不变。"]
        ),
        Sample(
            language: "ja",
            title: "港の橋、通行止め続く",
            byline: "文＝山田太郎",
            author: "山田太郎",
            body: ["市は月曜日、港の古い橋を春まで通行止めにすると発表した。", "渡し船が人々を対岸に運び、バスの乗車券は船でも使えるという。"]
        ),
        Sample(
            language: "ko",
            title: "항구 다리 계속 폐쇄",
            byline: "김철수 기자",
            author: "김철수",
            body: ["시는 월요일 항구의 오래된 다리를 봄까지 폐쇄한다고 발표했다.", "배가 사람들을 건너편으로 실어 나르며, 버스표는 배에서도 쓸 수 있다."]
        ),
        Sample(
            language: "th",
            title: "สะพานท่าเรือยังปิดอยู่",
            byline: "โดย สมชาย ใจดี",
            author: "สมชาย ใจดี",
            body: [
                "เทศบาลเมืองประกาศเมื่อวันจันทร์ว่า สะพานเก่าที่ท่าเรือจะปิดจนถึงฤดูฝน เนื่องจากวิศวกรพบรอยร้าวในเสาสองต้นของสะพาน",
                "เรือข้ามฟากจะพาผู้คนไปยังอีกฝั่งหนึ่ง และตั๋วรถประจำทางใช้บนเรือได้ด้วย",
            ]
        ),
    ]

    @Test(arguments: samples) func `have title, author, language and direction`(_ sample: Sample) throws {
        let text = ([sample.title, sample.byline] + sample.body).joined(separator: "\n\n")
        let article = try Reading(text).article
        #expect(article.metadata.title.best == sample.title)
        #expect(article.metadata.authors.best?.map(\.name) == [sample.author])
        #expect(article.metadata.language.best == sample.language)
        #expect(article.metadata.direction.best == sample.direction)
        #expect(article.body == sample.body.map { .paragraph([.text($0)]) })
    }
}
