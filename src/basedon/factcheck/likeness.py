"""Whether two names mean one person, two titles one work, two countries one place: spelling allowed for."""

from __future__ import annotations

from collections.abc import Iterable

from basedon.identity.titles import normal, normal_name

ALIKE = 84
"""Of 100: how alike two spellings of a name are (rapidfuzz's ratio of sorted words)."""

TITLES = 88
"""Of 100: how alike two spellings of a title are."""

_ONE_PLACE = (
    {"Soviet Union", "Russia", "Ukraine", "Georgia"},
    {"West Germany", "Germany", "East Germany", "Weimar Republic", "Nazi Germany", "German Empire"},
    {"Czechoslovakia", "Czech Republic", "Slovakia"},
    {"Yugoslavia", "Serbia", "Croatia", "Bosnia and Herzegovina", "Slovenia", "North Macedonia", "Montenegro"},
    {"Hong Kong", "China", "Taiwan"},
    {"Italy", "Kingdom of Italy"},
    {"South Korea", "Korea"},
    {"Palestine", "Israel"},
)
_ONE_TONGUE = (
    {"Chinese", "Mandarin", "Cantonese", "Hokkien", "Mandarin Chinese"},
    {"Persian", "Dari", "Farsi"},
    {"Filipino", "Tagalog"},
    {"Hindi", "Urdu", "Hindustani"},
    {"Serbian", "Croatian", "Bosnian", "Serbo-Croatian"},
    {"Indonesian", "Malay"},
    {"Dutch", "Flemish"},
    {"Danish", "Norwegian"},
)
SPOKEN: dict[str, frozenset[str]] = {
    country: frozenset(tongues.split("/"))
    for country, tongues in (
        line.split(": ")
        for line in [
            "United States: English",
            "United Kingdom: English/Welsh",
            "Canada: English/French",
            "Australia: English",
            "New Zealand: English/Maori",
            "Ireland: English/Irish",
            "South Africa: English/Afrikaans/Zulu/Xhosa",
            "France: French",
            "Belgium: French/Dutch/Flemish",
            "Switzerland: German/French/Italian",
            "Luxembourg: French/German",
            "Monaco: French",
            "Germany: German",
            "Austria: German",
            "Italy: Italian",
            "Spain: Spanish/Catalan/Basque/Galician",
            "Mexico: Spanish",
            "Argentina: Spanish",
            "Chile: Spanish",
            "Colombia: Spanish",
            "Peru: Spanish",
            "Uruguay: Spanish",
            "Venezuela: Spanish",
            "Cuba: Spanish",
            "Ecuador: Spanish",
            "Bolivia: Spanish",
            "Portugal: Portuguese",
            "Brazil: Portuguese",
            "Netherlands: Dutch",
            "Denmark: Danish",
            "Sweden: Swedish",
            "Norway: Norwegian",
            "Finland: Finnish/Swedish",
            "Iceland: Icelandic",
            "Poland: Polish",
            "Czech Republic: Czech",
            "Slovakia: Slovak",
            "Hungary: Hungarian",
            "Romania: Romanian",
            "Bulgaria: Bulgarian",
            "Greece: Greek",
            "Cyprus: Greek/Turkish",
            "Turkey: Turkish",
            "Russia: Russian",
            "Soviet Union: Russian",
            "Ukraine: Ukrainian/Russian",
            "Japan: Japanese",
            "South Korea: Korean",
            "North Korea: Korean",
            "China: Mandarin/Chinese/Cantonese",
            "Hong Kong: Cantonese/Mandarin/Chinese",
            "Taiwan: Mandarin/Chinese/Hokkien",
            "Thailand: Thai",
            "Vietnam: Vietnamese",
            "Indonesia: Indonesian",
            "Malaysia: Malay/Mandarin/Tamil/English",
            "Singapore: English/Mandarin/Malay",
            "Philippines: Filipino/Tagalog/English",
            "Iran: Persian",
            "Israel: Hebrew/Arabic",
            "Egypt: Arabic",
            "Lebanon: Arabic",
            "Saudi Arabia: Arabic",
            "Morocco: Arabic/French",
            "Tunisia: Arabic/French",
            "India: Hindi/Tamil/Telugu/Malayalam/Kannada/Bengali/Marathi/Punjabi/Gujarati/Urdu/English/Odia/Assamese",
            "Pakistan: Urdu/Punjabi",
            "Bangladesh: Bengali",
            "Sri Lanka: Sinhala/Tamil",
            "Nepal: Nepali",
            "Nigeria: English/Yoruba/Igbo/Hausa",
        ]
    )
}
"""Languages that the films of a country are commonly in."""


def same_person(name: str, keys: Iterable[str]) -> bool:
    """Whether a name is that of one of these people (as keys): surnames, turned order, other spellings allowed for."""
    from rapidfuzz import fuzz

    key = normal_name(name)
    words = set(key.split())
    joined = key.replace(" ", "")
    for other in keys:
        parts = other.split()
        if key == other or (words and words <= set(parts)):
            return True
        if len(parts) > 1 and set(parts) <= words:
            return True
        if joined == other.replace(" ", ""):
            return True
        if fuzz.token_sort_ratio(key, other) >= ALIKE:
            return True
        last, their = key.split()[-1:], parts[-1:]
        if len(words) > 1 and len(parts) > 1 and _surname(last, their) and key[:1] == other[:1]:
            return True  # "Bob" and "Robert" are not told, "Jon" and "Jonathan", "J. A." are
        if len(words) > 1 and len(parts) > 1 and fuzz.ratio("".join(sorted(words)), "".join(sorted(parts))) >= ALIKE:
            return True
    return False


def _surname(one: list[str], other: list[str]) -> bool:
    return bool(one) and one == other


def same_title(title: str, keys: Iterable[str]) -> bool:
    """Whether a title is one of these (as keys): spelling, articles and subtitles allowed for."""
    from rapidfuzz import fuzz

    key = normal(title)
    for other in keys:
        if key == other or fuzz.ratio(key, other) >= TITLES:
            return True
        shorter, longer = sorted((key, other), key=len)
        if len(shorter) > 4 and (longer.startswith(shorter + " ") or longer.endswith(" " + shorter)):
            return True
    return False


def same_place(one: str, others: Iterable[str]) -> bool:
    """Whether a country is one of these, or what became of one."""
    others = set(others)
    return one in others or any(one in group and group & others for group in _ONE_PLACE)


def same_tongue(one: str, others: Iterable[str]) -> bool:
    """Whether a language is one of these, or is often called by its name."""
    others = set(others)
    return one in others or any(one in group and group & others for group in _ONE_TONGUE)


def could_be(country: str, countries: Iterable[str], languages: Iterable[str]) -> bool:
    """Whether a film of these countries and languages may well be of this one too, as a co-production is."""
    spoken = SPOKEN.get(country)
    if spoken is None:
        return True
    theirs = set(languages) or {tongue for land in countries for tongue in SPOKEN.get(land, ())}
    return not theirs or any(same_tongue(tongue, theirs) for tongue in spoken)
