"""Wikidata's films as extracted in 2019 (films.jsonl.gz, CC0): one item a row, values as item ids."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from basedon.starter.tables import joined

COLUMNS = (
    "item",
    "page",
    "imdb",
    "label",
    "year",
    "countries",
    "languages",
    "genres",
    "directors",
    "based_on",
)
"""`year` is that of the earliest publication date; all but page, imdb and label are item ids."""


def rows(data: Path) -> Iterator[dict[str, str]]:
    """One row a film. Left out by name: cast, main subject and filming location (their items have no labels here)."""
    with gzip.open(data / "wikidata-films" / "films.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            film = json.loads(line)
            yield {
                "item": film["wikidata_id"],
                "page": film.get("enwiki_title") or "",
                "imdb": film.get("imdb_id") or "",
                "label": film.get("label") or "",
                "year": (film.get("publication_date") or "")[:4],
                "countries": film.get("country_of_origin") or "",
                "languages": film.get("original_language") or "",
                "genres": joined(film.get("genre") or ()),
                "directors": joined(film.get("director") or ()),
                "based_on": film.get("based_on") or "",
            }


def genre_labels(data: Path) -> dict[str, str]:
    """English labels of the genre items."""
    with gzip.open(data / "wikidata-films" / "genres.jsonl.gz", "rt", encoding="utf-8") as lines:
        return {row["wikidata_id"]: row["genre_label"] for row in map(json.loads, lines)}
