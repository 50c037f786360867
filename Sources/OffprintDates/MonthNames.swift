/// The names of months in the languages of news: a table, a row a month.
///
/// A star stands for an ending of a few letters, so that one word covers the cases of a language. Names are in lower
/// case, abbreviations without their stops. The Gregorian names come first, those of the Persian calendar apart.
enum MonthNames {
    /// The month that a word in lower case names.
    ///
    /// Only words beside numbers are looked up, so a search through the table is cheap enough.
    static func month(of word: ArraySlice<UInt8>) -> Int? {
        guard word.count >= 2, word.count <= 40 else { return nil }
        for (index, names) in gregorian.enumerated() where contains(names, word) { return index + 1 }
        // Hebrew and Arabic write a preposition onto the name.
        if word.starts(with: [0xD7, 0x91]) { return month(of: word.dropFirst(2)) }
        return nil
    }

    /// The month of the Persian solar calendar that a word names.
    static func persianMonth(of word: ArraySlice<UInt8>) -> Int? {
        for (index, names) in persian.enumerated() where contains(names, word) { return index + 1 }
        return nil
    }

    private static func contains(_ list: String, _ word: ArraySlice<UInt8>) -> Bool {
        let names = list.utf8.span
        var start = 0
        while start < names.count {
            var end = start
            while end < names.count, names[end] != 0x20 { end += 1 }
            if matches(names.extracting(start..<end), word) { return true }
            start = end + 1
        }
        return false
    }

    private static func matches(_ name: Span<UInt8>, _ word: ArraySlice<UInt8>) -> Bool {
        let isStem = name[name.count - 1] == 0x2A
        let length = name.count - (isStem ? 1 : 0)
        guard word.count >= length, isStem ? word.count <= length + 10 : word.count == length else { return false }
        for offset in 0..<length where name[offset] != word[word.startIndex + offset] { return false }
        return true
    }

