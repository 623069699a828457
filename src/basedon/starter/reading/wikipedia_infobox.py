"""Infoboxes of English Wikipedia's films of 1990 to 2018 (films.json.gz, CC BY-SA): facts only."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from basedon.prose.countries import countries, languages
from basedon.prose.credits import names, people
from basedon.prose.reader import read_based_on
from basedon.starter.reading import origins
from basedon.starter.tables import joined

COLUMNS = ("page", "title", "year", "imdb", "countries", "languages", "directors", "writers", "cast")

FOOTNOTE = re.compile(r"^\[[^\]]{0,4}\]?$|^\]$|^citation needed$")


def cell(film: dict[str, Any], name: str, bare: str = " ,;()·") -> list[str]:
    """The fragments of an infobox cell, without footnote marks and those of nothing but `bare` punctuation."""
    value = film.get(name) or []
    fragments = [value] if isinstance(value, str) else value
    return [text.strip() for text in fragments if text.strip(bare) and not FOOTNOTE.match(text.strip())]


RELEASED = re.compile(r"\b(1[89]\d\d|20\d\d)\b(?!\s*[-\u2013])")
APART = 2
"""Years that a list may be off: a festival, a release at home and one abroad."""


def year(film: dict[str, Any]) -> str:
    """The year of the list that the film stands in, or that of its release, where the list links an older film."""
    released = [int(found) for text in cell(film, "Release date") for found in RELEASED.findall(text)]
    if released and max(released) < film["year"] - APART:
        return str(min(released))
    return str(film["year"])


def credited(film: dict[str, Any], name: str) -> list[str]:
    """The people of a cell: here brackets that stand alone matter, for what is between them is no name."""
    return people(cell(film, name, " ,;·"))


def films(data: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Page name and record of every film; doubles and rows without an address or a title are left out."""
    seen = set()
    with gzip.open(data / "wikipedia-infobox" / "films.json.gz", "rt", encoding="utf-8") as file:
        for film in json.load(file):
            page = unquote(film.get("url", "").rpartition("/wiki/")[2]).replace("_", " ")
            if page and film.get("title") and page not in seen:
                seen.add(page)
                yield page, film


def rows(data: Path) -> Iterator[dict[str, str]]:
    """One row a film."""
    for page, film in films(data):
        imdb = re.search(r"tt\d{7,9}", film.get("imdb_link") or "")
        yield {
            "page": page,
            "title": film["title"],
            "year": year(film),
            "imdb": imdb.group() if imdb else "",
            "countries": joined(countries(names(cell(film, "Country")))),
            "languages": joined(languages(names(cell(film, "Language")))),
            "directors": joined(credited(film, "Directed by")),
            "writers": joined([*credited(film, "Written by"), *credited(film, "Screenplay by")]),
            "cast": joined(credited(film, "Starring")[:8]),
        }


def origin_rows(data: Path) -> Iterator[dict[str, str]]:
    """One row for each work named under "Based on"."""
    for page, film in films(data):
        fragments = cell(film, "Based on")
        for saying in read_based_on(fragments, film["title"]) if fragments else ():
            yield origins.row(page, year(film), "infobox, Based on", saying)
