"""Noun phrases and pronouns that stand for a film or its maker: "the original", "its Korean predecessor", "it", "he".

Films named by their titles have been masked before (`MASK` in place of every letter): no word of a title is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from basedon.prose.opening import genres_among, nationalities
from basedon.prose.patterns import lexicon
from basedon.prose.places import LANGUAGES
from basedon.prose.tokens import Token

MASK = "\u2180"
"""A sign that counts as a word but is no letter, and that no text has; a run of it is a film that was named."""

Role = Literal["film", "original", "remake", "it", "person", "sequel"]

_FILM = lexicon(
    "film movie picture feature drama comedy thriller tearjerker blockbuster hit production biopic documentary western"
    " musical melodrama romance comedy-drama dramedy flick romcom rom-com chiller mystery fantasy epic heist-comedy"
    " smash noir horror adventure tear-jerker weepie caper satire tragicomedy whodunit title entry crowd-pleaser"
    ""
    " one ones masterpiece romp saga fable parable shocker short animation anime feature-film cartoon miniseries"
    " Western"
    " neo-noir swashbuckler docudrama actioner"
)
_ORIGINAL = lexicon("original predecessor forerunner source forebear progenitor antecedent ancestor")
_REMAKE = lexicon(
    "remake retelling version adaptation reworking reimagining re-imagining update take counterpart redo rework re-make"
    " iteration do-over rendition variation transplant cousin reinterpretation retread redux copy edition makeover"
)
_SEQUEL = lexicon("sequel prequel spin-off spinoff follow-up reboot")
_PLURAL: dict[str, Role] = {
    "remakes": "remake",
    "versions": "remake",
    "retellings": "remake",
    "adaptations": "remake",
    "reworkings": "remake",
    "takes": "remake",
    "films": "film",
    "movies": "film",
    "ones": "film",
}
HEADS: dict[str, Role] = {
    **dict.fromkeys(_FILM, "film"),
    **dict.fromkeys(_ORIGINAL, "original"),
    **dict.fromkeys(_REMAKE, "remake"),
    **dict.fromkeys(_SEQUEL, "sequel"),
    **_PLURAL,
}
"""Nouns that a film is called by, with the part that it plays in its family."""

_DEFINITE = lexicon("the this that its his her their both these those")
_INDEFINITE = lexicon("a an another one two three four five several many numerous some various multiple no any")
_FIRST = lexicon("original first earlier earliest older source initial")
_LATER = lexicon("new newer later latest recent remade")
# Adjectives and nouns that stand before such a noun in small letters; any other word of capitals ends the phrase.
_STOPS = lexicon(
    "of and or but in on at to from for with by as is was were are be been has had have that which who whose when"
    " than then so if not also just only into over after before while because about like called titled entitled named"
    " did does do will would can could may might seen saw made makes make adapted based remade it he she they you we i"
    " came got gave became becomes remains remained where what how why there here between among through during"
    " directed starring features stars won received earned said says think thinks call calls called"
)
# After these the noun only tells what sort of thing another noun names: "the film industry", "the original novel".
_OTHER_THING = lexicon(
    "industry festival festivals critic critics maker makers rights business world studio studios community star"
    " stars buff"
    " buffs scholar school career history fans fan score music soundtrack novel novels book books play script"
    " screenplay"
    " story storyline title language cast release releases premise idea concept ending poster trailer creator author"
    " writer director directors actor actors song songs character characters series show material tv television source"
    " plot location set producer producers house company theater theatre theaters theatres distributor lover lovers"
    " team crew scene scenes setting name text manga comic webtoon legend event events incident case"
    " poem game memoir article magazine adaptation-rights queen king night debut awards award prize market"
)
_PERSONS = lexicon("director filmmaker writer-director film-maker helmer auteur moviemaker")
_COUNTRY_OF = {"Hollywood": "United States", "Bollywood": "India", "Nollywood": "Nigeria", "Hallyu": "South Korea"}
_REGIONS = lexicon("Kollywood Tollywood Mollywood Sandalwood")
_MOST = 8
"""Words that stand between the article and the noun at most."""


class Reference(Struct, frozen=True):
    """A phrase that stands for a film, or for its maker; offsets in the sentence, `head` is its last word.

    `definite`: it stands for one that is known ("the", "its"); else it tells what something is ("a Korean film").
    `owner`: the phrase begins with a possessive: "its", or a masked title's "'s".
    """

    start: int
    end: int
    role: Role
    head: str
    definite: bool = True
    plural: bool = False
    owner: str = ""
    year: int | None = None
    countries: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    genres: tuple[str, ...] = ()
    first: bool = False
    later: bool = False
    body: int = 0
    """Where the words before the noun begin, the article left out."""


def references(words: Sequence[Token]) -> list[Reference]:
    """The phrases and pronouns of a sentence (made plain, its titles masked) that mean films or their makers."""
    found: list[Reference] = []
    at = 0
    while at < len(words):
        low = words[at].text.lower().removesuffix("'s").removesuffix("'")
        if low in ("it", "its"):
            found.append(Reference(words[at].start, words[at].start + len(low), "it", low))
        elif low in ("he", "she", "his", "her") and words[at].text.islower() | (words[at].text[1:].islower()):
            found.append(Reference(words[at].start, words[at].end, "person", low))
        elif low in _PERSONS and at and words[at - 1].text.lower() in ("the", "this", "that"):
            following = words[at + 1].text if at + 1 < len(words) else "."
            if not following[0].isupper():
                found.append(Reference(words[at - 1].start, words[at].start + len(low), "person", low))
        elif low in HEADS or words[at].text in HEADS:
            end = at
            while end + 1 < len(words) and _bare(words[end + 1]) in HEADS and "'" not in words[end].text:
                end += 1
            phrase = _phrase(words, at, end)
            if phrase:
                found = [other for other in found if other.end <= phrase.start or other.start >= phrase.end]
                found.append(phrase)
            at = end
        at += 1
    return found


def _bare(word: Token) -> str:
    return word.text.lower().removesuffix("'s").removesuffix("'")


def _phrase(words: Sequence[Token], first: int, last: int) -> Reference | None:
    following = words[last + 1].text if last + 1 < len(words) else "."
    if "'" not in words[last].text and following.lower() in _OTHER_THING:
        return None
    head = _bare(words[last])
    start, opener, owner = _opening(words, first)
    if head in ("one", "ones") and not described_enough(words, start, last):
        return None
    if opener is None and head in ("take", "hit", "source", "title", "short", "feature", "mystery", "copy", "edition"):
        return None
    if head == "take" and following != "on" and not (opener and opener in _DEFINITE):
        return None
    body = words[start].start
    role = HEADS.get(head) or HEADS[words[last].text]
    described = [word.text for word in words[start : last + 1]]
    named, left = nationalities(" ".join(described))
    countries = list(named)
    languages = []
    for word in described:
        parts = word.replace("-language", "").split("/")
        languages += [part for part in parts if part in LANGUAGES and (word.endswith("-language") or part in left)]
        if word in _COUNTRY_OF:
            countries.append(_COUNTRY_OF[word])
    years = [int(word[:4]) for word in described if _is_year(word)]
    dated = last + 2 < len(words) and words[last + 1].text in ("of", "from", "in") and _is_year(words[last + 2].text)
    if dated and not years:
        years = [int(words[last + 2].text[:4])]
    low = {word.lower() for word in described}
    if role == "film" and low & {"original", "source"}:
        role = "original"
    end = words[last + 2].end if dated and years else words[last].start + len(head)
    definite = opener in _DEFINITE or bool(owner)
    return Reference(
        start=words[start - 1].start if opener and start else body,
        end=end,
        role=role,
        head=head,
        definite=definite,
        plural=head in _PLURAL,
        owner=owner,
        year=years[0] if years else None,
        countries=tuple(dict.fromkeys(countries)),
        languages=tuple(dict.fromkeys(languages)),
        genres=genres_among([word.lower() for word in described]),
        first=bool(low & _FIRST),
        later=bool(low & _LATER),
        body=body,
    )


def described_enough(words: Sequence[Token], start: int, last: int) -> bool:
    """Whether "one" is told from others: "the Hindi one", "the 2002 one", "the newer one"."""
    return any(
        _is_year(word.text)
        or word.text in LANGUAGES
        or nationalities(word.text)[0]
        or word.text in _FIRST | _LATER
        or word.text == "Korean"
        for word in words[start:last]
    )


def _is_year(word: str) -> bool:
    return len(word) in (4, 6) and word[:4].isdigit() and word[4:] in ("", "'s") and 1890 <= int(word[:4]) <= 2100


def _opening(words: Sequence[Token], first: int) -> tuple[int, str | None, str]:
    """Where the words that describe the noun begin, the article before them if there is one, and a possessive."""
    start = first
    while start and first - start < _MOST:
        text = words[start - 1].text
        low = text.lower()
        if low in _DEFINITE:
            return start, low, low if low in ("its", "his", "her", "their") else ""
        if low in _INDEFINITE:
            return start, low, ""
        if MASK in text:
            return start, None, "title" if text.endswith(("'s", "'")) else ""
        described = _describes(words, start - 1)
        if not described:
            if text.endswith(("'s", "s'")) and not _is_year(text):
                return start, None, "name"
            return start, None, ""
        start -= 1
    return start, None, ""


def _describes(words: Sequence[Token], at: int) -> bool:
    """Whether a word may stand between an article and the noun: an adjective, a nationality, a year."""
    text = words[at].text
    if not words[at].word:
        return text in (",", "-") and at > 0 and words[at - 1].word and text != ","
    if text.endswith(("'s", "s'")) and not _is_year(text):
        return False
    if _is_year(text):
        return True
    if text.lower() in _STOPS:
        return False
    if text.islower():
        return True
    parts = text.replace("-language", "").split("-")
    return (
        text in _COUNTRY_OF
        or text in _REGIONS
        or all(part in LANGUAGES or part[:1].islower() or bool(nationalities(part)[0]) for part in parts)
        or bool(nationalities(text)[0])
        or text
        in (
            "South",
            "North",
            "Hong",
            "Kong",
            "New",
            "Zealand",
            "Sri",
            "Lankan",
            "Netflix",
            "Oscar-winning",
            "West",
            "East",
            "Saudi",
        )
    )
