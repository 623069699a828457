"""Countries and languages as infoboxes name them, in several languages, by their usual English names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from basedon.prose import places

AMERICA, BRITAIN, KOREA = "United States", "United Kingdom", "South Korea"
COUNTRY_NAMES = {
    **dict.fromkeys(("USA", "US", "U.S.", "U.S.A", "U.S.A.", "United States of America", "United states"), AMERICA),
    **dict.fromkeys(("UK", "U.K.", "GBR", "United kingdom", "Great Britain"), BRITAIN),
    **dict.fromkeys(("England", "Scotland", "Wales"), BRITAIN),
    **dict.fromkeys(("The Netherlands", "the Netherlands", "Holland", "NLD"), "Netherlands"),
    **dict.fromkeys(("USSR", "SUN", "URSS", "U.S.S.R."), "Soviet Union"),
    **dict.fromkeys(("People's Republic of China", "Mainland China"), "China"),
    **dict.fromkeys(("Macao", "Macao SAR China"), "Macau"),
    **dict.fromkeys(("British Hong Kong", "Hong Kong SAR China"), "Hong Kong"),
    **dict.fromkeys(("SFR Yugoslavia", "Socialist Federal Republic of Yugoslavia", "YUG"), "Yugoslavia"),
    **dict.fromkeys(("Bosnia-Herzegovina", "Bosnia & Herzegovina"), "Bosnia and Herzegovina"),
    **dict.fromkeys(("Burma", "Myanmar (Burma)"), "Myanmar"),
    "The Bahamas": "Bahamas",
    "Trinidad & Tobago": "Trinidad and Tobago",
    "Republic of Ireland": "Ireland",
    "Türkiye": "Turkey",
    "Czechia": "Czech Republic",
    "Côte d’Ivoire": "Ivory Coast",
    "Congo - Kinshasa": "Democratic Republic of the Congo",
    "Palestinian Territories": "Palestine",
    "CSK": "Czechoslovakia",
    "DDR": "East Germany",
}
"""Other English names, and codes that no list of present countries has."""

COUNTRIES = frozenset(
    set(places.COUNTRIES.values())
    | {"Bahamas", "Barbados", "Belize", "Bermuda", "Botswana", "Burkina Faso", "Cayman Islands", "El Salvador"}
    | {"German Empire", "Honduras", "Kingdom of Italy", "Lesotho", "Liechtenstein", "Macau", "Madagascar", "Malawi"}
    | {"Mauritius", "Nazi Germany", "Nicaragua", "Northern Ireland", "Oman", "Papua New Guinea", "Russian Empire"}
    | {"Samoa", "Serbia and Montenegro", "Sierra Leone", "Suriname", "Trinidad and Tobago", "Turkmenistan"}
    | {"Weimar Republic"}
)
LANGUAGES = frozenset(
    places.LANGUAGES
    | {"Algonquian", "Apache", "Aramaic", "Arrernte", "Balinese", "Blackfoot", "Cheyenne", "Comanche", "Cree"}
    | {"Creole", "Egyptian", "Emberá", "Esperanto", "Gaelic", "Hawaiian", "Huron", "Kinyarwanda", "Krio", "Kuna"}
    | {"Lakota", "Lao", "Latin", "Luxembourgish", "Masai", "Mayan", "Mende", "Mixtec", "Mohawk", "Māori", "Nahuatl"}
    | {"Norse", "Ojibwe", "Patois", "Pawnee", "Rotuman", "Samoan", "Serbo-Croatian", "Shanghainese", "Sioux"}
    | {"Syriac", "Tok Pisin", "Tzotzil"}
)

_SPLIT = re.compile(r"\s*[,;/\n]\s*")
_SPLIT_ELSEWHERE = re.compile(r"\s*(?:[,;/\n、，・·]|\s(?:und|et|y|e|ve|and)\s)\s*")
_LOCALES = {"zh": ("zh", "zh_Hant"), "pt": ("pt", "pt_PT")}
# Names in use beside those of the CLDR.
_ALSO: dict[str, dict[str, str]] = {
    "de": {"Hongkong": "Hong Kong", "Sowjetunion": "Soviet Union", "Tschechoslowakei": "Czechoslovakia"},
    "fr": {"URSS": "Soviet Union", "Tchécoslovaquie": "Czechoslovakia", "République tchèque": "Czech Republic"},
    "es": {"EE. UU.": AMERICA, "Unión Soviética": "Soviet Union", "República Checa": "Czech Republic"},
    "it": {"Stati Uniti d'America": AMERICA, "Unione Sovietica": "Soviet Union", "Cecoslovacchia": "Czechoslovakia"},
    "pt": {"União Soviética": "Soviet Union"},
    "tr": {"ABD": AMERICA, "Birleşik Krallık": BRITAIN, "Türkiye": "Turkey"},
    "ko": {"대한민국": KOREA, "한국": KOREA, "홍콩": "Hong Kong", "소련": "Soviet Union", "타이완": "Taiwan"},
    "ja": {"大韓民国": KOREA, "アメリカ": AMERICA, "香港": "Hong Kong", "ソビエト連邦": "Soviet Union"},
    "zh": {"韓國": KOREA, "大韓民國": KOREA, "香港": "Hong Kong", "蘇聯": "Soviet Union", "苏联": "Soviet Union"},
}
_TONGUES_ALSO: dict[str, dict[str, str]] = {
    "ja": {"朝鮮語": "Korean"},
    "zh": dict.fromkeys(("普通话", "普通話", "国语", "國語"), "Mandarin"),
}
_LANGUAGE_NAMES = {"Mandarin Chinese": "Mandarin", "Bangla": "Bengali", "Slovenian": "Slovene", "Māori": "Maori"}


def country(text: str) -> str:
    """The country by its usual name; empty where it is none."""
    usual = COUNTRY_NAMES.get(text, text)
    return usual if usual in COUNTRIES else ""


def is_language(text: str) -> bool:
    """Whether it names a language, or a kind of one: "Mandarin Chinese", "Old Norse", "American Sign Language"."""
    if not text.replace(" ", "").replace("-", "").isalpha() or not text.istitle():
        return False
    return text in LANGUAGES or text.split()[-1] in LANGUAGES or text.endswith(" Sign Language")


def countries(fragments: Iterable[str], language: str = "en") -> list[str]:
    """The countries that a cell of an infobox in some language lists."""
    if language == "en":
        named = (country(part) or _codes().get(part, "") for text in fragments for part in _SPLIT.split(text))
    else:
        known = _named(language)[0]
        split = (part for text in fragments for part in _SPLIT_ELSEWHERE.split(text))
        named = (known.get(part.casefold()) or country(part) or _codes().get(part, "") for part in split)
    return list(dict.fromkeys(filter(None, named)))


def languages(fragments: Iterable[str], language: str = "en") -> list[str]:
    """The languages that a cell of an infobox in some language lists."""
    if language == "en":
        return list(dict.fromkeys(part for text in fragments for part in _SPLIT.split(text) if is_language(part)))
    known = _named(language)[1]
    split = (part.casefold() for text in fragments for part in _SPLIT_ELSEWHERE.split(text))
    return list(dict.fromkeys(known[part] for part in split if part in known))


@cache
def by_code() -> dict[str, str]:
    """The usual English name of each country by its two letters (ISO 3166)."""
    from babel import Locale

    return {
        code: COUNTRY_NAMES.get(name, name)
        for code, name in Locale("en").territories.items()
        if len(code) == 2 and code.isalpha() and code not in {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}
    }


@cache
def _codes() -> dict[str, str]:
    """Countries by the codes of three letters that flag templates are named by."""
    from babel import Locale
    from babel.core import get_global

    english = Locale("en").territories
    named = {
        code: country(english.get(now[0], ""))
        for code, now in get_global("territory_aliases").items()
        if len(code) == 3 and code.isalpha() and len(now) == 1
    }
    return {code: name for code, name in named.items() if name}


@cache
def _named(language: str) -> tuple[dict[str, str], dict[str, str]]:
    """Countries and languages by their names in another language, in small letters."""
    from babel import Locale

    english = Locale("en")
    lands: dict[str, str] = {}
    tongues: dict[str, str] = {}
    for locale in map(Locale.parse, _LOCALES.get(language, (language,))):
        for code, name in locale.territories.items():
            if len(code) == 2 and (usual := country(english.territories.get(code, ""))):
                lands[name.casefold()] = usual
        for code, name in locale.languages.items():
            usual = english.languages.get(code, "")
            usual = _LANGUAGE_NAMES.get(usual, usual)
            if is_language(usual):
                tongues[name.casefold()] = usual
                if language == "zh":
                    tongues[name.replace("文", "語")] = usual  # the CLDR has the written language for the spoken one
    tongues |= _TONGUES_ALSO.get(language, {})
    lands |= {name.casefold(): usual for name, usual in _ALSO.get(language, {}).items()}
    return lands, tongues
