"""What tells films of one title apart, taken off the title's ends: a year, a country or language, a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from basedon.questions.places import PLACES, WORD
from basedon.questions.question import Asked, Hints

PRONOUN = re.compile(r"(?:it|this|that|[Tt]his one|(?:[Tt]he|[Tt]his|[Tt]hat) (?:film|movie|one|story))$")
"""Words that mean the film spoken of; with a capital, "It" is a film of its own."""

QUOTES = " ,'\"“”‘’«»[]"
OPENING = re.compile(
    r"(?:the )?(?:(?:film|movie|tv series|tv show|series|show)(?: (?:called|named|titled))?|"
    r"(?:story|events|plot) (?:of|in|behind)(?: the (?:film|movie|series))?) (.+)",
    re.IGNORECASE,
)
"""What is said before a title; tried only after the whole, for "The Story of Adele H." is one."""


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
