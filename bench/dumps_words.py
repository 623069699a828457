"""Words for made-up dumps: names, titles and labels in many scripts, put together from syllables and short lists."""

from __future__ import annotations

from random import Random


def _words(text: str) -> list[str]:
    """The words of a line, which is shorter to read than a list of them."""
    return text.split()


GIVEN = _words(
    "Ada Aino Akira Alain Amara Anders Anita Arjun Astrid Ayşe Béla Bruno Carla Chitra Cho Dara Dilip Dóra Edith Elif "
    "Emeka Esra Farah Fatih Gita Goran Hana Haruki Henrik Ines Ivan Jaya Jin José Juana Karan Kaveh Kenji Lakshmi Lars "
    "Leila Lucía Magda Maya Mehmet Min Mohan Nadia Naoko Nils Noor Olga Omar Paavo Park Pavel Priya Rafael Rania Ravi "
    "Renée Rosa Sanjay Selim Shanti Sofía Søren Sunil Tariq Tomás Usha Vera Vijay Viktor Wei Yasmin Yuki Zoltán Zora"
)
ADJECTIVES = _words(
    "Last Silent Broken Golden Hidden Long Bitter Distant Burning Lost Quiet Frozen Wild Empty Second Secret Red Blue "
    "Black White Sleeping Restless Stolen Endless Crooked Gentle Hollow Patient Pale Iron Paper Salted Unwritten Wooden"
)
NOUNS = _words(
    "Harbour River Letter Winter Summer Train Garden Witness Soldier Island Orchard Mirror Bridge Promise Stranger "
    "Road House Sea Mountain Teacher Widow Brother Daughter Kingdom Verdict Lantern Market Border Voyage Shadow "
    "Storm Clock Song Debt Inheritance Fisherman Ferry Salt Window Tiger Sparrow Village Courtroom Night Morning "
    "Crossing Silence"
)
PLAIN = _words(
    "the of and in a to was by for with on at from as near between after before during under over which its is one two "
    "first later small large old new northern southern early late known built found made given named held moved part"
)
ONSETS = _words("b br c ch d dr f g gr h j k kh l m n p pr r s sh st t th tr v w y z")
VOWELS = _words("a a a e e i i o o u ai au ee ia ou")
CODAS = ["", "", "", "", "n", "r", "l", "s", "m", "n", "nd", "rt"]

SCRIPTS: dict[str, str] = {
    "cyrillic": "абвгдежзиклмнопрстуфхцчшщыэюя",
    "greek": "αβγδεζηθικλμνξοπρστυφχψω",
    "arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "hebrew": "אבגדהוזחטיכלמנסעפצקרשת",
    "devanagari": "कखगघचछजझटठडणतथदधनपफबभमयरलवशसहािीुेो",
    "bengali": "কখগঘচছজটডতথদধনপফবভমযরলশসহািীুেো",
    "tamil": "கஙசஞடணதநபமயரலவழளறனாிீுேோ",
    "telugu": "కఖగఘచజటడణతదధనపఫబభమయరలవశసహాిీుేో",
    "malayalam": "കഖഗചജടഡണതദധനപഫബഭമയരലവശസഹാിീുേോ",
    "thai": "กขคงจฉชซญดตถทธนบปผพฟภมยรลวสหอ",
    "kana": "アイウエオカキクケコサシスセソタチツテトナニノハヒフヘホマミムメモヤユヨラリルレロワン",
    "hangul": "가나다라마바사아자차카타파하강남동문민박산서선수신영우원이인장정주진철최태한현호",
    "han": "一三上中人大天安山岛市平心愛文方日明月本林村東正水江海火王生田白石秋紅花英西路長門雨雪青風馬高鳥黒龍",
    "georgian": "აბგდევზთიკლმნოპრსტუფქღყშჩცძწჭხჯჰ",
    "armenian": "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփք",
}

SCRIPT_OF: dict[str, str] = {
    **dict.fromkeys(("ru", "uk", "bg", "sr", "mk", "be", "kk", "tg", "tt", "mn", "ky"), "cyrillic"),
    **dict.fromkeys(("ar", "fa", "ur", "arz", "azb", "ckb", "ps"), "arabic"),
    **dict.fromkeys(("hi", "mr", "ne", "sa"), "devanagari"),
    **dict.fromkeys(("zh", "zh-hans", "zh-hant", "zh-cn", "zh-tw", "zh-hk", "yue", "wuu"), "han"),
    "el": "greek",
    "he": "hebrew",
    "bn": "bengali",
    "ta": "tamil",
    "te": "telugu",
    "ml": "malayalam",
    "th": "thai",
    "ja": "kana",
    "ko": "hangul",
    "ka": "georgian",
    "hy": "armenian",
}
"""Languages that are not written in Latin letters."""

LANGUAGES = _words(
    "en fr de it es nl pl pt sv ru ja zh ar uk ca cs da fi hu nb ko tr fa he el id ro vi eu bg sr et sk sl hr lt lv gl "
    "en-gb en-ca pt-br nn be hi bn ta te ml mr th ka hy az uz kk mk sq bs af eo la cy ga gd br oc ast an lb nds sco io "
    "vo ia ceb war ms jv su tl sw yo ur arz azb ckb zh-hans zh-hant zh-tw zh-hk yue ne tg mn mul"
)
"""In about the order of how often Wikidata has a label in them, but for "mul", whose label holds in all of them."""


def word(rng: Random, least: int = 1, most: int = 3) -> str:
    """A made-up word in Latin letters, not capital."""
    count = rng.randint(least, most)
    return "".join(rng.choice(ONSETS) + rng.choice(VOWELS) + rng.choice(CODAS) for _ in range(count))


def name(rng: Random, least: int = 1, most: int = 3) -> str:
    """A made-up place or surname."""
    return word(rng, least, most).capitalize()


def person_name(rng: Random) -> str:
    """A given name and a surname, at times with an initial or a particle between them."""
    between = rng.choices(("", f"{rng.choice('ABDEGHJKLMNPRSTVW')}. ", "de ", "van ", "al-"), (80, 12, 3, 3, 2))[0]
    return f"{rng.choice(GIVEN)} {between}{name(rng, 2, 3)}"


def title(rng: Random) -> str:
    """A made-up title of a work, some of them short enough to be borne by several."""
    adjective, noun, other = rng.choice(ADJECTIVES), rng.choice(NOUNS), rng.choice(NOUNS)
    return rng.choices(
        (
            f"The {adjective} {noun}",
            noun,
            f"{noun} of {name(rng)}",
            f"{rng.choice(GIVEN)}'s {noun}",
            f"{name(rng, 2, 3)}",
            f"The {noun} and the {other}",
            f"{adjective} {noun}: {name(rng)}",
            f"{rng.randint(2, 99)} {noun}s",
            f"Who Took the {adjective} {noun}?",
            f"{name(rng)} & {name(rng)}",
        ),
        (22, 3, 16, 14, 12, 10, 10, 5, 4, 4),
    )[0]


def written(latin: str, language: str) -> str:
    """A text as a language that has letters of its own would write it: the same letter for the same letter."""
    script = SCRIPTS.get(SCRIPT_OF.get(language, ""))
    if script is None:
        return latin
    kept = latin.lower() if script in (SCRIPTS["cyrillic"], SCRIPTS["greek"]) else latin.lower()[::2]
    letters = "".join(letter if letter in " -:" else script[(ord(letter) * 7) % len(script)] for letter in kept)
    return letters[:1].upper() + letters[1:]