    // English and its kin, Romance, Slavic, Baltic, Uralic, Turkic, Greek, Caucasian, Semitic, Indic, South-East Asian.
    private static let gregorian: [String] = [
        """
        january jan januar* jän jänner januari janvier janv gennaio gen genn enero ene janeiro gener xaneiro ianuar* ian \
        styczeń stycznia sty leden ledna led január* siječanj siječnja jaanuar* jaan janvār* sausio sausis tammikuu* \
        tammi janúar* ocak oca yanvar* janar* urtarril* yanvarya январь января янв січень січня січ студзень студзеня \
        януари яну јануар* қаңтар* ιανουαρ* ιαν იანვარ* հունվար* ינואר يناير جانفي جنوری ژانویه जनवरी জানুয়ারি ஜனவரி \
        జనవరి มกราคม มค
        """,
        """
        february feb februar* febr fév février févr febbraio febb febrero fevereiro fev febrer febreiro februari feber \
        luty lutego lut únor února úno február* veljača veljače veebruar* veebr februār* vasario vasaris helmikuu* helmi \
        febrúar* şubat şub fevral* shkurt* otsail* февраль февраля фев лютий лютого лют люты лютага февруари фев фебруар* \
        ақпан* φεβρουαρ* φεβ თებერვალ* փետրվար* פברואר فبراير فيفري شباط فروری فوریه फरवरी फ़रवरी ফেব্রুয়ারি பிப்ரவரி \
        ఫిబ్రవరి กุมภาพันธ์ กพ
        """,
        """
        march mar märz mrz maerz mars marzo março marts maart mrt març marec marca marzec březen března bře ožujak ožujka \
        martie mart* március* márc märts* kovo kovas maaliskuu* maalis maret mac mars* martxo* март марта мар березень \
        березня бер сакавік сакавіка март мартa наурыз* μαρτ* მარტ* մարտ* מרץ مارس آذار مارچ مارس मार्च মার্চ மார்ச் \
        మార్చి มีนาคม มีค
        """,
        """
        april apr avril avr aprile abril abr april* apríl* kwiecień kwietnia kwi duben dubna dub travanj travnja aprill* \
        aprīl* balandžio balandis huhtikuu* huhti április* ápr aprilie nisan nis aprel* prill* apiril* апрель апреля апр \
        квітень квітня кві красавік красавіка април* сәуір* απριλ* απρ აპრილ* ապրիլ* אפריל أبريل ابريل إبريل أفريل نيسان \
        اپریل آوریل अप्रैल এপ্রিল ஏப்ரல் ఏప్రిల్ เมษายน เมย
        """,
        """
        may mai maggio mag mayo maio maig mei maj maja máj* květen května kvě svibanj svibnja maij* gegužės gegužė \
        toukokuu* touko május* máj maí* mayıs may* maiatz* май мая мај* травень травня тра мая маю мамыр* μαΐ* μαι* μάι* \
        მაის* մայիս* מאי مايو ماي أيار ماي مئی مه मई মে மே మే พฤษภาคม พค
        """,
        """
        june jun juni juin giugno giu junio junho juny xuño juni* jún* jun* czerwiec czerwca cze červen června čer lipanj \
        lipnja juuni* jūnij* birželio birželis kesäkuu* kesä június* jún iunie iun júní* haziran haz iyun* qershor* ekain* \
        июнь июня июн червень червня чер чэрвень чэрвеня юни јун* маусым* ιουν* ივნის* հունիս* יוני يونيو جوان حزيران جون \
        ژوئن जून জুন ஜூன் జూన్ มิถุนายน มิย
        """,
        """
        july jul juli juillet juil luglio lug julio julho juliol xullo juli* júl* jul* lipiec lipca lip červenec července \
        čvc srpanj srpnja juuli* jūlij* liepos liepa heinäkuu* heinä július* júl iulie iul júlí* temmuz tem iyul* korrik* \
        uztail* июль июля июл липень липня лип ліпень ліпеня юли јул* шілде* ιουλ* ივლის* հուլիս* יולי يوليو جويلية تموز \
        جولائی ژوئیه जुलाई জুলাই ஜூலை జూలై กรกฎาคม กค
        """,
        """
        august aug août agosto ago agost august* augustus sierpień sierpnia sie srpen srpna srp kolovoz* augst* \
        rugpjūčio rugpjūtis elokuu* elo augusztus* ágúst* ağustos ağu avqust* avgust* gusht* abuztu* agustus agu ogos \
        август августа авг серпень серпня сер жнівень жніўня август авгус* август* тамыз* αυγουστ* αύγουστ* αυγ \
        აგვისტო* օգոստոս* אוגוסט أغسطس اغسطس أوت آب اگست اوت अगस्त আগস্ট ஆகஸ்ட் ఆగస్టు สิงหาคม สค
        """,
        """
        september sep sept septembre settembre set sett septiembre setiembre setembro set setembre september* septembr* \
        wrzesień września wrz září zář rujan rujna szeptember* szept septembrie rugsėjo rugsėjis syyskuu* syys eylül eyl \
        sentyabr* shtator* irail* сентябрь сентября сен сент вересень вересня вер верасень верасня септември септ \
        септемб* қыркүйек* σεπτ* სექტემბ* სეპტემბ* սեպտեմբեր* ספטמבר سبتمبر أيلول ستمبر سپتامبر सितंबर सितम्बर \
        সেপ্টেম্বর செப்டம்பர் సెప్టెంబర్ กันยายน กย
        """,
        """
        october oct oktober okt octobre ottobre ott octubre outubro out october* oktober* październik* paź říjen října \
        říj oktoober oktoobri* oktobr* spalio spalis lokakuu* loka október* okt octombrie ekim eki oktyabr* tetor* urri* \
        outubro oktobar oktobra октябрь октября окт жовтень жовтня жов кастрычнік* октомври октоб* қазан* οκτω* \
        ოქტომბ* հոկտեմբեր* אוקטובר أكتوبر اكتوبر تشرين اکتوبر अक्टूबर अक्तूबर অক্টোবর அக்டோபர் అక్టోబర్ ตุลาคม ตค
        """,
        """
        november nov novembre noviembre novembro november* novembr* listopad* lis studeni* studenog* noviembre lapkričio \
        lapkritis marraskuu* marras noiembrie noi nóvember* kasım kas noyabr* nëntor* azaro* ноябрь ноября ноя нояб \
        листопад* лис лістапад* ноември ноемб* новемб* қараша* νοεμ* νοέμ* ნოემბ* նոյեմբեր* נובמבר نوفمبر نومبر نوامبر \
        नवंबर नवम्बर নভেম্বর நவம்பர் నవంబర్ พฤศจิกายน พย
        """,
        """
        december dec dezember dez décembre déc dicembre dic diciembre dezembro desembre decembro december* decembr* \
        desember* des detsember detsembri* grudzień grudnia gru prosinec prosince pro prosinac prosinca gruodžio \
        gruodis joulukuu* joulu decembrie aralık ara dekabr* dhjetor* abendu* disember декабрь декабря дек грудень \
        грудня гру снежань снежня декември декемб* децемб* желтоқсан* δεκεμβρ* δεκ დეკემბ* դեկտեմբեր* דצמבר ديسمبر كانون \
        دسمبر دسامبر दिसंबर दिसम्बर ডিসেম্বর டிசம்பர் డిసెంబర్ ธันวาคม ธค
        """,
    ]

    private static let persian: [String] = [
        "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند",
    ]
}
