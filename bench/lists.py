"""Lists of remakes that others made, read from a folder of data: pairs of films by title and year."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

SURE = 0.9
"""Of the Stanford pairs' likeness: from here on nearly all are remakes, or films of one book or play."""

ARTICLE_LAST = re.compile(r"(.*), (The|A|An)")


class Pair(Struct, frozen=True):
    """Two films that a list puts together; lists don't always say which came first."""

    title: str
    year: int
    other_title: str
    other_year: int

    def __str__(self) -> str:
        return f"{self.title} ({self.year})\t{self.other_title} ({self.other_year})"


def read(data: Path) -> dict[str, list[Pair]]:
    """The pairs of every list, each once; rows without both years are left out."""
    folder = data / "remakes"
    found = {
        "stanford": stanford(folder / "stanford_pairs.csv"),
        "kasiewong": columns(
            folder / "kasiewong_remakes_originals.csv", "Remake Title", "Remake Year", "Original Title", "Original Year"
        ),
        "mitchelllisle": columns(
            folder / "mitchelllisle_allMovies.csv",
            "remakes_shortTitle",
            "remakes_year",
            "originals_shortTitle",
            "originals_key",
        ),
        "everett": columns(
            folder / "everett_paired_movies.csv", "Title_remake", "Year_remake", "Title_orig", "Year_orig"
        ),
    }
    return {name: list(dict.fromkeys(pairs)) for name, pairs in found.items()}


def stanford(path: Path) -> Iterator[Pair]:
    """The pairs of the Stanford movie database's list of remakes that are alike enough."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.reader(lines, delimiter=";"):
            if len(row) >= 7 and likeness(row[3]) >= SURE:
                yield from pair(row[1], row[2], row[5], row[6])


def likeness(value: str) -> float:
    """The column as a number; 0 where it is torn."""
    return float(value) if re.fullmatch(r"[01]?\.\d+|1", value) else 0.0


def columns(path: Path, title: str, year: str, other_title: str, other_year: str) -> Iterator[Pair]:
    """The pairs of a list scraped from Wikipedia."""
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
    for row in csv.DictReader(text.splitlines(keepends=True)):
        yield from pair(row[title], row[year], row[other_title], row[other_year])


def pair(title: str, year: str, other_title: str, other_year: str) -> Iterator[Pair]:
    """One pair, if both years are there: the last four digits in a row of their column."""
    years = [re.findall(r"\d{4}", value) for value in (year, other_year)]
    if title.strip() and other_title.strip() and all(years):
        yield Pair(turned(title), int(years[0][-1]), turned(other_title), int(years[1][-1]))


def turned(title: str) -> str:
    """The title with its article in front: `Birds, The` is `The Birds`."""
    stripped = title.strip()
    match = ARTICLE_LAST.fullmatch(stripped)
    return f"{match[2]} {match[1]}" if match else stripped
