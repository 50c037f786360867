extension LanguageProfile {
    /// The languages written in Latin letters, each with about as many words.
    static let latin: [LanguageProfile] = [
        LanguageProfile(
            "en",
            "the of and to in that is was for on with as by at from are be has have had he it his they an not which this but were who said will would been their its after more about than when"
        ),
        LanguageProfile(
            "de",
            letters: "äöüß",
            "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis"
        ),
        LanguageProfile(
            "fr",
            letters: "àâæçéèêëîïôœùûüÿ",
            "le la les de des du et en un une que qui dans pour par sur au aux est il ne pas plus se ce avec sont son sa ses l d qu s n c a été cette ont mais comme ou leur elle après selon fait deux"
        ),
        LanguageProfile(
            "es",
            letters: "áéíóúüñ",
            "el la los las de del y en que un una por con no se para es al lo como más su sus o pero ha este esta entre cuando sin sobre también fue desde años hasta han son muy ya porque según tras dijo"
        ),
        LanguageProfile(
            "it",
            letters: "àèéìíòóùú",
            "il lo la i gli le di del della dei delle e in che un una per con non si è da dal al alla nel nella sono ha come più anche ma su sul dopo l dell all questo questa hanno stato essere tra ed suo loro"
        ),
        LanguageProfile(
            "pt",
            letters: "áâãàçéêíóôõúü",
            "o a os as de do da dos das e em no na nos nas que um uma por para com não se é ao à pelo pela mais como mas foi ele ela seu sua são ou também já até entre sobre ser está há depois segundo anos disse"
        ),
        LanguageProfile(
            "nl",
            letters: "ëïéèöü",
            "de het een en van in is dat op te zijn met voor niet aan er die om ook als bij door naar uit maar dan over hij werd zij wordt heeft nog hebben deze tot worden meer was wel geen kan veel na onder tegen"
        ),
        LanguageProfile(
            "sv",
            letters: "åäöé",
            "och i att det som en på är av för med den till inte har de ett om han var jag men sig från vi så kan när år under också efter eller nu sin där vid mot ska skulle kommer ut över bara hade säger blir"
        ),
        LanguageProfile(
            "da",
            letters: "æøåé",
            "og i at det er en af til på som med for den de ikke har der et han var om fra men sig jeg vi så kan efter også eller nu ud ved mod skal ville blev over kun havde siger bliver meget mere hvad nogle"
        ),
        LanguageProfile(
            "nb",
            letters: "æøåéò",
            "og i at det er en av til på som med for den de ikke har et han var om fra men seg jeg vi så kan etter også eller nå ut ved mot skal ville ble over bare hadde sier blir mye mer hva noen opp ei dette"
        ),
        LanguageProfile(
            "is",
            letters: "áéíóúýðþæö",
            "og að í á sem er til við um en ekki var með fyrir það hann af frá eru eftir hefur því þar hún þess þá þegar verið þeir voru þetta verður segir sér úr upp hafa þó eða muni yfir"
        ),
        LanguageProfile(
            "pl",
            letters: "ąćęłńóśźż",
            "w i na z do się nie że to jest o po od za przez jak dla ale oraz są co ma tym przy już tego może będzie który która które być jego ich jej tylko czy lub bardzo także pod ze roku był została"
        ),
        LanguageProfile(
            "cs",
            letters: "áčďéěíňóřšťúůýž",
            "a v na se je s z že do o to i k ve za si po jako pro by od jsou ale podle který která které tak už při před jeho než byl bylo být jen také mezi nebo aby když ze není má bude více řekl své"
        ),
        LanguageProfile(
            "sk",
            letters: "áäčďéíĺľňóôŕšťúýž",
            "a v na sa je s z že do o to aj k vo za si po ako pre by od sú ale podľa ktorý ktorá ktoré tak už pri pred jeho než bol bolo byť len tiež medzi alebo aby keď zo nie má bude viac povedal svoje ktorí"
        ),
        LanguageProfile(
            "hu",
            letters: "áéíóöőúüű",
            "a az és hogy nem is egy ez volt meg már csak van el ha de azt mint még ki után szerint lesz volna vagy pedig között kell ezt ami aki minden majd lehet nagyon miatt illetve sem fel akkor ezek mert"
        ),
        LanguageProfile(
            "ro",
            letters: "ăâîșțşţ",
            "de și în a la cu pe din nu o care să mai un pentru este că au fost al ale ca sunt prin după dar ce sau lui său se unei unui această acest va dintre fi cel către precum doar fără între or şi"
        ),
        LanguageProfile(
            "fi",
            letters: "äöå",
            "ja on ei että se oli hän mutta myös ovat kun kuin joka mukaan sen tai jo ole vain niin nyt sekä mitä jos kanssa ne hänen vielä olisi voi siitä noin kertoo sanoo jotka jälkeen ennen vuonna tämä tämän"
        ),
        LanguageProfile(
            "et",
            letters: "äöõüšž",
            "ja on ei et see oli ta ka aga mis kui selle oma või nii ning kes seda siis välja juba nagu veel pärast ole kuid poolt tema olid üle järgi vaid eest ütles aasta aastal saab pole olla mida mille"
        ),
        LanguageProfile(
            "lv",
            letters: "āčēģīķļņšūž",
            "un ir ka ar no par uz kas to tas bija lai bet arī gan vai kā pēc tika nav pie jau pret ko tā savu šo būs tikai līdz viņš ja tiek gada gadā vēl kuri starp bez šis teica kuru"
        ),
        LanguageProfile(
            "lt",
            letters: "ąčęėįšųūž",
            "ir kad į iš su tai yra buvo bet o ar kaip už po apie ne dėl nuo jau kurie tik iki jis prie bus šis savo taip dar gali jo metų pagal ji jų metais kuris kuri buvę tarp pat sakė nėra"
        ),
        LanguageProfile(
            "tr",
            letters: "çğıöşüâî",
            "ve bir bu da de için ile olarak çok daha olan en gibi sonra kadar ne ki o her değil var ancak göre ise oldu olduğu dedi olduğunu mi ya veya ama kendi yeni büyük tarafından eden şu iki ilk biri"
        ),
        LanguageProfile(
            "az",
            letters: "çəğıöşü",
            "və bir bu ki ilə üçün də da olan edib daha ən sonra kimi isə o qədər hər amma var görə deyib olub edir olunub edilib həm onun bütün olaraq ilk bildirib yeni belə ya yox artıq üzrə"
        ),
        LanguageProfile(
            "id",
            "yang dan di ini itu dari dengan untuk pada tidak dalam akan juga ke ada karena oleh telah sebagai saat bisa para lebih mereka kata tersebut adalah bahwa atau sudah menjadi dia harus secara kami hingga setelah sementara ujarnya"
        ),
        LanguageProfile(
            "ms",
            "yang dan di ini itu dari dengan untuk pada tidak dalam akan juga ke ada kerana oleh telah sebagai ketika boleh para lebih mereka kata tersebut ialah bahawa atau sudah menjadi beliau perlu secara kami sehingga selepas manakala katanya daripada"
        ),
        LanguageProfile(
            "vi",
            letters:
                "ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ",
            "và của là có các được trong cho một không với những người đã này để từ khi đến ở về tại như vào ra sẽ cũng nhiều theo trên đó năm hơn sau còn nhưng làm phải bị ông lại"
        ),
        LanguageProfile(
            "ca",
            letters: "àçéèíïóòúü",
            "el la els les de del dels i en que un una per amb no es se al als a l d s ha com més però són també o han aquest aquesta va seu seva entre sobre fins quan molt perquè segons després ser està hi"
        ),
        LanguageProfile(
            "gl",
            letters: "áéíóúüñ",
            "o a os as de do da dos das e en no na nos nas que un unha por para con non se é ao á polo pola máis como pero foi el ela seu súa son ou tamén xa ata entre sobre ser está hai despois segundo anos dixo coa"
        ),
        LanguageProfile(
            "eu",
            letters: "ñü",
            "eta da du ez bat ere dira dute izan den zuen dela baina hori egin bere beste zen baino edo gaur duen ditu dituzte egiten izango arte behar bezala gero euskal ziren dituen honen horren esan baita"
        ),
        LanguageProfile(
            "hr",
            letters: "čćđšž",
            "i u je na se da za su od s o kako ali koji koja koje što bi iz do nije te kao po već samo biti bio još nakon ili ne prije kada tijekom također svoje može tko ako gdje više zbog između dvije uvijek kazao"
        ),
        LanguageProfile(
            "sr-Latn",
            letters: "čćđšž",
            "i u je na se da za su od sa o s kako ali koji koja koje šta bi iz do nije te kao po već samo biti bio još posle ili ne pre kada tokom takođe svoje može ko ako gde više zbog između dve uvek rekao"
        ),
        LanguageProfile(
            "sl",
            letters: "čšž",
            "in je na da se v za so pa s z o ki tudi kot po bi ni iz do pri ne še ali bo od kar če že pred lahko bil bilo med ko to le ter kako njegov svoje več zaradi jih leta sta ob dejal bodo ima smo"
        ),
        LanguageProfile(
            "sq",
            letters: "ëç",
            "dhe në e të i për me që një nga është si më ka se nuk do janë tha kjo ky duke por edhe pas u ishte mund kanë këtë kur ai ajo deri çdo tij saj sipas gjithë midis vetëm"
        ),
        LanguageProfile(
            "af",
            letters: "êëôï",
            "die en van het in is dat op te nie met vir om n wat ook as by deur na uit maar hy sy was aan sal kan nog hulle tot meer word gesê ons daar hierdie moet oor onder teen ek wees"
        ),
        LanguageProfile(
            "ku",
            letters: "êîûçş",
            "û li ji di de ku bi ev jî ye ew bo her wek ser da na an lê ne hat kir yek dike bû nav heye xwe dibe wî wê gelek piştî nû hatin kirin sal min em dikin hemû"
        ),
        LanguageProfile(
            "sw",
            "na ya wa kwa ni katika za la kuwa hiyo huyo watu alisema baada ambayo hata pia kama lakini yake wake cha hii huo kutoka nchini wakati sasa ambao zaidi kila mwaka si kwamba vya wao hayo ili"
        ),
        LanguageProfile(
            "zu",
            leastShare: 0.04,
            "izindaba ngenxa ngaphakathi esikoleni isikole abafundi uhulumeni imali umsebenzi imisebenzi unksz mnuz umnu lwakhe lesi lezi leso sebethi bathi wathi ukuba abanye omunye kakhulu kuphela ukuthi ngoba futhi kodwa uma lapho kanye ukuze nje ngesikhathi lokhu kanti manje yena bona emva ngemuva phakathi kusho abantu umuntu isikhathi umphakathi amaphoyisa kwakhe wakhe yakhe zakhe bakhe kumele ngokuthi konke bonke namuhla uthe uthi kuthiwa noma yize izingane unyaka ngonyaka selokhu njengoba kule kulo le la lo"
        ),
        LanguageProfile(
            "xh",
            leastShare: 0.04,
            "ukuba kuba kwaye kodwa ukuze xa apho kunye emva phambi abantu umntu ixesha uluntu amapolisa oku wakhe yakhe zakhe bakhe kwakhe njengoko ngenxa kanti okanye ngokuba kule ngoku uthi uthe kananjalo nangona iminyaka nto into le la lo"
        ),
        LanguageProfile(
            "tl",
            letters: "ñ",
            "ang ng sa na mga ay at si ni hindi para ito kay naman din niya siya rin kung may isang nang mula pa lang nila ayon upang dahil kanyang noong sila wala ngunit bilang habang ba lamang kanilang"
        ),
    ]
}
