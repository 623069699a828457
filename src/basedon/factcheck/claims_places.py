"""Reads where a film is said to come from, in which language it is, and of which genre."""

from __future__ import annotations

from collections.abc import Iterator

from basedon.factcheck.clause import Clause, Films, Found
from basedon.prose.countries import COUNTRIES, country
from basedon.prose.opening import nationalities
from basedon.prose.patterns import compiled, either
from basedon.prose.places import COUNTRIES as COUNTRIES_SAID
from basedon.prose.places import LANGUAGES
from basedon.prose.references import MASK, Reference

_LANDS = either(
    {
        *COUNTRIES,
        "the US",
        "the UK",
        "the USA",
        "the U.S.",
        "the U.K.",
        "America",
        "Korea",
        "Britain",
        "England",
        "USA",
        "US",
        "UK",
        "the Philippines",
        "the Netherlands",
        "the United States",
        "the United Kingdom",
        "the Soviet Union",
        "Hollywood",
        "Bollywood",
    }
)
LAND = rf"({_LANDS})"
_MADE_IN = compiled(
    rf"\b(?:was|were|is|,|\() ?(?:first |originally |itself )?(?:made|produced)(?: and [\pL]+)? in {LAND}\b"
)
_FROM = compiled(
    rf"(?:{MASK}[\"'\x20]*(?: \([^()]*\))?,?|\b(?:film|movie|drama|comedy|thriller|production|picture|original"
    rf"|remake|version|tearjerker|hit)) (?:comes |hails |came )?from {LAND}\b"
)
_HAILS = compiled(rf"\b(?:comes|hails|came|hailed|is|was) (?:originally )?from {LAND}\b")
_BRACKET = compiled(rf"{MASK}[\"'\x20]*(?: film| movie)? ?\((?:[^()]*?, ?)?{LAND}(?:, ?[^()]*)?\)")
_IN_TONGUE = compiled(
    r"\b(?:(?:shot|filmed|spoken|made|performed|told|entirely|originally|mostly|is|was|dialogue"
    r"|released)(?: entirely| mainly| mostly| originally| almost entirely)? in) "
    r"(?:the )?(\p{Lu}[\pL]+)(?: (?:language|dialogue))?(?: and (\p{Lu}[\pL]+))?\b"
)
_TONGUE = compiled(r"\b(\p{Lu}[\pL]+)[- ]language\b")
_IS = compiled(r"(?:\b(?:is|was|remains|being|as)|,|^) (?:[a-z]+ )?$")
_IS_A = compiled(r"\b(?:is|was|remains) $")
_NEGATED = compiled(r"\b(?:not|never|n't|no longer|neither|nor|rather than|isn't|wasn't)(?: \w+)?$")
_VAGUE = frozenset({"short", "feature", "teen", "family", "independent", "silent", "live-action", "animated"})

_AMERICA, _BRITAIN = "United States", "United Kingdom"
ALSO = {
    **dict.fromkeys(
        ("the US", "the USA", "the U.S.", "America", "USA", "US", "the United States", "Hollywood"), _AMERICA
    ),
    **dict.fromkeys(("UK", "the UK", "the U.K.", "Britain", "England", "the United Kingdom"), _BRITAIN),
    "Bollywood": "India",
    "Korea": "South Korea",
    "the Philippines": "Philippines",
    "the Netherlands": "Netherlands",
    "the Soviet Union": "Soviet Union",
}
"""Countries by other names."""


def land(text: str) -> str:
    """The country that a text names, by its usual name."""
    text = " ".join(text.split())
    return ALSO.get(text) or country(text) or text


def read(clause: Clause) -> Iterator[Found]:
    """The countries, languages and genres that a sentence states."""
    done: set[int] = set()
    for ref in clause.refs:
        phrase = ref.phrase
        if phrase and (ref.titled or phrase.role == "original" or ref.by_name):
            done.add(id(phrase))
            yield from _of_phrase(clause, phrase, ref.works, ref.sure, ref.end if ref.titled else phrase.end)
    for phrase in clause.phrases:
        if id(phrase) not in done and (phrase.countries or phrase.languages or phrase.genres):
            works, sure = told_of(clause, phrase)
            if works:
                yield from _of_phrase(clause, phrase, works, sure, phrase.end, told=True)
    for pattern in (_MADE_IN, _FROM, _HAILS, _BRACKET):
        for match in pattern.finditer(clause.shape):
            begun = match.start()
            named = clause.at(begun, begun + 1)
            if pattern in (_FROM, _BRACKET):
                works, sure = (named.works, named.sure) if named else told_at(clause, begun)
            else:
                works, sure = clause.subjects(begun)
            if works:
                at = (match.start(1), match.end(1))
                start = named.start if named else begun
                yield _country(works, sure, start, match.end(), at, land(match.group(1) or ""))
    for match in _IN_TONGUE.finditer(clause.shape):
        for group in (1, 2):
            name = match.group(group)
            if name in LANGUAGES:
                works, sure = clause.subjects(match.start(), participle=True)
                if works:
                    yield Found(
                        type="original_language",
                        works=works,
                        stated=name,
                        start=match.start(),
                        end=match.end(group),
                        value=(match.start(group), match.end(group)),
                        sure=sure,
                    )


