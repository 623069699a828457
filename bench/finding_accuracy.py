"""Whether the film that is meant is found first: titles with a letter wrong, and as other people's lists write them.

A list's film counts as held when a work has, in the table `titles`, one of its titles to the letter (case, signs and
accents aside, told by this file, not by the search) and a year no more than one away.
"""

from __future__ import annotations

import csv
import gzip
import random
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from basedon import answering
from basedon.catalogue import search
from basedon.catalogue.catalogue import Catalogue
from basedon.model.answer import FilmAnswer
from bench.finding_titles import typo

TITLE_YEAR = re.compile(r"(.+) \((\d{4})\)\s*")
LAST = re.compile(r"(.*), (The|A|An|La|Le|Les|L'|El|Los|Las|Il|Der|Die|Das)")


class Listed(Struct, frozen=True):
    """A film of a list: as it is written there, and the title and years to check whether it is held."""

    typed: str
    plain: tuple[str, ...]
    years: frozenset[int]


def plain(title: str) -> str:
    """A title without case, accents, signs and a leading English article."""
    text = "".join(c for c in unicodedata.normalize("NFKD", title) if not unicodedata.combining(c)).casefold()
    words = re.sub(r"[^\w]+", " ", re.sub(r"['’]", "", text.replace("&", " and "))).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words)


def movielens(data: Path) -> Iterator[Listed]:
    """MovieLens' films: "Birds, The (1963)"."""
    with gzip.open(data / "movielens" / "movies.csv.gz", "rt", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if m := TITLE_YEAR.fullmatch(row["title"]):
                bare = re.sub(r"\s*\([^()]*\)", "", m[1]).strip()
                turned = LAST.sub(r"\2 \1", bare)
                yield Listed(m[1], (plain(turned),), frozenset({int(m[2])}))


def netflix(data: Path) -> Iterator[Listed]:
    """Netflix' films, each title once, with the year of the first week in the Top 10 and the two before."""
    first: dict[str, int] = {}
    for name in ("all-weeks-countries.2022-09.tsv.gz", "all-weeks-global.2026-07.tsv.gz"):
        with gzip.open(data / "netflix" / name, "rt", encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                if row["category"].startswith("Films"):
                    year = int(row["week"][:4])
                    first[row["show_title"]] = min(year, first.get(row["show_title"], year))
    for title, year in sorted(first.items()):
        yield Listed(title, (plain(title),), frozenset(range(1900, year + 1)))


def held(catalogue: Catalogue) -> dict[str, set[int]]:
    """The works under each title, as `plain` makes it."""
    found: dict[str, set[int]] = defaultdict(set)
    for title, work in catalogue.query("SELECT title, work FROM titles"):
        found[plain(title)].add(work)
    return found


def lists(catalogue: Catalogue, listed: Iterator[Listed], by_year: bool) -> tuple[int, int, int, int, int, list[str]]:
    """Of a list's films: held, found first, in the first five; under no title here, answered of these; misses."""
    works = held(catalogue)
    year_of = dict(catalogue.query("SELECT work, year FROM works"))
    all_years: dict[int, set[int]] = defaultdict(set)
    for work, year in catalogue.query("SELECT work, year FROM years"):
        all_years[work].add(year)
    count = first = five = absent = wrong = 0
    missed = []
    for one in listed:
        fits = {
            work
            for title in one.plain
            for work in works.get(title, ())
            if any(abs(y - (year_of[work] or 0)) <= 1 for y in one.years)
        }
        year = max(one.years) if by_year else None
        if not fits:
            if not any(works.get(title) for title in one.plain):
                absent += 1
                answer = answering.film(catalogue, one.typed, year)
                if isinstance(answer, FilmAnswer) and answer.work:
                    wrong += 1
                    missed.append(f"not held, answered\t{one.typed} ({year})\t{answer.work.label}")
            continue
        count += 1
        answer = answering.film(catalogue, one.typed, year)
        number = catalogue.number(answer.work.id) if isinstance(answer, FilmAnswer) and answer.work else None
        first += number in fits
        if number not in fits:
            label = answer.work.label if isinstance(answer, FilmAnswer) and answer.work else None
            missed.append(f"missed\t{one.typed} ({year})\t{label}")
        five += bool(fits & set(search.search(catalogue, one.typed, 5)))
    return count, first, five, absent, wrong, missed


def typos(catalogue: Catalogue, count: int = 1000, seed: int = 11) -> tuple[int, int, int, int, int, list[str]]:
    """Of titles unique in the catalogue with a letter wrong: how many, first, in the first five; by `film`: right,
    another; and the misses by name.
    """
    draw = random.Random(seed)
    rows = catalogue.query(
        """SELECT title, work FROM titles WHERE normal IN (SELECT normal FROM titles GROUP BY normal
           HAVING COUNT(DISTINCT work) = 1) AND kind = 'title' AND length(normal) >= 5 GROUP BY work ORDER BY work"""
    )
    first = five = right = other = 0
    missed = []
    for title, work in draw.sample(rows, count):
        typed = typo(title, draw)
        found = search.search(catalogue, typed, 5)
        first += found[:1] == [work]
        five += work in found
        if found[:1] != [work]:
            missed.append(f"typo\t{title}\t{typed}\t{[w.label for w in catalogue.works(found).values()]}")
        answer = answering.film(catalogue, typed)
        if isinstance(answer, FilmAnswer) and answer.work:
            told = catalogue.number(answer.work.id) == work
            right, other = right + told, other + (not told)
    return count, first, five, right, other, missed
