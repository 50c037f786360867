// Made by Training/Encodings/letters.py, which says from what.

extension LetterPairs {
    static let latin: [LetterPairs] = [
        LetterPairs(
            "fr",
            letters: "àâçèéêîôù",
            pairs: [
                "é_éeécà_êtèrèmètèsôlôtînônîtâcçuçoù_ça",
                "rédéérésétépéfpéméémélvéféhégéxéêmjàèlègâbâg",
                "_é_àtésénélétèuéédégmèévénéjyézéèqèdêcèckéîcâtâm",
            ]
        ),
        LetterPairs(
            "de",
            letters: "ßäöü",
            pairs: [
                "füüränübülönätßeähögöfösß_",
                "güüsköücühwäütügärößüfäläcötägörjüöcßi",
                "rülülärähälömömüäuünwüüpü_äsöhädäßöpäfßtßl",
            ]
        ),
        LetterPairs(
            "es",
            letters: "áéíñóú",
            pairs: [
                "óná_álínásíañaúmñoúnúsésé_énérét",
                "ióváó_ánólámódárácágímúlátzáíoísú_ídítí_",
                "tárámálínúgúbúóráxvíbóómícáfzóífápúbyúúfútúríxígízúaéxéléfécúpép",
            ]
        ),
        LetterPairs(
            "pt",
            letters: "àáâãçéêíóôõú",
            pairs: [
                "ãoçãé_õeá_ívçõárálê_ídórúmênémúlà_âmôdânàsôn",
                "nãváçaçoávícágósínó_ópódjáólúdétúnúsérêmóxútógêsôrôm",
                "aç_ésãsípçcêtárãiçrátónútãnçmáuáuçbévíháã_xãáxbóácígáuáqésátításífírímégísáfótúbílédónàqôs",
            ]
        ),
        LetterPairs(
            "it",
            letters: "àèéìòù",
            pairs: [
                "è_à_ò_ù_é_ì_",
                "",
                "_ètàuòhééj",
            ]
        ),
        LetterPairs(
            "nl",
            letters: "éëïó",
            pairs: [
                "énïnééërënëióróó",
                "ëlïm",
                "é_ëxésïdéjëf",
            ]
        ),
        LetterPairs(
            "sv",
            letters: "äåö",
            pairs: [
                "örföänärväå_ånjä",
                "påälläätägövåtkäålåsökämhåäshöågödårönösöphäåd",
                "_ärätä_öråsälånämåtösösålöfäkögåäväkgämäfågöölbömöömvåögädöjbäåejö",
            ]
        ),
        LetterPairs(
            "da",
            letters: "åæéø",
            pairs: [
                "å_ærørænøgérén",
                "påvæføæløjætæsåråbådævåsøtøbånølækønøvjæøsålét",
                "lærætønøsæsåløkæhømåmækøgæhåhæømødæfåeægjøædåmåvåg",
            ]
        ),
        LetterPairs(
            "nb",
            letters: "âãåæéø",
            pairs: [
                "å_ørøkærâ_énã_",
                "påføårjøøyøtølhøådøvåtåpønéiér",
                "_ånøtømålåvægåålåsånømhåøgåvøsødøpbååkåe",
            ]
        ),
        LetterPairs(
            "fi",
            letters: "äö",
            pairs: [
                "ä_ääjäönötö_",
                "tääykämäsäänärväälpäläätäiämyöösöyökölöpömöi",
                "nätöäsäoäkräähäväjäprölödäöööäöhöjöoör",
            ]
        ),
        LetterPairs(
            "is",
            letters: "áæéíðóöúýþᚦᛖ",
            pairs: [
                "ð_aðá_í_ðiþevææðöljáógægöghæærjöóvílútúlúrýnétýtélérᛖ_",
                """
                ið_árárðeððaðuákálánáaænásárætátóðæsókóþvíöpáijóbæöðækósúníðólú_ómöfbúháþaþjjúímórönörþúíkúa\
                úmýpýrþáúiúsýsé_ým
                """,
                """
                _í_ó_þtá_únætógölátætönúuðmöðsðmrærétíðfðrmásýlífægáámðgdílæágdápíáfáððlyðdýábísótbíföónhúáh\
                æjíníxíóó_æiæmífípúkþv
                """,
            ]
        ),
        LetterPairs(
            "ca",
            letters: "àçèéíïòóúü",
            pairs: [
                "ó_ésà_é_àlínçaèní_ò_ïtúsòrúmç_è_üeú_úlüè",
                "ióvààcbéànàgónàtísàmàrèròdòpèsònòlètícçoímítídèdúpútòsïdúnïu",
                "_éràtàmélíténúuïmòmàmèmívíxògübòqüàxàuàpíxàsàfífèxòcàqémígèvjúíeúbègòbòfèfèiïbïsçòï_ògïn",
            ]
        ),
        LetterPairs(
            "ga",
            letters: "áéíóú",
            pairs: [
                "áií_íoá_éiú_éaó_óiféúsúi",
                "nítáhálíeáánrárísárúláíné_léílálmáítódásórgópéúlúnógónós",
                """
                aíhé_á_ú_íná_énóiúréhírócáhúdútúdélúáthótícóársúsímóáddílódáábméfáírgáícmífííspáúdúcídúpómúr\
                fópíúbuíófénót
                """,
            ]
        ),
        LetterPairs(
            "sq",
            letters: "çë",
            pairs: [
                "ë_tëësërpënëhëjëqëçeçi",
                "rësëënmëdëlëkëgëzëbëyççdçfç_çaçk",
                "_ëëmëtëvvëcë",
            ]
        ),
        LetterPairs(
            "cy",
            letters: "áâïôŵ",
            pairs: [
                "ôlâ_ŵpâmáuïoôd",
                "âu",
                "pï",
            ]
        ),
        LetterPairs(
            "pl",
            letters: "óąćęłńśźż",
            pairs: [
                "ć_ówącą_ę_ścżnżyłąłołażeślądędęcśćórń_ńcź_źrźw",
                "ięożużośjąyćródłbłtókółujśępłęł_śwż_głłyętłóągśnązękąćódóżśręzóbótócźnźćńs",
                """
                aćałeśeżyśićtęsłiąażnąwłzązęołeńkłyłsąjęgósóułdźbęlążążkżlmółeżdżałnątęśgąółąpżołkś_óląźójżs\
                ęćęsóźźl
                """,
            ]
        ),
        LetterPairs(
            "cs",
            letters: "áéíóúýčěňřšťůž",
            pairs: [
                "í_nípřé_řeý_áná_řířičežeů_žiěně_číšeýcéméhětšíůžštódúčúlť_ňuň_úsťoňo",
                """
                návánýnévýráačužněávítcíázísátměvéícímlímáádkáíkpíjíálláž_dáč_zázíčnmímůžíásářyžčiřáámčkýmča\
                énčtžkýtělžnř_šižáýsčážaěrš_ěřějězěkůsšnškůvůmúpúdúrňtťtňk
                """,
                """
                _čožtíočtěvěvííčínsítédíušsáíltřméořečréděrůkýkéívbývřběišíhárařléízídtátůbírýbákůvškóučíšhá\
                írřadérčápždípácáháčířýrdůášěžědčůyšhéěcčuěhélřkšožbjščoůlýbétésýššlédžcérývžtěťůzýpšaěměčšp\
                ůjůbúvónúkúnútťuňůťk
                """,
            ]
        ),
        LetterPairs(
            "sk",
            letters: "áäéíóôúýčďĺľňšťž",
            pairs: [
                "ť_ý_é_á_úbí_ázžičiú_ísžnčaíkčíívéhčeľažeštšeľbľúšiľkódôžätň_äťňoäčď_ógĺžňuôvónĺpďa",
                """
                nénýnásúráožiťaťužvýávmáátkáácríárálzájúýcúčdálíítláémžíčnťač_úcyťčkímžkámýmšíýsčoľnúdýbútža\
                írž_úrľoš_ýrľ_šaškšpšťôsôlňaäzórópôtĺbĺňďo
                """,
                """
                _čačeľníočpísťoľvávétáténúkľtízísáánnšnčičtýsírýáskýájmôrčkómärékéhývšhľícípčuhíuáílléyžádáp\
                lókúbáínérdúméušháúťždúlhéíščšúšúscíyšénbúýšžbľsýlúpčtúvýpčlľuťožuédšnšošlľmľvgóšššuôzómôbôr\
                ôpňtďtďž
                """,
            ]
        ),
        LetterPairs(
            "hu",
            letters: "áéíóöúüőű",
            pairs: [
                "ásálésítéró_ő_fáváülírözönörövújűkű_úrú_úl",
                """
                tátélázáájárnátóátköénlókéánlésésámáépégvézéélráétámdáábzőékgéókpéévbáódjáháólölívdéótösyűől\
                ímípőkükógősósőtötínózőröbügúsőzútürüzővődűzűvúgűtúzűrűlűs
                """,
                """
                _é_álínésítötőiólőeáávméázáczógárérütímóágzíküzökááhródőkósőníákzücíéhkímírőyőpívőműdífüiíáu\
                páémé_ézbóóbóryáójfédóhíónyéóiökőbbőyívüjéóvvíőnílcéödjöőeíguáömőfőpütízü_őjícüpögőhünűnúcűe\
                űjűb
                """,
            ]
        ),
        LetterPairs(
            "ro",
            letters: "âîăşţ",
            pairs: [
                "ă_ţişiînzăştânât",
                "tăcăărmăpţşeătgăvăbăşaşuţăţeâmâr",
                "_îişaţ_şeşrăsălănţnăcţiţdăpăcâăsănfăăţăuţabţîmxăâlâi",
            ]
        ),
        LetterPairs(
            "hr",
            letters: "ôćčđšžȏ",
            pairs: [
                "čićežeštčnšežičečašišažaćiđađeđuôdȏdȏg",
                "učućčučkškćač_š_ćužnšnćnždć_đi",
                "ačičožišešeđašećežržočršušužšćžušošučvžo",
            ]
        ),
        LetterPairs(
            "sl",
            letters: "čšž",
            pairs: [
                "čečičaštšižnžišežešč",
                "oččnč_škčužašašnžj",
                "ičišačečožučjščkčjčruščlš_šlžl",
            ]
        ),
        LetterPairs(
            "tr",
            letters: "çöüğış",
            pairs: [
                "ı_ınçiçeğiştşlş_ürönünümğığeöröz",
                "nısıırrıdııllıiçiştıışmııkyıımıygöçaçıkıü_gücışışazışiüküzğlç_pışmösülüsşeğrğuçofıütüyğaölög",
                """
                _çeğeçaş_öağeştürüısızsüiğdüuşıcyülünüığrçoğoşıduğıtdömüşkşuüşbüyöküşvbögıüğğ_üvçöbızüçbçlğm\
                çüçmüçşsöğçuökğüöyjıjö
                """,
            ]
        ),
        LetterPairs(
            "et",
            letters: "äõöüž",
            pairs: [
                "võärväõiälõtäiõnümühüsööötži",
                "määäjäkäõpüläsüüpäõrähüpükö_örödök",
                "sü_ütülõtänätõsõtökõkülüätäeõlünõhõuõeübäbõsü_ölöiön",
            ]
        ),
        LetterPairs(
            "lv",
            letters: "āēģīķļņšūž",
            pairs: [
                "ā_ītētāršavēērēlējūsūtņuļaķiņaļūņeģiļužožižāžīžaģē",
                """
                tārātīāslēkāādātnāpārīmēmādīājjāībākāmjūpēēmlāēgzīīgkšīmāczēē_būīkvāālījī_šķšibāīdšuēsēšīcūr\
                šīūdšoīsīvš_ņošāūkņiļoķēķaļ_ļāņšņāļiķeļšžuģeģa
                """,
                """
                tēiņrēošlīsēkļdēdāānnīsāešnēāšēcgāīšgšcīāpēdbīpīšēzņēpcēīrbēšsšrīpgūzāēģēnhēhīūzņēšešpūnļrž_\
                ķužržģžk
                """,
            ]
        ),
        LetterPairs(
            "lt",
            letters: "ąčėęįšūųž",
            pairs: [
                "ų_ą_į_ėsė_čižišišaėlžyę_įrūtūrūsęs",
                "būėtškštėjėrš_šmįvšvšyšrąršoįdėmįjįkždžažežrūkžvž_",
                """
                _įišašlėiųnėtėužmėmąkšdždėmųkėjąjųgąbėbęšsšešjščšuėkjįėžšėšpįsįtžošlžkšdšųjūąjųsšįžtšąąsįgžb\
                zėžmųjžuąlžpįpūdįmžnūlūnūšūm
                """,
            ]
        ),
        LetterPairs(
            "eo",
            letters: "ĉĝĥĵŝŭ",
            pairs: [
                "ŭ_ĉiĝiŝaĉeĝoĝaŝlĵoĥi",
                "aŭĉaŝeĝuŝuŭiŭtĉuŭlŭaŝmĝeŝoŭrĵaĵeĵuĥa",
                "_ĉ_ŝiĝnĝĉoŝiŝtŭdŭgĉ_ŭeŭzŭvĵ_",
            ]
        ),
    ]
}
