"""Many inputs, one answer each, in order, misses included."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from basedon.answering.asked import ask
from basedon.answering.films import film
from basedon.answering.misses import miss, shortened
from basedon.catalogue.catalogue import Catalogue
from basedon.errors import BadUsage
from basedon.model.answer import Answer, Miss, Query

YEAR = re.compile(r"[0-9]{4}")


def film_each(catalogue: Catalogue, lines: Iterable[str]) -> Iterator[Answer]:
    """An answer for each line `TITLE` or `TITLE<TAB>YEAR`, misses included, in order."""
    for line in lines:
        yield one(catalogue, *[part.strip() for part in line.split("\t")][:2])


def one(catalogue: Catalogue, title: str, stated: str = "") -> Answer:
    """One film of a batch; a line that asks for nothing, or whose year is none, is a miss."""
    if stated and not YEAR.fullmatch(stated):
        return miss(
            catalogue, Query(title), f"{shortened(stated)} is no year; write TITLE<TAB>YEAR, or the title alone."
        )
    try:
        return film(catalogue, title, int(stated) if stated else None)
    except BadUsage as error:
        return Miss(query=Query(title), catalogue=catalogue.stamp, text=str(error))


def ask_each(catalogue: Catalogue, lines: Iterable[str], about_film: str | None = None) -> Iterator[Answer]:
    """An answer for each line, a question, misses included, in order."""
    for line in lines:
        try:
            yield ask(catalogue, line, about_film)
        except BadUsage as error:
            yield Miss(query=Query(line), catalogue=catalogue.stamp, question=line, text=str(error))
