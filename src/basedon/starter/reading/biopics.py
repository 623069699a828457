"""FiveThirtyEight's biopics (biopics.csv, CC BY 4.0): films and the real people they are about."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from basedon.starter.tables import joined

COLUMNS = ("imdb", "title", "year", "subjects")


def rows(data: Path) -> Iterator[dict[str, str]]:
    """One row a film, its lines (one a subject) put together; names damaged beyond repair are left blank."""
    films: dict[str, tuple[str, str, list[str]]] = {}
    with (data / "biopics" / "biopics.csv").open(encoding="mac_roman", newline="") as lines:
        for film in csv.DictReader(lines):
            imdb = film["site"].rstrip("/").rpartition("/")[2]
            entry = films.setdefault(imdb, (repaired(film["title"]), film["year_release"], []))
            entry[2].append(repaired(film["subject"].strip()))
    for imdb, (title, year, subjects) in films.items():
        if title:
            yield {"imdb": imdb, "title": title, "year": year, "subjects": joined(subjects)}


def repaired(text: str) -> str:
    """The text with its UTF-8 put right where it was read as another encoding once; empty where it can't be."""
    if text.isascii():
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return ""
