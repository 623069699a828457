"""Which film of a title is meant: by the year stated, people named, words for old and new, and how known a film is."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from anyascii import anyascii
from msgspec import Struct

from basedon.catalogue.catalogue import Catalogue, chunks
from basedon.identity.titles import normal_name
from basedon.prose.mentions_keys import HEAD, JOINED
from basedon.prose.patterns import plain

STATED = re.compile(r"[\s,\"'\u201d\u2019*_]{0,3}(?P<open>[(\[])?\s?(?P<year>(?:18|19|20)\d\d)(?![\d%])")
YEAR = re.compile(r"(?<!\d)(?:18|19|20)\d\d(?![\d%])")
NEWER = frozenset(b"new newer newest latest recent remake reboot action modern current".split())
OLDER = frozenset(b"original old older classic first silent".split())

_SPACED = bytes(code if chr(code).isalnum() else 32 for code in range(128)).ljust(256)
_DIGIT = re.compile(r"\d").search

NEAR = 40
"""Characters to either side in which a year speaks of the film, before it of old and new."""

AROUND = 400
"""Characters to either side in which people named are looked for."""

LONG = 20_000
"""Characters of a text in which people are looked for."""

MOST = 24
"""Films of one title that are compared; the rest are hardly meant."""

HELD = 50_000
"""Titles whose films are kept at hand."""

# Fitted to the films that ReDial's and INSPIRED's dialogues name (dev halves), where several bear a title.
KNOWN, REMADE, LATER, CAST, MAIN = 1.5, -0.7, 1.0, 0.65, 1.3
"""For 100 of prominence, each remake (which adds to prominence), 50 years, the logarithm of its cast, the main
title.
"""

EXACT_YEAR, NEXT_YEAR, YEAR_NEAR, NAMED, SURNAME, ERA, PART, WORD = 5.0, 4.0, 3.0, 3.0, 1.5, 2.0, -4.0, -1.0

FAR = 2
"""A year in brackets so far off says that another film is meant, which is not held."""


class Film(Struct, frozen=True):
    """A film of a title: its year, how likely it is meant when nothing tells, and its people."""

    work: int
    year: int | None
    weight: float
    names: frozenset[str]
    surnames: frozenset[bytes]


class Meant(Struct, frozen=True):
    """The film meant, further ones of the title, how likely it is it, and the year stated."""

    work: int
    others: tuple[int, ...]
    share: float
    year: int | None


class Films(Struct, frozen=True):
    """The films of one title, the likeliest first, and which is meant when nothing tells."""

    films: tuple[Film, ...]
    plain: Meant
    years: frozenset[int]
    surnames: frozenset[bytes]


class Context:
    """A text in which films are named, and its words once they are asked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._words: frozenset[bytes] | None = None

    def words(self) -> frozenset[bytes]:
        """Its words as names are compared."""
        if self._words is None:
            self._words = frozenset(words_of(self.text[:LONG]))
        return self._words


class Linker:
    """Tells films of one title apart."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.held: dict[int, Films] = {}

    def read(self, key: int, works: Sequence[int], kinds: Sequence[int]) -> Films:
        """The films under one key, kept for the next time."""
        if len(self.held) >= HELD:
            self.held.clear()
        best: dict[int, int] = {}
        for work, kind in zip(works, kinds, strict=True):
            best[work] = min(kind, best.get(work, kind))
        films = tuple(self._read(best))
        surnames: frozenset[bytes] = frozenset().union(*(film.surnames for film in films))
        years = frozenset(film.year for film in films if film.year)
        found = Films(films, ranked(films, [film.weight for film in films], None), years, surnames)
        self.held[key] = found
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
            surnames = frozenset(name.rpartition(" ")[2].encode() for name in people[work] if " " in name)
            films.append(Film(work, year, weight, frozenset(people[work]), surnames))
        return sorted(films, key=lambda film: (-film.weight, film.work))[:MOST]

    def meant(self, films: Films, context: Context, start: int, end: int) -> Meant | None:
        """Which of the films is meant at a place of a text; None where a year says that it is none of them."""
        text = context.text
        beside = text[end : end + NEAR]
        year = None
        if _DIGIT(beside):
            stated = STATED.match(text, end)
            year = int(stated["year"]) if stated and (stated["open"] or text[end : end + 1] != ",") else None
            bracketed = year is not None and stated is not None and bool(stated["open"])
            if bracketed and films.years and min(abs(y - (year or 0)) for y in films.years) > FAR:
                return None
        if len(films.films) == 1:
            only = films.plain
            return only if year is None else Meant(only.work, (), 1.0, year)
        before = text[max(0, start - NEAR) : start]
        near = (
            {int(y) for y in YEAR.findall(f"{before} {beside}")} & films.years
            if _DIGIT(before) or _DIGIT(beside)
            else frozenset()
        )
        said = words_of(before[-30:])
        era = (not NEWER.isdisjoint(said)) - (not OLDER.isdisjoint(said))
        shared = films.surnames & context.words()
        if year is None and not near and not era and not shared:
            return films.plain
        weights = [film.weight for film in films.films]
        newest, oldest = max(films.years, default=0), min(films.years, default=0)
        around = normal_name_of(text[max(0, start - AROUND) : end + AROUND]) if shared else ""
        for place, film in enumerate(films.films):
            if film.year and year:
                weights[place] += {0: EXACT_YEAR, 1: NEXT_YEAR}.get(abs(film.year - year), 0)
            elif film.year in near:
                weights[place] += YEAR_NEAR
            if era and film.year and newest > oldest:
                weights[place] += ERA * era * (2 * (film.year - oldest) / (newest - oldest) - 1)
            if film.surnames & shared:
                whole = sum(name in around for name in film.names if " " in name)
                weights[place] += NAMED * min(whole, 2) if whole else SURNAME
        return ranked(films.films, weights, year)


def ranked(films: Sequence[Film], weights: Sequence[float], year: int | None) -> Meant:
    """The film that weighs most, and the others in order."""
    order = sorted(range(len(films)), key=lambda place: (-weights[place], films[place].work))
    top = weights[order[0]]
    share = 1 / sum(math.exp(weights[place] - top) for place in order)
    return Meant(films[order[0]].work, tuple(films[place].work for place in order[1:]), share, year)


def words_of(text: str) -> list[bytes]:
    """The words of a text in small ASCII letters."""
    if not text.isascii():
        text = plain(text)
        text = text if text.isascii() else anyascii(text)
    return text.encode("ascii", "replace").lower().translate(_SPACED).split()


def normal_name_of(text: str) -> str:
    """A stretch of text as names are compared; longer than a name may be."""
    return " ".join(normal_name(text[at : at + 250]) for at in range(0, len(text), 250))
