"""From a question as people type it to the ways it can be read.

The wordings stand with their questions, as patterns over the whole text with slots for names; this module cleans the
text, fills the slots, takes hints (a year, a country, a language, a director) off the names, and puts the readings in
order.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from msgspec.structs import replace

from basedon.model.answer import QuestionKind
from basedon.questions import QUESTIONS
from basedon.questions.places import PLACES, WORD
from basedon.questions.question import Asked, Hints, Named

LONGEST = 400
"""Characters of a question that are read; a longer one is cut, which bounds the time."""

SLOTS = {"{film}": r"(?P<title>.+?)", "{film2}": r"(?P<second>.+?)", "{person}": r"(?P<person>[^?]+?)"}
SLOTS["{place}"] = f"(?P<place>{WORD})"
PRONOUN = re.compile(r"(?:it|this|that|[Tt]his one|(?:[Tt]he|[Tt]his|[Tt]hat) (?:film|movie|one|story))$")
"""Words that mean the film spoken of; with a capital, "It" is a film of its own."""

POLITE = re.compile(
    r"^(?:(?:hey|hi|hello|please|so|ok|okay|um|well|and|but)[,! ]+|(?:can|could|would) you (?:please )?(?:tell|show) me |"
    r"(?:please )?tell me |(?:do|does) (?:you|anyone|anybody) know |i(?:'d like| want| would like) to know |"
    r"i wonder |(?:if|whether) )+",
    re.IGNORECASE,
)
QUOTES = " ,'\"“”‘’«»"
OPENING = re.compile(
    r"(?:the )?(?:(?:film|movie|tv series|tv show|series|show)(?: (?:called|named|titled))?|"
    r"(?:story|events|plot) (?:of|in|behind)(?: the (?:film|movie|series))?) (.+)",
    re.IGNORECASE,
)
"""What is said before a title; tried only after the whole, for "The Story of Adele H." is one."""

SOME_FILM = re.compile(
    rf"(?:(?:an?|the|any|some|another|other) )*(?:(?:older|old|earlier|classic|foreign|silent) )*(?:({WORD}) )?"
    r"(?:original|films?|movies?|one|series|version)",
    re.IGNORECASE,
)
"""A film that is not named: "the original", "a Japanese film"."""

TAIL = re.compile(
    r"[,;]? (?:or not|or is it|right|please|then|though|do you know|or what|or (?:is it )?(?:just |all )?(?:fake|fiction|false|made up))$",
    re.IGNORECASE,
)
ASPECTS = {
    "star": "cast_member",
    "actor": "cast_member",
    "actress": "cast_member",
    "cast": "cast_member",
    "movie": "film",
}
SPOKEN_OF = {"he": "director", "she": "director", "they": "director"}

LISTED: tuple[tuple[str, QuestionKind], ...] = (
    (
        r"(?:what|which)(?: film| movie)?s? (?:made|makes?) (?:people|you|everyone|me) cry.*|.*\btearjerkers?\b.*",
        "tearjerkers",
    ),
    (r"(?:does|did|will) .+ make (?:people|you|me|everyone) (?:cry|laugh|weep|sad|happy)", "reception"),
    (r"(?:is|was) .+ (?:sad|funny|scary)", "reception"),
    (
        r"(?:(?:can you |please )?(?:recommend|suggest)(?: me)? |i want )?(?:(?:an?|some|any) (?:uplifting|sad|funny|scary|cheerful) "
        r"(?:films?|movies?)|(?:something|anything|a (?:film|movie)|(?:films|movies)) (?:uplifting|sad|funny|scary|cheerful|to cry.*|for a good cry))",
        "moods",
    ),
)
"""Questions that no film of the starter answers: recognised, so that the answer says which source they need."""


def clean(text: str) -> str:
    """The question as one line without control, direction and zero-width characters, and without end marks."""
    text = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in text[: 4 * LONGEST])
    text = "".join(c for c in text if unicodedata.category(c) not in ("Cf", "Cs", "Co", "Cn") and c != "\ufffd")
    return " ".join(text.replace("’", "'").split())[:LONGEST].strip(" ?!.…")


def bare(question: str) -> str:
    """A clean question without polite openings and afterthoughts."""
    return TAIL.sub("", POLITE.sub("", question)).strip(" ?!.…")


@cache
def patterns(kind: str) -> list[re.Pattern[str]]:
    """The compiled wordings of a kind of question."""
    compiled = []
    for wording in QUESTIONS[kind].wordings:
        for slot, pattern in SLOTS.items():
            wording = wording.replace(slot, pattern)
        compiled.append(re.compile(wording, re.IGNORECASE))
    return compiled


def readings(text: str) -> Iterator[Asked]:
    """Every way in which a question can be read, the likeliest first; none for an empty one.

    The first is as a title, for titles are questions too: "Who Framed Roger Rabbit".
    """
    typed = clean(text)
    if not typed:
        return
    yield Asked("true_story", typed)
    questions = list(dict.fromkeys(filter(None, (bare(typed), typed))))
    for question in questions:
        for wording, listed in LISTED:
            if re.fullmatch(wording, question, re.IGNORECASE):
                yield Asked(listed, aspect="tears" if listed == "reception" else None)
        for kind in QUESTIONS.values():
            for pattern in patterns(kind.kind):
                match = pattern.fullmatch(question)
                if match:
                    yield from filled(kind.kind, match)
    for question in questions:
        if question != typed:
            yield Asked("true_story", question)
        yield from variants(Asked("true_story", question))


def filled(kind: QuestionKind, match: re.Match[str]) -> Iterator[Asked]:
    """A wording that matched, with its slots: first as the words stand, then with hints taken off the title."""
    groups = {name: value.strip(QUOTES) for name, value in match.groupdict().items() if value}
    title, person, second = groups.pop("title", None), groups.pop("person", None), groups.pop("second", None)
    aspect, other = groups.pop("aspect", None), groups.pop("other", None)
    place, yes_no = groups.pop("place", None), groups.pop("is", None)
    if kind in ("facts", "lineage"):
        aspect = next(iter(groups), None)
    aspect = aspect.lower().rstrip("s") if aspect else None
    asked = Asked(
        kind,
        title,
        person,
        {**ASPECTS, **SPOKEN_OF}.get(aspect or "", aspect),
        {"before": "earlier", "previous": "earlier", "after": "later", "next": "later"}.get(other or "", other),
        second=tuple(names(second)) if second else (),
        place=PLACES[place.lower()] if place else None,
        yes_no=yes_no is not None,
        about_it=(title is None and person is None) or bool(title and PRONOUN.match(title)),
    )
    yield asked
    if title:
        yield from variants(asked)


def names(text: str) -> Iterator[Named]:
    """The ways to read the name of a second film: as it stands, with hints taken off, or any film of a place."""
    yield Named(text)
    for variant in variants(Asked("lineage", text)):
        yield Named(variant.title or "", variant.hints)
    if m := SOME_FILM.fullmatch(text):
        yield Named("", Hints(place=PLACES[m[1].lower()]) if m[1] else Hints())


def variants(asked: Asked) -> Iterator[Asked]:
    """The same reading with hints taken off the title's ends: "the Turkish …", "… (2019)", "… from Turkey", "… by …"."""
    title = asked.title or ""
    year = place = name = None
    if m := OPENING.fullmatch(title):
        title = m[1].strip(QUOTES)
        yield with_hints(asked, title, Hints())
    for _ in range(4):
        before = title
        if m := re.fullmatch(
            r"(.+?)[ ,]*[(\[]?(?:from |of |in )?\b((?:18|19|20)\d\d)\b[)\]]?(?: (?:film|movie|version|remake|one))?",
            title,
        ):
            title, year = m[1], int(m[2])
        elif m := re.fullmatch(
            r"(?:the )?((?:18|19|20)\d\d) (?:(?:film|movie|version|remake)(?: of)? )?(.+)", title, re.IGNORECASE
        ):
            title, year = m[2], int(m[1])
        elif m := re.fullmatch(
            rf"(?:the )?({WORD})(?:[- ]language)? (?:(?:film|movie|version|remake|one)(?: of)? )?(.+)",
            title,
            re.IGNORECASE,
        ):
            title, place = m[2], PLACES[m[1].lower()]
        elif m := re.fullmatch(
            rf"(.+?)[ ,]*[(\[]?(?:from |in |the )?\b({WORD})[)\]]?(?: (?:film|movie|version|remake|one))?",
            title,
            re.IGNORECASE,
        ):
            title, place = m[1], PLACES[m[2].lower()]
        title = title.strip(QUOTES)
        if title == before:
            break
        yield with_hints(asked, title, Hints(year, place, name))
    if m := re.fullmatch(r"(.+?) (?:by|directed by|with|starring) (.+)", title, re.IGNORECASE):
        yield with_hints(asked, m[1].strip(), Hints(year, place, m[2].strip()))


def with_hints(asked: Asked, title: str, hints: Hints) -> Asked:
    """The same reading of a shorter title."""
    about_it = asked.about_it or (hints == Hints() and bool(PRONOUN.match(title)))
    return replace(asked, title=title, hints=hints, about_it=about_it)
