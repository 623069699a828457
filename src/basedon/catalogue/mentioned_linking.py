"""Which film of a title is meant: by the year stated, people named, words for old and new, and how known each film is."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from msgspec import Struct

from basedon.catalogue.catalogue import Catalogue, chunks
from basedon.identity.titles import normal_name
from basedon.prose.mentions_keys import HEAD, JOINED

STATED = re.compile(r"[\s,\"'\u201d\u2019*_]{0,3}(?P<open>[(\[])?\s?(?P<year>(?:18|19|20)\d\d)(?![\d%])")
YEAR = re.compile(r"(?<!\d)(?:18|19|20)\d\d(?![\d%])")
NEWER = re.compile(r"\b(?:new(?:er|est)?|latest|recent|remake|reboot|live[ -]action|modern|current)\b", re.IGNORECASE)
OLDER = re.compile(r"\b(?:original|older?|classic|first|silent)\b", re.IGNORECASE)

NEAR = 40
"""Characters to either side in which a year speaks of the film, before it of old and new."""

AROUND = 400
"""Characters to either side in which people named are looked for."""

MOST = 24
"""Films of one title that are compared; the rest are hardly meant."""

HELD = 50_000
"""Titles whose films are kept at hand."""

# Fitted to the films that ReDial's and INSPIRED's dialogues name (dev halves), where several bear a title.
KNOWN, REMADE, LATER, CAST, MAIN = 1.5, -0.7, 1.0, 0.65, 1.3
"""For 100 of prominence, each remake (which adds to prominence), 50 years, the logarithm of its cast, the main title."""

EXACT_YEAR, NEXT_YEAR, YEAR_NEAR, NAMED, SURNAME, ERA, PART, WORD = 5.0, 4.0, 3.0, 3.0, 1.5, 2.0, -4.0, -1.0

FAR = 2
"""A year in brackets so far off says that another film is meant, which is not held."""


class Film(Struct, frozen=True):
    """A film of a title: its year, how likely it is meant when nothing tells, and its people."""

    work: int
    year: int | None
    weight: float
    names: frozenset[str]
    surnames: frozenset[str]


class Meant(Struct, frozen=True):
    """The film meant, further ones of the title, how likely it is it, and the year stated."""

    work: int
    others: tuple[int, ...]
    share: float
    year: int | None


class Linker:
    """Tells films of one title apart."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.held: dict[int, tuple[Film, ...]] = {}

    def films(self, key: int, works: Sequence[int], kinds: Sequence[int]) -> tuple[Film, ...]:
        """The films under one key, read once."""
        found = self.held.get(key)
        if found is None:
            if len(self.held) >= HELD:
                self.held.clear()
            best: dict[int, int] = {}
            for work, kind in zip(works, kinds, strict=True):
                best[work] = min(kind, best.get(work, kind))
            found = self.held[key] = tuple(self._read(best))
        return found

    def _read(self, kinds: dict[int, int]) -> list[Film]:
        numbers = list(kinds)
        people: dict[int, list[str]] = {number: [] for number in numbers}
        cast = dict.fromkeys(numbers, 0)
        rows: list[tuple[int, int | None, int, int]] = []
        for some in chunks(numbers):
            marks = ", ".join("?" * len(some))
            rows += self.catalogue.query(
                f"""SELECT work, year, prominence, (SELECT COUNT(*) FROM links WHERE original = work)
                    FROM works WHERE work IN ({marks})""",
                some,
            )
            if len(numbers) == 1:
                continue  # nothing to tell apart
            for work, role, name in self.catalogue.query(
                f"SELECT work, role, normal FROM credits JOIN people USING (person) WHERE work IN ({marks})", some
            ):
                people[work].append(name)
                cast[work] += role == "cast_member"
        films = []
        for work, year, prominence, remakes in rows:
            kind = kinds[work]
            weight = KNOWN * prominence / 100 + REMADE * min(remakes, 6) + CAST * math.log1p(cast[work])
            weight += LATER * (max(year or 1930, 1930) - 1930) / 50
            weight += MAIN if kind < JOINED else WORD if kind < HEAD else PART
            surnames = frozenset(name.rpartition(" ")[2] for name in people[work] if " " in name)
            films.append(Film(work, year, weight, frozenset(people[work]), surnames))
        return sorted(films, key=lambda film: (-film.weight, film.work))[:MOST]

    def meant(self, films: tuple[Film, ...], text: str, start: int, end: int) -> Meant | None:
        """Which of the films is meant at a place of a text; None where a year says that it is none of them."""
        stated = STATED.match(text, end)
        year = int(stated["year"]) if stated and (stated["open"] or text[end : end + 1] != ",") else None
        if year and stated and stated["open"]:
            years = [film.year for film in films]
            if None not in years and min(abs((y or 0) - year) for y in years) > FAR:
                return None
        if len(films) == 1:
            return Meant(films[0].work, (), 1.0, year)
        weights = [film.weight for film in films]
        near = {int(y) for y in YEAR.findall(text[max(0, start - NEAR) : start] + " " + text[end : end + NEAR])}
        before = text[max(0, start - NEAR) : start]
        era = bool(NEWER.search(before)) - bool(OLDER.search(before))
        around = normal_name_of(text[max(0, start - AROUND) : start] + " " + text[end : end + AROUND])
        words = frozenset(around.split())
        newest = max((film.year or 0 for film in films), default=0)
        oldest = min((film.year or newest for film in films), default=0)
        for place, film in enumerate(films):
            if film.year and year:
                weights[place] += {0: EXACT_YEAR, 1: NEXT_YEAR}.get(abs(film.year - year), 0)
            elif film.year in near:
                weights[place] += YEAR_NEAR
            if era and film.year and newest > oldest:
                weights[place] += ERA * era * (2 * (film.year - oldest) / (newest - oldest) - 1)
            shared = film.surnames & words
            if shared:
                whole = sum(name in around for name in film.names if " " in name)
                weights[place] += NAMED * min(whole, 2) if whole else SURNAME
        order = sorted(range(len(films)), key=lambda place: (-weights[place], films[place].work))
        top = weights[order[0]]
        share = 1 / sum(math.exp(weights[place] - top) for place in order)
        return Meant(films[order[0]].work, tuple(films[place].work for place in order[1:]), share, year)


def normal_name_of(text: str) -> str:
    """A stretch of text as names are compared; longer than a name may be."""
    return " ".join(normal_name(text[at : at + 250]) for at in range(0, len(text), 250))
