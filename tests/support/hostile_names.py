"""A thousand names that nobody should have, always the same thousand."""

import random
import unicodedata

MANY = 1_000
SEED = 1_126_16
"""Any number; a fixed one, so that a failure can be looked at again."""

BY_HAND = [
    "<script>alert(1)</script>",
    "<b>Ali</b> <!-- Hansen",
    "&lt;b&gt; &amp; &#x41; &nbsp",
    "{{ 7 * 7 }} {% raw %} {# x #}",
    "{name} {0} {} {name!r} {{name}}",
    "%s %(name)s %n %d 100 %",
    "$(id) `id` ${HOME} \\0 \\n \\u0041",
    "Bob'); DROP TABLE participant;--",
    "' OR '1'='1",
    "../../etc/passwd",
    "=HYPERLINK(1)",
    "css/document.css",
    "url(file:/etc/passwd)",
    "</td></tr></table>",
    "</style><style>*{display:none}",
    'x" onload="y',
    "Null",
    "0",
    "-",
    "O",
    "N/A, 3.",
    "D’Amico O'Neill",
    "X Æ A-12",
    "Anne-Lise (Mimmi) Øverlid",
    "Đặng Nguyễn Thị Hồng",
    "Þóra Ðjúrhuus",
    "Łucja Wałęsa-Żółć",
    "Şükrü Çağlıoğlu İnönü",
    "Аміна Їжакевич",
    "Ѓорѓи Њежић",
    "ኣሚና ተስፋይ",
    "آمنة عبد الله",
    "محمد صلى الله",
    "مریم حبیب\u200cالله",
    "گلالۍ پښتون",
    "شێرکۆ ڕەزا",
    "مُحَمَّدٌ بنُ عَلِيٍّ",
    "Ali آمنة Hansen",
    "آمنة (Ali) 12 Hansen",
    "ကျွန်တော် မောင်မောင်",
    "Åse",
    "Ame\u0301lie",
    "Ba " * 66 + "Nå",
    "Langtnavnutenmellomrom" * 9,
    "آ" * 190,
    "W" * 200,
    "i" * 300,
    "Ali" + "\u0301" * 40,
    "\u0301Ali",
    "Z\u0351\u036b\u0343\u032a\u0302algo",
    "\u200c\u200d\u200c",
    "Ali\u200bHansen",
    "Ali\u202eHansen",
    "Ali\u2066Hansen\u2069",
    "\u200fAli",
    "Ali\u061cHansen",
    "Ali\ufeff",
    "Ali\u00adHansen",
    "Ali\u2028Hansen",
    "Ali\x00Hansen",
    "Ali\x1b[31m",
    "Ali\tHansen",
    "Ali\r\nHansen",
    "Ali\x85Hansen",
    "Ali\ud800",
    "\udfffAli",
    "Ali\ue000",
    "Ali\U000f0000",
    "Ali\ufffe",
    "Ali\ufffd",
    "Ali\U000e0041",
    "Ali\ufe0f",
    "Ali\N{GRINNING FACE}",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "\U0001f1f3\U0001f1f4",
    "美娜",
    "홍길동",
    "さくら",
    "अमीना",
    "ஆமினா",
    "אמינה",
    "ܐܡܝܢܐ",
    "ⴰⵎⵉⵏⴰ",
    "Ａｌｉ",
    "𝓐𝓵𝓲",
    "ﷺ",
    "ﻋﻠﻲ",
    "ﬃ ﬁ",
    "①②③",
    "½ ¾ €",
    "\u3000Ali\u2003Hansen",
    "\u00a0Ali\u00a0Hansen",
    "\u1160\u115f",
    "\u25cc\u0301",
    "Ali \u2014 Hansen \u2026 \u00ab\u00bb \u201c\u201d",
    "",
    " ",
]
_ALPHABETS = (
    range(0x20, 0x7F),
    range(0xA0, 0x250),
    range(0x300, 0x370),
    range(0x400, 0x530),
    range(0x600, 0x700),
    range(0x750, 0x780),
    range(0x900, 0x980),
    range(0x1000, 0x10A0),
    range(0x1200, 0x1380),
    range(0x1E00, 0x1F00),
    range(0x2000, 0x2070),
    range(0x590, 0x600),
    range(0x4E00, 0x4E40),
    range(0xE000, 0xE010),
    range(0x1F600, 0x1F640),
)
_USUAL = (
    "abcdefghijklmnopqrstuvwxyzæøåABCDEÆØÅ-' ",
    "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя ",
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءآأإئؤگپچژکیےںڕڵۆێ ",
    "አበገደሀወዘሐጠየከለመነሠዐፈጸቀረሰተኀጰፐ ",
    "ကခဂငစဆဇညတထဒနပဖဗဘမယရလဝသဟအာိီုူေဲံ့း်ျြွှ ",
    "ăâđêôơưáàảãạếềểễệóòỏõọúùủũụ ",
    "<>&\"'%{}$\\/;()[]=#@!? ",
)


def hostile_names() -> list[str]:
    """Return all of them, each once."""
    random_one = random.Random(SEED)
    names = dict.fromkeys(BY_HAND)
    while len(names) < MANY:
        kind = random_one.random()
        if kind < 0.45:
            letters = random_one.choice(_USUAL)
            name = "".join(random_one.choices(letters, k=random_one.randint(1, 40)))
        elif kind < 0.6:
            two = "".join(random_one.sample(_USUAL, 2))
            name = "".join(random_one.choices(two, k=random_one.randint(5, 60)))
        elif kind < 0.75:
            alphabet = random_one.choice(_ALPHABETS)
            name = "".join(map(chr, random_one.choices(alphabet, k=random_one.randint(1, 25))))
        elif kind < 0.85:
            name = _tower(random_one)
        else:
            anything = [random_one.choice(random_one.choice(_ALPHABETS)) for _ in range(12)]
            name = "Ali " + "".join(map(chr, anything))
        names[unicodedata.normalize("NFC", name)] = None
    return list(names)


def _tower(random_one: random.Random) -> str:
    marks = "".join(map(chr, random_one.choices(range(0x300, 0x310), k=random_one.randint(1, 12))))
    return random_one.choice("aeiouÅلከမж") + marks + " Hansen"
