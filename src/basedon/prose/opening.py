"""Reads the plain facts off the first sentences of a lead: year, countries, languages, genres, directors."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from basedon.prose.directors import SENTENCES, read_directors
from basedon.prose.patterns import Match, compiled, lexicon, plain
from basedon.prose.places import COMBINING, COUNTRIES, LANGUAGES
from basedon.prose.sentences import split

_LEAD = 20_000  # characters of a lead that are looked at


class Opening(Struct, frozen=True):
    """What the first sentences of a lead say of the film; empty or None where they don't say it surely.

    `sentences` is how many sentences the lead has.
    """

    year: int | None = None
    countries: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    genres: tuple[str, ...] = ()
    directors: tuple[str, ...] = ()
    documentary: bool = False
    sentences: int = 0


_IS = compiled(r" (?:is|was|are|refers to) (?:an? |the |one of the )?")
# The noun that ends the definition: what stands between "is a" and it describes the film.
_NOUN = compiled(
    r"\b(?:films?|movies?|pictures?|documentar(?:y|ies)|miniseries|mini-series|series|telefilm|telemovie"
    r"|telenovela|musical|serial"
    r"|short|drama|comedy|thriller|western|featurette|cartoon|anime|biopic|docudrama|mockumentary|feature"
    r"|anthology|sitcom)\b",
    case=False,
)
_ENDS = compiled(
    r"[,;(]| (?:by|directed|written|produced|starring|based|that|which|about|from|in|for|of|with|and directed) "
)
_YEAR = compiled(r"\b(1[89]\d\d|20\d\d)\b")
# "Little Men (1940) is", "a drama film from 1950", "released on May 3, 1950".
_BRACKETED = compiled(r"^[^()]*\((?:\pL+ )?(1[89]\d\d|20\d\d)(?: \pL+)?\) (?:is|was) ")
_RELEASED = compiled(
    r"\b(?:films?|movie|documentary|picture|short) (?:of|from) (1[89]\d\d|20\d\d)\b"
    r"|\b(?:released|made|aired|premiered|broadcast|produced)(?: in| on)? (?:\pL+ )?(?:\d\d?,? )?(1[89]\d\d|20\d\d)\b"
)
_LANGUAGE = compiled(r"\b(\p{Lu}\pL+)[- ]language\b")
_LANGUAGES = compiled(r"\b(\p{Lu}\pL+)(?:-| )(?:and|/)(?:-| )(\p{Lu}\pL+)[- ]language\b")
_GENRES = (
    "documentary biographical historical drama comedy thriller horror action adventure fantasy crime mystery"
    " romance romantic"
    " musical western war sports science-fiction science fiction superhero animated silent short epic noir"
    " spy heist martial arts disaster family teen coming-of-age satirical satire parody political legal psychological"
    " supernatural slasher zombie vampire monster road buddy dance concert biopic docudrama mockumentary"
    " melodrama period"
    " comedy-drama dramedy black comedy dark comedy romantic comedy neo-noir film noir sci-fi erotic gangster"
    " prison survival"
    " swashbuckler sword-and-sandal blaxploitation exploitation experimental avant-garde anthology anime true crime"
    " mumblecore found footage screwball comedy slapstick tragicomedy christmas religious christian steampunk dystopian"
    " post-apocalyptic propaganda stop-motion computer-animated live-action television independent surreal"
    " absurdist whodunit"
    " suspense techno-thriller kaiju wuxia giallo chick-flick giallo rock music dance education educational nature"
)
_TWO_WORDS = frozenset(
    {"science fiction", "martial arts", "black comedy", "dark comedy", "romantic comedy", "film noir", "true crime",
     "found footage", "screwball comedy", "neo noir"}
)  # fmt: skip
_ONE_WORD = lexicon(_GENRES) - {
    "fiction",
    "arts",
    "true",
    "found",
    "footage",
    "film",
    "black",
    "dark",
    "chick-flick",
}
_NO_GENRE = frozenset(
    {"television", "independent", "live-action", "short", "silent", "music", "rock", "education", "nature"}
)
_MEDIUM = frozenset({"short", "silent", "television"})
_DOCUMENTARY = compiled(r"\b(?:documentary|documentaries|docufiction|docuseries)\b", case=False)
_MOCK = compiled(r"\b(?:mock|fake|pseudo|faux|fictional|fictitious|style|parody|spoof)\b", case=False)


def read_opening(text: str) -> Opening:
    """The opening of a lead: "X is a 2013 South Korean comedy-drama film directed by ..."."""
    spans = split(text[:_LEAD])
    if not spans:
        return Opening()
    first = plain(spans[0].text)
    defined = _definition(first)
    countries, adjectives = nationalities(defined)
    year = _YEAR.search(defined) or _BRACKETED.search(first) or _RELEASED.search(first)
    return Opening(
        year=next((int(said) for said in _groups(year) if said), None),
        countries=countries,
        languages=_languages(first),
        genres=genres_among(adjectives),
        directors=read_directors([plain(span.text) for span in spans[:SENTENCES]])
        if defined or not _IS.search(first)
        else (),
        documentary=_DOCUMENTARY.search(defined) is not None and _MOCK.search(defined) is None,
        sentences=len(spans),
    )


def _groups(match: Match | None) -> tuple[str | None, ...]:
    return () if match is None else match.groups()


def _definition(sentence: str) -> str:
    """What stands between "is a" and the noun that says what it is, that noun included."""
    is_a = _IS.search(sentence)
    if is_a is None:
        return ""
    rest = sentence[is_a.end() : is_a.end() + 260]
    end = 0
    if _NOUN.search(rest) is None:  # "a 1997 American action crime directed by"
        stop = _ENDS.search(rest)
        return rest[: stop.start()] if stop and (stop.group() or "").strip() == "directed" else ""
    for noun in _NOUN.finditer(rest):
        stop = _ENDS.search(rest[: noun.start()])
        if stop and end:
            break
        if stop and "," not in (stop.group() or ""):
            break
        end = noun.end()
    return rest[:end]


def nationalities(defined: str) -> tuple[tuple[str, ...], list[str]]:
    """The countries a definition's nationalities name, and the words that are left."""
    words = [word.strip(",;()\"'") for word in defined.replace("\u2013", "-").replace("/", "-").split()]
    countries: list[str] = []
    left: list[str] = []
    at = 0
    while at < len(words):
        pair = " ".join(words[at : at + 2])
        found: list[str] = []
        used = 1
        if words[at].endswith("-language"):
            pass
        elif pair in COUNTRIES:
            found, used = [COUNTRIES[pair]], 2
        elif words[at] in COUNTRIES:
            found = [COUNTRIES[words[at]]]
        elif "-" in words[at] and words[at][:1].isupper():
            found, used = _hyphened(words, at)
        if not found:
            left.append(words[at])
        countries += [country for country in found if country not in countries]
        at += used
    return tuple(countries), left


