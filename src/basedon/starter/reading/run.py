"""Reads every public data set into the fact files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from basedon.starter import tables
from basedon.starter.reading import biopics, labels, metaqa, origins, wikidata_films, wikipedia_infobox, wikipedia_leads
from basedon.starter.reading.items import COUNTRIES, LANGUAGES


def read_all(data: Path, facts: Path) -> dict[str, int]:
    """Write all fact files into `facts` from the folder `data`; rows written by table."""
    films = list(wikidata_films.rows(data))
    infoboxes = list(wikipedia_infobox.rows(data))
    leads = list(wikipedia_leads.rows(data))
    genres = wikidata_films.genre_labels(data)
    return {
        "wikidata": tables.write(facts, "wikidata", wikidata_films.COLUMNS, films),
        "labels": tables.write(facts, "labels", labels.COLUMNS, named(films, infoboxes, leads, genres, data)),
        "infobox": tables.write(facts, "infobox", wikipedia_infobox.COLUMNS, infoboxes),
        "infobox-origins": tables.write(facts, "infobox-origins", origins.COLUMNS, wikipedia_infobox.origin_rows(data)),
        "leads": tables.write(facts, "leads", wikipedia_leads.COLUMNS, leads),
        "lead-origins": tables.write(facts, "lead-origins", origins.COLUMNS, wikipedia_leads.origin_rows(data)),
        "biopics": tables.write(facts, "biopics", biopics.COLUMNS, biopics.rows(data)),
    }


def named(
    films: list[dict[str, str]],
    infoboxes: Iterable[dict[str, str]],
    leads: Iterable[dict[str, str]],
    genres: dict[str, str],
    data: Path,
) -> Iterator[dict[str, str]]:
    """Names of the items that the films use: genres, countries and languages as Wikidata's, directors as other
    sources agree.
    """
    used = {item for film in films for item in tables.parts(film["genres"])}
    for item in sorted(used & genres.keys()):
        yield {"item": item, "label": genres[item], "read_in": f"Wikidata: {item}"}
    boxes = {row["page"]: row for row in infoboxes}
    opened = {row["page"]: row for row in leads}
    places = {item for film in films for item in (film["countries"], film["languages"])}
    for item, name in sorted((COUNTRIES | LANGUAGES).items()):
        if item in places:
            yield {"item": item, "label": name, "read_in": f"Wikidata: {item}"}
    pages = chain(labels.of_pages(films, boxes), labels.of_pages(films, opened))
    told = (pages, metaqa.told(films, data))
    directed = {item for film in films for item in tables.parts(film["directors"])}
    for row in labels.named(told).values():
        if directed.issuperset(tables.parts(row["item"])):
            yield row
