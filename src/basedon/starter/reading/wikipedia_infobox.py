"""Infoboxes of English Wikipedia's films of 1990 to 2018 (films.json.gz, CC BY-SA): facts only."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from basedon.prose.reader import read_based_on
from basedon.starter.reading import origins
from basedon.starter.tables import joined

COLUMNS = ("page", "title", "year", "imdb", "countries", "languages", "directors", "writers", "cast")

FOOTNOTE = re.compile(r"^\[\w{1,4}\]$")
SPLIT = re.compile(r"\s*[,;/\n]\s*")
COUNTRY_NAMES = {"USA": "United States", "US": "United States", "U.S.": "United States", "UK": "United Kingdom"}


def cell(film: dict[str, Any], name: str) -> list[str]:
    """The fragments of an infobox cell, without footnote marks and bare punctuation."""
    value = film.get(name) or []
    fragments = [value] if isinstance(value, str) else value
    return [text.strip() for text in fragments if text.strip(" ,;()·") and not FOOTNOTE.match(text.strip())]


def names(film: dict[str, Any], name: str) -> list[str]:
    """The values of a cell that lists names; fragments in brackets are remarks."""
    return [text for text in cell(film, name) if "(" not in text and ")" not in text and "\n" not in text]


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
        countries = [c for text in names(film, "Country") for c in SPLIT.split(text)]
        languages = [c for text in names(film, "Language") for c in SPLIT.split(text)]
        imdb = re.search(r"tt\d{7,9}", film.get("imdb_link") or "")
        yield {
            "page": page,
            "title": film["title"],
            "year": str(film["year"]),
            "imdb": imdb.group() if imdb else "",
            "countries": joined(COUNTRY_NAMES.get(c, c) for c in countries),
            "languages": joined(c for c in languages if c.istitle()),
            "directors": joined(names(film, "Directed by")),
            "writers": joined([*names(film, "Written by"), *names(film, "Screenplay by")]),
            "cast": joined(names(film, "Starring")[:8]),
        }


def origin_rows(data: Path) -> Iterator[dict[str, str]]:
    """One row for each work named under "Based on"."""
    for page, film in films(data):
        fragments = cell(film, "Based on")
        for saying in read_based_on(fragments, film["title"]) if fragments else ():
            yield origins.row(page, str(film["year"]), "infobox, Based on", saying)