def _hyphened(words: Sequence[str], at: int) -> tuple[list[str], int]:
    """The countries of "British-American", "Franco-Belgian", "French-South Korean", and how many words they take."""
    used = 1
    text = words[at]
    if at + 1 < len(words) and text.split("-")[-1] in ("South", "West", "East", "New", "Hong", "North", "Saudi", "Sri"):
        text, used = f"{text} {words[at + 1]}", 2
    found = []
    for part in text.split("-"):
        country = COUNTRIES.get(part) or COMBINING.get(part)
        if country is None:
            return [], 1
        found.append(country)
    return found, used


def _languages(sentence: str) -> tuple[str, ...]:
    found: list[str] = []
    for match in _LANGUAGES.finditer(sentence):
        found += [match.group(1) or "", match.group(2) or ""]
    found += [match.group(1) or "" for match in _LANGUAGE.finditer(sentence)]
    return tuple(dict.fromkeys(language for language in found if language in LANGUAGES))


def genres_among(words: Sequence[str]) -> tuple[str, ...]:
    """The genres that words name."""
    low = [word.lower() for word in words]
    found: list[str] = []
    at = 0
    while at < len(low):
        pair = " ".join(low[at : at + 2])
        if pair in _TWO_WORDS:
            found.append(pair)
            at += 2
            continue
        parts = [low[at]] if low[at] in _ONE_WORD else low[at].split("-")
        if all(part in _ONE_WORD and part not in _NO_GENRE - _MEDIUM for part in parts):
            found += parts
        at += 1
    return tuple(dict.fromkeys(found))