def told_at(clause: Clause, at: int) -> tuple[Films, bool]:
    """The films that a phrase at an offset tells of."""
    phrase = next((p for p in clause.phrases if p.start <= at < p.end), None)
    return told_of(clause, phrase) if phrase else ((), False)


def told_of(clause: Clause, phrase: Reference) -> tuple[Films, bool]:
    """The films that a phrase tells something of: the subject before "is a Korean film", or "X, a Korean film"."""
    before = clause.shape[: phrase.start].rstrip(" \"'")
    near = clause.before(phrase.start)
    if phrase.plural or (phrase.role in ("sequel", "original") and not phrase.definite):
        return (), False
    if near is not None and clause.shape[near.end : phrase.start].strip(" \"'") in (",", "-", "(", ":", ""):
        return near.works, near.sure
    if near is not None and compiled_bracket(clause.shape[near.end : phrase.start]):
        return near.works, near.sure
    if not before:  # "A Korean drama about X, Y follows"
        following = clause.after(phrase.end)
        opening = clause.shape[phrase.end : following.start] if following else ""
        return (following.works, following.sure) if following and opening.rstrip().endswith(",") else ((), False)
    if _IS.search(before[-30:] + " "):
        return clause.subjects(phrase.start)
    return (), False


_AFTER_BRACKET = compiled(r"^[\"']* ?\([^()]*\),? ?(?:is|was)? ?$")


def compiled_bracket(between: str) -> bool:
    """Whether only a bracket stands between a title and what tells of it."""
    return _AFTER_BRACKET.match(between) is not None


def _of_phrase(
    clause: Clause, phrase: Reference, works: Films, sure: bool, end: int, told: bool = False
) -> Iterator[Found]:
    if clause.shape[phrase.end :].lstrip().startswith(("called", "titled", "named", "entitled")) and not any(
        r.phrase is phrase for r in clause.refs
    ):
        return  # of a film whose title is not known here
    if _NEGATED.search(clause.shape[max(0, phrase.start - 24) : phrase.start].rstrip()):
        return
    described = clause.text[phrase.body : phrase.end]
    for name in phrase.countries:
        at = _place_of(described, name)
        if at:
            place = (phrase.body + at[0], phrase.body + at[1])
            yield _country(works, sure, phrase.start, end, place, name)
    for name in phrase.languages:
        start = described.find(name)
        if start >= 0:
            at = (phrase.body + start, phrase.body + start + len(name))
            yield Found(
                type="original_language", works=works, stated=name, start=phrase.start, end=end, value=at, sure=sure
            )
    named = [genre for genre in phrase.genres if genre not in _VAGUE]
    if named:
        where = [described.lower().find(genre) for genre in named]
        known = [at for at in where if at >= 0]
        first = phrase.body + min(known) if known else phrase.body
        last = (
            phrase.body + max(at + len(genre) for at, genre in zip(where, named, strict=True) if at >= 0)
            if known
            else phrase.end
        )
        yield Found(
            type="genre",
            works=works,
            stated=clause.text[first:last] if known else " ".join(named),
            start=phrase.start,
            end=end,
            value=(first, last),
            kind="|".join(named),
            sure=sure,
            place="told" if told and not phrase.definite and _IS_A.search(clause.shape[: phrase.start]) else None,
        )


def _place_of(described: str, name: str) -> tuple[int, int] | None:
    """Where the word stands that says a country."""
    words = described.replace("-", " ").replace("/", " ").split(" ")
    at = 0
    for place, word in enumerate(words):
        pair = " ".join(words[place : place + 2])
        for text in (pair, word):
            if name in nationalities(text)[0] and (text == word or text in COUNTRIES_SAID):
                return at, at + len(text)
        at += len(word) + 1
    return None


def _country(works: Films, sure: bool, start: int, end: int, at: tuple[int, int], name: str) -> Found:
    return Found(type="country", works=works, stated=name, start=start, end=end, value=at, place=name, sure=sure)
