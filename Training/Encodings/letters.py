#!/usr/bin/env python3
"""Counts the letters of languages, by which undeclared encodings are told apart, and writes them as Swift.

    letters.py HELP SOURCES      HELP: the unpacked Debian package gnome-user-docs; SOURCES: Sources/OffprintEncoding

The text is that of translated software: the messages that an ordinary Debian system has under /usr/share/locale, and
GNOME's help pages. None of it is kept, only how often a letter follows another: three levels of a conditional
probability. The commonest ideographs are those texts', with the ones of everyday language below.
"""
import collections, gettext, html, pathlib, re, sys, unicodedata

# Our language: the locales whose text stands for it.
LANGUAGES = {
    'fr': 'fr', 'de': 'de', 'es': 'es', 'pt': 'pt pt_BR', 'it': 'it', 'nl': 'nl', 'sv': 'sv', 'da': 'da', 'nb': 'nb nn', 'fi': 'fi',
    'is': 'is', 'ca': 'ca', 'ga': 'ga', 'sq': 'sq', 'cy': 'cy', 'pl': 'pl', 'cs': 'cs', 'sk': 'sk', 'hu': 'hu', 'ro': 'ro',
    'hr': 'hr sr@latin', 'sl': 'sl', 'tr': 'tr', 'et': 'et', 'lv': 'lv', 'lt': 'lt', 'eo': 'eo', 'ru': 'ru', 'uk': 'uk', 'be': 'be',
    'bg': 'bg', 'sr': 'sr', 'mk': 'mk', 'el': 'el', 'he': 'he', 'ar': 'ar', 'fa': 'fa', 'th': 'th',
    'zh-Hans': 'zh_CN', 'zh-Hant': 'zh_TW zh_HK', 'ja': 'ja', 'ko': 'ko',
}
LATIN, CYRILLIC = list(LANGUAGES)[:27], 'ru uk be bg sr mk'.split()
OTHERS = 'el he ar fa th'.split()
LEVELS = (1 / 8, 1 / 32, 1 / 128)
# Files of names and options are no running text.
SKIP = re.compile(r'^(iso_|xkeyboard|gas|bfd|ld|binutils|gprof)')
# The commonest characters of everyday language that software's text has seldom.
EVERYDAY = {
    'zh-Hans': '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运',
    'zh-Hant': '的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運',
    'ja': '日本人大年国会社出時分行事者自民政府東京月円中長同上下金学生見前後間発対部方今地業回場内高市最手新力小動入全会明体通当取理世界的関家電車書気話開',
    'ko': '대한국민정부의장서울경찰회사원년월일미중북남선당위법검관계발표기업시장교육학생',
}

def messages(locale):
    for path in sorted(pathlib.Path('/usr/share/locale', locale, 'LC_MESSAGES').glob('*.mo')):
        if SKIP.match(path.name): continue
        try: catalog = gettext.GNUTranslations(path.open('rb'))._catalog
        except Exception: continue
        for key, value in catalog.items():
            source = key[0] if isinstance(key, tuple) else key
            if source and value != source:
                yield re.sub(r'%[-+ #0-9.$*]*[a-zA-Z]+|\$\{?\w+\}?|\\[nt]|[_&](?=\w)|--?[a-z][-a-z]*(=\S*)?|https?:\S+|/\S+', ' ', value)

def pages(locale, root):
    for path in sorted(pathlib.Path(root, 'usr/share/help', locale).rglob('*.page')):
        yield html.unescape(re.sub(r'(?s)<!--.*?-->|<[^>]*>', '\n', path.read_text('utf-8', 'replace')))

def text_of(tag, root):
    return '\n'.join(t for l in LANGUAGES[tag].split() for s in (messages(l), pages(l, root)) for t in s)

def pairs(text):
    """The pairs of neighbouring letters, in lower case; '_' stands for whatever is no letter."""
    text = unicodedata.normalize('NFC', text.lower().replace('i\u0307', 'i').replace('ș', 'ş').replace('ț', 'ţ'))
    both, first, last = collections.Counter(), collections.Counter(), '_'
    for ch in text:
        letter = ch if 'a' <= ch <= 'z' or ord(ch) > 127 and unicodedata.category(ch)[0] in 'LM' else '_'
        if letter == last == '_': continue
        both[last + letter] += 1
        first[last] += 1
        last = letter
    return both, first

def table(tag, root):
    text = text_of(tag, root)
    both, first = pairs(text)
    own = collections.Counter()
    for pair, n in both.items():
        if not pair[1].isascii(): own[pair[1]] += n
    rare = sum(own.values()) * (.002 if tag in LATIN else .0007)
    alphabet = {ch for ch, n in own.items() if n >= max(rare, 5)}
    levels = [''] * len(LEVELS)
    for pair, n in sorted(both.items(), key=lambda x: (-x[1], x[0])):
        if pair.isascii() or n < 3 or any(ord(ch) > 127 and ch not in alphabet for ch in pair): continue
        level = next((i for i, least in enumerate(LEVELS) if n >= least * first[pair[0]]), None)
        if level is not None: levels[level] += pair
    return levels, ''.join(sorted(alphabet))

def common(tag, root):
    counts = collections.Counter(ch for ch in text_of(tag, root) if ord(ch) >= 0x3040 and unicodedata.category(ch)[0] == 'L')
    return ''.join(dict.fromkeys([ch for ch, _ in counts.most_common(300)] + list(EVERYDAY[tag])))

def literal(text, indent):
    width = 112 - indent if all(ord(ch) < 0x2E80 for ch in text) else 52
    lines = [text[i:i + width] for i in range(0, len(text), width)] or ['']
    if len(lines) == 1: return f'"{text}"'
    space = ' ' * indent
    return '"""\n' + ''.join(f'{space}{l}\\\n' for l in lines[:-1]) + f'{space}{lines[-1]}\n{space}"""'

def write_pairs(path, name, tags, root):
    out = '// Made by Training/Encodings/letters.py, which says from what.\n\nextension LetterPairs {\n'
    out += f'    static let {name}: [LetterPairs] = [\n'
    for tag in tags:
        levels, alphabet = table(tag, root)
        out += f'        LetterPairs(\n            "{tag}",\n            letters: {literal(alphabet, 16)},\n            pairs: [\n'
        out += ''.join(f'                {literal(l, 20)},\n' for l in levels) + '            ]\n        ),\n'
    path.write_text(out + '    ]\n}\n')

if __name__ == '__main__':
    root, sources = sys.argv[1], pathlib.Path(sys.argv[2])
    write_pairs(sources / 'LetterPairs+Latin.swift', 'latin', LATIN, root)
    write_pairs(sources / 'LetterPairs+Cyrillic.swift', 'cyrillic', CYRILLIC, root)
    write_pairs(sources / 'LetterPairs+Others.swift', 'others', OTHERS, root)
    out = '// Made by Training/Encodings/letters.py, which says from what.\n\nextension CommonCharacters {\n'
    for tag, name in ('zh-Hans', 'simplifiedChinese'), ('zh-Hant', 'traditionalChinese'), ('ja', 'japanese'), ('ko', 'korean'):
        out += f'    static let {name} = CommonCharacters(\n        {literal(common(tag, root), 8)}\n    )\n'
    (sources / 'CommonCharacters+Tables.swift').write_text(out + '}\n')
