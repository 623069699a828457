"""Which films an article names: the mentions of its text, each with the film that the article's own words pin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from anyascii import anyascii
from msgspec import Struct

from basedon.factcheck.facts import Held
from basedon.identity.titles import WORDS
from basedon.prose.opening import nationalities
from basedon.prose.patterns import compiled

if TYPE_CHECKING:
    from basedon.catalogue.mentioned import Mention

_YEAR = compiled(r"\b(?:18[89]\d|19\d\d|20\d\d)\b")
NEAR = 120
"""Characters around a title in which a year, a country and a name tell which film is meant."""


class Named(Struct, frozen=True):
    """A film named by title in the text: which it may be, the likeliest first, and whether that is certain."""

    start: int
    end: int
    works: tuple[int, ...]
    sure: bool
    year: int | None


def named(held: Held, text: str, mentions: Sequence[Mention]) -> list[Named]:
    """The films that the mentions mean: by the year beside a title, then by what else the article says of them."""
    groups = [(mention, (mention.work, *mention.others)) for mention in mentions]
    alone = {works[0] for _, works in groups if len(works) == 1}
    said = f" {key_of(text)} "
    years = {int(found.group() or 0) for found in _YEAR.finditer(text)}
    found: list[Named] = []
    pinned: dict[str, int] = {}
    for mention, works in groups:
        year = mention.year
        if len(works) == 1:
            found.append(Named(mention.start, mention.end, works, True, year))
            continue
        key = " ".join(mention.text.casefold().split())
        near = text[max(0, mention.start - NEAR) : mention.start] + " | " + text[mention.end : mention.end + NEAR]
        by_year = [n for n in works if year and any(abs(y - year) <= 1 for y in held.facts(n).years)]
        if len(by_year) == 1:
            pinned[key] = by_year[0]
            found.append(Named(mention.start, mention.end, (by_year[0],), True, year))
            continue
        scored = [
            (fit(held, n, near, said, years, alone) + (1.0 if n == mention.work else 0.0) + (2.0 if pinned.get(key) == n else 0.0), -place, n)
            for place, n in enumerate(by_year or works[:12])
        ]
        scored.sort(reverse=True)
        best = scored[0]
        clear = len(scored) == 1 or best[0] >= scored[1][0] + 2.5
        order = (best[2],) if clear else tuple(n for _, _, n in scored)
        if clear and best[0] >= 4:
            pinned.setdefault(key, best[2])
        found.append(Named(mention.start, mention.end, order, clear, year))
    return found


def fit(held: Held, number: int, near: str, said: str, years: set[int], alone: set[int]) -> float:
    """How well a film fits what stands near its title, and what the article says elsewhere."""
    facts = held.facts(number)
    score = 0.0
    if any(f" {name} " in said for name in facts.directors):
        score += 3.0
    score += min(2.0, sum(1.0 for name in facts.cast[:8] if f" {name} " in said))
    nearby = {int(found.group() or 0) for found in _YEAR.finditer(near)}
    if set(facts.years) & nearby:
        score += 3.0
    elif set(facts.years) & years:
        score += 1.5
    countries = nationalities(" ".join(word for word in near.split() if word[:1].isupper()))[0]
    if set(countries) & set(facts.work.countries) or any(country in near for country in facts.work.countries):
        score += 1.5
    if facts.originals or facts.derivatives:
        score += 0.5
        if set(held.family(number)) & alone:
            score += 2.0
    return score


def key_of(text: str) -> str:
    """A text of any length as one key, in which the keys of names are found."""
    low = (text if text.isascii() else anyascii(text)).lower().replace("'", "").replace("-", "")
    return " ".join(WORDS.findall(low))
