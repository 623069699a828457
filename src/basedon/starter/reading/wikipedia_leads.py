"""Leads of English Wikipedia's American films (leads.jsonl.gz, text CC BY-SA): facts are read, no sentence is kept."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from basedon.prose.credits import cast
from basedon.prose.opening import Opening, read_opening
from basedon.prose.reader import read
from basedon.starter.reading import origins
from basedon.starter.tables import joined

COLUMNS = ("page", "title", "year", "genres", "countries", "languages", "directors", "cast", "sentences")
"""`sentences` counts those read: silence weighs by how much was looked at."""

LISTED = "United States"
"""The country of the films that the rows list."""


def films(data: Path) -> Iterator[tuple[str, dict[str, Any], Opening]]:
    """Page name, record and opening of every page that is about the film of its row.

    Left out: rows without a page or a lead, and pages that are about another film of that name or about the book: there
    the year in the lead's opening is not the row's.
    """
    seen = set()
    with gzip.open(data / "wikipedia-leads" / "leads.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            film = json.loads(line)
            href, text = film.get("href"), film.get("extract")
            if not href or not text or "#" in href:
                continue
            page = unquote(href).replace("_", " ")
            opening = read_opening(text)
            if page in seen or (opening.year is None or abs(opening.year - film["year"]) > 1):
                continue
            seen.add(page)
            yield page, film, opening


def rows(data: Path) -> Iterator[dict[str, str]]:
    """One row a film; that each is American, as the list that they come from says, holds where a lead names no country.

    Where it names others only, nine in ten are not American, by the infoboxes at hand.
    """
    for page, film, opening in films(data):
        yield {
            "page": page,
            "title": film["title"],
            "year": str(opening.year),
            "genres": joined([*(genre.lower() for genre in film["genres"]), *opening.genres]),
            "countries": joined(opening.countries or [LISTED]),
            "languages": joined(opening.languages),
            "directors": joined(opening.directors),
            "cast": joined(cast(film["cast"])),
            "sentences": str(opening.sentences),
        }


def origin_rows(data: Path) -> Iterator[dict[str, str]]:
    """One row for each thing a lead says of the film's origin."""
    for page, film, opening in films(data):
        for saying in read(film["extract"], film["title"]):
            if not saying.of_target:  # said of the book or film that this film comes from
                yield origins.row(page, str(opening.year), f"lead, sentence {saying.sentence + 1}", saying)
